package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.ChangedPart;
import io.tunetally.interpreter.part.HeldOutParts;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words and signs that multiply a remembered value: {@code half}, {@code x10}, {@code /2}, {@code 10% more}. */
final class Factors {
    private static final int REACH = SpokenSlot.REACH;
    /** {@code 20% of the older rows were thrown away}. */
    private static final int REACH_OF_PART = 8;
    /** The most words of {@code our older patterns}. */
    private static final int WORDS_OF_WHOLE = 4;
    /** A message that is no longer speaks of nothing but the change. */
    private static final int SHORT = 6;

    private static final int MOST_ZEROS = 3;

    /** {@code half as long again}. */
    private static final BigDecimal ONE_AND_A_HALF = new BigDecimal("1.5");

    /** A sign and a number in one word: {@code x10}. */
    private static final Pattern MULTIPLIED = Pattern.compile("x(\\d{1,3}(?:\\.\\d)?)");

    private final ParseState state;
    private final Parts parts;
    private final HeldOutParts heldOutParts;

    Factors(ParseState state) {
        this.state = state;
        parts = new Parts(state);
        heldOutParts = new HeldOutParts(state);
    }

    /** Returns the factor that a token says, or null. */
    @Nullable BigDecimal at(int i) {
        Token token = state.token(i);
        Cue cue = token.cue();
        if (cue != null && cue.factor() != null) {
            // "Half as long again", "rise by half".
            boolean more = state.hasTyped(i + 1, Trait.AGAIN) || state.hasTyped(i - 1, Trait.GROWS);
            BigDecimal factor = cue == Cue.HALF && more ? ONE_AND_A_HALF : cue.factor();
            // "Out by half six"
            boolean clock = cue == Cue.HALF && state.isNumberAt(i + 1) && state.isBreakAt(i + 2);
            // "Row 14 is double sold"
            boolean goods = state.hasTyped(i + 1, Trait.DEALT_IN);
            return clock || goods || state.isSymbolAt(i + 1, '-') ? null : factor;
        }
        if (isSaidAgain(state, i)) {
            return BigDecimal.TWO;
        }
        if (state.hasTyped(i, Trait.ZERO)) {
            return ofZeros(i);
        }
        if (token.is(Category.NUMBERS) && token.lexeme != null && state.hasTyped(i + 2, Trait.HOW_OFTEN)) {
            // "Twice as often", "half as often".
            return new BigDecimal(token.lexeme.value());
        }
        Part split = heldOutParts.split(i);
        Part part = split == null ? parts.at(i) : split;
        if (part != null) {
            boolean heldOut = split != null || heldOutParts.isHeldOut(part);
            return heldOut ? BigDecimal.ONE.subtract(part.fraction()) : of(part);
        }
        if (state.hasTyped(i, Trait.DIVIDES) && !state.slots.has(SlotName.COST_SPLIT)) {
            BigDecimal divisor = numberBehind(i);
            return divisor == null ? null : BigDecimal.ONE.divide(divisor, MathContext.DECIMAL128);
        }
        return bySign(i, token);
    }

    /** Returns the index of the last token of a share that is held out for tests and begins at an index, or -1. */
    int endOfHeldOut(int i) {
        Part split = heldOutParts.split(i);
        Part part = split == null ? parts.at(i) : split;
        if (part == null || part.fraction().compareTo(HeldOutParts.MOST_HELD_OUT) > 0) {
            return -1;
        }
        return split != null || heldOutParts.isForTests(part, part.last()) ? part.last() : -1;
    }

    /** {@code one zero too many}, {@code two zeros are missing}. */
    private @Nullable BigDecimal ofZeros(int zero) {
        // "Zero instead of the 400" is a value.
        if (state.isAt(zero + 1, Cue.INSTEAD_OF)) {
            return null;
        }
        boolean counted = !state.isNumberAt(zero) && state.isCountAt(zero - 1);
        int zeros = counted ? state.token(zero - 1).numeral().value().intValue() : 1;
        int end = Math.min(state.size(), zero + REACH);
        for (int i = Math.max(0, zero - REACH); zeros > 0 && zeros <= MOST_ZEROS && i < end; i++) {
            boolean lacks = state.hasTyped(i, Trait.LACKS);
            if (lacks || state.hasTyped(i, Trait.EXCEEDS)) {
                return BigDecimal.ONE.scaleByPowerOfTen(lacks ? zeros : -zeros);
            }
        }
        return null;
    }

    /** {@code x10}, {@code 10x}, {@code / 2}, {@code * 3}. */
    private @Nullable BigDecimal bySign(int i, Token token) {
        if (token.kind == Token.Kind.CODE) {
            var written = MULTIPLIED.matcher(state.typed(i, i));
            return written.matches() ? new BigDecimal(written.group(1)) : null;
        }
        if (OnlyNumber.isMultiple(state, i)) {
            BigDecimal times = token.numeral().value();
            // "Three times fewer": a third.
            boolean less = state.hasTyped(i + 2, Trait.SHRINKS) && times.signum() > 0;
            return less ? BigDecimal.ONE.divide(times, MathContext.DECIMAL128) : times;
        }
        // A sign alone stands also in sums and names.
        boolean operand = token.isNumber() && state.size() <= SHORT && i > 0 && !state.isNumberAt(i - 2);
        if (!operand || token.numeral().value().signum() <= 0) {
            return null;
        }
        boolean times = state.isTimesSign(i - 1) || state.isAt(i - 1, Measure.TIMES);
        boolean over = state.isSlash(i - 1) && state.isBreakAt(i + 1);
        return times
                ? token.numeral().value()
                : over ? BigDecimal.ONE.divide(token.numeral().value(), MathContext.DECIMAL128) : null;
    }

    /** {@code a quarter of those are unreadable}, {@code drop a third of them}: what is left is the rest. */
    private @Nullable BigDecimal of(Part part) {
        if (isOfLonger(part)) {
            return null;
        }
        if (ChangedPart.isOfLength(state, part) || isReducedTo(part)) {
            return part.fraction();
        }
        int change = part.isPercent() ? change(part) : changeByPart(part);
        if (change != 0) {
            return BigDecimal.ONE.add(part.fraction().multiply(BigDecimal.valueOf(change)));
        }
        int end = Math.min(state.clause(part.last()).end(), part.first() + REACH_OF_PART);
        return switch (parts.fate(part, part.last() + 1, end)) {
            case LEFT_OUT -> BigDecimal.ONE.subtract(part.fraction());
            case KEPT -> part.fraction();
            case OPEN ->
                isLeftOutLater(part)
                        ? BigDecimal.ONE.subtract(part.fraction())
                        : parts.isTrainedOn(part)
                                        || parts.isAlone(part)
                                        || isEnough(part)
                                        || (!part.isPercent() && isOfData(part))
                                        || (!part.isPercent() && ChangedPart.isBare(state, part.first(), part.last()))
                                        || SpokenSlot.isPartOfTime(state, part)
                                ? part.fraction()
                                : null;
        };
    }

    /** {@code a fifth of the answers is longer}: what a part of them is like changes no number. */
    private boolean isOfLonger(Part part) {
        for (int i = part.last() + 1; i <= part.last() + WORDS_OF_WHOLE && !state.isBreakAt(i); i++) {
            if (state.isAt(i, Cue.IS)) {
                return state.hasTyped(i + 1, Trait.COMPARES_LENGTH) && state.hasTyped(part.last() + 1, Trait.PART_OF);
            }
        }
        return false;
    }

    /** True of a part that is enough: {@code a third of the patterns is enough}. */
    boolean isEnough(int i) {
        Part part = parts.at(i);
        return part != null && isEnough(part);
    }

    /** {@code a third of the patterns is enough}, {@code two thirds of them are plenty}: whatever the whole is called. */
    private boolean isEnough(Part part) {
        int of = part.last() + 1;
        int is = of + 1;
        while (is <= of + WORDS_OF_WHOLE && !state.isBreakAt(is) && !state.isNumberAt(is) && !isVerb(is)) {
            is++;
        }
        return state.hasTyped(of, Trait.PART_OF)
                && isVerb(is)
                && state.hasTyped(is + 1, Trait.SUFFICES)
                && state.isBreakAt(is + 2);
    }

    private boolean isVerb(int i) {
        return state.isAt(i, Cue.IS) || state.isAt(i, Cue.ABILITY);
    }

    /** {@code cut to a third}, {@code trimmed to 40%}: the part is what is left. */
    private boolean isReducedTo(Part part) {
        int to = part.first() - 1;
        for (int i = to - 1;
                state.isAt(to, Cue.TO) && i >= Math.max(state.clause(to).first(), to - REACH);
                i--) {
            if (state.hasTyped(i, Trait.SHRINKS) || state.hasTyped(i, Trait.LOSES)) {
                return state.isBreakAt(part.last() + 1) || parts.isOfWhole(part);
            }
        }
        return false;
    }

    /** {@code a third of these are in Catalan, leave them out}: the next clause or sentence says what becomes of the part. */
    private boolean isLeftOutLater(Part part) {
        if (!parts.isOfWhole(part)) {
            return false;
        }
        int next = Math.min(state.sentence(part.last()).end() + 1, state.size() - 1);
        int end = Math.min(state.sentence(next).end(), state.size());
        for (int i = state.clause(part.last()).end(); i < end && !state.isNumberAt(i); i++) {
            boolean them = state.isAt(i, Cue.THEM) || state.hasTyped(i, Trait.PRONOUN);
            boolean before = state.isAt(i - 1, Cue.DROP) || state.hasTyped(i - 1, Trait.LOSES);
            boolean behind = state.isAt(i + 1, Cue.OUT) || state.hasTyped(i + 1, Trait.PARTICLE_AWAY);
            if (them && (before || behind)) {
                return true;
            }
        }
        return false;
    }

    /** {@code the same number of notes again}, {@code the same amount once more}: twice as many. */
    static boolean isSaidAgain(ParseState state, int noun) {
        if (!state.hasTyped(noun, Trait.QUANTITY) || !state.isAt(noun - 1, Cue.SAME)) {
            return false;
        }
        int end = Math.min(state.clause(noun).end(), noun + REACH_OF_PART);
        for (int i = noun + 1; i < end; i++) {
            if (state.hasTyped(i, Trait.AGAIN)) {
                return true;
            }
        }
        return false;
    }

    /** Returns 1 for {@code a third higher} and {@code rise by a third}, -1 for {@code a quarter fewer} and {@code down by half}. */
    private int changeByPart(Part part) {
        int behind = changeBehind(part);
        if (behind != 0) {
            return behind;
        }
        if (isTakenOff(part)) {
            return -1;
        }
        int verb = state.hasTyped(part.first() - 1, Trait.BY) ? ChangedPart.verb(state, part.first()) : -1;
        return verb < 0 ? 0 : state.hasTyped(verb, Trait.GROWS) ? 1 : -1;
    }

    /** True of a share that is said to be more or less: {@code up 20%}, {@code a third fewer}. */
    boolean isMoreOrLess(int i) {
        Part part = parts.at(i);
        return part != null && (part.isPercent() ? change(part) : changeByPart(part)) != 0;
    }

    /** {@code 10% more}, {@code a third fewer}: the word behind a share says which way it goes, whatever another share does. */
    private int changeBehind(Part part) {
        int behind = part.last() + 1;
        return state.hasTyped(behind, Trait.SHRINKS) ? -1 : state.hasTyped(behind, Trait.GROWS) ? 1 : 0;
    }

    /** {@code take 10 percent off the requests}, {@code 25% off the examples}. */
    private boolean isTakenOff(Part part) {
        int off = part.last() + 1;
        return state.hasTyped(off, Trait.PARTICLE_AWAY)
                && (state.hasTyped(part.first() - 1, Trait.TAKES_OFF)
                        || (state.isAt(off + 1, Trait.DEFINITE_ARTICLE) && state.isItemAt(off + 2)));
    }

    /** {@code a third of the rows}, {@code every other one}; {@code half of them are on holiday} changes nothing. */
    private boolean isOfData(Part part) {
        if (state.isAt(part.first(), Cue.EVERY)) {
            return parts.isCountedAt(part.last() + 1);
        }
        boolean aside = parts.isOfThem(part)
                && state.isAt(part.last() + 3, Cue.IS)
                && !state.has(Cue.CACHED)
                && !ListEdits.isLed(state, part.first());
        return parts.isOfWhole(part) && !aside;
    }

    /** Returns 1 for {@code +50%} and {@code 50% more}, -1 for {@code 20% fewer}, 0 for a mere part. */
    private int change(Part part) {
        boolean added = state.hasTyped(part.first() - 1, Trait.RAISES) && !state.has(Cue.VALIDATION);
        if (state.isSymbolAt(part.first() - 1, '+') || added) {
            return 1;
        }
        int verb = ChangedPart.verb(state, part.first());
        boolean down = verb >= 0 && state.hasTyped(verb, Trait.DOWNWARDS);
        if (down || isTakenOff(part) || state.hasTyped(part.first() - 1, Trait.MINUS)) {
            return -1;
        }
        int behind = changeBehind(part);
        if (behind != 0) {
            return behind;
        }
        int end = Math.min(state.clause(part.first()).end(), part.first() + REACH_OF_PART);
        for (int i = Math.max(state.clause(part.first()).first(), part.first() - REACH); i < end; i++) {
            if (state.hasTyped(i, Trait.SHRINKS)) {
                return -1;
            }
            if (state.hasTyped(i, Trait.GROWS)) {
                return 1;
            }
        }
        return 0;
    }

    /** Returns the divisor of {@code divide the tokens by two}. */
    private @Nullable BigDecimal numberBehind(int verb) {
        for (int i = verb + 1; i < Math.min(state.size(), verb + REACH); i++) {
            Token token = state.token(i);
            if (token.isNumber() && token.numeral().value().signum() > 0) {
                token.use = Token.Use.SLOT;
                return token.numeral().value();
            }
        }
        return null;
    }
}
