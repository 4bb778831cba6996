package io.tunetally.answer;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.Gpu;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.BudgetFit;
import io.tunetally.engine.analysis.Crossing;
import io.tunetally.engine.analysis.PromptSaving;
import io.tunetally.request.Criterion;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    sealed interface Answered extends Outcome {
        Inquiry inquiry();

        List<FollowUp> followUps();

        @Override
        default Status status() {
            return Status.ANSWERED;
        }

        @Override
        default Interpretation interpretation() {
            return inquiry().interpretation();
        }
    }

    /** What one model costs, at each provider and by each method on offer. */
    record Estimated(Inquiry inquiry, List<Quote> quotes, List<FollowUp> followUps) implements Answered {
        public Estimated {
            quotes = List.copyOf(quotes);
            followUps = List.copyOf(followUps);
        }
    }

    /**
     * Offers side by side, the cheapest first.
     *
     * @param closed models that were left out because a new customer cannot start them
     * @param leftOut why models that were named have no quote
     */
    record Compared(
            Inquiry inquiry,
            List<Quote> quotes,
            List<PassedOver> closed,
            List<Reason> leftOut,
            List<FollowUp> followUps)
            implements Answered {
        public Compared {
            quotes = List.copyOf(quotes);
            closed = List.copyOf(closed);
            leftOut = List.copyOf(leftOut);
            followUps = List.copyOf(followUps);
        }
    }

    /** Training and running over months. */
    record TotalCost(Inquiry inquiry, List<Quote> quotes, List<FollowUp> followUps) implements Answered {
        public TotalCost {
            quotes = List.copyOf(quotes);
            followUps = List.copyOf(followUps);
        }
    }

    /**
     * When tuning pays back against the untuned model.
     *
     * @param comparisons one an offer
     * @param uncompared what was named and cannot be compared, as running it has no price
     * @param untrained models that were named and have no price to train, with the reason
     * @param promptSaving per comparison, where no prompt was said: how much shorter it would have to get
     */
    record PaidBack(
            Inquiry inquiry,
            List<BreakEven> comparisons,
            List<Uncompared> uncompared,
            List<Untrained> untrained,
            @Nullable PromptSaving promptSaving,
            List<FollowUp> followUps)
            implements Answered {
        public PaidBack {
            comparisons = List.copyOf(comparisons);
            uncompared = List.copyOf(uncompared);
            untrained = List.copyOf(untrained);
            followUps = List.copyOf(followUps);
        }
    }

    /** A tuned model and an untuned one, of which one has no price to run it: the tuned one, if its quote says so. */
    record Uncompared(Quote tuned, Offer untuned) {}

    /** A model without a price to train it. */
    record Untrained(Model model, Reason reason) {}

    /**
     * Where the costs of two models cross.
     *
     * @param crossing null where a part of one of them has no price
     */
    record Crossed(Inquiry inquiry, @Nullable Crossing crossing, List<Quote> quotes, List<FollowUp> followUps)
            implements Answered {
        public Crossed {
            quotes = List.copyOf(quotes);
            followUps = List.copyOf(followUps);
        }
    }

    /**
     * What a budget buys, the most first.
     *
     * @param leftOut why nothing can be said of models that were named
     */
    record Afforded(Inquiry inquiry, Money budget, List<BudgetFit> fits, List<Reason> leftOut, List<FollowUp> followUps)
            implements Answered {
        public Afforded {
            fits = List.copyOf(fits);
            leftOut = List.copyOf(leftOut);
            followUps = List.copyOf(followUps);
        }
    }

    /**
     * What to start with.
     *
     * @param pick the recommendation, null where nothing can be started
     * @param alternatives the cheapest others
     * @param passedOver what would have been named, and what stands against it
     */
    record Recommended(
            Inquiry inquiry,
            @Nullable Quote pick,
            List<Quote> alternatives,
            List<PassedOver> passedOver,
            List<FollowUp> followUps)
            implements Answered {
        public Recommended {
            alternatives = List.copyOf(alternatives);
            passedOver = List.copyOf(passedOver);
            followUps = List.copyOf(followUps);
        }
    }

    /**
     * Whether to fine-tune at all.
     *
     * @param verdict by the guide's criteria
     * @param said the criteria the team has named
     * @param open the criteria not named yet, most telling first, at most four
     * @param quote the team's own case, null where nothing can be priced
     * @param breakEven of the same case, null where it has no price per token
     */
    record Judged(
            Inquiry inquiry,
            Verdict verdict,
            Set<Criterion> said,
            List<Criterion> open,
            @Nullable Quote quote,
            @Nullable BreakEven breakEven,
            List<FollowUp> followUps)
            implements Answered {
        public Judged {
            said = Set.copyOf(said);
            open = List.copyOf(open);
            followUps = List.copyOf(followUps);
        }
    }

    /** The verdict of {@link Judged}. */
    enum Verdict {
        WORTH_IT,
        NOT_YET,
        DEPENDS
    }

    /** Every model with who trains it and whether one can start. */
    record ModelsListed(Inquiry inquiry, List<Availability> models, List<FollowUp> followUps) implements Answered {
        public ModelsListed {
            models = List.copyOf(models);
            followUps = List.copyOf(followUps);
        }
    }

    /** One model at one provider. */
    record Availability(
            Model model,
            Offer offer,
            Set<Method> methods,
            @Nullable Band perMillionTokens,
            @Nullable LifecycleEvent closedBy) {
        public Availability {
            methods = Set.copyOf(methods);
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
    record Reading(String label, FollowUp choice, Outcome answer) {}

    /** Understood, but it cannot be answered. */
    record Refused(Interpretation interpretation, Reason reason, List<FollowUp> followUps) implements Outcome {
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
