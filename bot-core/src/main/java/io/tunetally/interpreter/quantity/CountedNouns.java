package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.EnglishWords;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Counts of things that the lexicon does not know: {@code 1,440 scenes}, {@code 2.2k reddit posts}. The only large count
 * in a message about tuning is the number of examples.
 */
final class CountedNouns {
    /** Below it a count is of people, weeks or models as often as of data. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    /** The most words between a number and the noun it counts, the noun included. */
    private static final int REACH = 4;

    private final ParseState state;

    private CountedNouns(ParseState state) {
        this.state = state;
    }

    static void read(ParseState state) {
        if (!state.candidates.has(SlotName.EXAMPLES) && isAboutTuning(state)) {
            new CountedNouns(state).read();
        }
    }

    private static boolean isAboutTuning(ParseState state) {
        return !state.mentions.isEmpty()
                || state.has(Category.TUNING)
                || state.has(Cue.TRAINING)
                || state.has(Category.METHODS)
                || state.candidates.has(SlotName.TOKENS_PER_EXAMPLE)
                || state.candidates.has(SlotName.EPOCHS);
    }

    private void read() {
        int only = -1;
        for (int i = 0; i < state.size(); i++) {
            if (isLargeCount(i) && (noun(i) >= 0 || isBare(i))) {
                if (only >= 0) {
                    return;
                }
                only = i;
            }
        }
        if (only >= 0) {
            state.candidates.add(
                    SlotName.EXAMPLES, Amounts.counted(state.token(only).numeral()), only);
            state.use(only, Math.max(only, noun(only)), Token.Use.CONNECTIVE);
            state.token(only).use = Token.Use.SLOT;
        }
    }

    private boolean isLargeCount(int i) {
        Token token = state.token(i);
        if (!token.isNumber() || token.use != Token.Use.NOTHING) {
            return false;
        }
        Numeral numeral = token.numeral();
        boolean whole = numeral.value().stripTrailingZeros().scale() <= 0;
        boolean large = numeral.isAmbiguous() || numeral.value().compareTo(FEWEST) >= 0;
        boolean glued = !token.spaced && i > 0 && !state.isSymbolAt(i - 1, '(');
        return whole && large && numeral.suffix() != 'b' && !glued && !state.isAt(i - 1, Category.KNOBS);
    }

    /** {@code train once on 6k}, {@code 4o-mini or nano for 2k, cheaper one}, {@code got 700 of those}. */
    private boolean isBare(int number) {
        if (state.isAt(number + 1, Cue.OF) && state.isAt(number + 2, Cue.THEM)) {
            return true;
        }
        boolean led = state.isAt(number - 1, Cue.ON)
                || state.isAt(number - 1, Cue.OVER)
                || state.isAt(number - 1, Cue.FOR)
                || state.isAt(number - 1, Cue.OF)
                || state.isSymbolAt(number - 1, '@');
        return led && state.isBreakAt(number + 1) && !state.mentions.isEmpty();
    }

    /** Returns the index of the plural noun that a number counts, or -1. */
    private int noun(int number) {
        int noun = -1;
        for (int i = number + 1; i < state.size() && i <= number + REACH; i++) {
            Token token = state.token(i);
            if (token.kind != Token.Kind.WORD && !token.is(Category.TOPICS) && !token.is(Category.COURTESIES)) {
                break;
            }
            noun = isPlural(i) ? i : noun;
        }
        return noun >= 0 && !isCountedOverTime(noun + 1) ? noun : -1;
    }

    private boolean isPlural(int noun) {
        Token token = state.token(noun);
        return token.kind == Token.Kind.WORD
                && (EnglishWords.isPlural(state.text.text(), token.start, token.end)
                        || state.hasTyped(noun, Trait.UNINFLECTED));
    }

    /** {@code 45 adverts a week}: traffic, or something else that happens again and again. */
    private boolean isCountedOverTime(int i) {
        Measure time = state.measureAt(i + 1);
        boolean per = state.isAt(i, Cue.PER) || state.isAt(i, Cue.ARTICLE) || state.isAt(i, Cue.EVERY);
        return state.isAt(i, Category.PERIODS) || (per && time != null && time.isTime());
    }
}
