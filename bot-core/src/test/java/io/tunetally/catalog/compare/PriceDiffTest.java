package io.tunetally.catalog.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.catalog.Meter;
import io.tunetally.catalog.ShippedBooks;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PriceDiffTest {
    private static final PriceDiff DIFF = new PriceDiff(ShippedBooks.load(), LocalDate.of(2026, 11, 25));
    private static final List<PriceDifference> DIFFERENCES = DIFF.between("guide", "published");

    @Test
    void comparesEveryRowOfTheGuideWithPublishedPrices() {
        assertThat(DIFFERENCES)
                .filteredOn(difference -> difference.one().figure() == Meter.TRAINING)
                .extracting(difference ->
                        difference.model() + " " + difference.other().methods() + " "
                                + difference.ratio().orElseThrow())
                .containsExactlyInAnyOrder(
                        "llama-3.1-8b [FULL] 1.125",
                        "llama-3.1-8b [LORA] 1",
                        "mistral-7b [FULL] 1.125",
                        "mistral-7b [LORA] 1",
                        "llama-3.3-70b [FULL] 0.64",
                        "llama-3.3-70b [LORA] 0.58",
                        "gemini-2.0-flash [LORA] 1.5",
                        "gpt-4o [FULL] 1",
                        "gpt-4o-mini [FULL] 1",
                        "gpt-4.1-mini [FULL] 1.25");
    }

    @Test
    void comparesRunningCostsToo() {
        assertThat(DIFFERENCES)
                .filteredOn(difference -> difference.model().value().equals("gpt-4o"))
                .extracting(difference -> difference.one().figure())
                .containsExactlyInAnyOrder(Meter.TRAINING, Meter.TUNED_INPUT, Meter.TUNED_OUTPUT);
    }

    @Test
    void explainsADisagreementWithSourcesAndDates() {
        assertThat(difference("gpt-4.1-mini").explanation())
                .isEqualTo("guide full $4.00 (Fine-tuning cost guide, undated);"
                        + " published full $5.00 (Copy of OpenAI's price tables in TypeScript"
                        + " (secondary copy 55492826888), undated): 25 % higher");
        assertThat(difference("gpt-4.1-mini").isDisagreement()).isTrue();
        assertThat(difference("gpt-4o").isDisagreement()).isFalse();
        assertThat(difference("gemini-2.0-flash").comparesMethods()).isTrue();
    }

    @Test
    void namesTheSizeTierThatStandsIn() {
        assertThat(DIFFERENCES)
                .filteredOn(difference -> difference.model().value().equals("llama-3.3-70b"))
                .extracting(PriceDifference::explanation)
                .anySatisfy(explanation -> assertThat(explanation)
                        .contains("published full $3.20 by size (")
                        .endsWith("undated): 36 % lower"))
                .anySatisfy(explanation -> assertThat(explanation)
                        .contains("published lora $2.90 by size (")
                        .endsWith("2026-08-19): 42 % lower"));
    }

    @Test
    void turnsAroundWithItsEditions() {
        assertThat(DIFF.between("published", "guide")).hasSameSizeAs(DIFFERENCES);
    }

    @Test
    void namesTheEditionsWhereOneIsUnknown() {
        assertThatThrownBy(() -> DIFF.between("guide", "gide"))
                .hasMessage("there is no edition gide; known are [guide, published]");
    }

    private static PriceDifference difference(String model) {
        return DIFFERENCES.stream()
                .filter(difference -> difference.model().value().equals(model)
                        && difference.one().figure() == Meter.TRAINING)
                .findFirst()
                .orElseThrow();
    }
}
