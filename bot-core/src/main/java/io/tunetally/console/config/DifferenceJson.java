package io.tunetally.console.config;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.answer.config.CostDifference;
import io.tunetally.console.json.QuoteJson;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/** A difference between two configs as JSON: both configs with their quotes, the increase, and its causes. */
final class DifferenceJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final LocalDate asOf;

    DifferenceJson(LocalDate asOf) {
        this.asOf = asOf;
    }

    ObjectNode of(CostDifference difference, Optional<Threshold> threshold) {
        ObjectNode object = JSON.objectNode().put("asOf", asOf.toString());
        object.set("base", side(difference.base()));
        object.set("head", side(difference.head()));
        ObjectNode increase = object.putObject("difference");
        increase.put("usd", difference.increase().toDecimal());
        difference
                .share()
                .ifPresent(share -> increase.put(
                        "percent",
                        share.movePointRight(2)
                                .setScale(2, RoundingMode.HALF_UP)
                                .toPlainString()));
        ArrayNode causes = object.putArray("causes");
        difference
                .causes()
                .forEach(cause -> causes.addObject()
                        .put("base", cause.base())
                        .put("head", cause.head())
                        .put("usd", cause.change().toDecimal()));
        threshold.ifPresent(limit -> object.putObject("threshold")
                .put("limit", limit.written())
                .put("exceeded", limit.isExceededBy(difference)));
        return object;
    }

    private ObjectNode side(CostDifference.Side side) {
        ObjectNode object = ConfigJson.of(side.job());
        object.put("startable", side.startable());
        object.set("quote", QuoteJson.of(side.quote(), asOf));
        return object;
    }
}
