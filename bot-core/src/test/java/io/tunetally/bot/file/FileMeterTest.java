package io.tunetally.bot.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.FileRefusedException;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.SharedFile;
import io.tunetally.chat.UserId;
import io.tunetally.settings.FileSettings;
import io.tunetally.wording.dataset.FileWording;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many files wait for their turn. */
class FileMeterTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final FileMeter meter = new FileMeter(new FileSettings(1_000, LONG, Map.of()));
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger opened = new AtomicInteger();

    @Test
    @Timeout(20)
    void refusesAFileAtOnceWhereManyWait() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int file = 0; file < FileMeter.AT_ONCE + FileMeter.MOST_WAITING; file++) {
                Future<?> _ = threads.submit(() -> meter.measure(question(), List.of()));
            }
            while (opened.get() < FileMeter.AT_ONCE || meter.waiting() < FileMeter.MOST_WAITING) {
                Thread.sleep(10);
            }
            assertThatThrownBy(() -> meter.measure(question(), List.of()))
                    .isInstanceOf(FileRefusedException.class)
                    .hasMessage(FileWording.busy());
            assertThat(opened).hasValue(FileMeter.AT_ONCE);
            released.countDown();
        }
        assertThat(opened).hasValue(FileMeter.AT_ONCE + FileMeter.MOST_WAITING);
    }

    private FileQuestion question() {
        Envelope envelope =
                new Envelope("1", new ConversationId(new PlatformId("test"), "S", "C", "T"), new UserId("U"), true);
        SharedFile file = new SharedFile("a.jsonl", 10, () -> {
            opened.incrementAndGet();
            await();
            throw new IOException("ended");
        });
        return new FileQuestion(envelope, Markup.PLAIN, "", file, FileQuestion.Progress.NONE);
    }

    private void await() {
        try {
            released.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
