package io.tunetally.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first fault of a text that is not JSON, in plain words: what it is, where, and how to mend it. */
public final class JsonFault {
    private static final Map<String, String> FOREIGN_WORDS = Map.of(
            "True", "true", "False", "false", "None", "null", "undefined", "null", "NaN", "null", "Infinity", "null");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final String ESCAPES = "\"\\/bfnrt";
    private static final int HEX_DIGITS = 4;
    private static final int LONGEST_WORD = 20;

    /** Stands for the place in the words of a fault. */
    private static final String HERE = "\uE000";

    private final String text;
    private final Deque<Character> open = new ArrayDeque<>();
    private Expected expected = Expected.VALUE;
    private char before;
    private int lastComma;
    private int at;

    private enum Expected {
        /** A value, or the end of an empty list. */
        FIRST_VALUE,
        VALUE,
        /** A key, or the end of an empty object. */
        FIRST_KEY,
        KEY,
        COLON,
        /** A comma, or the end of the object or list. */
        NEXT,
        NOTHING
    }

    private String words = "";

    private JsonFault(String text) {
        this.text = text;
    }

    /** Returns the first fault; empty if the text is JSON. */
    public static Optional<JsonFault> of(String text) {
        JsonFault reading = new JsonFault(text);
        String found = reading.find();
        if (found == null) {
            return Optional.empty();
        }
        reading.words = found;
        return Optional.of(reading);
    }

    /** Returns the words for the fault, with those for its place. */
    public String words(String place) {
        return words.replace(HERE, place);
    }

    /** Returns the line of the text, counted from 1. */
    public int line() {
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** Returns the column of that line, counted from 1. */
    public int column() {
        return at - text.lastIndexOf('\n', at - 1);
    }

    private @Nullable String find() {
        String fault = null;
        while (fault == null) {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            if (at == text.length()) {
                return expected == Expected.NOTHING ? null : cut();
            }
            fault = step(text.charAt(at));
        }
        return fault;
    }

    private String cut() {
        return open.isEmpty()
                ? "there is nothing"
                : "it stops before its closing " + closing() + "; it was cut off, or it is written over several lines";
    }

    private @Nullable String step(char c) {
        return switch (expected) {
            case FIRST_VALUE, VALUE -> value(c);
            case FIRST_KEY, KEY -> key(c);
            case COLON -> c == ':' ? pass(c, Expected.VALUE) : "a colon is missing before " + HERE;
            case NEXT -> next(c);
            case NOTHING ->
                c == ','
                        ? "a comma after its end at " + HERE + "; remove it"
                        : "there is more after its end at " + HERE + "; write one object per line";
        };
    }

    private @Nullable String value(char c) {
        if (c == '{' || c == '[') {
            open.push(c);
            return pass(c, c == '{' ? Expected.FIRST_KEY : Expected.FIRST_VALUE);
        }
        if (c == '"') {
            return quoted(Expected.NEXT);
        }
        if (c == ']' && expected == Expected.FIRST_VALUE) {
            return close();
        }
        if (c == '-' || isDigit(c)) {
            return number();
        }
        if (c == ',' || c == ']' || c == '}') {
            return before == ':' ? "a value is missing before " + HERE : tooManyCommas();
        }
        return Character.isLetter(c) ? word() : foreign(c);
    }

    private @Nullable String key(char c) {
        if (c == '"') {
            return quoted(Expected.COLON);
        }
        if (c == '}') {
            return expected == Expected.FIRST_KEY ? close() : tooManyCommas();
        }
        if (c == ',') {
            return tooManyCommas();
        }
        return Character.isLetter(c) ? unquoted(taken()) : foreign(c);
    }

    private @Nullable String next(char c) {
        if (c == ',') {
            return pass(c, open.element() == '{' ? Expected.KEY : Expected.VALUE);
        }
        if (c == closing()) {
            return close();
        }
        if (c == '}' || c == ']') {
            return "a " + closing() + " is missing before " + HERE;
        }
        return before == '"' && c != '"' && c != '{' && c != '['
                ? "a quote inside a text ends it before " + HERE + "; write it as \\\""
                : "a comma is missing before " + HERE;
    }

    private @Nullable String close() {
        open.pop();
        return pass('}', open.isEmpty() ? Expected.NOTHING : Expected.NEXT);
    }

    private char closing() {
        return open.element() == '{' ? '}' : ']';
    }

    /** Passes a text in quotes. */
    private @Nullable String quoted(Expected after) {
        int start = at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c < ' ') {
                return control(c);
            }
            if (c == '\\') {
                if (!isEscape()) {
                    return "a backslash that escapes nothing at " + HERE + "; write it as \\\\";
                }
                at++;
            }
            at++;
        }
        if (at >= text.length()) {
            at = start;
            return "the text that opens at " + HERE
                    + " does not close; a quote is missing, or a line break that should be \\n";
        }
        return pass('"', endsAll(after));
    }

    /** True if a backslash and what follows it are an escape; at the end of the text the missing quote is the fault. */
    private boolean isEscape() {
        if (at + 1 == text.length() || ESCAPES.indexOf(text.charAt(at + 1)) >= 0) {
            return true;
        }
        int end = at + 2 + HEX_DIGITS;
        return text.charAt(at + 1) == 'u'
                && end <= text.length()
                && text.substring(at + 2, end).chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private String control(char c) {
        String name =
                c == '\t' ? "tab" : c == '\n' || c == '\r' ? "line break" : String.format("character U+%04X", (int) c);
        String escape = c == '\t' ? "\\t" : c == '\n' ? "\\n" : c == '\r' ? "\\r" : String.format("\\u%04x", (int) c);
        return "a raw " + name + " inside a text at " + HERE + "; write it as " + escape;
    }

    private @Nullable String number() {
        int start = at;
        while (at < text.length() && (isDigit(text.charAt(at)) || "+-.eE".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String number = text.substring(start, at);
        if (NUMBER.matcher(number).matches()) {
            at--;
            return pass('0', endsAll(Expected.NEXT));
        }
        at = start;
        return shortened(number) + " at " + HERE + " is no number of JSON; write it without signs and zeros in front";
    }

    private @Nullable String word() {
        int start = at;
        String word = taken();
        if (word.equals("true") || word.equals("false") || word.equals("null")) {
            at = start + word.length() - 1;
            return pass('a', endsAll(Expected.NEXT));
        }
        String ours = FOREIGN_WORDS.get(word);
        if (ours != null) {
            return word + " at " + HERE + "; JSON has " + ours;
        }
        return open.isEmpty() ? "it begins with \"" + shortened(word) + "\", not with {" : unquoted(word);
    }

    private Expected endsAll(Expected inside) {
        return open.isEmpty() ? Expected.NOTHING : inside;
    }

    private String taken() {
        int end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(at, end);
    }

    private String foreign(char c) {
        if (c == '\'') {
            return "a single quote at " + HERE + "; JSON has double quotes, as json.dumps writes them";
        }
        if (c == '#' || c == '/') {
            return "a comment at " + HERE + ", which JSON does not have; remove it";
        }
        return "a " + (expected == Expected.KEY || expected == Expected.FIRST_KEY ? "key" : "value")
                + " is missing before " + HERE;
    }

    private String unquoted(String word) {
        return shortened(word) + " at " + HERE + " has no quotes; write \"" + shortened(word) + "\"";
    }

    private String tooManyCommas() {
        at = before == ',' ? lastComma : at;
        return "a comma too many at " + HERE + "; remove it";
    }

    private @Nullable String pass(char passed, Expected next) {
        lastComma = passed == ',' ? at : lastComma;
        before = passed;
        expected = next;
        at++;
        return null;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String shortened(String word) {
        return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) + "..." : word;
    }
}
