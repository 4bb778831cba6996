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
 * A memory that nobody waits for. What is remembered is written in the background and until then recalled from here, so a
 * conversation follows its own last request at once. What cannot be written is tried again until it can. Recalling takes
 * a second at most.
 */
public final class WriteBehindThreadMemory implements ThreadMemory, AutoCloseable {
    private static final Duration SETTLE_WITHIN = Duration.ofSeconds(3);
    private static final Duration RECALL_LIMIT = Duration.ofSeconds(1);

    private final ThreadMemory stored;
    private final WriteBehindQueue writeBehindQueue;
    private final StoreCalls calls = new StoreCalls();
    private final Prefetcher prefetcher = new Prefetcher(RECALL_LIMIT);
    private final ScopedValue<Recalled> recalled = ScopedValue.newInstance();

    private record Recalled(ConversationId conversation, Prefetcher.Outcome<Optional<String>> outcome) {}

    /**
     * Starts the thread that writes.
     *
     * @param clock tells when something was asked
     * @param onFailure told once when writing begins to fail, not again before a write has succeeded; and of each memory that
     *     the store does not take and that is set aside ({@link StorageException#isRefusal}), so that the others are written
     */
    public WriteBehindThreadMemory(ThreadMemory stored, Clock clock, Consumer<StorageException> onFailure) {
        this.stored = stored;
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
     * Runs work that will recall a conversation, once that has been read: the work waits for nothing then. What comes of the same
     * conversation meanwhile follows. Returns at once.
     *
     * @param work as many as there are threads for it run at a time, the others wait
     */
    public void recallAhead(ConversationId conversation, Runnable work) {
        prefetcher.read(
                conversation,
                // In this order: what is written in between is found by one of the two.
                () -> writeBehindQueue.find(conversation).or(() -> stored.recall(conversation)),
                outcome -> ScopedValue.where(recalled, new Recalled(conversation, outcome))
                        .run(work));
    }

    @Override
    public void remember(ConversationId conversation, String canonicalText, UserId asker) {
        writeBehindQueue.add(conversation, canonicalText, asker);
    }

    /** Takes a second at most; if it throws, what was stored may or may not be forgotten. */
    @Override
    public void forget(ConversationId conversation) {
        calls.run(RECALL_LIMIT, () -> writeBehindQueue.forget(conversation));
    }

    /** Whether what is remembered gets written: false where that has failed for a minute. Answers at once. */
    public boolean isWriting() {
        return writeBehindQueue.isWriting();
    }

    /**
     * Waits until what was remembered is written; before a deletion, so that nothing is written after it.
     *
     * @return false where it takes longer
     */
    public boolean settle(Duration limit) throws InterruptedException {
        return writeBehindQueue.settle(limit);
    }

    /**
     * Waits until everything remembered so far is written.
     *
     * @throws StorageException where that takes more than seconds
     */
    void settleOrThrow() {
        try {
            if (!settle(SETTLE_WITHIN)) {
                throw new StorageException("what was remembered is not written yet");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StorageException("the program is being stopped", stopped);
        }
    }

    /** Tries to write what is not written yet, once, and tells {@code onFailure} where that fails. */
    @Override
    public void close() {
        writeBehindQueue.close();
        calls.close();
        prefetcher.close();
    }
}
