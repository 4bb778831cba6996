package io.tunetally.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The epochs and hours of two stages of one training. */
final class TrainingStagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost SFT 5 epochs in 7 hours, DPO after it 3 epochs in 10 hours",
                "what does qwen3-8b cost with 2 epochs of SFT and then 4 epochs of DPO on 3k rows?"
            })
    void twoStagesLeaveTheirEpochsOut(String text) {
        Slots slots = BuiltIn.read(text).slots();

        assertThat(slots.has(SlotName.EPOCHS)).as(text).isFalse();
        assertThat(slots.has(SlotName.TRAINING_HOURS)).as(text).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "what does SFT of qwen3-8b cost with 5 epochs on 3k rows? | 5",
                "what do 2 epochs of SFT and 2 epochs of DPO cost on qwen3-8b? | 2"
            })
    void oneStageOrTheSameNumberKeepsThem(String text, String epochs) {
        assertThat(BuiltIn.read(text).slots().number(SlotName.EPOCHS)).isEqualByComparingTo(epochs);
    }
}
