package io.tunetally.discussion.command;

import io.tunetally.discussion.Command;
import io.tunetally.discussion.Decision;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.Scenario;
import io.tunetally.discussion.ThreadChange;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import java.util.List;
import java.util.Optional;

/** Answers the commands that change the scenarios of a thread: some are dropped, one is named, the last change is taken back. */
final class ChangeCommands {
    private static final String NOTHING =
            "There is nothing to undo here: undo takes back the last drop, name or decision of a thread";

    private static final int SHOWN = 5;

    private final DiscussionStore store;

    ChangeCommands(DiscussionStore store) {
        this.store = store;
    }

    Response drop(Context context) {
        if (context.command().has("everything")) {
            List<Scenario> open = context.command().open();
            return open.isEmpty() ? Response.refused(context.verb(), Words.left(open)) : dropped(context, open);
        }
        Words.Several meant = Words.findAll(context.command());
        return meant.otherwise().orElseGet(() -> dropped(context, meant.scenarios()));
    }

    /** Drops the others. */
    Response keep(Context context) {
        Command command = context.command();
        Words.Several meant = Words.findAll(command);
        if (meant.otherwise().isPresent()) {
            return meant.otherwise().get();
        }
        List<Scenario> others = command.open().stream()
                .filter(each -> !meant.scenarios().contains(each))
                .toList();
        return others.isEmpty()
                ? Response.refused(command.verb(), "There is nothing else to drop. " + Words.known(command.open()))
                : dropped(context, others);
    }

    private Response dropped(Context context, List<Scenario> gone) {
        Command command = context.command();
        Optional<Decision> decision = store.decision(context.thread());
        Optional<Scenario> decided = gone.stream()
                .filter(each -> decision.filter(of -> of.isFor(each)).isPresent())
                .findFirst();
        if (decided.isPresent()) {
            return Response.refused(
                    command.verb(), decided.get().label() + " is what was decided; say reopen before you drop it");
        }
        store.save(context.from(), gone.stream().map(each -> each.dropped(true)).toList(), ThreadChange.dropped(gone));
        List<Scenario> left =
                command.open().stream().filter(each -> !gone.contains(each)).toList();
        return undoable(command, Words.list(gone) + are(gone) + " dropped", Words.left(left));
    }

    /** Shows what was dropped. */
    Response dropped(Context context) {
        Command command = context.command();
        List<Scenario> dropped =
                command.scenarios().stream().filter(Scenario::dropped).toList();
        if (dropped.isEmpty()) {
            return Response.refused(command.verb(), "Nothing was dropped. " + Words.known(command.open()));
        }
        List<Scenario> latest = dropped.subList(Math.max(0, dropped.size() - SHOWN), dropped.size());
        return Response.said(
                command.verb(),
                "Dropped: " + Words.list(latest),
                List.of(
                        new Block.Facts(latest.stream()
                                .map(each -> Block.Fact.of(each.label(), Span.plain(Words.summary(each.figures()))))
                                .toList()),
                        new Block.Choices(
                                "",
                                latest.stream()
                                        .map(each ->
                                                Action.of("Bring back " + each.letter(), "bring back " + each.letter()))
                                        .toList())));
    }

    /** Brings back a scenario that was dropped. */
    Response restore(Context context) {
        Command command = context.command();
        String typed = command.value("letter");
        Optional<Scenario> dropped = command.scenarios().stream()
                .filter(each -> each.isCalled(typed) && each.dropped())
                .findFirst();
        if (dropped.isEmpty()) {
            Words.Found found = Words.find(command, "letter");
            return found.scenario()
                    .<Response>map(open -> Response.refused(
                            command.verb(), open.label() + " was not dropped. " + Words.known(command.open())))
                    .orElse(found.otherwise());
        }
        store.takeBack(context.from(), List.of(dropped.get().dropped(false)));
        return undone(context, dropped.get().label() + " is back");
    }

    private static String are(List<Scenario> scenarios) {
        return scenarios.size() == 1 ? " is" : " are";
    }

    private static Response undoable(Command command, String title, String more) {
        return Response.said(
                command.verb(),
                title,
                List.of(
                        Block.Text.of(Span.plain(more + ".")),
                        new Block.Choices("", List.of(Action.of("Undo", "undo")))));
    }

    Response call(Context context) {
        Command command = context.command();
        String name = command.value("name").replaceAll("^[\"'\u201c]|[\"'\u201d]$", "");
        Words.Found found = Words.find(command, "letter");
        if (found.scenario().isEmpty()) {
            return found.otherwise();
        }
        if (command.scenarios().stream().anyMatch(each -> each.isCalled(name))) {
            return Response.refused(command.verb(), "\"" + name + "\" is taken. " + Words.known(command.open()));
        }
        if (name.length() == 1) {
            return Response.refused(
                    command.verb(),
                    "\"" + name + "\" may become a letter of this thread: a name is longer, e.g. call "
                            + found.scenario().get().letter() + " pilot");
        }
        Scenario before = found.scenario().get();
        store.save(context.from(), List.of(before.named(name)), ThreadChange.renamed(before));
        return undoable(command, before.label() + " is called " + name, Words.summary(before.figures()));
    }

    Response merge(Context context) {
        Command command = context.command();
        Words.Several meant = Words.findAll(command);
        return meant.otherwise().orElseGet(() -> {
            String first = meant.scenarios().getFirst().letter();
            String second = meant.scenarios().getLast().letter();
            return Response.refused(
                    command.verb(),
                    "Two plans cannot become one: " + first + " vs " + second + " shows them side by side, and drop "
                            + second + " leaves " + first);
        });
    }

    Response undo(Context context) {
        Optional<ThreadChange> last = store.lastChange(context.thread());
        if (last.isEmpty()) {
            return Response.refused(context.verb(), NOTHING);
        }
        ThreadChange change = last.get();
        List<Scenario> changed = store.scenarios(context.thread()).stream()
                .filter(each -> change.scenarios().contains(each.number()))
                .toList();
        return switch (change.kind()) {
            case DROP -> {
                store.takeBack(
                        context.from(),
                        changed.stream().map(each -> each.dropped(false)).toList());
                yield undone(context, Words.list(changed) + are(changed) + " back");
            }
            case RENAME -> {
                List<Scenario> named =
                        changed.stream().map(each -> each.named(change.name())).toList();
                store.takeBack(context.from(), named);
                yield undone(
                        context, Words.list(named) + (change.name().isEmpty() ? " has no name again" : " is back"));
            }
            case DECISION -> {
                store.reopen(context.from());
                store.takeBack(context.from(), List.of());
                yield undone(context, "Nothing is decided any more");
            }
            case VOTE ->
                Response.refused(
                        context.verb(),
                        "The last change was a vote: each person changes it by voting again, e.g. vote B");
            case REOPENING ->
                Response.refused(context.verb(), "The last change was to reopen: decide again, e.g. decide B");
        };
    }

    private Response undone(Context context, String title) {
        List<Scenario> open = store.scenarios(context.thread()).stream()
                .filter(each -> !each.dropped())
                .toList();
        return Response.said(context.verb(), title, List.of(Block.Text.of(Span.plain(Words.known(open) + "."))));
    }
}
