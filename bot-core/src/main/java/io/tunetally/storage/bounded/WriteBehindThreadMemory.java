package io.tunetally.storage.bounded;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.ThreadMemory;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A write-behind memory. Entries are written in the background and until then recalled from here, so that a
 * conversation can refer to its last request at once. Failed writes are retried until they succeed. Recalling takes at
 * most a second.
 */
public final class WriteBehindThreadMemory implements ThreadMemory, AutoCloseable {
    private static final Duration SETTLE_WITHIN = Duration.ofSeconds(3);
    private static final Duration RECALL_LIMIT = Duration.ofSeconds(1);

    private final ThreadMemory stored;
    private final WriteBehindQueue writeBehindQueue;
    private final StoreCalls calls;
    private final Prefetcher prefetcher = new Prefetcher(RECALL_LIMIT);
    private final ScopedValue<Recalled> recalled = ScopedValue.newInstance();

    private record Recalled(ConversationId conversation, Prefetcher.Outcome<Optional<String>> outcome) {}

    /**
     * Starts the thread that writes.
     *
     * @param clock gives the time of each request
     * @param onFailure called once when writing begins to fail, again only after a success; and for each entry that the
     *     store rejects and that is set aside ({@link StorageException#isRefusal}), so that the others are written
     */
    public WriteBehindThreadMemory(ThreadMemory stored, Clock clock, Consumer<StorageException> onFailure) {
        this(stored, clock, onFailure, new StoreCalls());
    }

    /**
     * Starts the thread that writes.
     *
     * @param calls recall and forget within their deadline; are closed with this memory
     */
    public WriteBehindThreadMemory(
            ThreadMemory stored, Clock clock, Consumer<StorageException> onFailure, StoreCalls calls) {
        this.stored = stored;
        this.calls = calls;
        this.writeBehindQueue = new WriteBehindQueue(stored, onFailure, clock, WriteBehindQueue.GATHERED_FOR);
    }

    @Override
    public Optional<String> recall(ConversationId conversation) {
        Optional<String> waiting = writeBehindQueue.find(conversation);
        if (waiting.isPresent()) {
            return waiting;
        }
        return recalled.isBound() && recalled.get().conversation().equals(conversation)
                ? recalled.get().outcome().get()
                : calls.within(RECALL_LIMIT, () -> stored.recall(conversation));
    }

    /**
     * Recalls a conversation in advance, then runs work whose own recall does not wait. Later work of the same
     * conversation follows it. Returns immediately.
     *
     * @param work runs on a limited number of threads; the rest is queued
     */
    public void recallAhead(ConversationId conversation, Runnable work) {
        prefetcher.read(
                conversation,
                // In this order: an entry written in between is found by one of the two.
                () -> writeBehindQueue.find(conversation).or(() -> stored.recall(conversation)),
                outcome -> ScopedValue.where(recalled, new Recalled(conversation, outcome))
                        .run(work));
    }

    @Override
    public void remember(ConversationId conversation, String canonicalText, UserId asker) {
        writeBehindQueue.add(conversation, canonicalText, asker);
    }

    /** Takes at most a second; if it throws, the stored memory may or may not be forgotten. */
    @Override
    public void forget(ConversationId conversation) {
        calls.run(RECALL_LIMIT, () -> writeBehindQueue.forget(conversation));
    }

    /** True if entries get written: false after a minute of failures. Returns immediately. */
    public boolean isWriting() {
        return writeBehindQueue.isWriting();
    }

    /**
     * Waits until all entries are written; called before a deletion, so that nothing is written after it.
     *
     * @return false on timeout
     */
    public boolean settle(Duration limit) throws InterruptedException {
        return writeBehindQueue.settle(limit);
    }

    /**
     * Waits until all entries so far are written.
     *
     * @throws StorageException if that takes more than seconds
     */
    void settleOrThrow() {
        try {
            if (!settle(SETTLE_WITHIN)) {
                throw new StorageException("the thread memory is not written yet");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StorageException("the program is being stopped", stopped);
        }
    }

    /** Tries once to write the pending entries, and reports a failure to {@code onFailure}. */
    @Override
    public void close() {
        writeBehindQueue.close();
        calls.close();
        prefetcher.close();
    }
}
