package io.tunetally.discord.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tunetally.Requirement;
import io.tunetally.discord.BesideRunningDiscord;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discord.fake.LimitsCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first button of an answer shows its arithmetic and sources, in its place, to the same readers. */
class DetailsTest extends BesideRunningDiscord {
    private static final String ARITHMETIC = "1,000 examples × 500 tokens × 3 epochs = 1,500,000 tokens × $0.46 / 1M";
    private static final String SOURCE = "Training per 1M tokens: published prices (";

    @Requirement("discord-16")
    @Test
    void replaceAnAnswer() throws Exception {
        JsonNode sent = running.interact(Incoming.slash("cost", Map.of("model", "llama-3.1-8b", "examples", 1000)))
                .message();
        assertThat(LimitsCheck.of(sent).visible()).contains("$0.69").doesNotContain(ARITHMETIC, SOURCE);

        Call replaced = running.answer(Incoming.press(first(sent), Incoming.answer(Incoming.USER, false, sent)));

        assertThat(replaced.text()).contains("### Llama 3.1 8B", "$0.69", ARITHMETIC, SOURCE);
    }

    @Requirement("discord-14")
    @Test
    void sendAFileAlongWhereTheyAreTooLong() throws Exception {
        JsonNode sent = running.say(Incoming.inGuild("<@100> compare all 1000 examples 3 epochs"))
                .body();

        Call replaced = running.answer(Incoming.press(first(sent), Incoming.reply(sent)));

        assertThat(LimitsCheck.of(replaced.message()).broken()).isEmpty();
        assertThat(replaced.text())
                .contains("gpt-oss 20B")
                .containsPattern("\\.\\.\\. \\d+ more\\. The file below has everything");
        assertThat(replaced.message().path("attachments").findValuesAsText("filename"))
                .contains("answer.txt");
    }

    /** The id of the first button. */
    private static String first(JsonNode message) {
        for (JsonNode component : message.findParents("custom_id")) {
            if (component.has("label")) {
                assertThat(component.path("label").asText()).startsWith("Details");
                return component.path("custom_id").asText();
            }
        }
        throw new AssertionError("no button in " + message);
    }
}
