package io.tunetally.wording.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.request.SlotName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitNamesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "examples | 1,000 | 1,000 examples",
                "examples | 1 | 1 example",
                "examples | 500-1,000 | 500-1,000 examples",
                "tokensPerExample | 500 | 500 tokens/example",
                "totalTokens | 3 | 3 tokens of data",
                "epochs | 3 | 3 epochs",
                "epochs | 1 | 1 epoch",
                "sequenceLength | 2,048 | sequences of 2,048",
                "requestsPerDay | 100 | 100 requests/day",
                "tunedPromptTokens | 100 | 100 prompt tokens after tuning",
                "cachedPercent | 90 | 90 % cached",
                "retrainEveryDays | 30 | retrained every 30 days",
                "retrainEveryDays | 1 | retrained every 1 day",
                "months | 1 | 1 month",
                "budgetUsd | 50 | budget $50",
                "edition | guide | guide prices",
                "gpu | H100 | on H100",
                "models | GPT-4o | GPT-4o"
            })
    void writesAValueWithItsUnit(String slot, String value, String written) {
        assertThat(UnitNames.with(slot(slot), value, value)).isEqualTo(written);
    }

    @Test
    void aSwitchIsItsNameOrNot() {
        assertThat(UnitNames.with(SlotName.PACKED, "true", true)).isEqualTo("packed");
        assertThat(UnitNames.with(SlotName.PACKED, "false", false)).isEqualTo("not packed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "examples | examples",
                "totalTokens | tokens of data",
                "requestsPerDay | requests/day",
                "evaluations | evaluations",
                "months | months",
                "models | models"
            })
    void namesTheCountedNounOfASlot(String slot, String noun) {
        assertThat(UnitNames.noun(slot(slot))).isEqualTo(noun);
    }

    private static SlotName<?> slot(String word) {
        return SlotName.all().stream()
                .filter(name -> name.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
