package io.tunetally.interpreter;

import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * Reads {@code 2.000 samples} as 2,000 where the model is asked as well, as one question is asked at a time and its answers
 * carry the number.
 */
final class OpenNotation {
    private OpenNotation() {}

    static void read(ParseState state) {
        boolean asksModel = state.problems().stream().anyMatch(Problem.AmbiguousModel.class::isInstance);
        if (!asksModel) {
            return;
        }
        for (Problem problem : List.copyOf(state.problems())) {
            if (problem instanceof Problem.AmbiguousNumber number && isNotation(number)) {
                BigDecimal read =
                        number.suggestions().stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::max);
                state.withoutProblems(each -> each.equals(problem));
                SlotFiller.settle(state, number.slot(), Numeral.of(read), Origin.SAID, number.span());
                state.add(new Interpretation.Repair(
                        number.text(), String.format(Locale.ROOT, "%,d", read.toBigInteger()), number.span()));
            }
        }
    }

    /** False of {@code 300 examples} or {@code 300 tokens total}: those are different slots. */
    private static boolean isNotation(Problem.AmbiguousNumber number) {
        return number.suggestions().stream().noneMatch(suggestion -> suggestion.indexOf(' ') >= 0);
    }
}
