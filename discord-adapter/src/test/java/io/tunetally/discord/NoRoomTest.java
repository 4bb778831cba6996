package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.discord.FakeDiscord.Call;
import io.tunetally.discord.FakeDiscord.Kind;
import io.tunetally.discord.RunningDiscord.Changes;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As much is being worked on as can be. */
class NoRoomTest extends BesideFakeDiscord {
    private static final int EPHEMERAL = 64;

    /** There is room for nothing, or for waiting but not for what is waited for. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void asksToComeBackInAMinute(int mostWork) throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder, Changes.NONE, mostWork)) {
            Call busy = running.interact(Incoming.slash("cost", Map.of("model", "gpt-4o")));

            assertThat(busy.body().path("type").asInt()).isEqualTo(4);
            assertThat(busy.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
            assertThat(busy.text()).contains("Too much at once");
        }
    }

    @Test
    void saysSoAtTheSecondAttemptToo() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder, Changes.NONE, 0)) {
            discord.next(Kind.CALLBACK, 500, Map.of(), "{}");
            Call refused = running.interact(Incoming.slash("cost", Map.of("model", "gpt-4o")));

            assertThat(discord.take(Kind.CALLBACK).body()).isEqualTo(refused.body());
        }
    }

    @Test
    void hasNothingToChooseAtOnce() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder, Changes.NONE, 0)) {
            Call callback = running.interact(Incoming.typing("ask", "message", "cost gpt"));

            assertThat(callback.body().path("type").asInt()).isEqualTo(8);
        }
    }

    @Test
    void tellsWhoeverAsksWhileItIsBeingStopped() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        try (RunningDiscord running = new RunningDiscord(
                discord,
                folder,
                Changes.answering((bot, event) -> {
                    asked.countDown();
                    awaited(stopping);
                    return bot.answer(event);
                }),
                2)) { // Room for nothing more.
            discord.interact(Incoming.slash("cost", Map.of("model", "gpt-4o")));
            awaited(asked);
            Thread stop = Thread.ofVirtual().start(running.app()::close);
            while (!running.app().isStopping()) {
                Thread.onSpinWait();
            }
            Call late = running.interact(Incoming.slash("cost", Map.of("model", "gpt-4o")));
            assertThat(late.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
            assertThat(late.text()).contains("is being restarted");
            assertThat(running.interact(Incoming.typing("cost", "model", "gpt"))
                            .message()
                            .path("choices"))
                    .isEmpty();
            stopping.countDown();
            assertThat(discord.take(Kind.CALLBACK).text()).contains("$37.50");
            stop.join();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
