package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BareTokensTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4o, 90 calls a day, questions have 400 tokens, replies 150 | outputTokens=150",
                "gpt-4o, 90 calls a day, the answers run to 210 tokens | outputTokens=210",
                "gpt-4o, 90 calls a day, 350 tokens dictated, 250 tokens written | outputTokens=250",
                "gpt-4o, 90 calls a day, 350 tokens dictated, 250 tokens written | inputTokens=350",
                "be: gpt-4.1, sys prompt 3.5k tok -> 400 after ft, user 250, out 180, 9k rpd | inputTokens=250",
                "tuning gpt-4o on 900 plays, in tokens it is 1,400 per scene | tokensPerExample=1400",
                "tuning gpt-4o on 900 plays. Tokens per play: 380 | tokensPerExample=380",
                "tuning gpt-4o on 900 limericks at 60 tokens | tokensPerExample=60",
                "tuning gpt-4o on 900 limericks with 260 tokens | tokensPerExample=260",
                "cost 900 rows 450 tokens/example gpt-4o epochs: 4 | epochs=4",
                "gpt-4o: 1,000 rows per language, so 8,000 in all. 512 tokens each | examples=8000"
            })
    void aLengthIsReadByTheWordBeforeIt(String text, String candidate) {
        assertThat(Stages.candidates(Stages.counted(text))).contains(candidate);
    }
}
