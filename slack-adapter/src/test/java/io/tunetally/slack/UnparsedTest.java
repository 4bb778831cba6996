package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.fake.LimitsCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Unreadable messages: the answer says which part was understood, which was not, and what to type instead. */
@Requirement("slack-10")
class UnparsedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            frobnicate xyz                          | I found no question about fine-tuning cost | Try `cost 1k examples 3 epochs llama 8b lora`
            cost gpt-4o 1k exmaples zork            | 1,000 examples                             | Not used: zork
            cost gpt-4o 1k exmaples zork details    | `exmaples`                                 | `examples`
            cost gpt-4o 0 examples                  | `0`: examples must be 1 to                 | cost gpt-4o 1000 examples
            cost llama 1k examples                  | Which model is "llama"?                    | Llama 3.1 8B
            """)
    void isAnsweredWithWhatWasUnderstoodAndWhatToTypeInstead(String typed, String understood, String instead)
            throws Exception {
        try (RunningSlack running = new RunningSlack(Mode.HTTP, SlackGoldenTest.bot())) {
            JsonObject answer = running.command(typed);

            assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(LimitsCheck.of(answer).visible())
                    .contains(understood, instead)
                    .doesNotContain("Exception", "incident");
        }
    }
}
