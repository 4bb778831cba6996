package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a new total that stands beside its difference to the remembered count: {@code so 2,400 in total with the 400 new ones} about
 * 2,000. That the numbers add up says more than the words around them.
 */
public final class StatedTotals {
    /** A smaller difference may be of anything. */
    private static final BigDecimal LEAST = BigDecimal.TEN;

    private final ParseState state;
    private final SaidBefore before;

    private StatedTotals(ParseState state) {
        this.state = state;
        before = new SaidBefore(state);
    }

    /** Reads a total, and passes over a remembered number of examples that is said of each run; before other numbers are read. */
    public static void read(ParseState state) {
        boolean counts = SaidBefore.COUNTS.stream().anyMatch(state.remembered::has);
        if (state.mayEdit() && state.language == null && counts && state.any(Token::isNumber)) {
            StatedTotals totals = new StatedTotals(state);
            totals.passOverEachTime();
            totals.read();
        }
    }

    /** {@code five runs, 800 every time} about 800 examples: no length. */
    private void passOverEachTime() {
        int again = before.again();
        boolean each = state.isAt(again + 1, Cue.EACH) || state.isAt(again + 1, Cue.EVERY);
        boolean time = state.isAt(again + 2, Measure.TIMES) || state.isAt(again + 2, Measure.RUN);
        if (again >= 0 && before.subject() == SlotName.EXAMPLES && each && time) {
            before.take(again);
            state.use(again + 1, again + 2, Token.Use.CONNECTIVE);
        }
    }

    private void read() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i) && i != before.again()) {
                if (!before.isCount(i)) {
                    return;
                }
                numbers.add(i);
            }
        }
        if (numbers.size() != 2 || state.has(Cue.VALIDATION) || state.hasQuestionMark()) {
            return;
        }
        int first = numbers.getFirst();
        int second = numbers.getLast();
        List<Sum> sums = Stream.of(sum(first, second), sum(second, first))
                .flatMap(List::stream)
                .toList();
        if (sums.size() == 1) {
            Sum sum = sums.getFirst();
            before.state(sum.slot(), before.number(sum.total()), sum.arithmetic(), numbers);
        }
    }

    /** A total that adds up. */
    private record Sum(SlotName<?> slot, int total, String arithmetic) {}

    private List<Sum> sum(int total, int part) {
        List<Sum> sums = new ArrayList<>(1);
        for (SlotName<?> slot : SaidBefore.COUNTS) {
            String arithmetic = arithmetic(before.value(slot), before.number(total), before.number(part));
            if (arithmetic != null) {
                sums.add(new Sum(slot, total, arithmetic));
            }
        }
        return sums;
    }

    private static @Nullable String arithmetic(@Nullable BigDecimal earlier, BigDecimal total, BigDecimal part) {
        if (earlier == null || part.compareTo(LEAST) < 0) {
            return null;
        }
        boolean more = earlier.add(part).compareTo(total) == 0;
        boolean less = earlier.subtract(part).compareTo(total) == 0 && total.signum() > 0;
        return more || less
                ? CountArithmetic.number(earlier) + (more ? " + " : " - ") + CountArithmetic.number(part)
                : null;
    }
}
