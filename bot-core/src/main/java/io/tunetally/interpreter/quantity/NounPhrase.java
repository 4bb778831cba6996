package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;

/** Finds the noun that a number counts, behind the words that describe it: {@code 2.2k reddit posts}, {@code 240 FDA 510-K forms}. */
final class NounPhrase {
    /** The most words between a number and the noun it counts, the noun included. */
    private static final int REACH = 5;

    private static final int SHORTEST_NOUN = 4;

    private final ParseState state;

    NounPhrase(ParseState state) {
        this.state = state;
    }

    /** Returns the index of the plural noun that a number counts, or -1. */
    int of(int number) {
        int noun = -1;
        int first = number + 1;
        if (state.hasTyped(first, Trait.PART_OF) && isDetermined(first + 1)) {
            first += 2;
        }
        for (int i = first; i < state.size() && i < first + REACH && (isNominal(i) || isOfName(i, number)); i++) {
            noun = isPlural(i) ? i : noun;
        }
        return noun >= 0 && !isCountedOverTime(noun + 1) ? noun : -1;
    }

    /** The 737 of {@code 650 Boeing 737 logs}, the K of {@code 240 FDA 510-K submissions}. */
    private boolean isOfName(int i, int number) {
        int name = state.isSymbolAt(i - 1, '-') ? i - 2 : i;
        boolean letter = name < i && state.token(i).end - state.token(i).start == 1;
        return name > number + 1 && (letter || name == i) && state.unitFinder.isNumberOfName(name);
    }

    /** {@code 150 of my discord messages}, {@code 230 of the newsletters}. */
    private boolean isDetermined(int index) {
        return state.isAt(index, Cue.PERSON)
                || state.isAt(index, Trait.DEFINITE_ARTICLE)
                || state.isAt(index, Cue.THEM);
    }

    /** True for a word that may be part of what is counted: unknown, of the subject, or an everyday word with a meaning here. */
    private boolean isNominal(int i) {
        Token token = state.token(i);
        Lexeme lexeme = token.lexeme;
        if (lexeme == null) {
            return token.kind == Token.Kind.WORD || (token.isSymbol('-') && !token.spaced);
        }
        boolean everyday = lexeme.weak() && !token.is(Category.UNITS) && !token.is(Category.NUMBERS);
        return everyday
                || token.is(Trait.MODIFIES)
                || token.is(Category.TOPICS)
                || token.is(Category.COURTESIES)
                || token.is(Category.NEUTRAL_TIERS)
                || token.is(Cue.PROMPT)
                || token.is(Cue.TRAINING)
                || token.is(Cue.LONG)
                || token.is(Cue.THANKS)
                || token.is(Measure.EXAMPLE)
                || token.is(Measure.ITEM)
                || (lexeme.weak() && token.is(Measure.CAPACITY))
                || state.isSlash(i);
    }

    private boolean isPlural(int noun) {
        Token token = state.token(noun);
        return !token.is(Category.FUNCTIONS)
                && !state.isSlash(noun)
                && (state.isPluralAt(noun)
                        || isCapitalized(noun)
                        || token.is(Measure.ITEM)
                        || token.is(Measure.EXAMPLE)
                        || state.hasTyped(noun, Trait.UNINFLECTED));
    }

    /** The {@code Mahnungen} of {@code 750 Mahnungen}: German writes nouns with a capital, and few of their plurals end in s. */
    private boolean isCapitalized(int noun) {
        Token token = state.token(noun);
        return state.text.isTranslated()
                && !state.candidates.has(SlotName.REQUESTS_PER_DAY)
                && token.kind == Token.Kind.WORD
                && token.end - token.start >= SHORTEST_NOUN
                && state.text.isUpperCase(token.start);
    }

    /** {@code 45 adverts a week}: traffic, or something else that happens again and again. */
    boolean isCountedOverTime(int i) {
        Measure time = state.measureAt(i + 1);
        boolean per = state.isAt(i, Cue.PER) || state.isAt(i, Cue.ARTICLE) || state.isAt(i, Cue.EVERY);
        return state.isAt(i, Category.PERIODS) || (per && time != null && time.isTime());
    }
}
