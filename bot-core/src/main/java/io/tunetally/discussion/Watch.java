package io.tunetally.discussion;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.TeamRecords.TeamRecord;
import java.time.LocalDate;

/**
 * A watched request: its price, and the dates on which its offer ends.
 *
 * @param subject in words
 * @param full the request, with every assumption
 * @param figures as last told
 * @param told the days before an end that were announced: {@code 2027-01-14/30}
 * @param since the day of the figures
 */
public record Watch(
        ConversationId place,
        String id,
        String subject,
        String full,
        Figures figures,
        String told,
        LocalDate since,
        UserId owner) {
    public Watch told(Figures now, String announced, LocalDate day) {
        return new Watch(place, id, subject, full, now, announced, day, owner);
    }

    String body() {
        Body body = new Body()
                .with("subject", subject)
                .with("full", full)
                .with("told", told)
                .with("since", since);
        figures.write(body);
        return body.write();
    }

    static Watch read(TeamRecord record) {
        Body body = Body.read(record.body());
        return new Watch(
                record.place(),
                record.id(),
                body.text("subject"),
                body.text("full"),
                Figures.read(body),
                body.text("told"),
                body.day("since", record.writtenAt()),
                record.owner());
    }
}
