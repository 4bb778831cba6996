package io.tunetally.discussion.command;

import io.tunetally.chat.Envelope;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.DiscussionStore.Kept;
import io.tunetally.discussion.Rule;
import io.tunetally.discussion.Scenario;
import io.tunetally.discussion.TeamRules;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Says below an answer which scenarios and quotes it has become, and what the team's rules have to do with it. */
final class KeptNote {
    private final TeamRules rules;

    KeptNote(TeamRules rules) {
        this.rules = rules;
    }

    /**
     * Returns a line; empty if there is nothing to say.
     *
     * @param all reads the scenarios of the thread
     */
    String of(Envelope from, DiscussionStore.Recorded recorded, Supplier<List<Scenario>> all) {
        List<Kept> kept = recorded.kept();
        List<Scenario> scenarios = kept.stream().map(Kept::scenario).toList();
        List<String> parts = new ArrayList<>();
        boolean isAlone = kept.size() == 1
                && kept.getFirst().state() == Kept.State.NEW
                && scenarios.getFirst().number() == 1;
        if (kept.size() == 1) {
            if (!isAlone) {
                parts.add("Scenario " + label(kept.getFirst()) + " · Q"
                        + scenarios.getFirst().quote());
            }
            parts.addAll(teamsOwn(from, scenarios.getFirst()));
            currency(from, scenarios.getFirst()).ifPresent(parts::add);
        } else {
            parts.add(kept.stream()
                    .map(each -> label(each) + ": " + each.scenario().figures().offer() + " (Q"
                            + each.scenario().quote() + ")")
                    .collect(Collectors.joining(" · ", "Scenarios ", "")));
        }
        unseen(kept, all).ifPresent(parts::add);
        Optional<Rule> budget = recorded.budget();
        budget.flatMap(_ -> scenarios.stream().filter(Words::isRunningUnknown).findFirst())
                .map(each ->
                        "The cost of running " + each.letter() + " is unknown, so the budget counts its training alone")
                .ifPresent(parts::add);
        scenarios.stream()
                .map(each -> each.figures().headline().high())
                .max(Money::compareTo)
                .flatMap(most -> budget.flatMap(rule -> WatchCommands.crossed(most, rule)))
                .ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    /** The first plan of a thread has no letter in sight until there is a second one. */
    private static Optional<String> unseen(List<Kept> kept, Supplier<List<Scenario>> all) {
        boolean isSecond = kept.stream()
                .anyMatch(each ->
                        each.state() == Kept.State.NEW && each.scenario().number() == 2);
        boolean isNamed = kept.stream().anyMatch(each -> each.scenario().number() == 1);
        return isSecond && !isNamed
                ? all.get().stream()
                        .filter(each -> each.number() == 1 && !each.dropped())
                        .findFirst()
                        .map(each -> each.label() + " is " + each.figures().offer() + " (Q" + each.quote() + ")")
                : Optional.empty();
    }

    private static String label(Kept kept) {
        String label = kept.scenario().label();
        return switch (kept.state()) {
            case NEW, CHANGED -> label;
            case AGAIN -> label + " again";
            case BACK -> label + " is back";
        };
    }

    /** Marks a price that the team's own rules have changed. */
    private List<String> teamsOwn(Envelope from, Scenario scenario) {
        List<String> marks = new ArrayList<>();
        String subject = scenario.figures().model() + " " + scenario.figures().provider();
        if (rules.has(from.discussion(), TeamRules.PRICE + " " + subject)) {
            marks.add("the team's own price");
        } else {
            rules.rule(
                            from.discussion(),
                            TeamRules.DISCOUNT + " " + scenario.figures().provider())
                    .ifPresent(rule -> marks.add("with the team's discount of " + rule.value() + " %"));
        }
        return marks;
    }

    /** {@code 0.63 EUR (the team's rate, 0.92 since 2026-11-01)}. */
    private Optional<String> currency(Envelope from, Scenario scenario) {
        String what = Words.isRunningUnknown(scenario) ? " to train" : "";
        return rules.rule(from.discussion(), TeamRules.CURRENCY)
                .map(TeamRate::of)
                .map(rate -> rate.amount(scenario.figures().headline()) + " " + rate.currency() + what + rate.origin());
    }

    /**
     * {@code In EUR (the team's rate, 0.92 since 2026-11-01): B 0.54 · A 0.63}.
     *
     * @param amounts by scenario, in their order
     */
    static String inCurrency(Rule rule, Map<Scenario, Band> amounts) {
        TeamRate rate = TeamRate.of(rule);
        return amounts.entrySet().stream()
                .map(each -> each.getKey().letter() + " " + rate.amount(each.getValue()))
                .collect(Collectors.joining(" · ", "In " + rate.currency() + rate.origin() + ": ", ""));
    }

    /**
     * The team's own rate of a currency.
     *
     * @param origin whose rate it is and since when, for people
     */
    private record TeamRate(String currency, BigDecimal perDollar, String origin) {
        static TeamRate of(Rule rule) {
            String[] value = rule.value().split(" ", 2);
            return new TeamRate(
                    value[0],
                    new BigDecimal(value[1]),
                    " (the team's rate, " + value[1] + " since " + rule.from() + ")");
        }

        String amount(Band usd) {
            return Numbers.money(usd.times(perDollar)).replace("$", "");
        }
    }
}
