package io.tunetally.discussion;

import io.tunetally.chat.UserId;
import io.tunetally.storage.TeamRecords.TeamRecord;
import java.time.Instant;

/**
 * What a thread has decided.
 *
 * @param label the scenario's letter and name
 * @param reason as it was given; empty for none
 * @param rejected the other scenarios with their prices, in one line
 * @param figures as of the decision
 */
public record Decision(
        String label,
        String full,
        String reason,
        String rejected,
        long quote,
        Figures figures,
        UserId decider,
        Instant at) {
    /** True if it was made for a scenario, which may have got a name or another price since. */
    public boolean isFor(Scenario scenario) {
        return quote == scenario.quote() || label.split(" ", 2)[0].equals(scenario.letter());
    }

    String body() {
        Body body = new Body()
                .with("label", label)
                .with("full", full)
                .with("reason", reason)
                .with("rejected", rejected)
                .with("quote", quote);
        figures.write(body);
        return body.write();
    }

    static Decision read(TeamRecord record) {
        Body body = Body.read(record.body());
        return new Decision(
                body.text("label"),
                body.text("full"),
                body.text("reason"),
                body.text("rejected"),
                body.number("quote"),
                Figures.read(body),
                record.owner(),
                record.writtenAt());
    }
}
