package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunNotationTest {
    private static String written(String text) {
        return RunNotation.written(Stages.lexicon(), Stages.folded(text)).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "train/dev/test is 512/64/128.~train: 512, val: 64,",
                "300/50/50 for train/val/test~train: 300, val: 50,",
                "20 wards train (240 notes), 4 wards eval (48 notes)~train: 240 notes,  val: 48 notes",
                "240 en train et 60 en eval~train: 240, val: 60,",
                "train: poems 1,200 / own mails 2,600. done~1,200 + 2,600",
                "{ epochs: opts.epochs || 4 }~epochs:  4",
                "num epochs / epoch\u6570: 24~num epochs : 24",
                "runs/qlora-small.yml fits~qlora fits",
                "mlx_lm.lora --train~lora --train"
            })
    void writesNotationInWords(String text, String expected) {
        assertThat(written(text).replaceAll(" +", " ")).contains(expected.replaceAll(" +", " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train/test split 80/20, 2,000 rows",
                "loss train/dev: 12/14 after 3 epochs",
                "tok in / out is 500/120",
                "model: Qwen/Qwen3-8B adapter: lora",
                "docs:900 tok/doc:1.8k gpt-4.1",
                "config.yml of gpt-4o-mini, 900 rows"
            })
    void leavesOtherTextAsItIs(String text) {
        assertThat(written(text)).isEqualTo(Stages.folded(text).text());
    }
}
