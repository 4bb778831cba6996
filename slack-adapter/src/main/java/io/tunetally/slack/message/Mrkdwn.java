package io.tunetally.slack.message;

import io.tunetally.reply.Pieces;
import io.tunetally.reply.Span;
import io.tunetally.slack.api.SlackLimits;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes spans in Slack's markup. The content of a span stays text: nothing in it pings, links or changes the layout. A character
 * that only markup needs is replaced by one that looks like it, since Slack knows no escape for it.
 */
public final class Mrkdwn {
    private static final char WORD_JOINER = '\u2060';
    private static final Pattern NAMED = Pattern.compile("(?<![\\p{L}\\p{N}])@(?=\\p{L})");
    private static final Pattern OVERRIDES = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern ANGLED = Pattern.compile("<(?=[!@#])");

    private Mrkdwn() {}

    /** Spans as one text, in pieces of at most so many characters; broken between words. */
    static List<String> pieces(List<Span> spans, int limit) {
        return Pieces.of(spans, limit, Mrkdwn::of);
    }

    static String of(Span span) {
        return switch (span) {
            case Span.Plain plain -> escape(plain.text());
            case Span.Strong strong -> around("*", escape(strong.text().replace('\n', ' ')));
            case Span.Code code -> around("`", code(code.text().replace('\n', ' ')));
            case Span.Link link -> link(link);
            case Span.Person person -> escape(person.id());
        };
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
        boolean plain = link.url().chars().noneMatch(c -> c <= ' ' || c == '|' || c == '<' || c == '>');
        return web && plain && link.url().length() < SlackLimits.SECTION / 2
                ? "<" + entities(link.url()) + "|"
                        + escape(link.text().replace('\n', ' ')).replace('|', '∣') + ">"
                : escape(link.text());
    }

    /** Text without the characters that make what follows run in another direction: with them a name could rewrite its sentence. */
    public static String directed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isOverride(text.charAt(i))) {
                return OVERRIDES.matcher(text).replaceAll("");
            }
        }
        return text;
    }

    private static boolean isOverride(char c) {
        return c >= '\u202A' && (c <= '\u202E' || (c >= '\u2066' && c <= '\u2069'));
    }

    /** Text in which nothing is markup, a mention or a link. */
    static String escape(String typed) {
        String text = directed(typed);
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean startsLine = i == 0 || text.charAt(i - 1) == '\n';
            if (c == '>' && startsLine) {
                escaped.append(WORD_JOINER);
            }
            if (binds(text, i)) {
                escaped.append(lookAlike(c));
            } else {
                append(escaped, c);
            }
        }
        return defused(escaped.toString());
    }

    /** A mention by name is one only where its letters follow the sign at once. */
    private static String defused(String text) {
        return text.indexOf('@') < 0 ? text : NAMED.matcher(text).replaceAll("@" + WORD_JOINER);
    }

    /** Text for a place where Slack reads no markup but might still read a mention. */
    static String plain(String text) {
        String line = directed(text.replace('\n', ' '));
        return defused(line.indexOf('<') < 0 ? line : ANGLED.matcher(line).replaceAll("<" + WORD_JOINER));
    }

    /** Lines in a code block. */
    static String fenced(String text) {
        return "```\n" + code(text) + "\n```";
    }

    /** How much longer {@link #fenced} makes a text at most. */
    static int fencedLength(String text) {
        return fenced(text).length();
    }

    private static String code(String text) {
        return defused(entities(directed(text).replace('`', 'ˋ')));
    }

    private static String entities(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static void append(StringBuilder escaped, char c) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '`' -> escaped.append('ˋ');
            default -> escaped.append(c);
        }
    }

    /** Whether Slack could take the character for the start or end of emphasis: it stands at the edge of a word. */
    private static boolean binds(String text, int at) {
        char c = text.charAt(at);
        if (c != '*' && c != '_' && c != '~') {
            return false;
        }
        boolean before = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        boolean after = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
        return !(before && after);
    }

    private static String lookAlike(char c) {
        return switch (c) {
            case '*' -> "∗";
            case '_' -> "ˍ";
            default -> "∼";
        };
    }
}
