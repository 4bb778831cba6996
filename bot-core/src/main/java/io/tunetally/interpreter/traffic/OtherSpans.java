package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;

/** Spans of time that say nothing of how long a model runs: figures of a company, storage, and offers of others. */
public final class OtherSpans {
    /** The most tokens from an amount to its span: {@code 9,800 EUR for a month}. */
    private static final int REACH_OF_QUOTE = 4;

    /** The most tokens from the word for an offer to its span. */
    private static final int REACH_OF_OFFER = 10;

    /** The most tokens from the word for an outage to its span. */
    private static final int REACH_OF_OUTAGE = 3;

    /** The most words from the verb of keeping to what is kept: {@code we have a full year}. */
    private static final int REACH_OF_HELD = 3;

    private OtherSpans() {}

    /** {@code cac payback 7mo}, {@code runway 14 months}, {@code 18 months of runway}: a figure of the company. */
    public static boolean areOfBusiness(ParseState state, int number, int unit) {
        if (areOfHosting(state, number, unit)) {
            return false;
        }
        int name = state.isSymbolAt(number - 1, ':') || state.isAt(number - 1, Cue.IS) ? number - 2 : number - 1;
        name = state.hasTyped(name, Trait.SPAN_NOUN) ? name - 1 : name;
        int behind = state.isAt(unit + 1, Trait.PART_OF) ? unit + 2 : unit + 1;
        return state.hasTyped(name, Trait.BUSINESS_SPAN)
                || state.hasTyped(behind, Trait.BUSINESS_SPAN)
                || isOfOutage(state, number)
                || isOfStorage(state, number);
    }

    /** {@code the machine was down for six days}, in a sentence that asks nothing. */
    private static boolean isOfOutage(ParseState state, int number) {
        boolean down = false;
        for (int i = number - 1; i >= Math.max(state.clause(number).first(), number - REACH_OF_OUTAGE); i--) {
            down |= state.hasTyped(i, Trait.OUTAGE);
        }
        return down && !state.sentence(number).asks();
    }

    /**
     * {@code dedicated endpoint, 10,000 requests a day, first contract for 12 months}: a contract in the sentence of the traffic is for
     * running the model, and so is that of {@code what does hosting come to over a 6 month contract}.
     */
    private static boolean areOfHosting(ParseState state, int number, int unit) {
        boolean contract = state.hasTyped(unit + 1, Trait.CONTRACT);
        boolean traffic = false;
        Sentence sentence = state.sentence(number);
        for (int i = number - 1; i >= number - REACH_OF_QUOTE && !state.isBreakAt(i); i--) {
            contract |= state.hasTyped(i, Trait.CONTRACT);
        }
        for (int i = sentence.first(); contract && i < sentence.end() && !traffic; i++) {
            boolean sent = state.isItemAt(i) || state.isAt(i, Measure.TOKEN);
            traffic = state.isAt(i, Measure.REQUEST)
                    || (sent && state.isRateAt(i + 1))
                    || (sentence.asks() && (state.hasTyped(i, Trait.SERVES) || state.isAt(i, Category.DEPLOYMENTS)));
        }
        return contract && traffic;
    }

    /** {@code retention for 5 years}, {@code the logs have to be kept for 10 years}, {@code the lease runs for 5 years}. */
    private static boolean isOfStorage(ParseState state, int number) {
        int last = number - 2;
        if (!state.isAt(number - 1, Cue.FOR) || state.isNumberAt(last)) {
            return false;
        }
        int first = Math.max(state.clause(number).first(), number - REACH_OF_OFFER);
        for (int i = first == last ? last - 2 : first; i < last; i++) {
            // "the model must be kept for 36 months", "a tuned gpt-4.1-nano, kept for two years"
            if (state.hasTyped(i, Trait.MODEL_NOUN) || state.isOfMention(i) || state.isAt(i, Category.TUNING)) {
                return false;
            }
        }
        int verb = state.hasTyped(last, Trait.RUNS_MODEL) ? last - 1 : last;
        return state.hasTyped(last, Trait.STORED)
                || (!state.isNumberAt(verb) && state.hasTyped(verb, Trait.BUSINESS_SPAN));
    }

    /**
     * {@code each files 3 reports a day and we have a full year of it}, {@code written over the years}: the time of which there are
     * data.
     */
    public static boolean isOfCollection(ParseState state, int unit) {
        if (state.terse) {
            return false;
        }
        boolean several = state.hasTyped(unit, Trait.SEVERAL_SPANS);
        boolean of =
                state.isAt(unit + 1, Trait.PART_OF) && !state.sentence(unit).asks();
        boolean held = false;
        for (int i = unit - 1; of && i >= unit - REACH_OF_HELD && !state.isBreakAt(i); i--) {
            held |= !state.isNumberAt(i) && (state.hasTyped(i, Trait.IN_HAND) || state.hasTyped(i, Trait.NOTED_DOWN));
        }
        return several || held;
    }

    /** The {@code the year} of {@code 6 months of the year}: the part of each year in which a model runs. */
    public static boolean isOfYear(ParseState state, int article) {
        boolean led = state.hasTyped(article, Trait.DEFINITE_ARTICLE)
                || state.isAt(article, Cue.ARTICLE)
                || state.isAt(article, Cue.EVERY)
                || state.hasTyped(article, Trait.EACH_ONE);
        return state.isAt(article, Measure.YEAR) || (led && state.isAt(article + 1, Measure.YEAR));
    }

    /** {@code they quoted 14,200 for a month}: the span of another's offer. */
    public static boolean areOfQuote(ParseState state, int span) {
        boolean quoted = false;
        Sentence sentence = state.sentence(span);
        int first = Math.max(sentence.first(), span - REACH_OF_OFFER);
        for (int i = first; i < span - 1 && !sentence.asks(); i++) {
            quoted |= !state.isNumberAt(i) && state.hasTyped(i, Trait.QUOTES);
            boolean amount = state.isNumberAt(i) && (!state.isUnitAt(i + 1) || state.isAt(i + 1, Measure.DOLLAR));
            if (quoted && amount && i >= span - REACH_OF_QUOTE) {
                return true;
            }
        }
        return false;
    }
}
