package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;

/** Names with a number, of things that another number counts: {@code 300 SEC 10-K filings}, {@code 1,200 ISO 9001 reports}. */
final class NumberedNames {
    /** The most words of a name, and between its number and the things. */
    private static final int REACH = 4;

    private final ParseState state;

    NumberedNames(ParseState state) {
        this.state = state;
    }

    /**
     * The {@code 2.7} of {@code 1,300 Module 2.7 summaries}, the {@code 10-K} of {@code 300 SEC 10-K filings}, the {@code
     * 737} of {@code 650 Boeing 737 logs}: a part of the name of what a number before it counts.
     */
    boolean isNumberOfName(int i) {
        if (!state.isNumberAt(i) || !isOfName(i - 1)) {
            return false;
        }
        boolean proper = false;
        int first = i;
        while (first > i - REACH && isOfName(first - 1)) {
            first--;
            proper |= state.text.isUpperCase(state.token(first).start);
        }
        if (!state.isNumberAt(first - 1) || !state.token(first).spaced) {
            return false;
        }
        boolean form = isForm(i);
        if (hasTimeWithin(first, i) && !form && !proper) {
            return false;
        }
        Numeral own = state.token(i).numeral();
        boolean part = own.value().compareTo(state.token(first - 1).numeral().value()) < 0;
        // "700 leaflets 25 questions a day": the plural is what the first number counts.
        return (part || proper)
                && own.scaled() == 0
                && isFollowedByThings(form ? i + 3 : i + 1, proper)
                && (proper || !state.isPluralAt(i - 1));
    }

    /** The {@code 10-K} of {@code 10-K filings}. */
    private boolean isForm(int i) {
        Token letter = state.at(i + 2);
        return letter != null
                && state.isSymbolAt(i + 1, '-')
                && !state.token(i + 1).spaced
                && !letter.spaced
                && letter.end - letter.start == 1;
    }

    /** True for a word that may be part of a name: {@code Boeing}, {@code ISO}, {@code SEC}, the hyphen of {@code ICD-10}. */
    private boolean isOfName(int i) {
        Token token = state.at(i);
        Measure measure = token == null ? null : token.measure();
        return token != null
                && ((token.kind == Token.Kind.WORD && token.end - token.start > 1)
                        || token.is(Category.KNOBS)
                        || (measure != null && measure.isTime())
                        || (token.isSymbol('-') && !token.spaced));
    }

    private boolean hasTimeWithin(int first, int end) {
        for (int i = first; i < end; i++) {
            Measure measure = state.measureAt(i);
            if (measure != null && measure.isTime()) {
                return true;
            }
        }
        return false;
    }

    /** {@code 10 coding notes}, behind a proper name {@code 737 logs}, too. */
    private boolean isFollowedByThings(int from, boolean proper) {
        for (int i = from; i < from + REACH; i++) {
            Token token = state.at(i);
            if (state.isItemAt(i)) {
                return true;
            }
            boolean word =
                    token != null && (token.kind == Token.Kind.WORD || (token.lexeme != null && token.lexeme.weak()));
            if (token == null || !word) {
                return false;
            }
            if (proper && state.isPluralAt(i)) {
                return true;
            }
        }
        return false;
    }

    /** True for the {@code SEC} of {@code 300 SEC 10-K filings}, the {@code year} of {@code 900 GCSE year 11 essays}. */
    boolean isTimeInName(int i) {
        for (int number = i + 1; number <= i + REACH; number++) {
            if (state.isNumberAt(number)) {
                return isNumberOfName(number);
            }
        }
        return false;
    }
}
