package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.event.ConcurrencyLimiter;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Much at once, of many people and of one. */
@Requirement("discord-26")
class BurstTest extends BesideFakeDiscord {
    private static final int EPHEMERAL = 64;
    private static final Map<String, Object> GPT_4O = Map.of("model", "gpt-4o");

    @Test
    void answersABurstOfTwoHundredInteractionsInTime() throws Exception {
        try (RunningDiscord _ = new RunningDiscord(discord, folder)) {
            for (int n = 0; n < 200; n++) {
                discord.interact(ofAnotherUser(n));
            }
            Set<String> acknowledged = new HashSet<>();
            for (int n = 0; n < 200; n++) {
                Call callback = discord.take(Kind.CALLBACK);
                acknowledged.add(callback.id());
                boolean deferred = callback.body().path("type").asInt() == 5;
                assertThat((deferred ? discord.take(Kind.ORIGINAL) : callback).text())
                        .contains("GPT-4o");
            }
            assertThat(acknowledged).hasSize(200);
        }
    }

    private static ObjectNode ofAnotherUser(int n) {
        ObjectNode interaction = Incoming.slash("cost", Map.of("model", "gpt-4o", "examples", n + 1));
        ((ObjectNode) interaction.at("/member/user")).put("id", String.valueOf(10_000 + n));
        return interaction;
    }

    /** All begun at once would share the processors evenly, and the first answer came with the last. */
    @Test
    void worksOnAFewInteractionsOfABurstAtATime() throws Exception {
        assertFewAtATime(user -> {
            ObjectNode interaction = Incoming.slash("cost", GPT_4O);
            ((ObjectNode) interaction.at("/member/user")).put("id", user);
            discord.interact(interaction);
        });
    }

    @Test
    void worksOnAFewMentionsOfABurstAtATime() throws Exception {
        assertFewAtATime(user -> {
            ObjectNode message = Incoming.inGuild("<@100> cost gpt-4o");
            message.set("author", Incoming.user(user, "grace"));
            discord.gateway().dispatch("MESSAGE_CREATE", message);
        });
    }

    private void assertFewAtATime(Consumer<String> ask) throws Exception {
        int questions = 3 * ConcurrencyLimiter.AT_ONCE;
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(questions);
        Changes slow = Changes.answering((bot, event) -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            underWay.decrementAndGet();
            all.countDown();
            return bot.answer(event);
        });
        try (RunningDiscord _ = new RunningDiscord(discord, folder, slow)) {
            for (int n = 0; n < questions; n++) {
                ask.accept(String.valueOf(10_000 + n));
            }
            assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(most.get()).isBetween(2, ConcurrencyLimiter.AT_ONCE);
        }
    }

    /** The second leans on the first. */
    @Test
    void answersInTheirOrderTheMessagesOfOnePersonThatComeTogether() throws Exception {
        try (RunningDiscord _ = new RunningDiscord(discord, folder)) {
            for (int n = 0; n < 20; n++) {
                List<String> ids = new ArrayList<>();
                for (String text : List.of("<@100> cost gpt-4o 1k examples", "<@100> what about 5 epochs")) {
                    ObjectNode message = Incoming.inGuild(text);
                    message.set("author", Incoming.user(String.valueOf(10_000 + n), "grace"));
                    ids.add(message.path("id").asText());
                    discord.gateway().dispatch("MESSAGE_CREATE", message);
                }
                for (String id : ids) {
                    Call answer = discord.take(Kind.POST);
                    assertThat(answer.body().at("/message_reference/message_id").asText())
                            .isEqualTo(id);
                    assertThat(answer.text()).contains("GPT-4o");
                }
            }
        }
    }

    @Test
    void asksATooFastUserToWait() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            for (int n = 0; n < 20; n++) {
                assertThat(running.interact(Incoming.slash("cost", GPT_4O)).text())
                        .contains("$37.50");
            }
            Call tooMany = running.interact(Incoming.slash("cost", GPT_4O));
            assertThat(tooMany.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
            assertThat(tooMany.text()).contains("wait ten seconds");

            ObjectNode another = Incoming.slash("cost", GPT_4O);
            ((ObjectNode) another.at("/member/user")).put("id", "401");
            assertThat(running.interact(another).text()).contains("$37.50");
        }
    }
}
