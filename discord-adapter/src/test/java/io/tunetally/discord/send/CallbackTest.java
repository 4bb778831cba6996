package io.tunetally.discord.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.WrittenLog;
import io.tunetally.discord.RunningDiscord;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.fake.Bodies;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discord.fake.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Answers to interactions that Discord does not take at the first attempt, within the three seconds it waits. */
@Requirement("discord-11b")
@Execution(ExecutionMode.CONCURRENT)
class CallbackTest {
    private static final int EPHEMERAL = 64;
    private static final Map<String, Object> GPT_4O = Map.of("model", "gpt-4o", "private", true);

    @TempDir
    private Path folder;

    private FakeDiscord discord;
    private RunningDiscord running;

    @BeforeEach
    void start() throws Exception {
        discord = new FakeDiscord();
        running = new RunningDiscord(discord, folder);
    }

    @AfterEach
    void stop() {
        running.close();
        discord.close();
    }

    @Test
    void waitsAsLongAsDiscordSays() throws Exception {
        discord.next(
                Kind.CALLBACK,
                429,
                Map.of("Retry-After", "1", "Via", "1.1 google", "X-RateLimit-Scope", "user"),
                "{\"message\":\"slow down\",\"retry_after\":0.4,\"global\":false}");
        assertSameAgain();
    }

    @Test
    void triesAgainWhereDiscordWasAtFault() throws Exception {
        discord.next(Kind.CALLBACK, 500, Map.of(), "{\"message\":\"500: Internal Server Error\",\"code\":0}");
        assertSameAgain();
    }

    @Test
    void triesAgainThroughAGatewayThatFails() throws Exception {
        discord.next(Kind.CALLBACK, 502, Map.of(), "");
        assertSameAgain();
    }

    @Test
    void triesAgainWhereTheConnectionBreaks() throws Exception {
        running.expectTrouble("I/O error");
        discord.cut(Kind.CALLBACK);
        assertSameAgain();
    }

    private void assertSameAgain() throws Exception {
        Call refused = running.interact(Incoming.slash("cost", GPT_4O));
        Call taken = discord.take(Kind.CALLBACK);

        assertThat(taken.path()).isEqualTo(refused.path());
        assertThat(taken.text()).contains("$37.50").isEqualTo(refused.text());
        assertThat(taken.body().path("type")).isEqualTo(refused.body().path("type"));
        assertThat(taken.message().path("flags")).isEqualTo(refused.message().path("flags"));
        assertThat(taken.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
    }

    @Test
    void sendsPlainerWhereDiscordRefusesAForm() throws Exception {
        String invalid = "{\"message\":\"Invalid Form Body\",\"code\":50035}";
        discord.next(Kind.CALLBACK, 400, Map.of(), invalid);
        discord.next(Kind.CALLBACK, 400, Map.of(), invalid);
        discord.next(Kind.CALLBACK, 400, Map.of(), invalid);
        running.interact(Incoming.slash("cost", GPT_4O));
        discord.take(Kind.CALLBACK);
        Call embed = discord.take(Kind.CALLBACK);
        Call text = discord.take(Kind.CALLBACK);

        assertThat(embed.message().path("embeds")).hasSize(1);
        assertThat(text.message().path("content").asText()).contains("$37.50");
        assertThat(text.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
    }

    @Test
    void replacesAMessageAtTheSecondAttempt() throws Exception {
        Call sent = running.interact(Incoming.slash("cost", GPT_4O));
        String other = RunningDiscord.button(sent.message(), "With 1 epoch");
        discord.next(Kind.CALLBACK, 500, Map.of(), "{}");
        Call refused = running.interact(Incoming.press(other, Incoming.answer(Incoming.USER, true, sent.message())));
        Call taken = discord.take(Kind.CALLBACK);

        assertThat(taken.body().path("type").asInt()).isEqualTo(7);
        assertThat(taken.text()).isEqualTo(refused.text());
    }

    @Test
    void takesAnUnconfirmedAnswerThatArrivedForGiven() throws Exception {
        discord.next(Kind.CALLBACK, 500, Map.of(), "{}");
        discord.next(Kind.CALLBACK, 400, Map.of(), "{\"message\":\"Already acknowledged\",\"code\":40060}");
        running.interact(Incoming.slash("cost", GPT_4O));
        discord.take(Kind.CALLBACK);

        assertThat(running.interact(Incoming.slash("cost", GPT_4O)).text()).contains("$37.50");
        assertThat(running.metrics().scrape()).contains("tunetally_undelivered_total{platform=\"discord\"} 0.0");
    }

    @Test
    void defersAtTheSecondAttemptToo() throws Exception {
        CountDownLatch deferred = new CountDownLatch(1);
        slow(deferred);
        discord.next(Kind.CALLBACK, 500, Map.of(), "{}");
        Call refused = running.interact(Incoming.slash("cost", GPT_4O));
        Call taken = discord.take(Kind.CALLBACK);
        deferred.countDown();

        assertThat(taken.body()).isEqualTo(refused.body());
        assertThat(taken.body().path("type").asInt()).isEqualTo(5);
        assertThat(discord.take(Kind.ORIGINAL).text()).contains("$37.50");
    }

    @Test
    void answersAgainAfterADeferralWhereDiscordWasAtFault() throws Exception {
        CountDownLatch deferred = new CountDownLatch(1);
        slow(deferred);
        discord.next(Kind.ORIGINAL, 500, Map.of(), "{}");
        discord.next(Kind.ORIGINAL, 500, Map.of(), "{}");
        running.interact(Incoming.slash("cost", GPT_4O));
        deferred.countDown();
        Call refused = discord.take(Kind.ORIGINAL);
        discord.take(Kind.ORIGINAL);
        Call taken = discord.take(Kind.ORIGINAL);

        assertThat(taken.text()).contains("$37.50").isEqualTo(refused.text());
    }

    @Test
    void opensAFormAtTheSecondAttempt() throws Exception {
        Call sent = running.interact(Incoming.slash("cost", GPT_4O));
        discord.next(Kind.CALLBACK, 500, Map.of(), "{}");
        Call refused = running.interact(Incoming.press(
                RunningDiscord.button(sent.message(), "Change the numbers"),
                Incoming.answer(Incoming.USER, true, sent.message())));
        Call taken = discord.take(Kind.CALLBACK);

        assertThat(taken.body().path("type").asInt()).isEqualTo(9);
        assertThat(taken.body()).isEqualTo(refused.body());
    }

    @Test
    void saysWhyThereIsNoAnswerAtTheSecondAttempt() throws Exception {
        discord.next(Kind.CALLBACK, 500, Map.of(), "{}");
        running.interact(Incoming.press(
                "v1|say|0|#AAAAAAAAAAAAAAAAAAAAAA", Incoming.answer(Incoming.USER, true, Bodies.read("{}"))));

        assertThat(discord.take(Kind.CALLBACK).text()).contains("is not known");
    }

    @Test
    void triesOnceWhereTheInteractionIsOver() throws Exception {
        try (WrittenLog log = new WrittenLog()) {
            discord.next(Kind.CALLBACK, 404, Map.of(), "{\"message\":\"Unknown interaction\",\"code\":10062}");
            Call late = running.interact(Incoming.slash("cost", GPT_4O));
            Call next = running.interact(Incoming.slash("cost", GPT_4O));

            assertThat(next.id()).isNotEqualTo(late.id());
            assertThat(discord.waiting(Kind.CALLBACK)).isZero();
            assertThat(Trouble.in(log)).isEmpty();
            assertThat(running.comesToCountUndelivered(1)).isTrue();
        }
    }

    @Test
    void triesOnceWhereTheTokenIsNotTaken() throws Exception {
        discord.next(Kind.CALLBACK, 401, Map.of(), "{\"message\":\"401: Unauthorized\",\"code\":0}");
        Call refused = running.interact(Incoming.slash("cost", GPT_4O));

        assertThat(running.interact(Incoming.slash("cost", GPT_4O)).id()).isNotEqualTo(refused.id());
        assertThat(discord.waiting(Kind.CALLBACK)).isZero();
    }

    /** Answers only what was deferred. */
    private void slow(CountDownLatch deferred) throws Exception {
        running.close();
        running = RunningDiscord.deferringAfter(Duration.ZERO, discord, folder, Changes.answeringAfter(deferred));
    }
}
