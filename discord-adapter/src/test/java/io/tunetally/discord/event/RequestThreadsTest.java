package io.tunetally.discord.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RequestThreadsTest {
    private final RequestThreads threads = new RequestThreads(2);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    private void queue(Runnable request, int delayMillis) {
        Future<?> _ = threads.schedule(request, delayMillis, TimeUnit.MILLISECONDS);
    }

    @Test
    void sendsOnTheThreadOfWhoQueuesOnceItsWorkIsDone() {
        AtomicReference<ScheduledFuture<?>> request = new AtomicReference<>();
        AtomicReference<Thread> sender = new AtomicReference<>();

        RequestThreads.sendHere(() -> {
            request.set(threads.schedule(
                    () -> {
                        sender.set(Thread.currentThread());
                        done.add("sent");
                    },
                    0,
                    TimeUnit.MILLISECONDS));
            done.add("queued");
        });

        assertThat(done).containsExactly("queued", "sent");
        assertThat(sender.get()).isSameAs(Thread.currentThread());
        assertThat(request.get().state()).isEqualTo(ScheduledFuture.State.SUCCESS);
    }

    @Test
    void sendsFromThePoolRequestsThatMustWaitOrHaveNoWaiter() throws Exception {
        CompletableFuture<Thread> later = new CompletableFuture<>();
        CompletableFuture<Thread> fromElsewhere = new CompletableFuture<>();

        RequestThreads.sendHere(() -> queue(() -> later.complete(Thread.currentThread()), 1));
        queue(() -> fromElsewhere.complete(Thread.currentThread()), 0);

        assertThat(later.get().getName()).startsWith("requests-");
        assertThat(fromElsewhere.get().getName()).startsWith("requests-");
    }

    /** JDA moves a request to another queue when it hears of it, and sends what came meanwhile after it. */
    @Test
    void sendsFromThePoolWhatIsQueuedWhileSending() throws Exception {
        CompletableFuture<Thread> next = new CompletableFuture<>();

        RequestThreads.sendHere(() -> queue(() -> queue(() -> next.complete(Thread.currentThread()), 0), 0));

        assertThat(next.get().getName()).startsWith("requests-");
    }

    @Test
    void leavesItToThePoolWhereManySendThemselvesAlready() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch sending = new CountDownLatch(RequestThreads.SENDING_HERE);
        CompletableFuture<Thread> next = new CompletableFuture<>();
        for (int n = 0; n < RequestThreads.SENDING_HERE; n++) {
            Thread.startVirtualThread(() -> RequestThreads.sendHere(() -> queue(
                    () -> {
                        sending.countDown();
                        waitFor(answered);
                    },
                    0)));
        }
        sending.await();

        RequestThreads.sendHere(() -> queue(() -> next.complete(Thread.currentThread()), 0));

        assertThat(next.get().getName()).startsWith("requests-");
        answered.countDown();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void sendsWhatWasQueuedAlsoWhereTheWorkFails() {
        assertThatThrownBy(() -> RequestThreads.sendHere(() -> {
                    queue(() -> done.add("sent"), 0);
                    throw new IllegalStateException("a bug");
                }))
                .hasMessage("a bug");
        assertThat(done).containsExactly("sent");
    }
}
