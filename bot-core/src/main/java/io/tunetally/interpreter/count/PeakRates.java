package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import org.jspecify.annotations.Nullable;

/**
 * The traffic of a message that says its peak and its average, one of them without the unit: {@code peak 25 rps, avg 4},
 * {@code 12 rps on average, 30 at peak}, {@code max 60 req/s, typically 5}. The average counts.
 */
public final class PeakRates {
    /** The most words from a number to the word that says what it is, its unit included. */
    private static final int REACH = 6;

    private final ParseState state;

    private PeakRates(ParseState state) {
        this.state = state;
    }

    /** Claims an average and sets its peak aside before the numbers are read one by one. */
    public static void read(ParseState state) {
        if (state.hasTypedAnywhere(Trait.PEAK) || state.hasTypedAnywhere(Trait.TOP_OF_RATE)) {
            new PeakRates(state).read();
        }
    }

    private void read() {
        int before = -1;
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i)) {
                if (before >= 0 && isBreakBetween(before, i)) {
                    pair(before, i);
                    pair(i, before);
                }
                before = i;
            }
        }
    }

    private boolean isBreakBetween(int first, int second) {
        boolean near = second - first <= 2 * REACH;
        for (int i = first + 1; near && i < second; i++) {
            if (endsPart(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean endsPart(int i) {
        return state.isBreakAt(i)
                || state.isAt(i, Cue.BUT)
                || state.isAt(i, Cue.AND)
                || state.isSymbolAt(i, '(')
                || state.isSymbolAt(i, ')');
    }

    private void pair(int peak, int average) {
        if (!isPeak(peak) || isPeak(average)) {
            return;
        }
        TimeUnit ofPeak = rate(peak);
        TimeUnit ofAverage = rate(average);
        // "up to 60 req/s, 500 requests a day" are no two figures of one traffic.
        boolean named = isAverage(average) && (ofAverage != null || isBare(average));
        if (ofPeak != null && named) {
            if (ofAverage == null) {
                claim(average, ofPeak);
            }
            state.setAside(peak);
        } else if (ofPeak == null && ofAverage != null && isBeside(peak, Trait.PEAK) && isBare(peak)) {
            state.saysBack(peak, peak);
        }
    }

    private void claim(int average, TimeUnit time) {
        Numeral daily = Amounts.counted(state.token(average).numeral()).converted(time::perDay);
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, daily, average);
        state.candidates.settle(average);
        state.token(average).use = Token.Use.SLOT;
    }

    /** Returns the unit of {@code 25 rps}, {@code 60 req/s}, {@code 200 requests per minute}, or null. */
    private @Nullable TimeUnit rate(int number) {
        if (state.isAt(number + 1, Category.RATES)) {
            return state.timeAt(number + 1);
        }
        int per = number + 2;
        boolean each = state.isAt(per, Cue.PER) || state.isAt(per, Cue.ARTICLE) || state.isSlash(per);
        boolean requests = state.isAt(number + 1, Measure.REQUEST) && each;
        return requests ? timeOrLetter(per + 1) : null;
    }

    /** The {@code s} of {@code req/s} is a letter of several meanings. */
    private @Nullable TimeUnit timeOrLetter(int i) {
        TimeUnit time = state.timeAt(i);
        if (time != null || state.at(i) == null) {
            return time;
        }
        if (state.hasTyped(i, Trait.SPAN_OF_SECONDS)) {
            return TimeUnit.SECOND;
        }
        return state.hasTyped(i, Trait.SPAN_OF_MINUTES) ? TimeUnit.MINUTE : null;
    }

    /** False of a number with a unit, a sum or a period: {@code avg 4 tokens}, {@code 200 out on average}, {@code daily avg 260k}. */
    private boolean isBare(int number) {
        int next = number + 1;
        boolean bare = endsPart(next)
                || state.isAt(next, Cue.AVERAGE)
                || state.isAt(next, Cue.IS)
                || state.isAt(next, Cue.ON)
                || state.hasTyped(next, Trait.USUAL)
                || state.hasTyped(next, Trait.PEAK);
        for (int i = first(number); bare && i <= last(number); i++) {
            bare = !state.isAt(i, Category.PERIODS) && state.timeAt(i) == null;
        }
        return bare && !state.isMoneyAt(number);
    }

    private boolean isPeak(int number) {
        return isBeside(number, Trait.PEAK) || isBeside(number, Trait.TOP_OF_RATE);
    }

    private boolean isAverage(int number) {
        return isBeside(number, Trait.USUAL) || isBeside(number, Cue.AVERAGE);
    }

    private boolean isBeside(int number, Trait trait) {
        for (int i = first(number); i <= last(number); i++) {
            if (i != number && state.hasTyped(i, trait)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBeside(int number, Cue cue) {
        for (int i = first(number); i <= last(number); i++) {
            if (state.isAt(i, cue)) {
                return true;
            }
        }
        return false;
    }

    private int first(int number) {
        int first = number;
        while (first > 0 && number - first < REACH && !state.isNumberAt(first - 1) && !endsPart(first - 1)) {
            first--;
        }
        return first;
    }

    private int last(int number) {
        int last = number;
        while (last + 1 < state.size() && last - number < REACH && !state.isNumberAt(last + 1) && !endsPart(last + 1)) {
            last++;
        }
        return last;
    }
}
