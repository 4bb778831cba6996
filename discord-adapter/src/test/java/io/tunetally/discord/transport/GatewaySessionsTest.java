package io.tunetally.discord.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.SessionController.SessionConnectNode;
import net.dv8tion.jda.internal.JDAImpl;
import net.dv8tion.jda.internal.requests.WebSocketClient;
import org.junit.jupiter.api.Test;

class GatewaySessionsTest {
    private final JDAImpl shard = mock(JDAImpl.class);
    private final CompletableFuture<Boolean> connected = new CompletableFuture<>();

    private final class Connection implements SessionConnectNode {
        @Override
        public boolean isReconnect() {
            return false;
        }

        @Override
        public JDA getJDA() {
            return shard;
        }

        @Override
        public JDA.ShardInfo getShardInfo() {
            return new JDA.ShardInfo(0, 1);
        }

        @Override
        public void run(boolean isLast) {
            connected.complete(shard.getClient() != null);
        }
    }

    /** JDA asks for the connection before it sets the client, which handles the events. */
    @Test
    void connectsAShardOnceJdaHasSetItsClient() throws Exception {
        when(shard.getClient()).thenReturn(null, null, mock(WebSocketClient.class));

        new GatewaySessions(Optional.empty(), new GatewayAdvice("ws://localhost", 1, 1))
                .appendSession(new Connection());

        assertThat(connected.get(20, TimeUnit.SECONDS)).isTrue();
    }
}
