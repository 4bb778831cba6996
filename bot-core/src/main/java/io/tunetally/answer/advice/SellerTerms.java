package io.tunetally.answer.advice;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Gpu;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Rate;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Part;
import io.tunetally.engine.analysis.UnitCost;
import io.tunetally.engine.rule.ValidationTokens;
import io.tunetally.units.Band;
import io.tunetally.units.UnitPrice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the price books of the day say of one seller on one of its terms. */
public sealed interface SellerTerms {
    /** How tuned models run there, one run for each offer. */
    record Running(List<Run> runs) implements SellerTerms {
        public Running {
            runs = List.copyOf(runs);
        }

        /** Returns the runs that are billed in a way. */
        public List<Run> billed(Billing billing) {
            return runs.stream().filter(run -> run.billing() == billing).toList();
        }
    }

    /** How running a tuned model is billed. */
    enum Billing {
        BY_HOUR,
        BY_TOKEN,
        /** The seller does not run it. */
        NOT_RUN,
        UNKNOWN
    }

    /**
     * An offer's tuned model at work.
     *
     * @param lines of a month of it, with a request a day
     * @param handedOut whether its weights can be downloaded
     */
    record Run(Offer offer, List<LineItem> lines, Billing billing, boolean handedOut) {
        public Run {
            lines = List.copyOf(lines);
        }

        /** Returns the fee for an hour; zero without one. */
        public Band hour() {
            return UnitCost.endpointHour(lines).orElse(Band.ZERO);
        }

        public Band month() {
            return LineItem.sum(lines, Part.HOSTING);
        }

        public Optional<UnitPrice> price(LineItem.Kind kind) {
            return UnitCost.listed(lines, kind);
        }

        public @Nullable Deployment deployment() {
            return offer.deployment();
        }
    }

    /** The seller rents GPUs and runs no model itself. */
    record Rented(Gpu gpu, Rate cheapest) implements SellerTerms {}

    /**
     * Whether the weights of a tuned model can be downloaded.
     *
     * @param handedOut the models whose tuned weights can be
     * @param published whether the weights of a base model there are public
     */
    record Weights(List<Model> handedOut, boolean published) implements SellerTerms {
        public Weights {
            handedOut = List.copyOf(handedOut);
        }
    }

    /** The fees for storing a tuned model; empty if none is on file. */
    record Storage(List<UnitPrice> fees) implements SellerTerms {
        public Storage {
            fees = List.copyOf(fees);
        }
    }

    /** The least that a job costs, with the models it applies to, those of most models first; empty if none is on file. */
    record Minimum(Map<Band, List<Model>> charges) implements SellerTerms {}

    record Validation(ValidationTokens billed) implements SellerTerms {}

    /** What the seller does with the data of its customers, which is no price. */
    record DataUse() implements SellerTerms {}

    /** The seller does not train what was asked about, as far as the price books know. */
    record NotTrained() implements SellerTerms {}
}
