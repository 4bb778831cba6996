package io.tunetally.slack.event;

import io.tunetally.chat.FileQuestion;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.slack.message.SlackPost;
import io.tunetally.slack.send.MessageEdits;
import io.tunetally.slack.send.SlackSender;
import io.tunetally.wording.dataset.FileWording;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A message that says how far a file has been read: it appears after some seconds, and is brought up to date. */
final class ReadingMessage implements FileQuestion.Progress {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingMessage.class);

    /** A small file is measured before; Slack takes about one change a second. */
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final MessageEdits edits;
    private final SlackSender.Place place;
    private final String name;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread;
    private volatile At latest = new At(0, 0, 0);
    private volatile Optional<String> shown = Optional.empty();

    private record At(long bytes, long ofBytes, long examples) {}

    ReadingMessage(MessageEdits edits, SlackSender.Place place, String name) {
        this.edits = edits;
        this.place = place;
        this.name = name;
        this.thread = Thread.ofVirtual().name("reading").start(this::show);
    }

    @Override
    public void at(long bytes, long ofBytes, long examples) {
        latest = new At(bytes, ofBytes, examples);
    }

    private void show() {
        try {
            while (!ended.await(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                SlackMessage message = message(latest);
                if (shown.isEmpty()) {
                    shown = edits.postForNow(place, message);
                } else {
                    boolean _ = edits.replace(place, shown.get(), new SlackPost(message, message));
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (Exception failure) { // The answer itself still comes.
            LOG.warn("cannot say how far a file has been read: {}", failure.toString());
        }
    }

    private SlackMessage message(At at) {
        return Notices.sentence(FileWording.reading(name, at.bytes(), at.ofBytes(), at.examples()));
    }

    /**
     * Ends, and returns what names the message; empty if there is none. A call that is under way is awaited: Slack may take it
     * although it is given up here, and would show it beside or above the answer.
     */
    Optional<String> end() throws InterruptedException {
        ended.countDown();
        thread.join();
        return shown;
    }
}
