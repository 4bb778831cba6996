package io.tunetally.storage.bounded;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.ThreadMemory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A memory that can be made to fail or to hang. */
public final class ShakyMemory implements ThreadMemory {
    private final Map<ConversationId, String> texts = new ConcurrentHashMap<>();
    private volatile boolean failing;
    private volatile boolean reached;
    private volatile CountDownLatch open = new CountDownLatch(0);
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final List<Integer> writes = new CopyOnWriteArrayList<>();

    public ShakyMemory failing(boolean fails) {
        this.failing = fails;
        return this;
    }

    /** Returns everything ever written, in order: {@code TEXT by USER}. */
    public List<String> written() {
        return List.copyOf(written);
    }

    /** Returns the number of conversations in each write. */
    List<Integer> writes() {
        return List.copyOf(writes);
    }

    /** Makes reads and writes wait until {@link #resume}. */
    void hang() {
        reached = false;
        open = new CountDownLatch(1);
    }

    /** Waits until a caller is blocked. */
    void awaitCaller() throws InterruptedException {
        while (!reached) {
            Thread.sleep(1);
        }
    }

    void resume() {
        open.countDown();
    }

    private void reach() {
        reached = true;
        try {
            open.await();
        } catch (InterruptedException stopped) {
            throw new StorageException("interrupted", stopped);
        }
        if (failing) {
            throw new StorageException("the disk is gone");
        }
    }

    @Override
    public Optional<String> recall(ConversationId conversation) {
        reach();
        return Optional.ofNullable(texts.get(conversation));
    }

    @Override
    public void remember(ConversationId conversation, String canonicalText, UserId asker) {
        remember(List.of(new Memory(conversation, canonicalText, asker, Instant.EPOCH)));
    }

    @Override
    public void remember(List<Memory> memories) {
        reach();
        writes.add(memories.size());
        for (Memory memory : memories) {
            texts.put(memory.conversation(), memory.canonicalText());
            written.add(memory.canonicalText() + " by " + memory.asker().value());
        }
    }

    @Override
    public void forget(ConversationId conversation) {
        reach();
        texts.remove(conversation);
    }
}
