package io.tunetally.bot.file;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.bot.FollowUps;
import io.tunetally.catalog.ModelId;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The tokens of recent files by each tokenizer, so that a follow-up with another model has the count of its own tokenizer. They
 * stay within this process; after a restart the thread's count is used for every model.
 */
public final class FileCounts implements FollowUps {
    private static final int MOST = 10_000;

    private final FileMeter meter;
    private final Cache<Place, Map<String, Slot<Long>>> files;

    public FileCounts(FileMeter meter, Duration retention) {
        this.meter = meter;
        this.files = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(retention)
                .build();
    }

    /** A file is known by its channel and one of its counts, because a thread and its channel share it. */
    private record Place(PlatformId platform, String space, String channel, long tokens) {
        static Place of(ConversationId conversation, long tokens) {
            return new Place(conversation.platform(), conversation.space(), conversation.channel(), tokens);
        }
    }

    /** Keeps a file's counts by tokenizer. */
    void keep(ConversationId conversation, Map<String, Slot<Long>> counts) {
        Map<String, Slot<Long>> kept = Map.copyOf(counts);
        kept.values().forEach(count -> files.put(Place.of(conversation, count.value()), kept));
    }

    @Override
    public Request before(ConversationId conversation, Request remembered, Function<Request, Interpretation> reading) {
        Long total = remembered.slots().value(SlotName.TOTAL_TOKENS);
        Map<String, Slot<Long>> counts = total == null ? null : files.getIfPresent(Place.of(conversation, total));
        Request read = counts == null ? null : reading.apply(remembered).request();
        List<ModelId> models = read == null ? null : read.slots().value(SlotName.MODELS);
        if (counts == null || models == null || models.size() != 1) {
            return remembered;
        }
        Slot<Long> own =
                counts.get(meter.families().of(models.getFirst().value()).id());
        return own == null
                ? remembered
                : Request.of(remembered.intent(), remembered.slots().with(SlotName.TOTAL_TOKENS, own));
    }
}
