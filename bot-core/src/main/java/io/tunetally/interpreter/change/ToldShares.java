package io.tunetally.interpreter.change;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Reads shares of the remembered traffic: {@code only a third of the 250 need an answer} is the new one, and nothing follows from {@code a third of
 * those 90 are only after the wifi code}.
 */
final class ToldShares {
    private final SaidNumbers said;
    private final ParseState state;
    private final Parts parts;

    ToldShares(SaidNumbers said) {
        this.said = said;
        state = said.state;
        parts = new Parts(state);
    }

    boolean read() {
        BigDecimal traffic = said.value(SlotName.REQUESTS_PER_DAY);
        if (traffic == null || said.again().size() != 1 || said.isGone() || state.hasQuestionMark()) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            Part part = parts.at(i);
            int number = part == null ? -1 : wholeOf(part);
            if (part != null && number >= 0 && said.number(number).compareTo(traffic) == 0 && isAllThatIsSaid(part)) {
                read(part, number, traffic);
                return true;
            }
        }
        return false;
    }

    private void read(Part part, int number, BigDecimal traffic) {
        if (isChosen(part)) {
            String arithmetic = SaidNumbers.text(traffic) + CountArithmetic.TIMES + CountArithmetic.share(part);
            BigDecimal chosen = SaidNumbers.rounded(part.portion(traffic));
            said.state(SlotName.REQUESTS_PER_DAY, chosen, arithmetic, part.first());
            state.use(part.first(), part.last(), Token.Use.CONNECTIVE);
            return;
        }
        for (int token = part.first(); token <= part.last(); token++) {
            state.setAside(token);
        }
        state.setAside(number);
    }

    private boolean isAllThatIsSaid(Part part) {
        return said.open().stream().allMatch(open -> part.first() <= open && open <= part.last());
    }

    /** Returns the index of the 90 of {@code a third of those 90}, or -1. */
    private int wholeOf(Part part) {
        int of = part.last() + 1;
        boolean led = state.isAt(of, Cue.OF) || state.hasTyped(of, Trait.PART_OF);
        int number = state.isNumberAt(of + 1) ? of + 1 : of + 2;
        boolean one = number == of + 1
                || state.isAt(of + 1, Cue.THEM)
                || state.hasTyped(of + 1, Trait.DEFINITE_ARTICLE)
                || state.isAt(of + 1, Cue.PERSON);
        return led && one && said.again().contains(number) ? number : -1;
    }

    /** {@code only half of the 90 go to the bot}. */
    private boolean isChosen(Part part) {
        for (int i = state.sentence(part.first()).first(); i < part.first(); i++) {
            if (state.hasTyped(i, Trait.NARROWS) || state.hasTyped(i, Trait.ONLY_THESE)) {
                return true;
            }
        }
        return false;
    }
}
