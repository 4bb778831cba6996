package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.sentence.Draft;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code a few examples}, {@code a couple hundred rows}: no number, so it is asked for. */
public final class VagueAmounts {
    private static final List<String> FEW = List.of("2", "3", "5");

    private VagueAmounts() {}

    public static void read(Draft draft) {
        for (int i = 0; i < draft.size(); i++) {
            if (draft.isAt(i, Cue.FEW)) {
                amount(draft, i);
            }
        }
    }

    private static void amount(Draft draft, int i) {
        Token multiplier = draft.at(i + 1);
        String times = multiplier != null && multiplier.lexeme != null && multiplier.is(Sense.MULTIPLIERS)
                ? multiplier.lexeme.value()
                : "";
        boolean multiplied = !times.isEmpty();
        int unit = multiplied ? i + 2 : i + 1;
        SlotName<?> slot = slot(draft, unit);
        if (slot == null || draft.claims.has(slot)) {
            return;
        }
        int power = multiplied ? Integer.parseInt(times) : 0;
        List<String> suggestions = FEW.stream()
                .map(few -> new BigDecimal(few).scaleByPowerOfTen(power).toPlainString())
                .toList();
        Token last = draft.token(multiplied ? i + 1 : i);
        draft.add(new Problem.AmbiguousNumber(
                slot,
                draft.text.typed(draft.token(i).start, last.end),
                suggestions,
                draft.text.span(draft.token(i).start, last.end)));
        draft.use(i, unit, Token.Use.CONNECTIVE);
    }

    private static @Nullable SlotName<?> slot(Draft draft, int unit) {
        Measure measure = draft.measureAt(unit);
        if (measure == Measure.EPOCH) {
            return SlotName.EPOCHS;
        }
        return measure == Measure.EXAMPLE || (measure == Measure.ITEM && draft.isAt(unit - 1, Sense.MULTIPLIERS))
                ? SlotName.EXAMPLES
                : null;
    }
}
