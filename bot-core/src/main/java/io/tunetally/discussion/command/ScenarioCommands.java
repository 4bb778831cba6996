package io.tunetally.discussion.command;

import io.tunetally.chat.UserId;
import io.tunetally.conversation.Defaults;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.DiscussionStore.Priced;
import io.tunetally.discussion.Scenario;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.request.Slots;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Answers the commands about the scenarios of a thread. */
final class ScenarioCommands {
    private static final Pattern MENTION = Pattern.compile("<@!?(\\w+)(?:\\|[^>]*)?>");
    private static final int DRIVERS_SHOWN = 4;
    private static final List<String> CHANGES = List.of("change", "rest", "count");
    private static final List<String> SIDES = List.of("letter", "other", "third", "fourth");

    private final DiscussionStore store;
    private final Pricing pricing;

    ScenarioCommands(DiscussionStore store, Pricing pricing) {
        this.store = store;
        this.pricing = pricing;
    }

    /** Shows every scenario, with the votes and what was decided. */
    Response board(Context context) {
        List<Scenario> open = new Command(context.verb(), Map.of(), store.scenarios(context.thread())).open();
        if (open.isEmpty()) {
            return Response.refused(context.verb(), Words.known(open));
        }
        Board board = new Board(today(context, open), this::job);
        List<Block> blocks = new ArrayList<>(board.blocks());
        List<List<Span>> notes = standing(context, open);
        if (!notes.isEmpty()) {
            blocks.add(new Block.Notes(Block.Tone.BASIS, notes));
        }
        blocks.add(board.next());
        return Response.board(context.verb(), board.title(), blocks);
    }

    private List<List<Span>> standing(Context context, List<Scenario> open) {
        Map<Long, Long> votes = store.votes(context.thread()).stream()
                .collect(Collectors.groupingBy(DiscussionStore.Vote::scenario, Collectors.counting()));
        List<List<Span>> notes = new ArrayList<>();
        String counted = open.stream()
                .filter(scenario -> votes.containsKey(scenario.number()))
                .map(scenario -> scenario.letter() + " " + votes.get(scenario.number()))
                .collect(Collectors.joining(" · "));
        if (!counted.isEmpty()) {
            notes.add(List.of(Span.plain("Votes: " + counted)));
        }
        store.decision(context.thread())
                .ifPresent(decision -> notes.add(List.of(
                        Span.plain("Decided on " + Words.day(decision.at()) + ": "), Span.strong(decision.label()))));
        return notes;
    }

    /** Shows the scenarios that the command was read with. */
    Response compared(Context context) {
        return board(context, context.command().scenarios());
    }

    Response drop(Context context) {
        return context.command().has("other")
                ? bothDropped(context)
                : changed(context, Scenario::withoutPlace, "dropped");
    }

    private Response board(Context context, List<Scenario> scenarios) {
        List<Scenario> open = new Command(context.verb(), Map.of(), scenarios).open();
        if (open.isEmpty()) {
            return Response.refused(context.verb(), Words.known(open));
        }
        Board board = new Board(today(context, open), this::job);
        List<Block> blocks = new ArrayList<>(board.blocks());
        blocks.add(board.next());
        return Response.said(context.verb(), board.title(), blocks);
    }

    private Slots job(Scenario scenario) {
        return pricing.request(scenario.full()).slots();
    }

    /** Prices those again that were priced on an earlier day or from other prices. */
    private List<Scenario> today(Context context, List<Scenario> scenarios) {
        return scenarios.stream()
                .map(scenario -> isOfToday(scenario, context.defaults())
                        ? scenario
                        : pricing.price(scenario.full(), context.defaults())
                                .map(priced -> scenario.at(priced.figures()))
                                .orElse(scenario))
                .toList();
    }

    private boolean isOfToday(Scenario scenario, Defaults defaults) {
        return Words.day(scenario.askedAt()).equals(pricing.today())
                && scenario.figures().digest().equals(pricing.digest(defaults));
    }

    Response edit(Context context) {
        Command command = context.command();
        Words.Found found = Words.find(command.scenarios(), command.value("letter"), command.verb());
        return found.scenario()
                .<Response>map(scenario -> new Response.Ask(change(command), pricing.request(scenario.canonical())))
                .orElse(found.otherwise());
    }

    private static String change(Command command) {
        return CHANGES.stream()
                .map(command::value)
                .filter(typed -> !typed.isEmpty())
                .findFirst()
                .orElse("");
    }

    Response versus(Context context) {
        Command command = context.command();
        List<Scenario> sides = new ArrayList<>();
        for (String gap : SIDES.stream().filter(command::has).toList()) {
            Words.Found found = Words.find(command.scenarios(), command.value(gap), command.verb());
            if (found.scenario().isEmpty()) {
                return found.otherwise();
            }
            sides.add(found.scenario().get());
        }
        String change = change(command);
        if (change.isEmpty()) {
            return board(context, sides);
        }
        List<Scenario> changed = new ArrayList<>();
        for (Scenario side : sides) {
            Optional<Priced> priced = pricing.price(change, pricing.request(side.canonical()), context.defaults());
            if (priced.isEmpty()) {
                return Response.refused(
                        command.verb(),
                        "\"" + change + "\" gives no price for " + side.label()
                                + "; a change is said like over 12 months or with 5 epochs");
            }
            changed.add(new Scenario(
                    side.number(),
                    side.name(),
                    priced.get().canonical(),
                    priced.get().full(),
                    side.asker(),
                    side.quote(),
                    false,
                    priced.get().figures(),
                    side.askedAt()));
        }
        Board board = new Board(changed, this::job);
        return Response.said(command.verb(), board.title(), board.blocks());
    }

    private Response bothDropped(Context context) {
        Command command = context.command();
        List<Scenario> meant = new ArrayList<>();
        for (String gap : List.of("letter", "other")) {
            Words.Found found = Words.find(command.scenarios(), command.value(gap), command.verb());
            if (found.scenario().isEmpty()) {
                return found.otherwise();
            }
            meant.add(found.scenario().get());
        }
        meant.forEach(scenario -> store.save(context.from(), scenario.withoutPlace()));
        List<Scenario> left =
                command.open().stream().filter(each -> !meant.contains(each)).toList();
        return Response.said(
                command.verb(),
                meant.getFirst().label() + " and " + meant.getLast().label() + " are dropped",
                List.of(Block.Text.of(Span.plain(Words.known(left) + "."))));
    }

    private interface Change {
        Scenario of(Scenario scenario);
    }

    private Response changed(Context context, Change change, String what) {
        Command command = context.command();
        Words.Found found = Words.find(command.scenarios(), command.value("letter"), command.verb());
        if (found.scenario().isEmpty()) {
            return found.otherwise();
        }
        Scenario before = found.scenario().get();
        Scenario after = change.of(before);
        store.save(context.from(), after);
        List<Scenario> left = command.open().stream()
                .filter(each -> each.number() != after.number())
                .toList();
        String title = before.label() + " is " + what;
        return Response.said(
                command.verb(),
                title,
                List.of(Block.Text.of(Span.plain(
                        after.dropped()
                                ? Words.known(left) + "."
                                : after.figures().offer() + ", " + Words.price(after.figures()) + "."))));
    }

    Response call(Context context) {
        Command command = context.command();
        String name = command.value("name").replaceAll("^[\"'\u201c]|[\"'\u201d]$", "");
        boolean taken = command.scenarios().stream().anyMatch(each -> each.isCalled(name));
        return taken
                ? Response.refused(command.verb(), "\"" + name + "\" is taken. " + Words.known(command.open()))
                : changed(context, scenario -> scenario.named(name), "called " + name);
    }

    /** A person is known by the platform's id only, so a name works where it is the id, as at the terminal. */
    Response proposedBy(Context context) {
        Command command = context.command();
        String typed = command.value("person");
        Matcher mention = MENTION.matcher(typed);
        String id = mention.matches() ? mention.group(1) : typed.replaceFirst("^@", "");
        List<Scenario> theirs =
                command.open().stream().filter(each -> isBy(each.asker(), id)).toList();
        if (theirs.isEmpty()) {
            return Response.refused(
                    command.verb(),
                    mention.matches()
                            ? "Nothing here was proposed by that person. " + Words.known(command.open())
                            : "I keep no names, so I do not know " + typed + ": mention the person with @, or see "
                                    + "scenarios");
        }
        return board(context, theirs);
    }

    Response mine(Context context) {
        UserId asker = context.from().user();
        List<Scenario> own = context.command().open().stream()
                .filter(each -> each.asker().equals(asker))
                .toList();
        return own.isEmpty()
                ? Response.refused(
                        context.verb(),
                        "You have proposed nothing here. "
                                + Words.known(context.command().open()))
                : board(context, own);
    }

    Response who(Context context) {
        Command command = context.command();
        Words.Found found = Words.find(command.scenarios(), command.value("letter"), command.verb());
        return found.scenario().map(scenario -> asked(context, scenario)).orElse(found.otherwise());
    }

    private static Response asked(Context context, Scenario scenario) {
        Span day = Span.plain("On " + Words.day(scenario.askedAt()));
        Span offer = Span.plain(": " + scenario.figures().offer() + ", " + Words.price(scenario.figures()) + ".");
        UserId asker = scenario.asker();
        boolean known = !asker.value().isEmpty();
        return Response.said(
                context.verb(),
                known
                        ? scenario.label() + " was proposed"
                        : "It is not known any more who proposed " + scenario.label(),
                List.of(
                        known
                                ? Block.Text.of(day, Span.plain(" by "), new Span.Person(asker.value()), offer)
                                : Block.Text.of(day, offer)));
    }

    private static boolean isBy(UserId asker, String id) {
        return asker.value().equalsIgnoreCase(id);
    }

    Response dearer(Context context) {
        Command command = context.command();
        Words.Found found = Words.find(command.scenarios(), command.value("letter"), command.verb());
        if (found.scenario().isEmpty()) {
            return found.otherwise();
        }
        List<Scenario> priced = today(context, command.open());
        Scenario examined = same(priced, found.scenario().get());
        Scenario other;
        if (command.has("other")) {
            Words.Found second = Words.find(command.scenarios(), command.value("other"), command.verb());
            if (second.scenario().isEmpty()) {
                return second.otherwise();
            }
            other = same(priced, second.scenario().get());
        } else {
            List<Scenario> others = priced.stream()
                    .filter(each -> each.number() != examined.number())
                    .toList();
            if (others.isEmpty()) {
                return Response.refused(command.verb(), "There is nothing to compare it with. " + Words.known(priced));
            }
            other = new Board(others, this::job).cheapest();
        }
        return difference(context, examined, other);
    }

    private static Scenario same(List<Scenario> priced, Scenario of) {
        return priced.stream()
                .filter(each -> each.number() == of.number())
                .findFirst()
                .orElse(of);
    }

    private Response difference(Context context, Scenario examined, Scenario other) {
        boolean total = examined.figures().total() != null && other.figures().total() != null;
        Money gap = Difference.amount(examined.figures(), total).minus(Difference.amount(other.figures(), total));
        List<Difference.Driver> drivers = new Difference(pricing, context.defaults()).drivers(examined, other);
        String much = Numbers.money(new Money(gap.usd().abs()))
                + (gap.usd().signum() < 0 ? " less than " : " more than ")
                + other.label();
        if (drivers.isEmpty()) {
            return Response.said(
                    context.verb(), examined.label() + " and " + other.label() + " assume the same", List.of());
        }
        Difference.Driver first = drivers.getFirst();
        List<List<String>> rows = drivers.stream()
                .limit(DRIVERS_SHOWN)
                .map(driver -> List.of(driver.what(), driver.instead(), signed(driver.saved())))
                .toList();
        return Response.said(
                context.verb(),
                examined.label() + " costs " + much + ", most of all because of " + first.what(),
                List.of(
                        new Block.Table(
                                List.of(
                                        Block.Column.text(examined.label()),
                                        Block.Column.text("With " + other.letter() + "'s"),
                                        Block.Column.number("Changes " + examined.letter() + " by")),
                                rows),
                        Block.Text.of(Span.plain("Each row changes one thing alone, so the rows need not add up to "
                                + Numbers.money(new Money(gap.usd().abs())) + "."))));
    }

    /** The saved amount as a change of the price. */
    private static String signed(Money saved) {
        String amount = Numbers.money(new Money(saved.usd().abs()));
        return saved.usd().signum() > 0 ? "-" + amount : "+" + amount;
    }
}
