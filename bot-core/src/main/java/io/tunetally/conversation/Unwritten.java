package io.tunetally.conversation;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.ThreadMemory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What waits to be written, oldest first, and the thread that writes it. Of each conversation only the last waits. */
final class Unwritten implements AutoCloseable {
    /** More than that is not held while the store is away; the oldest go. */
    private static final int MOST = 10_000;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final ThreadMemory stored;
    private final Consumer<StorageException> onFailure;
    private final Map<ConversationId, Entry> waiting = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    /** Held while writing, so that a conversation is not written after it was forgotten. */
    private final ReentrantLock writing = new ReentrantLock();

    private final Thread writer;
    private boolean closed;
    private boolean failing;

    /** A memory to write. */
    private record Entry(ConversationId conversation, String canonicalText, UserId asker) {
        /** This one after another: a conversation in which two people asked is nobody's own. */
        Entry after(@Nullable Entry earlier) {
            boolean shared = earlier != null && !earlier.asker.equals(asker);
            return shared ? new Entry(conversation, canonicalText, ThreadMemory.NOBODY) : this;
        }
    }

    Unwritten(ThreadMemory stored, Consumer<StorageException> onFailure) {
        this.stored = stored;
        this.onFailure = onFailure;
        this.writer = Thread.ofPlatform().daemon().name("memory").start(this::writeAll);
    }

    Optional<String> find(ConversationId conversation) {
        lock.lock();
        try {
            return Optional.ofNullable(waiting.get(conversation)).map(Entry::canonicalText);
        } finally {
            lock.unlock();
        }
    }

    void add(ConversationId conversation, String canonicalText, UserId asker) {
        lock.lock();
        try {
            Entry earlier = waiting.remove(conversation);
            waiting.put(conversation, new Entry(conversation, canonicalText, asker).after(earlier));
            if (waiting.size() > MOST) {
                waiting.remove(waiting.keySet().iterator().next());
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void forget(ConversationId conversation) {
        writing.lock();
        try {
            remove(conversation, null);
            stored.forget(conversation);
        } finally {
            writing.unlock();
        }
    }

    boolean settle(Duration limit) throws InterruptedException {
        long nanos = limit.toNanos();
        lock.lock();
        try {
            while (!waiting.isEmpty() && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void writeAll() {
        try {
            for (Entry next = next(); next != null; next = next()) {
                if (!write(next) && !pause()) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The oldest; null when there is none and there will be none. */
    private @Nullable Entry next() throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.await();
            }
            return waiting.isEmpty() ? null : waiting.values().iterator().next();
        } finally {
            lock.unlock();
        }
    }

    private boolean write(Entry entry) {
        writing.lock();
        try {
            if (!isWaiting(entry)) {
                return true; // Forgotten or replaced meanwhile.
            }
            stored.remember(entry.conversation(), entry.canonicalText(), entry.asker());
            remove(entry.conversation(), entry);
            failing = false;
            return true;
        } catch (StorageException failed) {
            if (!failing) {
                failing = true;
                onFailure.accept(failed);
            }
            return false;
        } finally {
            writing.unlock();
        }
    }

    private boolean isWaiting(Entry entry) {
        lock.lock();
        try {
            return entry.equals(waiting.get(entry.conversation()));
        } finally {
            lock.unlock();
        }
    }

    /** Removes a conversation's entry: this one, or with null whichever there is. */
    private void remove(ConversationId conversation, @Nullable Entry entry) {
        lock.lock();
        try {
            if (entry == null || entry.equals(waiting.get(conversation))) {
                waiting.remove(conversation);
            }
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
