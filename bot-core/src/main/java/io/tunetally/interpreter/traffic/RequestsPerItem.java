package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * Multiplies a rate of things by the requests that each of them takes: {@code 1,100 tickets a day, 3 calls per ticket} are 3,300
 * requests. In a conversation the traffic may have been said before.
 */
final class RequestsPerItem {
    /** No ticket takes more requests. */
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    /** The most words between the thing and its requests: {@code each ticket needs about 3 calls}. */
    private static final int REACH = 3;

    private final ParseState state;

    RequestsPerItem(ParseState state) {
        this.state = state;
    }

    /** Replaces the only rate of the message, or else adds the remembered one, times the requests of each thing. */
    void read() {
        int number = state.has(Measure.REQUEST) ? number() : -1;
        if (number < 0) {
            return;
        }
        List<SlotCandidates.Candidate> rates =
                state.candidates.amounts(SlotName.REQUESTS_PER_DAY).toList();
        BigDecimal each = state.token(number).numeral().value();
        if (rates.size() == 1 && countsItems(rates.getFirst().token())) {
            int rate = rates.getFirst().token();
            Numeral all = rates.getFirst().numeral().converted(each::multiply);
            state.candidates.withdraw(rate);
            add(all, rate);
            state.use(number, number, Token.Use.CONNECTIVE);
            return;
        }
        Slot<BigDecimal> before = state.mayEdit() ? state.remembered.get(SlotName.REQUESTS_PER_DAY) : null;
        // What was multiplied once is not multiplied again: "no, 2 calls per ticket".
        if (rates.isEmpty() && before != null && before.high() == null && before.origin() != Origin.DERIVED) {
            add(Numeral.of(before.value().multiply(each)), number);
        }
    }

    private void add(Numeral requests, int number) {
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, requests, number);
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
    }

    private boolean countsItems(int rate) {
        return !state.isAt(state.unitFinder.right(rate), Measure.REQUEST);
    }

    /** The claim of {@code 90 claims a day and every claim needs 6 calls}, or a word for data. */
    private boolean isThing(int i) {
        return !state.isNumberAt(i) && (state.isItemAt(i) || isOfRate(state.typed(i, i)));
    }

    private boolean isOfRate(String thing) {
        return state.candidates
                .amounts(SlotName.REQUESTS_PER_DAY)
                .map(rate -> rate.token() + 1)
                .filter(state::isPluralAt)
                .map(noun -> state.typed(noun, noun))
                .anyMatch(things -> thing.equals(things.substring(0, things.length() - 1)));
    }

    private int number() {
        for (int i = 0; i < state.size(); i++) {
            int unit = isFew(i) ? state.unitFinder.right(i) : -1;
            if (state.isAt(unit, Measure.REQUEST)
                    && !state.isRateAt(unit + 1)
                    && (isOfItem(unit + 1) || isOfItemBefore(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isFew(int number) {
        return state.isCountAt(number)
                && !state.token(number).numeral().isRange()
                && state.token(number).numeral().value().compareTo(BigDecimal.ONE) > 0
                && state.token(number).numeral().value().compareTo(MOST) <= 0;
    }

    /** {@code per ticket}, {@code for each ticket}, {@code a ticket}. */
    private boolean isOfItem(int index) {
        int first = state.isAt(index, Cue.FOR) ? index + 1 : index;
        boolean phrase =
                state.isAt(first, Cue.EACH) && state.typed(first, first).indexOf(' ') > 0;
        return phrase || (isEach(first) && state.at(first + 1) != null && isThing(first + 1));
    }

    /** {@code each ticket needs 3 calls}, {@code every email takes two requests}. */
    private boolean isOfItemBefore(int number) {
        for (int i = number - 1; i > 0 && i >= number - 1 - REACH; i--) {
            if (state.isNumberAt(i) || state.isBreakAt(i)) {
                return false;
            }
            if (isThing(i) && (state.isAt(i - 1, Cue.EACH) || state.isAt(i - 1, Cue.EVERY))) {
                return true;
            }
        }
        return false;
    }

    private boolean isEach(int index) {
        return state.isAt(index, Cue.PER)
                || state.isAt(index, Cue.EVERY)
                || state.isAt(index, Cue.EACH)
                || state.isAt(index, Cue.ARTICLE);
    }
}
