package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The traffic of several places in one list: {@code HR 200, sales 500, support 1500 requests per day}. */
final class ListedTraffic {
    /** The most words of a place's name. */
    private static final int WORDS = 2;

    private final ParseState state;

    ListedTraffic(ParseState state) {
        this.state = state;
    }

    /** Adds what the list has before the only rate; one other place needs a colon before the list. */
    void settle() {
        if (!state.candidates.has(SlotName.REQUESTS_PER_DAY)) {
            return;
        }
        List<SlotCandidates.Candidate> traffic = state.candidates
                .amounts(SlotName.REQUESTS_PER_DAY)
                .filter(each -> !each.replaced())
                .toList();
        if (traffic.size() != 1) {
            return;
        }
        SlotCandidates.Candidate last = traffic.getFirst();
        List<Integer> others = new ArrayList<>(0);
        int name = firstOfName(last.token());
        while (name > 0 && isNumberOfPlace(name - 2) && isSeparator(name - 1)) {
            others.add(name - 2);
            name = firstOfName(name - 2);
        }
        if (others.isEmpty() || name < 0 || (others.size() < 2 && !state.isSymbolAt(name - 1, ':'))) {
            return;
        }
        BigDecimal sum = last.numeral().value();
        for (int number : others) {
            sum = sum.add(Amounts.counted(state.token(number).numeral()).value());
            state.candidates.withdraw(number);
            state.candidates.settle(number);
            state.token(number).use = Token.Use.SLOT;
        }
        state.candidates.withdraw(last.token());
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(sum), last.token());
        state.candidates.settle(last.token());
    }

    /** Returns the first word of the name before a number, or -1. */
    private int firstOfName(int number) {
        int first = number;
        while (first > 0 && number - first < WORDS && isName(first - 1)) {
            first--;
        }
        return first < number ? first : -1;
    }

    private boolean isName(int i) {
        return !state.isBreakAt(i)
                && !state.isSymbolAt(i, ':')
                && !state.isNumberAt(i)
                && !isSeparator(i)
                && !state.isOfMention(i);
    }

    private boolean isSeparator(int i) {
        return state.isSymbolAt(i, ',') || state.isAt(i, Cue.AND);
    }

    private boolean isNumberOfPlace(int i) {
        return i > 0 && state.isCountAt(i) && !state.isSize(i) && !state.isOfMention(i) && firstOfName(i) >= 0;
    }
}
