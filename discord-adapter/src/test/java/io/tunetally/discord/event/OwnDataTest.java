package io.tunetally.discord.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.discord.BesideRunningDiscord;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.Incoming;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Export of a user's stored data. */
@Requirement("discord-31a")
class OwnDataTest extends BesideRunningDiscord {
    private static final int EPHEMERAL = 64;

    @Test
    void showsStoredDataToItsOwnerAlone() throws Exception {
        running.say(Incoming.direct("cost gpt-4o 1k examples"));
        running.say(Incoming.inGuild("<@100> cost mistral 7b on together"));
        running.interact(Incoming.by("401", Incoming.slash("cost", Map.of("model", "phi-4"))));

        Call shown = running.answer(Incoming.slash("export-me", Map.of()));
        assertThat(shown.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(shown.text())
                .contains(
                        "`400`",
                        "`cost gpt-4o 1000 examples`",
                        "`cost mistral-7b on together`",
                        "`/finetune forget-me`")
                .doesNotContain("phi-4");

        running.answer(Incoming.slash("forget-me", Map.of()));
        assertThat(running.answer(Incoming.slash("export-me", Map.of())).text())
                .contains("Nothing is stored about you");
        assertThat(running.interact(Incoming.slash("privacy", Map.of())).text()).contains("`/finetune export-me`");
    }
}
