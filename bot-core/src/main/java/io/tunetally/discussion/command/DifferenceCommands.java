package io.tunetally.discussion.command;

import io.tunetally.discussion.Command;
import io.tunetally.discussion.Figures;
import io.tunetally.discussion.Scenario;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Answers why a scenario costs more or less than another one. */
final class DifferenceCommands {
    private static final int DRIVERS_SHOWN = 4;

    private static final String OTHER = "other";
    private static final String ONE_NUMBER = "lower";
    private static final String OTHER_NUMBER = "upper";
    private static final int THOUSANDS = 3;

    /** The question for the largest item of an answer. */
    private static final String WHY = "why so much";

    private final ScenarioCommands scenarios;
    private final Pricing pricing;

    DifferenceCommands(ScenarioCommands scenarios, Pricing pricing) {
        this.scenarios = scenarios;
        this.pricing = pricing;
    }

    Response dearer(Context context) {
        Command command = context.command();
        if (command.has(ONE_NUMBER)) {
            return ofNumbers(context);
        }
        if (!command.has("letter")) {
            return command.has(OTHER) ? toTheLatest(context) : ofTheLatest(context);
        }
        Words.Found found = Words.find(command, "letter");
        if (found.scenario().isEmpty()) {
            return found.otherwise();
        }
        List<Scenario> priced = scenarios.today(context, command.open());
        Scenario examined = same(priced, found.scenario().get());
        Scenario other;
        if (command.has(OTHER)) {
            Words.Found second = Words.find(command, OTHER);
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
            other = new Board(others, scenarios::job, pricing::seller).cheapest();
            if (!scope(examined).equals(scope(other))) {
                return reason(context, examined);
            }
        }
        return difference(context, examined, other);
    }

    /** Returns what the amount of a plan covers: training alone, the whole period, or the time to a shutdown. Others are not comparable. */
    private static String scope(Scenario plan) {
        Figures figures = plan.figures();
        return figures.total() == null ? "training" : figures.cut() == null ? "period" : "until " + figures.cut();
    }

    /** Asks for the largest item of one plan: {@code why is the gpt one so expensive}. */
    private Response reason(Context context, Scenario examined) {
        return new Response.Ask(
                WHY, pricing.request(examined.canonical()), Response.refused(context.verb(), examined.label()));
    }

    /** {@code the difference between 3 and 5}: says how far apart the last two plans are that have these values of the same thing. */
    private Response ofNumbers(Context context) {
        BigDecimal one = number(context.command().value(ONE_NUMBER));
        BigDecimal other = number(context.command().value(OTHER_NUMBER));
        List<Scenario> latest = latestFirst(context.command().open()).toList();
        for (SlotName<?> slot : SlotName.all()) {
            Optional<Scenario> first =
                    latest.stream().filter(plan -> has(plan, slot, one)).findFirst();
            Optional<Scenario> second =
                    latest.stream().filter(plan -> has(plan, slot, other)).findFirst();
            if (slot.is(SlotTrait.REPLACEABLE) && first.isPresent() && second.isPresent()) {
                List<Scenario> priced = scenarios.today(context, List.of(first.get(), second.get()));
                boolean same = first.get().number() == second.get().number();
                return same
                        ? notKnown(context)
                        : difference(context, same(priced, second.get()), same(priced, first.get()));
            }
        }
        return notKnown(context);
    }

    private static Response notKnown(Context context) {
        return Response.refused(
                context.verb(),
                "This thread has no two plans with these two values: ask for each of them, then for the difference");
    }

    private boolean has(Scenario plan, SlotName<?> slot, BigDecimal number) {
        BigDecimal value = pricing.request(plan.canonical()).slots().number(slot);
        return value != null && value.compareTo(number) == 0;
    }

    private static BigDecimal number(String typed) {
        BigDecimal value = Words.number(typed).orElse(BigDecimal.ZERO);
        return typed.toLowerCase(Locale.ROOT).endsWith("k") ? value.scaleByPowerOfTen(THOUSANDS) : value;
    }

    /** Says how far the plan that was asked about last is from another. */
    private Response toTheLatest(Context context) {
        Words.Found found = Words.find(context.command(), OTHER);
        if (found.scenario().isEmpty()) {
            return found.otherwise();
        }
        List<Scenario> priced = scenarios.today(context, context.command().open());
        Scenario other = same(priced, found.scenario().get());
        return latestFirst(priced)
                .filter(each -> each.number() != other.number())
                .findFirst()
                .map(latest -> difference(context, latest, other))
                .orElseGet(() -> Response.refused(
                        context.verb(), "There is nothing to compare it with. " + Words.known(priced)));
    }

    private static Stream<Scenario> latestFirst(List<Scenario> scenarios) {
        return scenarios.stream()
                .sorted(Comparator.comparing(Scenario::lastAskedAt)
                        .thenComparingLong(Scenario::number)
                        .reversed());
    }

    /** Says how far apart the two plans are that were asked about last, from the dearer one. */
    private Response ofTheLatest(Context context) {
        List<Scenario> latest = latestFirst(context.command().open()).limit(2).toList();
        Board both = new Board(scenarios.today(context, latest), scenarios::job, pricing::seller);
        Scenario cheaper = both.cheapest();
        Scenario dearer = latest.getFirst().number() == cheaper.number() ? latest.getLast() : latest.getFirst();
        return difference(context, dearer, cheaper);
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
        boolean byOffer = first.what().equals(examined.figures().offer());
        CostParts parts = new CostParts(examined.figures(), other.figures(), total);
        List<Block> blocks = new ArrayList<>();
        if (byOffer && total) {
            blocks.add(parts.table(examined.letter(), other.letter()));
        }
        if (byOffer) {
            blocks.add(Block.Text.of(Span.plain(examined.label() + ": " + Words.summary(examined.figures()) + ". "
                    + other.label() + ": " + Words.summary(other.figures()) + ".")));
        }
        if (!byOffer || drivers.size() > 1) {
            blocks.addAll(undone(examined, other, drivers, gap));
        }
        return Response.said(
                context.verb(),
                examined.label() + " costs " + much + ", most of all because of "
                        + (byOffer ? parts.reason() : first.what()),
                blocks);
    }

    /** What each difference alone changes; a single one changes all. */
    private static List<Block> undone(Scenario examined, Scenario other, List<Difference.Driver> drivers, Money gap) {
        List<List<String>> rows = drivers.stream()
                .limit(DRIVERS_SHOWN)
                .map(driver -> List.of(driver.what(), driver.instead(), signed(driver.saved())))
                .toList();
        return List.of(
                new Block.Table(
                        List.of(
                                Block.Column.text(examined.label()),
                                Block.Column.text("With " + other.letter() + "'s"),
                                Block.Column.number("Changes " + examined.letter() + " by")),
                        rows),
                Block.Text.of(Span.plain("Each row changes one thing alone, so the rows need not add up to "
                        + Numbers.money(new Money(gap.usd().abs())) + ".")));
    }

    /** The saved amount as a change of the price. */
    private static String signed(Money saved) {
        String amount = Numbers.money(new Money(saved.usd().abs()));
        return saved.usd().signum() > 0 ? "-" + amount : "+" + amount;
    }
}
