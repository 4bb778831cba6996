package io.tunetally.answer.outcome;

import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Provider;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Unpriceable;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.units.Quantity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The content of an answer, exact and without any English. One record per kind of answer. */
public sealed interface Outcome {
    /** The status of a question; it decides the exit code. */
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

    /** Returns the reading of the message as a question about costs; null if it was none, or a bug prevented it. */
    @Nullable Interpretation interpretation();

    /** An answer to an understood request. */
    sealed interface Answered extends Outcome
            permits BreakEvenOutcome,
                    BudgetOutcome,
                    CompareOutcome,
                    CrossoverOutcome,
                    EstimateOutcome,
                    ExplainOutcome,
                    MigrateOutcome,
                    ModelsOutcome,
                    GpuPricesOutcome,
                    OwnOrSellerOutcome,
                    RecommendOutcome,
                    TcoOutcome,
                    TippingPointsOutcome,
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

    /** An offer that would have been recommended, and the end of life that rules it out. */
    record PassedOver(Offer offer, LifecycleEvent reason) {}

    /** How to use the bot. */
    record Helped(Interpretation interpretation) implements Outcome {
        @Override
        public Status status() {
            return Status.ANSWERED;
        }
    }

    /**
     * A clarification with the quotes of each reading.
     *
     * @param readings the possible meanings; empty if a value is impossible
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
     * A possible meaning of an ambiguous message, with its answer.
     *
     * @param answer the answer to this meaning
     */
    record Reading(String label, NextQuestion choice, Outcome answer) {}

    /**
     * An understood request that cannot be answered.
     *
     * @param instead a model with a price that can be started, null if the reason is another
     */
    record Refused(
            Interpretation interpretation,
            Reason reason,
            @Nullable Instead instead,
            List<NextQuestion> followUps) implements Outcome {
        public Refused(Interpretation interpretation, Reason reason, List<NextQuestion> followUps) {
            this(interpretation, reason, null, followUps);
        }

        public Refused {
            followUps = List.copyOf(followUps);
        }

        @Override
        public Status status() {
            return Status.REFUSED;
        }
    }

    /** A quote beside the request that it does not answer. */
    record Instead(Inquiry inquiry, Quote quote) {}

    /** The reason for a refusal. */
    sealed interface Reason {
        /** The job has more tokens than any provider trains on. */
        record TooManyTokens(Quantity billedTokens) implements Reason {}

        /** A value is impossible. */
        record Impossible(Problem.OutOfRange problem) implements Reason {}

        /**
         * The text typed into an option is not a valid value.
         *
         * @param option its name
         * @param nearest similar values, likeliest first; empty if it takes any number
         */
        record NotAValue(String option, String typed, List<String> nearest) implements Reason {
            public NotAValue {
                nearest = List.copyOf(nearest);
            }
        }

        /** No edition has a price for any of the models, of which there is at least one. */
        record NoPrice(List<Model> models) implements Reason {
            public NoPrice {
                models = List.copyOf(models);
                if (models.isEmpty()) {
                    throw new IllegalArgumentException("what has no price has to be named");
                }
            }
        }

        /**
         * Prices are on file, and none for what was asked: another provider, method, deployment or size has one.
         *
         * @param models those that were asked about; empty if any would have done
         */
        record OtherConditions(List<Model> models) implements Reason {
            public OtherConditions {
                models = List.copyOf(models);
            }
        }

        /** A family was named, of which no price book has a model without a version or size; these can be started. */
        record WhichOfFamily(Model family, List<Model> members) implements Reason {
            public WhichOfFamily {
                members = List.copyOf(members);
            }
        }

        /**
         * No provider in the price books lists the model, and its size was not said.
         *
         * @param startable models of its family that a new customer can start
         */
        record NotTuned(Model model, List<Model> startable) implements Reason {
            public NotTuned {
                startable = List.copyOf(startable);
            }
        }

        /** The model's weights are not public, so that it runs at its providers only. */
        record HostedOnly(Model model, List<Provider> providers) implements Reason {
            public HostedOnly {
                providers = List.copyOf(providers);
            }
        }

        /** The provider's list has the model, and no edition has the price of training it there. */
        record NotPublished(Model model, Objective objective, Provider provider) implements Reason {}

        /**
         * No provider trains the model with this objective, only with another.
         *
         * @param asked the requested objective
         * @param offered the available objective
         */
        record TrainedOtherwise(Model model, Objective asked, Objective offered) implements Reason {}

        /**
         * The job is billed by the hour, and no hours were given.
         *
         * @param provider who bills it
         */
        record HoursNeeded(Model model, Provider provider) implements Reason {}

        /** A model is billed by hours that were not said, and its seller takes no new jobs. */
        record Ended(PassedOver closed) implements Reason {}

        /**
         * The GPU's speed is unknown, and so are the hours.
         *
         * @param said the GPU in the user's words
         */
        record UnknownGpu(String said) implements Reason {}

        /** No edition has an hourly price for the GPU at the provider. */
        record NoGpuPrice(Gpu gpu, Provider provider) implements Reason {}

        /** The GPUs are the asker's own, and cost electricity at most. */
        record OwnHardware(Unpriceable.OwnHardware job) implements Reason {}

        /** Self-hosting needs the model's size, which is unknown. */
        record SizeNeeded(Model model) implements Reason {}
    }

    /**
     * A command about a team's discussion: its scenarios, quotes, decision, bills, rules or watches.
     *
     * @param intent its word in the JSON contract
     * @param isBoard whether it shows the scenarios of a thread, and so is brought up to date where it stands
     */
    record Discussed(String intent, Status status, boolean isBoard) implements Outcome {
        @Override
        public @Nullable Interpretation interpretation() {
            return null;
        }
    }

    /** The message asked nothing. */
    record NotUnderstood(Interpretation interpretation) implements Outcome {
        @Override
        public Status status() {
            return Status.NONE;
        }
    }

    /** A training file that was not measured or that has no price; the reply says why. */
    record FileRefused() implements Outcome {
        @Override
        public Status status() {
            return Status.REFUSED;
        }

        @Override
        public @Nullable Interpretation interpretation() {
            return null;
        }
    }

    /** A bug, caught once and logged under the incident's id. */
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
