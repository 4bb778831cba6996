package io.tunetally.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * SIGTERM or control-C: signals the running command and keeps the process alive until it ends, at most five seconds. If
 * it ends in time, the process exits with its exit code instead of Java's 143 for the signal.
 */
final class StopSignal {
    private static final int STOP_WITHIN_MILLIS = 4_900;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread starting;
    private volatile int exitCode;

    /** Creates a stop signal triggered by the process's own shutdown. */
    static StopSignal ofTheProcess() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::endTheProcess, "stop"));
        return signal;
    }

    private void endTheProcess() {
        boolean endsByItself = ended.getCount() == 0;
        if (!endsByItself && give()) {
            System.out.flush();
            // Other shutdown hooks have run: the adapter has released its resources.
            Runtime.getRuntime().halt(exitCode);
        }
    }

    /** Asks to stop. */
    void ask() {
        asked.countDown();
    }

    /** Asks to stop and waits until {@link #ended}; false on timeout. */
    boolean give() {
        ask();
        interruptTheStart();
        try {
            return ended.await(STOP_WITHIN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException halted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A startup step that takes long. */
    interface Start {
        void run() throws Exception;
    }

    /**
     * Runs a startup step; interrupts it if the process is asked to stop meanwhile.
     *
     * @return false if it was interrupted: its result must not be used
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

    /** Afterwards it is no longer interrupted, and a late interrupt is cleared. */
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

    /** Waits to be asked; throws if a failure comes first. */
    void awaitOr(CompletableFuture<Exception> failure) throws Exception {
        CompletableFuture<Void> _ = failure.thenRun(asked::countDown);
        asked.await();
        Exception failed = failure.getNow(null);
        if (failed != null) {
            throw failed;
        }
    }

    /** Records that the command has ended. */
    void ended(int code) {
        exitCode = code;
        ended.countDown();
    }
}
