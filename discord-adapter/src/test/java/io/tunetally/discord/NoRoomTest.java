package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.WrittenLog;
import io.tunetally.chat.ChatEvent;
import io.tunetally.discord.RunningDiscord.Changes;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discord.fake.Trouble;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bulkhead is full. */
@Requirement("discord-26")
@Execution(ExecutionMode.CONCURRENT)
class NoRoomTest extends BesideFakeDiscord {
    private static final int EPHEMERAL = 64;
    /** Its end waits for nothing that Discord holds back, and tells everybody of it on a machine however busy. */
    private static final WorkBounds STOPPING_SOON = new WorkBounds(
            WorkBounds.USUAL.mostWork(), Duration.ofMinutes(1), WorkBounds.USUAL.stopWithin(), Duration.ofSeconds(20));

    private static final String UNDELIVERED = "tunetally_undelivered_total{platform=\"discord\"}";

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
    void tellsAChannelInWhichItIsMentionedOnceInAFewSeconds() throws Exception {
        try (RunningDiscord running = new RunningDiscord(discord, folder, Changes.NONE, 0)) {
            ObjectNode mention = Incoming.inGuild("<@100> cost gpt-4o");
            Call busy = running.say(mention);
            assertThat(busy.text()).contains("Too much at once");
            assertThat(busy.body().at("/message_reference/message_id")).isEqualTo(mention.path("id"));

            discord.gateway().dispatch("MESSAGE_CREATE", Incoming.inGuild("<@100> cost gpt-4o"));
            assertThat(running.say(Incoming.direct("cost gpt-4o")).id()).isEqualTo(Incoming.DIRECT);
            assertThat(discord.waiting(Kind.POST)).isZero();
            assertThat(running.metrics().scrape()).contains(UNDELIVERED + " 3.0");
        }
    }

    /** The link that Discord unfolds in an edited question is told of with the same words. */
    @Requirement("discord-10")
    @Test
    @Timeout(60)
    void followsAnEditLaterThatItHadNoRoomFor() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch room = new CountDownLatch(1);
        Changes changes = Changes.answering((bot, event) -> {
            if (event instanceof ChatEvent.Said said && said.text().contains("busy")) {
                asked.countDown();
                RunningDiscord.awaited(room);
            }
            return bot.answer(event);
        });
        try (RunningDiscord running = new RunningDiscord(discord, folder, changes, 1)) {
            ObjectNode question = Incoming.inGuild("<@100> cost gpt-4o 1k examples");
            running.say(question);
            ObjectNode edited = question.deepCopy().put("content", "<@100> cost gpt-4o 2k examples");
            while (asked.getCount() > 0) { // The room is given back a moment after the answer.
                discord.gateway().dispatch("MESSAGE_CREATE", Incoming.inGuild("<@100> busy"));
                Thread.sleep(50);
            }
            String before = undelivered(running);
            discord.gateway().dispatch("MESSAGE_UPDATE", edited);
            while (undelivered(running).equals(before)) {
                Thread.sleep(10);
            }
            room.countDown();
            while (discord.waiting(Kind.EDIT) == 0) {
                discord.gateway().dispatch("MESSAGE_UPDATE", edited);
                Thread.sleep(100);
            }
            assertThat(discord.take(Kind.EDIT).text()).contains("$75.00");
        }
    }

    @Requirement("discord-27b")
    @Test
    void tellsTheAskerWhileItIsBeingStopped() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        try (RunningDiscord running = new RunningDiscord(
                discord,
                folder,
                Changes.answering((bot, event) -> {
                    asked.countDown();
                    RunningDiscord.awaited(stopping);
                    return bot.answer(event);
                }),
                2)) { // Room for nothing more.
            discord.interact(Incoming.slash("cost", Map.of("model", "gpt-4o")));
            RunningDiscord.awaited(asked);
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
            Call mentioned = running.say(Incoming.inGuild("<@100> cost gpt-4o"));
            assertThat(mentioned.text()).contains("is being restarted");
            assertThat(running.metrics().scrape()).contains(UNDELIVERED + " 1.0");
            stopping.countDown();
            assertThat(discord.take(Kind.CALLBACK).text()).contains("$37.50");
            stop.join();
        }
    }

    /** Longer than the process has, so that nothing but a word of it can be sent. */
    @Requirement("discord-27b")
    @Test
    void tellsThoseWhoseAnswerIsHeldBackWhenItStops() throws Exception {
        Map<String, String> inHalfAMinute =
                Map.of("Retry-After", "30", "X-RateLimit-Scope", "user", "Via", "1.1 google");
        String limited = "{\"message\":\"You are being rate limited.\",\"retry_after\":30.0,\"global\":false}";
        try (WrittenLog log = new WrittenLog();
                RunningDiscord running = new RunningDiscord(discord, folder, Changes.NONE, STOPPING_SOON)) {
            discord.next(Kind.POST, 429, inHalfAMinute, limited);
            running.say(Incoming.inGuild("<@100> cost gpt-4o"));
            discord.next(Kind.ORIGINAL, 429, inHalfAMinute, limited);
            discord.interact(Incoming.slash("ask", Map.of("message", "models details")));
            discord.take(Kind.ORIGINAL);

            running.app().close();

            Call told = discord.take(Kind.POST);
            assertThat(told.id()).isEqualTo(Incoming.DIRECT);
            assertThat(told.text()).contains("is being restarted");
            assertThat(discord.take(Kind.ORIGINAL).method())
                    .as("no user sees \"thinking...\" any more")
                    .isEqualTo("DELETE");
            Call followUp = discord.take(Kind.FOLLOWUP);
            assertThat(followUp.text()).contains("is being restarted");
            assertThat(followUp.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
            assertThat(running.comesToCountUndelivered(2)).isTrue();
            assertThat(Trouble.in(log)).isEmpty();
            assertThat(log.messages()).noneMatch(line -> line.startsWith("incident"));
        }
    }

    private static String undelivered(RunningDiscord running) {
        return running.metrics()
                .scrape()
                .lines()
                .filter(line -> line.startsWith(UNDELIVERED))
                .findFirst()
                .orElseThrow();
    }
}
