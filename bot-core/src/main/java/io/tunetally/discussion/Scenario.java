package io.tunetally.discussion;

import io.tunetally.chat.UserId;
import io.tunetally.storage.TeamRecords.TeamRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A plan that a thread has asked about.
 *
 * @param number its place in the thread, from 1
 * @param name given by the team; empty for none
 * @param asker the first person who asked about it
 * @param quote the number of its quote in the workspace
 * @param askedAt when it was asked about at these prices
 * @param lastAskedAt when it was asked about last
 * @param asks how often it was asked about
 */
public record Scenario(
        long number,
        String name,
        Plan plan,
        UserId asker,
        long quote,
        boolean dropped,
        Instant askedAt,
        Instant lastAskedAt,
        long asks) {
    private static final int LETTERS = 26;
    private static final int SHORTEST_START = 3;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}.]+");

    public String canonical() {
        return plan.canonical();
    }

    public String full() {
        return plan.full();
    }

    public Figures figures() {
        return plan.figures();
    }

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

    /** True if its offer or assumptions have each of some words, or one that begins with it. */
    public boolean has(String words) {
        return has(words(words), words(figures().offer() + " " + name + " " + full()));
    }

    /** True if its offer alone has them, and each says something. */
    public boolean isOf(String words) {
        Set<String> typed = words(words);
        return typed.stream()
                        .allMatch(word ->
                                word.length() >= SHORTEST_START || word.chars().anyMatch(Character::isDigit))
                && has(typed, words(figures().offer()));
    }

    private static boolean has(Set<String> typed, Set<String> own) {
        return typed.stream()
                .allMatch(word -> own.contains(word)
                        || (word.length() >= SHORTEST_START && own.stream().anyMatch(each -> each.startsWith(word))));
    }

    private static Set<String> words(String text) {
        return NO_WORD.splitAsStream(text.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    public Scenario named(String other) {
        return new Scenario(number, other, plan, asker, quote, dropped, askedAt, lastAskedAt, asks);
    }

    public Scenario dropped(boolean now) {
        return new Scenario(number, name, plan, asker, quote, now, askedAt, lastAskedAt, asks);
    }

    public Scenario with(Plan other) {
        return new Scenario(number, name, other, asker, quote, dropped, askedAt, lastAskedAt, asks);
    }

    public Scenario at(Figures other) {
        return with(plan.at(other));
    }

    Scenario askedAgain(Instant at) {
        return new Scenario(number, name, plan, asker, quote, dropped, askedAt, at, asks + 1);
    }

    String body() {
        Body body = new Body()
                .with("name", name)
                .with("quote", quote)
                .with("dropped", dropped ? "yes" : "")
                .with("askedAt", askedAt)
                .with("lastAskedAt", lastAskedAt)
                .with("asks", asks);
        plan.write(body);
        return body.write();
    }

    static Scenario read(TeamRecord record) {
        Body body = Body.read(record.body());
        Instant askedAt = body.instant("askedAt", record.writtenAt());
        return new Scenario(
                Long.parseLong(record.id()),
                body.text("name"),
                Plan.read(body),
                record.owner(),
                body.number("quote"),
                !body.text("dropped").isEmpty(),
                askedAt,
                body.instant("lastAskedAt", askedAt),
                Math.max(1, body.number("asks")));
    }
}
