package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * Sets aside the epochs, times and GPUs of runs that others did, or that are over, beside numbers of one's own: {@code head
 * office did 5 epochs for theirs}, {@code another clinic tuned one and dropped it after 3 months}, {@code rented an L40S in May
 * and cancelled}. Bare epochs behind those of others are the asker's: {@code but I think 2 is enough}.
 */
final class ToldRuns {
    /** More passes are none. */
    private static final BigDecimal MOST_EPOCHS = BigDecimal.valueOf(20);

    private final ParseState state;
    private final ToldParts told;
    private final List<ToldParts.Part> parts;

    ToldRuns(ParseState state, ToldParts told) {
        this.state = state;
        this.told = told;
        parts = told.parts();
    }

    void read() {
        boolean before = false;
        int last = -1;
        for (int i = 0; i < parts.size(); i++) {
            ToldParts.Part part = parts.get(i);
            boolean others = told.own() > 0
                    && !told.asks(part)
                    && (isOfOthers(part) || (before && goesOn(i) && !namesAsker(part, part.first())));
            if (others && setAside(Math.max(part.first(), part.use()), part.end())) {
                last = i;
            }
            before = others;
        }
        if (last >= 0) {
            readEpochs(last + 1);
        }
        boolean over = state.hasTypedAnywhere(Trait.RENTS);
        for (int i = 0;
                over && i < state.size();
                i = Math.max(i + 1, state.sentence(i).end())) {
            Sentence sentence = state.sentence(i);
            if (!sentence.asks() && isOver(sentence)) {
                setAside(sentence.first(), sentence.end());
            }
        }
        earlierRuns();
    }

    private boolean isOfOthers(ToldParts.Part part) {
        return part.use() >= 0 && !told.isForUs(part) && !namesAsker(part, part.use());
    }

    private boolean namesAsker(ToldParts.Part part, int first) {
        for (int i = first; i < part.end(); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.I_OR_WE)) {
                return true;
            }
        }
        return false;
    }

    /** True of a part in the sentence of the one before that names no model. */
    private boolean goesOn(int i) {
        ToldParts.Part part = parts.get(i);
        boolean goesOn = state.sentence(part.first())
                .equals(state.sentence(parts.get(i - 1).first()));
        for (int k = part.first(); k < part.end(); k++) {
            goesOn &= !state.isOfMention(k);
        }
        return goesOn;
    }

    /** Sets aside what is told from one index to another; true if epochs are. */
    private boolean setAside(int first, int end) {
        boolean epochs = false;
        for (int i = first; i < end; i++) {
            if (state.isGpuAt(i)) {
                state.ignore(i);
                state.background(i, i);
            } else if (state.isNumberAt(i) && isOfRun(i)) {
                epochs |= state.isAt(i + 1, Measure.EPOCH);
                state.setAside(i);
            }
        }
        return epochs;
    }

    /** True of a number of epochs, of a time, of GPUs or of jobs; ToldNumbers judges those of data. */
    private boolean isOfRun(int i) {
        Measure unit = state.measureAt(i + 1);
        boolean run = unit != null && (unit == Measure.EPOCH || unit == Measure.RUN || unit.isTime());
        boolean gpus = state.isGpuAt(i + 1) || (state.isTimesSign(i + 1) && state.isGpuAt(i + 2));
        return (run || gpus) && !state.isOfMention(i);
    }

    /** {@code but I think 2 is enough}, {@code so we're doing just 1}, {@code 2 will do for us}. */
    private void readEpochs(int from) {
        if (from == parts.size() || lastEpochs() >= parts.get(from).first()) {
            return;
        }
        for (int i = from; i < parts.size() && i <= from + 1; i++) {
            ToldParts.Part part = parts.get(i);
            boolean own = namesAsker(part, part.first()) || isConcluded(part);
            for (int k = part.first(); own && k < part.end(); k++) {
                if (isFew(k) && isAlone(k)) {
                    Numeral passes = state.isNumberAt(k) ? state.token(k).numeral() : Numeral.of(BigDecimal.ONE);
                    state.candidates.add(SlotName.EPOCHS, passes, k);
                    state.candidates.settle(k);
                    state.token(k).use = Token.Use.SLOT;
                    return;
                }
            }
        }
    }

    /** {@code so we're doing just 1}, whose first words are one, {@code so 2 will do}. */
    private boolean isConcluded(ToldParts.Part part) {
        int first = state.isSymbolAt(part.first(), ',') ? part.first() + 1 : part.first();
        return state.hasTyped(first, Trait.DECIDES) || state.isAt(first, Cue.BUT);
    }

    private boolean isFew(int i) {
        if (!state.isNumberAt(i) || !state.isCountAt(i) || state.isOfMention(i) || state.isSize(i)) {
            return false;
        }
        Numeral passes = state.token(i).numeral();
        return !passes.isRange()
                && passes.value().signum() > 0
                && passes.value().compareTo(MOST_EPOCHS) <= 0
                && passes.value().stripTrailingZeros().scale() <= 0;
    }

    private boolean isAlone(int number) {
        int next = number + 1;
        return state.isBreakAt(next)
                || state.isAt(next, Cue.IS)
                || state.isAt(next, Cue.ON)
                || state.isAt(next, Cue.FOR)
                || state.hasTyped(next, Trait.AUXILIARY)
                || state.hasTyped(next, Trait.IS_ENOUGH)
                || state.hasTyped(next, Trait.SUFFICES);
    }

    /** Returns the index of the last number with the word for epochs beside it, or -1. */
    private int lastEpochs() {
        for (int i = state.size() - 1; i > 0; i--) {
            if (state.isAt(i, Measure.EPOCH) && state.isNumberAt(i - 1)) {
                return i - 1;
            }
        }
        return -1;
    }

    /** {@code rented an L40S for it in May, was bored and cancelled}. */
    private boolean isOver(Sentence sentence) {
        boolean rented = false;
        boolean gpu = false;
        boolean over = false;
        for (int i = sentence.first(); i < sentence.end(); i++) {
            gpu |= rented && state.isGpuAt(i);
            rented |= !state.isNumberAt(i) && state.hasTyped(i, Trait.RENTS);
            if (state.isOfMention(i)) {
                return false;
            }
            over |= gpu && !state.isNumberAt(i) && isEnd(i);
        }
        return over;
    }

    /** {@code cancelled}, {@code gave it back}. */
    private boolean isEnd(int i) {
        boolean back = state.hasTyped(i, Trait.COMES_BACK) && state.hasTyped(i - 1, Trait.PRONOUN);
        return back || state.hasTyped(i, Trait.IS_OVER);
    }

    /** {@code the last three jobs ran on Nebius}. */
    private void earlierRuns() {
        for (int i = 1; state.hasTypedAnywhere(Trait.EARLIER_OF_TWO) && i < state.size(); i++) {
            boolean runs = state.isAt(i + 1, Measure.RUN) || state.hasTyped(i + 1, Trait.PIECE_OF_WORK);
            if (state.isNumberAt(i)
                    && runs
                    && state.hasTyped(i - 1, Trait.EARLIER_OF_TWO)
                    && !state.sentence(i).asks()) {
                state.setAside(i);
            }
        }
    }
}
