package io.tunetally.interpreter.lexicon;

/** Decides where a word may end: {@code gpt-4} is not in {@code gpt-4.5}, but {@code epochs} is in {@code epochs3}. */
public final class Boundary {
    private Boundary() {}

    static boolean follows(String text, int end, int limit, Lexeme lexeme) {
        if (end >= limit) {
            return true;
        }
        char last = text.charAt(end - 1);
        char c = text.charAt(end);
        if (isOtherScript(c)) {
            return true;
        }
        if (isDigit(last)) {
            return (!isLetterOrDigit(c) && !isDecimal(text, end, limit)) || isPlural(text, end, limit);
        }
        if (!isLetterOrDigit(last)) {
            return true;
        }
        if (isDigit(c)) {
            return digitMayFollow(lexeme);
        }
        return !isLetterOrDigit(c);
    }

    private static boolean isDecimal(String text, int at, int limit) {
        return text.charAt(at) == '.' && at + 1 < limit && isDigit(text.charAt(at + 1));
    }

    private static boolean isPlural(String text, int at, int limit) {
        return text.charAt(at) == 's' && (at + 1 == limit || !isLetterOrDigit(text.charAt(at + 1)));
    }

    // "a100" is not an article, "gsm8k" not a family: only names and units that are not run together by accident.
    private static boolean digitMayFollow(Lexeme lexeme) {
        return switch (lexeme.sense()) {
            case FAMILIES -> true;
            case UNITS, KNOBS -> lexeme.phrase().length() >= 3 || lexeme.is(Trait.DIGIT_MAY_FOLLOW);
            default -> false;
        };
    }

    /** Letters of another script end a word: {@code gpt-4o\u306e}. */
    public static boolean isOtherScript(char c) {
        return c > 0x24f && Character.isLetter(c);
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c > 127 && Character.isLetter(c));
    }

    public static boolean isLetterOrDigit(char c) {
        return isLetter(c) || isDigit(c);
    }
}
