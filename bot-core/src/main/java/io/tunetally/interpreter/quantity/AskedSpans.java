package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.OtherSpans;
import io.tunetally.request.SlotName;
import java.util.List;

/**
 * Tells which span is the horizon of a message that says how much traffic there is and no other horizon: the year that its
 * question names, whatever it calls it: {@code the cost of a year's running}, {@code tell me the year with nova micro},
 * {@code eight months of fieldwork on a tuned nano}.
 */
public final class AskedSpans {
    /** The most words from a span to the model that runs for it. */
    private static final int REACH_OF_MODEL = 5;

    private final ParseState state;
    private final HostingSpans hosting;

    AskedSpans(ParseState state, HostingSpans hosting) {
        this.state = state;
        this.hosting = hosting;
    }

    /** {@code we tried it for two months ... what will the first year cost}: of several horizons the one that the question names is meant. */
    public static void keep(ParseState state) {
        List<Integer> spans = state.candidates.numbersOf(SlotName.MONTHS);
        if (state.terse || spans.size() < 2) {
            return;
        }
        List<Integer> asked =
                spans.stream().filter(span -> state.sentence(span).asks()).toList();
        if (asked.size() == 1) {
            spans.stream().filter(span -> !asked.contains(span)).forEach(span -> {
                state.candidates.withdraw(span);
                state.token(span).use = Token.Use.KNOWN_NON_SLOT;
            });
        }
    }

    /** True if traffic or trainings to come are said and no horizon. */
    boolean isOpen() {
        return !state.candidates.has(SlotName.MONTHS)
                && !state.candidates.has(SlotName.DAYS)
                && !state.slots.has(SlotName.MONTHS)
                && (hosting.isTraffic() || state.has(Cue.RETRAIN));
    }

    /** Returns the place of the year without a number that is asked for, or -1. */
    int year() {
        for (int i = 0; state.has(Measure.YEAR) && i < state.size(); i++) {
            boolean unit = state.isAt(i, Measure.YEAR) && !state.isNumberAt(i) && !state.isAt(i, Category.PERIODS);
            if (unit && state.token(i).use == Token.Use.NOTHING && isAsked(i)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the unit of {@code three such months}, {@code two of those weeks}, which say a season back, or -1. */
    int saidBack(int number) {
        int behind = state.hasTyped(number + 1, Trait.SUCH) ? number + 2 : behindThose(number + 1);
        boolean counted = behind >= 0 && state.isCountAt(number) && !state.isAt(behind, Category.PERIODS);
        TimeUnit time = counted ? state.timeAt(behind) : null;
        return time != null && time.isLong() && state.sentence(number).asks() ? behind : -1;
    }

    private int behindThose(int of) {
        return state.isAt(of, Trait.PART_OF) && state.hasTyped(of + 1, Trait.REFERS_BACK) ? of + 2 : -1;
    }

    /** True of {@code both months} in a question. */
    boolean areBoth(int unit) {
        return state.timeAt(unit) == TimeUnit.MONTH
                && !state.isAt(unit, Category.PERIODS)
                && state.at(unit - 1) != null
                && !state.isNumberAt(unit - 1)
                && state.hasTyped(unit - 1, Trait.TAKES_BOTH)
                && state.sentence(unit).asks();
    }

    private boolean isAsked(int unit) {
        int before = unit - 1;
        for (int i = 0; i < 2 && (state.isSymbolAt(before, '-') || (before > 0 && isWhole(before))); i++) {
            before--;
        }
        boolean whole = before < unit - 1;
        boolean article = state.isAt(before, Cue.ARTICLE) || state.isAt(before, Trait.DEFINITE_ARTICLE);
        int lead = article ? before - 1 : before;
        if (state.isNumberAt(lead) || state.isNumberAt(before) || OtherSpans.areOfQuote(state, unit)) {
            return false;
        }
        boolean ofCost = article && isOfCost(lead, unit);
        if (state.terse) {
            return ofCost || isBesideCost(unit, before);
        }
        boolean other = (state.isAt(lead, Trait.PART_OF) && !ofCost && !state.isPossessive(unit))
                || state.isAt(lead, Cue.IN)
                || state.isAt(lead, Category.UNITS)
                || state.isAt(lead, Category.PERIODS)
                || isTimes(lead)
                || state.isAt(before, Cue.PAST)
                || state.isAt(lead, Cue.PAST)
                || state.hasTyped(unit, Trait.SEVERAL_SPANS);
        return (article || whole)
                && !other
                && (state.sentence(unit).asks() || (!state.isReported(unit) && namesModel(unit)));
    }

    /** {@code the cost of a year}, {@code till the end of a year}; not {@code of a year ago}. */
    private boolean isOfCost(int of, int unit) {
        return state.isAt(of, Trait.PART_OF)
                && !state.isAt(unit + 1, Cue.PAST)
                && (state.isAt(of - 1, Category.INTENTS) || state.hasTyped(of - 1, Trait.PRICE_NOUN));
    }

    /** {@code tco yr}, {@code year total}. */
    private boolean isBesideCost(int unit, int before) {
        return isCost(before) || isCost(unit + 1);
    }

    private boolean isCost(int index) {
        return state.isAt(index, Category.INTENTS) || state.isAt(index, Cue.TOTAL);
    }

    /** {@code full}, {@code whole}; {@code last} names another one. */
    private boolean isWhole(int index) {
        return !state.isNumberAt(index)
                && state.hasTyped(index, Trait.WHOLE_PERIOD)
                && !state.isAt(index, Cue.PAST)
                && !state.isAt(index, Cue.ARTICLE);
    }

    private boolean isTimes(int index) {
        return state.isAt(index, Measure.TIMES) || state.hasTyped(index, Trait.REPEATS);
    }

    /** {@code for a year on a tuned gpt-4.1-mini}. */
    private boolean namesModel(int unit) {
        boolean found = false;
        for (int i = unit + 1; i <= unit + REACH_OF_MODEL && !found && !state.isBreakAt(i); i++) {
            found = state.isOfMention(i);
        }
        return found;
    }

    /** True of a span with a number that a question opens with: {@code for one year of opening}, {@code what's ten months of fieldwork on ...}. */
    boolean isAsked(int number, int unit, TimeUnit time) {
        boolean led = state.isAt(number - 1, Cue.FOR)
                || state.isAt(number - 1, Cue.OVER)
                || (state.isAt(number - 1, Cue.IS) && state.isAt(number - 2, Cue.QUESTION))
                || state.isAt(number - 1, Cue.QUESTION);
        int noun = unit + 2;
        boolean data = state.isAt(unit + 1, Trait.PART_OF) && (state.isUnitAt(noun) || state.isNumberAt(noun));
        return time.isLong()
                && unit > number
                && led
                && !data
                && state.sentence(number).asks()
                && !state.isAt(unit + 1, Cue.AGO)
                && !OtherSpans.areOfBusiness(state, number, unit)
                && !OtherSpans.areOfQuote(state, number);
    }
}
