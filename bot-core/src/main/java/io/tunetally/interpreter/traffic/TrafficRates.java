package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Settles which traffic counts once all numbers are read: of several rates one, or the rate of {@code a request every minute}. */
public final class TrafficRates {
    /** The words between a verb of sending and its period. */
    private static final int REACH = 6;

    /** The most words from a rate to the word that adds another. */
    private static final int REACH_OF_JOINED = 7;

    private final ParseState state;
    private final Periods periods;

    public TrafficRates(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    /**
     * Keeps our own traffic where others' is named too: {@code tuning pays above 10k requests a day. We do 3k/day}; and
     * requests where other things come in as well: {@code 4,100 tickets a day, of which it answers 2,500 requests a day}.
     */
    public void settle() {
        new RequestsPerItem(state).read();
        new RequestsPerPerson(state).read();
        rates().forEach(this::join);
        List<SlotCandidates.Candidate> rates = rates();
        if (rates.isEmpty() && !oncePerSpan()) {
            oncePerPeriod();
        }
        if (rates.size() == 1) {
            keepPart(rates.getFirst());
            dropRepeated(rates.getFirst());
        }
        if (rates.size() > 1) {
            keep(
                    rates,
                    rates.stream().filter(rate -> !isThreshold(rate.token())).toList());
            HeadCount heads = new HeadCount(state);
            keep(
                    rates(),
                    rates().stream()
                            .filter(rate -> heads.isOfAllTogether(rate.token()))
                            .toList());
            keep(
                    rates(),
                    rates().stream().filter(rate -> isConcluded(rate.token())).toList());
            keep(
                    rates(),
                    rates().stream()
                            .filter(rate -> countsRequests(rate.token()))
                            .toList());
        }
    }

    /** {@code 350 studies a day. Not all go through it, only the 140 CTs}: the part that does. */
    private void keepPart(SlotCandidates.Candidate rate) {
        int first = rate.token();
        boolean all = state.isCountAt(first)
                && value(first).signum() > 0
                && !rate.numeral().isRange();
        for (int i = first + 1; all && state.hasTypedAnywhere(Trait.ONLY_THESE) && i + 2 < state.size(); i++) {
            boolean only = !state.isNumberAt(i) && state.hasTyped(i, Trait.ONLY_THESE);
            int part = state.hasTyped(i + 1, Trait.DEFINITE_ARTICLE) ? i + 2 : i + 1;
            if (only
                    && state.isCountAt(part)
                    && isNotAllBefore(i)
                    && value(part).compareTo(value(first)) < 0) {
                BigDecimal daily = rate.numeral().value();
                BigDecimal kept = daily.multiply(value(part)).divide(value(first), MathContext.DECIMAL32);
                state.candidates.withdraw(first);
                state.candidates.withdraw(part);
                state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(kept), part);
                state.candidates.settle(first);
                state.candidates.settle(part);
                state.token(first).use = Token.Use.CONNECTIVE;
                state.token(part).use = Token.Use.SLOT;
                return;
            }
        }
    }

    /** {@code 40K queries a month ... with 40K queries}: the same things counted again behind their rate are no data. */
    private void dropRepeated(SlotCandidates.Candidate rate) {
        int first = rate.token();
        String noun = state.isCountAt(first) && state.isItemAt(first + 1) ? state.typed(first + 1, first + 1) : "";
        for (int i = first + 1; !noun.isEmpty() && i + 1 < state.size(); i++) {
            boolean again = state.isCountAt(i)
                    && !state.token(i).numeral().isRange()
                    && value(i).compareTo(value(first)) == 0
                    && state.isItemAt(i + 1)
                    && state.typed(i + 1, i + 1).equals(noun);
            if (again && !state.clause(i).namesTraining() && !state.candidates.isSettled(i)) {
                state.candidates.withdraw(i);
                state.candidates.settle(i);
                state.token(i).use = Token.Use.CONNECTIVE;
            }
        }
    }

    /** The {@code not all} of {@code not all of them go through it, only the 140}. */
    private boolean isNotAllBefore(int only) {
        for (int i = only - 2; i >= state.sentence(only).first(); i--) {
            if (state.isAt(i, Cue.NOT) && state.isAt(i + 1, Cue.ALL)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 600 chats a day plus 200 emails}: the sum of both. */
    private void join(SlotCandidates.Candidate rate) {
        int first = rate.token();
        int plus = first + 1;
        while (plus < first + REACH_OF_JOINED && !state.isNumberAt(plus) && !state.hasTyped(plus, Trait.PLUS)) {
            plus++;
        }
        int second = state.isAt(plus + 1, Cue.ABOUT) ? plus + 2 : plus + 1;
        boolean joined = state.hasTyped(plus, Trait.PLUS)
                && state.isCountAt(second)
                && value(first).signum() > 0;
        if (!joined || rate.numeral().isRange() || !isTraffic(second)) {
            return;
        }
        BigDecimal daily = rate.numeral().value();
        BigDecimal added = rates().stream()
                .filter(each -> each.token() == second)
                .map(each -> each.numeral().value())
                .findFirst()
                .orElseGet(() -> daily.multiply(value(second)).divide(value(first), MathContext.DECIMAL32));
        state.candidates.withdraw(first);
        state.candidates.withdraw(second);
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(daily.add(added)), first);
        state.candidates.settle(first);
        state.candidates.settle(second);
        state.use(plus, second, Token.Use.CONNECTIVE);
    }

    /** True if a number counts things that are sent, and is not the count of the data: {@code 200 emails}. */
    private boolean isTraffic(int number) {
        int unit = state.unitFinder.right(number);
        boolean sent = state.isAt(unit, Measure.ITEM) || state.isAt(unit, Measure.REQUEST);
        return sent && (state.isBreakAt(unit + 1) || state.isRateAt(unit + 1));
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }

    /** {@code a request every 10 seconds}, {@code one request every other minute}, {@code we call it every 5 minutes}. */
    private boolean oncePerSpan() {
        for (int i = 1; i < state.size(); i++) {
            boolean every = state.isAt(i, Cue.EVERY) || state.isAt(i, Cue.EACH);
            BigDecimal span = every ? spanAt(i + 1) : null;
            TimeUnit time = span == null ? null : periods.timeAt(i + 2);
            if (time != null
                    && time.days().isEmpty()
                    && (state.isAt(i - 1, Measure.REQUEST) || state.isAt(i - 1, Measure.ITEM) || isSentBefore(i))) {
                BigDecimal requests =
                        state.isNumberAt(i - 2) ? state.token(i - 2).numeral().value() : BigDecimal.ONE;
                Numeral perDay = Numeral.of(time.perDay(requests).divide(span, MathContext.DECIMAL32));
                state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, perDay, i + 2);
                state.use(i, i + 1, Token.Use.CONNECTIVE);
                state.token(i + 2).use = Token.Use.SLOT;
                return true;
            }
        }
        return false;
    }

    private @Nullable BigDecimal spanAt(int index) {
        if (state.isNumberAt(index)) {
            BigDecimal span = state.token(index).numeral().value();
            return span.signum() > 0 ? span : null;
        }
        return state.at(index) != null && state.hasTyped(index, Trait.EVERY_SECOND) ? BigDecimal.TWO : null;
    }

    /** {@code we call it every minute}. */
    private void oncePerPeriod() {
        for (int i = 0; i < state.size() && state.has(Category.PERIODS); i++) {
            TimeUnit time = state.isAt(i, Category.PERIODS) ? periods.timeAt(i) : null;
            if (time != null && time.days().isEmpty() && state.token(i).use == Token.Use.NOTHING && isSentBefore(i)) {
                state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(time.perDay(BigDecimal.ONE)), i);
                state.token(i).use = Token.Use.SLOT;
                return;
            }
        }
    }

    private boolean isSentBefore(int period) {
        boolean sent = false;
        for (int i = Math.max(state.clause(period).first(), period - REACH); i < period; i++) {
            sent = !state.isNumberAt(i) && (sent || state.hasTyped(i, Trait.SENDS));
        }
        return sent;
    }

    private List<SlotCandidates.Candidate> rates() {
        return state.candidates.of(SlotName.REQUESTS_PER_DAY);
    }

    private void keep(List<SlotCandidates.Candidate> all, List<SlotCandidates.Candidate> kept) {
        if (kept.isEmpty() || kept.size() == all.size()) {
            return;
        }
        for (SlotCandidates.Candidate rate : all) {
            if (!kept.contains(rate)) {
                state.withdraw(rate.token());
            }
        }
    }

    private boolean isThreshold(int number) {
        return state.at(number - 1) != null
                && (state.isAt(number - 1, Cue.AT_LEAST) || state.hasTyped(number - 1, Trait.THRESHOLD));
    }

    /** {@code 25 pupils, each one hands in 1 text a week, so 700 texts per week}. */
    private boolean isConcluded(int number) {
        return number > 1 && state.isBreakAt(number - 2) && state.hasTyped(number - 1, Trait.CONCLUDES);
    }

    private boolean countsRequests(int number) {
        int unit = state.unitFinder.right(number);
        return state.isAt(unit, Measure.REQUEST) || state.isAt(unit, Category.RATES);
    }
}
