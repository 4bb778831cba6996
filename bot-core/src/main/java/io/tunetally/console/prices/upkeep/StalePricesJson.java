package io.tunetally.console.prices.upkeep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.catalog.compare.PriceListing;
import io.tunetally.console.prices.PriceJson;
import java.util.List;

/** Stale prices for programs: the prices of a page as {@code prices list --as json} prints them. */
final class StalePricesJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StalePricesJson() {}

    static ObjectNode of(StalePrices stale) {
        ObjectNode object = JSON.objectNode();
        object.put("asOf", stale.day().toString());
        object.put("days", stale.days());
        object.set("pages", pages(stale.pages(), stale));
        object.set("undated", pages(stale.undated(), stale));
        return object;
    }

    private static ArrayNode pages(List<StalePrices.Page> pages, StalePrices stale) {
        ArrayNode array = JSON.arrayNode();
        pages.forEach(page -> array.addObject()
                .put("provider", page.provider().value())
                .put("title", page.source().title())
                .put("url", page.source().url())
                .set("prices", PriceJson.of(new PriceListing(stale.day(), page.rows()))));
        return array;
    }
}
