package io.tunetally.interpreter.lexicon;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Meter;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provider;
import io.tunetally.catalog.ProviderId;
import io.tunetally.catalog.Rate;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The providers and methods available for each model in the price books; computed once at start. */
public final class ModelAvailability {
    private final Catalog catalog;
    private final Map<ModelId, Set<ProviderId>> providersByModel = new HashMap<>();
    private final Set<ProviderId> bySize = new LinkedHashSet<>();
    private final Set<ModelId> byTheHour;
    private final Set<ProviderId> renters = new LinkedHashSet<>();

    ModelAvailability(Catalog catalog) {
        this.catalog = catalog;
        for (PriceBook book : catalog.books()) {
            for (Rate rate : book.rates()) {
                if (isTraining(rate.figure())) {
                    add(rate);
                } else if (rate.figure() == Meter.GPU_HOUR && rate.deployment() != Deployment.DEDICATED) {
                    renters.add(rate.provider());
                }
            }
        }
        byTheHour = modelsPriced(Meter.TRAINING_HOUR);
        byTheHour.removeAll(modelsPriced(Meter.TRAINING));
    }

    private Set<ModelId> modelsPriced(Meter figure) {
        Set<ModelId> models = new HashSet<>();
        for (PriceBook book : catalog.books()) {
            for (Rate rate : catalog.rates(book, figure)) {
                if (rate.subject() instanceof PriceScope.OfModel(ModelId model)) {
                    models.add(model);
                }
            }
        }
        return models;
    }

    private static boolean isTraining(Meter figure) {
        return figure == Meter.TRAINING || figure == Meter.TRAINING_HOUR || figure == Meter.MINIMUM_JOB;
    }

    private void add(Rate rate) {
        switch (rate.subject()) {
            case PriceScope.OfModel(ModelId model) ->
                providersByModel
                        .computeIfAbsent(model, _ -> new LinkedHashSet<>())
                        .add(rate.provider());
            case PriceScope.OfSize _ -> bySize.add(rate.provider());
            case PriceScope.OfAny _ -> {}
        }
    }

    /** True if a provider trains models; some only rent GPUs. */
    public boolean trains(ProviderId provider) {
        return provider.equals(ProviderId.SELF_HOSTED)
                || bySize.contains(provider)
                || providersByModel.values().stream().anyMatch(providers -> providers.contains(provider));
    }

    /** True if a model's training has a price per hour and none per token. */
    public boolean trainsByTheHour(ModelId model) {
        return byTheHour.contains(model);
    }

    /** True if a provider rents GPUs, on which any open model can be trained. */
    public boolean rents(ProviderId provider) {
        return renters.contains(provider);
    }

    public boolean knows(ProviderId provider) {
        return catalog.provider(provider).isPresent() || provider.equals(ProviderId.SELF_HOSTED);
    }

    /**
     * True if a provider trains a model.
     *
     * @param size of a model that is known by its size only
     */
    public boolean trains(ProviderId provider, ModelId id, @Nullable BigDecimal size) {
        Model model = catalog.model(id).orElse(null);
        boolean open = model == null ? size != null : model.open();
        if (provider.equals(ProviderId.SELF_HOSTED)) {
            return open;
        }
        return providersByModel.getOrDefault(id, Set.of()).contains(provider)
                || (open && (bySize.contains(provider) || renters.contains(provider)));
    }

    /** True if LoRA is available for a model, at one provider or, without one, at any. */
    public boolean lora(ModelId id, @Nullable ProviderId provider) {
        if (provider != null) {
            return catalog.provider(provider).map(Provider::offersLora).orElse(true);
        }
        Model model = catalog.model(id).orElse(null);
        Set<ProviderId> providers = providersByModel.getOrDefault(id, Set.of());
        return model == null
                || model.open()
                || providers.isEmpty()
                || providers.stream()
                        .anyMatch(other -> catalog.provider(other)
                                .map(Provider::offersLora)
                                .orElse(false));
    }
}
