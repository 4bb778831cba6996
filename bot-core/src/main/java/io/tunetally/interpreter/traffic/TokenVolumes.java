package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.sentence.TextLengths;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tokens of all requests of a period: {@code 41M input and 9M output tokens a month}, {@code 1.2B tokens in last
 * month}. A number of tokens without a period stays that of one request, or of the data.
 */
public final class TokenVolumes {
    /** From here on the input or output beside a month is no single request's. */
    private static final BigDecimal LARGE = BigDecimal.valueOf(1_000_000);

    /** Fewer tokens are put out by no model in a day. */
    private static final BigDecimal FEWEST_TOKENS = BigDecimal.valueOf(1000);

    /** The most words between two amounts that share a period. */
    private static final int GAP = 5;

    /** The most words between a verb of training and its data. */
    private static final int REACH = 4;

    private final ParseState state;
    private final Periods periods;
    /** The last past time up to each token, computed on demand. */
    private Periods.@Nullable Past @Nullable [] pasts;

    private @Nullable Boolean month;

    public TokenVolumes(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    /**
     * A number of tokens.
     *
     * @param slot of one request if it is known to be input or output, else null
     * @param end the index of its last word
     * @param period the period right behind it, or null
     */
    private record Amount(
            int number,
            @Nullable SlotName<Long> slot,
            int end,
            @Nullable TimeUnit period,
            int last) {}

    /** Replaces what a number of tokens was read as by the volume of a month, where it has a period. */
    public void settle() {
        words();
        if (!namesPeriod()) {
            return;
        }
        List<Amount> amounts = amounts();
        List<@Nullable TimeUnit> shared = shared(amounts);
        for (int k = 0; k < amounts.size(); k++) {
            Amount amount = amounts.get(k);
            TimeUnit period = shared.get(k) == null && !isOfRequest(amount.last() + 1) ? around(amount) : shared.get(k);
            boolean length = isOfCounted(amount.number());
            if (period == null || length || isOfTraining(amount.number()) || isThreshold(amount.number())) {
                continue;
            }
            if (isOfAnswers(amount)) {
                answer(amount, period);
            } else if (isLessThanRequests(amount.number(), period)) {
                payFor(amount);
            } else {
                claim(amount, amounts, period);
            }
        }
    }

    /** {@code we translate 1.2 million words a month}: as many go in as come out; of another work it is not known, and they are said back. */
    private void words() {
        boolean open = state.has(Measure.WORD)
                && !TextLengths.areTokensCounted(state)
                && !state.candidates.has(SlotName.REQUESTS_PER_DAY)
                && !state.candidates.has(SlotName.INPUT_TOKENS)
                && !state.candidates.has(SlotName.OUTPUT_TOKENS);
        for (int i = 0; open && i < state.size(); i++) {
            int unit = state.isCountAt(i) && !isOfPrice(i) ? state.unitFinder.right(i) : -1;
            boolean words = unit > i
                    && state.isAt(unit, Measure.WORD)
                    && !state.hasTyped(unit, Trait.CHARACTER)
                    && !state.hasTyped(unit, Trait.PAGE);
            TimeUnit period = words ? periods.timeAfter(unit) : null;
            if (period != null && period.days().isPresent() && !isOfTraining(i) && !state.isReported(i)) {
                claimWords(i, unit, period);
                return;
            }
        }
    }

    private void claimWords(int number, int unit, TimeUnit period) {
        int last = periods.lastOfPeriod(unit);
        state.candidates.withdraw(number);
        state.use(number, last, Token.Use.CONNECTIVE);
        if (!state.hasTypedAnywhere(Trait.TRANSLATES)) {
            state.candidates.setAside(number);
            state.add(new Problem.UnknownWord(state.typed(number, last), List.of(), state.span(number, last)));
            return;
        }
        new TextLengths(state).toTokens(number, unit);
        Numeral tokens = aMonth(Amounts.counted(state.token(number).numeral()), period);
        state.candidates.addDerived(SlotName.MONTHLY_INPUT_TOKENS, tokens, number);
        state.candidates.addDerived(SlotName.MONTHLY_OUTPUT_TOKENS, tokens, number);
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
    }

    /** {@code training on 4,200 comments of 140 tokens every quarter}: the length of each of what is counted. */
    private boolean isOfCounted(int number) {
        int count = number - 3;
        return !isLarge(number)
                && (state.isAt(number - 1, Cue.OF) || state.isAt(number - 1, Trait.PART_OF))
                && (state.isItemAt(number - 2) || state.isAt(number - 2, Measure.REQUEST))
                && state.isNumberAt(count)
                && (state.candidates.isOf(SlotName.EXAMPLES, count)
                        || state.candidates.isOf(SlotName.REQUESTS_PER_DAY, count));
    }

    /** {@code we answer maybe 15 a day}: without their unit so few are no tokens. */
    private boolean isOfAnswers(Amount amount) {
        if (comesIn(amount)) {
            return true;
        }
        int verb = state.isAt(amount.number() - 1, Cue.ABOUT) ? amount.number() - 2 : amount.number() - 1;
        return amount.end() == amount.number()
                && amount.slot() == SlotName.OUTPUT_TOKENS
                && (state.isAt(verb, Cue.OUTPUT) || state.hasTyped(verb, Trait.ANSWERED) || isHeading(verb))
                && Amounts.counted(state.token(amount.number()).numeral())
                                .value()
                                .compareTo(FEWEST_TOKENS)
                        < 0;
    }

    /** The sign of {@code claims summaries: 300 a day}: several of them are no tokens of one. */
    private boolean isHeading(int sign) {
        return state.isAssignmentAt(sign) && !state.isNumberAt(sign - 1) && state.isPluralAt(sign - 1);
    }

    /** {@code tickets come in around 840 a week}: without their unit no tokens, but what comes in. */
    private boolean comesIn(Amount amount) {
        // "In around", "in about"
        int in = state.isAt(amount.number() - 1, Cue.IN) ? amount.number() - 1 : amount.number() - 2;
        boolean things = state.isItemAt(in - 2) || state.isAt(in - 2, Measure.REQUEST) || state.isPluralAt(in - 2);
        return amount.end() == amount.number()
                && amount.slot() == SlotName.INPUT_TOKENS
                && state.isAt(in, Cue.IN)
                && state.hasTyped(in - 1, Trait.COMES_IN)
                && things
                && !state.isAt(in - 2, Measure.TOKEN);
    }

    private void answer(Amount amount, TimeUnit period) {
        Numeral said = Amounts.counted(state.token(amount.number()).numeral());
        state.candidates.withdraw(amount.number());
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, said.converted(period::perDay), amount.number());
        state.candidates.settle(amount.number());
        state.use(amount.number(), Math.max(amount.end(), amount.last()), Token.Use.CONNECTIVE);
        state.token(amount.number()).use = Token.Use.SLOT;
    }

    private boolean namesPeriod() {
        boolean tokens = state.has(Measure.TOKEN) || state.has(Cue.OUT) || state.has(Cue.OUTPUT);
        for (int i = 0; tokens && i < state.size(); i++) {
            TimeUnit time = periods.timeAt(i);
            boolean named = (time != null && time.days().isPresent()) || isMonthly(i);
            if (named || state.hasTyped(i, Trait.YEARLY) || periods.past(i) != null) {
                return true;
            }
        }
        return false;
    }

    private List<Amount> amounts() {
        Map<Integer, SlotName<Long>> sides = sides();
        List<Amount> out = new ArrayList<>(2);
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i) && !state.candidates.isSetAside(i) && !isOfPrice(i)) {
                int unit = state.unitFinder.right(i);
                boolean tokens = unit > i && state.isAt(unit, Measure.TOKEN);
                SlotName<Long> side = sides.containsKey(i) ? sides.get(i) : sideBehind(i);
                if (tokens || side != null) {
                    out.add(amount(i, tokens ? unit : i, side));
                }
            }
        }
        return out;
    }

    /** Returns the sides of a request that numbers were read as the lengths of: {@code 41M in}. */
    private Map<Integer, SlotName<Long>> sides() {
        Map<Integer, SlotName<Long>> sides = new HashMap<>(2);
        for (SlotCandidates.Candidate candidate : state.candidates.all()) {
            SlotName<?> slot = candidate.slot();
            if (slot == SlotName.INPUT_TOKENS || slot == SlotName.PROMPT_TOKENS) {
                sides.put(candidate.token(), SlotName.INPUT_TOKENS);
            } else if (slot == SlotName.OUTPUT_TOKENS) {
                sides.put(candidate.token(), SlotName.OUTPUT_TOKENS);
            }
        }
        return sides;
    }

    private @Nullable SlotName<Long> sideBehind(int number) {
        return isLarge(number) && (state.has(Cue.OUT) || state.has(Cue.OUTPUT)) ? roleAt(number + 1) : null;
    }

    /** {@code $3 per 1M tokens}. */
    private boolean isOfPrice(int number) {
        boolean per = state.isAt(number - 1, Cue.PER) && !state.isSlash(number - 1);
        // "$3/1M tokens in and $15/1M out"
        boolean price = state.isSlash(number - 1) && state.isNumberAt(number - 2) && state.isSymbolAt(number - 3, '$');
        return per || price || state.isMoneyBefore(number) || state.isSymbolAt(number - 1, '$');
    }

    private boolean isLarge(int number) {
        return Amounts.counted(state.token(number).numeral()).value().compareTo(LARGE) >= 0;
    }

    private Amount amount(int number, int unit, @Nullable SlotName<Long> side) {
        SlotName<Long> role = side;
        for (int i = number + 1; role == null && i < unit; i++) {
            role = roleAt(i);
        }
        int end = unit;
        int last = periods.lastOfPeriod(end);
        // "1.1B tokens/mo input", "900M tokens in a month", "80M in, 12M out"
        while (periodEndingAt(last) == null && (state.isAt(end + 1, Measure.TOKEN) || isRole(end + 1, role))) {
            role = role == null ? roleAt(end + 1) : role;
            end++;
            last = periods.lastOfPeriod(end);
        }
        TimeUnit period = periods.timeAfter(end);
        if (period == null) {
            Periods.Past past = periods.past(state.isAt(end + 1, Cue.IN) ? end + 2 : end + 1);
            return past == null || past.count().compareTo(BigDecimal.ONE) != 0
                    ? new Amount(number, role, end, null, end)
                    : new Amount(number, role, end, past.unit(), past.last());
        }
        if (role == null && !state.isNumberAt(last + 2)) {
            role = roleAt(last + 1);
        }
        return new Amount(number, role, end, period.days().isEmpty() ? null : period, last);
    }

    private @Nullable TimeUnit periodEndingAt(int last) {
        return last < 0 ? null : periods.timeAt(last);
    }

    private boolean isRole(int index, @Nullable SlotName<Long> known) {
        SlotName<Long> role = roleAt(index);
        return role != null && (known == null || role == known) && !state.isNumberAt(index + 1);
    }

    private @Nullable SlotName<Long> roleAt(int index) {
        if (state.isAt(index, Cue.INPUT) || state.isAt(index, Cue.PROMPT) || state.isAt(index, Cue.IN)) {
            return SlotName.INPUT_TOKENS;
        }
        boolean output = state.isAt(index, Cue.OUTPUT)
                || state.isAt(index, Cue.OUT)
                || (!state.isNumberAt(index) && state.hasTyped(index, Trait.PRODUCED));
        return output ? SlotName.OUTPUT_TOKENS : null;
    }

    /** Returns the period right behind each amount, or behind one that it is joined to. */
    private List<@Nullable TimeUnit> shared(List<Amount> amounts) {
        List<@Nullable TimeUnit> out =
                new ArrayList<>(amounts.stream().map(Amount::period).toList());
        for (int k = amounts.size() - 2; k >= 0; k--) {
            if (out.get(k) == null && isJoined(amounts.get(k), amounts.get(k + 1))) {
                out.set(k, out.get(k + 1));
            }
        }
        for (int k = 1; k < amounts.size(); k++) {
            if (out.get(k) == null && isJoined(amounts.get(k - 1), amounts.get(k))) {
                out.set(k, out.get(k - 1));
            }
        }
        return out;
    }

    /** Returns the period that the message is about, if an amount is too large for a single request. */
    private @Nullable TimeUnit around(Amount amount) {
        if (!isLarge(amount.number())) {
            return null;
        }
        TimeUnit past = pastBefore(amount.number());
        return past == null && amount.slot() != null && namesMonth() ? TimeUnit.MONTH : past;
    }

    private boolean isJoined(Amount amount, Amount next) {
        int gap = next.number() - amount.last();
        if (gap < 2 || gap > GAP || isOfRequest(amount.last() + 1) || isOfAnswers(amount)) {
            return false;
        }
        for (int i = amount.last() + 1; i < next.number(); i++) {
            if (state.isNumberAt(i) || (state.isBreakAt(i) && !state.token(i).isSymbol(','))) {
                return false;
            }
        }
        return true;
    }

    /** {@code per request}, {@code each call}. */
    private boolean isOfRequest(int index) {
        boolean each = state.isAt(index, Cue.PER) || state.isAt(index, Cue.EACH) || state.isAt(index, Cue.ARTICLE);
        return each && state.isAt(index + 1, Measure.REQUEST);
    }

    /** {@code last month we used}, {@code in October we sent}. */
    private @Nullable TimeUnit pastBefore(int number) {
        if (pasts == null) {
            pasts = new Periods.Past[state.size()];
            for (int i = 0; i < state.size(); i++) {
                Periods.Past past = periods.past(i);
                boolean one = past != null && past.count().compareTo(BigDecimal.ONE) == 0;
                pasts[i] = one ? past : i == 0 ? null : pasts[i - 1];
            }
        }
        Periods.Past past = pasts[number];
        return past != null && past.first() >= state.sentence(number).first() ? past.unit() : null;
    }

    /** {@code monthly volume:}, {@code our bill of the month}; only a month, as a cost may be that of another period. */
    private boolean namesMonth() {
        if (month == null) {
            month = false;
            for (int i = 0; i < state.size() && !month; i++) {
                boolean counted = state.isNumberAt(i - 1) && !state.isAt(i, Category.PERIODS);
                boolean named = periods.timeAt(i) == TimeUnit.MONTH && !counted;
                month = named || isMonthly(i) || periods.past(i) != null;
            }
        }
        return month;
    }

    private boolean isMonthly(int index) {
        return state.token(index).intent() == Intent.TCO && state.token(index).is(Trait.MONTHLY);
    }

    /** {@code train it on 5M tokens a month}, {@code last quarter, 9.4M tokens times 3 epochs}. */
    private boolean isOfTraining(int number) {
        int end = Math.min(state.sentence(number).end(), number + REACH + 2);
        for (int i = number + 2; i < end; i++) {
            if (state.isAt(i, Measure.EPOCH) && state.isNumberAt(i - 1)) {
                return true;
            }
        }
        int first = Math.max(state.clause(number).first(), number - REACH);
        boolean on = state.isAt(number - 1, Cue.ON);
        for (int i = number - 1; i >= first; i--) {
            boolean trained = state.isAt(i, Cue.TRAINING) || state.isAt(i, Cue.RETRAIN);
            if (trained || (on && state.isAt(i, Category.TUNING))) {
                return true;
            }
        }
        return false;
    }

    /** {@code 12k calls/day, 1500 in 250 out a year}: each request has a token at least, so that the year is the one to pay for. */
    private boolean isLessThanRequests(int number, TimeUnit period) {
        BigDecimal daily = state.candidates
                .amounts(SlotName.REQUESTS_PER_DAY)
                .map(rate -> rate.numeral().value())
                .findFirst()
                .orElse(BigDecimal.ZERO);
        BigDecimal monthly = daily.multiply(TimeUnit.MONTH.days().orElseThrow());
        return aMonth(Amounts.counted(state.token(number).numeral()).value(), period)
                        .compareTo(monthly)
                < 0;
    }

    /** Claims the year behind the length of a request as the time to pay for. */
    private void payFor(Amount amount) {
        boolean open = !state.candidates.has(SlotName.MONTHS) && !state.candidates.has(SlotName.DAYS);
        TimeUnit period = amount.period();
        if (open
                && (period == TimeUnit.YEAR || period == TimeUnit.QUARTER)
                && amount.last() > amount.end()
                && state.isBreakAt(amount.last() + 1)) {
            BigDecimal months = period.months(BigDecimal.ONE).orElseThrow();
            state.candidates.addDerived(SlotName.MONTHS, Numeral.of(months), amount.last());
            state.use(amount.end() + 1, amount.last(), Token.Use.CONNECTIVE);
            state.token(amount.last()).use = Token.Use.SLOT;
        }
    }

    /** {@code does self-hosting win above 1M tokens a day}. */
    private boolean isThreshold(int number) {
        return state.has(Intent.BREAKEVEN)
                && state.at(number - 1) != null
                && (state.isAt(number - 1, Cue.AT_LEAST) || state.hasTyped(number - 1, Trait.THRESHOLD));
    }

    private void claim(Amount amount, List<Amount> amounts, TimeUnit period) {
        Token token = state.token(amount.number());
        SlotName<Long> slot = slotOfVolume(amount, amounts);
        state.candidates.withdraw(amount.number());
        Numeral said = Amounts.counted(token.numeral());
        if (period == TimeUnit.MONTH) {
            state.candidates.add(slot, said, amount.number());
        } else {
            state.candidates.addDerived(slot, aMonth(said, period), amount.number());
        }
        state.candidates.settle(amount.number());
        state.use(amount.number(), Math.max(amount.end(), amount.last()), Token.Use.CONNECTIVE);
        token.use = Token.Use.SLOT;
    }

    /** Beside the output of a period the other amount is its input. */
    private static SlotName<Long> slotOfVolume(Amount amount, List<Amount> amounts) {
        if (amount.slot() != null) {
            return amount.slot() == SlotName.INPUT_TOKENS
                    ? SlotName.MONTHLY_INPUT_TOKENS
                    : SlotName.MONTHLY_OUTPUT_TOKENS;
        }
        boolean output = amounts.stream().anyMatch(each -> each.slot() == SlotName.OUTPUT_TOKENS);
        boolean input = amounts.stream().anyMatch(each -> each.slot() == SlotName.INPUT_TOKENS);
        return output == input
                ? SlotName.MONTHLY_TOKENS
                : output ? SlotName.MONTHLY_INPUT_TOKENS : SlotName.MONTHLY_OUTPUT_TOKENS;
    }

    private static Numeral aMonth(Numeral said, TimeUnit period) {
        BigDecimal high = said.high();
        Numeral low = Numeral.of(aMonth(said.value(), period));
        return high == null ? low : low.to(Numeral.of(aMonth(high, period)));
    }

    private static BigDecimal aMonth(BigDecimal tokens, TimeUnit period) {
        BigDecimal days = period.days().orElseThrow();
        return tokens.multiply(TimeUnit.MONTH.days().orElseThrow()).divide(days, 0, RoundingMode.HALF_UP);
    }
}
