package io.tunetally.slack.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import io.tunetally.Requirement;
import io.tunetally.bot.AnsweringBot;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.api.Outage;
import io.tunetally.slack.event.SlackEventsTest;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.FakeSocketMode;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.send.NoReplayClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Requirement("slack-8a")
@Execution(ExecutionMode.CONCURRENT)
class SocketModeTransportTest {
    private final Bot bot = SlackGoldenTest.bot();

    @Test
    void losesNoAcknowledgementWhileConnectionsAreRefreshed() throws Exception {
        try (RunningSlack running = start()) {
            FakeSocketMode sockets = running.slack().sockets();
            List<WebSocket> old = List.copyOf(sockets.connections());
            List<CompletableFuture<JsonObject>> acknowledged = new ArrayList<>();
            for (WebSocket connection : old) {
                acknowledged.add(send(running, connection, "cost gpt-4o 1k examples"));
                connection.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
                acknowledged.add(send(running, connection, "cost gpt-4o 2k examples"));
            }

            assertThat(sockets.opened(2)).isTrue();
            for (CompletableFuture<JsonObject> each : acknowledged) {
                assertThat(each.get(1, TimeUnit.MINUTES).get("text").getAsString())
                        .contains("to train");
            }
        }
    }

    @Test
    void connectsAgainWhereSlackClosesAndGoesOnBesides() throws Exception {
        try (RunningSlack running = start()) {
            FakeSocketMode sockets = running.slack().sockets();
            sockets.connections().getFirst().close();

            assertThat(sockets.opened(1)).isTrue();
            assertThat(running.answer("cost gpt-4o 1k examples")).contains("$37.50");
            assertThat(running.app().isConnected()).isTrue();
        }
    }

    @Test
    void triesAgainWhereSlackDoesNotOpenAConnection() throws Exception {
        try (RunningSlack running = start()) {
            FakeSlack slack = running.slack();
            slack.next("apps.connections.open", 200, Map.of(), "{\"ok\":false,\"error\":\"internal_error\"}");
            slack.next("apps.connections.open", 503, Map.of(), "");
            slack.sockets().connections().getFirst().close();

            assertThat(slack.sockets().opened(1)).isTrue();
        }
    }

    /** By the state of its thread: it waits, for no limited time. */
    @Requirement("slack-43")
    @Test
    void waitsAtTheStartUntilSlackOpensAConnection() throws Exception {
        try (FakeSlack fake = new FakeSlack();
                Metrics metrics = new Metrics("slack", new Health())) {
            Slack slack = NoReplayClient.client(fake.config());
            for (int attempt = 0; attempt < 4; attempt++) {
                fake.next("apps.connections.open", 503, Map.of(), "");
            }
            App app = new App(AppConfig.builder().slack(slack).signingSecret("").build());
            SocketModeTransport transport =
                    new SocketModeTransport(app, FakeSlack.APP_TOKEN, metrics, new Outage(Clock.systemUTC()));
            CompletableFuture<Void> started = new CompletableFuture<>();
            Thread start = Thread.ofPlatform().daemon().start(() -> {
                try {
                    transport.start();
                    started.complete(null);
                } catch (Exception failure) {
                    started.completeExceptionally(failure);
                }
            });
            Set<Thread.State> states = EnumSet.noneOf(Thread.State.class);
            while (fake.prepared("apps.connections.open") > 0) {
                states.add(start.getState());
                Thread.onSpinWait();
            }

            started.get(1, TimeUnit.MINUTES);
            assertThat(transport.isConnected()).isTrue();
            assertThat(states).contains(Thread.State.WAITING).doesNotContain(Thread.State.TIMED_WAITING);
            transport.close();
            slack.close();
        }
    }

    @Test
    void acknowledgesTheNextEnvelopeOfAConnectionWhileOneIsStillWorkedOn() throws Exception {
        CountDownLatch next = new CountDownLatch(1);
        Bot slow = new AnsweringBot(event -> {
            if (event instanceof ChatEvent.Said said && said.text().equals("wait")) {
                SlackEventsTest.await(next);
            }
            return bot.answer(event);
        });
        try (RunningSlack running = new RunningSlack(Mode.SOCKET, slow)) {
            WebSocket connection = running.slack().sockets().connections().getFirst();
            CompletableFuture<JsonObject> waiting = send(running, connection, "wait");
            CompletableFuture<JsonObject> quick = send(running, connection, "help");

            assertThat(quick.get(1, TimeUnit.MINUTES).has("blocks")).isTrue();
            assertThat(waiting).isNotDone();
            next.countDown();
            assertThat(waiting.get(1, TimeUnit.MINUTES).has("text")).isTrue();
        }
    }

    @Test
    void replacesConnectionsThatAreDeadWithoutBeingClosed() throws Exception {
        try (RunningSlack running = start()) {
            running.slack().sockets().fallSilent(true);
            long begun = System.nanoTime();
            while (running.app().isConnected() && secondsSince(begun) < 20) {
                Thread.sleep(50);
            }
            assertThat(secondsSince(begun)).as("seconds until it knows").isLessThan(10);

            running.slack().sockets().fallSilent(false);
            assertThat(running.slack().sockets().opened(1)).isTrue();
            assertThat(running.answer("cost gpt-4o 1k examples")).contains("$37.50");
        }
    }

    private static long secondsSince(long nanoTime) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - nanoTime);
    }

    @Test
    void answersEveryEventOnceWhileSlackClosesAConnectionAmongThem() throws Exception {
        try (RunningSlack running = start()) {
            FakeSocketMode sockets = running.slack().sockets();
            List<WebSocket> both = List.copyOf(sockets.connections());
            Map<JsonObject, CompletableFuture<JsonObject>> sent = new LinkedHashMap<>();
            for (int n = 0; n < 40; n++) {
                JsonObject event = Incoming.ofUser(
                        "U" + n, Incoming.directMessage("Ev" + n, "cost gpt-4o " + (n + 1) + "k examples"));
                event.getAsJsonObject("event").addProperty("channel", "D" + n);
                WebSocket connection = both.get(n % 2).isOpen() ? both.get(n % 2) : both.get(1);
                sent.put(event, sockets.send(connection, "events_api", event));
                if (n == 20) {
                    both.getFirst().closeConnection(1006, "gone");
                }
            }
            awaitAcknowledgements(sent.values());
            int again = 0;
            for (Map.Entry<JsonObject, CompletableFuture<JsonObject>> each : sent.entrySet()) {
                if (!each.getValue().isDone()) {
                    again++;
                    running.eventAgain(each.getKey(), 1);
                }
            }

            Set<String> channels = new HashSet<>();
            for (int n = 0; n < 40; n++) {
                channels.add(running.slack().post().get("channel"));
            }
            assertThat(channels).as("answered, %d sent again", again).hasSize(40);
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    /** For as long as Slack waits: those that were lost with the connection never come. */
    private static void awaitAcknowledgements(Collection<CompletableFuture<JsonObject>> sent) throws Exception {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new)).get(3, TimeUnit.SECONDS);
        } catch (TimeoutException lost) {
            assertThat(sent).anyMatch(CompletableFuture::isDone);
        }
    }

    private RunningSlack start() throws Exception {
        return new RunningSlack(Mode.SOCKET, bot);
    }

    private static CompletableFuture<JsonObject> send(RunningSlack running, WebSocket connection, String text) {
        JsonObject command =
                Incoming.command("/finetune", text, "U1", running.slack().responseUrl());
        return running.slack().sockets().send(connection, "slash_commands", command);
    }
}
