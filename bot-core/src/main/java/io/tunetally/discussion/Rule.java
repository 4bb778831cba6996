package io.tunetally.discussion;

import io.tunetally.chat.UserId;
import io.tunetally.storage.TeamRecords.TeamRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A rule of the team: a price, a discount, a currency, a customer relation, a budget.
 *
 * @param id its kind and subject: {@code discount together}
 * @param value e.g. {@code 15}
 * @param from the first day, until the last one; either may be empty
 */
public record Rule(String id, String value, String from, String until, String reason, UserId author, Instant at) {
    /** Returns the first word of the id: the kind of the rule. */
    public String kind() {
        return id.split(" ", 2)[0];
    }

    /** Returns the rest of the id. */
    public String subject() {
        String[] parts = id.split(" ", 2);
        return parts.length < 2 ? "" : parts[1];
    }

    /** Returns the day on which it was set. */
    LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    String body() {
        return new Body()
                .with("value", value)
                .with("from", from)
                .with("until", until)
                .with("reason", reason)
                .write();
    }

    static Rule read(TeamRecord record) {
        Body body = Body.read(record.body());
        return new Rule(
                record.id(),
                body.text("value"),
                body.text("from"),
                body.text("until"),
                body.text("reason"),
                record.owner(),
                record.writtenAt());
    }
}
