package io.tunetally.discussion;

import io.tunetally.chat.UserId;
import io.tunetally.storage.TeamRecords.TeamRecord;
import java.time.Instant;

/**
 * A plan that a thread has asked about.
 *
 * @param number its place in the thread, from 1
 * @param name given by the team; empty for none
 * @param canonical what was asked
 * @param full the same with every assumption
 * @param quote the number of its quote in the workspace
 */
public record Scenario(
        long number,
        String name,
        String canonical,
        String full,
        UserId asker,
        long quote,
        boolean dropped,
        Figures figures,
        Instant askedAt) {
    private static final int LETTERS = 26;

    /** Returns its letter: A to Z, then AA, AB, ... */
    public String letter() {
        return letter(number);
    }

    static String letter(long number) {
        long rest = number - 1;
        String last = String.valueOf((char) ('A' + rest % LETTERS));
        return rest < LETTERS ? last : letter(rest / LETTERS) + last;
    }

    /** Returns letter and name: {@code B (pilot)}. */
    public String label() {
        return name.isEmpty() ? letter() : letter() + " (" + name + ")";
    }

    public boolean isCalled(String typed) {
        return letter().equalsIgnoreCase(typed) || (!name.isEmpty() && name.equalsIgnoreCase(typed));
    }

    public Scenario named(String other) {
        return new Scenario(number, other, canonical, full, asker, quote, dropped, figures, askedAt);
    }

    public Scenario withoutPlace() {
        return new Scenario(number, name, canonical, full, asker, quote, true, figures, askedAt);
    }

    public Scenario at(Figures other) {
        return new Scenario(number, name, canonical, full, asker, quote, dropped, other, askedAt);
    }

    String body() {
        Body body = new Body()
                .with("name", name)
                .with("canonical", canonical)
                .with("full", full)
                .with("quote", quote)
                .with("dropped", dropped ? "yes" : "");
        figures.write(body);
        return body.write();
    }

    static Scenario read(TeamRecord record) {
        Body body = Body.read(record.body());
        return new Scenario(
                Long.parseLong(record.id()),
                body.text("name"),
                body.text("canonical"),
                body.text("full"),
                record.owner(),
                body.number("quote"),
                !body.text("dropped").isEmpty(),
                Figures.read(body),
                record.writtenAt());
    }
}
