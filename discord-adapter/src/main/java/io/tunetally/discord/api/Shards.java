package io.tunetally.discord.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which part of the servers a Discord process serves. */
public sealed interface Shards {
    /** As many shards as Discord recommends, all in this process. */
    record Auto() implements Shards {}

    /** So many shards, all in this process. */
    record Total(int total) implements Shards {}

    /** Shards {@code first} to {@code last} (both from 0, inclusive) of {@code total}; other processes run the others. */
    record Part(int first, int last, int total) implements Shards {}

    /** Reads {@code auto}, {@code 4} or {@code 0-1/4}; empty where it is none of these. */
    static Optional<Shards> parse(String text) {
        if (text.equals("auto")) {
            return Optional.of(new Auto());
        }
        Matcher matcher = Pattern.compile("(?:(?<first>\\d{1,5})-(?<last>\\d{1,5})/)?(?<total>\\d{1,5})")
                .matcher(text);
        return matcher.matches() ? of(matcher) : Optional.empty();
    }

    private static Optional<Shards> of(Matcher matcher) {
        int total = Integer.parseInt(matcher.group("total"));
        if (total == 0) {
            return Optional.empty();
        }
        if (matcher.group("first") == null) {
            return Optional.of(new Total(total));
        }
        int first = Integer.parseInt(matcher.group("first"));
        int last = Integer.parseInt(matcher.group("last"));
        return first <= last && last < total ? Optional.of(new Part(first, last, total)) : Optional.empty();
    }
}
