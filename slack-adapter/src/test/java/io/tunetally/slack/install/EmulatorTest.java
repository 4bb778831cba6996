package io.tunetally.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.TestStore;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.send.SlackSender;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The adapter against a Slack that others wrote: {@code mvn -P emulate -pl slack-adapter -am test}. */
@Tag("emulate")
class EmulatorTest {
    @Test
    void installsAnswersShowsItsHomeAFormAndAPicture() throws Exception {
        ListAppender<ILoggingEvent> refusals = new ListAppender<>();
        Logger sender = (Logger) LoggerFactory.getLogger(SlackSender.class);
        refusals.start();
        sender.addAppender(refusals);
        try (Emulator slack = Emulator.start();
                TestStore store = new TestStore(Clock.systemUTC());
                RunningSlack app = RunningSlack.at(slack.apiUrl(), store.bot(), store)) {
            JsonObject self = slack.read("auth.test", Map.of());
            String team = self.get("team_id").getAsString();
            String user = self.get("user_id").getAsString();
            JsonObject channels = slack.read("conversations.list", Map.of());
            String channel = channels.getAsJsonArray("channels")
                    .get(0)
                    .getAsJsonObject()
                    .get("id")
                    .getAsString();

            URI page = URI.create(
                    app.get("/slack/install").headers().firstValue("Location").orElseThrow());
            assertThat(app.redirected(slack.allow(page, user)).statusCode()).isEqualTo(200);
            String home = homeWithTheWelcome(slack);

            String thread = slack.read("chat.postMessage", Map.of("channel", channel, "text", "@TuneTally compare"))
                    .get("ts")
                    .getAsString();
            app.event(from(
                    team, user, channel, Incoming.mention("Ev1", "compare gpt-4.1 vs llama 70b 1k examples", thread)));
            JsonObject answered = await(
                    slack,
                    "conversations.replies",
                    Map.of("channel", channel, "ts", thread),
                    found -> text(found).contains("Cheapest"));
            assertThat(answered.toString()).contains("\"table\"", "\"actions\"");

            app.event(from(team, user, home, Incoming.homeOpened("Ev2", "home")));
            JsonObject shortcut = Incoming.globalShortcut();
            shortcut.getAsJsonObject("team").addProperty("id", team);
            shortcut.addProperty(
                    "trigger_id",
                    slack.read("views.generateTriggerId", Map.of())
                            .get("trigger_id")
                            .getAsString());
            app.interaction(shortcut);

            JsonObject press = Incoming.pressInThread(
                    "chart", "compare gpt-4.1 vs llama-3.3-70b 1000 examples", "http://localhost:1/", thread);
            press.getAsJsonObject("team").addProperty("id", team);
            press.getAsJsonObject("container").addProperty("channel_id", channel);
            app.interaction(press);
            await(slack, "files.list", Map.of(), found -> found.toString().contains("chart.png"));

            assertThat(refusals.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .isEmpty();
        } finally {
            sender.detachAppender(refusals);
        }
    }

    /** The direct messages in which the one who installed was welcomed. */
    private static String homeWithTheWelcome(Emulator slack) throws Exception {
        for (int attempt = 0; attempt < 50; attempt++) {
            JsonObject direct = slack.read("conversations.list", Map.of("types", "im"));
            for (JsonElement each : direct.getAsJsonArray("channels")) {
                String id = each.getAsJsonObject().get("id").getAsString();
                if (text(slack.read("conversations.history", Map.of("channel", id)))
                        .contains("is installed")) {
                    return id;
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no welcome was sent");
    }

    private static JsonObject from(String team, String user, String channel, JsonObject callback) {
        callback.addProperty("team_id", team);
        callback.getAsJsonObject("event").addProperty("user", user);
        callback.getAsJsonObject("event").addProperty("channel", channel);
        return callback;
    }

    private static String text(JsonObject messages) {
        StringBuilder text = new StringBuilder();
        for (JsonElement message : messages.getAsJsonArray("messages")) {
            text.append(message.getAsJsonObject().get("text").getAsString()).append('\n');
        }
        return text.toString();
    }

    private static JsonObject await(
            Emulator slack, String method, Map<String, String> parameters, Predicate<JsonObject> there)
            throws Exception {
        JsonObject found = slack.read(method, parameters);
        for (int attempt = 0; attempt < 100 && !there.test(found); attempt++) {
            Thread.sleep(100);
            found = slack.read(method, parameters);
        }
        assertThat(there.test(found)).as("%s", found).isTrue();
        return found;
    }
}
