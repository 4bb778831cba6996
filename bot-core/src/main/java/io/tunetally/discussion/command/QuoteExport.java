package io.tunetally.discussion.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.tunetally.discussion.Bill;
import io.tunetally.discussion.Figures;
import io.tunetally.discussion.SavedQuote;
import io.tunetally.reply.Block;
import io.tunetally.units.Exact;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes quotes as a file. Amounts are exact decimals in US dollars; of a range both ends, or in FOCUS the upper one. */
final class QuoteExport {
    private QuoteExport() {}

    /** The form of a file. */
    enum Format {
        CSV("CSV"),
        JSON("JSON"),
        /** The columns of the FinOps Open Cost and Usage Specification. */
        FOCUS("FOCUS columns");

        private final String label;

        Format(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    static Block.File file(Format format, List<SavedQuote> quotes) {
        return switch (format) {
            case CSV -> new Block.File("quotes.csv", "text/csv", csv(quotes, QuoteExport::plain), "Quotes (.csv)");
            case FOCUS ->
                new Block.File("quotes-focus.csv", "text/csv", csv(quotes, QuoteExport::focus), "Quotes (FOCUS .csv)");
            case JSON -> new Block.File("quotes.json", "application/json", json(quotes), "Quotes (.json)");
        };
    }

    private interface Columns {
        Map<String, String> of(SavedQuote quote);
    }

    private static Map<String, String> plain(SavedQuote quote) {
        Figures figures = quote.figures();
        Bill bill = quote.bill();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", quote.id());
        values.put("date", Words.day(quote.quotedAt()).toString());
        values.put("request", quote.full());
        values.put("model", figures.model());
        values.put("provider", figures.provider());
        values.put("trainingLow", figures.training().low().toDecimal());
        values.put("trainingHigh", figures.training().high().toDecimal());
        values.put("months", figures.days() == 0 ? "" : Exact.toDecimal(figures.months()));
        values.put(
                "totalLow", figures.total() == null ? "" : figures.total().low().toDecimal());
        values.put(
                "totalHigh",
                figures.total() == null ? "" : figures.total().high().toDecimal());
        values.put("billedTokens", quote.tokens() == 0 ? "" : String.valueOf(quote.tokens()));
        values.put("priceBook", figures.digest());
        values.put("bill", bill == null ? "" : bill.amount().toDecimal());
        values.put("billedOn", bill == null ? "" : bill.day().toString());
        values.put("estimateThen", bill == null ? "" : bill.estimate().toDecimal());
        return values;
    }

    private static Map<String, String> focus(SavedQuote quote) {
        Figures figures = quote.figures();
        Bill bill = quote.bill();
        LocalDate charged = bill == null ? Words.day(quote.quotedAt()) : bill.day();
        String day = charged + "T00:00:00Z";
        String end = charged.plusDays(1) + "T00:00:00Z";
        String estimate = figures.headline().high().toDecimal();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("BilledCost", bill == null ? "0" : bill.amount().toDecimal());
        values.put("EffectiveCost", bill == null ? "0" : bill.amount().toDecimal());
        values.put("ListCost", estimate);
        values.put("ContractedCost", estimate);
        values.put("BillingCurrency", "USD");
        values.put("ChargePeriodStart", day);
        values.put("ChargePeriodEnd", end);
        values.put("ChargeCategory", "Usage");
        values.put("ChargeClass", "");
        values.put("ChargeDescription", "Fine-tuning estimate " + quote.id() + ": " + quote.full());
        values.put("ConsumedQuantity", quote.tokens() == 0 ? "" : String.valueOf(quote.tokens()));
        values.put("ConsumedUnit", quote.tokens() == 0 ? "" : "Tokens");
        values.put("ProviderName", figures.providerName());
        values.put("PublisherName", figures.providerName());
        values.put("InvoiceIssuerName", figures.providerName());
        values.put("ServiceCategory", "AI and Machine Learning");
        values.put("ServiceName", "Fine-tuning");
        values.put("ResourceId", quote.id());
        values.put("ResourceName", figures.model());
        return values;
    }

    private static String csv(List<SavedQuote> quotes, Columns columns) {
        StringBuilder text =
                new StringBuilder(line(columns.of(quotes.getFirst()).keySet()));
        quotes.forEach(quote -> text.append(line(columns.of(quote).values())));
        return text.toString();
    }

    private static String line(Collection<String> cells) {
        return cells.stream().map(QuoteExport::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String json(List<SavedQuote> quotes) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (SavedQuote quote : quotes) {
                json.writeStartObject();
                for (Map.Entry<String, String> value : plain(quote).entrySet()) {
                    if (!value.getValue().isEmpty()) {
                        json.writeStringField(value.getKey(), value.getValue());
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out + "\n";
    }
}
