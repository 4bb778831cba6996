package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words by which the parts of a whole are told apart, and by which they are named again: the milk of {@code 3,120 about milk}. The
 * same word with another ending names it too ({@code students}, {@code the students' notes}; {@code Deutsch}, {@code die deutschen}).
 */
final class PartNames {
    /** The most words of a name. */
    private static final int LONGEST = 6;

    private static final int SHORTEST = 3;

    /** A shorter common beginning says nothing. */
    private static final int SHORTEST_STEM = 4;

    /** The most letters of an ending. */
    private static final int LONGEST_ENDING = 3;

    private static final char FIRST_OF_CJK = '\u2e80';

    private final ParseState state;
    private final List<Integer> numbers;
    private final List<Set<String>> names = new ArrayList<>();
    /** The part that the asker made: -1 if none is, the number of parts if several are. */
    private int own = -1;

    private int afterLast;

    /**
     * Finds the names of parts.
     *
     * @param numbers the indexes of their numbers
     * @param whole the index of the number of the whole, or -1
     */
    PartNames(ParseState state, List<Integer> numbers, int whole) {
        this.state = state;
        this.numbers = numbers;
        for (int part = 0; part < numbers.size(); part++) {
            names.add(behind(part));
        }
        if (names.stream().anyMatch(Set::isEmpty)) {
            for (int part = 0; part < numbers.size(); part++) {
                Set<String> before = before(numbers.get(part));
                names.set(part, before.isEmpty() ? names.get(part) : before);
            }
        }
        Set<String> common = whole < 0 ? new HashSet<>() : words(whole + 1);
        for (int part = 0; part < numbers.size(); part++) {
            for (int other = 0; other < part; other++) {
                Set<String> both = new HashSet<>(names.get(part));
                both.retainAll(names.get(other));
                common.addAll(both);
            }
        }
        names.forEach(each -> each.removeAll(common));
    }

    /** Returns the index of the first token behind the parts. */
    int end() {
        return afterLast;
    }

    /** True if each part has a name. */
    boolean areAll() {
        return own >= 0 || names.stream().noneMatch(Set::isEmpty);
    }

    private Set<String> behind(int part) {
        int number = numbers.get(part);
        int end = endOfName(number + 1);
        for (int i = number + 1; i < end; i++) {
            if (state.hasTyped(i, Trait.SPEAKER)) {
                own = own < 0 || own == part ? part : numbers.size();
            }
        }
        afterLast = Math.max(afterLast, end);
        return words(number + 1);
    }

    private int endOfName(int first) {
        int end = first;
        while (end < first + LONGEST
                && !state.isBreakAt(end)
                && !state.isNumberAt(end)
                && !state.isSymbolAt(end, '(')
                && !state.isSymbolAt(end, ':')) {
            end++;
        }
        return end;
    }

    private Set<String> words(int first) {
        Set<String> words = new HashSet<>();
        for (int i = first; i < endOfName(first); i++) {
            add(words, i);
        }
        return words;
    }

    private Set<String> before(int number) {
        Set<String> words = new HashSet<>();
        for (int i = number - 1; i >= number - LONGEST && i >= 0 && !state.isBreakAt(i) && !state.isNumberAt(i); i--) {
            if (state.isSymbolAt(i, ':') && i < number - 1) {
                break;
            }
            add(words, i);
        }
        return words;
    }

    private void add(Set<String> words, int i) {
        Token token = state.token(i);
        Measure unit = state.measureAt(i);
        boolean named = token.kind == Token.Kind.WORD || unit == Measure.OTHER || unit == Measure.ITEM;
        String word = named ? state.typed(i, i) : "";
        if (word.length() >= SHORTEST || isCjk(word)) {
            words.add(word);
        }
    }

    private static boolean isCjk(String word) {
        return !word.isEmpty() && word.charAt(0) >= FIRST_OF_CJK;
    }

    /** Returns the parts that a piece of the message names. */
    BitSet in(int first, int end) {
        BitSet found = new BitSet();
        for (int i = first; i < end; i++) {
            Token token = state.token(i);
            if (token.kind == Token.Kind.WORD || token.lexeme != null) {
                String word = state.typed(i, i);
                for (int part = 0; part < names.size(); part++) {
                    if (names.get(part).stream().anyMatch(name -> isSame(name, word))) {
                        found.set(part);
                    }
                }
            }
            if (own >= 0 && own < numbers.size()) {
                boolean others = numbers.size() == 2 && state.hasTyped(i, Trait.THEIR_ONES) && isAlone(i);
                if (state.hasTyped(i, Trait.OURS) || others) {
                    found.set(others ? 1 - own : own);
                }
            }
        }
        return found;
    }

    /** The his of {@code I'll train with his only}, and not that of {@code his handwriting}. */
    private boolean isAlone(int i) {
        return state.isBreakAt(i + 1) || state.hasTyped(i + 1, Trait.ONLY_THESE) || state.isAt(i + 1, Cue.IS);
    }

    private static boolean isSame(String name, String word) {
        if (isCjk(name) || name.length() < SHORTEST_STEM || word.length() < SHORTEST_STEM) {
            return name.equals(word);
        }
        int common = 0;
        int shorter = Math.min(name.length(), word.length());
        while (common < shorter && name.charAt(common) == word.charAt(common)) {
            common++;
        }
        return common >= SHORTEST_STEM && Math.max(name.length(), word.length()) - common <= LONGEST_ENDING;
    }
}
