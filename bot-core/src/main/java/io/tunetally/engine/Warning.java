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

/** Something about a quote that a reader must know. The wording is elsewhere; this is what it is about. */
public sealed interface Warning {
    /** The kind of the JSON contract. */
    String kind();

    /** Something ends, or has ended. */
    record Lifecycle(LifecycleEvent event) implements Warning {
        @Override
        public String kind() {
            return "lifecycle";
        }
    }

    /** A minimum per job is reported; {@code computed} is what the tokens alone would cost. */
    record Minimum(Band computed, Band minimum, Provenance provenance) implements Warning {
        @Override
        public String kind() {
            return "minimum";
        }
    }

    /** Another edition says something else by more than 5 %. */
    record Disagreement(Band ours, Band theirs, AppliedRate their) implements Warning {
        @Override
        public String kind() {
            return "disagreement";
        }
    }

    /** A price was seen too long ago to be trusted blindly. */
    record Stale(Rate rate, long ageDays) implements Warning {
        @Override
        public String kind() {
            return "stale";
        }
    }

    /** The method asked for is not offered; the quote is for another one. */
    record MethodNotOffered(Provider provider, Method asked) implements Warning {
        @Override
        public String kind() {
            return "method";
        }
    }

    /** The provider asked for does not train the model; the quote is for another one. */
    record ProviderNotOffered(Provider asked) implements Warning {
        @Override
        public String kind() {
            return "provider";
        }
    }

    /** The provider does not offer the deployment asked for; the quote is for its usual one. */
    record DeploymentNotOffered(Deployment asked) implements Warning {
        @Override
        public String kind() {
            return "deployment";
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

    /** Priced by the model's size, not by its name. */
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
