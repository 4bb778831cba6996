package io.tunetally.answer;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.Gpu;
import io.tunetally.engine.Offer;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.units.Quantity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an answer says, exact and without a word of English. One record a kind of answer. */
public sealed interface Outcome {
    /** Whether the question was answered; the exit code follows it. */
    enum Status {
        ANSWERED,
        QUESTION,
        REFUSED,
        NONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Status status();

    /** How the message was read; null where a bug came first. */
    @Nullable Interpretation interpretation();

    /** An answer to a request that was understood. */
    sealed interface Answered extends Outcome
            permits BreakEvenOutcome,
                    BudgetOutcome,
                    CompareOutcome,
                    CrossoverOutcome,
                    EstimateOutcome,
                    ModelsOutcome,
                    RecommendOutcome,
                    TcoOutcome,
                    WorthItOutcome {
        Inquiry inquiry();

        List<NextQuestion> followUps();

        @Override
        default Status status() {
            return Status.ANSWERED;
        }

        @Override
        default Interpretation interpretation() {
            return inquiry().interpretation();
        }
    }

    /** Something that would have been named, and the end that stands against it. */
    record PassedOver(Offer offer, LifecycleEvent reason) {}

    /** How to use the bot. */
    record Helped(Interpretation interpretation) implements Outcome {
        @Override
        public Status status() {
            return Status.ANSWERED;
        }
    }

    /**
     * A question back, with the quotes of each reading beside it.
     *
     * @param readings what the message could mean; empty where a value is impossible
     */
    record Asked(Interpretation interpretation, List<Reading> readings) implements Outcome {
        public Asked {
            readings = List.copyOf(readings);
        }

        @Override
        public Status status() {
            return Status.QUESTION;
        }
    }

    /**
     * One reading of an ambiguous message, answered.
     *
     * @param answer what it would be answered with
     */
    record Reading(String label, NextQuestion choice, Outcome answer) {}

    /** Understood, but it cannot be answered. */
    record Refused(Interpretation interpretation, Reason reason, List<NextQuestion> followUps) implements Outcome {
        public Refused {
            followUps = List.copyOf(followUps);
        }

        @Override
        public Status status() {
            return Status.REFUSED;
        }
    }

    /** Why a request is refused. */
    sealed interface Reason {
        /** More tokens than anybody trains on. */
        record TooManyTokens(Quantity billedTokens) implements Reason {}

        /** A value that cannot be. */
        record Impossible(Problem.OutOfRange problem) implements Reason {}

        /**
         * What was typed into an option is no value of it.
         *
         * @param option its name
         * @param nearest values that could be meant, the likeliest first; empty where it takes any number
         */
        record NotAValue(String option, String typed, List<String> nearest) implements Reason {
            public NotAValue {
                nearest = List.copyOf(nearest);
            }
        }

        /** No edition has a price for any of the models. */
        record NoPrice(List<Model> models) implements Reason {
            public NoPrice {
                models = List.copyOf(models);
            }
        }

        /**
         * Nobody trains the model like this, but otherwise.
         *
         * @param asked how it was to be trained
         * @param offered how it is trained
         */
        record TrainedOtherwise(Model model, Objective asked, Objective offered) implements Reason {}

        /** The job is billed by the hour, and no hours were said. */
        record HoursNeeded(Model model) implements Reason {}

        /**
         * How fast the GPU is, is not known, so neither are the hours.
         *
         * @param said the GPU in the asker's word
         */
        record UnknownGpu(String said) implements Reason {}

        /** No edition has an hourly price for the GPU. */
        record NoGpuPrice(Gpu gpu) implements Reason {}

        /** A model's size is needed to price it on one's own GPUs. */
        record SizeNeeded(Model model) implements Reason {}
    }

    /** Nothing was asked. */
    record NotUnderstood(Interpretation interpretation) implements Outcome {
        @Override
        public Status status() {
            return Status.NONE;
        }
    }

    /** A bug: caught once, logged under the incident's id. */
    record Failed(String incidentId) implements Outcome {
        @Override
        public Status status() {
            return Status.REFUSED;
        }

        @Override
        public @Nullable Interpretation interpretation() {
            return null;
        }
    }
}
