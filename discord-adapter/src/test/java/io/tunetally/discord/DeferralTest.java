package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The audience of a deferred answer. */
@Requirement({"discord-11c", "discord-13"})
@Execution(ExecutionMode.CONCURRENT)
class DeferralTest extends BesideFakeDiscord {
    private static final int EPHEMERAL = 64;
    private static final Map<String, Object> GPT_4O = Map.of("model", "gpt-4o");

    /** Longer than a message can be, so that a file goes along. */
    private static Answer forTheAskerAlone() {
        List<List<String>> rows = IntStream.range(0, 400)
                .mapToObj(n -> List.of("a row with some words in it: " + n))
                .toList();
        Block table = new Block.Table(List.of(Block.Column.text("Row")), rows);
        return new Answer(new Outcome.Failed("0"), new Reply("Only for you", List.of(table), Audience.ASKER));
    }

    private final CountDownLatch deferred = new CountDownLatch(1);

    /** Answers only what was deferred. */
    private Changes afterTheDeferral(Supplier<Answer> answer) {
        return Changes.answering((_, _) -> {
            RunningDiscord.awaited(deferred);
            return answer.get();
        });
    }

    @Test
    void showsTheAskerAloneWhatIsDeferredForItsFile() throws Exception {
        try (RunningDiscord running =
                new RunningDiscord(discord, folder, Changes.answering((_, _) -> forTheAskerAlone()))) {
            Call thinking = running.interact(Incoming.slash("cost", GPT_4O));

            assertThat(thinking.body().path("type").asInt()).isEqualTo(5);
            assertThat(thinking.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
            assertThat(discord.take(Kind.ORIGINAL).text()).contains("Only for you");
        }
    }

    @Test
    void showsTheAskerAloneWhatWasDeferredForEverybody() throws Exception {
        assertFollowsPrivately(afterTheDeferral(DeferralTest::forTheAskerAlone), "Only for you");
    }

    @Test
    void showsTheAskerAloneWhatBreaksAfterADeferral() throws Exception {
        assertFollowsPrivately(
                afterTheDeferral(() -> {
                    throw new IllegalStateException("broken for a test");
                }),
                "incident `");
    }

    private void assertFollowsPrivately(Changes changes, String text) throws Exception {
        try (RunningDiscord running = RunningDiscord.deferringAfter(Duration.ZERO, discord, folder, changes)) {
            running.expectTrouble("broken for a test");
            Call thinking = running.interact(Incoming.slash("cost", GPT_4O));
            deferred.countDown();
            assertThat(thinking.body().path("type").asInt()).isEqualTo(5);
            assertThat(thinking.message().path("flags").asInt() & EPHEMERAL).isZero();

            Call alone = discord.take(Kind.FOLLOWUP);
            assertThat(alone.body().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
            assertThat(alone.text()).contains(text);
            assertThat(discord.take(Kind.ORIGINAL).method())
                    .as("nothing is left thinking")
                    .isEqualTo("DELETE");
            assertThat(discord.waiting(Kind.ORIGINAL)).isZero();
        }
    }
}
