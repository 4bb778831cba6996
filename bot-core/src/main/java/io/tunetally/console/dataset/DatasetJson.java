package io.tunetally.console.dataset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.answer.dataset.DatasetPricing;
import io.tunetally.answer.dataset.DatasetReport;
import io.tunetally.console.json.QuoteJson;
import io.tunetally.dataset.LengthTable;
import io.tunetally.dataset.Measurement;
import io.tunetally.dataset.TokenStatistics;
import io.tunetally.dataset.format.Pair;
import io.tunetally.dataset.verdict.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** A report on a training file in the format of the JSON contract. */
final class DatasetJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final LocalDate today;

    DatasetJson(LocalDate today) {
        this.today = today;
    }

    ObjectNode of(DatasetReport report) {
        Measurement measured = report.measurement();
        ObjectNode object = JSON.objectNode();
        object.put("file", measured.file());
        object.put("container", measured.container().word());
        var format = measured.format();
        object.put("format", format == null ? null : format.word());
        Pair pair = measured.pair();
        if (pair != null) {
            object.putObject("pair").put("prompt", pair.prompt()).put("completion", pair.completion());
        }
        object.put("examples", measured.examples());
        object.set("lines", lines(measured));
        putContent(object, measured.content());
        var parquet = measured.parquet();
        if (parquet != null) {
            ArrayNode columns = object.putArray("columns");
            parquet.columns().forEach(columns::add);
        }
        ObjectNode tokens = object.putObject("tokens");
        measured.tokens().forEach(counted -> tokens.set(counted.tokenizer(), tokens(counted, report)));
        object.putObject("epochs")
                .put("suggested", report.epochs().suggested())
                .put("used", report.epochs().count())
                .put(
                        "why",
                        "OpenAI's rule: 3 epochs, so that at least 100 and at most 25,000 examples are seen, and 1 to 25 epochs");
        Measurement held = report.asked().validation();
        if (held != null) {
            ObjectNode validation =
                    object.putObject("validation").put("file", held.file()).put("examples", held.examples());
            held.tokens()
                    .forEach(counted -> validation.put(
                            counted.tokenizer(), counted.perExample().total()));
        }
        putVerdicts(object, measured);
        putSavings(object, report);
        ArrayNode untrained = object.putArray("notTrained");
        report.untrained()
                .forEach(one -> untrained
                        .addObject()
                        .put("provider", one.provider().id().value())
                        .put("model", one.elsewhere().offer().model().id().value())
                        .put(
                                "elsewhere",
                                one.elsewhere().offer().provider().id().value()));
        ArrayNode quotes = object.putArray("quotes");
        report.prices().forEach(priced -> quotes.add(quote(priced)));
        return object;
    }

    private static ObjectNode lines(Measurement measured) {
        ObjectNode lines = JSON.objectNode().put("read", measured.lines().read());
        lines.put("badCount", measured.lines().badCount());
        ArrayNode bad = lines.putArray("bad");
        measured.lines()
                .bad()
                .forEach(one -> bad.addObject().put("line", one.line()).put("why", one.why()));
        Measurement.Mixed mixed = measured.mixed();
        if (mixed != null) {
            lines.putObject("mixed")
                    .put("line", mixed.line())
                    .put("format", mixed.format().word());
        }
        return lines;
    }

    private static void putContent(ObjectNode object, Measurement.Content content) {
        ObjectNode found = object.putObject("content");
        found.put("duplicates", content.duplicates())
                .put("nearDuplicates", content.nearDuplicates())
                .put("comparedAll", content.comparedAll())
                .put("withoutSystem", content.withoutSystem())
                .put("withoutUser", content.withoutUser())
                .put("withoutAnswer", content.untrained())
                .put("short", content.tooShort())
                .put("images", content.images());
        found.set("messagesPerExample", statistics(content.messages()));
    }

    private static ObjectNode tokens(TokenStatistics counted, DatasetReport report) {
        LengthTable perExample = counted.perExample();
        ObjectNode object = JSON.objectNode().put("exact", counted.exact()).put("total", perExample.total());
        if (!counted.exact()) {
            object.put("low", perExample.total() - counted.margin()).put("high", perExample.total() + counted.margin());
        }
        object.set("perExample", statistics(perExample));
        ObjectNode assistant =
                object.putObject("assistant").put("total", counted.assistant().total());
        assistant.set("perExample", statistics(counted.assistant()));
        Optional<DatasetReport.PricedDataset> priced = report.prices().stream()
                .filter(one -> report.modelsNamed() && one.tokenizer().equals(counted.tokenizer()))
                .findFirst();
        object.put(
                "billed",
                priced.map(DatasetReport.PricedDataset::tokens)
                        .orElseGet(() -> perExample.cappedTotal(DatasetPricing.COOKBOOK_CAP)));
        ArrayNode histogram = object.putArray("histogram");
        perExample
                .histogram()
                .forEach(bar -> histogram
                        .addObject()
                        .put("from", bar.from())
                        .put("to", bar.to())
                        .put("examples", bar.examples()));
        return object;
    }

    private static ObjectNode statistics(LengthTable lengths) {
        ObjectNode object = JSON.objectNode();
        object.put("min", lengths.min());
        object.put("p10", number(lengths.quantile(0.1)));
        object.put("median", number(lengths.quantile(0.5)));
        object.put("mean", number(lengths.mean()));
        object.put("p90", number(lengths.quantile(0.9)));
        object.put("max", lengths.max());
        return object;
    }

    /** Without digits that are only those of binary fractions. */
    private static BigDecimal number(double number) {
        BigDecimal rounded =
                BigDecimal.valueOf(number).setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static void putVerdicts(ObjectNode object, Measurement measured) {
        ArrayNode verdicts = object.putArray("verdicts");
        for (Verdict verdict : measured.verdicts()) {
            ObjectNode one = verdicts.addObject()
                    .put("provider", verdict.rules().provider())
                    .put("passes", verdict.passes())
                    .put("problemCount", verdict.count());
            ArrayNode problems = one.putArray("problems");
            verdict.problems()
                    .forEach(problem -> problems.addObject()
                            .put("line", problem.line() == 0 ? null : problem.line())
                            .put("why", problem.why()));
            ArrayNode sources = one.putArray("sources");
            verdict.rules()
                    .sources()
                    .forEach(source -> sources.addObject()
                            .put("title", source.title())
                            .put("url", source.url().isEmpty() ? null : source.url()));
        }
    }

    private static void putSavings(ObjectNode object, DatasetReport report) {
        ArrayNode savings = object.putArray("savings");
        report.savings()
                .forEach(saving -> savings.addObject()
                        .put(
                                "what",
                                saving.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .put("examples", saving.examples())
                        .put("tokens", saving.tokens())
                        .put("usd", saving.usd().high().toDecimal())
                        .put("usdLow", saving.usd().low().toDecimal()));
    }

    private ObjectNode quote(DatasetReport.PricedDataset priced) {
        ObjectNode quote = QuoteJson.of(priced.quote(), today);
        quote.put("startable", priced.startable());
        quote.put("tokenizer", priced.tokenizer());
        quote.put("tokensPerEpoch", priced.tokens());
        priced.context().ifPresent(context -> quote.put("context", context));
        return quote;
    }
}
