package io.tunetally.discussion;

import io.tunetally.chat.UserId;
import io.tunetally.storage.TeamRecords.TeamRecord;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a quoted job really cost.
 *
 * @param trainedTokens as the provider's job says; 0 if unknown
 * @param job the provider's state of the job: empty unless a job was given
 * @param day on which it was trained, as far as that was said, else on which the bill was recorded
 * @param estimate the quoted job at the prices of that day
 */
public record Bill(
        long quote,
        Money amount,
        long trainedTokens,
        String job,
        LocalDate day,
        Money estimate,
        UserId sayer,
        Instant at) {
    String body() {
        return new Body()
                .with("amount", amount.toDecimal())
                .with("trainedTokens", trainedTokens)
                .with("job", job)
                .with("day", day)
                .with("estimate", estimate.toDecimal())
                .write();
    }

    /** @param quoted stands in for the estimate of a record from before it had one */
    static Bill read(TeamRecord record, Figures quoted) {
        Body body = Body.read(record.body());
        String estimate = body.text("estimate");
        return new Bill(
                Long.parseLong(record.id()),
                new Money(new BigDecimal(body.text("amount"))),
                body.number("trainedTokens"),
                body.text("job"),
                body.day("day", record.writtenAt()),
                estimate.isEmpty() ? quoted.training().high() : new Money(new BigDecimal(estimate)),
                record.owner(),
                record.writtenAt());
    }
}
