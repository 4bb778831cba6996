package io.tunetally.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.middleware.builtin.SSLCheck;
import io.tunetally.slack.api.CompleteRequests;
import io.tunetally.slack.http.HttpBounds;
import io.tunetally.slack.http.HttpPort;
import io.tunetally.slack.transport.HttpTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;

/**
 * The least that an adapter in Java can be: Bolt and this module's HTTP port with a fixed answer, as the peer in JavaScript has one. What
 * TuneTally needs more than it is the work of an answer; what it needs more than the peer is Java's.
 */
public final class FixedAnswerApp {
    private FixedAnswerApp() {}

    /**
     * Runs until it is stopped, on the port of {@code SLACK_PORT}.
     *
     * @param arguments {@code --rehearse} answers commands of its own and ends, for the archive of classes
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        boolean rehearses = arguments.length > 0 && arguments[0].equals("--rehearse");
        int number = rehearses ? 0 : Integer.parseInt(System.getenv("SLACK_PORT"));
        String secret = rehearses ? SlackStandIn.SIGNING_SECRET : System.getenv("SLACK_SIGNING_SECRET");
        App app = new App(AppConfig.builder().build(), List.of(new SSLCheck(null), new CompleteRequests()));
        app.command("/finetune", (_, context) -> context.ack(reply -> reply.responseType("ephemeral")
                .text("Llama 3.1 8B, LoRA on Together AI: $0.22-$0.29 to train")));
        try (HttpPort port =
                new HttpPort(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), HttpBounds.USUAL)) {
            HttpTransport transport = new HttpTransport(app, secret, port, Clock.systemUTC());
            port.start();
            transport.start();
            System.out.println("fixed answer ready");
            if (rehearses) {
                try (SlackStandIn slack = new SlackStandIn()) {
                    slack.ask(port.number());
                }
            } else {
                Thread.currentThread().join();
            }
        }
        System.exit(0);
    }
}
