package io.tunetally.discussion;

import io.tunetally.chat.UserId;
import io.tunetally.storage.TeamRecords.TeamRecord;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a quoted job really cost.
 *
 * @param trainedTokens as the provider's job says; 0 if unknown
 * @param job the provider's state of the job: empty unless a job was given
 * @param day on which it was trained, as far as that was said, else on which the bill was recorded
 * @param estimate the quoted job at the prices of that day
 * @param earlier those that it replaced, the latest first
 */
public record Bill(
        long quote,
        Money amount,
        long trainedTokens,
        String job,
        LocalDate day,
        Money estimate,
        UserId sayer,
        Instant at,
        List<Earlier> earlier) {
    private static final int MOST_EARLIER = 10;

    public Bill {
        earlier = List.copyOf(earlier);
    }

    /** A bill that was replaced. */
    public record Earlier(Money amount, LocalDate day) {
        private String line() {
            return amount.toDecimal() + " " + day;
        }

        private static Earlier read(String line) {
            String[] parts = line.split(" ", 2);
            return new Earlier(new Money(new BigDecimal(parts[0])), LocalDate.parse(parts[1]));
        }
    }

    /** True if it says the same as another one of the same quote. */
    public boolean isSame(Bill other) {
        return amount.equals(other.amount) && day.equals(other.day);
    }

    /** Returns the bill in the place of another one of the same quote. */
    public Bill after(Bill before) {
        List<Earlier> all = isSame(before) ? before.earlier : earlierOnes(before);
        return new Bill(quote, amount, trainedTokens, job, day, estimate, sayer, at, all);
    }

    private static List<Earlier> earlierOnes(Bill before) {
        return Stream.concat(Stream.of(new Earlier(before.amount, before.day)), before.earlier.stream())
                .limit(MOST_EARLIER)
                .toList();
    }

    String body() {
        return new Body()
                .with("amount", amount.toDecimal())
                .with("trainedTokens", trainedTokens)
                .with("job", job)
                .with("day", day)
                .with("estimate", estimate.toDecimal())
                .with("earlier", earlier.stream().map(Earlier::line).collect(Collectors.joining("\n")))
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
                record.writtenAt(),
                body.text("earlier").lines().map(Earlier::read).toList());
    }
}
