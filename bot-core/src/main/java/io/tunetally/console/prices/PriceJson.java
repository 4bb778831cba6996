package io.tunetally.console.prices;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.Source;
import io.tunetally.catalog.compare.PriceListing;
import io.tunetally.console.json.QuoteJson;
import io.tunetally.units.Exact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prices for programs: every amount an exact decimal string, in USD per {@code per} units. */
public final class PriceJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PriceJson() {}

    public static ArrayNode of(PriceListing listing) {
        ArrayNode array = JSON.arrayNode();
        listing.rows().forEach(row -> array.add(row(row)));
        return array;
    }

    private static ObjectNode row(PriceListing.Row row) {
        ObjectNode object = rate(row.rate());
        row.ageInDays().ifPresentOrElse(days -> object.put("ageDays", days), () -> object.putNull("ageDays"));
        object.put("stale", row.stale());
        object.put("holds", row.holds());
        return object;
    }

    public static ObjectNode rate(Rate rate) {
        Provenance provenance = rate.provenance();
        ObjectNode object = JSON.objectNode();
        object.put("edition", provenance.edition());
        object.put("subject", PriceWords.subject(rate.subject()));
        object.setAll(subject(rate.subject()));
        object.put("provider", rate.provider().value());
        object.set("methods", texts(PriceWords.methods(rate)));
        object.set("objectives", texts(PriceWords.objectives(rate)));
        object.put("deployment", rate.deployment() == null ? null : PriceWords.deployment(rate));
        object.put("variant", rate.variant());
        object.put("figure", PriceWords.figure(rate.figure()));
        object.set("price", QuoteJson.band(rate.price().price()));
        object.put("per", rate.price().per().toPlainString());
        object.put("unit", rate.price().unit().label());
        object.set("source", source(provenance.sources().getFirst()));
        object.put("observed", text(provenance.observed()));
        object.put("checked", text(provenance.checked()));
        object.put("confidence", provenance.confidence().name());
        object.put("inferred", provenance.inferred());
        object.put("from", text(rate.effective().from()));
        object.put("until", text(rate.effective().until()));
        return object;
    }

    private static ObjectNode subject(PriceScope priceScope) {
        ObjectNode object = JSON.objectNode();
        switch (priceScope) {
            case PriceScope.OfModel one -> object.put("model", one.model().value());
            case PriceScope.OfSize size ->
                object.put("overBillion", decimal(size.overBillion())).put("upToBillion", decimal(size.upToBillion()));
            case PriceScope.OfAny _ -> object.putNull("model");
        }
        return object;
    }

    private static ObjectNode source(Source source) {
        return JSON.objectNode()
                .put("id", source.id())
                .put("title", source.title())
                .put("url", source.url());
    }

    private static ArrayNode texts(List<String> words) {
        ArrayNode array = JSON.arrayNode();
        words.forEach(array::add);
        return array;
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    private static @Nullable String decimal(@Nullable BigDecimal number) {
        return number == null ? null : Exact.normal(number).toPlainString();
    }
}
