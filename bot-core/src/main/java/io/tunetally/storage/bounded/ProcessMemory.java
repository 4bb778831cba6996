package io.tunetally.storage.bounded;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.ThreadMemory;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Remembers within this process: bounded, and each conversation for a while after its last request. */
public final class ProcessMemory implements ThreadMemory {
    private static final int MAX_CONVERSATIONS = 100_000;

    private final Cache<ConversationId, String> canonicalTexts;

    public ProcessMemory(Duration retention, Clock clock) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.canonicalTexts = Caffeine.newBuilder()
                .maximumSize(MAX_CONVERSATIONS)
                .expireAfterWrite(retention)
                .ticker(ticker)
                .build();
    }

    @Override
    public Optional<String> recall(ConversationId conversation) {
        return Optional.ofNullable(canonicalTexts.getIfPresent(conversation));
    }

    @Override
    public void remember(ConversationId conversation, String canonicalText, UserId asker) {
        canonicalTexts.put(conversation, canonicalText);
    }

    @Override
    public void forget(ConversationId conversation) {
        canonicalTexts.invalidate(conversation);
    }
}
