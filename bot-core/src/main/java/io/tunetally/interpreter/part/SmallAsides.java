package io.tunetally.interpreter.part;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * Counts of a few things beside the data, in a sentence of their own that speaks of no training: {@code trained on 4,250 tickets.
 * 12 tickets with a wrong label were found}.
 */
public final class SmallAsides {
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    /** So many times as many are the data. */
    private static final BigDecimal TIMES = BigDecimal.valueOf(20);

    private final ParseState state;

    private SmallAsides(ParseState state) {
        this.state = state;
    }

    /** Takes back such counts of a message. */
    public static void read(ParseState state) {
        if (!state.terse && state.candidates.has(SlotName.EXAMPLES)) {
            new SmallAsides(state).read();
        }
    }

    private void read() {
        List<SlotCandidates.Candidate> counts = state.candidates.of(SlotName.EXAMPLES);
        for (SlotCandidates.Candidate few : counts) {
            if (counts.stream().anyMatch(many -> isFewBeside(few, many)) && isAside(few.token())) {
                state.withdraw(few.token());
                state.candidates.settle(few.token());
            }
        }
    }

    private boolean isFewBeside(SlotCandidates.Candidate few, SlotCandidates.Candidate many) {
        BigDecimal value = few.numeral().value();
        return !few.derived()
                && !few.numeral().isRange()
                && !few.numeral().isAmbiguous()
                && value.compareTo(MOST) <= 0
                && value.multiply(TIMES).compareTo(many.numeral().value()) <= 0
                && !state.sentence(few.token()).equals(state.sentence(many.token()));
    }

    /** True if the sentence of a count asks nothing and speaks of no model and no training, and its clause of no choice. */
    private boolean isAside(int count) {
        Sentence sentence = state.sentence(count);
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (state.isAt(i, Cue.TRAINING) || state.isAt(i, Category.TUNING) || isChoiceOf(count, i)) {
                return false;
            }
        }
        boolean named = state.mentions.stream()
                .anyMatch(mention -> mention.first() >= sentence.first() && mention.first() < sentence.end());
        return !named && !sentence.asks();
    }

    private boolean isChoiceOf(int count, int i) {
        return !state.isNumberAt(i)
                && state.clause(i).equals(state.clause(count))
                && (state.hasTyped(i, Trait.NARROWS)
                        || state.hasTyped(i, Trait.SOLE)
                        || state.hasTyped(i, Trait.USES)
                        || state.hasTyped(i, Trait.REMAINS));
    }
}
