package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.discord.FakeDiscord.Call;
import io.tunetally.discord.FakeDiscord.Kind;
import io.tunetally.discord.RunningDiscord.Changes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Much at once, of many people and of one. */
class BurstTest extends BesideFakeDiscord {
    private static final int EPHEMERAL = 64;
    private static final Map<String, Object> GPT_4O = Map.of("model", "gpt-4o");

    @Test
    void answersABurstOfTwoHundredInteractionsInTime() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder)) {
            running.interact(Incoming.slash("cost", GPT_4O));
            for (int n = 0; n < 200; n++) {
                ObjectNode interaction = Incoming.slash("cost", Map.of("model", "gpt-4o", "examples", n + 1));
                ((ObjectNode) interaction.at("/member/user")).put("id", String.valueOf(10_000 + n));
                discord.interact(interaction);
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

    /** All begun at once would share the processors evenly, and the first answer came with the last. */
    @Test
    void worksOnAFewQuestionsOfABurstAtATime() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Changes slow = Changes.answering((bot, event) -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            underWay.decrementAndGet();
            return bot.answer(event);
        });
        try (RunningDiscord _ = new RunningDiscord(discord, folder, slow)) {
            for (int n = 0; n < 3 * Turns.AT_ONCE; n++) {
                ObjectNode message = Incoming.inGuild("<@100> cost gpt-4o");
                message.set("author", Incoming.user(String.valueOf(10_000 + n), "somebody"));
                discord.gateway().dispatch("MESSAGE_CREATE", message);
            }
            for (int n = 0; n < 3 * Turns.AT_ONCE; n++) {
                assertThat(discord.take(Kind.POST).text()).contains("$37.50");
            }
            assertThat(most.get()).isLessThanOrEqualTo(Turns.AT_ONCE);
        }
    }

    @Test
    void asksSomebodyWhoIsTooFastToWait() throws Exception {
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
