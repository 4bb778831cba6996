package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PastedLinesTest {
    private static String written(String text) {
        return PastedLines.written(Stages.lexicon(), Stages.folded(text)).text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "examples ..... 4,200\\ntokens/example .. 310~examples: 4,200",
                ">>> len(df)\\n9120\\ncost?~examples: 9120,",
                ">>> df.n_tok.mean()\\n288.0\\ncost?~mean tokens: 288,",
                "> nrow(valid)\\n[1] 700\\ncost?~val: 700,",
                "[rows]   3,900\\n[epochs] 4~rows: 3,900",
                "train: Dataset({ features: ['text'], num_rows: 7342 })\\nvalidation: Dataset({ num_rows: 396 })~train: 7342",
                "run trainer.epochs=2 now~trainer epochs=2",
                "{'train': 5100, 'eval': 300}~train: 5100, val: 300",
                "x\\ntorch.cuda.device_count() -> 2~num_gpus: 2",
                "accelerators: H100:4\\nrun~4 x h100",
                "load_in_4bit = True\\nepochs = 2~qlora"
            })
    void writesNamesAndValues(String text, String expected) {
        assertThat(written(text.replace("\\n", "\n"))).contains(expected);
    }

    @Test
    void countsTheGpusOfAList() {
        assertThat(written("GPU 0: NVIDIA H100 80GB (UUID: GPU-1a)\nGPU 1: NVIDIA H100 80GB (UUID: GPU-2b)\nrented"))
                .contains("2 x h100 80gb")
                .doesNotContain("uuid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "so... 3,000 examples... gpt-4o-mini... cost?",
                "6k req/day, 2,600 policy prompt => 300",
                "step 2 dedupe 10,000 -> 9,100\nstep 3 filter 9,100 -> 8,800",
                "train: 900, val: 100\ncost?"
            })
    void leavesOtherTextAsItIs(String text) {
        assertThat(written(text)).isEqualTo(Stages.folded(text).text());
    }
}
