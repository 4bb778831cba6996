package io.tunetally.discord.event;

import io.tunetally.discord.send.DiscordSender;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A reply that says how far a message's file has been read: it appears after some seconds, and is brought up to date. */
final class ReadingReply {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingReply.class);

    /** The longest wait for a reply that is under way: the answer must not depend on it. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private final DiscordSender sender;
    private final Message asked;
    private final Reading reading;
    private final CompletableFuture<Optional<DiscordSender.Sent>> sent = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean begun;

    ReadingReply(DiscordSender sender, Message asked, Reading reading) {
        this.sender = sender;
        this.asked = asked;
        this.reading = reading;
        this.thread = Thread.ofVirtual().name("reading").start(this::show);
    }

    private void show() {
        try {
            Thread.sleep(Reading.EVERY);
            reply();
            Optional<DiscordSender.Sent> shown = sent.get();
            while (shown.isPresent()) {
                Thread.sleep(Reading.EVERY);
                shown = sender.edit(asked.getChannel(), shown.get(), reading.rendering(), () -> true);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | RuntimeException failure) { // The answer itself still comes.
            LOG.warn("cannot say how far a file has been read: {}", failure.toString());
        }
    }

    private void reply() {
        begun = true;
        try {
            sender.replyForNow(asked, reading.rendering(), new DiscordSender.Receipt() {
                @Override
                public void ended(Optional<DiscordSender.Sent> answer) {
                    sent.complete(answer);
                }

                @Override
                public void failed(Throwable why) {
                    sent.completeExceptionally(why);
                }
            });
        } catch (RuntimeException | Error failure) { // Without a receipt the end would wait for it.
            sent.completeExceptionally(failure);
        }
    }

    /** Ends, and returns the reply, also one that is under way; empty if there is none. */
    Optional<DiscordSender.Sent> end() throws InterruptedException {
        thread.interrupt();
        thread.join();
        try {
            return begun ? sent.get(UNDER_WAY.toSeconds(), TimeUnit.SECONDS) : Optional.empty();
        } catch (ExecutionException | TimeoutException failed) {
            LOG.warn("cannot say how far a file has been read: {}", failed.toString());
            return Optional.empty();
        }
    }
}
