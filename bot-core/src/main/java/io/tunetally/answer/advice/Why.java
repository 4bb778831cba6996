package io.tunetally.answer.advice;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.request.Criterion;
import org.jspecify.annotations.Nullable;

/** What decides a verdict. */
public sealed interface Why {
    /**
     * A criterion.
     *
     * @param despite the reason for tuning that makes a reason against open, null if there is none
     */
    record Reason(Criterion criterion, @Nullable Criterion despite) implements Why {}

    /** Nothing was said that decides. */
    record Open() implements Why {}

    /** The model that was named cannot be started, or ends within the horizon. */
    record Closed(Offer offer, Objective objective) implements Why {}

    /** No seller tunes the model that was named. */
    record NotTuned(Model model) implements Why {}

    /** A model that costs many times as much to run as others, and that a newer one of its family and size replaces. */
    record Superseded(Model model, Model newer) implements Why {}

    /** Nothing within the limits that were said can be started. */
    record NothingToStart() implements Why {}

    /** A model that was named and costs more to run a month than was said. */
    record DearToRun() implements Why {}

    /**
     * The length of the prompt after tuning.
     *
     * @param closed the model that was named and cannot be started, null if it can
     */
    record Prompt(PromptLimit limit, @Nullable Closed closed) implements Why {}

    /** The price of cached tokens, which a shorter prompt hardly saves. */
    record CachedPrompt() implements Why {}

    /** Trainings that repeat and cost more than running the model. */
    record Retraining() implements Why {}

    /** So few requests that a prompt may do as well. */
    record SmallVolume() implements Why {}

    /** Inputs so long that few sellers train on them. */
    record LongInput(long tokens) implements Why {}

    /** The tokens of a request, which were assumed and decide whether the budget suffices. */
    record TokensPerRequest() implements Why {}

    /** A grader, without which reinforcement has no goal. */
    record Grader() implements Why {}

    /** More examples than were said. */
    record MoreExamples(long said) implements Why {}

    /** A fee for an endpoint, which is more than its requests cost. */
    record EndpointFee() implements Why {}

    /**
     * A payment besides training that is not saved within the months, where money was the reason.
     *
     * @param offer the one to start with
     */
    record OneOff(Quote offer, long days) implements Why {}

    /** What a tuned model saves against the one that is paid for today. */
    record Saving(BreakEven comparison) implements Why {}

    /** The traffic, which was not said, beside a bill of today: whether a tuned model costs less depends on it. */
    record Traffic(BreakEven comparison) implements Why {}

    /** What tuning costs more than it saves, where money was the reason. */
    record NoSaving(BreakEven comparison) implements Why {}
}
