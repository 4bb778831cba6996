package io.tunetally.console.prices;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.catalog.compare.PriceDifference;
import java.math.BigDecimal;

/** A comparison of two editions, for programs. */
final class PriceComparisonJson {
    private PriceComparisonJson() {}

    static ObjectNode of(PriceComparison comparison) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.putArray("editions").add(comparison.one()).add(comparison.other());
        object.put("asOf", comparison.day().toString());
        object.put("known", comparison.all().size());
        object.put("agreeing", comparison.agreeing());
        ArrayNode disagreements = object.putArray("disagreements");
        comparison.disagreements().forEach(difference -> disagreements.add(difference(difference)));
        return object;
    }

    private static ObjectNode difference(PriceDifference difference) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("model", difference.model().value());
        object.put("provider", difference.one().provider().value());
        object.put("figure", PriceWords.figure(difference.one().figure()));
        object.set("one", PriceJson.rate(difference.one()));
        object.set("other", PriceJson.rate(difference.other()));
        object.put("ratio", difference.ratio().map(BigDecimal::toPlainString).orElse(null));
        object.put("explanation", difference.explanation());
        ArrayNode reasons = object.putArray("reasons");
        PriceReasons.of(difference).forEach(reasons::add);
        return object;
    }
}
