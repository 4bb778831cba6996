package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Chooses one of several counts by the word that describes it: {@code 9,400 settled claims and 600 open ones, only settled claims
 * may be used}, {@code 3,100 alerts from 2022 and 2,400 from 2017, take only the newer ones}, {@code 5,600 articles are cleared, the
 * captions (8,000) are not}.
 */
public final class ChosenCounts {
    /** The most words that describe a count: {@code verified alerts of last year}. */
    private static final int REACH = 4;

    /** The most words between {@code only} and the word that describes the count. */
    private static final int REACH_OF_CHOICE = 4;

    /** The most words from a verb to the count of what it was done to. */
    private static final int REACH_OF_VERB = 2;

    /** More counts are a list. */
    private static final int MOST_COUNTS = 6;

    /** The letters from which on a word can describe; a name with a digit, {@code Q2}, is shorter. */
    private static final int SHORTEST = 3;

    private final ParseState state;
    private final RemovedParts counted;

    private ChosenCounts(ParseState state) {
        this.state = state;
        counted = new RemovedParts(state);
    }

    /** Reads the choice of a message. */
    public static void read(ParseState state) {
        boolean chooses =
                state.hasTypedAnywhere(Trait.NARROWS) || state.hasTypedAnywhere(Trait.SOLE) || state.has(Cue.NOT);
        chooses |= state.has(Cue.ON) && state.hasTypedAnywhere(Trait.ONE_OF_THEM);
        if (chooses && state.speaksOfTuning()) {
            new ChosenCounts(state).read();
        }
    }

    private void read() {
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            if (counted.isCount(i) && !state.token(i).isYear() && !state.isPercentAt(i + 1)) {
                counts.add(i);
            }
        }
        if (counts.size() < 2 || counts.size() > MOST_COUNTS) {
            return;
        }
        for (int count : counts) {
            if (isRefused(count)) {
                drop(count);
                return;
            }
        }
        for (int i = counts.get(1) + 1; i < state.size(); i++) {
            if (isOnly(i) || isOnOnes(i)) {
                int chosen = chosen(i, counts.stream().filter(before(i)).toList());
                if (chosen >= 0) {
                    choose(chosen, counts);
                    return;
                }
            }
        }
    }

    private static Predicate<Integer> before(int index) {
        return count -> count < index;
    }

    private boolean isOnly(int i) {
        return !state.isNumberAt(i)
                && (state.hasTyped(i, Trait.SOLE) || state.hasTyped(i, Trait.NARROWS))
                && !state.hasTyped(i, Trait.KEEPS);
    }

    /** {@code train gpt-4o-mini on the typed ones}. */
    private boolean isOnOnes(int i) {
        return state.isAt(i, Cue.ON)
                && state.hasTyped(i + 1, Trait.DEFINITE_ARTICLE)
                && state.isPluralAt(i + 3)
                && state.hasTyped(i + 3, Trait.ONE_OF_THEM);
    }

    /** {@code the captions (8,000) are not}: what is said of the other count is denied of it. */
    private boolean isRefused(int count) {
        boolean aside = state.isSymbolAt(count - 1, '(') && state.isSymbolAt(count + 1, ')');
        return aside && state.isAt(count + 2, Trait.FORM_OF_BE) && state.isAt(count + 3, Cue.NOT);
    }

    /** Returns the count that the words behind {@code only} describe, if they describe no other, or -1. */
    private int chosen(int only, List<Integer> counts) {
        int end = Math.min(state.sentence(only).end(), only + 1 + REACH_OF_CHOICE);
        for (int i = only + 1; i < end && counts.size() > 1; i++) {
            if (state.isNumberAt(i)) {
                return -1;
            }
            int dated = dated(i, counts);
            if (dated >= 0) {
                return dated;
            }
            String word = state.typed(i, i);
            List<Integer> described = isDescription(i)
                    ? counts.stream().filter(count -> isDescribed(count, word)).toList()
                    : List.of();
            if (described.size() == 1) {
                return described.getFirst();
            }
        }
        return -1;
    }

    /** Returns the count with the latest year before {@code the newer ones}, with the first before {@code the older ones}, or -1. */
    private int dated(int word, List<Integer> counts) {
        boolean newer = state.hasTyped(word, Trait.NEWER);
        if (!newer && !state.hasTyped(word, Trait.OLDER)) {
            return -1;
        }
        int best = -1;
        for (int count : counts) {
            int year = year(count);
            if (year < 0) {
                return -1;
            }
            int order = best < 0 ? 0 : value(year).compareTo(value(year(best)));
            best = best < 0 || (newer ? order > 0 : order < 0) ? count : best;
        }
        return best;
    }

    /** Returns the index of the 2022 of {@code 3,100 alerts from 2022}, or -1. */
    private int year(int count) {
        for (int i = count + 1; i <= count + REACH && i < state.size(); i++) {
            if (state.isNumberAt(i)) {
                return state.token(i).isYear() ? i : -1;
            }
        }
        return -1;
    }

    private boolean isDescription(int i) {
        Token token = state.token(i);
        return (token.end - token.start >= SHORTEST || token.kind == Token.Kind.CODE)
                && !token.is(Category.FUNCTIONS)
                && !token.is(Cue.ON)
                && !token.is(Cue.IS)
                && !token.is(Cue.TRAINING)
                && !token.is(Category.TUNING);
    }

    /** True if a word stands between a count and the next break, number or {@code and}. */
    private boolean isDescribed(int count, String word) {
        for (int i = count + 1; i <= count + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.isAt(i, Cue.AND)) {
                return false;
            }
            if (state.typed(i, i).equals(word)) {
                return true;
            }
        }
        return isDoneTo(count, word);
    }

    /** {@code my wife typed in 1,450 so far}: what was done is said before the count. */
    private boolean isDoneTo(int count, String word) {
        for (int i = count - 1; i >= Math.max(state.clause(count).first(), count - REACH_OF_VERB); i--) {
            if (state.isNumberAt(i)) {
                return false;
            }
            if (state.typed(i, i).equals(word)) {
                return true;
            }
        }
        return false;
    }

    private void choose(int chosen, List<Integer> counts) {
        counts.stream().filter(count -> count != chosen).forEach(this::drop);
        state.candidates.withdraw(chosen);
        state.candidates.add(
                SlotName.EXAMPLES, Amounts.counted(state.token(chosen).numeral()), chosen);
        state.token(chosen).use = Token.Use.SLOT;
        state.candidates.settle(chosen);
    }

    private void drop(int count) {
        state.withdraw(count);
        state.candidates.settle(count);
    }

    private BigDecimal value(int i) {
        return Amounts.count(state.token(i).numeral()).value();
    }
}
