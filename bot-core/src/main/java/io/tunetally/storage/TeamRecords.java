package io.tunetally.storage;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a team keeps: scenarios, votes, decisions, quotes, bills, price rules and watches, each a small text in a place. A
 * place is a conversation, or a channel or workspace with the rest of the id empty. Expired records are never returned.
 * Every method throws {@link StorageException} if the store cannot be used.
 */
public interface TeamRecords {
    /**
     * A record.
     *
     * @param kind what it is, in lower case, e.g. {@code quote}
     * @param id unique among the records of its kind in its place; numbers are padded, so that ids sort like them
     * @param owner the person it belongs to, by the platform's id; empty if it has no owner
     * @param personal whether it is deleted with its owner's data; else it stays without the owner
     * @param body the content, which names no person
     */
    record TeamRecord(
            ConversationId place,
            String kind,
            String id,
            UserId owner,
            boolean personal,
            String body,
            Instant writtenAt,
            Instant expiresAt) {
        /** Returns the record with another content. */
        public TeamRecord with(String otherBody) {
            return new TeamRecord(place, kind, id, owner, personal, otherBody, writtenAt, expiresAt);
        }
    }

    /**
     * Runs reads and writes that belong together, all or nothing. On SQLite, work of several callers shares a commit, since a
     * commit waits for the disk.
     *
     * @param work runs anew if the work of another caller fails in the same commit, so that it must do nothing but read and write
     *     the records that it is given
     */
    <T> T inOneTransaction(Function<TeamRecords, T> work);

    Optional<TeamRecord> find(ConversationId place, String kind, String id);

    /** Returns the records of a kind in a place with the highest ids below {@code before}, the highest first. */
    List<TeamRecord> latest(ConversationId place, String kind, String before, int most);

    /** Returns every record of a kind on a platform, in any place. */
    List<TeamRecord> everywhere(PlatformId platform, String kind, int most);

    /** Returns the records of a person, the latest first. An empty space means everywhere on the platform. */
    List<TeamRecord> of(PlatformId platform, String space, UserId owner, int most);

    /** Adds or replaces records in one transaction. */
    void put(List<TeamRecord> records);

    /**
     * Adds or replaces a record unless it was changed since it was read, also by another process.
     *
     * @param before as it was read; empty if there was none
     * @return false if it was changed meanwhile: then nothing is stored
     */
    boolean putIfUnchanged(Optional<TeamRecord> before, TeamRecord record);

    /** Removes a record; false if there is none. */
    boolean remove(ConversationId place, String kind, String id);

    /** Removes a record that still has the content with which it was read; false if it has not. */
    boolean removeIfUnchanged(TeamRecord before);

    /**
     * Takes the next numbers of a sequence, never the same twice in all processes.
     *
     * @param count how many
     * @return the last of them; the first ever is 1
     */
    long next(ConversationId place, String sequence, int count);
}
