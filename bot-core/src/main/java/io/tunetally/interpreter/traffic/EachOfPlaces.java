package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;

/**
 * Finds how many places there are of which each gets a rate, whatever they are called: {@code 12 depots; each one gets 40 a day},
 * {@code each gets 8 a day (we have 11)}.
 */
final class EachOfPlaces {
    /** No number. */
    private static final int NONE = -1;
    /** The most words between the word for each and the rate. */
    private static final int REACH = 9;
    /** The most marks and words that join a number of places with the word for each. */
    private static final int MOST_JOINS = 3;
    /** The most words of the noun for the places. */
    private static final int NOUN_REACH = 3;
    /** The most words from where the places are to the end of their sentence. */
    private static final int REACH_OF_PLACE = 5;
    /** The most tokens from a rate to the number of places behind it. */
    private static final int REACH_BEHIND = 24;
    /** The most words from the owner to the number: {@code we have 11}. */
    private static final int REACH_OF_OWNER = 3;

    /** The most places of one owner. */
    private static final BigDecimal MOST = BigDecimal.valueOf(5000);

    private final ParseState state;

    EachOfPlaces(ParseState state) {
        this.state = state;
    }

    /** Returns the index of the number of places of which each gets the rate, or -1. */
    int countOf(int rate, int last) {
        int each = each(rate);
        if (each < 0) {
            return NONE;
        }
        int before = namesOne(each) ? NONE : before(each);
        return before >= 0 ? before : behind(last);
    }

    /** {@code per depot}, {@code every customer}: which of those counted are meant is said. */
    private boolean namesOne(int each) {
        boolean noun = !state.text.isTranslated() && state.isAt(each, Cue.EVERY) && !state.isOneAt(each + 1);
        return noun
                || state.isAt(each, Cue.PER)
                || (state.at(each + 1) != null && !state.isNumberAt(each + 1) && state.hasTyped(each + 1, Trait.HEADS))
                || state.hasTyped(each + 1, Trait.SOMEONE);
    }

    private int each(int rate) {
        for (int i = rate - 1; i >= Math.max(0, rate - REACH) && !endsClause(i); i--) {
            if (state.isNumberAt(i) && !state.isOneAt(i)) {
                return NONE;
            }
            boolean each = state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY) || state.hasTyped(i, Trait.EACH_ONE);
            boolean per = state.isAt(i, Cue.PER) && isWord(i + 1);
            boolean one = state.isAt(i, Cue.ARTICLE) && isOneOfCounted(i + 1);
            if (each || per || one) {
                // "each one" may be a single token; "each email" is of other things.
                boolean oneToken = state.typed(i, i).indexOf(' ') > 0;
                return !oneToken && isOfOther(i + 1) ? NONE : i;
            }
        }
        return NONE;
    }

    /** The {@code hotel} of {@code 40 hotels, a hotel gets 12 a day}. */
    private boolean isOneOfCounted(int noun) {
        return isWord(noun)
                && !state.isBreakAt(noun)
                && state.measureAt(noun) == null
                && state.unitFinder.isOneOfCounted(noun);
    }

    private boolean endsClause(int i) {
        return state.isSymbolAt(i, '.')
                || state.isSymbolAt(i, '?')
                || state.isSymbolAt(i, '!')
                || state.isSymbolAt(i, ';');
    }

    /** {@code each email}, {@code each day}, {@code each of the 1,820}: it is of other things than places. */
    private boolean isOfOther(int i) {
        Measure measure = state.measureAt(i);
        // "each answers 12 mails": a verb.
        boolean verb = state.isItemAt(i) && state.isPluralAt(i) && state.isNumberAt(i + 1);
        return (measure != null && measure != Measure.OTHER && !state.isOneAt(i) && !verb)
                || (state.isAt(i, Cue.OF) && !state.isAt(i, Trait.HAVING))
                || state.isAt(i, Trait.PART_OF);
    }

    /** Returns the 12 of {@code 12 depots; each one}, {@code six bureaux et chacun}, the 62 of {@code 62 restaurants in Portugal. Each one}, or -1. */
    private int before(int each) {
        int end = each - 1;
        for (int joins = 0; joins < MOST_JOINS && end > 0 && joins(end); joins++) {
            end--;
        }
        int noun = beforePlace(end);
        for (int i = noun; i > noun - NOUN_REACH - 1 && i >= 0; i--) {
            if (state.isCountAt(i)) {
                return i < noun && isFree(i) ? i : NONE;
            }
            if (!isWord(i)) {
                return NONE;
            }
        }
        return NONE;
    }

    /** Returns the last word before where the places are, {@code in Portugal}, {@code across our group}; without it the word itself. */
    private int beforePlace(int last) {
        for (int i = last; i > last - REACH_OF_PLACE && i > 1; i--) {
            boolean leads = state.isAt(i, Cue.IN)
                    || state.isAt(i, Cue.EU)
                    || state.isAt(i, Cue.OVER)
                    || (!state.isNumberAt(i) && state.hasTyped(i, Trait.LEADS_TO_PLACE));
            if (leads && state.isPluralAt(i - 1)) {
                return i - 1;
            }
            if (state.isNumberAt(i) || state.isBreakAt(i)) {
                return last;
            }
        }
        return last;
    }

    private boolean joins(int i) {
        return state.isBreakAt(i) || endsClause(i) || state.isAt(i, Cue.AND) || state.isJoin(i);
    }

    private boolean isWord(int i) {
        Token token = state.at(i);
        return token != null
                && !token.isNumber()
                && token.kind != Token.Kind.SYMBOL
                && (token.kind == Token.Kind.WORD
                        || state.hasTyped(i, Trait.HEADS)
                        || token.is(Measure.OTHER)
                        || (!token.is(Category.UNITS) && !token.is(Category.TUNING) && token.cue() == null));
    }

    /** Returns the 11 of {@code (we have 11)}, the four of {@code and of garages we have four}, or -1. */
    private int behind(int last) {
        int sentences = 0;
        for (int i = last + 1; i < Math.min(state.size(), last + REACH_BEHIND) && sentences < 2; i++) {
            sentences += state.isSymbolAt(i, '.') || state.isSymbolAt(i, '?') ? 1 : 0;
            boolean ends = state.isBreakAt(i + 1) || state.isSymbolAt(i + 1, ')') || i + 1 == state.size();
            if (state.isCountAt(i) && ends && isFree(i) && isOwned(i)) {
                return i;
            }
        }
        return NONE;
    }

    private boolean isOwned(int number) {
        for (int i = number - 1; i >= Math.max(0, number - REACH_OF_OWNER) && !state.isBreakAt(i); i--) {
            if (state.isNumberAt(i)) {
                return false;
            }
            if (state.isAt(i, Cue.PERSON) || state.hasTyped(i, Trait.OWNS)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFree(int number) {
        Token token = state.token(number);
        return (token.use == Token.Use.NOTHING || token.use == Token.Use.KNOWN_NON_SLOT)
                && !token.numeral().isRange()
                && token.numeral().value().compareTo(BigDecimal.ONE) > 0
                && token.numeral().value().compareTo(MOST) <= 0
                && !state.isSize(number)
                && !state.isMoneyBefore(number + 1);
    }
}
