package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TokenQuantitiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500/200 in/out | inputTokens=500, outputTokens=200",
                "500/200 tokens input/output | inputTokens=500, outputTokens=200",
                "800 in 200 out | inputTokens=800, outputTokens=200",
                "budget 2466 prompt tokens | promptTokens=2466",
                "800 in / 200 out | inputTokens=800, outputTokens=200",
                "input 800, output 200 | inputTokens=800, outputTokens=200",
                "400 input tokens, 50 output tokens | inputTokens=400, outputTokens=50",
                "cut the prompt from 1200 tokens to 80 tokens | promptTokens=1200, tunedPromptTokens=80",
                "2k prompt | promptTokens=2000",
                "prompt 2400 -> 300, out 180 | promptTokens=2400, outputTokens=180, tunedPromptTokens=300",
                "our card does 180K tokens an hour, how long for 5M tokens? | tokensPerSecond=50, totalTokens=5000000",
                "llama 8b on our A100, 120k tokens a minute, how long for 3M tokens? | tokensPerSecond=2000, totalTokens=3000000",
                "the system prompt is about 1500 tokens | promptTokens=1500",
                "1k examples of 500 tokens | examples=1000, tokensPerExample=500",
                "1k examples 500 tokens each | examples=1000, tokensPerExample=500",
                "1k examples, average 500 tokens | examples=1000, tokensPerExample=500",
                "10 examples 1M tokens per example | examples=10, tokensPerExample=1000000",
                "10 examples 1M tokens each | examples=10, tokensPerExample=1000000",
                "10 examples 1M tokens | examples=10, totalTokens=1000000",
                "how many examples (500 tokens) for $100 | tokensPerExample=500",
                "3M tokens | totalTokens=3000000",
                "3M training tokens | totalTokens=3000000",
                "3M tokens in total | totalTokens=3000000",
                "3M billed tokens | billedTokens=3000000",
                "1k examples 50k validation tokens | examples=1000, validationTokens=50000",
                "2M grader tokens | graderTokens=2000000",
                "in 700 out 160 | inputTokens=700, outputTokens=160",
                "2k requests/day, 350/30 tokens | inputTokens=350, outputTokens=30, requestsPerDay=2000",
                "the question is 420 tokens and the reply 180 | inputTokens=420, outputTokens=180",
                "average question 110 tokens, reply 50 | inputTokens=110, outputTokens=50",
                "packed to 2048 | sequenceLength=2048",
                "240k tokens in the training set, 30k tokens in validation | totalTokens=240000, validationTokens=30000",
                "the grader is another model and used about 2M tokens | graderTokens=2000000",
                "5k rows, 80 tokens per clause | examples=5000, tokensPerExample=80",
                "5 books of 80k tokens each | examples=5, tokensPerExample=80000",
                "tune on 12 manuals of 60k tokens | examples=12, tokensPerExample=60000",
                "20 case files of 15k tokens | examples=20, tokensPerExample=15000",
                "3 novels at 120k tokens apiece | examples=3, tokensPerExample=120000",
                "3 epochs of 5M tokens | epochs=3, totalTokens=5000000",
                "2000 token prompt, 90% cached | promptTokens=2000, cachedPercent=90"
            })
    void saysWhichTokensAreCounted(String text, String candidates) {
        assertThat(Stages.candidates(Stages.counted(text))).containsExactly(candidates.split(", ", -1));
    }

    @ParameterizedTest
    @CsvSource({"100, true", "500, true", "20000, true", "99, false", "20001, false"})
    void aNumberThatCouldBeOfAnExampleOrOfAllIsLeftOpen(String tokens, boolean open) {
        ParseState state = Stages.counted("gpt-4o " + tokens + " tokens");
        assertThat(state.candidates.openTokens().isEmpty()).isEqualTo(!open);
        assertThat(Stages.candidates(state)).hasSize(open ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9 out of ten are good",
                "50 tokens per second",
                "90% of it is noise",
                "200 tokens/s",
                "1M tokens = $0.10",
                "1 in 5 goes out"
            })
    void sharesAndSpeedsAreNoTokens(String text) {
        assertThat(Stages.candidates(Stages.counted("gpt-4o, " + text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lora 8b 2xL40S $0.79/gpu-h, 4100 tok/s measured, 60M train tok → h, $ | 4100",
                "lora 8b 2xL40S $0.79/gpu-h, 4,100 tok/s, 60M tokens total, 1 epoch | 4100",
                "llama 8b on an l40s serving 4100 tok/s, 60M tokens |"
            })
    void aSpeedInACommandIsThatOfItsGpus(String text, @Nullable BigDecimal speed) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.TOKENS_PER_SECOND)).isEqualTo(speed);
    }

    /** The name of the seller adds nothing up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "14k dialogues 1.1k tok, gpt-oss-20b lora together 2 ep",
                "14k dialogues, 1.1k tok, llama 8b lora together 2 epochs",
                "14k convs 1.1k tok, llama 8b full together 3ep"
            })
    void aLengthBesideTheSellerTogetherIsThatOfEachExample(String text) {
        assertThat(BuiltIn.read(text).slots().value(SlotName.TOKENS_PER_EXAMPLE))
                .isEqualTo(1_100);
        assertThat(BuiltIn.read(text).slots().has(SlotName.BILLED_TOKENS)).isFalse();
    }
}
