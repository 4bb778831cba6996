package io.tunetally.console.prices.upkeep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.console.prices.PriceJson;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An impact for programs, with every standard question. */
final class ImpactJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ImpactJson() {}

    static ObjectNode of(Impact impact) {
        ObjectNode object = JSON.objectNode();
        object.put("before", impact.before());
        object.put("after", impact.after());
        object.put("asOf", impact.day().toString());
        object.put("held", impact.held());
        object.set("prices", prices(impact.prices()));
        ArrayNode answers = object.putArray("answers");
        impact.answers().forEach(change -> answers.add(answer(change)));
        return object;
    }

    private static ObjectNode prices(PriceChanges prices) {
        ObjectNode object = JSON.objectNode();
        ArrayNode changed = object.putArray("changed");
        prices.changed()
                .forEach(price -> changed.addObject()
                        .put("ratio", decimal(price.ratio()))
                        .put("held", price.isHeld())
                        .<ObjectNode>set("before", PriceJson.rate(price.before()))
                        .set("after", PriceJson.rate(price.after())));
        return object.put("added", prices.added()).put("removed", prices.removed());
    }

    private static ObjectNode answer(AnswerChange change) {
        return JSON.objectNode()
                .put("question", change.question())
                .put("changed", change.isChange())
                .put("winnerChanged", change.winnerChanges())
                .put("held", change.isHeld())
                .put("ratio", decimal(change.ratio()))
                .<ObjectNode>set("before", headline(change.before()))
                .set("after", headline(change.after()));
    }

    private static ObjectNode headline(Headline headline) {
        return JSON.objectNode()
                .put("measure", headline.measure())
                .put("unit", headline.unit().isEmpty() ? "USD" : headline.unit())
                .put("low", plain(headline.number().low()))
                .put("high", plain(headline.number().high()))
                .put("winner", headline.winner());
    }

    private static @Nullable String decimal(Optional<BigDecimal> number) {
        return plain(number.orElse(null));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
