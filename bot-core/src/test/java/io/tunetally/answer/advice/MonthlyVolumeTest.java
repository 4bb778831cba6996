package io.tunetally.answer.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.Objects;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyVolumeTest {
    private static final BigDecimal DAYS = BigDecimal.valueOf(30);

    private static final BigDecimal TINY = new BigDecimal("0.000001");

    @ParameterizedTest
    @CsvSource({
        "41000000, 9000000",
        "1200000000, 150000000",
        "1234567, 234561",
        "90000000, 400000",
        "3000000, 30000000",
        "999999937, 999999893"
    })
    void choosesRequestsThatKeepBothTotals(long input, long output) {
        Slots filled = filled(volume(input, output));

        assertThat(monthly(filled, SlotName.INPUT_TOKENS)).isCloseTo(BigDecimal.valueOf(input), within(TINY));
        assertThat(monthly(filled, SlotName.OUTPUT_TOKENS))
                .isCloseTo(BigDecimal.valueOf(output), Percentage.withPercentage(0.2));
    }

    @Test
    void keepsTotalsInASimpleRatioExactly() {
        Slots filled = filled(volume(41_000_000, 9_000_000));

        assertThat(monthly(filled, SlotName.OUTPUT_TOKENS)).isCloseTo(BigDecimal.valueOf(9_000_000), within(TINY));
    }

    @Test
    void dividesTheTokensAmongRequestsThatWereSaid() {
        Slots said = volume(60_000_000, 12_000_000)
                .with(SlotName.REQUESTS_PER_DAY, Slot.of(BigDecimal.valueOf(2_000), Origin.SAID));

        Slots filled = filled(said);

        assertThat(filled.value(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo("2000");
        assertThat(filled.value(SlotName.INPUT_TOKENS)).isEqualTo(1_000);
        assertThat(filled.value(SlotName.OUTPUT_TOKENS)).isEqualTo(200);
    }

    @Test
    void countsThePromptAsInput() {
        Slots said = volume(60_000_000, 12_000_000).with(SlotName.PROMPT_TOKENS, Slot.of(2_000L, Origin.SAID));

        Slots filled = filled(said);

        BigDecimal prompts =
                requests(filled).multiply(BigDecimal.valueOf(2_000)).multiply(DAYS);
        assertThat(monthly(filled, SlotName.INPUT_TOKENS).add(prompts))
                .isCloseTo(BigDecimal.valueOf(60_000_000), within(TINY));
    }

    @Test
    void splitsASumAsTheAssumedRequest() {
        Slots filled = filled(Slots.NONE.with(SlotName.MONTHLY_TOKENS, Slot.of(70_000_000L, Origin.SAID)));

        assertThat(monthly(filled, SlotName.INPUT_TOKENS)).isCloseTo(BigDecimal.valueOf(50_000_000), within(TINY));
        assertThat(monthly(filled, SlotName.OUTPUT_TOKENS)).isCloseTo(BigDecimal.valueOf(20_000_000), within(TINY));
    }

    @Test
    void leavesTrafficWithoutAVolumeAlone() {
        assertThat(filled(Slots.NONE)).isEqualTo(assumed(Slots.NONE));
    }

    private static Slots volume(long input, long output) {
        return Slots.NONE
                .with(SlotName.MONTHLY_INPUT_TOKENS, Slot.of(input, Origin.SAID))
                .with(SlotName.MONTHLY_OUTPUT_TOKENS, Slot.of(output, Origin.SAID));
    }

    private static Slots filled(Slots said) {
        return MonthlyVolume.inRequests(said, assumed(said));
    }

    private static Slots assumed(Slots said) {
        Slots filled = said.with(SlotName.INPUT_TOKENS, Slot.of(500L, Origin.DEFAULT))
                .with(SlotName.OUTPUT_TOKENS, Slot.of(200L, Origin.DEFAULT));
        return said.has(SlotName.REQUESTS_PER_DAY)
                ? filled
                : filled.with(SlotName.REQUESTS_PER_DAY, Slot.of(BigDecimal.valueOf(100), Origin.DEFAULT));
    }

    private static BigDecimal requests(Slots filled) {
        return Objects.requireNonNull(filled.value(SlotName.REQUESTS_PER_DAY));
    }

    private static BigDecimal monthly(Slots filled, SlotName<Long> side) {
        long each = Objects.requireNonNull(filled.value(side));
        return requests(filled).multiply(BigDecimal.valueOf(each)).multiply(DAYS);
    }
}
