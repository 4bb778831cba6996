package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;

/**
 * Reads texts of a length that come in each day, {@code 15,000 documents of 2,000 tokens reviewed a day}, as requests with so
 * many input tokens: the period stands behind the length, but belongs to the texts.
 */
public final class SentLengths {
    /** The most words between the length and its period. */
    private static final int REACH = 2;

    private final ParseState state;

    private SentLengths(ParseState state) {
        this.state = state;
    }

    /** Reads them before their numbers are taken for data. */
    public static void read(ParseState state) {
        if (state.has(Measure.TOKEN) && state.namesTime() && !state.has(Cue.RETRAIN) && !countsHeads(state)) {
            new SentLengths(state).read();
        }
    }

    /** {@code 35 agents each review 20 documents of 2,000 tokens a day}: those of all are counted elsewhere. */
    private static boolean countsHeads(ParseState state) {
        for (int i = 1; state.hasTypedAnywhere(Trait.HEADS) && i < state.size(); i++) {
            if (state.isCountAt(i - 1) && !state.isNumberAt(i) && state.hasTyped(i, Trait.HEADS)) {
                return true;
            }
        }
        return false;
    }

    private void read() {
        for (int i = 0; i + 4 < state.size(); i++) {
            int length = isOpenCount(i) && !state.isNumberAt(i + 1) ? lengthBehind(i + 1) : -1;
            int period = length < 0 ? -1 : periodBehind(length + 2);
            TimeUnit time = period < 0 ? null : state.timeAt(period);
            if (time != null && time.days().isPresent() && !state.clause(i).namesTrainingWork() && !isCollected(i)) {
                put(i, length, period, time);
                return;
            }
        }
    }

    private boolean isOpenCount(int i) {
        return state.isCountAt(i) && state.token(i).use == Token.Use.NOTHING;
    }

    /** Returns the index of the 2,000 of {@code documents of 2,000 tokens}, or -1. */
    private int lengthBehind(int noun) {
        boolean sent = !state.isAt(noun, Measure.EXAMPLE)
                && !state.isAt(noun, Measure.TOKEN)
                && (state.isItemAt(noun) || state.isAt(noun, Measure.REQUEST));
        int of = noun + 1;
        boolean led = state.isAt(of, Cue.OF) || state.isAt(of, Trait.PART_OF);
        int length = state.isAt(of + 1, Cue.ABOUT) ? of + 2 : of + 1;
        return sent && led && isOpenCount(length) && state.isAt(length + 1, Measure.TOKEN) ? length : -1;
    }

    /** Returns the last word of {@code a day}, {@code reviewed per day}, {@code every day}, {@code daily}, or -1. */
    private int periodBehind(int from) {
        for (int i = from; i <= from + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.isAt(i, Category.PERIODS)) {
                return i;
            }
            boolean each = state.isAt(i, Cue.PER)
                    || state.isAt(i, Cue.ARTICLE)
                    || state.isAt(i, Cue.EVERY)
                    || state.isAt(i, Cue.EACH)
                    || state.isSlash(i);
            if (each) {
                return state.measureAt(i + 1) == null ? -1 : i + 1;
            }
        }
        return -1;
    }

    /** {@code we collect 200 documents of 2,000 tokens a day}, {@code we add 50 tickets of 400 tokens a week}: the data grow. */
    private boolean isCollected(int number) {
        int verb = state.isAt(number - 1, Cue.ABOUT) ? number - 2 : number - 1;
        return state.at(verb) != null
                && !state.isNumberAt(verb)
                && (state.hasTyped(verb, Trait.GATHERS) || state.isAt(verb, Cue.ADD));
    }

    private void put(int count, int length, int period, TimeUnit time) {
        Numeral said = Amounts.counted(state.token(count).numeral());
        if (time == TimeUnit.DAY) {
            state.candidates.add(SlotName.REQUESTS_PER_DAY, said, count);
        } else {
            state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, said.converted(time::perDay), count);
        }
        state.candidates.add(
                SlotName.INPUT_TOKENS, Amounts.counted(state.token(length).numeral()), length);
        state.use(count, period, Token.Use.CONNECTIVE);
        state.candidates.settle(count);
        state.candidates.settle(length);
        state.token(count).use = Token.Use.SLOT;
        state.token(length).use = Token.Use.SLOT;
    }
}
