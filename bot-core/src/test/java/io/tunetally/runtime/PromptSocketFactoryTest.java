package io.tunetally.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

final class PromptSocketFactoryTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final SocketFactory sockets = new PromptSocketFactory();

    @Test
    void everySocketSendsWhatIsWrittenAtOnce() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, HERE);
                Socket unconnected = sockets.createSocket()) {
            String host = HERE.getHostAddress();
            int port = server.getLocalPort();
            assertThat(unconnected.getTcpNoDelay()).isTrue();
            List<Socket> connected = List.of(
                    sockets.createSocket(host, port),
                    sockets.createSocket(host, port, HERE, 0),
                    sockets.createSocket(HERE, port),
                    sockets.createSocket(HERE, port, HERE, 0));
            for (Socket each : connected) {
                try (each) {
                    assertThat(each.getTcpNoDelay()).isTrue();
                    assertThat(each.getPort()).isEqualTo(port);
                }
            }
        }
    }
}
