package io.tunetally.text;

import io.tunetally.chat.Markup;

/**
 * Removes a message's markup and folds the rest, once, before anything else reads it. Mentions, emoji and addresses
 * become a space, struck text is dropped, labels and code stay, quoted lines stay only if there is nothing else. Every
 * step moves forward, so it is linear in the text.
 */
public final class Decoder {
    private static final char LAST_ASCII = 126;

    /** Marks a character that is folded to another one. */
    private static final byte FOLD = 1;
    /** Marks a character that is markup, or may be. */
    private static final byte CARE = 2;

    private static final byte[] KIND = new byte[LAST_ASCII + 1];

    static {
        for (char c = 0; c <= LAST_ASCII; c++) {
            KIND[c] = FoldedText.folded(c) == c ? 0 : FOLD;
        }
        for (char mark : "<&`~*_|\\:[>'".toCharArray()) {
            KIND[mark] = CARE;
        }
    }

    private final String text;
    private final int limit;
    private final Markup markup;
    private final FoldedText.Builder out;
    private final boolean quotesOnly;
    private int at;
    /** The position from which there is no closing {@code ~}; keeps the search for one linear. */
    private int noClosingBefore;

    private Decoder(String text, int limit, Markup markup, boolean withQuotes) {
        this.text = text;
        this.limit = limit;
        this.markup = markup;
        out = new FoldedText.Builder(text, limit + 8, text.length() - limit);
        quotesOnly = withQuotes || Quotes.onlyQuotes(text, limit);
    }

    /** Decodes at most {@code maximum} characters. */
    public static FoldedText decode(String text, Markup markup, int maximum) {
        int limit = Math.min(text.length(), maximum);
        Shape shape = shape(text, limit);
        return shape == Shape.MARKED_UP
                ? new Decoder(text, limit, markup, false).decode()
                : FoldedText.unmoved(text, limit, shape);
    }

    /** True if a text has quoted lines beside others. */
    public static boolean hasQuotes(String text, int maximum) {
        int limit = Math.min(text.length(), maximum);
        return text.indexOf('>') >= 0 && Quotes.isIn(text, limit) && !Quotes.onlyQuotes(text, limit);
    }

    /** Decodes at most {@code maximum} characters, quoted lines like any other. */
    public static FoldedText decodeWithQuotes(String text, Markup markup, int maximum) {
        return new Decoder(text, Math.min(text.length(), maximum), markup, true).decode();
    }

    /** The processing that a text needs before it can be read. */
    public enum Shape {
        /** None: it is lower-case ASCII without markup. */
        FOLDED,
        /** Case folding only. */
        PLAIN,
        MARKED_UP
    }

    public static Shape shape(String text, int limit) {
        int kinds = 0;
        for (int i = 0; i < limit; i++) {
            char c = text.charAt(i);
            if (c > LAST_ASCII || KIND[c] == CARE || (c == 'w' && isAddress(text, i))) {
                return Shape.MARKED_UP;
            }
            kinds |= KIND[c];
        }
        return kinds == 0 ? Shape.FOLDED : Shape.PLAIN;
    }

    private FoldedText decode() {
        while (at < limit) {
            if (atLineStart() && Quotes.isQuote(text, at, limit)) {
                quotedLine();
            } else {
                character(text.charAt(at));
            }
        }
        return out.build();
    }

    private boolean atLineStart() {
        return at == 0 || text.charAt(at - 1) == '\n';
    }

    private void quotedLine() {
        if (quotesOnly) {
            at = Quotes.afterMark(text, at, limit);
        } else {
            int end = Quotes.endOfLine(text, at, limit);
            blank(Math.max(at + 1, end));
        }
    }

    private void character(char c) {
        switch (c) {
            case '<' -> angle();
            case '&' -> entity();
            case '`' -> codeMark();
            case '~' -> tilde();
            case '*', '_', '|' -> emphasis(c);
            case '\\' -> escape();
            case ':' -> colon();
            case '[' -> label();
            case '\'', '\u2019' -> apostrophe();
            case 'h', 'H', 'w', 'W' -> address();
            default -> plain();
        }
    }

    private void plain() {
        int codePoint = text.codePointAt(at);
        int size = Math.min(Character.charCount(codePoint), limit - at);
        put(CharacterFold.fold(codePoint), at, at + size);
        at += size;
    }

    private void put(String folded, int start, int end) {
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            out.put(c < ' ' && c != '\n' ? ' ' : c, start, end);
        }
    }

    private void apostrophe() {
        if (isLetterAt(at - 1) && isLetterAt(at + 1)) {
            boolean possessive = (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S') && !isLetterAt(at + 2);
            at += possessive ? 2 : 1;
        } else {
            plain();
        }
    }

    private boolean isLetterAt(int index) {
        return index >= 0 && index < limit && Character.isLetter(text.charAt(index));
    }

    private void blank(int end) {
        if (end > at) {
            out.put(' ', at, end);
            at = end;
        }
    }

    /** Platforms write mentions, channels and links in angle brackets; people see the label. */
    private void angle() {
        int close = indexOf('>', at + 1, at + 300);
        if (close < 0 || markup == Markup.PLAIN || at + 1 >= limit || !startsReference(text.charAt(at + 1))) {
            plain();
            return;
        }
        int bar = text.indexOf('|', at + 1);
        boolean labelled = markup == Markup.MRKDWN && bar > 0 && bar < close && isLink(text.charAt(at + 1));
        if (!labelled) {
            blank(close + 1);
            return;
        }
        at = bar + 1;
        while (at < close) {
            character(text.charAt(at));
        }
        blank(close + 1);
    }

    private static boolean startsReference(char c) {
        return c == '@' || c == '#' || c == '!' || c == ':' || c == 'a' || c == 't' || c == '/' || isLink(c);
    }

    private static boolean isLink(char c) {
        return c == 'h' || c == 'm';
    }

    private void entity() {
        if (text.startsWith("&amp;", at)) {
            replace('&', 5);
        } else if (text.startsWith("&lt;", at)) {
            replace('<', 4);
        } else if (text.startsWith("&gt;", at)) {
            replace('>', 4);
        } else {
            plain();
        }
    }

    private void replace(char c, int length) {
        int end = Math.min(at + length, limit);
        out.put(c, at, end);
        at = end;
    }

    private void codeMark() {
        int end = at;
        while (end < limit && text.charAt(end) == '`') {
            end++;
        }
        if (end - at >= 3) {
            blank(end);
        } else {
            at = end;
        }
    }

    private void tilde() {
        boolean twice = at + 1 < limit && text.charAt(at + 1) == '~';
        if (markup == Markup.MRKDWN || twice) {
            int close = closing(twice ? 2 : 1);
            if (close > 0) {
                blank(close);
                return;
            }
        }
        plain();
    }

    private int closing(int length) {
        int open = at + length;
        boolean opens = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                && open < limit
                && !Character.isWhitespace(text.charAt(open));
        if (!opens || open < noClosingBefore) {
            return -1;
        }
        int i = open + 1;
        for (; i < limit && text.charAt(i) != '\n'; i++) {
            if (text.charAt(i) == '~'
                    && (length == 1 || text.startsWith("~~", i))
                    && !Character.isWhitespace(text.charAt(i - 1))) {
                return Math.min(i + length, limit);
            }
        }
        noClosingBefore = i;
        return -1;
    }

    /** A mark that touches text on one side only is markup; between two spaces or two digits it is a product or a separator. */
    private void emphasis(char mark) {
        int end = at;
        while (end < limit && text.charAt(end) == mark) {
            end++;
        }
        boolean textBefore = at > 0 && !Character.isWhitespace(text.charAt(at - 1)) && !isMark(text.charAt(at - 1));
        boolean textAfter = end < limit && !Character.isWhitespace(text.charAt(end)) && !isMark(text.charAt(end));
        if ((mark == '|' && end - at < 2) || (textBefore == textAfter && !(textBefore && end - at > 1))) {
            boolean product = mark == '*';
            for (; at < end; at++) {
                out.put(product ? '*' : mark, at, at + 1);
            }
        } else {
            at = end;
        }
    }

    private static boolean isMark(char c) {
        return c == '*' || c == '_' || c == '|' || c == '~' || c == '`';
    }

    private void escape() {
        if (at + 1 < limit && !Character.isLetterOrDigit(text.charAt(at + 1)) && markup != Markup.MRKDWN) {
            at++;
        }
        plain();
    }

    private void colon() {
        int end = at + 1;
        while (end < limit && isEmojiName(text.charAt(end))) {
            end++;
        }
        boolean standsAlone = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        if (standsAlone && end > at + 2 && end < limit && text.charAt(end) == ':') {
            blank(end + 1);
        } else {
            plain();
        }
    }

    private static boolean isEmojiName(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '-'
                || c == '+'
                || (c >= 'A' && c <= 'Z');
    }

    /** Reads the label of {@code [label](address)} and drops the address. */
    private void label() {
        int close = indexOf(']', at + 1, at + 300);
        boolean link = close > 0 && close + 1 < limit && text.charAt(close + 1) == '(' && markup != Markup.MRKDWN;
        int end = link ? indexOf(')', close + 2, close + 600) : -1;
        if (end < 0) {
            plain();
            return;
        }
        at++;
        while (at < close) {
            character(text.charAt(at));
        }
        blank(end + 1);
    }

    private int indexOf(char wanted, int from, int to) {
        for (int i = from; i < Math.min(to, limit); i++) {
            char c = text.charAt(i);
            if (c == wanted) {
                return i;
            }
            if (c == '\n') {
                return -1;
            }
        }
        return -1;
    }

    private void address() {
        if (!isAddress(text, at) || (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1)))) {
            plain();
            return;
        }
        int end = at;
        while (end < limit
                && !Character.isWhitespace(text.charAt(end))
                && text.charAt(end) != '>'
                && text.charAt(end) != ')'
                && text.charAt(end) != '|') {
            end++;
        }
        blank(end);
    }

    private static boolean isAddress(String text, int at) {
        return text.regionMatches(true, at, "http://", 0, 7)
                || text.regionMatches(true, at, "https://", 0, 8)
                || text.regionMatches(true, at, "www.", 0, 4);
    }
}
