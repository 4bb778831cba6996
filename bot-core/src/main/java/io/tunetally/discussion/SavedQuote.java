package io.tunetally.discussion;

import io.tunetally.chat.UserId;
import io.tunetally.storage.TeamRecords.TeamRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answered estimate with its number in the workspace.
 *
 * @param canonical what was asked
 * @param full the same with every assumption
 * @param tokens billed, for a comparison with the bill; 0 if unknown
 * @param bill what it really cost, null if it was not said
 */
public record SavedQuote(
        long number,
        String canonical,
        String full,
        UserId asker,
        long tokens,
        Figures figures,
        Instant quotedAt,
        @Nullable Bill bill) {
    public String id() {
        return "Q" + number;
    }

    SavedQuote billed(@Nullable Bill other) {
        return new SavedQuote(number, canonical, full, asker, tokens, figures, quotedAt, other);
    }

    String body() {
        Body body = new Body().with("canonical", canonical).with("full", full).with("tokens", tokens);
        figures.write(body);
        return body.write();
    }

    static SavedQuote read(TeamRecord record) {
        Body body = Body.read(record.body());
        return new SavedQuote(
                Long.parseLong(record.id()),
                body.text("canonical"),
                body.text("full"),
                record.owner(),
                body.number("tokens"),
                Figures.read(body),
                record.writtenAt(),
                null);
    }
}
