package io.tunetally.console.prices.upkeep;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceScope;
import io.tunetally.chat.Markup;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of models by how often people ask about them. Requests are not counted by model anywhere, as a store keeps
 * them for a day only, so the standard questions decide, and then the order of the price books.
 */
final class ModelRanks {
    private final List<Model> mostAskedFirst;

    private ModelRanks(List<Model> mostAskedFirst) {
        this.mostAskedFirst = List.copyOf(mostAskedFirst);
    }

    static ModelRanks of(Catalog catalog, Interpreter interpreter) {
        Map<ModelId, Integer> asked = new HashMap<>();
        for (String question : StandardQuestions.all()) {
            List<ModelId> models =
                    interpreter.read(question, Markup.PLAIN, true, null).slots().value(SlotName.MODELS);
            if (models != null) {
                models.forEach(model -> asked.merge(model, 1, Integer::sum));
            }
        }
        List<Model> models = new ArrayList<>(catalog.models());
        models.sort(Comparator.comparingInt(model -> -asked.getOrDefault(model.id(), 0)));
        return new ModelRanks(models);
    }

    /** Returns the place of the most asked model that a price applies to, from 0; a price for all models comes last. */
    int of(PriceScope subject) {
        for (int place = 0; place < mostAskedFirst.size(); place++) {
            if (subject.names(mostAskedFirst.get(place))) {
                return place;
            }
        }
        return mostAskedFirst.size();
    }
}
