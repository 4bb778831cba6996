package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.slack.RunningSlack.Mode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocket;
import org.junit.jupiter.api.Test;

class SocketModeTransportTest {
    private final Bot bot = SlackGoldenTest.bot();

    @Test
    void losesNoAcknowledgementWhileConnectionsAreRefreshed() throws Exception {
        try (RunningSlack running = start()) {
            FakeSocketMode sockets = running.slack().sockets();
            List<WebSocket> old = List.copyOf(sockets.connections());
            List<CompletableFuture<JsonObject>> acknowledged = new java.util.ArrayList<>();
            for (WebSocket connection : old) {
                acknowledged.add(send(running, connection, "cost gpt-4o 1k examples"));
                connection.send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
                acknowledged.add(send(running, connection, "cost gpt-4o 2k examples"));
            }

            assertThat(sockets.opened(2)).isTrue();
            for (CompletableFuture<JsonObject> each : acknowledged) {
                assertThat(each.get(5, TimeUnit.SECONDS).get("text").getAsString())
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
            assertThat(running.command("cost gpt-4o 1k examples").get("text").getAsString())
                    .contains("$37.50");
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

    @Test
    void acknowledgesTheNextEnvelopeOfAConnectionWhileOneIsStillWorkedOn() throws Exception {
        CountDownLatch next = new CountDownLatch(1);
        Bot slow = SlackEventsTest.answering(event -> {
            if (event instanceof ChatEvent.Said said && said.text().equals("wait")) {
                SlackEventsTest.await(next);
            }
            return bot.answer(event);
        });
        try (RunningSlack running = new RunningSlack(Mode.SOCKET, slow, new ClaimedOnce())) {
            WebSocket connection = running.slack().sockets().connections().getFirst();
            CompletableFuture<JsonObject> waiting = send(running, connection, "wait");
            CompletableFuture<JsonObject> quick = send(running, connection, "help");

            assertThat(quick.get(10, TimeUnit.SECONDS).has("blocks")).isTrue();
            assertThat(waiting).isNotDone();
            next.countDown();
            assertThat(waiting.get(10, TimeUnit.SECONDS).has("text")).isTrue();
        }
    }

    private RunningSlack start() throws Exception {
        return new RunningSlack(Mode.SOCKET, bot, new ClaimedOnce());
    }

    private static CompletableFuture<JsonObject> send(RunningSlack running, WebSocket connection, String text) {
        JsonObject command =
                Incoming.command("/finetune", text, "U1", running.slack().responseUrl());
        return running.slack().sockets().send(connection, "slash_commands", command);
    }
}
