package io.tunetally.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.fake.LimitsCheck;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The first button of an answer shows its arithmetic and sources, in its place, to the same readers. */
class DetailsTest {
    private static final String ARITHMETIC = "1,000 examples × 500 tokens × 3 epochs = 1,500,000 tokens × $0.46 / 1M";
    private static final String SOURCE = "Training per 1M tokens: published prices (";

    @Requirement("slack-23a")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void replaceAnOwnAnswerForItsReader(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, SlackGoldenTest.bot())) {
            JsonObject answer = running.command("cost 1k examples 3 epochs llama 8b lora");
            assertThat(LimitsCheck.of(answer).visible()).contains("$0.69").doesNotContain(ARITHMETIC, SOURCE);

            running.interaction(Incoming.pressOnOwn(
                    "command:0", details(answer), running.slack().responseUrl()));
            JsonObject replaced = running.slack().response();
            assertThat(replaced.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(replaced.get("replace_original").getAsBoolean()).isTrue();
            assertThat(LimitsCheck.of(replaced).visible()).contains("$0.69", ARITHMETIC, SOURCE);
        }
    }

    @Requirement({"slack-20b", "slack-23a"})
    @ParameterizedTest
    @EnumSource(Mode.class)
    void replaceAPostForEverybodyAndOfferAllThatDoesNotFit(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, SlackGoldenTest.bot())) {
            running.event(Incoming.mention("Ev1", "compare all 1000 examples 3 epochs", "1700000000.000001"));
            JsonObject answer = running.slack().post().message();

            running.interaction(Incoming.pressInThread(
                    "command:0", details(answer), running.slack().responseUrl(), "1700000000.000001"));
            JsonObject replaced = running.slack().response();
            assertThat(replaced.get("response_type").getAsString()).isEqualTo("in_channel");
            assertThat(replaced.get("replace_original").getAsBoolean()).isTrue();
            assertThat(LimitsCheck.of(replaced).broken()).isEmpty();
            assertThat(LimitsCheck.of(replaced).visible())
                    .contains("gpt-oss 20B", "Gemini 1.5 Pro", "closed")
                    .containsPattern("\\.\\.\\. \\d+ more")
                    .contains("Show all of it");
        }
    }

    /** The command of the first button. */
    private static String details(JsonObject answer) {
        for (JsonElement block : answer.getAsJsonArray("blocks")) {
            if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
                JsonObject first = block.getAsJsonObject()
                        .getAsJsonArray("elements")
                        .get(0)
                        .getAsJsonObject();
                assertThat(first.getAsJsonObject("text").get("text").getAsString())
                        .startsWith("Details");
                return first.get("value").getAsString();
            }
        }
        throw new AssertionError("no buttons in " + answer);
    }
}
