package io.tunetally.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * SIGTERM or control-C: what runs is told, and the process stays until it has ended, for five seconds at most. One that has ended in time
 * ends with its own exit code: Java's would be the signal's (143), as if it had been cut off.
 */
final class StopSignal {
    private static final int STOP_WITHIN_MILLIS = 4_900;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread starting;
    private volatile int exitCode;

    /** A signal that the process gives. */
    static StopSignal ofTheProcess() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::endTheProcess, "stop"));
        return signal;
    }

    private void endTheProcess() {
        boolean endsByItself = ended.getCount() == 0;
        if (!endsByItself && give()) {
            System.out.flush();
            // What else runs at the end of Java has had its turn: the adapter has let go of all it had.
            Runtime.getRuntime().halt(exitCode);
        }
    }

    /** Asks to stop. */
    void ask() {
        asked.countDown();
    }

    /** Asks to stop and waits until {@link #ended}; false where that takes too long. */
    private boolean give() {
        ask();
        interruptTheStart();
        try {
            return ended.await(STOP_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException halted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What takes long at the beginning. */
    interface Start {
        void run() throws Exception;
    }

    /**
     * Runs a start, which is interrupted where the process is asked to stop meanwhile.
     *
     * @return false where it was: then nothing that came of it is to be used
     */
    boolean during(Start start) throws Exception {
        starting(Thread.currentThread());
        try {
            start.run();
            return !isAsked();
        } catch (Exception interrupted) {
            if (isAsked()) {
                return false;
            }
            throw interrupted;
        } finally {
            starting(null);
        }
    }

    private boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Afterwards nobody interrupts it any more, nor has it to notice that somebody did. */
    private void starting(@Nullable Thread thread) {
        lock.lock();
        try {
            starting = thread;
            if (thread == null) {
                boolean _ = Thread.interrupted();
            } else if (isAsked()) {
                thread.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    private void interruptTheStart() {
        lock.lock();
        try {
            if (starting != null) {
                starting.interrupt();
            }
        } finally {
            lock.unlock();
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

    /** What ran has ended. */
    void ended(int code) {
        exitCode = code;
        ended.countDown();
    }
}
