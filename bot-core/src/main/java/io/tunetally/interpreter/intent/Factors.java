package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words and signs that multiply a remembered value: {@code half}, {@code x10}, {@code /2}, {@code 10% more}. */
final class Factors {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int REACH = SpokenSlot.REACH;
    /** {@code 20% of the older rows were thrown away}. */
    private static final int REACH_OF_SHARE = 8;
    /** A message that is no longer speaks of nothing but the change. */
    private static final int SHORT = 6;

    private static final BigDecimal THIRD = BigDecimal.ONE.divide(BigDecimal.valueOf(3), MathContext.DECIMAL32);

    private static final Map<Cue, BigDecimal> OF_WORDS = Map.of(
            Cue.DOUBLE,
            BigDecimal.TWO,
            Cue.TRIPLE,
            BigDecimal.valueOf(3),
            Cue.HALF,
            new BigDecimal("0.5"),
            Cue.QUADRUPLE,
            BigDecimal.valueOf(4),
            Cue.A_FIFTH,
            new BigDecimal("0.2"),
            Cue.A_TENTH,
            new BigDecimal("0.1"),
            Cue.A_QUARTER,
            new BigDecimal("0.25"),
            Cue.A_THIRD,
            THIRD);

    /** A sign and a number in one word: {@code x10}. */
    private static final Pattern MULTIPLIED = Pattern.compile("x(\\d{1,3}(?:\\.\\d)?)");

    private final ParseState state;

    Factors(ParseState state) {
        this.state = state;
    }

    /** Returns the factor that a token says, or null. */
    @Nullable BigDecimal at(int i) {
        Token token = state.token(i);
        Cue cue = token.cue();
        if (cue != null && OF_WORDS.containsKey(cue)) {
            return state.isSymbolAt(i + 1, '-') || isAside(i) ? null : ofPart(i, OF_WORDS.get(cue));
        }
        if (cue == Cue.EVERY) {
            return everySecond(i);
        }
        if (isQuarters(i)) {
            return ofPart(i, token.numeral().value().divide(BigDecimal.valueOf(4), MathContext.DECIMAL32));
        }
        if (token.isNumber() && isPercent(i + 1)) {
            return ofPercent(i, token.numeral().value().divide(HUNDRED, MathContext.DECIMAL32));
        }
        if (state.hasTyped(i, Trait.DIVIDES)) {
            BigDecimal divisor = numberBehind(i);
            return divisor == null ? null : BigDecimal.ONE.divide(divisor, MathContext.DECIMAL32);
        }
        return bySign(i, token);
    }

    /** {@code x10}, {@code 10x}, {@code / 2}, {@code * 3}. */
    private @Nullable BigDecimal bySign(int i, Token token) {
        if (token.kind == Token.Kind.CODE) {
            var written = MULTIPLIED.matcher(state.typed(i, i));
            return written.matches() ? new BigDecimal(written.group(1)) : null;
        }
        if (isMultiple(state, i)) {
            return token.numeral().value();
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
                : over ? BigDecimal.ONE.divide(token.numeral().value(), MathContext.DECIMAL32) : null;
    }

    /** The {@code 10} of {@code 10x the data}. */
    static boolean isMultiple(ParseState state, int i) {
        Token token = state.token(i);
        return token.isNumber()
                && !token.numeral().isRange()
                && ((token.use == Token.Use.NOTHING && state.isSymbolAt(i + 1, 'x'))
                        || (token.use != Token.Use.SLOT && state.isAt(i + 1, Measure.TIMES)));
    }

    /** {@code a quarter of those are unreadable}, {@code drop a third of them}: what is left is the rest. */
    private @Nullable BigDecimal ofPart(int i, BigDecimal part) {
        return part.compareTo(BigDecimal.ONE) < 0 && isDiscarded(i) ? BigDecimal.ONE.subtract(part) : part;
    }

    /** {@code half of them are on holiday}: what is said of the part does not say that it is kept or dropped. */
    private boolean isAside(int i) {
        return state.isAt(i, Trait.OF_THEM)
                && state.isAt(i + 1, Cue.IS)
                && !isDiscarded(i)
                && !isKept(i)
                && !ListEdits.isLed(state, i);
    }

    private boolean isDiscarded(int i) {
        if (state.isAt(i - 1, Cue.DROP) || (i > 0 && state.hasTyped(i - 1, Trait.LOSES))) {
            return true;
        }
        for (int k = i + 1; k < Math.min(state.clause(i).end(), i + REACH); k++) {
            if (state.hasTyped(k, Trait.DISCARDED)) {
                return !state.isAt(k - 1, Cue.NOT);
            }
        }
        return false;
    }

    /** {@code three quarters of the data}. */
    private boolean isQuarters(int i) {
        return state.isNumberAt(i)
                && state.isAt(i + 1, Measure.QUARTER)
                && state.isAt(i + 2, Trait.PART_OF)
                && state.token(i).numeral().value().compareTo(BigDecimal.valueOf(4)) < 0;
    }

    /** {@code every other one}, {@code every third row}. */
    private @Nullable BigDecimal everySecond(int i) {
        boolean counted = state.isAt(i + 2, Measure.EXAMPLE)
                || state.isAt(i + 2, Measure.ITEM)
                || state.hasTyped(i + 2, Trait.ONE_OF_THEM)
                || state.isAt(i + 2, Cue.ARTICLE)
                || state.isNumberAt(i + 2);
        if (!counted) {
            return null;
        }
        return state.hasTyped(i + 1, Trait.EVERY_SECOND)
                ? OF_WORDS.get(Cue.HALF)
                : state.hasTyped(i + 1, Trait.THIRD) ? THIRD : null;
    }

    static boolean isPercent(ParseState state, int i) {
        return state.isSymbolAt(i, '%') || state.isAt(i, Measure.PERCENT);
    }

    private boolean isPercent(int i) {
        return isPercent(state, i);
    }

    private @Nullable BigDecimal ofPercent(int number, BigDecimal share) {
        int direction = direction(number);
        if (direction == 0 && isKept(number)) {
            return share;
        }
        return direction == 0 ? null : BigDecimal.ONE.add(share.multiply(BigDecimal.valueOf(direction)));
    }

    /** {@code only 20% of the rows are usable}. */
    private boolean isKept(int number) {
        for (int i = number + 1; i < Math.min(state.clause(number).end(), number + REACH_OF_SHARE); i++) {
            if (state.hasTyped(i, Trait.REMAINS)) {
                return !state.isAt(i - 1, Cue.NOT);
            }
        }
        return false;
    }

    /** Returns 1 for {@code +50%} and {@code 50% more}, -1 for less or a part held out, 0 for a mere share. */
    private int direction(int number) {
        if (state.isSymbolAt(number - 1, '+')) {
            return 1;
        }
        int end = Math.min(state.clause(number).end(), number + REACH_OF_SHARE);
        for (int i = Math.max(state.clause(number).first(), number - REACH); i < end; i++) {
            boolean discarded = i > number && state.hasTyped(i, Trait.DISCARDED) && !state.isAt(i - 1, Cue.NOT);
            boolean lost = i < number && state.hasTyped(i, Trait.LOSES);
            if (state.hasTyped(i, Trait.SHRINKS)
                    || lost
                    || discarded
                    || (i > number && state.isAt(i, Cue.VALIDATION))) {
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
