package io.tunetally.engine;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.Rate;
import io.tunetally.units.Band;
import java.math.BigDecimal;
import java.util.Set;

/** A fact about a quote that a reader must know. This is its content; the wording is elsewhere. */
public sealed interface Warning {
    /** Returns the kind in the JSON contract. */
    String kind();

    /** A model or price ends, or has ended. */
    record Lifecycle(LifecycleEvent event) implements Warning {
        @Override
        public String kind() {
            return "lifecycle";
        }
    }

    /** A minimum per job is reported; {@code computed} is the cost of the tokens alone. */
    record Minimum(Band computed, Band minimum, Provenance provenance) implements Warning {
        @Override
        public String kind() {
            return "minimum";
        }
    }

    /** Another edition differs by more than 5 %. */
    record Disagreement(Band ours, Band theirs, AppliedRate their) implements Warning {
        @Override
        public String kind() {
            return "disagreement";
        }
    }

    /** A price was last seen too long ago to be trusted. */
    record Stale(Rate rate, long ageDays) implements Warning {
        @Override
        public String kind() {
            return "stale";
        }
    }

    /** The requested method is not offered; the quote is for another one. */
    record MethodNotOffered(Provider provider, Method asked) implements Warning {
        @Override
        public String kind() {
            return "method";
        }
    }

    /** The requested provider does not train the model; the quote is for another one. */
    record ProviderNotOffered(Provider asked) implements Warning {
        @Override
        public String kind() {
            return "provider";
        }
    }

    /** The provider does not offer the requested deployment; the quote is for its usual one. */
    record DeploymentNotOffered(Deployment asked) implements Warning {
        @Override
        public String kind() {
            return "deployment";
        }
    }

    /** The provider's list of the models it trains does not have this one; its price goes by size. */
    record Unlisted(Provider provider) implements Warning {
        @Override
        public String kind() {
            return "unlisted";
        }
    }

    /**
     * The provider does not run the tuned model.
     *
     * @param downloadable true if the weights can be downloaded
     */
    record NotServed(Provider provider, boolean downloadable) implements Warning {
        @Override
        public String kind() {
            return "unpriced";
        }
    }

    /** The provider has no price for the requested region, commitment or programme; the quote is the usual price. */
    record VariantNotOffered(Provider provider, String variant) implements Warning {
        @Override
        public String kind() {
            return "variant";
        }
    }

    /** No edition has a price for these parts. */
    record Unpriced(Set<Part> parts) implements Warning {
        public Unpriced {
            parts = Set.copyOf(parts);
        }

        @Override
        public String kind() {
            return "unpriced";
        }
    }

    /** Batch jobs were asked for, and the provider has no cheaper price for them. */
    record NoBatch(Provider provider) implements Warning {
        @Override
        public String kind() {
            return "batch";
        }
    }

    /**
     * The fee of an endpoint or of GPUs is that of the smallest deployment, and the traffic may need a larger one.
     *
     * @param tokensPerSecond the traffic's tokens on average over the day
     */
    record Capacity(BigDecimal tokensPerSecond) implements Warning {
        /** The tokens a second above which the smallest deployment is taken not to keep up. No source states it: our judgement. */
        private static final BigDecimal TOO_MANY = BigDecimal.valueOf(10_000);

        /** True if the smallest deployment can hardly be enough, so that its fee is no price for this traffic. */
        public boolean isFarAbove() {
            return tokensPerSecond.compareTo(TOO_MANY) > 0;
        }

        @Override
        public String kind() {
            return "capacity";
        }
    }

    /** Reinforcement fine-tuning samples answers, which the provider bills on top of the trained tokens. */
    record Rollouts(Provider provider) implements Warning {
        @Override
        public String kind() {
            return "rollouts";
        }
    }

    /** Reinforcement fine-tuning generates answers on the GPUs, whose number was not said. */
    record NoRollouts() implements Warning {
        @Override
        public String kind() {
            return "rollouts";
        }
    }

    /** The price depends on the model's size, not its name. */
    record ByTier(Rate rate, BigDecimal billionParameters) implements Warning {
        @Override
        public String kind() {
            return "tier";
        }
    }

    /** The provider pauses a job at an amount. */
    record Pauses(Band amount, Provenance provenance) implements Warning {
        @Override
        public String kind() {
            return "minimum";
        }
    }
}
