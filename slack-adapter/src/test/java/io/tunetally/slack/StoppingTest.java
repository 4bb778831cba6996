package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.bot.Bot;
import io.tunetally.slack.RunningSlack.Mode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SIGTERM while a question is being answered. */
class StoppingTest {
    private static final String ASKED = "cost gpt-4o 1000 examples";

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answerNow = new CountDownLatch(1);
    private final Bot prices = SlackGoldenTest.bot();
    private final Bot slow = SlackEventsTest.answering(event -> {
        asked.countDown();
        SlackEventsTest.await(answerNow);
        return prices.answer(event);
    });

    /** The end of the adapter is the end of its process, so by then an acknowledgement has arrived. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void acknowledgesACommandBeforeItEnds(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, slow)) {
            running.slack().sockets().readSlowly();
            CompletableFuture<JsonObject> acknowledged = running.commandAtOnce(ASKED);
            CompletableFuture<Void> end = stopping(running);
            answerNow.countDown();

            end.get(10, TimeUnit.SECONDS);
            assertThat(mode == Mode.HTTP || acknowledged.isDone())
                    .as("acknowledged by then")
                    .isTrue();
            assertThat(acknowledged.get(1, TimeUnit.SECONDS).get("text").getAsString())
                    .contains("$37.50");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersACommandThatTakesLongerThanItsAcknowledgement(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, slow)) {
            CompletableFuture<JsonObject> acknowledged = running.commandAtOnce(ASKED);
            CompletableFuture<Void> end = stopping(running);
            assertThat(acknowledged.get(10, TimeUnit.SECONDS).get("text").getAsString())
                    .contains("moment");
            answerNow.countDown();

            assertThat(running.slack().response().get("text").getAsString()).contains("$37.50");
            end.get(10, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysThatItIsBeingRestartedToWhoSendsACommandMeanwhile(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, slow)) {
            CompletableFuture<JsonObject> first = running.commandAtOnce(ASKED);
            CompletableFuture<Void> end = stopping(running);

            assertThat(running.command("help").get("text").getAsString()).contains("being restarted");
            answerNow.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS).get("text").getAsString())
                    .contains("$37.50");
            end.get(10, TimeUnit.SECONDS);
        }
    }

    /** Begins to stop, with one question being answered; it takes no more by then. */
    private CompletableFuture<Void> stopping(RunningSlack running) throws InterruptedException {
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                running::stop, task -> Thread.ofVirtual().start(task));
        while (running.app().isConnected()) {
            Thread.sleep(5);
        }
        return end;
    }
}
