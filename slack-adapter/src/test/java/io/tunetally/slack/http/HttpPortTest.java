package io.tunetally.slack.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.Requirement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("slack-31e")
@Execution(ExecutionMode.CONCURRENT)
class HttpPortTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress OTHER = InetAddress.ofLiteral("127.0.0.2");
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String HOST = "Host: localhost\r\n";

    private final List<Socket> clients = new ArrayList<>();
    private final List<HttpPort> ports = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        ports.forEach(HttpPort::close);
    }

    // ---- what is read

    @Test
    void answersOneRequestAfterTheOtherOnOneConnection() throws Exception {
        Socket client = client(port(HttpBounds.USUAL), HERE);

        for (int n = 0; n < 3; n++) {
            send(client, "POST /echo?a=%20b HTTP/1.1\r\n" + HOST + "Content-Length: 2\r\n\r\n" + n + "x");
            assertThat(reply(client)).startsWith("HTTP/1.1 200 OK").endsWith("POST a=%20b " + n + "x");
        }
        send(client, "GET /nowhere HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(reply(client)).startsWith("HTTP/1.1 404 Not Found");
        send(client, "GET /echo HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
        assertThat(all(client)).contains("Connection: close");
    }

    @Test
    void readsBodiesInChunksAndAnswersExpectContinue() throws Exception {
        Socket client = client(port(HttpBounds.USUAL), HERE);
        send(client, "POST /echo HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n");
        assertThat(head(client)).isEqualTo("HTTP/1.1 100 Continue");
        send(client, "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: 1\r\n\r\n");

        assertThat(reply(client)).endsWith(" abcde");
    }

    @Test
    void endsAConnectionOfOldHttp() throws Exception {
        Socket client = client(port(HttpBounds.USUAL), HERE);
        send(client, "GET /echo HTTP/1.0\r\n\r\n");

        assertThat(all(client)).startsWith("HTTP/1.1 200 OK").contains("Connection: close");
    }

    /** Two readers could take them for two different requests. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /echo\r\n\r\n",
                "GET  /echo HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /echo HTTP/2.0\r\nHost: a\r\n\r\n",
                "GET http://a/echo HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET //a/echo HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /echo?a=%2 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /echo HTTP/1.1\r\n\r\n",
                "GET /echo HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /echo HTTP/1.1\nHost: a\n\n",
                "GET /echo HTTP/1.1\r\nHost : a\r\n\r\n",
                "GET /echo HTTP/1.1\r\nHost: a\r\n folded: 1\r\n\r\n",
                "GET /echo HTTP/1.1\r\nHost: a\r\nno colon\r\n\r\n",
                "GET /echo HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: +1\r\n\r\na",
                "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n0\r\n\r\n",
            })
    void refusesWhatIsMalformedAndClosesTheConnection(String request) throws Exception {
        Socket client = client(port(HttpBounds.USUAL), HERE);
        send(client, request + "GET /echo HTTP/1.1\r\nHost: a\r\n\r\n");

        assertThat(all(client))
                .startsWith("HTTP/1.1 400 Bad Request")
                .contains("Connection: close")
                .doesNotContain("200 OK");
    }

    @Test
    void refusesWhatIsTooLargeAndClosesTheConnection() throws Exception {
        HttpPort port = port(HttpBounds.USUAL);
        String chunks = "POST /echo HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\nFFFFF\r\n";
        for (String large : List.of(
                "POST /echo HTTP/1.1\r\n" + HOST + "Content-Length: 1000001\r\n\r\n" + "x".repeat(1_000_001), chunks)) {
            Socket client = client(port, HERE);
            send(client, large);
            assertThat(all(client)).startsWith("HTTP/1.1 413").contains("Connection: close");
        }
        Socket client = client(port, HERE);
        send(client, "GET /echo HTTP/1.1\r\n" + HOST + "X: 1\r\n".repeat(200) + "\r\n");
        assertThat(all(client)).startsWith("HTTP/1.1 431").contains("Connection: close");
    }

    @Test
    void believesAProxyOnThisMachineWhomItSpeaksFor() throws Exception {
        HttpPort port = port(HttpBounds.USUAL);
        for (Map.Entry<String, String> sent : Map.of(
                        "", "127.0.0.1",
                        "X-Forwarded-For: 203.0.113.7\r\n", "203.0.113.7",
                        "X-Forwarded-For: 1.2.3.4, 203.0.113.8\r\n", "203.0.113.8",
                        "X-Forwarded-For: 1.2.3.4\r\nX-Forwarded-For: 2001:db8::1\r\n", "2001:db8:0:0:0:0:0:1",
                        "X-Forwarded-For: unknown\r\n", "127.0.0.1")
                .entrySet()) {
            Socket client = client(port, HERE);
            send(client, "GET /client HTTP/1.1\r\n" + HOST + sent.getKey() + "\r\n");
            assertThat(reply(client)).endsWith(sent.getValue());
        }
    }

    @Test
    void answersAFailureAndGoesOn() throws Exception {
        Socket client = client(port(HttpBounds.USUAL), HERE);
        send(client, "GET /fails HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(reply(client)).startsWith("HTTP/1.1 500");
        send(client, "GET /echo HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(reply(client)).startsWith("HTTP/1.1 200");
    }

    @Test
    void takesNoHeaderOfSeveralLines() {
        assertThatThrownBy(() -> new HttpReply(302, Map.of("Location", "/a\r\nSet-Cookie: b=c"), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // ---- greedy and slow clients

    @Test
    void takesSoManyConnectionsOfOneClientAndLeavesRoomForOthers() throws Exception {
        HttpPort port = port(new HttpBounds(10, 3, 100, LONG, LONG));
        for (int n = 0; n < 3; n++) {
            assertThat(isServed(client(port, HERE))).isTrue();
        }
        for (int n = 0; n < 20; n++) {
            assertThat(isServed(client(port, HERE))).isFalse();
        }
        assertThat(isServed(client(port, OTHER))).isTrue();
        // One that goes makes room for another.
        clients.getFirst().close();
        assertThat(isServedSoon(port)).isTrue();
    }

    @Test
    void takesSoManyConnectionsOfAll() throws Exception {
        HttpPort port = port(new HttpBounds(4, 3, 100, LONG, LONG));
        for (int n = 0; n < 3; n++) {
            assertThat(isServed(client(port, HERE))).isTrue();
        }
        assertThat(isServed(client(port, OTHER))).isTrue();
        assertThat(isServed(client(port, OTHER))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nX-Slow",
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\npayload=",
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n"
            })
    void endsAConnectionWhoseRequestDoesNotArrive(String part) throws Exception {
        Socket client = client(port(new HttpBounds(10, 10, 1_000, SHORT, LONG)), HERE);
        send(client, part);

        assertThat(all(client)).isEmpty();
    }

    /** One byte at a time keeps no place: the request counts, not the silence. */
    @Test
    void endsAConnectionWhoseRequestDrips() throws Exception {
        Socket client = client(port(new HttpBounds(10, 10, 1_000, SHORT, LONG)), HERE);
        Thread dripping = Thread.ofVirtual().start(() -> {
            try {
                send(client, "POST /echo HTTP/1.1\r\n");
                for (int n = 0; n < 10_000; n++) {
                    send(client, "X");
                    Thread.sleep(5);
                }
            } catch (IOException | InterruptedException ended) {
                // That is what is waited for below.
            }
        });

        assertThat(isEnded(client)).isTrue();
        dripping.interrupt();
    }

    @Test
    void endsAConnectionWithoutARequest() throws Exception {
        Socket client = client(port(new HttpBounds(10, 10, 1_000, LONG, SHORT)), HERE);

        assertThat(all(client)).isEmpty();
    }

    @Test
    void endsAConnectionThatTakesNoReply() throws Exception {
        HttpPort port = port(new HttpBounds(1, 1, 1_000, SHORT, LONG));
        send(client(port, HERE), "GET /large HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(isServedSoon(port)).as("its place is free").isTrue();
    }

    /** An answer may take longer than a request may. */
    @Test
    void waitsForAHandler() throws Exception {
        HttpPort port = port(new HttpBounds(10, 10, 1_000, SHORT, SHORT));
        Socket client = client(port, HERE);
        send(client, "GET /slow HTTP/1.1\r\n" + HOST + "\r\n");

        assertThat(reply(client)).endsWith("slow");
    }

    @Test
    void endsAfterTheReplyThatIsUnderWay() throws Exception {
        HttpPort port = port(HttpBounds.USUAL);
        Socket idle = client(port, HERE);
        send(idle, "GET /echo HTTP/1.1\r\n" + HOST + "\r\n");
        reply(idle);
        Socket busy = client(port, HERE);
        send(busy, "GET /waits HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        Thread closing = Thread.ofVirtual().start(port::close);
        assertThat(all(idle)).isEmpty();
        answered.countDown();

        assertThat(all(busy)).endsWith("waited");
        closing.join();
        assertThatThrownBy(() -> client(port, HERE)).isInstanceOf(IOException.class);
    }

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    private HttpPort port(HttpBounds bounds) throws IOException {
        HttpPort port = new HttpPort(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0), bounds);
        port.serve(
                "/echo",
                request -> text(request.method() + " " + request.query() + " " + new String(request.body(), UTF_8)));
        port.serve("/client", request -> text(request.client().getHostAddress()));
        port.serve("/large", _ -> text("x".repeat(50_000_000)));
        port.serve("/slow", _ -> {
            pause(SHORT.multipliedBy(4));
            return text("slow");
        });
        port.serve("/waits", _ -> {
            asked.countDown();
            await(answered);
            return text("waited");
        });
        port.serve("/fails", _ -> {
            throw new IllegalStateException("a bug");
        });
        port.start();
        ports.add(port);
        return port;
    }

    private static HttpReply text(String text) {
        return HttpReply.text(200, text);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket client(HttpPort port, InetAddress from) throws IOException {
        Socket client = new Socket();
        clients.add(client);
        client.bind(new InetSocketAddress(from, 0));
        client.connect(new InetSocketAddress(HERE, port.number()), 10_000);
        client.setSoTimeout(15_000);
        return client;
    }

    private static void send(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** One reply on a connection that goes on. */
    private static String reply(Socket client) throws IOException {
        StringBuilder head = new StringBuilder();
        int length = 0;
        for (String line = line(client); !line.isEmpty(); line = line(client)) {
            head.append(line).append('\n');
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
        }
        return head + new String(client.getInputStream().readNBytes(length), UTF_8);
    }

    private static String head(Socket client) throws IOException {
        String first = line(client);
        while (!line(client).isEmpty()) {
            // up to the end of the head
        }
        return first;
    }

    private static String line(Socket client) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = client.getInputStream().read();
                read >= 0 && read != '\n';
                read = client.getInputStream().read()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }

    /** All that comes before the connection ends. */
    private static String all(Socket client) throws IOException {
        return new String(client.getInputStream().readAllBytes(), UTF_8);
    }

    private static boolean isServed(Socket client) {
        try {
            send(client, "GET /echo HTTP/1.1\r\n" + HOST + "\r\n");
            return reply(client).startsWith("HTTP/1.1 200");
        } catch (IOException closed) {
            return false;
        }
    }

    /** Whether a new connection is served once another has gone, which the server notices by itself. */
    private boolean isServedSoon(HttpPort port) throws IOException {
        boolean served = false;
        for (int attempt = 0; attempt < 200 && !served; attempt++) {
            pause(Duration.ofMillis(50));
            served = isServed(client(port, HERE));
        }
        return served;
    }

    private static boolean isEnded(Socket client) {
        try {
            return client.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }
}
