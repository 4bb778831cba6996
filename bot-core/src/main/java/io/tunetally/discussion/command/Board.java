package io.tunetally.discussion.command;

import io.tunetally.catalog.ProviderId;
import io.tunetally.discussion.Figures;
import io.tunetally.discussion.Scenario;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios side by side: the cheapest that can be started first, all by one measure. The total is that measure where each
 * is about running over the same months, else training alone.
 */
final class Board {
    private static final int ROWS = 5;

    /** Named by the offer in each row. */
    private static final Set<SlotName<?>> IN_OFFER = Set.of(
            SlotName.MODELS, SlotName.PROVIDER, SlotName.METHOD, SlotName.SIZE_B, SlotName.QUANTIZED, SlotName.EDITION);

    private final List<Scenario> ordered;
    private final Map<Scenario, Slots> jobs;
    private final List<String> shared = new ArrayList<>();
    private final List<Span> differing = new ArrayList<>();
    private final boolean byTotal;
    private final Function<ProviderId, String> sellers;

    /**
     * @param job returns the values of a scenario, with every assumption
     * @param sellers the names of sellers
     */
    Board(List<Scenario> scenarios, Function<Scenario, Slots> job, Function<ProviderId, String> sellers) {
        this.sellers = sellers;
        byTotal = byTotal(scenarios);
        ordered = scenarios.stream()
                .sorted(Comparator.comparing((Scenario scenario) ->
                                !scenario.figures().closed().isEmpty())
                        .thenComparing(scenario -> byTotal && scenario.figures().total() == null)
                        .thenComparing(scenario -> byTotal && scenario.figures().cut() != null)
                        .thenComparing(scenario -> measure(scenario).low())
                        .thenComparing(scenario -> measure(scenario).high())
                        .thenComparingLong(Scenario::number))
                .toList();
        jobs = new LinkedHashMap<>();
        ordered.stream().limit(ROWS).forEach(scenario -> jobs.put(scenario, job.apply(scenario)));
        compareAssumptions();
    }

    private static boolean byTotal(List<Scenario> scenarios) {
        return scenarios.stream().allMatch(scenario -> scenario.figures().days() > 0)
                && scenarios.stream()
                                .map(scenario -> scenario.figures().days())
                                .distinct()
                                .count()
                        == 1;
    }

    Scenario cheapest() {
        return ordered.getFirst();
    }

    /** Says why training alone is compared where some plans have running costs, too. */
    private Optional<String> measure() {
        List<Scenario> running = ordered.stream()
                .filter(scenario -> scenario.figures().days() > 0)
                .toList();
        if (byTotal || running.isEmpty()) {
            return Optional.empty();
        }
        boolean all = running.size() == ordered.size();
        String those = ordered.size() > 2
                ? "compare those"
                : inOrder(ordered).stream().map(Scenario::letter).collect(Collectors.joining(" vs "));
        return Optional.of("Compared by training alone, as "
                + (all
                        ? "the months of running differ"
                        : "running was asked only of "
                                + Words.letters(
                                        running.stream().limit(2L * ROWS).toList())
                                + (running.size() > 2 * ROWS ? ", ..." : ""))
                + "; " + those + " over "
                + Text.period(running.getFirst().figures().days())
                + (ordered.size() > 2 ? " compares all." : " compares both."));
    }

    /** Returns the scenarios in the order of their letters. */
    private static List<Scenario> inOrder(List<Scenario> scenarios) {
        return scenarios.stream()
                .sorted(Comparator.comparingLong(Scenario::number))
                .toList();
    }

    private Band measure(Scenario scenario) {
        return byTotal ? scenario.figures().headline() : scenario.figures().training();
    }

    String measured(Scenario scenario) {
        if (byTotal && scenario.figures().total() == null) {
            return Numbers.money(scenario.figures().training()) + " to train, running cost unknown";
        }
        return Numbers.money(measure(scenario)) + (byTotal ? " over " + Words.period(scenario.figures()) : " to train");
    }

    /** {@code Cheapest of 4: C, Llama 3.1 8B, LoRA on Ori, $0.69 to train}. */
    String title() {
        Scenario first = cheapest();
        String what = first.label() + ", " + first.figures().offer() + ", " + measured(first);
        if (!first.figures().closed().isEmpty()) {
            return "None of the " + ordered.size() + " can be started today; " + what + ", "
                    + first.figures().closed();
        }
        return ordered.size() == 1
                ? "One scenario: " + what
                : "Cheapest of " + ordered.size() + ": " + what + endsSooner(first);
    }

    /** Says which plan costs less than the cheapest one because it ends before the months are over; empty for none. */
    private String endsSooner(Scenario cheapest) {
        return ordered.stream()
                .filter(scenario -> byTotal
                        && cheapest.figures().cut() == null
                        && scenario.figures().cut() != null
                        && scenario.figures().closed().isEmpty()
                        && measure(scenario).low().compareTo(measure(cheapest).low()) < 0)
                .findFirst()
                .map(scenario -> "; " + scenario.label() + " is " + measured(scenario))
                .orElse("");
    }

    List<Block> blocks() {
        List<List<Span>> notes = new ArrayList<>();
        if (!differing.isEmpty()) {
            notes.add(differing);
        }
        if (!shared.isEmpty()) {
            notes.add(List.of(Span.plain((jobs.size() == 1 ? "" : "All: ") + String.join(" · ", shared))));
        }
        notes.addAll(0, standing());
        measure().ifPresent(text -> notes.addFirst(List.of(Span.plain(text))));
        if (ordered.size() > ROWS) {
            notes.add(List.of(Span.plain(ordered.size() - ROWS + " more, each dearer or not to be started today: "
                    + Words.letters(ordered.stream().skip(ROWS).limit(2L * ROWS).toList())
                    + (ordered.size() > 3 * ROWS ? ", ..." : ""))));
        }
        List<Span> people = Words.people(List.copyOf(jobs.keySet()));
        if (!people.isEmpty()) {
            notes.add(people);
        }
        return List.of(table(), new Block.Notes(Block.Tone.BASIS, notes));
    }

    /** Says which plans end within the months or cannot be started. */
    private List<List<Span>> standing() {
        List<List<Span>> notes = new ArrayList<>();
        jobs.keySet().forEach(scenario -> {
            Figures figures = scenario.figures();
            if (figures.cut() != null && figures.total() != null) {
                notes.add(List.of(Span.plain(scenario.letter() + ": " + Numbers.money(figures.total()) + " over "
                        + Words.period(figures) + ".")));
            }
            if (!figures.closed().isEmpty()) {
                notes.add(List.of(Span.plain(scenario.letter() + " " + Words.CLOSED + ": " + figures.closed() + ".")));
            }
        });
        return notes;
    }

    /** Returns the amounts of the rows by which they are compared. */
    Map<Scenario, Band> amounts() {
        Map<Scenario, Band> amounts = new LinkedHashMap<>();
        jobs.keySet().forEach(scenario -> amounts.put(scenario, measure(scenario)));
        return amounts;
    }

    private Block table() {
        boolean running =
                jobs.keySet().stream().anyMatch(scenario -> scenario.figures().monthly() != null);
        List<Block.Column> columns = new ArrayList<>(
                List.of(Block.Column.text(""), Block.Column.text("Plan"), Block.Column.number("To train")));
        if (running) {
            columns.add(Block.Column.number("A month"));
        }
        if (byTotal) {
            columns.add(Block.Column.number(Text.period(cheapest().figures().days())));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Scenario scenario : jobs.keySet()) {
            Figures figures = scenario.figures();
            List<String> row = new ArrayList<>();
            boolean best = scenario.equals(cheapest()) && figures.closed().isEmpty() && ordered.size() > 1;
            row.add(scenario.letter() + (best ? " *" : ""));
            row.add((scenario.name().isEmpty() ? "" : scenario.name() + ": ")
                    + figures.offer()
                    + (figures.closed().isEmpty() ? "" : " (" + Words.CLOSED + ")"));
            row.add(Numbers.money(figures.training()));
            if (running) {
                row.add(money(figures.monthly(), figures));
            }
            if (byTotal) {
                row.add(money(figures.total(), figures) + (figures.cut() == null ? "" : " until it ends"));
            }
            rows.add(row);
        }
        return new Block.Table(columns, rows);
    }

    private static String money(@Nullable Band band, Figures figures) {
        return band != null ? Numbers.money(band) : figures.days() > 0 ? "unknown" : "not asked";
    }

    /** Finds what all share, and in bold what differs. */
    private void compareAssumptions() {
        for (SlotName<?> name : SlotName.all()) {
            if (IN_OFFER.contains(name) || name.is(SlotTrait.ONCE)) {
                continue;
            }
            Map<String, List<Scenario>> values = jobs.keySet().stream()
                    .collect(Collectors.groupingBy(
                            scenario -> Words.value(jobs.getOrDefault(scenario, Slots.NONE), name, sellers),
                            LinkedHashMap::new,
                            Collectors.toList()));
            // That running was asked of some only is said where training alone is compared.
            if (!byTotal && name.is(SlotTrait.RUNNING)) {
                values.remove("");
            }
            if (values.size() == 1) {
                values.forEach(this::isShared);
            } else {
                values.forEach(this::differs);
            }
        }
    }

    private void isShared(String value, List<Scenario> scenarios) {
        if (!value.isEmpty() && scenarios.size() == jobs.size()) {
            shared.add(value);
        }
    }

    private void differs(String value, List<Scenario> scenarios) {
        if (!value.isEmpty()) {
            differing.add(Span.plain(differing.isEmpty() ? "Different jobs: " : " · "));
            differing.add(Span.strong(value));
            differing.add(Span.plain(" (" + Words.letters(scenarios) + ")"));
        }
    }

    /** Returns what a team does next. */
    Block.Choices next() {
        List<Action> actions = new ArrayList<>();
        Scenario first = cheapest();
        if (first.figures().closed().isEmpty()) {
            actions.add(Action.of("Decide " + first.letter(), "decide " + first.letter()));
        }
        if (!differing.isEmpty()) {
            String terms = inOrder(ordered).getFirst().letter();
            actions.add(Action.of("All with " + terms + "'s numbers", "compare those with " + terms + "'s numbers"));
        }
        if (jobs.size() > 1) {
            actions.add(Action.of("Vote", "vote"));
            jobs.keySet().stream()
                    .filter(each -> each.figures().closed().isEmpty() && !each.equals(first))
                    .reduce((_, dearer) -> dearer)
                    .map(Scenario::letter)
                    .ifPresent(letter -> actions.add(
                            Action.of("Why is " + letter + " dearer?", "what makes " + letter + " dearer")));
        }
        return new Block.Choices("", actions);
    }
}
