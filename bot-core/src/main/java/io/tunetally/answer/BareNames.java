package io.tunetally.answer;

import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.Spelling;
import io.tunetally.engine.CostEngine;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of a family, with a size and without a version, such as {@code qwen 8b}, or alone. No seller trains a model of that name, but one
 * may train Qwen3 8B.
 */
final class BareNames {
    /** {@code Qwen3 8B}, {@code Llama 3.3 70B}, {@code Qwen3.5 35B-A3B}: a family, perhaps a version, and a size. */
    private static final Pattern SIZED = Pattern.compile(
            "(?<family>\\p{Alpha}+)[- ]?(?<version>\\d+(?:\\.\\d+)?)?(?: \\p{Alpha}+)?[- ](?<size>[\\d.]+B)\\b");

    private BareNames() {}

    /**
     * Returns the slots with such a name replaced by the latest model of that family and size that a new customer can start
     * today, if there is one. At a provider that was named, the name keeps its price by size.
     */
    static Slots resolve(Slots slots, CostEngine engine) {
        if (slots.has(SlotName.PROVIDER) || slots.has(SlotName.PROVIDERS)) {
            return slots;
        }
        Slots resolved = resolve(slots, SlotName.MODELS, engine);
        Slots all = resolve(resolved, SlotName.TARGETS, engine);
        List<ModelId> models = all.value(SlotName.MODELS);
        // A size belongs to a name that no price book lists.
        boolean sized = models == null || models.stream().anyMatch(id -> !isListed(id, engine));
        return all.equals(slots) || sized ? all : all.without(SlotName.SIZE_B);
    }

    private static Slots resolve(Slots slots, SlotName<List<ModelId>> name, CostEngine engine) {
        Slot<List<ModelId>> said = slots.get(name);
        if (said == null || said.value().stream().allMatch(id -> isListed(id, engine))) {
            return slots;
        }
        Objective objective = slots.value(SlotName.OBJECTIVE);
        List<Model> startable = engine.offers().startableModels(objective == null ? Objective.SFT : objective);
        List<ModelId> resolved = said.value().stream()
                .map(id -> isListed(id, engine) ? id : latest(id, startable))
                .distinct()
                .toList();
        return slots.with(name, Slot.of(resolved, said.origin()));
    }

    private static boolean isListed(ModelId id, CostEngine engine) {
        return id.equals(SlotName.ALL_MODELS)
                || engine.prices().catalog().model(id).isPresent();
    }

    /** The only member of a family that can be started is the model of that name. */
    private static ModelId latest(ModelId id, List<Model> startable) {
        List<Model> members = Selection.ofFamily(new Model(id, id.value(), null, true, List.of()), startable);
        return members.size() == 1 ? members.getFirst().id() : latestOfSize(id, startable);
    }

    private static ModelId latestOfSize(ModelId id, List<Model> startable) {
        String folded = Spelling.fold(id.value());
        ModelId latest = id;
        BigDecimal version = null;
        for (Model model : startable) {
            Matcher name = SIZED.matcher(model.name());
            if (name.lookingAt()
                    && Spelling.fold(name.group("family") + name.group("size")).equals(folded)) {
                BigDecimal its = new BigDecimal(name.group("version") == null ? "0" : name.group("version"));
                if (version == null || its.compareTo(version) > 0) {
                    latest = model.id();
                    version = its;
                }
            }
        }
        return latest;
    }
}
