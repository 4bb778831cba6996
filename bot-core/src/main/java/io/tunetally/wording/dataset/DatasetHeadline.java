package io.tunetally.wording.dataset;

import io.tunetally.answer.dataset.DatasetReport;
import io.tunetally.answer.dataset.DatasetReport.PricedDataset;
import io.tunetally.answer.dataset.OfferedQuote;
import io.tunetally.dataset.Measurement;
import io.tunetally.dataset.verdict.Verdict;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headline of a report on a training file: the price where the file is not refused, or what to mend first. */
final class DatasetHeadline {
    private static final int MOST_NAMED = 3;

    private final DatasetReport report;
    private final Measurement measured;

    DatasetHeadline(DatasetReport report) {
        this.report = report;
        this.measured = report.measurement();
    }

    String text() {
        if (!report.isTrained()) {
            return untrained(report.untrained().getFirst()) + ". " + acceptance();
        }
        if (measured.examples() == 0) {
            return nothing();
        }
        if (measured.isAnswered() && measured.content().untrained() == measured.examples()) {
            return "Nothing to train on: no example has an answer of the assistant. " + cost();
        }
        return measured.verdicts().stream().anyMatch(Verdict::passes)
                ? cost() + ". " + acceptance()
                : mend() + ". " + cost();
    }

    private String nothing() {
        return measured.lines().bad().stream()
                .findFirst()
                .map(bad -> "No line of " + measured.file() + " is an example: line " + bad.line() + " " + bad.why())
                .orElseGet(() -> measured.file() + " is empty: there is nothing to count or price");
    }

    static String untrained(DatasetReport.Untrained untrained) {
        Offer other = untrained.elsewhere().offer();
        return untrained.provider().name() + " does not train " + other.model().name() + "; "
                + Labels.provider(other) + " does, for "
                + Numbers.money(untrained.elsewhere().training());
    }

    private String cost() {
        return report.first()
                .map(this::cost)
                .orElseGet(() -> measured.file() + ": "
                        + (measured.parquet() == null
                                ? Text.counted(measured.examples(), "example") + ", no price" + byTheHour()
                                : Text.counted(measured.examples(), "row")
                                        + " of Parquet, whose tokens are not counted, so no price"));
    }

    private String cost(PricedDataset first) {
        String month = Standing.whileDeployed(first.offered().standingMonth());
        String offer = Labels.job(first.quote()) + ", "
                + Numbers.money(first.quote().training()) + " ("
                + Labels.provider(first.quote().offer()).replace(" (", ", ").replace(")", "") + ")" + month;
        if (!first.startable()) {
            return offer + closed(first.offered()) + (first.offered().instead() == null ? byTheHour() : "");
        }
        if (report.prices().size() == 1) {
            return offer + standing(first);
        }
        return "Cheapest you can start today: " + offer + standing(first);
    }

    /** Reinforcement is mostly billed by the hour, which the data does not tell. */
    private String byTheHour() {
        return measured.isAnswered()
                ? ""
                : "; what can be started today is billed by the hour: ask \"rft 4 training hours\"";
    }

    private static String closed(OfferedQuote offered) {
        LocalDate end = offered.shutDown();
        Quote instead = offered.instead();
        return ", closed to new customers" + (end == null ? "" : ", ends " + end)
                + (instead == null
                        ? ""
                        : ". You can start today: " + Labels.offer(instead) + ", " + Numbers.money(instead.training()));
    }

    /** The month's cost stands between the provider and its verdict, which then is a sentence of its own. */
    private String standing(PricedDataset first) {
        boolean apart = !first.offered().standingMonth().isZero();
        Optional<Verdict> verdict = report.verdict(first);
        if (verdict.isEmpty()) {
            return apart ? "; the rules for files are not known there" : ", whose rules for files are not known";
        }
        if (verdict.get().passes()) {
            return apart ? "; the file is accepted there" : ": accepts the file";
        }
        return (apart ? "; the file is refused there (" : ", which refuses the file (")
                + DatasetWording.why(verdict.get()) + ")";
    }

    private String acceptance() {
        List<String> passing = names(true);
        List<String> refusing = names(false);
        String accepted = Text.listed(passing) + (passing.size() == 1 ? " accepts" : " accept") + " the file";
        return refusing.isEmpty()
                ? accepted
                : accepted + "; " + Text.listed(refusing) + (refusing.size() == 1 ? " refuses it" : " refuse it");
    }

    private List<String> names(boolean passing) {
        return names(measured.verdicts().stream().filter(verdict -> verdict.passes() == passing));
    }

    private static List<String> names(Stream<Verdict> verdicts) {
        return verdicts.map(verdict -> verdict.rules().name()).toList();
    }

    /** Says what to mend for most of the providers that have the fewest problems with the file. */
    private String mend() {
        List<Verdict> nearest = nearest();
        Verdict one = nearest.getFirst();
        List<String> steps = new ArrayList<>();
        one.problems().stream()
                .filter(problem -> !problem.isOfLine())
                .map(Verdict.Problem::mend)
                .forEach(steps::add);
        one.problems().stream()
                .filter(Verdict.Problem::isOfLine)
                .findFirst()
                .map(first -> line(first, one.count() - steps.size()))
                .ifPresent(steps::add);
        String todo = String.join(" and ", steps);
        return Character.toUpperCase(todo.charAt(0)) + todo.substring(1) + ", then " + few(names(nearest.stream()))
                + (nearest.size() == 1 ? " accepts it" : " accept it");
    }

    private static String line(Verdict.Problem first, long count) {
        String line = "line " + first.line() + " (" + first.why() + ")";
        return count == 1 ? "fix " + line : "fix " + Numbers.count(count) + " faults of lines, the first on " + line;
    }

    private List<Verdict> nearest() {
        long fewest =
                measured.verdicts().stream().mapToLong(Verdict::count).min().orElseThrow();
        Map<List<Verdict.Problem>, List<Verdict>> byProblems = measured.verdicts().stream()
                .filter(verdict -> verdict.count() == fewest)
                .collect(Collectors.groupingBy(Verdict::problems, LinkedHashMap::new, Collectors.toList()));
        int most = byProblems.values().stream().mapToInt(List::size).max().orElseThrow();
        return byProblems.values().stream()
                .filter(group -> group.size() == most)
                .findFirst()
                .orElseThrow();
    }

    private static String few(List<String> names) {
        return names.size() <= MOST_NAMED
                ? Text.listed(names)
                : String.join(", ", names.subList(0, MOST_NAMED - 1)) + " and " + (names.size() - MOST_NAMED + 1)
                        + " others";
    }
}
