package io.tunetally.discussion.command;

import io.tunetally.catalog.ModelId;
import io.tunetally.conversation.Defaults;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.Scenario;
import io.tunetally.discussion.TeamRules;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers the commands about the scenarios of a thread. */
final class ScenarioCommands {
    /** Stands for a scenario in a question about it. */
    private static final String PRONOUN = "it";

    /** Leads a question that compares the last plan with another model. */
    private static final String WITH_LAST = "compare it ";

    private static final List<String> CHANGES = List.of("change", "rest", "count");

    private final DiscussionStore store;
    private final TeamRules rules;
    private final Pricing pricing;

    ScenarioCommands(DiscussionStore store, TeamRules rules, Pricing pricing) {
        this.store = store;
        this.rules = rules;
        this.pricing = pricing;
    }

    /** Shows every scenario, with the votes and what was decided. */
    Response board(Context context) {
        List<Scenario> all = store.scenarios(context.thread());
        List<Scenario> open = new Command(context.verb(), Map.of(), all).open();
        if (open.isEmpty()) {
            return Response.refused(context.verb(), Words.none(all));
        }
        Board board = new Board(today(context, open), this::job, pricing::seller);
        List<Block> blocks = blocks(context, board);
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

    /** Shows all scenarios, or what a change makes of them. */
    Response compared(Context context) {
        return changed(context, context.command().open());
    }

    /** Shows the named scenarios alone. */
    Response show(Context context) {
        Words.Several meant = Words.findAll(context.command());
        return meant.otherwise().orElseGet(() -> board(context, meant.scenarios()));
    }

    /** Shows some scenarios alone. */
    Response board(Context context, List<Scenario> scenarios) {
        return board(context, scenarios, List.of());
    }

    private Response board(Context context, List<Scenario> open, List<Block> before) {
        if (open.isEmpty()) {
            return Response.refused(context.verb(), Words.none(context.command().scenarios()));
        }
        Board board = new Board(today(context, open), this::job, pricing::seller);
        List<Block> blocks = new ArrayList<>(before);
        blocks.addAll(blocks(context, board));
        blocks.add(board.next());
        return Response.said(context.verb(), board.title(), blocks);
    }

    /** Returns a board with its amounts in the team's own currency, too. */
    private List<Block> blocks(Context context, Board board) {
        List<Block> blocks = new ArrayList<>(board.blocks());
        rules.rule(context.thread(), TeamRules.CURRENCY)
                .map(rule -> KeptNote.inCurrency(rule, board.amounts()))
                .ifPresent(line -> blocks.add(new Block.Notes(Block.Tone.BASIS, List.of(List.of(Span.plain(line))))));
        return blocks;
    }

    Slots job(Scenario scenario) {
        return pricing.request(scenario.full()).slots();
    }

    /** Prices those again that were priced on an earlier day or from other prices. */
    List<Scenario> today(Context context, List<Scenario> scenarios) {
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
        Words.Found found = Words.find(command, "letter");
        return found.scenario()
                .map(scenario -> ask(context, scenario, change(command)))
                .orElse(found.otherwise());
    }

    /** Asks what a message asks of a scenario that it names within: "when does D pay back?". */
    Response ask(Context context) {
        Command command = context.command();
        Words.Found found = Words.find(command, "letter");
        List<Scenario> others = others(command);
        if (found.scenario().isPresent() && !others.isEmpty()) {
            List<Scenario> several = new ArrayList<>(others);
            several.add(found.scenario().get());
            String letters = Words.letters(several);
            return Response.refused(
                    context.verb(),
                    "That names " + letters + " at once: ask about one of them, or say compare " + letters
                            + " over a year");
        }
        String question = String.join(" ", command.value("before"), PRONOUN, command.value("after"));
        return found.scenario()
                .map(scenario -> ask(context, scenario, question.strip()))
                .orElse(found.otherwise());
    }

    /** Returns the other scenarios whose letters stand in a question about one. */
    private static List<Scenario> others(Command command) {
        Set<String> words =
                Set.copyOf(List.of((command.value("before") + " " + command.value("after")).split("[\\s,]+", -1)));
        return command.open().stream()
                .filter(each -> !each.isCalled(command.value("letter")) && words.contains(each.letter()))
                .toList();
    }

    private Response ask(Context context, Scenario scenario, String text) {
        String letter = scenario.letter();
        return new Response.Ask(
                text,
                pricing.request(scenario.canonical()),
                Response.refused(
                        context.verb(),
                        "I did not understand what to do with " + scenario.label() + ": say for example " + letter
                                + " with 5 epochs, " + letter + " over a year, or drop " + letter));
    }

    private static String change(Command command) {
        return CHANGES.stream()
                .map(command::value)
                .filter(typed -> !typed.isEmpty())
                .findFirst()
                .orElse("");
    }

    Response versus(Context context) {
        Words.Several meant = Words.findAll(context.command());
        return meant.otherwise().orElseGet(() -> changed(context, meant.scenarios()));
    }

    /** Compares scenarios under the change of a command. One that means nothing is said back. */
    private Response changed(Context context, List<Scenario> sides) {
        String change = change(context.command());
        if (change.isEmpty() || sides.isEmpty()) {
            return board(context, sides);
        }
        Map<Scenario, Scenario> changed = new LinkedHashMap<>();
        sides.forEach(side -> pricing.price(change, pricing.request(side.canonical()), context.defaults())
                .ifPresent(plan -> changed.put(side, side.with(plan))));
        if (changed.isEmpty()) {
            return board(context, sides, List.of(Block.Text.of(Span.plain("Not used: " + change + "."))));
        }
        if (changed.entrySet().stream().anyMatch(each -> isOfOtherModels(each.getKey(), each.getValue()))) {
            // A model that is named beside the plans is one more, and takes the place of none.
            return new Response.Ask(WITH_LAST + change, null, Response.refused(context.verb(), Words.known(sides)));
        }
        Optional<Scenario> unpriced =
                sides.stream().filter(side -> !changed.containsKey(side)).findFirst();
        if (unpriced.isPresent()) {
            return Response.refused(
                    context.verb(),
                    "\"" + change + "\" gives no price for " + unpriced.get().label()
                            + "; a change is said like over 12 months or with 5 epochs");
        }
        Board board = new Board(List.copyOf(changed.values()), this::job, pricing::seller);
        return Response.changed(context.verb(), board.title(), blocks(context, board), change);
    }

    private boolean isOfOtherModels(Scenario before, Scenario after) {
        List<ModelId> models = pricing.request(before.canonical()).slots().value(SlotName.MODELS);
        return models != null
                && !models.equals(pricing.request(after.canonical()).slots().value(SlotName.MODELS));
    }

    /** Prices every offer with the assumptions of one scenario: of the first, unless one is named. */
    Response onEqualTerms(Context context) {
        Command command = context.command();
        Words.Several meant = Words.findAll(command);
        if (meant.otherwise().isPresent()) {
            return meant.otherwise().get();
        }
        List<Scenario> open = command.open();
        if (open.size() < 2) {
            return Response.refused(
                    command.verb(), open.isEmpty() ? Words.none(command.scenarios()) : Words.tooFew(open));
        }
        Scenario terms = meant.scenarios().stream().findFirst().orElse(open.getFirst());
        Request request = pricing.request(terms.full());
        Difference offers = new Difference(pricing, context.defaults());
        List<Scenario> changed = new ArrayList<>();
        for (Scenario each : open) {
            pricing.price(offers.withOffer(each, request), context.defaults())
                    .ifPresent(plan -> changed.add(each.with(plan)));
        }
        List<Scenario> unpriced = open.stream()
                .filter(each -> changed.stream().noneMatch(priced -> priced.number() == each.number()))
                .toList();
        if (changed.isEmpty()) {
            return Response.refused(command.verb(), "Nothing has a price with the numbers of " + terms.label());
        }
        Board board = new Board(changed, this::job, pricing::seller);
        List<Block> blocks = blocks(context, board);
        if (!unpriced.isEmpty()) {
            blocks.add(Block.Text.of(Span.plain("No price with these numbers: " + Words.letters(unpriced) + ".")));
        }
        blocks.add(new Block.Choices("", List.of(Action.of("As they were asked", "scenarios"))));
        return Response.said(command.verb(), "With the numbers of " + terms.label() + ": " + board.title(), blocks);
    }
}
