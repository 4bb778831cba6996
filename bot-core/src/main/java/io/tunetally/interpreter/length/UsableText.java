package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates.Candidate;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The share of a file that is no text to train on: {@code an XML of 85 MB, half of it is tags}, {@code 52M tokens, 20% of it is boilerplate},
 * {@code only half of it is usable}.
 */
public final class UsableText {
    /** The most words between a share and what it is of. */
    private static final int REACH = 6;

    private static final MathContext ROUGHLY = new MathContext(2);

    private final ParseState state;
    private final Parts parts;
    /** Whether the number of tokens follows from a size. */
    private final boolean estimated;

    private UsableText(ParseState state, boolean estimated) {
        this.state = state;
        this.estimated = estimated;
        parts = new Parts(state);
    }

    /** Takes the share off the tokens that a size was estimated to have. */
    public static void read(ParseState state) {
        read(state, true);
    }

    /** Takes the share off the tokens that were counted, before weights decide what numbers count. */
    public static void readCounted(ParseState state) {
        read(state, false);
    }

    private static void read(ParseState state, boolean estimated) {
        List<Candidate> totals = state.candidates.of(SlotName.TOTAL_TOKENS);
        Candidate total = totals.size() == 1 ? totals.getFirst() : null;
        int unit = total != null && state.isNumberAt(total.token()) ? sizeEnd(state, total.token()) : -1;
        if (total != null && unit >= 0 && isSize(state, unit) == estimated) {
            new UsableText(state, estimated).read(total);
        }
    }

    /** Returns the index of the unit of {@code 85 MB}, {@code 85-MB}, {@code 52M tokens}; or -1. */
    private static int sizeEnd(ParseState state, int number) {
        int unit = state.isSymbolAt(number + 1, '-') ? number + 2 : number + 1;
        boolean size = state.isAt(unit, Measure.TOKEN) || isSize(state, unit);
        return !state.isNumberAt(unit) && size ? unit : -1;
    }

    /** True of a unit of data, from which the number of tokens is only estimated. */
    private static boolean isSize(ParseState state, int unit) {
        return !state.isNumberAt(unit) && state.hasTyped(unit, Trait.MEASURES_DATA);
    }

    private void read(Candidate total) {
        // "9 tokens in 10 were useless. What remains is 2.4M tokens": a share before counted tokens is off them
        // already.
        for (int i = estimated ? 0 : total.token(); i < state.size(); i++) {
            Part part = i == total.token() ? null : parts.at(i);
            Parts.Fate fate = part == null ? Parts.Fate.OPEN : fate(part);
            if (part != null && fate != Parts.Fate.OPEN) {
                apply(total, part, fate);
                return;
            }
        }
    }

    private Parts.Fate fate(Part part) {
        int next = part.last() + 1;
        int behind = behindFile(next);
        if (behind < 0 && !isTold(part.first() - 1)) {
            return Parts.Fate.OPEN;
        }
        for (int i = Math.max(behind, next); i <= part.last() + REACH && !state.isNumberAt(i); i++) {
            if (state.isBreakAt(i) || (behind < 0 && i > next + 1)) {
                break;
            }
            if (state.hasTyped(i, Trait.NOT_PROSE)) {
                state.token(i).use = Token.Use.CONNECTIVE;
                return Parts.Fate.LEFT_OUT;
            }
        }
        return behind >= 0
                ? parts.fate(part, behind, Math.min(state.size(), part.last() + 1 + REACH))
                : Parts.Fate.OPEN;
    }

    /** True before a share that tells of the file before it: {@code , 30% is boilerplate}, {@code of which 50% markup}. */
    private boolean isTold(int lead) {
        return state.isBreakAt(lead)
                || state.hasTyped(lead, Trait.RELATIVE)
                || state.hasTyped(lead, Trait.HAVING)
                || state.isAt(lead, Trait.HAVING)
                || state.isAt(lead, Trait.PART_OF);
    }

    /** Returns the index behind the {@code of it}, {@code of the file} of a share, or -1: of other things a share says nothing. */
    private int behindFile(int of) {
        if (!state.isAt(of, Cue.OF) && !state.isAt(of, Trait.PART_OF)) {
            return -1;
        }
        int file = state.hasTyped(of + 1, Trait.DEFINITE_ARTICLE) ? of + 2 : of + 1;
        boolean named = state.isAt(file, Cue.THEM)
                || state.hasTyped(file, Trait.PRONOUN)
                || state.hasTyped(file, Trait.TEXT_DATA);
        return named ? file + 1 : -1;
    }

    private void apply(Candidate total, Part part, Parts.Fate fate) {
        Numeral all = Amounts.counted(total.numeral());
        BigDecimal kept = fate == Parts.Fate.KEPT ? part.fraction() : BigDecimal.ONE.subtract(part.fraction());
        BigDecimal low = share(all.value(), kept);
        BigDecimal high = all.high();
        Numeral rest = new Numeral(low, high == null ? null : share(high, kept), 0, ' ', true, List.of());
        int number = total.token();
        state.candidates.withdraw(number);
        state.candidates.addDerived(SlotName.TOTAL_TOKENS, rest, number);
        state.candidates.settle(number);
        String size = state.typed(number, sizeEnd(state, number));
        String share = state.typed(part.first(), part.last());
        state.candidates.explain(
                SlotName.TOTAL_TOKENS, low, fate == Parts.Fate.KEPT ? share + " of " + size : size + ", less " + share);
        state.use(part.first(), part.last(), Token.Use.SLOT);
        for (int i = part.first(); i <= part.last(); i++) {
            @Nullable SlotName<?> taken = state.candidates.slotOf(i);
            if (taken != null && taken != SlotName.TOTAL_TOKENS) {
                state.candidates.withdraw(i);
            }
            state.candidates.settle(i);
        }
    }

    private BigDecimal share(BigDecimal whole, BigDecimal of) {
        BigDecimal share = whole.multiply(of);
        return new BigDecimal((estimated ? share.round(ROUGHLY) : share).toBigInteger());
    }
}
