package io.tunetally.discord.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.discord.api.Shards;
import io.tunetally.discord.send.DiscordSender;
import io.tunetally.discord.send.SendPace;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.bounded.StoreCalls;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The end of a reply that says how far a file has been read. */
@Requirement("discord-37")
@Execution(ExecutionMode.CONCURRENT)
class ReadingReplyTest {
    @Test
    @Timeout(30)
    void endsWhereItsReplyCouldNotBegin() throws Exception {
        try (StoreCalls calls = new StoreCalls()) {
            SendPace pace = new SendPace(URI.create("http://127.0.0.1/"), new Shards.Auto());
            DiscordSender sender =
                    new DiscordSender(new NoKeys(), calls, pace, new Metrics("discord", new Health("nothing")));
            ReadingReply reply = new ReadingReply(sender, unanswerable(), new Reading("a.jsonl"));
            Thread.sleep(Reading.EVERY.plusSeconds(1));
            assertThat(reply.end()).isEmpty();
        }
    }

    /** A message in a channel that JDA no longer knows. */
    private static Message unanswerable() {
        return (Message) Proxy.newProxyInstance(
                Message.class.getClassLoader(), new Class<?>[] {Message.class}, (_, method, _) -> {
                    throw new IllegalStateException("no " + method.getName());
                });
    }

    private static final class NoKeys implements ActionKeys {
        @Override
        public void keep(Collection<String> commandTexts) {}

        @Override
        public Optional<String> command(String key) {
            return Optional.empty();
        }
    }
}
