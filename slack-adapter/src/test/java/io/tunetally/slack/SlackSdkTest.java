package io.tunetally.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** The SDK asks for OkHttp 4, but both adapters stand on one class path with OkHttp 5. */
class SlackSdkTest {
    @Test
    void speaksThroughTheHttpClientBothAdaptersShare() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/api.test", exchange -> {
            byte[] answer = "{\"ok\":true,\"args\":{\"foo\":\"bär\"}}".getBytes(UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            assertThat(asks("http://localhost:" + server.getAddress().getPort() + "/api/"))
                    .isEqualTo("bär");
        } finally {
            server.stop(0);
        }
    }

    private static String asks(String apiUrl) throws Exception {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(apiUrl);
        Slack slack = Slack.getInstance(config);
        try {
            return slack.methods("xoxb-1")
                    .apiTest(request -> request.foo("bär"))
                    .getArgs()
                    .getFoo();
        } finally {
            slack.close();
        }
    }
}
