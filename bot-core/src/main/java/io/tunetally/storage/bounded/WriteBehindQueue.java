package io.tunetally.storage.bounded;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.ThreadMemory;
import io.tunetally.storage.ThreadMemory.Memory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Pending writes, oldest first, and the thread that writes them in batches. Only the latest write of each conversation
 * is pending. A write that the store rejects alone and again at a second attempt is set aside, so that the others are
 * written.
 */
final class WriteBehindQueue implements AutoCloseable {
    /** The limit while the store is unavailable; the oldest entries are dropped. */
    private static final int MOST = 10_000;

    private static final int MOST_AT_ONCE = 500;

    /** Writes within this time are batched: writing slows down answers in progress. */
    static final Duration GATHERED_FOR = Duration.ofSeconds(1);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** After failing for this long, the queue counts as no longer writing. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ThreadMemory stored;
    private final Consumer<StorageException> onFailure;
    private final Duration gatheredFor;
    private final Clock clock;
    private final Map<ConversationId, Memory> waiting = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition hurried = lock.newCondition();
    /** Held while writing, so that a conversation is not written after it was forgotten. */
    private final ReentrantLock writing = new ReentrantLock(true);

    private final Thread writer;
    private int settling;
    private boolean closed;

    // Used by the writer thread only.
    private boolean failing;
    /** Entries that the store has rejected alone, once. */
    private final Set<Memory> suspects = new HashSet<>();

    /** The first failed attempt since the last success; null if the last attempt succeeded. */
    private volatile @Nullable Instant failingSince;

    /**
     * Starts the thread.
     *
     * @param onFailure called once when writing begins to fail, and for each entry that is set aside ({@link
     *     StorageException#isRefusal})
     * @param gatheredFor how long to wait for more entries, unless a caller waits for the write
     */
    WriteBehindQueue(ThreadMemory stored, Consumer<StorageException> onFailure, Clock clock, Duration gatheredFor) {
        this.clock = clock;
        this.gatheredFor = gatheredFor;
        this.stored = stored;
        this.onFailure = onFailure;
        this.writer = Thread.ofPlatform().daemon().name("memory").start(this::writeAll);
    }

    Optional<String> find(ConversationId conversation) {
        lock.lock();
        try {
            return Optional.ofNullable(waiting.get(conversation)).map(Memory::canonicalText);
        } finally {
            lock.unlock();
        }
    }

    void add(ConversationId conversation, String canonicalText, UserId asker) {
        lock.lock();
        try {
            Memory earlier = waiting.remove(conversation);
            // A conversation in which two people asked belongs to neither.
            boolean shared = earlier != null && !earlier.asker().equals(asker);
            waiting.put(
                    conversation,
                    new Memory(conversation, canonicalText, shared ? ThreadMemory.NOBODY : asker, clock.instant()));
            if (waiting.size() > MOST) {
                waiting.remove(waiting.keySet().iterator().next());
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** If interrupted, leaves the stored memory as it is. */
    void forget(ConversationId conversation) {
        forgetWaiting(conversation);
        try {
            writing.lockInterruptibly();
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
            throw new StorageException("another write is in progress", late);
        }
        try {
            stored.forget(conversation);
        } finally {
            writing.unlock();
        }
    }

    boolean settle(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        return isNoneWaiting(end) && isNoneBeingWritten(end);
    }

    /** True if pending entries get written: false after a minute of failures. */
    boolean isWriting() {
        Instant since = failingSince;
        return since == null || !clock.instant().isAfter(since.plus(PATIENCE));
    }

    /** Waits only for the entries pending now, not for later ones or replacements. */
    private boolean isNoneWaiting(long end) throws InterruptedException {
        lock.lock();
        try {
            settling++;
            hurried.signalAll();
            List<Memory> now = List.copyOf(waiting.values());
            while (now.stream().anyMatch(this::isWaiting)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                long _ = changed.awaitNanos(left);
            }
            return true;
        } finally {
            settling--;
            lock.unlock();
        }
    }

    private boolean isWaiting(Memory memory) {
        return memory.equals(waiting.get(memory.conversation()));
    }

    /** A replaced entry may still be in the process of being written. */
    private boolean isNoneBeingWritten(long end) throws InterruptedException {
        boolean free = writing.tryLock(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (free) {
            writing.unlock();
        }
        return free;
    }

    private void writeAll() {
        try {
            for (List<Memory> next = next(); !next.isEmpty(); next = next()) {
                if (!write(next) && !pause()) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the oldest entries; empty once the queue is closed. Pending entries may be forgotten while more are gathered. */
    private List<Memory> next() throws InterruptedException {
        lock.lock();
        try {
            do {
                while (waiting.isEmpty() && !closed) {
                    failingSince = null; // The entry that could not be written was forgotten.
                    changed.await();
                }
                for (long nanos = gatheredFor.toNanos(); nanos > 0 && settling == 0 && !closed; ) {
                    nanos = hurried.awaitNanos(nanos);
                }
            } while (waiting.isEmpty() && !closed);
            return waiting.values().stream().limit(MOST_AT_ONCE).toList();
        } finally {
            lock.unlock();
        }
    }

    /** Returns false if part of it is to be retried. */
    private boolean write(List<Memory> memories) {
        writing.lock();
        try {
            List<Memory> left = stillWaiting(memories);
            suspects.retainAll(left);
            failingSince = failingSince == null ? clock.instant() : failingSince;
            boolean done = left.isEmpty() || store(left);
            failingSince = null;
            failing = !done;
            return done;
        } catch (StorageException away) {
            tell(away);
            return false;
        } catch (RuntimeException | Error bug) { // Otherwise the thread would end and nothing more would be written.
            tell(bug(bug));
            return false;
        } finally {
            writing.unlock();
        }
    }

    /** Stores all at once or, if the store rejects that, each half on its own. */
    private boolean store(List<Memory> memories) {
        try {
            stored.remember(memories);
            written(memories);
            return true;
        } catch (RuntimeException failed) {
            if (failed instanceof StorageException away && !away.isRefusal()) {
                throw away;
            }
            return memories.size() == 1 ? isSetAside(memories.getFirst(), failed) : storeHalves(memories);
        }
    }

    private boolean storeHalves(List<Memory> memories) {
        int half = memories.size() / 2;
        boolean first = store(memories.subList(0, half));
        boolean second = store(memories.subList(half, memories.size()));
        return first && second;
    }

    /** Sets aside at the second attempt: the first may have met a temporary bug. */
    private boolean isSetAside(Memory memory, RuntimeException why) {
        StorageException told = why instanceof StorageException refused ? refused : bug(why);
        if (suspects.add(memory)) {
            tell(new StorageException(String.valueOf(told.getMessage()), told));
            return false;
        }
        suspects.remove(memory);
        written(List.of(memory));
        onFailure.accept(StorageException.refusal(String.valueOf(told.getMessage()), told));
        return true;
    }

    private static StorageException bug(Throwable bug) {
        return new StorageException("a bug: " + bug, bug);
    }

    private void tell(StorageException failed) {
        if (!failing) {
            failing = true;
            onFailure.accept(failed);
        }
    }

    /** Returns the entries that were not forgotten or replaced meanwhile. */
    private List<Memory> stillWaiting(List<Memory> memories) {
        lock.lock();
        try {
            return memories.stream().filter(this::isWaiting).toList();
        } finally {
            lock.unlock();
        }
    }

    /** Removes the written entries; replacements made meanwhile stay pending. */
    private void written(List<Memory> memories) {
        lock.lock();
        try {
            memories.forEach(memory -> waiting.remove(memory.conversation(), memory));
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void forgetWaiting(ConversationId conversation) {
        lock.lock();
        try {
            waiting.remove(conversation);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the store to recover; false if no time is left. */
    private boolean pause() throws InterruptedException {
        long nanos = RETRY_AFTER.toNanos();
        lock.lock();
        try {
            while (!closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            hurried.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (!writer.join(Duration.ofSeconds(3))) {
                writer.interrupt();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
