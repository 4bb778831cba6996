package io.tunetally.interpreter.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the longest phrase that starts at a position in folded text. A phrase's own separators, and the border between
 * its letters and digits, may be written as a space, a hyphen, an underscore, a dot, a colon, a slash or not at all, so
 * that {@code gpt4o-mini} and {@code gpt 4o mini} are one phrase.
 */
public final class PhraseTrie {
    private static final int NONE = 0;
    private static final byte SPACED = 1;
    private static final byte MARKED = 2;

    /** The symbols that lead on from a state, one bit each: a table of all states and symbols is twenty times as large. */
    private final long[] leadOn;

    /** The state that the lowest of these symbols leads to; the others lead to the states after it. */
    private final int[] firstNext;

    /** The separator allowed before the character that leads to a state. */
    private final byte[] gaps;

    private final @Nullable Lexeme[] lexemes;

    private PhraseTrie(long[] leadOn, int[] firstNext, byte[] gaps, @Nullable Lexeme[] lexemes) {
        this.leadOn = leadOn;
        this.firstNext = firstNext;
        this.gaps = gaps;
        this.lexemes = lexemes;
    }

    /** Returns the state and end of the longest match, as {@code state << 32 | end}, or 0. */
    public long longest(String text, int from, int limit) {
        int state = NONE;
        long best = 0;
        int i = from;
        while (i < limit) {
            int following = step(state, text.charAt(i));
            if (following == NONE) {
                int after = afterGap(text, i, limit);
                following = after < 0 ? NONE : step(state, text.charAt(after));
                if (following == NONE || !mayFollow(text.charAt(i), following)) {
                    return best;
                }
                i = after;
            }
            state = following;
            i++;
            Lexeme lexeme = lexemes[state];
            if (lexeme != null && Boundary.follows(text, i, limit, lexeme)) {
                best = (long) state << 32 | i;
            }
        }
        return best;
    }

    /** Returns the position after a separator, or -1. */
    private static int afterGap(String text, int at, int limit) {
        if (at + 1 >= limit) {
            return -1;
        }
        return switch (text.charAt(at)) {
            case ' ' -> {
                int after = text.charAt(at + 1) == ' ' ? at + 2 : at + 1;
                yield after < limit ? after : -1;
            }
            case '-', '_' -> at + 1;
            case '.', ':', '/' -> text.charAt(at + 1) == ' ' ? -1 : at + 1;
            default -> -1;
        };
    }

    /** True if some phrase has a separator of this kind before a state: a10 is not "a 10", though "a piece" has one there. */
    private boolean mayFollow(char separator, int state) {
        boolean mark = separator == '.' || separator == ':' || separator == '/';
        return mark ? gaps[state] == MARKED : gaps[state] != 0;
    }

    public Lexeme lexeme(long match) {
        Lexeme lexeme = lexemes[(int) (match >>> 32)];
        if (lexeme == null) {
            throw new IllegalArgumentException("not a match");
        }
        return lexeme;
    }

    public static int end(long match) {
        return (int) match;
    }

    private int step(int state, char c) {
        long symbol = 1L << symbol(c);
        long leading = leadOn[state];
        if ((leading & symbol) == 0) {
            return NONE;
        }
        long lower = leading & (symbol - 1);
        return lower == 0 ? firstNext[state] : firstNext[state] + Long.bitCount(lower);
    }

    /** The symbol of every ASCII character, 0 if no phrase can contain it. */
    private static final byte[] ASCII = ascii();

    private static byte[] ascii() {
        byte[] symbols = new byte[128];
        for (int i = 0; i < 26; i++) {
            symbols['a' + i] = (byte) (1 + i);
            symbols['A' + i] = (byte) (1 + i);
        }
        String others = "0123456789.&/$~->?+";
        for (int i = 0; i < others.length(); i++) {
            symbols[others.charAt(i)] = (byte) (27 + i);
        }
        return symbols;
    }

    private static int symbol(char c) {
        if (c < ASCII.length) {
            return ASCII[c];
        }
        return switch (c) {
            case '\u20ac' -> 46;
            case '\u00a3' -> 47;
            case '\u20b9' -> 48;
            case '\u00a5' -> 49;
            case '\u2248' -> 50;
            case '\u00b1' -> 51;
            case '\u2192' -> 52;
            default -> 0;
        };
    }

    /** Builds a trie; throws if a phrase already has another meaning. */
    static final class Builder {
        /** What follows a state: the first of its next states, each of which names its sibling. */
        private int[] firstChild = new int[4096];

        private int[] sibling = new int[4096];
        private byte[] symbols = new byte[4096];
        private byte[] gaps = new byte[4096];
        private final List<@Nullable Lexeme> lexemes = new ArrayList<>();
        private int states = 1;

        Builder() {
            lexemes.add(null);
        }

        /**
         * Adds a phrase.
         *
         * @return the lexeme that has the same spelling and another meaning, or null
         */
        @Nullable Lexeme add(Lexeme lexeme) {
            String phrase = lexeme.phrase();
            boolean marked = lexeme.sense() == Category.MODELS || lexeme.sense() == Category.FAMILIES;
            int state = NONE;
            int letters = 0;
            byte gap = 0;
            byte wide = marked ? MARKED : SPACED;
            for (int i = 0; i < phrase.length(); i++) {
                char c = phrase.charAt(i);
                if (isSeparator(phrase, i)) {
                    gap = wide;
                    continue;
                }
                if (i > 0 && letters >= 3 && isBorder(phrase.charAt(i - 1), c)) {
                    gap = wide;
                }
                letters += Character.isLetter(c) ? 1 : 0;
                state = child(state, c, phrase);
                gaps[state] = (byte) Math.max(gaps[state], gap);
                gap = 0;
            }
            Lexeme other = lexemes.get(state);
            if (other != null) {
                return other.sense() == lexeme.sense() && other.value().equals(lexeme.value()) ? null : other;
            }
            lexemes.set(state, lexeme);
            return null;
        }

        // A dot between digits is part of a version and stays, except in an alias that begins with a name.
        private static boolean isSeparator(String phrase, int i) {
            char c = phrase.charAt(i);
            if (i == 0 || i == phrase.length() - 1) {
                return false;
            }
            return c == ' ' || (c == '-' && phrase.charAt(i + 1) != '>') || c == '_';
        }

        private static boolean isBorder(char before, char after) {
            return (Character.isLetter(before) && Character.isDigit(after))
                    || (Character.isDigit(before) && Character.isLetter(after));
        }

        private int child(int state, char c, String phrase) {
            int symbol = symbol(c);
            if (symbol == 0) {
                throw new LexiconException("\"" + phrase + "\" holds a character that no phrase can hold: " + c);
            }
            int child = firstChild[state];
            while (child != NONE && symbols[child] != symbol) {
                child = sibling[child];
            }
            return child == NONE ? newChild(state, (byte) symbol) : child;
        }

        private int newChild(int state, byte symbol) {
            if (states == gaps.length) {
                firstChild = Arrays.copyOf(firstChild, states * 2);
                sibling = Arrays.copyOf(sibling, states * 2);
                symbols = Arrays.copyOf(symbols, states * 2);
                gaps = Arrays.copyOf(gaps, states * 2);
            }
            int child = states++;
            symbols[child] = symbol;
            sibling[child] = firstChild[state];
            firstChild[state] = child;
            lexemes.add(null);
            return child;
        }

        /** Numbers the states anew, so that those that follow one state follow each other in the order of their symbols. */
        PhraseTrie build() {
            long[] leadOn = new long[states];
            int[] firstNext = new int[states];
            byte[] orderedGaps = new byte[states];
            @Nullable Lexeme[] orderedLexemes = new Lexeme[states];
            int[] order = new int[states];
            int[] bySymbol = new int[Long.SIZE];
            int numbered = 1;
            for (int number = 0; number < states; number++) {
                int state = order[number];
                orderedGaps[number] = gaps[state];
                orderedLexemes[number] = lexemes.get(state);
                for (int child = firstChild[state]; child != NONE; child = sibling[child]) {
                    leadOn[number] |= 1L << symbols[child];
                    bySymbol[symbols[child]] = child;
                }
                firstNext[number] = numbered;
                for (long left = leadOn[number]; left != 0; left &= left - 1) {
                    order[numbered++] = bySymbol[Long.numberOfTrailingZeros(left)];
                }
            }
            return new PhraseTrie(leadOn, firstNext, orderedGaps, orderedLexemes);
        }
    }
}
