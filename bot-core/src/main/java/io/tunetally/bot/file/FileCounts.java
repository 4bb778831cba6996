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
    private final Cache<Place, Counted> files;

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

    /**
     * What is known of a file.
     *
     * @param totals its tokens by tokenizer
     * @param suggestedEpochs what its number of examples suggests; 0 if the epochs were asked for
     */
    private record Counted(Map<String, Slot<Long>> totals, long suggestedEpochs) {}

    /** Keeps a file's counts by tokenizer, and the epochs that were suggested for it, or 0. */
    void keep(ConversationId conversation, Map<String, Slot<Long>> totals, long suggestedEpochs) {
        Counted kept = new Counted(Map.copyOf(totals), suggestedEpochs);
        kept.totals().values().forEach(count -> files.put(Place.of(conversation, count.value()), kept));
    }

    @Override
    public Request before(ConversationId conversation, Request remembered, Function<Request, Interpretation> reading) {
        Long total = remembered.slots().value(SlotName.TOTAL_TOKENS);
        Counted file = total == null ? null : files.getIfPresent(Place.of(conversation, total));
        Request read = file == null ? null : reading.apply(remembered).request();
        if (file == null || read == null) {
            return remembered;
        }
        return read.slots().has(SlotName.EXAMPLES)
                ? withoutSuggested(remembered, file.suggestedEpochs())
                : withOwnCount(remembered, read, file.totals());
    }

    /** Other data has other epochs: what a file's number of examples suggested says nothing of it. */
    private static Request withoutSuggested(Request remembered, long suggested) {
        Long epochs = remembered.slots().value(SlotName.EPOCHS);
        return epochs == null || epochs != suggested
                ? remembered
                : Request.of(remembered.intent(), remembered.slots().without(SlotName.EPOCHS));
    }

    /** The file has as many tokens as the tokenizer of the model counts. */
    private Request withOwnCount(Request remembered, Request read, Map<String, Slot<Long>> totals) {
        List<ModelId> models = read.slots().value(SlotName.MODELS);
        Slot<Long> own = models == null || models.size() != 1
                ? null
                : totals.get(meter.families().of(models.getFirst().value()).id());
        return own == null
                ? remembered
                : Request.of(remembered.intent(), remembered.slots().with(SlotName.TOTAL_TOKENS, own));
    }
}
