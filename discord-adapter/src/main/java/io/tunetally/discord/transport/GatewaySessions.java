package io.tunetally.discord.transport;

import io.tunetally.discord.jda.JdaInternals;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/** Connects to the gateway the settings name, else to the one Discord named at the start, also to resume a session. */
final class GatewaySessions extends ConcurrentSessionController {
    private final ShardedGateway gateway;

    GatewaySessions(Optional<URI> given, GatewayAdvice advice) {
        gateway = new ShardedGateway(given.map(URI::toString).orElse(advice.url()), advice.shards(), advice.atOnce());
    }

    @Override
    public ShardedGateway getShardedGateway(JDA api) {
        return gateway;
    }

    /** JDA itself would go back to Discord's public address. */
    @Override
    public String getGateway() {
        return gateway.getUrl();
    }

    @Override
    public void appendSession(SessionConnectNode node) {
        super.appendSession(new OnceBuilt(node));
    }

    @Override
    public void removeSession(SessionConnectNode node) {
        super.removeSession(new OnceBuilt(node));
    }

    /**
     * A connection that begins once its shard is built. JDA queues it while it still makes the shard's client; where Discord is
     * faster than that thread, the events of its servers would find no client and be lost.
     */
    private record OnceBuilt(SessionConnectNode node) implements SessionConnectNode {
        /** The interval of a poll: JDA sends no event when a shard is built. */
        private static final Duration LOOK_AGAIN = Duration.ofMillis(1);

        @Override
        public boolean isReconnect() {
            return node.isReconnect();
        }

        @Override
        public JDA getJDA() {
            return node.getJDA();
        }

        @Override
        public JDA.ShardInfo getShardInfo() {
            return node.getShardInfo();
        }

        @Override
        public void run(boolean isLast) throws InterruptedException {
            while (!JdaInternals.hasClient(getJDA())) {
                Thread.sleep(LOOK_AGAIN);
            }
            node.run(isLast);
        }
    }
}
