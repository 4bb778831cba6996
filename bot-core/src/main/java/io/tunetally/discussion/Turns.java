package io.tunetally.discussion;

import io.tunetally.chat.ConversationId;
import io.tunetally.storage.StorageException;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs calls about one thread after each other, so that a command sees the plan that an answer no longer waited for. */
final class Turns {
    private static final int LOCKS = 64;

    /** Threads share them by their hash. */
    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

    /**
     * Runs a call at its turn.
     *
     * @throws StorageException if it is interrupted before its turn comes
     */
    <T> T of(ConversationId thread, Supplier<T> call) {
        Lock lock = locks.get(Math.floorMod(thread.hashCode(), LOCKS));
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
            throw new StorageException("another call about the thread took too long", late);
        }
        try {
            return call.get();
        } finally {
            lock.unlock();
        }
    }
}
