package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingTextTest {
    private static String written(String text) {
        return SettingText.written(Stages.lexicon(), Stages.folded(text)).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "train.fine_tune_args.epochs=12, lr=1e-4~epochs=12, lr=1e-4",
                "max_epoch=2, lr=1e-4~epochs=2, lr=1e-4",
                "seed{2}_epochs{4} acc 0.8~seed{2}epochs=4  acc 0.8",
                "train epoch == 4, loss high~train epochs=4, loss high"
            })
    void writesTheNumberOfAllEpochs(String text, String expected) {
        assertThat(written(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"epoch=3 loss=0.8", "warmup_epoch=1", "save_every_n_epoch=2", "last_epoch: 3", "epochs=3.5"})
    void leavesTheNumberOfOneEpoch(String text) {
        assertThat(written(text)).isEqualTo(text);
    }
}
