package io.tunetally.discord.message;

import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.reply.Pieces;
import io.tunetally.reply.Span;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;

/** Writes spans in Discord's markup. The content of a span stays text: nothing in it pings, links or changes the layout. */
public final class Markdown {
    private static final char WORD_JOINER = '\u2060';

    /** Begins a quote, a heading, a list or small print, but only at the start of a line. */
    private static final Pattern LINE_START = Pattern.compile("^(\\s*)([#>+-]|\\d+\\.)", Pattern.MULTILINE);

    private static final Pattern EVERYONE = Pattern.compile("@(?=everyone|here)", Pattern.CASE_INSENSITIVE);
    /** A date; not one that is part of a name: {@code gpt-4o-2024-08-06}. */
    private static final Pattern DATE = Pattern.compile("(?<![\\w-])\\d{4}-\\d{2}-\\d{2}(?![\\w-])");

    private static final Pattern ADDRESS = Pattern.compile("(?<=[A-Za-z])://");

    private static final Pattern ID = Pattern.compile("\\d{1,20}");

    private Markdown() {}

    /** Spans as one text, in pieces of at most so many characters. */
    static List<String> pieces(List<Span> spans, int limit) {
        return Pieces.of(spans, limit, Markdown::of);
    }

    static String of(Span span) {
        return switch (span) {
            case Span.Plain plain -> text(plain.text());
            case Span.Strong strong -> around("**", text(oneLine(strong.text())));
            case Span.Code code -> around("`", code(oneLine(code.text())));
            case Span.Link link -> link(link);
            case Span.Person person -> ID.matcher(person.id()).matches() ? "<@" + person.id() + ">" : text(person.id());
        };
    }

    /** Text as {@link #escape} makes it, with its dates as each reader's Discord writes them. */
    static String text(String text) {
        String escaped = escape(text);
        return DATE.matcher(escaped).replaceAll(date -> timestamp(date.group()));
    }

    /** Noon in UTC, which is the same day in all but a few places; a day that no calendar has stays as it is. */
    private static String timestamp(String date) {
        try {
            long seconds = LocalDate.parse(date).atTime(LocalTime.NOON).toEpochSecond(ZoneOffset.UTC);
            return "<t:" + seconds + ":D>";
        } catch (DateTimeParseException noDay) {
            return date;
        }
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ');
    }

    /** Markup binds to the word, so spaces stand outside of it; nothing but spaces needs none. */
    private static String around(String mark, String text) {
        String core = text.strip();
        if (core.isEmpty()) {
            return text;
        }
        int start = text.indexOf(core);
        return text.substring(0, start) + mark + core + mark + text.substring(start + core.length());
    }

    private static String link(Span.Link link) {
        boolean web = link.url().startsWith("https://") || link.url().startsWith("http://");
        boolean plain = link.url().chars().noneMatch(c -> c <= ' ' || "()<>".indexOf(c) >= 0);
        return web && plain && link.url().length() < DiscordLimits.CONTENT / 4
                ? "[" + escape(oneLine(link.text())) + "](" + link.url() + ")"
                : escape(link.text());
    }

    /** Text in which nothing is markup, a mention or a link. */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\*_~`|<[]".indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        String lines = LINE_START.matcher(escaped).replaceAll(start -> "$1" + lineStart(start.group(2)));
        return defused(ADDRESS.matcher(lines).replaceAll("\\\\://"));
    }

    private static String lineStart(String mark) {
        return mark.endsWith(".") ? mark.replace(".", "\\\\.") : "\\\\" + mark;
    }

    /** Defuses mentions: they ping no user anyway (allowed_mentions), but should not look so either. */
    private static String defused(String text) {
        return text.indexOf('@') < 0 ? text : EVERYONE.matcher(text).replaceAll("@" + WORD_JOINER);
    }

    /** Text for a place where Discord reads no markup. */
    public static String plain(String text) {
        return defused(oneLine(text)).strip();
    }

    /** Lines in a code block. */
    static String fenced(String text) {
        return "```\n" + code(text) + "\n```";
    }

    private static String code(String text) {
        return defused(text.replace('`', 'ˋ'));
    }
}
