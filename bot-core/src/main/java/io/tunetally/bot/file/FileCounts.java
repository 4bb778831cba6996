package io.tunetally.bot.file;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.bot.FollowUps;
import io.tunetally.catalog.ModelId;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.discussion.CountedFile;
import io.tunetally.discussion.CountedFiles;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.storage.StorageException;
import io.tunetally.units.Range;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of recent files by each tokenizer, so that a follow-up with another model has the count of its own tokenizer. They
 * are looked up in this process first, then in the store.
 */
public final class FileCounts implements FollowUps {
    private static final Logger LOG = LoggerFactory.getLogger(FileCounts.class);
    private static final int MOST = 10_000;
    private static final CountedFile UNKNOWN = new CountedFile(Map.of(), 0);

    private final FileMeter meter;
    private final @Nullable CountedFiles stored;
    private final Cache<Place, CountedFile> files;

    /**
     * Creates the counts.
     *
     * @param stored null for a bot that keeps nothing beyond this process
     */
    public FileCounts(FileMeter meter, Duration retention, @Nullable CountedFiles stored) {
        this.meter = meter;
        this.stored = stored;
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

    /** Keeps a file's counts for the conversation in which it was sent. */
    void keep(ConversationId conversation, UserId sender, CountedFile file) {
        file.tokens().values().forEach(count -> files.put(Place.of(conversation, count.low()), file));
        if (stored != null) {
            try {
                stored.keep(conversation, sender, file);
            } catch (StorageException unwritable) {
                LOG.warn("the counts of a file are kept in this process only: {}", unwritable.getMessage());
            }
        }
    }

    @Override
    public Request before(ConversationId conversation, Request remembered, Function<Request, Interpretation> reading) {
        Long total = remembered.slots().value(SlotName.TOTAL_TOKENS);
        CountedFile file = total == null ? UNKNOWN : file(conversation, total);
        Request read = file.equals(UNKNOWN) ? null : reading.apply(remembered).request();
        if (read == null) {
            return remembered;
        }
        return read.slots().has(SlotName.EXAMPLES)
                ? withoutSuggested(remembered, file.suggestedEpochs())
                : withOwnCount(remembered, read, file.tokens());
    }

    /** A total that no file has is looked up in the store once. */
    private CountedFile file(ConversationId conversation, long total) {
        Place place = Place.of(conversation, total);
        CountedFile known = files.getIfPresent(place);
        if (known != null || stored == null) {
            return known == null ? UNKNOWN : known;
        }
        try {
            CountedFile found = stored.find(conversation)
                    .filter(file -> file.tokens().values().stream().anyMatch(count -> count.low() == total))
                    .orElse(UNKNOWN);
            files.put(place, found);
            return found;
        } catch (StorageException unreadable) {
            LOG.warn("answered without the counts of a file: {}", unreadable.getMessage());
            return UNKNOWN;
        }
    }

    @Override
    public void forget(ConversationId conversation) {
        files.asMap().keySet().removeIf(place -> place.equals(Place.of(conversation, place.tokens())));
        if (stored != null) {
            stored.forget(conversation);
        }
    }

    /** Other data has other epochs: what a file's number of examples suggested says nothing of it. */
    private static Request withoutSuggested(Request remembered, long suggested) {
        Long epochs = remembered.slots().value(SlotName.EPOCHS);
        return epochs == null || epochs != suggested
                ? remembered
                : Request.of(remembered.intent(), remembered.slots().without(SlotName.EPOCHS));
    }

    /** The file has as many tokens as the tokenizer of the model counts. */
    private Request withOwnCount(Request remembered, Request read, Map<String, Range> totals) {
        List<ModelId> models = read.slots().value(SlotName.MODELS);
        Range own = models == null || models.size() != 1
                ? null
                : totals.get(meter.families().of(models.getFirst().value()).id());
        return own == null
                ? remembered
                : Request.of(remembered.intent(), remembered.slots().with(SlotName.TOTAL_TOKENS, said(own)));
    }

    private static Slot<Long> said(Range tokens) {
        return tokens.isExact()
                ? Slot.of(tokens.low(), Origin.SAID)
                : new Slot<>(tokens.low(), tokens.high(), Origin.SAID, null, false);
    }
}
