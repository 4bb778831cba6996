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
 * What waits to be written, oldest first, and the thread that writes it, all that waits in one go. Of each conversation only
 * the last waits. One that the store does not take, also alone and at a second attempt, is set aside: the others are written.
 */
final class WriteBehindQueue implements AutoCloseable {
    /** More than that is not held while the store is away; the oldest go. */
    private static final int MOST = 10_000;

    private static final int MOST_AT_ONCE = 500;

    /** What comes so soon after another is written with it: writing disturbs whoever is answered meanwhile. */
    static final Duration GATHERED_FOR = Duration.ofSeconds(1);

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** Who fails for as long writes no more. */
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

    // The writer's own.
    private boolean failing;
    /** Those that the store did not take alone, once. */
    private final Set<Memory> suspects = new HashSet<>();

    /** The first attempt since which none has succeeded; null where the last one has. */
    private volatile @Nullable Instant failingSince;

    /**
     * Starts the thread.
     *
     * @param onFailure told once when writing begins to fail, and of each memory that is set aside ({@link
     *     StorageException#isRefusal})
     * @param gatheredFor how long it waits for more to write, unless somebody waits for it
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
            // A conversation in which two people asked is nobody's own.
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

    /** Interrupted, it leaves what is stored as it is. */
    void forget(ConversationId conversation) {
        forgetWaiting(conversation);
        try {
            writing.lockInterruptibly();
        } catch (InterruptedException late) {
            Thread.currentThread().interrupt();
            throw new StorageException("something else is being written", late);
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

    /** Whether what waits gets written: false where that has failed for a minute. */
    boolean isWriting() {
        Instant since = failingSince;
        return since == null || !clock.instant().isAfter(since.plus(PATIENCE));
    }

    /** Of those that wait now; what replaces one of them or is added meanwhile is not waited for. */
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

    /** What was replaced may be under way to the store all the same. */
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

    /** The oldest; none when there will be none any more. What waited may be forgotten while more is gathered. */
    private List<Memory> next() throws InterruptedException {
        lock.lock();
        try {
            do {
                while (waiting.isEmpty() && !closed) {
                    failingSince = null; // What could not be written was forgotten.
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

    /** False where something of it is to be tried again. */
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
        } catch (RuntimeException | Error bug) { // Otherwise nothing would be written any more.
            tell(bug(bug));
            return false;
        } finally {
            writing.unlock();
        }
    }

    /** All at once or, where the store does not take that, each half on its own. */
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

    /** At the second attempt: what failed once may have met a passing bug. */
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

    /** Those that were not forgotten or replaced meanwhile. */
    private List<Memory> stillWaiting(List<Memory> memories) {
        lock.lock();
        try {
            return memories.stream().filter(this::isWaiting).toList();
        } finally {
            lock.unlock();
        }
    }

    /** What replaced one of them meanwhile waits on. */
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

    /** Waits for the store to come back; false where there is no time left to wait. */
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
