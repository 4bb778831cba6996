package io.tunetally.console;

import io.tunetally.bot.Answer;
import io.tunetally.chat.Markup;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.runtime.Assembly;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code answers/questions.txt}: {@code name | text | as of | edition | follow-up | follow-up ...}; the day
 * and the edition may be empty.
 *
 * @param messages the question, then the next messages in the same conversation
 */
record GoldenQuestion(
        String name,
        List<String> messages,
        @Nullable LocalDate asOf,
        @Nullable String edition) {
    /** The date of every golden answer. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static final Clock CLOCK =
            Clock.fixed(TODAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);

    /** Caches assemblies, as reading price books takes time; one per day and edition. */
    private static final Map<List<String>, Assembly> ASSEMBLIES = new ConcurrentHashMap<>();

    private static final AtomicLong CONVERSATIONS = new AtomicLong();

    GoldenQuestion {
        messages = List.copyOf(messages);
    }

    static Stream<GoldenQuestion> all() {
        return Resources.lines("/answers/questions.txt")
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(GoldenQuestion::of);
    }

    private static GoldenQuestion of(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() < 2) {
            throw new IllegalArgumentException("no question in: " + line);
        }
        List<String> messages = new ArrayList<>(List.of(cells.get(1)));
        messages.addAll(cells.subList(Math.min(4, cells.size()), cells.size()));
        String day = cells.size() > 2 ? cells.get(2) : "";
        String edition = cells.size() > 3 ? cells.get(3) : "";
        return new GoldenQuestion(
                cells.getFirst(),
                messages,
                day.isEmpty() ? null : LocalDate.parse(day),
                edition.isEmpty() ? null : edition);
    }

    /** Returns the answers to all messages, in order; each call uses a new conversation. */
    List<Answer> answers() {
        String conversation = name + " " + CONVERSATIONS.incrementAndGet();
        return messages.stream()
                .map(message -> assembly().bot().answer(CommandContext.said(message, conversation)))
                .toList();
    }

    /** Returns the canonical text of a command. */
    String canonical(String command) {
        return assembly().interpreter().read(command, Markup.PLAIN, true, null).canonical();
    }

    LocalDate day() {
        return asOf == null ? TODAY : asOf;
    }

    private Assembly assembly() {
        return ASSEMBLIES.computeIfAbsent(
                List.of(day().toString(), String.valueOf(edition)), _ -> Assembly.of(Map.of(), CLOCK, asOf, edition));
    }

    @Override
    public String toString() {
        return name;
    }
}
