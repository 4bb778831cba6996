package io.tunetally.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.answer.outcome.MigrateOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.console.json.OutcomeJson;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import io.tunetally.runtime.ExitCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks {@code ask --as json} of every golden question against the contract. */
final class JsonContractTest {
    private static final String DECIMAL = "0|\\d+\\.\\d{2,}";
    private static final Set<String> STATUSES = Set.of("answered", "question", "refused", "none");
    private static final Set<String> INTENTS = Set.of(
            "estimate",
            "compare",
            "tco",
            "breakeven",
            "budget",
            "recommend",
            "worthit",
            "migrate",
            "tippingpoints",
            "explain",
            "models",
            "help",
            "none");
    private static final Set<String> ALWAYS =
            Set.of("status", "canonical", "intent", "asOf", "assumptions", "problems", "question", "followUps");
    private static final Set<String> SOMETIMES = Set.of(
            "quotes",
            "breakEven",
            "budget",
            "leftOut",
            "passedOver",
            "explanation",
            "verdict",
            "migration",
            "gpuPrices",
            "ownGpuHourBelow",
            "sumCheck",
            "gpuRun",
            "ownPayback",
            "unused",
            "openCriteria",
            "models",
            "incident",
            "language",
            "reason");
    private static final Set<String> IN_EVERY_QUOTE = Set.of(
            "model",
            "provider",
            "method",
            "edition",
            "billedTokens",
            "training",
            "lines",
            "warnings",
            "confidence",
            "source");
    private static final Set<String> IN_A_MIGRATION = Set.of("model", "provider", "monthly", "ends");
    private static final Set<String> IN_SOME_QUOTES = Set.of("deployment", "listed", "monthly", "total", "unpriced");
    private static final Set<String> WARNINGS = Set.of(
            "lifecycle",
            "minimum",
            "disagreement",
            "stale",
            "method",
            "provider",
            "deployment",
            "unpriced",
            "tier",
            "unlisted",
            "batch",
            "rollouts",
            "capacity",
            "variant");

    static Stream<GoldenQuestion> questions() {
        return GoldenQuestion.all();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void hasTheKeysOfTheContractAndNoOthers(GoldenQuestion question) {
        JsonNode json = json(question);
        assertThat(keys(json)).containsAll(ALWAYS);
        assertThat(keys(json)).allMatch(key -> ALWAYS.contains(key) || SOMETIMES.contains(key));
        assertThat(json.path("status").asText()).isIn(STATUSES);
        assertThat(json.path("intent").asText()).isIn(INTENTS);
        assertThat(json.path("asOf").asText()).isEqualTo(question.day().toString());
        for (JsonNode quote : json.path("quotes")) {
            assertThat(keys(quote)).containsAll(IN_EVERY_QUOTE);
            assertThat(keys(quote)).allMatch(key -> IN_EVERY_QUOTE.contains(key) || IN_SOME_QUOTES.contains(key));
            assertThat(quote.path("method").asText()).isIn("full", "lora");
            assertThat(quote.path("confidence").asText()).isIn("A", "B", "C", "D");
            quote.path("warnings")
                    .forEach(
                            warning -> assertThat(warning.path("kind").asText()).isIn(WARNINGS));
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void writesAmountsAsExactDecimals(GoldenQuestion question) {
        for (JsonNode quote : json(question).path("quotes")) {
            List<JsonNode> bands = new ArrayList<>(List.of(quote.path("training")));
            quote.path("monthly").forEach(bands::add);
            quote.path("lines").forEach(bands::add);
            if (quote.has("total")) {
                bands.add(quote.path("total"));
            }
            for (JsonNode band : bands) {
                assertThat(band.path("low").isTextual() && band.path("high").isTextual())
                        .isTrue();
                assertThat(band.path("low").asText()).matches(DECIMAL);
                assertThat(band.path("high").asText()).matches(DECIMAL);
                assertThat(decimal(band, "low")).isLessThanOrEqualTo(decimal(band, "high"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void writesBilledTokensAsANumberOrARange(GoldenQuestion question) {
        for (JsonNode quote : json(question).path("quotes")) {
            JsonNode billed = quote.path("billedTokens");
            assertThat(billed.isIntegralNumber()
                            || (keys(billed).equals(Set.of("low", "high"))
                                    && billed.path("low").asLong()
                                            < billed.path("high").asLong()))
                    .as("%s", billed)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void linesAddUp(GoldenQuestion question) {
        for (JsonNode quote : json(question).path("quotes")) {
            assertThat(sum(quote.path("lines"), "training")).isEqualTo(ends(quote.path("training")));
            for (Map.Entry<String, JsonNode> part : quote.path("monthly").properties()) {
                assertThat(sum(quote.path("lines"), part.getKey())).isEqualTo(ends(part.getValue()));
            }
            JsonNode total = quote.path("total");
            if (quote.has("total")) {
                assertThat(sum(total.path("lines"), "")).isEqualTo(ends(total));
                JsonNode cumulative = total.path("cumulative");
                assertThat(ends(cumulative.get(cumulative.size() - 1))).isEqualTo(ends(total));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void namesMonthsAndTotalsOnlyWhereRunningWasAskedAbout(GoldenQuestion question) {
        Outcome outcome = outcome(question);
        if (!(outcome instanceof Outcome.Answered answered)) {
            return;
        }
        boolean running =
                answered.inquiry().running() && answered.inquiry().request().intent() != Intent.BUDGET;
        for (JsonNode quote : json(question).path("quotes")) {
            assertThat(quote.has("monthly")).isEqualTo(running);
            assertThat(quote.has("total")).isEqualTo(running && !quote.has("unpriced"));
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aFigureWithoutAPriceIsAbsentAndWarnedOf(GoldenQuestion question) {
        for (JsonNode quote : json(question).path("quotes")) {
            List<String> kinds = new ArrayList<>();
            quote.path("warnings")
                    .forEach(warning -> kinds.add(warning.path("kind").asText()));
            assertThat(kinds.contains("unpriced")).isEqualTo(quote.has("unpriced"));
            quote.path("unpriced")
                    .forEach(part ->
                            assertThat(quote.path("monthly").has(part.asText())).isFalse());
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void quotesEveryReadingOfAQuestion(GoldenQuestion question) {
        Outcome outcome = outcome(question);
        JsonNode json = json(question);
        assertThat(json.path("question").isNull()).isEqualTo(!(outcome instanceof Outcome.Asked));
        if (outcome instanceof Outcome.Asked asked) {
            assertThat(json.path("question").path("choices")).hasSameSizeAs(asked.readings());
            assertThat(json.path("followUps")).hasSameSizeAs(asked.readings());
            assertThat(json.path("quotes").size())
                    .isGreaterThanOrEqualTo(asked.readings().size());
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aMigrationNamesWhatIsLeftAndItsEnds(GoldenQuestion question) {
        JsonNode json = json(question);
        JsonNode migration = json.path("migration");
        assertThat(json.has("migration")).isEqualTo(outcome(question) instanceof MigrateOutcome);
        if (outcome(question) instanceof MigrateOutcome migrated) {
            assertThat(keys(migration)).contains("ends").allMatch(IN_A_MIGRATION::contains);
            assertThat(migration.has("model")).isEqualTo(migrated.leaving() != null);
            assertThat(migration.has("provider"))
                    .isEqualTo(migrated.leaving() != null
                            || migrated.inquiry().filled().has(SlotName.PROVIDER));
            assertThat(migration.path("ends")).hasSameSizeAs(migrated.ends()).allSatisfy(end -> {
                assertThat(keys(end)).containsExactlyInAnyOrder("kind", "date", "text");
                assertThat(end.path("kind").asText())
                        .isIn("deprecated", "closed_to_new_customers", "no_new_jobs", "shut_down");
            });
            assertThat(json.path("quotes").size())
                    .isGreaterThanOrEqualTo(migrated.targets().size());
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theExitCodeFollowsTheStatus(GoldenQuestion question) {
        int expected = json(question).path("status").asText().equals("answered") ? 0 : 2;
        assertThat(ExitCode.of(outcome(question))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyFollowUpCanBeTypedAsItStands(GoldenQuestion question) {
        for (JsonNode command : json(question).path("followUps")) {
            assertThat(question.canonical(command.asText()).split(" "))
                    .as(command.asText())
                    .containsExactlyInAnyOrder(command.asText().split(" "));
        }
    }

    /** What a person said and the answer does not use. */
    @ParameterizedTest
    @CsvSource({
        "cost 1k examples gpt-4o-mini on an a100, a100, OpenAI trains on its own GPUs",
        "cost gpt-4o 1k examples 80/10/10, 80/10/10, ",
        "tco qlora llama 8b 1k examples selfhost gpu a100, , "
    })
    void namesWhatItDoesNotUse(String text, @Nullable String unused, @Nullable String reason) {
        JsonNode json = json(new GoldenQuestion("unused", List.of(text), null, null));
        assertThat(json.path("unused").path(0).path("text").asText("")).isEqualTo(unused == null ? "" : unused);
        assertThat(json.path("unused").path(0).path("reason").asText("")).isEqualTo(reason == null ? "" : reason);
    }

    private static Outcome outcome(GoldenQuestion question) {
        List<Answer> answers = question.answers();
        return answers.getLast().outcome();
    }

    private static JsonNode json(GoldenQuestion question) {
        return new OutcomeJson(question.day()).of(outcome(question));
    }

    private static Set<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    private static List<BigDecimal> sum(JsonNode lines, String part) {
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        for (JsonNode line : lines) {
            if (part.isEmpty() || line.path("part").asText().equals(part)) {
                low = low.add(decimal(line, "low"));
                high = high.add(decimal(line, "high"));
            }
        }
        return List.of(low.stripTrailingZeros(), high.stripTrailingZeros());
    }

    private static List<BigDecimal> ends(JsonNode band) {
        return List.of(
                decimal(band, "low").stripTrailingZeros(), decimal(band, "high").stripTrailingZeros());
    }

    private static BigDecimal decimal(JsonNode object, String key) {
        return new BigDecimal(object.path(key).asText());
    }
}
