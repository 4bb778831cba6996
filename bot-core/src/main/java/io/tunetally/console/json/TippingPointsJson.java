package io.tunetally.console.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.engine.tipping.Contender;
import io.tunetally.engine.tipping.PricedContender;
import io.tunetally.engine.tipping.TippingPoint;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import org.jspecify.annotations.Nullable;

/** The values at which an answer changes, as {@code ask --as json} prints them. */
final class TippingPointsJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TippingPointsJson() {}

    static ObjectNode of(TippingPointsOutcome outcome) {
        ObjectNode object = JSON.objectNode();
        object.put("kind", outcome.points().isEmpty() ? "never" : "tipping");
        Intent about = outcome.subject().request().intent();
        object.put("about", about.word());
        object.set("winner", SlotJson.nullable(contender(outcome.winner())));
        object.set("runnerUp", SlotJson.nullable(contender(outcome.runnerUp())));
        ArrayNode points = object.putArray("points");
        outcome.points().forEach(point -> points.add(point(point)));
        ArrayNode tried = object.putArray("tried");
        outcome.tried()
                .forEach(each -> tried.add(variable(each.variable())
                        .put("now", QuoteJson.decimal(each.course().now()))
                        .put("low", String.valueOf(each.course().least()))
                        .put("high", String.valueOf(each.course().most()))));
        return object;
    }

    /** A price counts in percent of today's. */
    private static ObjectNode point(TippingPointsOutcome.Point point) {
        TippingPoint at = point.at();
        ObjectNode object = variable(point.variable());
        object.put("now", QuoteJson.decimal(at.now()));
        object.put("holdsAt", QuoteJson.decimal(at.lastHeld()));
        object.put("changesAt", String.valueOf(at.changesAt()));
        object.put("ratio", QuoteJson.decimal(at.ratio()));
        object.set("before", pair(at.before()));
        object.set("after", pair(at.after()));
        return object;
    }

    private static ObjectNode pair(TippingPoint.Pair pair) {
        ObjectNode object = JSON.objectNode();
        object.set("winner", SlotJson.nullable(contender(pair.old())));
        object.set("rival", SlotJson.nullable(contender(pair.rival())));
        return object;
    }

    private static ObjectNode variable(TippingPointsOutcome.Variable variable) {
        ObjectNode object = JSON.objectNode();
        switch (variable) {
            case TippingPointsOutcome.Variable.OfSlot(SlotName<?> slot) -> object.put("what", slot.word());
            case TippingPointsOutcome.Variable.PriceOf(Contender of) -> {
                object.put("what", "pricePercent");
                object.set("of", contender(of));
            }
        }
        return object;
    }

    private static @Nullable ObjectNode contender(@Nullable PricedContender priced) {
        if (priced == null) {
            return null;
        }
        ObjectNode object = contender(priced.contender());
        object.set("cost", QuoteJson.band(priced.quote().ranking()));
        if (priced.quote().isCut()) {
            object.put("ends", true);
        }
        return object;
    }

    private static ObjectNode contender(Contender contender) {
        if (contender.bill() != null) {
            return JSON.objectNode().put("model", "bill").putNull("provider").put("method", "untuned");
        }
        return JSON.objectNode()
                .put("model", contender.offer().model().id().value())
                .put("provider", contender.offer().provider().id().value())
                .put(
                        "method",
                        contender.tuned() ? QuoteJson.word(contender.offer().method()) : "untuned");
    }
}
