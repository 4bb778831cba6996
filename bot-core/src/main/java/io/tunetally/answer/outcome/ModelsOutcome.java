package io.tunetally.answer.outcome;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.engine.Offer;
import io.tunetally.units.Band;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every model with its providers and whether a new customer can start.
 *
 * @param elsewhere open offers of other sellers for the same models, where the named seller takes no new customers
 */
public record ModelsOutcome(Inquiry inquiry, List<Row> models, List<Row> elsewhere, List<NextQuestion> followUps)
        implements Outcome.Answered {
    public ModelsOutcome {
        models = List.copyOf(models);
        elsewhere = List.copyOf(elsewhere);
        followUps = List.copyOf(followUps);
    }

    /**
     * A model at a provider.
     *
     * @param listed false if the provider's list of what it trains lacks it, and only its size has a price there
     * @param closedBy the end of life that keeps a new customer from starting a job, or null
     */
    public record Row(
            Model model,
            Offer offer,
            Set<Method> methods,
            @Nullable Band perMillionTokens,
            boolean listed,
            @Nullable LifecycleEvent closedBy) {
        public Row {
            methods = Set.copyOf(methods);
        }

        /** True if a new customer can start a job. */
        public boolean isOpen() {
            return listed && closedBy == null;
        }
    }
}
