package io.tunetally.discussion;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.UserId;
import io.tunetally.storage.TeamRecords.TeamRecord;

/**
 * A watched request: its price, and the dates on which its offer ends.
 *
 * @param subject in words
 * @param full the request, with every assumption
 * @param figures as last told
 * @param told the days before an end that were announced: {@code 2027-01-14/30}
 */
public record Watch(
        ConversationId place, String id, String subject, String full, Figures figures, String told, UserId owner) {
    public Watch told(Figures now, String announced) {
        return new Watch(place, id, subject, full, now, announced, owner);
    }

    String body() {
        Body body = new Body().with("subject", subject).with("full", full).with("told", told);
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
                record.owner());
    }
}
