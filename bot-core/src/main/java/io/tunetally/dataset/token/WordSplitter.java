package io.tunetally.dataset.token;

import static io.tunetally.dataset.token.CharacterClass.LETTER;
import static io.tunetally.dataset.token.CharacterClass.LOWER_LIKE;
import static io.tunetally.dataset.token.CharacterClass.NUMBER;
import static io.tunetally.dataset.token.CharacterClass.SPACE;
import static io.tunetally.dataset.token.CharacterClass.UPPER_LIKE;

/**
 * The pre-tokenizers of the GPT-4 family by hand, equal to their regular expressions and several times as fast: words
 * with at most one other character before them, numbers, punctuation, white space.
 *
 * @param cased whether a word ends where upper case follows lower case (o200k, Tekken)
 * @param digits the most digits in a piece
 * @param contractions where {@code 's} and its like belong
 */
record WordSplitter(boolean cased, int digits, Contractions contractions) implements Splitter {
    /** The place of {@code 's, 't, 're, 've, 'm, 'll, 'd}. */
    enum Contractions {
        OWN_PIECE,
        WITH_THE_WORD,
        NONE
    }

    static final WordSplitter CL100K = new WordSplitter(false, 3, Contractions.OWN_PIECE);
    static final WordSplitter QWEN = new WordSplitter(false, 1, Contractions.OWN_PIECE);
    static final WordSplitter O200K = new WordSplitter(true, 3, Contractions.WITH_THE_WORD);
    static final WordSplitter TEKKEN = new WordSplitter(true, 1, Contractions.NONE);

    private static final char LONG_S = '\u017F';

    @Override
    public int end(String text, int start) {
        int first = text.codePointAt(start);
        if (first == '\'' && contractions == Contractions.OWN_PIECE) {
            int contraction = contraction(text, start);
            if (contraction > start) {
                return contraction;
            }
        }
        int firstClass = CharacterClass.of(first);
        int after = start + Character.charCount(first);
        int word = word(text, start, after, first, firstClass);
        if (word > start) {
            return word;
        }
        if ((firstClass & NUMBER) != 0) {
            return number(text, after);
        }
        int punctuation = punctuation(text, start, after, first, firstClass);
        return punctuation > start ? punctuation : space(text, start);
    }

    private int word(String text, int start, int after, int first, int firstClass) {
        boolean prefix = (firstClass & (LETTER | NUMBER)) == 0 && !CharacterClass.isLineBreak(first);
        if (!cased) {
            int end = prefix ? run(text, after, LETTER) : run(text, start, LETTER);
            return prefix && end == after ? start : end;
        }
        int end = prefix ? lowerEnd(text, after) : -1;
        end = end < 0 ? lowerEnd(text, start) : end;
        end = end < 0 && prefix ? upperEnd(text, after) : end;
        end = end < 0 ? upperEnd(text, start) : end;
        if (end < 0) {
            return start;
        }
        return contractions == Contractions.WITH_THE_WORD ? contraction(text, end) : end;
    }

    /** Returns the end of {@code upper* lower+}, or -1. Letters without case are both; the last of them may be the lower part. */
    private static int lowerEnd(String text, int start) {
        int at = start;
        int lastLower = -1;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int kind = CharacterClass.of(c);
            if ((kind & UPPER_LIKE) == 0) {
                if ((kind & LOWER_LIKE) != 0) {
                    return run(text, at, LOWER_LIKE);
                }
                break;
            }
            at += Character.charCount(c);
            lastLower = (kind & LOWER_LIKE) != 0 ? at : lastLower;
        }
        return lastLower;
    }

    /** Returns the end of {@code upper+ lower*}, or -1. */
    private static int upperEnd(String text, int start) {
        int upper = run(text, start, UPPER_LIKE);
        return upper == start ? -1 : run(text, upper, LOWER_LIKE);
    }

    private static int run(String text, int start, int classes) {
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if ((CharacterClass.of(c) & classes) == 0) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private int number(String text, int afterFirst) {
        int at = afterFirst;
        for (int i = 1; i < digits && at < text.length(); i++) {
            int c = text.codePointAt(at);
            if ((CharacterClass.of(c) & NUMBER) == 0) {
                return at;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private int punctuation(String text, int start, int after, int first, int firstClass) {
        int from = first == ' ' ? after : (firstClass & SPACE) == 0 ? start : -1;
        if (from < 0) {
            return start;
        }
        int at = from;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if ((CharacterClass.of(c) & (LETTER | NUMBER | SPACE)) != 0) {
                break;
            }
            at += Character.charCount(c);
        }
        if (at == from) {
            return start;
        }
        while (at < text.length()
                && (CharacterClass.isLineBreak(text.charAt(at)) || (cased && text.charAt(at) == '/'))) {
            at++;
        }
        return at;
    }

    /** Returns the end after the last line break of a run of white space; else all of it but the last, which goes with a word. */
    private static int space(String text, int start) {
        int end = run(text, start, SPACE);
        for (int at = end - 1; at >= start; at--) {
            if (CharacterClass.isLineBreak(text.charAt(at))) {
                return at + 1;
            }
        }
        // All white space is in the basic plane: one char each.
        return end == text.length() || end - start == 1 ? end : end - 1;
    }

    /** Returns the end of a contraction at a position, or the position. */
    private static int contraction(String text, int at) {
        if (at + 1 >= text.length() || text.charAt(at) != '\'') {
            return at;
        }
        char one = lower(text.charAt(at + 1));
        if (one == 's' || one == 't' || one == 'm' || one == 'd' || one == LONG_S) {
            return at + 2;
        }
        char two = at + 2 < text.length() ? lower(text.charAt(at + 2)) : 0;
        boolean pair = (one == 'l' && two == 'l') || ((one == 'r' || one == 'v') && two == 'e');
        return pair ? at + 3 : at;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
}
