package io.tunetally.answer;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.CostEngine;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.List;
import java.util.Set;

/**
 * The offers for data that has to stay in the EU. GPUs there are the one offer whose place the asker chooses: no price book
 * states where the others run.
 */
final class EuPlace {
    private static final Set<Intent> ADVICE = Set.of(Intent.RECOMMEND, Intent.WORTHIT);
    private static final Set<Intent> COSTS =
            Set.of(Intent.ESTIMATE, Intent.COMPARE, Intent.TCO, Intent.BUDGET, Intent.BREAKEVEN, Intent.TIPPINGPOINTS);

    private EuPlace() {}

    /** Returns the slots with GPUs as the provider where the EU was said; a provider that was named is priced as named. */
    static Slots within(Slots slots, Intent intent, CostEngine engine) {
        if (intent == Intent.MIGRATE) {
            return Boolean.TRUE.equals(slots.value(SlotName.IN_EU)) && !slots.has(SlotName.TARGET_PROVIDER)
                    ? slots.with(SlotName.TARGET_PROVIDER, Slot.of(ProviderId.SELF_HOSTED, Origin.DERIVED))
                    : slots;
        }
        boolean restricted = ADVICE.contains(intent) || (COSTS.contains(intent) && isAnyDownloadable(slots, engine));
        return !restricted
                        || !Boolean.TRUE.equals(slots.value(SlotName.IN_EU))
                        || slots.has(SlotName.PROVIDER)
                        || slots.has(SlotName.PROVIDERS)
                ? slots
                : slots.with(SlotName.PROVIDER, Slot.of(ProviderId.SELF_HOSTED, Origin.DERIVED));
    }

    /** True unless only models were named whose weights their sellers keep. */
    private static boolean isAnyDownloadable(Slots slots, CostEngine engine) {
        List<ModelId> named = slots.value(SlotName.MODELS);
        return named == null
                || named.stream()
                        .anyMatch(id -> engine.prices()
                                .catalog()
                                .model(id)
                                .map(Model::open)
                                .orElse(true));
    }
}
