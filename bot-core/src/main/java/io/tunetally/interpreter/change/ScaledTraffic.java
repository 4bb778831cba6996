package io.tunetally.interpreter.change;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads factors of the remembered traffic whose noun stands beside its period or in a season: {@code double the daily questions}, {@code knock a
 * third off the daily texts}, {@code the dry season brings 50% more complaints}.
 */
final class ScaledTraffic {
    /** {@code half again as many}. */
    private static final BigDecimal ONE_AND_A_HALF = new BigDecimal("1.5");

    /** The most words of what a verb changes: {@code the daily calls go down by 30%}. */
    private static final int REACH = 6;

    private final SaidNumbers said;
    private final ParseState state;
    private final Parts parts;

    ScaledTraffic(SaidNumbers said) {
        this.said = said;
        state = said.state;
        parts = new Parts(state);
    }

    boolean read() {
        BigDecimal before = said.value(SlotName.REQUESTS_PER_DAY);
        if (before == null || !said.open().isEmpty() || state.has(Cue.CACHED) || state.has(Cue.VALIDATION)) {
            return false;
        }
        int second = joined();
        if (second >= 0) {
            said.state(SlotName.REQUESTS_PER_DAY, before.add(before), arithmetic(before, null, BigDecimal.TWO), second);
            return true;
        }
        for (int i = 0; i < state.size(); i++) {
            boolean again = state.hasTyped(i, Trait.HALF) && state.hasTyped(i + 1, Trait.AGAIN);
            Part part = again ? null : parts.at(i);
            BigDecimal factor = factor(i, part);
            if (factor != null && factor.signum() > 0) {
                BigDecimal exact = part == null ? before.multiply(factor) : changed(before, part, factor);
                BigDecimal after = SaidNumbers.rounded(exact);
                said.state(SlotName.REQUESTS_PER_DAY, after, arithmetic(before, part, factor), i);
                if (part != null) {
                    state.use(part.first() + 1, part.last(), Token.Use.CONNECTIVE);
                }
                return true;
            }
        }
        return false;
    }

    /** Returns the second of {@code a second site joins with the same load}, of as much traffic as the first; or -1. */
    private int joined() {
        int second = -1;
        boolean joins = false;
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i)) {
                continue;
            }
            boolean other = state.hasTyped(i, Trait.SECOND) || state.hasTyped(i, Trait.ANOTHER);
            second = second < 0 && other ? i : second;
            joins |= state.hasTyped(i, Trait.JOINS_US);
            boolean same = state.isAt(i, Cue.SAME)
                    && (state.hasTyped(i + 1, Trait.TRAFFIC) || said.named(i + 1) == SlotName.REQUESTS_PER_DAY);
            if (second >= 0 && joins && same) {
                return second;
            }
        }
        return -1;
    }

    /** Returns a number with a share more or less; a third of it has no end as a factor. */
    private static BigDecimal changed(BigDecimal before, Part part, BigDecimal factor) {
        BigDecimal share = part.portion(before);
        return factor.compareTo(BigDecimal.ONE) > 0 ? before.add(share) : before.subtract(share);
    }

    private static String arithmetic(BigDecimal before, @Nullable Part part, BigDecimal factor) {
        String whole = SaidNumbers.text(before);
        if (part == null) {
            return whole + CountArithmetic.TIMES + factor.toPlainString();
        }
        return whole + (factor.compareTo(BigDecimal.ONE) > 0 ? ", plus " : ", less ") + CountArithmetic.share(part);
    }

    private @Nullable BigDecimal factor(int i, @Nullable Part part) {
        if (state.hasTyped(i, Trait.HALF) && state.hasTyped(i + 1, Trait.AGAIN)) {
            return isTrafficBehind(i + 2) && part == null ? ONE_AND_A_HALF : null;
        }
        BigDecimal word = factorAt(i);
        if (word != null) {
            return isTrafficBehind(i + 1) || isTrafficBefore(i) || isOurs(i, i) ? word : null;
        }
        if (part == null) {
            return null;
        }
        int behind = part.last() + 1;
        boolean off = state.hasTyped(behind, Trait.PARTICLE_AWAY) && state.hasTyped(part.first() - 1, Trait.TAKES_OFF);
        boolean more = state.hasTyped(behind, Trait.GROWS);
        boolean less = off || state.hasTyped(behind, Trait.SHRINKS);
        if ((more || less) && isTrafficBehind(behind + 1)) {
            return changed(part, more);
        }
        if (state.hasTyped(behind, Trait.GROWTH) && isEnd(behind + 1) && isSupposed(part.first())) {
            return changed(part, true);
        }
        int ours = state.hasTyped(part.first() - 1, Trait.BY) ? part.first() - 2 : part.first() - 1;
        if (state.hasTyped(ours, Trait.GROWS) && isOurs(ours, part.last())) {
            return changed(part, true);
        }
        int verb = verb(part);
        return verb < 0 || !isTrafficBefore(verb) ? null : changed(part, state.hasTyped(verb, Trait.GROWS));
    }

    /** {@code what if we double}, {@code if we grow 20% until summer}: growth of which nothing is named is that of the traffic. */
    private boolean isOurs(int verb, int last) {
        int next = last + 1;
        boolean ours = state.hasTyped(verb - 1, Trait.IF) || (state.isAt(verb - 1, Cue.PERSON) && isSupposed(verb - 1));
        return ours
                && !state.isNumberAt(verb - 1)
                && (isEnd(next) || state.hasTyped(next, Trait.UP_TO) || state.isAt(next, Cue.IN));
    }

    /** {@code if we}, {@code with 20% growth}. */
    private boolean isSupposed(int i) {
        return state.hasTyped(i - 1, Trait.IF) || state.hasTyped(i - 1, Trait.BY_MEANS_OF);
    }

    private boolean isEnd(int i) {
        return i >= state.size() || state.isBreakAt(i);
    }

    private @Nullable BigDecimal factorAt(int i) {
        Cue cue = state.token(i).cue();
        return cue == null ? null : cue.factor();
    }

    private static BigDecimal changed(Part part, boolean more) {
        return more ? BigDecimal.ONE.add(part.fraction()) : BigDecimal.ONE.subtract(part.fraction());
    }

    /** Returns the index of the verb of {@code go down by 30%}, or -1. */
    private int verb(Part part) {
        int last = state.hasTyped(part.first() - 1, Trait.BY) ? part.first() - 2 : -1;
        for (int i = last; last >= 0 && i >= Math.max(state.clause(last).first(), last - 1); i--) {
            if (state.hasTyped(i, Trait.GROWS)
                    || state.hasTyped(i, Trait.SHRINKS)
                    || state.hasTyped(i, Trait.DOWNWARDS)) {
                return i;
            }
        }
        return -1;
    }

    /** True if the noun behind an index is that of the traffic, and says its period or a season: that of other nouns is read elsewhere. */
    private boolean isTrafficBehind(int from) {
        return said.named(from) == SlotName.REQUESTS_PER_DAY
                && (said.saysPeriod(from) || state.hasTypedAnywhere(Trait.SEASON));
    }

    /** True of {@code the daily calls} before a verb. */
    private boolean isTrafficBefore(int verb) {
        int first = Math.max(state.clause(verb).first(), verb - REACH);
        return first < verb
                && said.saysPeriod(first)
                && said.named(first) == SlotName.REQUESTS_PER_DAY
                && noNumber(first, verb);
    }

    private boolean noNumber(int first, int end) {
        for (int i = first; i < end; i++) {
            if (state.isNumberAt(i)) {
                return false;
            }
        }
        return true;
    }
}
