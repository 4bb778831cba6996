package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a group that is taken off the remembered examples or added to them, and whose size stands behind what it is: {@code take off the soybean
 * ones, there's 275}, {@code without the returns mails, they are 430}, {@code chuck in the match reports too, 260 of them}.
 */
final class SizedGroups {
    /** The most words from the size to the end of its clause: {@code 180 of the old ones}. */
    private static final int REACH_BEHIND = 4;

    /** The most words before the verb: {@code oh and please also}. */
    private static final int REACH_OF_VERB = 5;

    private final SaidNumbers said;
    private final ParseState state;

    SizedGroups(SaidNumbers said) {
        this.said = said;
        state = said.state;
    }

    boolean read() {
        BigDecimal before = said.value(SlotName.EXAMPLES);
        if (before == null || said.open().size() != 1 || !said.again().isEmpty() || state.has(Cue.VALIDATION)) {
            return false;
        }
        int number = said.open().getFirst();
        int verb = mayCount(number) ? verbBefore(number) : -1;
        if (verb < 0 || !isSize(number, verb, before)) {
            return false;
        }
        boolean less = isLoss(verb);
        BigDecimal group = said.number(number);
        BigDecimal after = less ? before.subtract(group) : before.add(group);
        if (after.signum() <= 0) {
            return false;
        }
        List<Integer> tokens = new ArrayList<>(2);
        tokens.add(number);
        addShare(number, tokens);
        said.state(
                SlotName.EXAMPLES,
                after,
                SaidNumbers.text(before) + (less ? " - " : " + ") + SaidNumbers.text(group),
                tokens.toArray(Integer[]::new));
        return true;
    }

    /** True of a whole number of things that come in no period, in a conversation that is about no other things. */
    private boolean mayCount(int number) {
        Measure unit = state.measureAt(number + 1);
        boolean free = unit == null || unit == Measure.ITEM || unit == Measure.OTHER || unit == Measure.EXAMPLE;
        boolean traffic = said.value(SlotName.REQUESTS_PER_DAY) != null && state.has(Measure.REQUEST);
        return free && !traffic && state.isCountAt(number) && said.periodBehind(number) == null;
    }

    /** Returns the index of the verb that begins the sentence of a size and takes things off or adds them, or -1. */
    private int verbBefore(int number) {
        int first = state.sentence(number).first();
        int verb = -1;
        for (int i = first; i < number; i++) {
            boolean other = state.isAt(i, Category.MODELS) || state.isAt(i, Category.PROVIDERS) || state.isOfMention(i);
            if (other || (state.isNumberAt(i) && !state.token(i).isYear())) {
                return -1;
            }
            boolean begins = verb < 0 && i - first <= REACH_OF_VERB && !state.isNumberAt(i);
            verb = begins && (isLoss(i) || isGain(i)) ? i : verb;
        }
        return verb < number - 1 ? verb : -1;
    }

    private boolean isLoss(int verb) {
        boolean parted = false;
        for (int i = verb + 1; state.hasTyped(verb, Trait.TAKES_OFF) && !state.isBreakAt(i) && !parted; i++) {
            parted = !state.isNumberAt(i) && (state.hasTyped(i, Trait.PARTICLE_AWAY) || state.isAt(i, Cue.OUT));
        }
        return parted
                || state.isAt(verb, Cue.DROP)
                || state.hasTyped(verb, Trait.LOSES)
                || state.hasTyped(verb, Trait.MINUS);
    }

    private boolean isGain(int verb) {
        return state.isAt(verb, Cue.ADD) || state.hasTyped(verb, Trait.RAISES);
    }

    /** True of the size of what the verb is said of, and not of what is left afterwards. */
    private boolean isSize(int number, int verb, BigDecimal before) {
        int lead = number - 1;
        while (state.isAt(lead, Cue.ABOUT) || state.hasTyped(lead, Trait.ANOTHER)) {
            lead--;
        }
        if (isResult(number)) {
            return false;
        }
        // "Without the refund chats they are 2,810" says what is left.
        boolean small = said.number(number).multiply(BigDecimal.TWO).compareTo(before) < 0;
        if (isLoss(verb) && !small) {
            return false;
        }
        if (state.isBreakAt(lead) && lead > verb + 1) {
            return hasThings(verb + 1, lead) && !state.isAt(number + 1, Measure.EXAMPLE) && endsClause(number);
        }
        // The s of "there's 275" is no word of its own.
        int subject = state.isAt(lead, Cue.IS) ? lead - 1 : lead;
        boolean linked = subject > verb && (isPronoun(subject) || state.hasTyped(subject, Trait.THERE));
        // "With the new ones it's 2,810" says how many there are altogether.
        boolean one = linked && !state.isAt(subject, Cue.THEM) && state.hasTyped(subject, Trait.PRONOUN);
        return linked && (!one || small);
    }

    /** True if something that there may be many of is named: not of {@code skip the batch discount, 4,000 mails}. */
    private boolean hasThings(int from, int end) {
        for (int i = from; i < end; i++) {
            if (state.isPluralAt(i) || state.isItemAt(i) || state.isAt(i, Measure.REQUEST) || said.isNoun(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPronoun(int i) {
        return state.isAt(i, Cue.THEM) || state.hasTyped(i, Trait.PRONOUN) || state.hasTyped(i, Trait.TAKES_UP);
    }

    /** {@code 2,370 left}, {@code 2,420 altogether}. */
    private boolean isResult(int number) {
        for (int i = number + 1; i <= number + 2 && !state.isBreakAt(i); i++) {
            boolean total =
                    state.isAt(i, Cue.TOTAL) && !isLoss(state.sentence(number).first());
            if (total || state.hasTyped(i, Trait.REMAINS) || state.hasTyped(i, Trait.TURNS_TO_NOW)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 260 of them}, {@code 420 emails}, {@code 280,}, {@code 180 pieces in all}: the clause has nothing but the size. */
    private boolean endsClause(int number) {
        for (int i = number + 1; i <= number + REACH_BEHIND; i++) {
            if (state.isBreakAt(i)) {
                return true;
            }
            if (state.isNumberAt(i)) {
                return false;
            }
        }
        return false;
    }

    /** The half of {@code there's 275 and half of them are wrong}: it says why, and takes no more off. */
    private void addShare(int number, List<Integer> tokens) {
        Parts parts = new Parts(state);
        int end = Math.min(state.sentence(number).end(), state.size());
        for (int i = number + 1; i < end; i++) {
            Part share = parts.at(i);
            if (share != null) {
                tokens.add(share.first());
                i = share.last();
            }
        }
    }
}
