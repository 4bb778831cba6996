package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.event.ConcurrencyLimiter;
import io.tunetally.discord.fake.Bodies;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.ThreadMemory;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers come in time while the store hangs or fails. */
@Execution(ExecutionMode.CONCURRENT)
class SlowStoreTest extends BesideFakeDiscord {
    /** The type of a response that says the answer comes later. */
    private static final int DEFERRED = 5;

    private static final Map<String, Object> GPT_4O = Map.of("model", "gpt-4o");

    @Requirement("discord-11a")
    @Test
    void answersInTimeWithoutTheMemoryWhereTheStoreHangsAndSaysSo() throws Exception {
        Changes hanging = new Changes(
                bot -> bot, _ -> new HangingMemory(), _ -> new HangingKeys(), _ -> new HangingDeliveries(), Map.of());
        try (RunningDiscord running = new RunningDiscord(discord, folder, hanging)) {
            Call asked = running.answer(Incoming.slash("ask", Map.of("message", "cost gpt-4o 1k examples")));
            assertThat(asked.text()).contains("Answered without this thread's memory", "$37.50");

            // Another user: the first one's request waits to be written and is known.
            ObjectNode mention = Incoming.inGuild("<@100> cost gpt-4o 1k examples");
            mention.set("author", Incoming.user("402", "grace"));
            assertThat(running.say(mention).text()).contains("Answered without this thread's memory", "$37.50");

            Call pressed = running.answer(Incoming.press(
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
            running.app().close(); // Running work ends first.
            assertThat(discord.waiting(Kind.POST)).isZero();
        }
    }

    /** A press shares an answer while the store hangs or fails; this process recognises a second press by itself. */
    @Requirement("discord-27c")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sharesOnceAlsoWithoutTheStore(boolean hangs) throws Exception {
        Deliveries unusable = hangs ? new HangingDeliveries() : new BrokenDeliveries();
        Changes changes = new Changes(bot -> bot, memory -> memory, keys -> keys, _ -> unusable, Map.of());
        try (RunningDiscord _ = new RunningDiscord(discord, folder, changes)) {
            JsonNode own = Incoming.answer(Incoming.USER, true, Bodies.read("{}"));
            discord.interact(Incoming.press("v1|share|0|=cost gpt-4o 1000 examples", own));
            assertThat(discord.take(Kind.FOLLOWUP).text()).contains("$37.50", "-# Shared by ada");
            assertThat(log.messages()).anyMatch(line -> line.contains("deliveries cannot be claimed now"));

            discord.interact(Incoming.press("v1|share|0|=cost gpt-4o 1000 examples", own));
            assertThat(discord.take(Kind.FOLLOWUP).text()).contains("has been shared");
        }
    }

    /**
     * A way to ask.
     *
     * @param answered what is answered where the store hangs, at once or deferred
     */
    record Entrance(String name, Supplier<ObjectNode> interaction, Kind kind, String answered) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Entrance> entrances() {
        String key = "#AAAAAAAAAAAAAAAAAAAAAA";
        String notNow = "cannot be looked up at the moment";
        JsonNode own = Incoming.answer(Incoming.USER, true, Bodies.read("{}"));
        String command = "=cost gpt-4o 1000 examples";
        return Stream.of(
                new Entrance("command", () -> Incoming.slash("cost", GPT_4O), Kind.CALLBACK, "$37.50"),
                new Entrance(
                        "question",
                        () -> Incoming.slash("ask", Map.of("message", "cost gpt-4o 1k examples")),
                        Kind.CALLBACK,
                        "Answered without this thread's memory"),
                new Entrance("message", () -> Incoming.messageCommand("cost gpt-4o"), Kind.CALLBACK, "$37.50"),
                new Entrance("button", () -> Incoming.press("v1|say|0|" + command, own), Kind.CALLBACK, "$37.50"),
                new Entrance("button's key", () -> Incoming.press("v1|say|0|" + key, own), Kind.CALLBACK, notNow),
                new Entrance("menu", () -> Incoming.pick("v1|pick|0|=cost", command, own), Kind.CALLBACK, "$37.50"),
                new Entrance("menu's key", () -> Incoming.pick("v1|pick|0|=cost", key, own), Kind.CALLBACK, notNow),
                new Entrance(
                        "form", () -> Incoming.press("v1|edit|0|=cost;model=gpt-4o", own), Kind.CALLBACK, "gpt-4o"),
                new Entrance("form's key", () -> Incoming.press("v1|edit|0|" + key, own), Kind.CALLBACK, notNow),
                new Entrance(
                        "sent form",
                        () -> Incoming.submit("v1|form|0|=cost", Map.of("model", "gpt-4o", "numbers", ""), own),
                        Kind.CALLBACK,
                        "$37.50"),
                new Entrance(
                        "sent form's key",
                        () -> Incoming.submit("v1|form|0|" + key, Map.of("model", "gpt-4o", "numbers", ""), own),
                        Kind.CALLBACK,
                        notNow),
                new Entrance("sharing", () -> Incoming.press("v1|share|0|" + command, own), Kind.FOLLOWUP, "$37.50"),
                new Entrance("sharing by a key", () -> Incoming.press("v1|share|0|" + key, own), Kind.CALLBACK, notNow),
                new Entrance(
                        "typing a question",
                        () -> Incoming.typing("ask", "message", "cost gpt"),
                        Kind.CALLBACK,
                        "cost gpt"),
                new Entrance("typing a model", () -> Incoming.typing("cost", "model", "gpt"), Kind.CALLBACK, "gpt-4o"));
    }

    /** {@link Interactions} fails the test where an answer comes too late, or never after it was deferred. */
    @Requirement("discord-11a")
    @ParameterizedTest
    @MethodSource("entrances")
    void answersAtEveryEntranceInTimeWhereTheStoreHangs(Entrance entrance) throws Exception {
        Changes hanging = new Changes(
                bot -> bot, _ -> new HangingMemory(), _ -> new HangingKeys(), _ -> new HangingDeliveries(), Map.of());
        try (RunningDiscord _ =
                RunningDiscord.deferringAfter(WorkBounds.USUAL.deferAfter(), discord, folder, hanging)) {
            discord.interact(entrance.interaction().get());

            JsonNode first = discord.take(entrance.kind()).body();
            boolean deferred =
                    entrance.kind() == Kind.CALLBACK && first.path("type").asInt() == DEFERRED;
            JsonNode answer = deferred ? discord.take(Kind.ORIGINAL).body() : first;
            assertThat(answer.toString()).contains(entrance.answered());
        }
    }

    /** The last request cannot be written. */
    @Requirement("discord-11a")
    @Test
    void saysInTimeThatItCouldNotForgetWhereTheStoreHangs() throws Exception {
        Changes hanging = new Changes(bot -> bot, _ -> new UnwritableMemory(), it -> it, it -> it, Map.of());
        try (RunningDiscord running =
                RunningDiscord.deferringAfter(WorkBounds.USUAL.deferAfter(), discord, folder, hanging)) {
            running.interact(Incoming.slash("cost", GPT_4O));
            assertThat(running.interact(Incoming.slash("forget-me", Map.of()))
                            .body()
                            .path("type")
                            .asInt())
                    .as("deferred")
                    .isEqualTo(DEFERRED);

            assertThat(discord.take(Kind.ORIGINAL).text()).contains("did not confirm that it has deleted");
        }
    }

    @Requirement("discord-19")
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

    @Requirement("discord-31a")
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
            for (int n = 0; n < ConcurrencyLimiter.AT_ONCE; n++) {
                ObjectNode reset = Incoming.inGuild("<@100> reset");
                reset.set("author", Incoming.user(String.valueOf(10_000 + n), "grace"));
                discord.gateway().dispatch("MESSAGE_CREATE", reset);
            }
            Call asked = running.answer(Incoming.slash("cost", GPT_4O));
            assertThat(asked.text()).contains("$37.50");
            for (int n = 0; n < ConcurrencyLimiter.AT_ONCE; n++) {
                assertThat(discord.take(Kind.POST).text()).contains("may not be forgotten yet");
            }
        }
    }

    private static void hang() {
        try {
            Thread.sleep(Duration.ofSeconds(8));
        } catch (InterruptedException cancelled) {
            throw new StorageException("interrupted", cancelled);
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

    private static final class UnwritableMemory extends HangingMemory {
        @Override
        public Optional<String> recall(ConversationId conversation) {
            return Optional.empty();
        }

        @Override
        public void remember(ConversationId conversation, String canonicalText, UserId asker) {
            hang();
        }
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

    private static final class BrokenDeliveries implements Deliveries {
        @Override
        public boolean claim(PlatformId platform, String deliveryId) {
            throw new StorageException("unusable for a test", new IllegalStateException());
        }

        @Override
        public boolean claim(PlatformId platform, String id, Duration lifetime) {
            return claim(platform, id);
        }

        @Override
        public void release(PlatformId platform, String deliveryId) {
            throw new StorageException("unusable for a test", new IllegalStateException());
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
