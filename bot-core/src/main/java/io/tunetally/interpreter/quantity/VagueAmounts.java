package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code a few examples}, {@code a couple hundred rows}: no number, so a question asks for it. */
public final class VagueAmounts {
    private static final List<String> FEW = List.of("2", "3", "5");

    private VagueAmounts() {}

    public static void read(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            if (state.isAt(i, Cue.FEW)) {
                amount(state, i);
            }
        }
    }

    /**
     * The {@code thousands} of {@code hundreds of thousands of calls a day}, of {@code you need thousands of examples}, of {@code tens of
     * dollars or thousands}, of {@code that's thousands a month}: many, and no number.
     */
    static boolean isOfMany(ParseState state, int number) {
        if (!state.hasTyped(number, Trait.MANY_OF)) {
            return false;
        }
        boolean ofMany = state.isAt(number - 1, Trait.PART_OF) && state.hasTyped(number - 2, Trait.MANY_OF);
        boolean ofThings = state.isAt(number + 1, Trait.PART_OF) || state.isAt(number + 1, Cue.OF);
        // "hundreds or thousands" is one token with a range.
        boolean orMany = state.token(number).numeral().isRange()
                || (state.isJoin(number - 1) && state.measureAt(number - 2) == Measure.DOLLAR);
        // "That's thousands a month": the noun is missing.
        return ofMany || ofThings || orMany || state.isRateAt(number + 1);
    }

    private static void amount(ParseState state, int i) {
        Token multiplier = state.at(i + 1);
        String times = multiplier != null && multiplier.lexeme != null && multiplier.is(Category.MULTIPLIERS)
                ? multiplier.lexeme.value()
                : "";
        boolean multiplied = !times.isEmpty();
        int unit = multiplied ? i + 2 : i + 1;
        SlotName<?> slot = slot(state, unit);
        if (slot == null || state.candidates.has(slot)) {
            return;
        }
        int power = multiplied ? Integer.parseInt(times) : 0;
        List<String> suggestions = FEW.stream()
                .map(few -> new BigDecimal(few).scaleByPowerOfTen(power).toPlainString())
                .toList();
        Token last = state.token(multiplied ? i + 1 : i);
        state.add(new Problem.AmbiguousNumber(
                slot,
                state.text.typed(state.token(i).start, last.end),
                suggestions,
                state.text.span(state.token(i).start, last.end)));
        state.use(i, unit, Token.Use.CONNECTIVE);
    }

    private static @Nullable SlotName<?> slot(ParseState state, int unit) {
        Measure measure = state.measureAt(unit);
        if (measure == Measure.EPOCH) {
            return SlotName.EPOCHS;
        }
        return measure == Measure.EXAMPLE || (measure == Measure.ITEM && state.isAt(unit - 1, Category.MULTIPLIERS))
                ? SlotName.EXAMPLES
                : null;
    }
}
