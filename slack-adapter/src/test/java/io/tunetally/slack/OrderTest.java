package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.bot.AnsweringBot;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.event.SlackEventsTest;
import io.tunetally.slack.fake.Incoming;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages that come together, as after a pause of Slack's: each is answered after the one before and knows of it. */
@Requirement("slack-14c")
class OrderTest {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answerNow = new CountDownLatch(1);
    private final AtomicBoolean firstIsAnswered = new AtomicBoolean();
    private final AtomicBoolean inOrder = new AtomicBoolean();

    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersTheSecondMessageAfterTheFirst(Mode mode) throws Exception {
        try (TestStore store = new TestStore(Clock.systemUTC())) {
            Bot prices = store.bot();
            Bot slowAtFirst = new AnsweringBot(event -> {
                if (event instanceof ChatEvent.Said said && said.text().startsWith("cost")) {
                    asked.countDown();
                    SlackEventsTest.await(answerNow);
                    firstIsAnswered.set(true);
                }
                if (event instanceof ChatEvent.Said said && said.text().startsWith("what")) {
                    inOrder.set(firstIsAnswered.get());
                }
                return prices.answer(event);
            });
            try (RunningSlack running = new RunningSlack(mode, slowAtFirst, store)) {
                running.event(Incoming.directMessage("Ev1", "cost gpt-4o 1k examples"));
                assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
                running.event(Incoming.directMessage("Ev2", "what about 5 epochs"));
                // The answer to a later message elsewhere: by then the second would have been asked for.
                JsonObject elsewhere = Incoming.directMessage("Ev3", "help");
                elsewhere.getAsJsonObject("event").addProperty("channel", "D2");
                running.event(elsewhere);
                assertThat(running.slack().post().get("channel")).isEqualTo("D2");
                answerNow.countDown();

                assertThat(running.slack().post().get("text")).contains("$37.50");
                assertThat(running.slack().post().get("text")).contains("$62.50");
                assertThat(inOrder).isTrue();
            }
        }
    }
}
