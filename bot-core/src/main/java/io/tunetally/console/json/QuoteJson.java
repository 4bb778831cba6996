package io.tunetally.console.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.LifecycleEvent;
import io.tunetally.catalog.Provenance;
import io.tunetally.engine.AppliedRate;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.engine.Warning;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Quantity;
import io.tunetally.wording.Wording;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** A quote in the format of the JSON contract: every amount an exact decimal string. */
public final class QuoteJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private QuoteJson() {}

    public static ObjectNode of(Quote quote, LocalDate asOf) {
        ObjectNode object = JSON.objectNode();
        object.put("model", quote.offer().model().id().value());
        object.put("provider", quote.offer().provider().id().value());
        object.put("method", word(quote.offer().method()));
        Deployment deployment = quote.offer().deployment();
        if (deployment != null) {
            object.put("deployment", word(deployment));
        }
        object.put("edition", quote.edition());
        object.set("billedTokens", whole(quote.billedTokens()));
        object.set("training", band(quote.training()));
        Band listed = quote.listedTraining();
        if (listed != null) {
            object.set("listed", band(listed));
        }
        if (quote.served()) {
            object.set("monthly", monthly(quote));
        }
        Total total = quote.total();
        if (total != null) {
            object.set("total", total(total));
        }
        ArrayNode lines = object.putArray("lines");
        quote.lines().forEach(line -> lines.add(line(line)));
        if (!quote.unpriced().isEmpty()) {
            ArrayNode unpriced = object.putArray("unpriced");
            quote.unpriced().forEach(part -> unpriced.add(word(part)));
        }
        object.set("warnings", warnings(quote, asOf));
        object.put("confidence", quote.confidence().name());
        object.set("source", source(quote.main().listed().provenance()));
        return object;
    }

    private static ObjectNode monthly(Quote quote) {
        ObjectNode monthly = JSON.objectNode();
        for (Part part : new Part[] {Part.INFERENCE, Part.HOSTING, Part.STORAGE}) {
            if (!quote.unpriced().contains(part)) {
                monthly.set(word(part), band(quote.sum(part)));
            }
        }
        return monthly;
    }

    private static ObjectNode total(Total total) {
        ObjectNode object = JSON.objectNode();
        BigDecimal months = total.horizon().months();
        if (months.scale() <= 0) {
            object.put("months", months.longValueExact());
        } else {
            object.put("months", months);
        }
        object.put("days", total.days());
        LifecycleEvent cutBy = total.cutBy();
        LocalDate cutOn = cutBy == null ? null : cutBy.date();
        if (cutOn != null) {
            object.put("cutOn", cutOn.toString());
        }
        object.setAll(band(total.amount()));
        object.put("retrainings", total.retrainings());
        ArrayNode lines = object.putArray("lines");
        total.lines().forEach(line -> lines.add(line(line)));
        ArrayNode cumulative = object.putArray("cumulative");
        total.cumulative().forEach(amount -> cumulative.add(band(amount)));
        return object;
    }

    static ObjectNode line(LineItem line) {
        ObjectNode object = JSON.objectNode();
        Quantity quantity = line.counted().quantity();
        object.put("label", Wording.label(line));
        object.put("part", word(line.part()));
        object.put("quantity", quantity.low().toPlainString());
        if (!quantity.isExact()) {
            object.put("quantityHigh", quantity.high().toPlainString());
        }
        object.put("unit", quantity.unit().label());
        Band price = line.unitPrice().price();
        object.put("unitPrice", price.low().toDecimal());
        if (!price.isExact()) {
            object.put("unitPriceHigh", price.high().toDecimal());
        }
        object.put("per", line.unitPrice().per().toPlainString());
        object.setAll(band(line.amount()));
        object.put("formula", Wording.arithmetic(line));
        AppliedRate rate = line.rate();
        if (rate != null) {
            object.put("edition", rate.listed().provenance().edition());
            object.set("source", source(rate.listed().provenance()));
        }
        return object;
    }

    private static ArrayNode warnings(Quote quote, LocalDate asOf) {
        ArrayNode warnings = JSON.arrayNode();
        for (Warning warning : quote.warnings()) {
            warnings.addObject().put("kind", warning.kind()).put("text", Wording.warning(warning, quote.offer(), asOf));
        }
        return warnings;
    }

    private static ObjectNode source(Provenance provenance) {
        ObjectNode source = JSON.objectNode();
        LocalDate observed = provenance.observed();
        source.put("id", provenance.sources().getFirst().id());
        source.put("observed", observed == null ? null : observed.toString());
        source.put("title", provenance.sources().getFirst().title());
        String inferred = provenance.inferred();
        if (inferred != null) {
            source.put("inferred", inferred);
        }
        return source;
    }

    public static ObjectNode band(Band band) {
        return JSON.objectNode()
                .put("low", band.low().toDecimal())
                .put("high", band.high().toDecimal());
    }

    /** Returns a whole number, or both ends of a range. */
    static JsonNode whole(Quantity quantity) {
        if (quantity.isExact()) {
            return SlotJson.number(quantity.low());
        }
        ObjectNode range = JSON.objectNode();
        range.set("low", SlotJson.number(quantity.low()));
        range.set("high", SlotJson.number(quantity.high()));
        return range;
    }

    static String decimal(java.math.BigDecimal number) {
        return Exact.normal(number).toPlainString();
    }

    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
