package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;

/**
 * Finds the people of whom each has some of the data, further away than groups of things: {@code six vets in the practice. Each
 * of us dictated 80 letters}, {@code there are four of us and we each wrote 250 notes}.
 */
final class GroupMembers {
    /** The most words between a number of people and the word for each of them. */
    private static final int REACH = 14;

    /** The most words before the word for each at the beginning of a sentence. */
    private static final int REACH_OF_START = 2;

    /** More people are users. */
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    private final ParseState state;

    GroupMembers(ParseState state) {
        this.state = state;
    }

    /** Returns the index of the number of people before the word for each, or -1. */
    int of(int each, int count) {
        boolean said =
                state.isAt(each, Cue.EACH) || state.isAt(each, Cue.EVERY) || state.hasTyped(each, Trait.EACH_ONE);
        if (!said || !collect(each + 1, count)) {
            return -1;
        }
        int first = state.sentence(each).first();
        boolean opens = each <= first + REACH_OF_START;
        int from = opens && first > 0 ? state.sentence(first - 1).first() : first;
        for (int i = each - 1; i >= Math.max(from, each - REACH); i--) {
            if (state.isCountAt(i)) {
                return isFew(i) && arePeople(i, each, opens) ? i : -1;
            }
        }
        return -1;
    }

    private boolean isFew(int number) {
        Token token = state.token(number);
        Numeral numeral = token.numeral();
        return token.use != Token.Use.SLOT
                && !numeral.isRange()
                && numeral.value().compareTo(BigDecimal.ONE) > 0
                && numeral.value().compareTo(MOST) <= 0;
    }

    private boolean arePeople(int number, int each, boolean opens) {
        boolean ofUs = state.isAt(number + 1, Cue.OF) && state.isAt(number + 2, Cue.PERSON);
        return ofUs || state.hasTyped(number + 1, Trait.HEADS) || (opens && areNamedAgain(number + 1, each));
    }

    /** {@code six vets ... each of us}, {@code six vets ... each one}, {@code six vets ... every vet}. */
    private boolean areNamedAgain(int noun, int each) {
        Token things = state.at(noun);
        Token one = state.at(each + 1);
        if (things == null || one == null || things.kind != Token.Kind.WORD || !state.isPluralAt(noun)) {
            return false;
        }
        boolean referred = one.is(Trait.PART_OF)
                || state.hasTyped(each, Trait.EACH_ONE)
                || state.hasTyped(each + 1, Trait.ONE_OF_THEM);
        String singular = state.typed(each + 1, each + 1);
        return referred
                || (singular.length() > 2
                        && state.typed(noun, noun).startsWith(singular.substring(0, singular.length() - 1)));
    }

    /** {@code each of them handed in 5 essays}, but not {@code each of them asks 5 questions}. */
    boolean collect(int first, int end) {
        for (int i = first; i < end; i++) {
            boolean makes = state.hasTyped(i, Trait.COLLECTS)
                    || state.hasTyped(i, Trait.GATHERS)
                    || state.hasTyped(i, Trait.MAKES_DATA)
                    || state.hasTyped(i, Trait.CONTAINS);
            if (makes) {
                return true;
            }
        }
        return false;
    }
}
