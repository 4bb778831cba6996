package io.tunetally.storage.jdbc;

import io.tunetally.storage.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Commits the work of several callers at once, as SQLite's only writer waits for the disk at each commit: meanwhile the work of
 * others gathers, and the next of them commits all of it. If any of it fails, each caller commits its own work alone.
 */
final class GroupCommit implements Statements {
    private final Statements database;
    private final Queue<Work<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock committing = new ReentrantLock();

    /** The work of a caller; its result is written and read by the holder of the lock. */
    private static final class Work<T> {
        private final Function<Statements, T> statements;
        private Optional<T> result = Optional.empty();

        Work(Function<Statements, T> statements) {
            this.statements = statements;
        }

        void run(Statements transaction) {
            result = Optional.of(statements.apply(transaction));
        }
    }

    GroupCommit(Statements database) {
        this.database = database;
    }

    @Override
    public <T> T plainly(Plain<T> work) {
        return database.plainly(work);
    }

    @Override
    public <T> T plainlyInTransaction(Plain<T> work) {
        return database.plainlyInTransaction(work);
    }

    /** {@inheritDoc} If the caller is interrupted, the work may or may not be stored. */
    @Override
    public <T> T inOneTransaction(Function<Statements, T> statements) {
        Work<T> work = new Work<>(statements);
        waiting.add(work);
        try {
            committing.lockInterruptibly();
        } catch (InterruptedException stopped) {
            waiting.remove(work);
            Thread.currentThread().interrupt();
            throw new StorageException("the caller stopped waiting", stopped);
        }
        try {
            commitWaiting();
            return work.result.orElseGet(() -> database.inOneTransaction(work.statements));
        } finally {
            committing.unlock();
        }
    }

    /** Returns the number of callers whose work is not being committed yet. */
    int waiting() {
        return waiting.size();
    }

    private void commitWaiting() {
        List<Work<?>> together = new ArrayList<>();
        for (Work<?> next = waiting.poll(); next != null; next = waiting.poll()) {
            together.add(next);
        }
        if (together.size() < 2) {
            // The caller's own work, or nothing if another caller has committed it.
            return;
        }
        try {
            boolean _ = database.inOneTransaction(transaction -> {
                together.forEach(work -> work.run(transaction));
                return true;
            });
        } catch (RuntimeException _) {
            // Each caller finds no result and runs its own work, which tells it what failed.
            together.forEach(work -> work.result = Optional.empty());
        }
    }
}
