package io.tunetally.interpreter.language;

import io.tunetally.interpreter.language.Edits.Edit;
import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.lexicon.EnglishWords;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the thing that a number counts, if neither lexicon has it: {@code 780 beglaubigte Urkunden}, {@code 120 procès-verbaux},
 * {@code 7400段藏品说明}. It becomes an English plural that is unknown there too, so that the readers of English decide what the
 * number is.
 */
final class CountedThings {
    /** A smaller count is of people, weeks or models as often as of data. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2040;

    /** The most words from a number to the end of what it counts. */
    private static final int REACH = 4;

    private static final int SHORTEST = 3;

    private final Glossary glossary;
    private final List<String> plurals;
    private final FoldedText folded;
    private final String text;
    /** Whether only a word with a capital letter is a noun. */
    private final boolean capital;

    /** True at a word that one of the lexicons has. */
    private final IntPredicate known;

    CountedThings(Glossary glossary, FoldedText folded, IntPredicate known) {
        this.glossary = glossary;
        this.folded = folded;
        this.known = known;
        text = folded.text();
        plurals = glossary.language().plurals();
        capital = glossary.language().capitalNouns() && hasCapitalWithin();
    }

    static boolean isCount(BigDecimal value, boolean digitsOnly) {
        boolean year = digitsOnly
                && value.compareTo(BigDecimal.valueOf(FIRST_YEAR)) >= 0
                && value.compareTo(BigDecimal.valueOf(LAST_YEAR)) <= 0
                && value.remainder(BigDecimal.valueOf(100)).signum() != 0;
        return !year
                && value.compareTo(FEWEST) >= 0
                && value.stripTrailingZeros().scale() <= 0;
    }

    /** Returns the replacement of the thing that a number counts, or null. */
    @Nullable Edit behind(int number) {
        if (glossary.language().counted().isEmpty()) {
            return null;
        }
        return number < text.length() && Script.isUnspaced(text.charAt(number)) ? unspaced(number) : spaced(number);
    }

    /** Without spaces the word ends where one that is known begins. */
    private @Nullable Edit unspaced(int number) {
        int end = number;
        while (end < text.length() && Script.isUnspaced(text.charAt(end)) && !known.test(end)) {
            end++;
        }
        return end == number ? null : Edit.of(number, end, glossary.language().counted());
    }

    private @Nullable Edit spaced(int number) {
        int from = number;
        for (int words = 0; words < REACH && isWordAfter(from) && !known.test(from + 1); words++) {
            int start = from + 1;
            int end = endOfWord(start);
            if (isPlural(start, end)) {
                return Edit.of(start, end, glossary.language().counted());
            }
            from = end;
        }
        return null;
    }

    private boolean isPlural(int start, int end) {
        if (end - start < SHORTEST || EnglishWords.isPlural(text, start, end)) {
            return false;
        }
        String word = text.substring(start, end);
        return plurals.stream().anyMatch(word::endsWith)
                && plurals.stream().noneMatch(ending -> isInflected(word, ending))
                && (!capital || folded.isUpperCase(start));
    }

    /** {@code mit 120 Kilometern}: the lexicon has the word without its ending. */
    private boolean isInflected(String word, String ending) {
        return word.endsWith(ending) && glossary.contains(word.substring(0, word.length() - ending.length()));
    }

    private boolean isWordAfter(int at) {
        return at + 1 < text.length() && text.charAt(at) == ' ' && Boundary.isLetter(text.charAt(at + 1));
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length() && Boundary.isLetter(text.charAt(end))) {
            end++;
        }
        boolean joint = end + 1 < text.length() && text.charAt(end) == '-' && Boundary.isLetter(text.charAt(end + 1));
        return joint ? endOfWord(end + 1) : end;
    }

    /** True if a capital letter stands elsewhere than behind the end of a sentence, so that they were typed. */
    private boolean hasCapitalWithin() {
        for (int i = 2; i < text.length(); i++) {
            boolean begins = text.charAt(i - 1) == ' ' && Boundary.isLetter(text.charAt(i));
            if (begins && Boundary.isLetter(text.charAt(i - 2)) && folded.isUpperCase(i)) {
                return true;
            }
        }
        return false;
    }
}
