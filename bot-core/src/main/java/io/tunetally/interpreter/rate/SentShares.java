package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.role.LaterTraffic;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the part of what comes in that goes to the model: {@code 40% of our 70,000 yearly tickets go to the tuned model}, {@code half of 10k
 * requests a day to qwen3-8b}.
 */
public final class SentShares {
    /** The most words from the traffic to its destination. */
    private static final int REACH = 14;

    private final ParseState state;
    private final Parts parts;
    private final Periods periods;

    private SentShares(ParseState state) {
        this.state = state;
        parts = new Parts(state);
        periods = new Periods(state);
    }

    /**
     * What comes in per time.
     *
     * @param number its index
     * @param last the index of its last word
     */
    private record Rate(int number, int last, TimeUnit time) {}

    /** Claims the share and the number, before others take the number for all traffic or for data. */
    public static void read(ParseState state) {
        if (!state.namesTime() || state.has(Cue.CACHED)) {
            return;
        }
        SentShares shares = new SentShares(state);
        for (int i = 0; i + 1 < state.size(); i++) {
            Part share = shares.parts.at(i);
            Rate rate = share == null ? null : shares.rateBehind(share);
            if (share != null && rate != null && shares.isSent(rate.last()) && state.sparedRequests(i) == null) {
                shares.claim(share, rate);
                return;
            }
        }
    }

    /** Returns the rate of {@code of our 70,000 yearly tickets}, {@code of 10k requests a day}, or null. */
    private @Nullable Rate rateBehind(Part share) {
        int of = share.last() + 1;
        if (!state.isAt(of, Cue.OF) && !state.isAt(of, Trait.PART_OF)) {
            return null;
        }
        int number = of + 1;
        while (state.isAt(number, Cue.PERSON)
                || state.isAt(number, Cue.ABOUT)
                || state.hasTyped(number, Trait.DEFINITE_ARTICLE)) {
            number++;
        }
        boolean count = state.isCountAt(number)
                && state.token(number).use == Token.Use.NOTHING
                && !state.token(number).numeral().isAmbiguous()
                && !state.isSize(number)
                && !state.isMoneyAt(number);
        return count ? rateAt(number) : null;
    }

    private @Nullable Rate rateAt(int number) {
        TimeUnit led = timeOf(number + 1);
        int noun = led == null ? number + 1 : number + 2;
        boolean things = state.isAt(noun, Measure.REQUEST) || state.isItemAt(noun) || state.isPluralAt(noun);
        if (!things) {
            return null;
        }
        TimeUnit time = led == null ? periods.timeAfter(noun) : led;
        return time == null ? null : new Rate(number, led == null ? periods.lastOfPeriod(noun) : noun, time);
    }

    /** Returns the year of {@code yearly tickets}, the day of {@code daily emails}, or null. */
    private @Nullable TimeUnit timeOf(int i) {
        if (state.at(i) == null || state.isNumberAt(i)) {
            return null;
        }
        return state.hasTyped(i, Trait.YEARLY)
                ? TimeUnit.YEAR
                : state.hasTyped(i, Trait.EACH_PERIOD) ? periods.timeAt(i) : null;
    }

    private boolean isSent(int last) {
        int end = Math.min(state.sentence(last).end(), last + REACH);
        for (int i = last + 1; i < end; i++) {
            boolean to = state.isAt(i, Cue.TO) || state.isAt(i, Cue.ON) || state.hasTyped(i, Trait.REACHES);
            if (to && !state.isNumberAt(i)) {
                return !isTrained(i) && (!state.mentions.isEmpty() || LaterTraffic.isSent(state, i));
            }
        }
        return false;
    }

    /** {@code go into the training of qwen3-8b}, unlike {@code go to the tuned model}. */
    private boolean isTrained(int verb) {
        boolean training = false;
        for (int i = verb + 1; i < verb + REACH && !state.isBreakAt(i) && !state.isOfMention(i) && !training; i++) {
            boolean tuning = state.isAt(i, Category.TUNING) && !state.hasTyped(i, Trait.TUNED);
            training = state.isAt(i, Cue.TRAINING) || tuning;
        }
        return training;
    }

    private void claim(Part share, Rate rate) {
        Numeral all = Amounts.counted(state.token(rate.number()).numeral());
        Numeral sent = all.converted(value -> perDay(share.portion(value), rate.time()));
        state.use(share.first(), rate.last(), Token.Use.CONNECTIVE);
        state.candidates.settle(rate.number());
        state.candidates.setAside(share.first());
        state.token(rate.number()).use = Token.Use.SLOT;
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, sent, rate.number());
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY,
                sent.value(),
                CountArithmetic.number(all.value()) + " a " + rate.time().name().toLowerCase(Locale.ROOT) + ", "
                        + CountArithmetic.share(share) + " of it");
    }

    private static BigDecimal perDay(BigDecimal rate, TimeUnit time) {
        BigDecimal perDay = time == TimeUnit.DAY ? rate : time.perDay(rate);
        return perDay.compareTo(BigDecimal.TEN) < 0
                ? perDay.stripTrailingZeros()
                : perDay.setScale(0, RoundingMode.HALF_UP);
    }
}
