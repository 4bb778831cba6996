package io.tunetally.interpreter;

import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one message, each of which gets a line of its own: {@code Client A: 5,000 examples ... Client B: 800 examples ...}.
 *
 * @param alternative whether one of them is done, so that there is no sum: {@code gpt-4o-mini with 10k or gpt-4.1 with 2k}
 */
record JobList(boolean alternative, List<Job> jobs) {
    /** The kind of the question that lists jobs, all of which are paid. */
    private static final String JOBS = "jobs";
    /** The kind of the question that lists jobs, one of which is done. */
    private static final String SCENARIOS = "scenarios";

    private static final Set<Intent> PRICED =
            EnumSet.of(Intent.ESTIMATE, Intent.TCO, Intent.COMPARE, Intent.RECOMMEND, Intent.WORTHIT, Intent.BREAKEVEN);

    /**
     * One of them.
     *
     * @param text the message without the others
     */
    record Job(String label, FoldedText text) {}

    /**
     * Returns the reading that lists them, or null if one of them has no price.
     *
     * @param message the message that they stand in
     * @param reading reads a text with one of them
     */
    @Nullable Interpretation interpretation(FoldedText message, Function<FoldedText, Interpretation> reading) {
        List<Interpretation.Reading> readings = new ArrayList<>(jobs.size());
        List<Interpretation.Unused> unused = new ArrayList<>(0);
        Interpretation first = null;
        for (Job job : jobs) {
            Interpretation read = reading.apply(job.text());
            if (read.status() != Interpretation.Status.READY || !PRICED.contains(read.intent())) {
                return null;
            }
            first = first == null ? read : first;
            readings.add(new Interpretation.Reading(job.label(), Request.of(read.intent(), read.slots())));
            read.unused().stream().filter(each -> !unused.contains(each)).forEach(unused::add);
        }
        return new Interpretation(
                Interpretation.Status.QUESTION,
                Objects.requireNonNull(first).intent(),
                shared(readings),
                first.repairs(),
                first.problems(),
                new Interpretation.Question(alternative ? SCENARIOS : JOBS, readings),
                List.of(),
                List.of(),
                unused,
                message.truncated(),
                List.of(),
                first.language());
    }

    /** Returns the values that are said of all jobs. */
    private static Slots shared(List<Interpretation.Reading> readings) {
        Slots shared = readings.getFirst().request().slots();
        for (SlotName<?> name : List.copyOf(shared.names())) {
            Object value = shared.value(name);
            boolean same = readings.stream()
                    .allMatch(
                            each -> Objects.equals(value, each.request().slots().value(name)));
            shared = same ? shared : shared.without(name);
        }
        return shared;
    }
}
