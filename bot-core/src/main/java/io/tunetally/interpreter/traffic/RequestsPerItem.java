package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
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
 * requests, and {@code 40 chats a day, 6 turns per chat} are 240, as the model is asked once a turn. In a conversation the traffic may have been
 * said before.
 */
final class RequestsPerItem {
    /** No ticket takes more requests. */
    private static final BigDecimal MOST = BigDecimal.valueOf(100);

    /** The most words between the thing and its requests: {@code each ticket needs about 3 calls}. */
    private static final int REACH = 3;

    /** The most words between the turns and the word for each. */
    private static final int REACH_OF_EACH = 5;

    private final ParseState state;

    RequestsPerItem(ParseState state) {
        this.state = state;
    }

    /** Replaces the only rate of the message, or else adds the remembered one, times the requests of each thing. */
    void read() {
        List<SlotCandidates.Candidate> rates =
                state.candidates.amounts(SlotName.REQUESTS_PER_DAY).toList();
        int turns = rates.size() == 1 && state.hasTypedAnywhere(Trait.TURNS)
                ? turns(rates.getFirst().token())
                : -1;
        if (turns >= 0) {
            if (!isMultiplied(rates.getFirst(), turns)) {
                multiplyByTurns(rates.getFirst(), turns);
            }
            return;
        }
        int number = state.has(Measure.REQUEST) ? number() : -1;
        if (number < 0) {
            return;
        }
        BigDecimal each = state.token(number).numeral().value();
        if (rates.size() == 1 && (countsItems(rates.getFirst().token()) || isOfOtherRequests(number))) {
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

    /** {@code 400 people a day, 6 turns each, so 2,400 calls}: another reader has seen that the rate is their product. */
    private boolean isMultiplied(SlotCandidates.Candidate rate, int turns) {
        BigDecimal each = state.token(turns).numeral().value();
        for (int i = 0; i < state.size(); i++) {
            if (i != turns
                    && state.isNumberAt(i)
                    && state.token(i)
                                    .numeral()
                                    .value()
                                    .multiply(each)
                                    .compareTo(rate.numeral().value())
                            == 0) {
                return true;
            }
        }
        return false;
    }

    private void multiplyByTurns(SlotCandidates.Candidate rate, int turns) {
        BigDecimal each = state.token(turns).numeral().value();
        Numeral all = rate.numeral().converted(each::multiply);
        state.candidates.withdraw(rate.token());
        state.candidates.withdraw(turns);
        add(all, rate.token());
        state.use(turns, turns + 1, Token.Use.CONNECTIVE);
        state.candidates.setAside(turns);
    }

    /** Returns the index of the 6 of {@code 6 turns per chat}, {@code each chat has 6 turns}, {@code with 6 turns each} beside chats a day, or -1. */
    private int turns(int rate) {
        // What people send is counted by those who count heads.
        if (state.hasTyped(rate + 1, Trait.TURNS) || state.hasTyped(rate + 1, Trait.HEADS)) {
            return -1;
        }
        for (int i = 0; i < state.size(); i++) {
            boolean turns = i != rate
                    && areFew(i)
                    && (state.token(i).use != Token.Use.SLOT || state.candidates.isOf(SlotName.EXAMPLES, i))
                    && state.at(i + 1) != null
                    && !state.isNumberAt(i + 1)
                    && state.hasTyped(i + 1, Trait.TURNS)
                    && !state.isRateAt(i + 2);
            if (turns && (areOfEach(i + 2, rate) || areOfEachBefore(i, rate) || areOnAverage(i, rate))) {
                return i;
            }
        }
        return -1;
    }

    /** {@code per chat}, {@code / session}, {@code each}, {@code from the guest in each one}. */
    private boolean areOfEach(int first, int rate) {
        for (int i = first; i <= first + REACH_OF_EACH && state.at(i) != null && !state.isNumberAt(i); i++) {
            boolean each = state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY) || state.hasTyped(i, Trait.EACH_ONE);
            boolean phrase = each && state.typed(i, i).indexOf(' ') > 0;
            if (phrase) {
                return state.hasTyped(i, Trait.EACH_ONE) || isOneOfRate(lastWord(i), rate);
            }
            if (each || state.isAt(i, Cue.PER) || (i == first && state.isAt(i, Cue.ARTICLE))) {
                boolean ends = state.at(i + 1) == null || state.isBreakAt(i + 1) || state.isOneAt(i + 1);
                return (each && ends && rate < first)
                        || (state.at(i + 1) != null && isOneOfRate(lastWord(i + 1), rate));
            }
            if (state.isBreakAt(i)) {
                return false;
            }
        }
        return false;
    }

    /** {@code 2,100 tickets a day, 6 turns average}, {@code average 4.5 turns}: with nothing else that has turns. */
    private boolean areOnAverage(int number, int rate) {
        boolean average = state.isAt(number - 1, Cue.AVERAGE) || state.isAt(number + 2, Cue.AVERAGE);
        return average
                && !state.candidates.has(SlotName.EXAMPLES)
                && state.isItemAt(rate + 1)
                && (state.at(number + 2) == null || state.isBreakAt(number + 2) || state.isAt(number + 2, Cue.AVERAGE));
    }

    /** {@code each chat has 7 turns}, {@code a session takes 5 turns}. */
    private boolean areOfEachBefore(int number, int rate) {
        for (int i = number - 1; i > 0 && i >= number - 1 - REACH; i--) {
            if (state.isNumberAt(i) || state.isBreakAt(i)) {
                return false;
            }
            if (isEach(i - 1) && isOneOfRate(lastWord(i), rate)) {
                return true;
            }
        }
        return false;
    }

    private String lastWord(int i) {
        String words = state.isNumberAt(i) ? "" : state.typed(i, i);
        return words.substring(words.lastIndexOf(' ') + 1);
    }

    /** The chat of {@code 120 chats a day}. */
    private boolean isOneOfRate(String one, int rate) {
        for (int i = rate + 1; i <= rate + REACH && state.at(i) != null && !state.isNumberAt(i); i++) {
            String noun = lastWord(i);
            if (!one.isEmpty() && noun.startsWith(one) && noun.length() <= one.length() + 2) {
                return true;
            }
        }
        return false;
    }

    private void add(Numeral requests, int number) {
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, requests, number);
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
    }

    private boolean countsItems(int rate) {
        return !state.isAt(state.unitFinder.right(rate), Measure.REQUEST);
    }

    /** {@code each request makes 3 model calls}, with requests a day: both are requests, of which the calls are the model's. */
    private boolean isOfOtherRequests(int number) {
        for (int i = number - 1; i > 0 && i >= number - REACH && !state.isNumberAt(i); i--) {
            boolean each = state.isAt(i - 1, Cue.EACH) || state.isAt(i - 1, Cue.EVERY);
            if (each && state.isAt(i, Measure.REQUEST)) {
                return isOfRate(state.typed(i, i));
            }
        }
        return false;
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
        return state.isCountAt(number) && areFew(number);
    }

    /** As few, with a fraction, too: {@code 4.5 replies per ticket}. */
    private boolean areFew(int number) {
        return state.isNumberAt(number)
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
