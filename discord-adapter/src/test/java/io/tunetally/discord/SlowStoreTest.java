package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.discord.FakeDiscord.Call;
import io.tunetally.discord.FakeDiscord.Kind;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.ThreadMemory;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A store that hangs or fails keeps nobody from an answer in time. */
class SlowStoreTest extends BesideFakeDiscord {
    private static final Map<String, Object> GPT_4O = Map.of("model", "gpt-4o");

    @Test
    void answersInTimeWithoutTheMemoryWhereTheStoreHangsAndSaysSo() throws Exception {
        Changes hanging = new Changes(
                bot -> bot, _ -> new HangingMemory(), _ -> new HangingKeys(), _ -> new HangingDeliveries(), Map.of());
        try (RunningDiscord running = new RunningDiscord(discord, folder, hanging)) {
            Call asked = running.interact(Incoming.slash("ask", Map.of("message", "cost gpt-4o 1k examples")));
            assertThat(asked.text()).contains("Answered without this thread's memory", "$37.50");

            // Somebody else: what the first asked waits to be written and is known.
            ObjectNode mention = Incoming.inGuild("<@100> cost gpt-4o 1k examples");
            mention.set("author", Incoming.user("402", "somebody"));
            assertThat(running.say(mention).text()).contains("Answered without this thread's memory", "$37.50");

            Call pressed = running.interact(Incoming.press(
                    "v1|say|0|#AAAAAAAAAAAAAAAAAAAAAA", Incoming.answer(Incoming.USER, true, Bodies.read("{}"))));
            assertThat(pressed.text()).contains("cannot be looked up at the moment");
        }
    }

    @Test
    void answersOnceAlsoWithoutTheStore() throws Exception {
        Changes hanging =
                new Changes(bot -> bot, memory -> memory, keys -> keys, _ -> new HangingDeliveries(), Map.of());
        try (RunningDiscord running = new RunningDiscord(discord, folder, hanging)) {
            ObjectNode message = Incoming.inGuild("<@100> cost gpt-4o 1k examples");
            discord.gateway().dispatch("MESSAGE_CREATE", message);
            assertThat(running.say(message).text()).contains("$37.50");
            running.app().close(); // What has begun ends first.
            assertThat(discord.waiting(Kind.POST)).isZero();
        }
    }

    @Test
    void makesButtonsWorkWhoseCommandsTheStoreDidNotTakeAtFirst() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        Changes changes =
                new Changes(bot -> bot, memory -> memory, keys -> new UnusableKeys(keys, broken), it -> it, Map.of());
        String compared = "compare gpt-4o-mini vs llama-3.3-70b vs mistral-7b 1000 examples 3 epochs"
                + " 100 requests/day 500 input tokens 200 output tokens 6 months";
        try (RunningDiscord running = new RunningDiscord(discord, folder, changes)) {
            JsonNode sent = running.answer(Incoming.slash("ask", Map.of("message", compared, "private", true)))
                    .message();
            String key = RunningDiscord.button(sent, "Share").replaceAll(".*#", "");
            assertThat(running.storage().actionKeys().command(key)).isEmpty();

            broken.set(false);
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (running.storage().actionKeys().command(key).isEmpty()) {
                assertThat(System.nanoTime()).as("it is stored later").isLessThan(end);
                Thread.sleep(100);
            }
        }
    }

    private record UnusableKeys(ActionKeys store, AtomicBoolean broken) implements ActionKeys {
        @Override
        public void keep(Collection<String> commandTexts) {
            if (broken.get()) {
                throw new StorageException("unusable for a test", new IllegalStateException());
            }
            store.keep(commandTexts);
        }

        @Override
        public Optional<String> command(String key) {
            return store.command(key);
        }
    }

    @Test
    void keepsAnsweringWhereForgettingHangs() throws Exception {
        ThreadMemory hanging = new HangingMemory() {
            @Override
            public Optional<String> recall(ConversationId conversation) {
                return Optional.empty();
            }

            @Override
            public void forget(ConversationId conversation) {
                hang();
            }
        };
        Changes changes = new Changes(bot -> bot, _ -> hanging, keys -> keys, deliveries -> deliveries, Map.of());
        try (RunningDiscord running = new RunningDiscord(discord, folder, changes)) {
            for (int n = 0; n < Turns.AT_ONCE; n++) {
                ObjectNode reset = Incoming.inGuild("<@100> reset");
                reset.set("author", Incoming.user(String.valueOf(10_000 + n), "somebody"));
                discord.gateway().dispatch("MESSAGE_CREATE", reset);
            }
            Call asked = running.answer(Incoming.slash("cost", GPT_4O));
            assertThat(asked.text()).contains("$37.50");
            for (int n = 0; n < Turns.AT_ONCE; n++) {
                assertThat(discord.take(Kind.POST).text()).contains("may not be forgotten yet");
            }
        }
    }

    private static void hang() {
        try {
            Thread.sleep(Duration.ofSeconds(8));
        } catch (InterruptedException nobodyWaits) {
            throw new StorageException("interrupted", nobodyWaits);
        }
    }

    private static class HangingMemory implements ThreadMemory {
        @Override
        public Optional<String> recall(ConversationId conversation) {
            hang();
            return Optional.empty();
        }

        @Override
        public void remember(ConversationId conversation, String canonicalText, UserId asker) {}

        @Override
        public void forget(ConversationId conversation) {}
    }

    private static final class HangingKeys implements ActionKeys {
        @Override
        public void keep(Collection<String> commandTexts) {
            hang();
        }

        @Override
        public Optional<String> command(String key) {
            hang();
            return Optional.empty();
        }
    }

    private static final class HangingDeliveries implements Deliveries {
        @Override
        public boolean claim(PlatformId platform, String deliveryId) {
            hang();
            return true;
        }

        @Override
        public boolean claim(PlatformId platform, String id, Duration lifetime) {
            return claim(platform, id);
        }

        @Override
        public void release(PlatformId platform, String deliveryId) {}
    }
}
