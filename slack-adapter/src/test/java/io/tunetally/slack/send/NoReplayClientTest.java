package io.tunetally.slack.send;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.api.ChannelPace;
import io.tunetally.slack.fake.FakeHttp2;
import io.tunetally.slack.fake.RecordedPause;
import io.tunetally.slack.message.BlockBudget;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.slack.message.SlackPost;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that a server has certainly not processed are sent again, over either version of HTTP. */
@Requirement("slack-39")
class NoReplayClientTest {
    private static final SlackMessage ANSWER =
            new SlackMessage("$37.50", List.of(BlockBudget.section("$37.50")), false);
    private static final SlackSender.Place THREAD = new SlackSender.Place("xoxb-1", "C1", "1700000000.000001", "U1");
    private static final SlackPost POST = new SlackPost(ANSWER, ANSWER);

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final String KEPT = """
            HTTP/1.1 200 OK\r
            Connection: keep-alive\r
            Content-Length: 11\r
            \r
            {"ok":true}""";

    private final MovableClock clock = new MovableClock();
    private final RecordedPause pause = new RecordedPause(clock);
    private final Metrics metrics = new Metrics("slack", new Health());
    private final RefusedTokens refused = new RefusedTokens(metrics);

    private final List<Slack> clients = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (Slack client : clients) {
            client.close();
        }
    }

    @ParameterizedTest
    @EnumSource(FakeHttp2.Refusal.class)
    void sendsAgainWhatAnHttp2ServerHasNotProcessed(FakeHttp2.Refusal refusal) throws Exception {
        try (FakeHttp2 server = new FakeHttp2()) {
            SlackSender sender = sender(http2(server));
            server.refuse(refusal);
            SlackSender.Arrival mention = sender.post(THREAD, POST);
            server.refuse(refusal);
            server.refuse(refusal);
            sender.showOwn(THREAD, server.address("/response/1"), ANSWER);
            server.refuse(refusal);
            boolean responded = sender.respond(server.address("/response/1"), Notices.busy());

            assertThat(mention).isEqualTo(SlackSender.Arrival.THERE);
            assertThat(responded).isTrue();
            assertThat(server.processed()).as("each once").isEqualTo(3);
            assertThat(metrics.scrape()).contains("tunetally_undelivered_total{platform=\"slack\"} 0.0");
        }
    }

    /** The server says that it keeps the connection, and closes it once it has answered. */
    @Test
    void sendsNothingOnAConnectionThatTheServerMayHaveClosed() throws Exception {
        AtomicInteger processed = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> answerOneRequestOfEachConnection(server, processed));
            String address = "http://127.0.0.1:" + server.getLocalPort();
            SlackSender sender = sender(NoReplayClient.client(config(address)));
            for (int n = 0; n < 3; n++) {
                assertThat(sender.post(THREAD, POST)).isEqualTo(SlackSender.Arrival.THERE);
                sender.showOwn(THREAD, address + "/response/1", ANSWER);
                assertThat(sender.respond(address + "/response/1", Notices.busy()))
                        .isTrue();
            }
        }
        assertThat(processed).as("each once").hasValue(9);
        assertThat(metrics.scrape()).contains("tunetally_undelivered_total{platform=\"slack\"} 0.0");
    }

    private static void answerOneRequestOfEachConnection(ServerSocket server, AtomicInteger processed) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                String head = head(socket.getInputStream());
                Matcher length = LENGTH.matcher(head);
                if (length.find()) {
                    socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
                    processed.incrementAndGet();
                    socket.getOutputStream().write(KEPT.getBytes(UTF_8));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    /** All before a request's body. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    private SlackSender sender(Slack slack) {
        clients.add(slack);
        return new SlackSender(slack, new ChannelPace(clock, pause), pause, metrics, refused);
    }

    private static Slack http2(FakeHttp2 server) {
        SlackConfig config = config(server.address(""));
        return NoReplayClient.client(
                config,
                SlackHttpClient.buildOkHttpClient(config)
                        .newBuilder()
                        .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                        .build());
    }

    private static SlackConfig config(String address) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(address + "/api/");
        config.getMethodsConfig().setStatsEnabled(false); // or the SDK asks auth.test for the name of its statistics
        return config;
    }
}
