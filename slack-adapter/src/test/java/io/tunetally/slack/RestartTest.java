package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.WrittenLog;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.fake.Incoming;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** State passes from one process to the next, in a database that both open. */
@Requirement("slack-23a")
class RestartTest {
    private TestStore store = new TestStore(Clock.systemUTC());

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void pressesAButtonOfAMessageFromBefore(Mode mode) throws Exception {
        List<JsonObject> buttons;
        try (RunningSlack before = start(mode)) {
            buttons = buttons(before.command("cost gpt-4o 1k examples"));
        }
        restart();
        try (RunningSlack after = start(mode)) {
            for (JsonObject button : buttons) {
                after.interaction(Incoming.pressOnOwn(
                        button.get("action_id").getAsString(),
                        button.get("value").getAsString(),
                        after.slack().responseUrl()));

                assertThat(after.slack().response().get("text").getAsString()).contains("$");
                after.slack().discardResponses();
            }
            assertThat(buttons).hasSizeGreaterThan(2);
            assertThat(after.slack().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void goesOnInAThreadFromBefore(Mode mode) throws Exception {
        try (RunningSlack before = start(mode)) {
            before.event(Incoming.mention("Ev1", "cost gpt-4o 1k examples", "1700000000.000001"));
            before.slack().post();
        }
        restart();
        try (RunningSlack after = start(mode)) {
            after.event(
                    Incoming.mentionInThread("Ev2", "what about 5 epochs", "1700000000.000002", "1700000000.000001"));

            assertThat(after.slack().post().get("text")).contains("$62.50");
        }
    }

    @Requirement("slack-5")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersAnEventOnceThatSlackSendsAgainToTheNextProcess(Mode mode) throws Exception {
        JsonObject event = Incoming.directMessage("Ev1", "cost gpt-4o 1k examples");
        try (RunningSlack before = start(mode)) {
            before.event(event);
            before.slack().post();
        }
        restart();
        try (WrittenLog log = new WrittenLog();
                RunningSlack after = start(mode)) {
            after.eventAgain(event, 3);
            after.event(Incoming.directMessage("Ev2", "help"));

            assertThat(after.slack().post().get("text")).contains("What fine-tuning a model will cost");
            assertThat(after.slack().postsWaiting()).isZero();
            assertThat(log.messages()).anyMatch(line -> line.startsWith("event Ev1 comes again: 3, "));
        }
    }

    private RunningSlack start(Mode mode) throws Exception {
        return new RunningSlack(mode, store.bot(), store);
    }

    private void restart() {
        store = store.restarted();
    }

    private static List<JsonObject> buttons(JsonObject message) {
        List<JsonObject> buttons = new ArrayList<>();
        message.getAsJsonArray("blocks").forEach(block -> {
            if (block.getAsJsonObject().get("type").getAsString().equals("actions")) {
                JsonArray elements = block.getAsJsonObject().getAsJsonArray("elements");
                elements.forEach(element -> buttons.add(element.getAsJsonObject()));
            }
        });
        return buttons;
    }
}
