package io.tunetally.answer;

import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Model;
import io.tunetally.engine.Offer;
import io.tunetally.units.Band;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every model with its providers and whether a new customer can start. */
public record ModelsOutcome(Inquiry inquiry, List<Availability> models, List<NextQuestion> followUps)
        implements Outcome.Answered {
    public ModelsOutcome {
        models = List.copyOf(models);
        followUps = List.copyOf(followUps);
    }

    /** A model at a provider. */
    public record Availability(
            Model model,
            Offer offer,
            Set<Method> methods,
            @Nullable Band perMillionTokens,
            @Nullable LifecycleEvent closedBy) {
        public Availability {
            methods = Set.copyOf(methods);
        }
    }
}
