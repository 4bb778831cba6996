package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/** Passes over numbers that say that a remembered count stays: {@code 800 every time}, {@code the 840 for training stay}, {@code the 400 are already in there}. */
final class KeptCounts {
    private final ParseState state;
    private final SaidBefore before;

    KeptCounts(ParseState state, SaidBefore before) {
        this.state = state;
        this.before = before;
    }

    void read() {
        passOverEachTime();
        passOverIncluded();
        keepTrained();
    }

    /** {@code five runs, 800 every time} about 800 examples: no length. */
    private void passOverEachTime() {
        int again = before.again();
        boolean each = state.isAt(again + 1, Cue.EACH) || state.isAt(again + 1, Cue.EVERY);
        boolean time = state.isAt(again + 2, Measure.TIMES) || state.isAt(again + 2, Measure.RUN);
        if (again >= 0 && before.subject() == SlotName.EXAMPLES && each && time) {
            before.take(again);
            state.use(again + 1, again + 2, Token.Use.CONNECTIVE);
            state.impliesEdit();
            runs();
        }
    }

    /** The twice of {@code train it twice, it's 2,400 each time}. */
    private void runs() {
        for (int i = 0; i < state.size() && !state.has(Measure.RUN); i++) {
            Token token = state.token(i);
            if (token.is(Category.NUMBERS) && token.lexeme != null && state.hasTyped(i, Trait.REPEATS)) {
                Numeral runs = Numeral.of(new BigDecimal(token.lexeme.value()));
                state.candidates.add(SlotName.RUNS, runs, i);
                state.candidates.settle(i);
                token.use = Token.Use.SLOT;
                return;
            }
        }
    }

    /** {@code the 400 new ones from Ghent are already in there}: they change nothing. */
    private void passOverIncluded() {
        for (int i = 1; state.hasTypedAnywhere(Trait.ALREADY) && i < state.size(); i++) {
            boolean within = state.isAt(i + 1, Cue.ADD)
                    || state.isAt(i + 1, Cue.IN)
                    || state.hasTyped(i + 1, Trait.INCLUDES)
                    || state.hasTyped(i + 1, Trait.COUNTED_IN);
            if (state.hasTyped(i, Trait.ALREADY) && within) {
                for (int k = state.clause(i).first(); k < i; k++) {
                    if (before.isCount(k)) {
                        before.take(k);
                    }
                }
            }
        }
    }

    /** {@code 90 held out, the 840 for training stay as they are}: the others are none of them. */
    private void keepTrained() {
        int again = before.again();
        if (again < 0 || before.subject() != SlotName.EXAMPLES || !state.has(Cue.VALIDATION)) {
            return;
        }
        int led = state.hasTyped(again - 1, Trait.DEFINITE_ARTICLE) ? again - 2 : again - 1;
        boolean whole = state.isAt(led, Cue.OF) || state.isAt(led, Cue.FROM) || state.hasTyped(led, Trait.OUT_OF);
        boolean trained = false;
        for (int i = state.clause(again).first();
                i < Math.min(state.clause(again).end(), state.size());
                i++) {
            trained |= state.isAt(i, Cue.TRAINING) || state.hasTyped(i, Trait.TRAINS);
            whole |= state.isAt(i, Cue.VALIDATION);
        }
        for (int i = 1; i < state.size(); i++) {
            whole |= state.isAt(i - 1, Cue.OF) && (state.isAt(i, Cue.THEM) || state.hasTyped(i, Trait.RELATIVE));
        }
        if (trained && !whole) {
            before.state(SlotName.EXAMPLES, before.number(again), "", List.of(again));
        }
    }
}
