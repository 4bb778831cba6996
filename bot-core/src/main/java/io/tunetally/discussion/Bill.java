package io.tunetally.discussion;

import io.tunetally.chat.UserId;
import io.tunetally.storage.TeamRecords.TeamRecord;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a quoted job really cost.
 *
 * @param trainedTokens as the provider's job says; 0 if unknown
 * @param job the provider's state of the job: empty unless a job was given
 */
public record Bill(long quote, Money amount, long trainedTokens, String job, UserId sayer, Instant at) {
    String body() {
        return new Body()
                .with("amount", amount.toDecimal())
                .with("trainedTokens", trainedTokens)
                .with("job", job)
                .write();
    }

    static Bill read(TeamRecord record) {
        Body body = Body.read(record.body());
        return new Bill(
                Long.parseLong(record.id()),
                new Money(new BigDecimal(body.text("amount"))),
                body.number("trainedTokens"),
                body.text("job"),
                record.owner(),
                record.writtenAt());
    }
}
