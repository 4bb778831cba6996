package io.tunetally.interpreter.traffic;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Requests that are counted over the whole time a model runs: {@code 10,000 requests in 2 weeks}, {@code 3 days, 10k requests
 * in total}. Each day has its part of them; without a time they are those of one month.
 */
final class TotalRequests {
    /** The most words between requests and the word that says they are all. */
    private static final int REACH = 2;

    /** The most words from a span of time to the requests that are sent in it. */
    private static final int REACH_OF_SPAN = 10;

    private static final BigDecimal DAYS_OF_A_MONTH = TimeUnit.MONTH.days().orElseThrow();

    private final ParseState state;
    private final Periods periods;
    private final List<Total> totals = new ArrayList<>(0);

    private record Total(
            int number, int unit, boolean whole, @Nullable BigDecimal span) {}

    TotalRequests(ParseState state, Periods periods) {
        this.state = state;
        this.periods = periods;
    }

    /** Keeps requests that no period makes a rate until the time is known; false of those that train a model. */
    boolean read(int number, int unit) {
        boolean whole = isAll(number, unit);
        BigDecimal span = spanBehind(unit);
        span = span == null ? spanBefore(number) : span;
        boolean over = span != null;
        boolean trains =
                state.isAt(number - 1, Cue.ON) || (!over && state.clause(number).namesTraining() && !isServed(number));
        if (trains || !(whole || over || isRun(number))) {
            return false;
        }
        totals.add(new Total(number, unit, whole, span));
        state.ignore(number, unit);
        return true;
    }

    /** Spreads the only total over the days of the message, or of the conversation. */
    void settle() {
        boolean open = totals.size() == 1
                && !state.candidates.has(SlotName.REQUESTS_PER_DAY)
                && !state.candidates.has(SlotName.EPOCHS);
        if (!open) {
            return;
        }
        Total total = totals.getFirst();
        BigDecimal days = total.span != null ? total.span : days().orElse(null);
        if (days == null && !total.whole) {
            return;
        }
        if (days == null) {
            state.candidates.addDerived(SlotName.MONTHS, Numeral.of(BigDecimal.ONE), total.number);
        } else if (state.candidates.has(SlotName.MONTHS)) {
            // "168k calls in seven days" beside the months that are asked about: the days are only those of the calls.
            state.candidates
                    .amounts(SlotName.DAYS)
                    .map(SlotCandidates.Candidate::token)
                    .toList()
                    .forEach(state::withdraw);
        }
        BigDecimal over = days == null ? DAYS_OF_A_MONTH : days;
        Numeral perDay = Amounts.counted(state.token(total.number).numeral())
                .converted(all -> all.divide(over, MathContext.DECIMAL32));
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, perDay, total.number);
        state.candidates.settle(total.number);
        state.use(total.number, total.unit, Token.Use.CONNECTIVE);
        state.token(total.number).use = Token.Use.SLOT;
    }

    private Optional<BigDecimal> days() {
        Optional<BigDecimal> days = said(SlotName.DAYS);
        Optional<BigDecimal> said =
                days.isPresent() ? days : said(SlotName.MONTHS).map(DAYS_OF_A_MONTH::multiply);
        return said.isPresent() ? said : remembered();
    }

    private Optional<BigDecimal> said(SlotName<?> slot) {
        return state.candidates
                .amounts(slot)
                .map(SlotCandidates.Candidate::numeral)
                .filter(numeral -> !numeral.isRange() && numeral.value().signum() > 0)
                .map(Numeral::value)
                .findFirst();
    }

    private Optional<BigDecimal> remembered() {
        Long days = state.remembered.value(SlotName.DAYS);
        Long months = state.remembered.value(SlotName.MONTHS);
        return days != null
                ? Optional.of(BigDecimal.valueOf(days))
                : Optional.ofNullable(months).map(BigDecimal::valueOf).map(DAYS_OF_A_MONTH::multiply);
    }

    /** {@code 5,000 requests in total}, {@code a total of 5,000 requests}. */
    private boolean isAll(int number, int unit) {
        for (int i = unit + 1; i <= unit + REACH && !state.isBreakAt(i); i++) {
            if (state.isAt(i, Cue.TOTAL)) {
                return true;
            }
        }
        int led = state.isAt(number - 1, Cue.OF) ? number - 2 : number - 1;
        return state.isAt(led, Cue.TOTAL);
    }

    /** Returns the days of {@code 10,000 requests in 2 weeks}, {@code 600k calls over the 6 months}, {@code for a 6 month run}, or null. */
    private @Nullable BigDecimal spanBehind(int unit) {
        return isLed(unit + 1) ? spanFrom(unit + 2) : null;
    }

    /** Returns the days of {@code over the 12 months we would send 3.6M calls}, or null. */
    private @Nullable BigDecimal spanBefore(int number) {
        boolean named = state.has(Measure.MONTH)
                || state.has(Measure.WEEK)
                || state.has(Measure.YEAR)
                || state.has(Measure.QUARTER);
        int first = Math.max(state.sentence(number).first(), number - REACH_OF_SPAN);
        for (int i = first; named && i < number; i++) {
            BigDecimal days = isLed(i) ? spanFrom(i + 1) : null;
            if (days != null && isSentBetween(behindArticle(i + 1) + 1, number)) {
                return days;
            }
        }
        return null;
    }

    private boolean isLed(int index) {
        return state.isAt(index, Cue.IN) || state.isAt(index, Cue.OVER) || state.isAt(index, Cue.FOR);
    }

    private int behindArticle(int index) {
        int span = index;
        while (state.isAt(span, Trait.DEFINITE_ARTICLE)
                || state.isAt(span, Cue.ARTICLE)
                || (!state.isNumberAt(span) && state.hasTyped(span, Trait.WHOLE_PERIOD))) {
            span++;
        }
        return span;
    }

    /** Returns the days of {@code the six months}, {@code the first year}, or null. */
    private @Nullable BigDecimal spanFrom(int index) {
        int span = behindArticle(index);
        TimeUnit one = span > index ? state.timeAt(span) : null;
        return one == null || !one.isLong() ? days(span) : one.days().orElse(null);
    }

    private @Nullable BigDecimal days(int count) {
        TimeUnit time = state.isNumberAt(count) ? periods.timeAt(count + 1) : null;
        Optional<BigDecimal> days = time == null ? Optional.empty() : time.days();
        BigDecimal many =
                days.isEmpty() ? BigDecimal.ZERO : state.token(count).numeral().value();
        return many.signum() > 0 ? days.orElseThrow().multiply(many) : null;
    }

    private boolean isSentBetween(int first, int end) {
        for (int i = first; i < end; i++) {
            if (state.isNumberAt(i) && i > first) {
                return false;
            }
            if (state.hasTyped(i, Trait.SENDS) || state.hasTyped(i, Trait.SERVES) || state.hasTyped(i, Trait.RUNS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code run tuned nova lite 5 days 10k requests}. */
    private boolean isRun(int number) {
        boolean days = state.has(Measure.DAY) || state.has(Measure.WEEK);
        return days && (isServed(number) || state.hasTypedAnywhere(Trait.TRIAL));
    }

    private boolean isServed(int number) {
        if (!state.hasTypedAnywhere(Trait.SERVES) && !state.hasTypedAnywhere(Trait.RUNS)) {
            return false;
        }
        for (int i = state.sentence(number).first(); i < number; i++) {
            if (!state.isNumberAt(i) && (state.hasTyped(i, Trait.SERVES) || state.hasTyped(i, Trait.RUNS))) {
                return true;
            }
        }
        return false;
    }
}
