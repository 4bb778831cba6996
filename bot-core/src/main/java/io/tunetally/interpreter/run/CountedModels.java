package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Models that are counted, of which each is trained: {@code 22 separate gpt-4.1-nano tunes}, {@code we have 9 of them, one per client}.
 */
public final class CountedModels {
    /** More models are not trained at once. */
    private static final BigDecimal MOST = BigDecimal.valueOf(500);

    /** The most words from a number of models to their noun. */
    private static final int REACH_OF_NOUN = 7;

    /** The most words from those that are counted to the word for one each. */
    private static final int REACH_OF_EACH = 4;

    private final ParseState state;

    private CountedModels(ParseState state) {
        this.state = state;
    }

    /** Reads them where nothing else says how many trainings there are. */
    public static void read(ParseState state) {
        CountedModels models = new CountedModels(state);
        if (state.candidates.has(SlotName.RUNS)) {
            models.setAsideEachOne();
            return;
        }
        if (!state.remembered.isEmpty() && !state.mayEdit()) {
            return;
        }
        boolean each = state.has(Cue.EACH) || state.has(Cue.EVERY) || state.has(Cue.PER);
        if (each && (!state.mentions.isEmpty() || !state.remembered.isEmpty())) {
            models.readEach();
        }
        if (!state.candidates.has(SlotName.RUNS)) {
            models.readSeparate();
        }
    }

    /** The words of {@code two models, one for invoices and one for mails}, which count nothing more. */
    private void setAsideEachOne() {
        for (int i = 0; i < state.size(); i++) {
            boolean one = isValue(i, BigDecimal.ONE);
            if (one && (state.isAt(i + 1, Cue.FOR) || state.isAt(i + 1, Cue.PER) || state.isAt(i + 1, Cue.IN))) {
                withdraw(i);
                state.candidates.settle(i);
            }
        }
    }

    private void readEach() {
        for (int i = 0; i < state.size() && !state.candidates.has(SlotName.RUNS); i++) {
            if (isSeveral(i) && state.isOfThemAt(i + 1) && hasOneEach(i + 2)) {
                claim(i);
            }
        }
    }

    /** The 22 of {@code 22 separate gpt-4.1-nano tunes}, {@code 4 separate adapters}. */
    private void readSeparate() {
        for (int i = 0; state.hasTypedAnywhere(Trait.OF_ONE_ALONE) && i < state.size(); i++) {
            if (isSeveral(i) && !state.isNumberAt(i + 1) && state.hasTyped(i + 1, Trait.OF_ONE_ALONE)) {
                int noun = i + 2;
                while (state.isOfMention(noun) && noun < i + REACH_OF_NOUN) {
                    noun++;
                }
                if (isTraining(noun) && state.isPluralAt(noun) && !state.isPast(i) && !state.isReported(i)) {
                    claim(i);
                    return;
                }
            }
        }
    }

    /** {@code , one per client}, {@code - one for each language}, {@code , every one with its own}. */
    private boolean hasOneEach(int them) {
        int end = Math.min(state.sentence(them).end(), them + REACH_OF_EACH + 1);
        for (int i = them + 1; i < end; i++) {
            boolean one = state.isOneAt(i) || isValue(i, BigDecimal.ONE);
            int each = state.isAt(i + 1, Cue.FOR) ? i + 2 : i + 1;
            if (one && (state.isAt(each, Cue.PER) || state.isAt(each, Cue.EACH) || state.isAt(each, Cue.EVERY))) {
                return true;
            }
        }
        return false;
    }

    private void claim(int number) {
        withdraw(number);
        state.claim(SlotName.RUNS, number, number, number);
        state.candidates.setAside(number);
        state.candidates.settle(number);
    }

    private void withdraw(int number) {
        state.withdraw(number);
        state.candidates.withdraw(number);
        state.candidates.setAside(number);
    }

    private boolean isTraining(int i) {
        return state.isAt(i, Category.TUNING)
                || state.isAt(i, Category.METHODS)
                || state.isAt(i, Cue.TRAINING)
                || state.isAt(i, Measure.RUN)
                || (state.at(i) != null
                        && !state.isNumberAt(i)
                        && (state.hasTyped(i, Trait.MODEL_NOUN) || state.hasTyped(i, Trait.ONE_JOB)));
    }

    private boolean isSeveral(int i) {
        return state.isCountAt(i)
                && state.token(i).use != Token.Use.SLOT
                && !state.token(i).numeral().isRange()
                && value(i).compareTo(BigDecimal.ONE) > 0
                && value(i).compareTo(MOST) <= 0;
    }

    private boolean isValue(int i, BigDecimal value) {
        return state.isNumberAt(i) && value(i).compareTo(value) == 0;
    }

    private BigDecimal value(int i) {
        return state.token(i).numeral().value();
    }
}
