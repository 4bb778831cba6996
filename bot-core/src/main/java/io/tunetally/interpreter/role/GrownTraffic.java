package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Widens the traffic that is said to what it is to become: {@code if traffic triples}, {@code 10x more users next year}. The answer
 * then has the cost of today and that of later. What grows again and again is a {@link RecurringGrowth}.
 */
public final class GrownTraffic {
    /** The most words between the factor and what it multiplies. */
    private static final int REACH = 2;

    private final ParseState state;

    private GrownTraffic(ParseState state) {
        this.state = state;
    }

    /** Multiplies the one traffic of a first message; a conversation's is changed as a whole. */
    public static void read(ParseState state) {
        if (state.remembered.isEmpty() && state.candidates.has(SlotName.REQUESTS_PER_DAY)) {
            new GrownTraffic(state).read();
        }
    }

    private void read() {
        List<SlotCandidates.Candidate> traffic = state.candidates.of(SlotName.REQUESTS_PER_DAY);
        if (traffic.size() == 1 && isOver(traffic.getFirst().token())) {
            return;
        }
        for (int i = 0; traffic.size() == 1 && i < state.size(); i++) {
            BigDecimal factor = factor(state, i);
            int last = state.isNumberAt(i) ? i + 1 : i;
            if (factor != null && isOfTraffic(i, last)) {
                if (!isFromTo(traffic.getFirst(), factor)) {
                    multiply(traffic.getFirst(), factor);
                }
                state.use(i, last, Token.Use.SLOT);
                return;
            }
        }
    }

    /** The growth of {@code volumes doubled. It used to be 2,000 a day, now it is 4,000}, of which the number of today is the traffic. */
    private boolean isOver(int now) {
        boolean marked = state.hasTypedAnywhere(Trait.FORMER) || state.hasTypedAnywhere(Trait.ANOTHER_TIME);
        if (!marked || !state.hasTypedAnywhere(Trait.TODAY)) {
            return false;
        }
        boolean today = false;
        for (int i = state.sentence(now).first(); i < now; i++) {
            today |= state.hasTyped(i, Trait.TODAY);
        }
        boolean former = false;
        boolean before = false;
        for (int i = 0; today && i < now; i++) {
            former = (former && !state.isBreakAt(i))
                    || state.hasTyped(i, Trait.FORMER)
                    || state.hasTyped(i, Trait.ANOTHER_TIME);
            before |= former && state.isNumberAt(i);
        }
        return before;
    }

    /** {@code doubles from 5k to 10k requests a day}: both are said. */
    private boolean isFromTo(SlotCandidates.Candidate traffic, BigDecimal factor) {
        BigDecimal high = traffic.numeral().high();
        boolean multiple =
                high != null && traffic.numeral().value().multiply(factor).compareTo(high) == 0;
        return multiple || (high != null && state.isAt(traffic.token() - 1, Cue.FROM));
    }

    private void multiply(SlotCandidates.Candidate traffic, BigDecimal factor) {
        Numeral said = traffic.numeral();
        BigDecimal most = said.high() == null ? said.value() : said.high();
        Numeral grown = Numeral.of(most.multiply(factor));
        state.candidates.withdraw(traffic.token());
        state.candidates.addDerived(
                SlotName.REQUESTS_PER_DAY,
                factor.compareTo(BigDecimal.ONE) > 0 ? Numeral.of(said.value()).to(grown) : grown,
                traffic.token());
    }

    /** Returns the 2 of {@code double}, {@code 2x}; null if a token is no such factor, or was used. */
    static @Nullable BigDecimal factor(ParseState state, int i) {
        Token token = state.token(i);
        if (token.use == Token.Use.SLOT) {
            return null;
        }
        Cue cue = token.cue();
        if (cue != null) {
            return isOver(state, i) ? null : cue.multiple();
        }
        boolean times = token.isNumber()
                && !token.numeral().isRange()
                && (state.isSymbolAt(i + 1, 'x') || state.isAt(i + 1, Measure.TIMES));
        return times && token.numeral().value().signum() > 0 ? token.numeral().value() : null;
    }

    /** {@code doubled to 4k}, {@code has doubled}: the traffic that is said is what came of it. */
    private static boolean isOver(ParseState state, int i) {
        return state.isAt(i + 1, Cue.TO) || state.hasTyped(i - 1, Trait.HAVING) || state.isAt(i - 1, Trait.HAVING);
    }

    /** {@code traffic triples}, {@code 10x more users}, {@code 3x the traffic}. */
    private boolean isOfTraffic(int first, int last) {
        for (int i = first - 1; i >= first - REACH && !state.isBreakAt(i); i--) {
            if (isTraffic(i)) {
                return true;
            }
        }
        for (int i = last + 1; i <= last + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (isTraffic(i)) {
                return true;
            }
        }
        return false;
    }

    /** The {@code requests} of a number are those of today. */
    private boolean isTraffic(int i) {
        return state.at(i) != null
                && !state.isNumberAt(i - 1)
                && (state.hasTyped(i, Trait.TRAFFIC)
                        || state.hasTyped(i, Trait.PEOPLE)
                        || state.isAt(i, Measure.REQUEST));
    }
}
