package io.tunetally.slack.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.slack.api.Slack;
import com.sun.net.httpserver.HttpServer;
import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.api.SendResult;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.fake.RecordedPause;
import io.tunetally.slack.message.Notices;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("slack-40")
class ResponseAddressesTest {
    private static final String ASKED = "cost gpt-4o 1000 examples";

    private final FakeSlack fake = new FakeSlack();
    private final Slack slack = NoReplayClient.client(fake.config());
    private final ResponseAddresses addresses =
            new ResponseAddresses(slack, new RecordedPause(new MovableClock()), new Metrics("slack", new Health()));

    ResponseAddressesTest() throws IOException {}

    @AfterEach
    void close() throws Exception {
        slack.close();
        fake.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://hooks.slack.com/actions/T1/1/x", "https://hooks.slack-gov.com/commands/T1/1/x"})
    void areSlacksOwn(String address) {
        assertThat(addresses.accepted(address)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "ftp://hooks.slack.com/x",
                "http://hooks.slack.com/x",
                "https://hooks.slack.com.example.org/x",
                "https://notslack.com/x",
                "https://example.org/hooks.slack.com",
                "https://hooks.slack.com@example.org/x",
                "https://ada:secret@hooks.slack.com/x",
                "https://ada@hooks.slack.com/x"
            })
    void areNoOthers(String address) throws Exception {
        assertThat(addresses.accepted(address)).isEmpty();
        assertThat(addresses.send(address, Notices.busy()).kind()).isEqualTo(SendResult.Kind.PLACE);
    }

    /** The fake stands at the API's host, and has another name that the API is not configured with. */
    @Test
    void areAtTheHostOfTheConfiguredApi() throws Exception {
        String address = fake.responseUrl();
        String byAnotherName = address.replace("127.0.0.1", "localhost");
        String withPassword = address.replace("127.0.0.1", "ada:secret@127.0.0.1");

        assertThat(addresses.send(byAnotherName, Notices.busy()).isTaken()).isFalse();
        assertThat(addresses.send(withPassword, Notices.busy()).isTaken()).isFalse();
        assertThat(addresses.send(null, Notices.busy()).isTaken()).isFalse();
        assertThat(fake.responsesWaiting()).isZero();
        assertThat(addresses.send(address, Notices.busy()).isTaken()).isTrue();
    }

    /** Where an address leads elsewhere, nothing is asked there. */
    @Test
    void leadNowhereElse() throws Exception {
        AtomicInteger led = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            led.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
        try {
            String there = "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/";
            fake.next("response_url", 302, Map.of("Location", there), "");

            assertThat(addresses.send(fake.responseUrl(), Notices.busy()).kind())
                    .isEqualTo(SendResult.Kind.PLACE);
            assertThat(led).hasValue(0);
        } finally {
            elsewhere.stop(0);
        }
    }

    /** Slack says in the body that it took nothing: at the end of the part that is read, and one byte too late. */
    @Test
    void areReadUpTo64KiB() throws Exception {
        String refused = "\"ok\":false";
        fake.next("response_url", 200, Map.of(), " ".repeat(64 * 1_024 - refused.length()) + refused);
        assertThat(addresses.send(fake.responseUrl(), Notices.busy()).kind()).isEqualTo(SendResult.Kind.PLACE);

        fake.next("response_url", 200, Map.of(), " ".repeat(64 * 1_024 + 1 - refused.length()) + refused);
        assertThat(addresses.send(fake.responseUrl(), Notices.busy()).isTaken()).isTrue();
    }

    @Test
    void areReadUpToALimitWhereTheirAnswerHasNoEnd() throws Exception {
        HttpServer endless = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CompletableFuture<Boolean> cutOff = new CompletableFuture<>();
        endless.createContext("/response/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(404, 0);
            byte[] more = "no".repeat(10_000).getBytes(UTF_8);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(more);
                }
            } catch (IOException closed) {
                cutOff.complete(true);
            }
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            endless.setExecutor(threads);
            endless.start();
            String address = "http://127.0.0.1:" + endless.getAddress().getPort() + "/response/1";

            SendResult sendResult = addresses.send(address, Notices.busy());

            assertThat(sendResult.kind()).isEqualTo(SendResult.Kind.PLACE);
            assertThat(sendResult.error()).startsWith("status 404 nono").hasSizeLessThan(300);
            assertThat(cutOff.get(1, TimeUnit.MINUTES)).isTrue();
        } finally {
            endless.stop(0);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void meanAPostWhereThereIsNone(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, SlackGoldenTest.bot())) {
            for (var address : List.of(JsonNull.INSTANCE, new JsonPrimitive("::"), new JsonPrimitive(""))) {
                JsonObject shortcut = Incoming.messageShortcut(ASKED, "");
                shortcut.add("response_url", address);
                running.interaction(shortcut);
                assertIsForTheAskerAlone(running.slack().post());
                JsonObject press = Incoming.pressOnOwn("command:0", ASKED, "");
                press.add("response_url", address);
                running.interaction(press);
                assertIsForTheAskerAlone(running.slack().post());
                JsonObject all = Incoming.pressInThread("command:0", ASKED, "", "1700000000.000001");
                all.add("response_url", address);
                running.interaction(all);
                FakeSlack.Call post = running.slack().post();
                assertThat(post.method() + " " + post.get("thread_ts")).isEqualTo("chat.postMessage 1700000000.000001");
            }
        }
    }

    private static void assertIsForTheAskerAlone(FakeSlack.Call own) {
        assertThat(own.method() + " " + own.get("channel") + " " + own.get("user"))
                .isEqualTo("chat.postEphemeral C1 U1");
        assertThat(own.get("text")).contains("$37.50");
    }
}
