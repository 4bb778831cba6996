package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds how many months somebody asks for who names the first and the last one: {@code we open October to March, with 90 questions a
 * day} are 6.
 */
final class NamedMonths {
    private static final int LETTERS = 3;
    private static final int YEAR = 12;

    private final ParseState state;

    private NamedMonths(ParseState state) {
        this.state = state;
    }

    /** Reads the months of the only range that a message has, where it tells traffic and no other time to count it for. */
    static void read(ParseState state) {
        boolean open = !state.candidates.has(SlotName.MONTHS)
                && !state.slots.has(SlotName.MONTHS)
                && (state.candidates.has(SlotName.REQUESTS_PER_DAY)
                        || (state.mayEdit() && state.remembered.has(SlotName.REQUESTS_PER_DAY)));
        if (!state.hasTypedAnywhere(Trait.MONTH_NAME)) {
            return;
        }
        NamedMonths months = new NamedMonths(state);
        SlotCandidates.Candidate total = open ? null : months.total();
        if (open) {
            months.read();
        } else if (total != null) {
            months.spread(total);
        }
    }

    /** Returns the requests that are counted as those of one month, as no period is said with them; or null. */
    private SlotCandidates.@Nullable Candidate total() {
        List<SlotCandidates.Candidate> rates = state.candidates.of(SlotName.REQUESTS_PER_DAY);
        List<SlotCandidates.Candidate> months = state.candidates.of(SlotName.MONTHS);
        boolean one = rates.size() == 1
                && months.size() == 1
                && months.getFirst().token() == rates.getFirst().token()
                && !rates.getFirst().numeral().isRange();
        return one ? rates.getFirst() : null;
    }

    /** Spreads the 74,000 of {@code 74,000 requests a season (April-October)} over its 7 months. */
    private void spread(SlotCandidates.Candidate total) {
        int number = total.token();
        for (int i = number + 1; i < state.sentence(number).end(); i++) {
            int last = lastOf(state, i);
            if (last >= 0) {
                BigDecimal months = BigDecimal.valueOf(between(state, i, last));
                state.candidates.withdraw(number);
                state.candidates.addDerived(
                        SlotName.REQUESTS_PER_DAY,
                        total.numeral().converted(value -> value.divide(months, MathContext.DECIMAL64)),
                        number);
                state.candidates.settle(number);
                state.token(number).use = Token.Use.SLOT;
                count(i, last);
                return;
            }
        }
    }

    private void read() {
        int first = -1;
        for (int i = 0; i < state.size(); i++) {
            if (lastOf(state, i) >= 0) {
                if (first >= 0) {
                    return;
                }
                first = i;
            }
        }
        if (first >= 0 && isOfTraffic(first)) {
            count(first, lastOf(state, first));
        } else if (first < 0) {
            readOnly();
        }
    }

    /** {@code we only need it in December}, {@code hosting only for December}, {@code in December only}: one month, and no other. */
    private void readOnly() {
        int only = -1;
        for (int i = 0; i < state.size(); i++) {
            if (month(state, i) != null && state.hasTyped(i, Trait.MONTH_NAME)) {
                if (only >= 0) {
                    return;
                }
                only = i;
            }
        }
        boolean led = only > 0 && (state.isAt(only - 1, Cue.IN) || state.isAt(only - 1, Cue.FOR));
        if (led
                && isNarrowed(only)
                && !state.isNumberAt(only + 1)
                && !state.clause(only).namesTrainingWork()) {
            state.candidates.addDerived(SlotName.MONTHS, Numeral.of(BigDecimal.ONE), only);
            state.candidates.settle(only);
            state.token(only).use = Token.Use.SLOT;
        }
    }

    private boolean isNarrowed(int month) {
        if (isOnly(month + 1)) {
            return true;
        }
        for (int i = month - 2; i >= state.clause(month).first() && !state.isNumberAt(i); i--) {
            if (isOnly(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOnly(int i) {
        return state.at(i) != null
                && !state.isNumberAt(i)
                && (state.hasTyped(i, Trait.NARROWS) || state.hasTyped(i, Trait.SOLE));
    }

    private void count(int first, int last) {
        BigDecimal months = BigDecimal.valueOf(between(state, first, last));
        state.candidates.addDerived(SlotName.MONTHS, Numeral.of(months), last);
        state.candidates.settle(last);
        state.use(first, last, Token.Use.CONNECTIVE);
        state.token(last).use = Token.Use.SLOT;
    }

    /** Returns the index of the March of {@code October to the end of March}, or -1. */
    static int lastOf(ParseState state, int first) {
        Month from = month(state, first);
        boolean joined = state.isAt(first + 1, Cue.TO)
                || state.isSymbolAt(first + 1, '-')
                || state.hasTyped(first + 1, Trait.UP_TO_LAST);
        if (from == null || !joined) {
            return -1;
        }
        int last = first + 2;
        while (state.isAt(last, Cue.ARTICLE)
                || state.isAt(last, Cue.OF)
                || state.hasTyped(last, Trait.DEFINITE_ARTICLE)
                || state.hasTyped(last, Trait.END_OF)) {
            last++;
        }
        Month to = month(state, last);
        return to == null || to == from ? -1 : last;
    }

    /** True unless the months are those in which data came: {@code 800 mails from March to May}. */
    private boolean isOfTraffic(int first) {
        int before = state.isAt(first - 1, Cue.FROM) ? first - 2 : first - 1;
        if (state.isItemAt(before)) {
            return false;
        }
        Sentence sentence = state.sentence(first);
        boolean numbers = false;
        boolean rate = false;
        boolean season = false;
        for (int i = sentence.first(); i < sentence.end(); i++) {
            rate |= isRate(i);
            numbers |= state.isNumberAt(i);
            season |= state.hasTyped(i, Trait.SEASON) || (state.hasTyped(i, Trait.OPEN_TO_PUBLIC) && i < first);
        }
        // In a conversation people also tell when they were in Spain: months without a rate need a word for a season.
        return (rate || !numbers) && (season || rate || state.remembered.isEmpty());
    }

    private boolean isRate(int token) {
        for (SlotCandidates.Candidate rate : state.candidates.of(SlotName.REQUESTS_PER_DAY)) {
            if (rate.token() == token) {
                return true;
            }
        }
        return false;
    }

    /** Returns how many months there are from one to another, both included; 0 if one of them is none. */
    static int between(ParseState state, int first, int last) {
        Month from = month(state, first);
        Month to = month(state, last);
        return from == null || to == null ? 0 : Math.floorMod(to.getValue() - from.getValue(), YEAR) + 1;
    }

    /** Returns the month that a word names, or null. */
    static @Nullable Month month(ParseState state, int i) {
        if (state.at(i) == null || state.isNumberAt(i)) {
            return null;
        }
        if (!state.hasTyped(i, Trait.MONTH_NAME) && !state.hasTyped(i, Trait.MAY)) {
            return null;
        }
        String name = state.typed(i, i).toUpperCase(Locale.ROOT);
        for (Month month : Month.values()) {
            if (name.length() >= LETTERS && month.name().startsWith(name.substring(0, LETTERS))) {
                return month;
            }
        }
        return null;
    }
}
