package io.tunetally.interpreter.language;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.lexicon.Measure;
import java.util.Locale;

/**
 * The translation of a phrase.
 *
 * @param phrase as written in the language's file
 * @param meaning its meaning within the category, as in the English lexicon
 * @param english a phrase of the English lexicon, or the digits of a number; empty for a word without meaning here
 */
record Gloss(Lexicon.Phrase phrase, Category category, String meaning, String english) {
    boolean is(Category other) {
        return category == other;
    }

    boolean is(Cue cue) {
        return is(Category.CUES) && constant().equals(cue.name());
    }

    boolean is(Measure measure) {
        return is(Category.UNITS) && constant().equals(measure.name());
    }

    /** True of a word for each of a unit of time: {@code täglich}. */
    boolean isPeriod(Measure time) {
        return is(Category.PERIODS) && constant().equals(time.name());
    }

    boolean isNumber() {
        return is(Category.NUMBERS) || is(Category.MULTIPLIERS);
    }

    /** True for a unit that an article may count: {@code ein Jahr}. */
    boolean isTimeOrEpoch() {
        if (!is(Category.UNITS)) {
            return false;
        }
        Measure measure = Measure.valueOf(constant());
        return measure == Measure.EPOCH || measure.isTime();
    }

    private String constant() {
        return meaning.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** True if the phrase also counts as an everyday word or as an article. */
    boolean weak() {
        return phrase.weak();
    }

    boolean hasTheMeaningOf(Gloss other) {
        return category == other.category && english.equals(other.english) && weak() == other.weak();
    }
}
