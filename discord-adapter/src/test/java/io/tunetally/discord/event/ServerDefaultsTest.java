package io.tunetally.discord.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.discord.BesideRunningDiscord;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.Incoming;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The defaults of a server. */
@Requirement("discord-35")
class ServerDefaultsTest extends BesideRunningDiscord {
    private static final int EPHEMERAL = 64;

    private static final int MOST_TRIES = 5;

    private static final String LATE = "Please try again in a minute";

    private Call defaults(Map<String, Object> options) throws Exception {
        Call shown = running.answer(Incoming.defaults(options));
        // The store of a busy machine may be late: the answer says so, and asks to try again.
        for (int tries = 1; tries < MOST_TRIES && shown.text().contains(LATE); tries++) {
            shown = running.answer(Incoming.defaults(options));
        }
        assertThat(shown.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        return shown;
    }

    @Test
    void assumesWhatWasSetAndSaysSo() throws Exception {
        assertThat(defaults(Map.of()).text()).contains("no defaults of its own");
        assertThat(defaults(Map.of("epochs", 5, "examples", 2000)).text())
                .contains("this server assumes", "**Examples**: 2000", "**Epochs**: 5");

        assertThat(running.say(Incoming.inGuild("<@100> cost gpt-4o")).text())
                .contains("$125.00", "team default: 2,000 examples · 5 epochs");
        assertThat(running.say(Incoming.direct("cost gpt-4o")).text())
                .as("elsewhere nothing has changed")
                .contains("$37.50");
    }

    @Test
    void changesWhatIsTypedAndKeepsTheRestUntilAllIsTakenAway() throws Exception {
        defaults(Map.of("epochs", 5, "provider", "azure"));
        assertThat(defaults(Map.of("epochs", 2)).text()).contains("**Provider**: azure", "**Epochs**: 2");
        assertThat(defaults(Map.of("clear", true, "months", 12)).text())
                .contains("**Months**: 12")
                .doesNotContain("**Epochs**");
        assertThat(defaults(Map.of("clear", true)).text()).contains("no defaults of its own");
    }

    @Test
    void namesWhatIsWrongAndChangesNothing() throws Exception {
        defaults(Map.of("epochs", 5));

        assertThat(defaults(Map.of("model", "zorkmodel-9", "epochs", 4)).text())
                .contains("Nothing was changed", "**Model**: Unknown model: \"zorkmodel-9\"", "Nearest");
        assertThat(defaults(Map.of()).text()).contains("**Epochs**: 5").doesNotContain("**Model**");
    }

    @Test
    void completesTheirOptions() throws Exception {
        var typing = Incoming.defaults(Map.of("model", "babb")).put("type", 4);
        ((com.fasterxml.jackson.databind.node.ObjectNode) typing.at("/data/options/0")).put("focused", true);

        assertThat(running.interact(typing).message().path("choices").findValuesAsText("value"))
                .containsExactly("babbage-002");
    }

    /** An app that only a person brought along belongs to no server. */
    @Test
    void hasNoneWhereTheServerHasNotAddedTheApp() throws Exception {
        Call refused = running.interact(Incoming.inGuild(Incoming.defaults(Map.of("epochs", 5)), "201", "2011", "1"));

        assertThat(refused.text()).contains("Only a server that has added this app");
    }
}
