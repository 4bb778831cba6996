package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Options that are typed are values. */
@Requirement("discord-5")
class OptionsTest extends BesideRunningDiscord {
    private static final int EPHEMERAL = 64;

    @Test
    void refusesPrivatelyWhatIsNoModelAndPricesNothingInItsPlace() throws Exception {
        for (String model : new String[] {"zorkmodel-9", "what is the cheapest model"}) {
            Call refused = running.interact(Incoming.slash("cost", Map.of("model", model, "examples", 1000)));

            assertThat(refused.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
            assertThat(refused.text())
                    .contains("Unknown model: \"" + model + "\"")
                    .doesNotContain("$");
        }
        assertThat(running.interact(Incoming.slash("tco", Map.of("model", "gpt-4o", "provider", "nowhere")))
                        .text())
                .contains("Unknown provider: \"nowhere\"")
                .doesNotContain("$");
    }

    @Test
    void refusesInAFormWhatIsNoModelAndBringsTheFormBack() throws Exception {
        JsonNode sent = running.interact(Incoming.slash("cost", Map.of("model", "gpt-4o")))
                .message();
        ObjectNode answer = Incoming.answer(Incoming.USER, false, sent);

        Call refused = running.interact(
                Incoming.submit("v1|form|0|=cost;model=gpt-4o", Map.of("model", "zorkmodel-9", "numbers", ""), answer));

        assertThat(refused.body().path("type").asInt())
                .as("no edit of the answer")
                .isEqualTo(4);
        assertThat(refused.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(refused.text()).contains("Unknown model: \"zorkmodel-9\"", "Back to the form");
    }

    @Test
    void registersTheLimitsOfEachNumber() throws Exception {
        JsonNode commands = discord.take(Kind.REGISTRATION).body();
        Set<String> numbers = new HashSet<>();
        for (JsonNode option : commands.findParents("type")) {
            if (option.path("type").asInt() == 4) {
                numbers.add(option.path("name").asText());
                assertThat(option.path("min_value").asLong())
                        .as(option.toString())
                        .isEqualTo(1);
                assertThat(option.path("max_value").asLong())
                        .as(option.toString())
                        .isEqualTo(
                                switch (option.path("name").asText()) {
                                    case "examples", "tokens" -> 1_000_000_000L;
                                    case "epochs" -> 100;
                                    case "requests_per_day" -> 10_000_000_000L;
                                    case "months" -> 120;
                                    default -> throw new AssertionError(option);
                                });
            }
        }
        assertThat(numbers).containsExactlyInAnyOrder("examples", "tokens", "epochs", "requests_per_day", "months");
    }
}
