package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Token;

/** The words between a number and its unit, which describe the unit: {@code 500 input tokens}, {@code 9k text-sql pairs}. */
final class UnitDescription {
    private final ParseState state;

    UnitDescription(ParseState state) {
        this.state = state;
    }

    /** True for a word that describes the unit of a number. */
    boolean isAt(int i, int number) {
        return describes(state.token(i))
                || isParticiple(i)
                || isSizeOfRun(i)
                || (i == number + 1 && (isOfThings(i) || isOfTokens(i)))
                || (i == number + 2 && isOfTokens(number + 1));
    }

    /** True for a sign or a word within a longer word; text after a hyphen belongs to the text before it: {@code text-sql pairs}. */
    boolean isPartOfWord(int i, int number) {
        Token token = state.token(i);
        boolean compound = !token.spaced && state.isSymbolAt(i - 1, '-') && i > number + 2 && token.lexeme != null;
        return compound
                || (i == number + 1 && isPointOfAbbreviation(i))
                || isOwner(i)
                || isFirstOfHyphenated(i)
                || isPartOfCompound(i)
                || ((token.isSymbol('-') || isWithinPhrase(i)) && !token.spaced);
    }

    /** The point of {@code 1,5 Mio. Tokens}. */
    private boolean isPointOfAbbreviation(int point) {
        if (!state.isSymbolAt(point, '.') || state.token(point).spaced) {
            return false;
        }
        String number = state.typed(point - 1, point - 1);
        int first = number.length();
        while (first > 0 && Character.isLetter(number.charAt(first - 1))) {
            first--;
        }
        return state.compiledLexicon.is(Trait.ABBREVIATION, number.substring(first));
    }

    /** The {@code citizens'} of {@code 700 citizens' requests}, with its apostrophe. */
    boolean isOwner(int i) {
        int owner = state.isSymbolAt(i, '\'') ? i - 1 : i;
        return state.isAt(owner, Category.UNITS) && state.isSymbolAt(owner + 1, '\'') && state.isUnitAt(owner + 2);
    }

    /** The {@code double} of {@code 620 double-coded notes}. */
    private boolean isFirstOfHyphenated(int i) {
        Token first = state.token(i);
        Token word = state.at(i + 2);
        return first.kind == Token.Kind.LEXEME
                && word != null
                && word.kind == Token.Kind.WORD
                && !word.spaced
                && state.isSymbolAt(i + 1, '-')
                && !state.token(i + 1).spaced;
    }

    /** The {@code of} of {@code 1,200 of the token things}. */
    private boolean isOfTokens(int of) {
        boolean led = state.hasTyped(of + 1, Trait.DEFINITE_ARTICLE) || state.isAt(of + 1, Cue.THEM);
        return state.isAt(of, Trait.PART_OF) && led && state.isAt(of + 2, Measure.TOKEN);
    }

    /** The {@code of} of {@code 35 thousand of dialogues}. */
    private boolean isOfThings(int i) {
        return state.isAt(i, Trait.PART_OF)
                && (state.isItemAt(i + 1) || state.isAt(i + 1, Measure.TOKEN) || state.isAt(i + 1, Measure.REQUEST));
    }

    /** The {@code finished} of {@code 1,000 finished descriptions}. */
    private boolean isParticiple(int i) {
        return state.isAt(i, Cue.REPORT) && state.isItemAt(i + 1);
    }

    /** The {@code small} of {@code 25 small runs}, which is no tier of models there. */
    private boolean isSizeOfRun(int i) {
        return state.isAt(i, Category.TIERS) && state.isAt(i + 1, Measure.RUN);
    }

    /** The first word of {@code query/title pairs}, of {@code 220 user questions}, of {@code 1,250 run reports}. */
    boolean isPartOfCompound(int i) {
        Measure measure = state.measureAt(i);
        boolean asker = measure == Measure.OTHER && state.hasTyped(i, Trait.HEADS);
        boolean run = measure == Measure.RUN && !state.isPluralAt(i);
        if ((asker && (state.isAt(i + 1, Measure.ITEM) || state.isAt(i + 1, Measure.REQUEST)))
                || (run && state.isItemAt(i + 1))) {
            return true;
        }
        Token mark = state.at(i + 1);
        Token after = state.at(i + 2);
        return mark != null
                && after != null
                && state.isSlash(i + 1)
                && !mark.spaced
                && !after.spaced
                && after.kind == Token.Kind.WORD
                && state.isAt(i + 3, Category.UNITS);
    }

    /** The slash of {@code 9k instruction/response pairs}. */
    private boolean isWithinPhrase(int index) {
        Token next = state.at(index + 1);
        return state.isSlash(index) && next != null && !next.spaced && (next.kind == Token.Kind.WORD || isRole(next));
    }

    private static boolean describes(Token token) {
        if (token.kind == Token.Kind.WORD || token.kind == Token.Kind.CODE) {
            return true;
        }
        boolean everydayName = token.is(Category.FAMILIES) && token.lexeme != null && token.lexeme.weak();
        if (everydayName
                || token.is(Category.NEUTRAL_TIERS)
                || token.is(Category.TUNING)
                || token.is(Category.TOPICS)
                || token.is(Category.METHODS)
                || token.is(Category.DEPLOYMENTS)
                || token.is(Category.OBJECTIVES)) {
            return true;
        }
        Cue cue = token.cue();
        if (cue == null) {
            return (token.is(Category.FUNCTIONS) && (token.is(Trait.MORE) || token.is(Trait.MODIFIES)))
                    || token.is(Trait.BEST)
                    || token.is(Trait.SUCH);
        }
        return switch (cue) {
            case INPUT,
                    OUTPUT,
                    PROMPT,
                    TUNED_PROMPT,
                    VALIDATION,
                    GRADER,
                    ROLLOUT,
                    BILLED,
                    TRAINING,
                    TOTAL,
                    CACHED,
                    AVERAGE,
                    COVERAGE,
                    THANKS,
                    AGO,
                    PAST,
                    LONG -> true;
            default -> false;
        };
    }

    /** A word between a number and its unit that specifies it: {@code 500 input tokens}. */
    static boolean isRole(Token token) {
        return token.cue() != null && describes(token);
    }
}
