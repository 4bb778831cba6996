package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.discord.FakeDiscord.Call;
import io.tunetally.discord.FakeDiscord.Kind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers to interactions that Discord does not take at the first attempt, within the three seconds it waits. */
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
}
