package io.tunetally.discussion;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.TeamRecords;
import io.tunetally.storage.TeamRecords.TeamRecord;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The counts of the last training file of each conversation, so that a follow-up with another model has the count of its own
 * tokenizer also after a restart. They go with the data of the person who sent the file. Every method throws {@link
 * StorageException} if the store cannot be used.
 */
public final class CountedFiles {
    private static final String KIND = "file";
    private static final String LAST = "last";

    /** With the memory's second and the defaults' half, an answer still arrives within two seconds. */
    private static final Duration ANSWER = Duration.ofMillis(400);

    private final TeamRecords records;
    private final Duration lifetime;
    private final Clock clock;
    private final StoreCalls calls;

    /**
     * Creates the store.
     *
     * @param lifetime how long counts are kept: as long as the conversation's last request, to which they belong
     */
    public CountedFiles(TeamRecords records, Duration lifetime, StoreCalls calls, Clock clock) {
        this.records = records;
        this.lifetime = lifetime;
        this.calls = calls;
        this.clock = clock;
    }

    public void keep(ConversationId conversation, UserId sender, CountedFile file) {
        Instant now = clock.instant();
        TeamRecord record =
                new TeamRecord(conversation, KIND, LAST, sender, true, file.write(), now, now.plus(lifetime));
        calls.run(ANSWER, () -> records.put(List.of(record)));
    }

    /** Returns the last file of a conversation, or else of its channel outside of threads. */
    public Optional<CountedFile> find(ConversationId conversation) {
        return calls.within(
                ANSWER,
                () -> Stream.of(conversation, Places.channel(conversation))
                        .flatMap(place -> records.find(place, KIND, LAST).stream())
                        .findFirst()
                        .map(record -> CountedFile.read(record.body())));
    }

    public void forget(ConversationId conversation) {
        calls.run(ANSWER, () -> records.remove(conversation, KIND, LAST));
    }
}
