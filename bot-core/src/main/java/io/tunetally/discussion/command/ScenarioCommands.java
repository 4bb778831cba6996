package io.tunetally.discussion.command;

import io.tunetally.conversation.Defaults;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.Scenario;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.request.Request;
import io.tunetally.request.Slots;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers the commands about the scenarios of a thread. */
final class ScenarioCommands {
    private static final int DRIVERS_SHOWN = 4;

    /** Stands for a scenario in a question about it. */
    private static final String PRONOUN = "it";

    private static final List<String> CHANGES = List.of("change", "rest", "count");

    private final DiscussionStore store;
    private final Pricing pricing;

    ScenarioCommands(DiscussionStore store, Pricing pricing) {
        this.store = store;
        this.pricing = pricing;
    }

    /** Shows every scenario, with the votes and what was decided. */
    Response board(Context context) {
        List<Scenario> all = store.scenarios(context.thread());
        List<Scenario> open = new Command(context.verb(), Map.of(), all).open();
        if (open.isEmpty()) {
            return Response.refused(context.verb(), Words.none(all));
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
        Board board = new Board(today(context, open), this::job);
        List<Block> blocks = new ArrayList<>(before);
        blocks.addAll(board.blocks());
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
        Words.Found found = Words.find(command, "letter");
        return found.scenario()
                .map(scenario -> ask(context, scenario, change(command)))
                .orElse(found.otherwise());
    }

    /** Asks what a message asks of a scenario that it names within: "when does D pay back?". */
    Response ask(Context context) {
        Command command = context.command();
        Words.Found found = Words.find(command, "letter");
        String question = String.join(" ", command.value("before"), PRONOUN, command.value("after"));
        return found.scenario()
                .map(scenario -> ask(context, scenario, question.strip()))
                .orElse(found.otherwise());
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
        Optional<Scenario> unpriced =
                sides.stream().filter(side -> !changed.containsKey(side)).findFirst();
        if (unpriced.isPresent()) {
            return Response.refused(
                    context.verb(),
                    "\"" + change + "\" gives no price for " + unpriced.get().label()
                            + "; a change is said like over 12 months or with 5 epochs");
        }
        Board board = new Board(List.copyOf(changed.values()), this::job);
        return Response.said(context.verb(), board.title(), board.blocks());
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
        Board board = new Board(changed, this::job);
        List<Block> blocks = new ArrayList<>(board.blocks());
        if (!unpriced.isEmpty()) {
            blocks.add(Block.Text.of(Span.plain("No price with these numbers: " + Words.letters(unpriced) + ".")));
        }
        blocks.add(new Block.Choices("", List.of(Action.of("As they were asked", "scenarios"))));
        return Response.said(command.verb(), "With the numbers of " + terms.label() + ": " + board.title(), blocks);
    }

    Response dearer(Context context) {
        Command command = context.command();
        Words.Found found = Words.find(command, "letter");
        if (found.scenario().isEmpty()) {
            return found.otherwise();
        }
        List<Scenario> priced = today(context, command.open());
        Scenario examined = same(priced, found.scenario().get());
        Scenario other;
        if (command.has("other")) {
            Words.Found second = Words.find(command, "other");
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
