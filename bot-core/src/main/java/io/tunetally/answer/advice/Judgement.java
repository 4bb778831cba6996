package io.tunetally.answer.advice;

import static io.tunetally.request.Criterion.BROAD_KNOWLEDGE;
import static io.tunetally.request.Criterion.CLASSIFICATION_TASK;
import static io.tunetally.request.Criterion.CONSISTENT_FORMAT;
import static io.tunetally.request.Criterion.DATA_CHANGES;
import static io.tunetally.request.Criterion.FEW_SHOT_WORKS;
import static io.tunetally.request.Criterion.HIGH_VOLUME;
import static io.tunetally.request.Criterion.KNOWLEDGE_TASK;
import static io.tunetally.request.Criterion.LENGTHY_PROMPTS;
import static io.tunetally.request.Criterion.LOW_LATENCY;
import static io.tunetally.request.Criterion.LOW_VOLUME;
import static io.tunetally.request.Criterion.NICHE_TASK;
import static io.tunetally.request.Criterion.PROMPTING_FAILS;
import static io.tunetally.request.Criterion.PROMPTING_UNTRIED;
import static io.tunetally.request.Criterion.TONE_OF_VOICE;
import static io.tunetally.request.Criterion.TOO_FEW_EXAMPLES;
import static io.tunetally.request.Criterion.TUNED_MODEL_ENDS;
import static io.tunetally.request.Criterion.UNLABELLED_DATA;

import io.tunetally.request.Criterion;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the criteria alone say, by the guide's two lists: a reason against decides unless a reason for it outweighs it,
 * and then it depends.
 *
 * <p>Speed alone is no reason: tuning speeds up nothing, a small model or a short prompt does.
 *
 * @param reason for a verdict of yes, against any other; null if nothing was said
 * @param despite the reason for tuning that makes the verdict open, null if there is none
 */
public record Judgement(
        Verdict verdict,
        @Nullable Criterion reason,
        @Nullable Criterion despite) {
    /** A reason against tuning, and the reasons for it that make the verdict open. */
    private record Objection(Criterion against, Verdict verdict, Set<Criterion> outweighedBy) {}

    /** What prompts cost, which a working prompt does not change. */
    private static final Set<Criterion> COSTS = EnumSet.of(LENGTHY_PROMPTS, LOW_LATENCY, PROMPTING_FAILS);

    /** What a model does, whatever it knows. */
    private static final Set<Criterion> BEHAVIOUR =
            EnumSet.of(CONSISTENT_FORMAT, TONE_OF_VOICE, CLASSIFICATION_TASK, LENGTHY_PROMPTS, LOW_LATENCY);

    /** Ordered by how surely they decide. */
    private static final List<Objection> OBJECTIONS = List.of(
            new Objection(TOO_FEW_EXAMPLES, Verdict.NOT_YET, Set.of()),
            new Objection(LOW_VOLUME, Verdict.NO, Set.of()),
            new Objection(
                    BROAD_KNOWLEDGE,
                    Verdict.NO,
                    EnumSet.of(CONSISTENT_FORMAT, TONE_OF_VOICE, LENGTHY_PROMPTS, HIGH_VOLUME)),
            new Objection(DATA_CHANGES, Verdict.NOT_YET, BEHAVIOUR),
            new Objection(KNOWLEDGE_TASK, Verdict.NOT_YET, BEHAVIOUR),
            new Objection(FEW_SHOT_WORKS, Verdict.NOT_YET, COSTS),
            new Objection(PROMPTING_UNTRIED, Verdict.NOT_YET, Set.of()),
            new Objection(UNLABELLED_DATA, Verdict.DEPENDS, Set.of()));

    /** The reasons for tuning, the most telling first. */
    private static final List<Criterion> REASONS = List.of(
            CONSISTENT_FORMAT,
            TONE_OF_VOICE,
            CLASSIFICATION_TASK,
            NICHE_TASK,
            LENGTHY_PROMPTS,
            PROMPTING_FAILS,
            TUNED_MODEL_ENDS,
            HIGH_VOLUME,
            LOW_LATENCY);

    /** Judges a set of criteria. */
    public static Judgement of(Set<Criterion> criteria) {
        Optional<Objection> objection = OBJECTIONS.stream()
                .filter(one -> criteria.contains(one.against()))
                .findFirst();
        if (objection.isPresent()) {
            Optional<Criterion> despite = REASONS.stream()
                    .filter(criteria::contains)
                    .filter(objection.get().outweighedBy()::contains)
                    .findFirst();
            return new Judgement(
                    despite.isPresent() ? Verdict.DEPENDS : objection.get().verdict(),
                    objection.get().against(),
                    despite.orElse(null));
        }
        return REASONS.stream()
                .filter(criteria::contains)
                .findFirst()
                .map(reason -> new Judgement(reason == LOW_LATENCY ? Verdict.DEPENDS : Verdict.WORTH_IT, reason, null))
                .orElseGet(() -> new Judgement(Verdict.DEPENDS, null, null));
    }
}
