package io.tunetally.discord.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import io.tunetally.discord.BesideRunningDiscord;
import io.tunetally.discord.RunningDiscord;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.storage.ThreadMemory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Export and deletion of a user's stored data. */
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

    @Test
    void forgetsAPersonWhoAsksForIt() throws Exception {
        running.say(Incoming.direct("cost gpt-4o 1k examples"));
        assertThat(running.interact(Incoming.slash("forget-me", Map.of())).text())
                .contains("5 entries");

        assertThat(running.say(Incoming.direct("what about 5 epochs")).text()).doesNotContain("GPT-4o on OpenAI");
        assertThat(running.interact(Incoming.slash("privacy", Map.of())).text()).contains("What is stored");
    }

    /** The last request is still being written then. */
    @Test
    void forgetsAPersonAlsoWhereTheStoreIsSlow() throws Exception {
        running.close();
        running = new RunningDiscord(
                discord,
                folder,
                new Changes(bot -> bot, SlowMemory::new, keys -> keys, deliveries -> deliveries, Map.of()));
        running.say(Incoming.direct("cost gpt-4o 1k examples"));

        assertThat(running.answer(Incoming.slash("forget-me", Map.of())).text()).contains("5 entries");
    }

    private record SlowMemory(ThreadMemory store) implements ThreadMemory {
        @Override
        public Optional<String> recall(ConversationId conversation) {
            return store.recall(conversation);
        }

        @Override
        public void remember(ConversationId conversation, String canonicalText, UserId asker) {
            LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
            store.remember(conversation, canonicalText, asker);
        }

        @Override
        public void forget(ConversationId conversation) {
            store.forget(conversation);
        }
    }

    @Test
    void saysHowToDeleteDataAndWhereTheOperatorsPagesAre() throws Exception {
        running.close();
        running = new RunningDiscord(
                discord,
                folder,
                Changes.settings(Map.of(
                        "TUNETALLY_PRIVACY_URL", "https://example.org/privacy",
                        "TUNETALLY_TERMS_URL", "https://example.org/terms",
                        "TUNETALLY_SUPPORT_URL", "mailto:help@example.org")));
        JsonNode about = running.interact(Incoming.slash("about", Map.of())).message();
        ObjectNode shown = Incoming.answer(Incoming.USER, true, about);
        assertThat(List.of(
                        running.interact(Incoming.slash("privacy", Map.of())),
                        running.interact(Incoming.press(RunningDiscord.button(about, "Privacy"), shown)),
                        running.say(Incoming.direct("privacy"))))
                .allSatisfy(call -> assertThat(call.text())
                        .contains(
                                "/finetune forget-me",
                                "(https://example.org/privacy)",
                                "[Terms of service](https://example.org/terms)",
                                "Support: help@example.org"));
    }
}
