package io.tunetally.console;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** SIGTERM or control-C: what runs is told, and the process stays until it has ended, for five seconds at most. */
final class StopSignal {
    private static final int STOP_WITHIN_MILLIS = 4_900;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** A signal that the process gives. */
    static StopSignal ofTheProcess() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::give, "stop"));
        return signal;
    }

    /** Asks to stop. */
    void ask() {
        asked.countDown();
    }

    /** Asks to stop and waits until {@link #ended}. */
    void give() {
        ask();
        try {
            ended.await(STOP_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException halted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits to be asked; throws where something fails before. */
    void awaitOr(CompletableFuture<Exception> failure) throws Exception {
        CompletableFuture<Void> _ = failure.thenRun(asked::countDown);
        asked.await();
        Exception failed = failure.getNow(null);
        if (failed != null) {
            throw failed;
        }
    }

    void ended() {
        ended.countDown();
    }
}
