package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies people by the share of them that asks and by what each of those asks: {@code 1,200 users and every fourth one asks one question a
 * day}, {@code half of our 1,200 users ask 2 questions a day}.
 */
public final class AskingShares {
    /** The most words between a share and its verb, the people included. */
    private static final int REACH_OF_VERB = 6;
    /** The most words between the verb and what one asks, with {@code it daily, and}. */
    private static final int REACH_OF_RATE = 7;
    /** The most words between a count and the noun for people. */
    private static final int REACH_OF_NOUN = 3;
    /** The most requests that one sends in a period. */
    private static final BigDecimal MOST = BigDecimal.valueOf(50);

    private final ParseState state;
    private final Parts parts;
    private final Periods periods;

    private AskingShares(ParseState state) {
        this.state = state;
        parts = new Parts(state);
        periods = new Periods(state);
    }

    /**
     * What each of a share asks in a period.
     *
     * @param number the index of how many
     * @param last the index of the last word of the period
     */
    private record Asked(Part share, int number, BigDecimal times, int last, TimeUnit time) {}

    /** Claims the only share of people, before others take its rate for that of all. */
    public static void read(ParseState state) {
        if (state.hasTypedAnywhere(Trait.HEADS) && !state.has(Cue.CACHED)) {
            new AskingShares(state).read();
        }
    }

    private void read() {
        List<Asked> all = new ArrayList<>();
        for (int i = 0; i + 1 < state.size(); i++) {
            Part share = shareAt(i);
            Asked asked = share == null ? null : askedBehind(share);
            if (asked != null) {
                all.add(asked);
                i = asked.last();
            }
        }
        int people = all.size() == 1 ? people() : -1;
        if (people >= 0 && isOfTraffic(all.getFirst())) {
            claim(all.getFirst(), people);
        }
    }

    /** A share as {@link Parts} has it, and {@code every second user}. */
    private @Nullable Part shareAt(int i) {
        boolean second = state.isAt(i, Cue.EVERY) && state.hasTyped(i + 1, Trait.EVERY_SECOND);
        return second && isHead(i + 2) ? parts.ofTwo(i) : parts.at(i);
    }

    private @Nullable Asked askedBehind(Part share) {
        int verb = share.last() + 1;
        while (verb <= share.last() + REACH_OF_VERB && !state.isBreakAt(verb) && !asks(verb)) {
            verb++;
        }
        if (!asks(verb)) {
            return null;
        }
        TimeUnit ofUse = null;
        int end = Math.min(state.sentence(verb).end(), verb + 1 + REACH_OF_RATE);
        for (int i = verb + 1; i < end; i++) {
            if (ofUse == null && state.isAt(i, Category.PERIODS)) {
                // "1 in 5 uses it daily, 6 questions": the period of the use is that of what is asked.
                ofUse = state.timeAt(i);
            }
            if (state.isBreakAt(i) && !state.isSymbolAt(i, ',')) {
                return null;
            }
            if (state.isNumberAt(i) && !isFew(i)) {
                return null;
            }
            if (state.hasTyped(i, Trait.SOMETHING) && !state.isNumberAt(i)) {
                TimeUnit time = periods.timeAfter(i);
                return time == null || time.days().isEmpty()
                        ? null
                        : new Asked(share, i, BigDecimal.ONE, periods.lastOfPeriod(i), time);
            }
            BigDecimal times = times(i);
            boolean sent = state.isAt(i + 1, Measure.REQUEST)
                    || state.isAt(i + 1, Measure.TIMES)
                    || state.isItemAt(i + 1)
                    || state.isPluralAt(i + 1);
            int unit = state.isAt(i + 2, Cue.EACH) ? i + 2 : i + 1;
            TimeUnit time = times == null || !sent ? null : periods.timeAfter(unit);
            if (times != null && time != null && time.days().isPresent()) {
                return new Asked(share, i, times, periods.lastOfPeriod(unit), time);
            }
            boolean counted = sent && state.isCountAt(i);
            if (times != null && counted && ofUse != null && ofUse.days().isPresent()) {
                return new Asked(share, i, times, unit, ofUse);
            }
        }
        return null;
    }

    private boolean asks(int i) {
        return state.at(i) != null
                && !state.isNumberAt(i)
                && (state.hasTyped(i, Trait.ASKS_BOT)
                        || state.hasTyped(i, Trait.SENDS)
                        || state.hasTyped(i, Trait.USES)
                        || state.hasTyped(i, Trait.TAKES_PART_DAILY));
    }

    private boolean isFew(int number) {
        Numeral said = state.token(number).numeral();
        return !said.isRange() && said.value().compareTo(MOST) <= 0 && !state.isSize(number);
    }

    /** Returns how many {@code 3 messages}, {@code one question}, {@code a question} are, or null. */
    private @Nullable BigDecimal times(int i) {
        if (state.isCountAt(i)) {
            Numeral said = state.token(i).numeral();
            boolean few =
                    !said.isRange() && said.value().signum() > 0 && said.value().compareTo(MOST) <= 0;
            return few && !state.isSize(i) ? said.value() : null;
        }
        boolean one = !state.isNumberAt(i) && (state.isOneAt(i) || state.isAt(i, Cue.ARTICLE));
        return one ? BigDecimal.ONE : null;
    }

    /** Returns the only count of people in the message, or those of each of several groups; -1 if there are others. */
    private int people() {
        int people = -1;
        int before = -1;
        for (int i = 0; i < state.size(); i++) {
            if (isPeople(i)) {
                if (before >= 0) {
                    return -1;
                }
                before = people;
                people = i;
            }
        }
        return before < 0 || groupsBefore(people) == before ? people : -1;
    }

    private boolean isPeople(int number) {
        boolean count = state.isCountAt(number)
                && state.token(number).use == Token.Use.NOTHING
                && !state.token(number).numeral().isAmbiguous()
                && !state.isSize(number)
                && !state.isMoneyAt(number)
                && !state.isPercentAt(number + 1);
        for (int i = number + 1; count && i <= number + REACH_OF_NOUN; i++) {
            if (state.isBreakAt(i) || state.isNumberAt(i)) {
                return false;
            }
            if (state.hasTyped(i, Trait.HEADS)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHead(int i) {
        return state.at(i) != null
                && !state.isNumberAt(i)
                && (state.hasTyped(i, Trait.HEADS) || state.compiledLexicon.is(Trait.HEADS, state.typed(i, i) + "s"));
    }

    /** False of {@code half of the 1,200 users ask 40 questions a day in total}, and of what has been. */
    private boolean isOfTraffic(Asked asked) {
        for (int i = asked.share().first(); i < state.clause(asked.last()).end(); i++) {
            if (state.isAt(i, Cue.TOTAL) || state.isAt(i, Cue.BETWEEN) || state.hasTyped(i, Trait.ADDS_UP)) {
                return false;
            }
        }
        return !state.isReported(asked.number());
    }

    private void claim(Asked asked, int people) {
        Numeral all = Amounts.counted(state.token(people).numeral());
        int groups = groupsBefore(people);
        BigDecimal factor = groups < 0
                ? BigDecimal.ONE
                : Amounts.counted(state.token(groups).numeral()).value();
        Numeral perDay = all.converted(
                value -> perDay(asked.share().portion(value.multiply(factor)).multiply(asked.times()), asked.time()));
        if (groups >= 0) {
            state.candidates.setAside(groups);
            state.use(groups, groups + 1, Token.Use.CONNECTIVE);
        }
        state.candidates.withdraw(people);
        state.use(asked.share().first(), asked.last(), Token.Use.CONNECTIVE);
        state.candidates.setAside(asked.share().first());
        state.candidates.setAside(asked.share().last());
        state.candidates.settle(asked.number());
        state.candidates.settle(people);
        state.token(people).use = Token.Use.SLOT;
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, perDay, people);
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY,
                perDay.value(),
                (groups < 0 ? "" : CountArithmetic.number(factor) + CountArithmetic.TIMES)
                        + CountArithmetic.number(all.value()) + ", " + CountArithmetic.share(asked.share()) + " of them"
                        + CountArithmetic.TIMES + CountArithmetic.number(asked.times()));
    }

    /** Returns the 22 of {@code 22 schools, 480 pupils each}, or -1. */
    private int groupsBefore(int people) {
        boolean each = false;
        for (int i = people + 1; i <= people + REACH_OF_NOUN && !state.isBreakAt(i); i++) {
            each |= state.isAt(i, Cue.EACH);
        }
        for (int i = people - 1; each && i >= Math.max(0, people - REACH_OF_RATE); i--) {
            if (state.isNumberAt(i)) {
                boolean groups = state.isPlainCount(i)
                        && state.token(i).use == Token.Use.NOTHING
                        && state.isPluralAt(i + 1)
                        && !state.isItemAt(i + 1)
                        && state.timeAt(i + 1) == null;
                return groups ? i : -1;
            }
        }
        return -1;
    }

    private static BigDecimal perDay(BigDecimal rate, TimeUnit time) {
        return (time == TimeUnit.DAY ? rate : time.perDay(rate)).stripTrailingZeros();
    }
}
