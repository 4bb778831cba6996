package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A number of the conversation that a message says again, to give it up or to multiply it: {@code the average is 365; 310 was the
 * median}, {@code now it's 180 x 2}. It says which slot the other number is of.
 */
public final class RestatedNumbers {
    /** The most tokens between a number and the word that gives it up. */
    private static final int REACH = 6;

    private static final BigDecimal MOST_TIMES = BigDecimal.valueOf(100);

    private static final Set<SlotName<?>> LENGTHS = Set.of(
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.TOTAL_TOKENS,
            SlotName.PROMPT_TOKENS,
            SlotName.TUNED_PROMPT_TOKENS,
            SlotName.INPUT_TOKENS,
            SlotName.OUTPUT_TOKENS,
            SlotName.GRADER_TOKENS);

    private static final Set<SlotName<?>> COUNTS = Set.of(SlotName.EXAMPLES, SlotName.REQUESTS_PER_DAY);

    private final ParseState state;
    private final Replacements replacements;

    private RestatedNumbers(ParseState state) {
        this.state = state;
        replacements = new Replacements(state);
    }

    /** Gives the number that takes the place of a remembered one its slot, before other numbers are read. */
    public static void read(ParseState state) {
        if (state.mayEdit()) {
            new RestatedNumbers(state).read();
        }
    }

    /** True if a message gives up or multiplies a remembered number. */
    public static boolean isIn(ParseState state) {
        if (!state.mayEdit()) {
            return false;
        }
        RestatedNumbers restated = new RestatedNumbers(state);
        for (int i = 0; i < state.size(); i++) {
            SlotName<?> slot = state.isNumberAt(i) ? restated.slotOf(i) : null;
            if (slot != null
                    && (restated.factorOf(i, slot) >= 0
                            || restated.summandOf(i, slot) >= 0
                            || restated.successor(i, slot) >= 0)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the slot that a number of before had: the remembered one, or that of the unit of an assumed one: {@code 3 epochs is too much}. */
    private @Nullable SlotName<?> slotOf(int number) {
        SlotName<?> said = replacements.rememberedAs(number);
        boolean assumed = said == null && state.isAt(number + 1, Measure.EPOCH) && isGivenUp(number);
        return assumed ? SlotName.EPOCHS : said;
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            SlotName<?> slot = isFree(i) ? slotOf(i) : null;
            if (slot == null) {
                continue;
            }
            if (isReplacedHere(i)) {
                // "Use it in place of the 250".
                state.ignore(i);
                state.candidates.settle(i);
                continue;
            }
            int summand = summandOf(i, slot);
            if (summand >= 0) {
                Numeral more = counted(summand);
                state.candidates.addDerived(slot, counted(i).converted(value -> value.add(more.value())), i);
                state.use(i, unitOf(summand), Token.Use.CONNECTIVE);
                state.token(i).use = Token.Use.SLOT;
                state.candidates.settle(i);
                state.candidates.settle(summand);
                continue;
            }
            int factor = factorOf(i, slot);
            int next = factor >= 0 ? -1 : successor(i, slot);
            if (factor >= 0) {
                Numeral times = state.token(factor).numeral();
                state.candidates.addDerived(slot, counted(i).converted(value -> value.multiply(times.value())), i);
                state.use(i, unitOf(factor), Token.Use.CONNECTIVE);
                state.token(i).use = Token.Use.SLOT;
                state.candidates.settle(i);
                state.candidates.settle(factor);
                ignoreSame(factor);
            } else if (next >= 0) {
                if (COUNTS.contains(slot) && isSupplanted(i)) {
                    state.add(ParseState.WorkedOut.stated(slot, counted(next).value(), "", List.of(next)));
                }
                state.candidates.add(slot, counted(next), next);
                state.use(next, unitOf(next), Token.Use.CONNECTIVE);
                state.token(next).use = Token.Use.SLOT;
                state.ignore(i);
                state.candidates.settle(i);
            }
        }
    }

    /** {@code three branches, so 60 x 3}: both say the factor. */
    private void ignoreSame(int factor) {
        for (int k = 0; k < factor; k++) {
            if (isFree(k) && counted(k).value().compareTo(counted(factor).value()) == 0) {
                state.ignore(k);
                state.candidates.settle(k);
            }
        }
    }

    private Numeral counted(int number) {
        return Amounts.counted(state.token(number).numeral());
    }

    private boolean isFree(int i) {
        return state.isNumberAt(i)
                && state.token(i).use == Token.Use.NOTHING
                && !state.token(i).numeral().isRange();
    }

    /** Returns the last token of a number with its unit and its period. */
    private int unitOf(int number) {
        int unit = state.isUnitAt(number + 1) ? number + 1 : number;
        return state.isRateAt(unit + 1) && !state.isAt(unit + 1, Category.PERIODS)
                ? unit + 2
                : state.isAt(unit + 1, Category.PERIODS) ? unit + 1 : unit;
    }

    /** Returns the index of the 2 of {@code 180 x 2}, {@code 150 times 4}, or -1. */
    private int factorOf(int number, SlotName<?> slot) {
        boolean times = state.isTimesSign(number + 1)
                || state.isSymbolAt(number + 1, '*')
                || state.isAt(number + 1, Measure.TIMES);
        int factor = number + 2;
        Measure unit = state.measureAt(factor + 1);
        boolean counts = unit == null || unit == Measure.OTHER || unit == Measure.ITEM || unit == Measure.EXAMPLE;
        return times
                        && counts
                        && COUNTS.contains(slot)
                        && state.isCountAt(factor)
                        && state.token(factor).numeral().value().compareTo(MOST_TIMES) <= 0
                ? factor
                : -1;
    }

    /** Returns the index of the 3,500 of {@code now it's 5,000 plus 3,500}, of the 90 of {@code 90 there and 90 here}, or -1. */
    private int summandOf(int number, SlotName<?> slot) {
        boolean plus = state.hasTyped(number + 1, Trait.PLUS) || state.isSymbolAt(number + 1, '+');
        boolean places = state.hasTyped(number + 1, Trait.PLACE) && state.isAt(number + 2, Cue.AND);
        int summand = plus ? number + 2 : places ? number + 3 : -1;
        boolean alone = places ? state.hasTyped(summand + 1, Trait.PLACE) : !state.isUnitAt(summand + 1);
        return COUNTS.contains(slot) && alone && state.isCountAt(summand) ? summand : -1;
    }

    /** Returns the index of the one number that takes the place of one that is given up, or -1. */
    private int successor(int number, SlotName<?> slot) {
        if (state.has(Cue.VALIDATION)
                || !(isGivenUp(number)
                        || isCorrectedBehind(number)
                        || isOfWords(number, slot)
                        || isOneOfMany(number, slot))) {
            return -1;
        }
        int found = -1;
        for (int i = 0; i < state.size(); i++) {
            if (i != number && state.isNumberAt(i) && !state.candidates.isSetAside(i) && isOf(i, slot)) {
                if (found >= 0) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** {@code 400 is the August. Average of the year is 150}: a value of one time, in a message that says the average. */
    private boolean isOneOfMany(int number, SlotName<?> slot) {
        boolean one = COUNTS.contains(slot)
                && state.isAt(number + 1, Cue.IS)
                && state.hasTyped(number + 2, Trait.DEFINITE_ARTICLE)
                && !state.isAt(number + 3, Cue.AVERAGE);
        boolean average = false;
        for (int i = state.sentence(number).end(); one && !average && i < state.size(); i++) {
            average = state.isAt(i, Cue.AVERAGE);
        }
        return average;
    }

    private boolean isReplacedHere(int number) {
        int led = state.hasTyped(number - 1, Trait.DEFINITE_ARTICLE) ? number - 2 : number - 1;
        return state.isAt(led, Cue.INSTEAD_OF) && state.isBreakAt(number + 1);
    }

    /** {@code I think you read 2600 as the notes but it's 260}. */
    private boolean isCorrectedBehind(int number) {
        int end = Math.min(state.sentence(number).end(), number + REACH + 1);
        for (int but = number + 1; but < end && !state.isNumberAt(but); but++) {
            if (state.isAt(but, Cue.BUT)) {
                int next = but + 1;
                while (state.hasTyped(next, Trait.PRONOUN)
                        || state.hasTyped(next, Trait.OWNER)
                        || state.isAt(next, Cue.IS)) {
                    next++;
                }
                return state.isNumberAt(next) && state.isBreakAt(next + 1) && next > but + 1;
            }
        }
        return false;
    }

    /** {@code 310 was the median}, {@code 250's too rosy}, {@code 250 won't do}. */
    private boolean isGivenUp(int number) {
        int end = Math.min(state.clause(number).end(), number + REACH);
        for (int i = number + 1; i < end && !state.isNumberAt(i); i++) {
            if (state.isAt(i, Cue.NOT) || state.hasTyped(i, Trait.GIVES_UP)) {
                return true;
            }
        }
        return isOfOthers(number + 1);
    }

    /** {@code 1,800 were the beds}, {@code the 3,400 is how many members we have}: no part of what follows. */
    private boolean isSupplanted(int number) {
        boolean was = state.hasTyped(number + 1, Trait.FORMER) && state.hasTyped(number + 2, Trait.DEFINITE_ARTICLE);
        return was || isOfOthers(number + 1);
    }

    /** {@code the 3,400 is how many members we have}, {@code 2,900 is the number of households}. */
    private boolean isOfOthers(int is) {
        int noun = state.hasTyped(is + 1, Trait.DEFINITE_ARTICLE) ? is + 2 : is + 1;
        boolean many = state.hasTyped(noun, Trait.ASKS_COUNT);
        boolean number = state.hasTyped(noun, Trait.QUANTITY) && state.isAt(noun + 1, Cue.OF);
        int counted = many ? noun + 1 : noun + 2;
        return state.isAt(is, Cue.IS) && (many || number) && !state.isItemAt(counted);
    }

    /** {@code 400 is characters, tokens are about 130}: the remembered length was none of tokens. */
    private boolean isOfWords(int number, SlotName<?> slot) {
        int unit = state.isAt(number + 1, Cue.IS) ? number + 2 : number + 1;
        return LENGTHS.contains(slot) && state.measureAt(unit) == Measure.WORD;
    }

    /** True if the unit of a number, where it has one, is that of a slot. */
    private boolean isOf(int number, SlotName<?> slot) {
        if (state.isSymbolAt(number - 1, '$') || state.isPercentAt(number + 1)) {
            return false;
        }
        Measure unit = state.measureAt(number + 1);
        if (unit == null) {
            return !state.isRateAt(number + 1) || slot == SlotName.REQUESTS_PER_DAY;
        }
        return switch (unit) {
            case TOKEN -> LENGTHS.contains(slot);
            case EXAMPLE, ITEM, OTHER -> COUNTS.contains(slot);
            case REQUEST, DAY -> slot == SlotName.REQUESTS_PER_DAY;
            case EPOCH -> slot == SlotName.EPOCHS;
            case MONTH -> slot == SlotName.MONTHS;
            case HOUR -> slot == SlotName.TRAINING_HOURS;
            default -> false;
        };
    }
}
