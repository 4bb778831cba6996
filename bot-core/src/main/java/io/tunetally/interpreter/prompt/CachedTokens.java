package io.tunetally.interpreter.prompt;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The cached share of a prompt that is said in tokens: {@code 2k of 2.5k prompt tokens are a cached prefix}, {@code prompt 3k (2.4k
 * cached)}, {@code prompt_tokens 1.1k cached 900}. The whole is read as any other length.
 */
public final class CachedTokens {
    /** The most words between a number and the word for caching: {@code prompt tokens are a}. */
    private static final int REACH = 6;

    /** The most words from a prompt to its length. */
    private static final int REACH_OF_PROMPT = 3;

    /** A smaller number may be a percentage. */
    private static final BigDecimal LEAST = BigDecimal.valueOf(100);

    private final ParseState state;

    private CachedTokens(ParseState state) {
        this.state = state;
    }

    /** Claims the first such share before the numbers are read one by one. */
    public static void read(ParseState state) {
        if (state.has(Cue.CACHED)) {
            new CachedTokens(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            if (state.isAt(i, Cue.CACHED) && (readBefore(i) || readBehind(i))) {
                return;
            }
        }
    }

    /** {@code prompt_tokens 1.1k cached 900}. */
    private boolean readBehind(int cached) {
        int part = state.isAssignmentAt(cached + 1) ? cached + 2 : cached + 1;
        return state.isNumberAt(part)
                && !hasOtherUnit(part)
                && !state.isAt(part + 1, Cue.OUT)
                && put(part, wholeBefore(part), cached);
    }

    private boolean readBefore(int cached) {
        int number = cached - 1;
        int first = Math.max(0, cached - REACH);
        while (number > first && !state.isNumberAt(number) && leadsToCached(number)) {
            number--;
        }
        if (number < 0 || !state.isNumberAt(number) || hasOtherUnit(number)) {
            return false;
        }
        int part = partBefore(number);
        return part >= 0 ? put(part, number, cached) : put(number, wholeBefore(number), cached);
    }

    private boolean leadsToCached(int i) {
        return !state.isBreakAt(i)
                && !state.isAt(i, Cue.OUT)
                && !state.isAt(i, Cue.OUTPUT)
                && !state.isAt(i, Cue.AND)
                && !state.isAt(i, Cue.NOT)
                && !state.isPercentAt(i);
    }

    /** Returns the 2k of {@code 2k of the 2.5k}, {@code 2k tokens of 2.5k}, or -1. */
    private int partBefore(int whole) {
        boolean article = state.hasTyped(whole - 1, Trait.DEFINITE_ARTICLE) || state.isAt(whole - 1, Cue.ARTICLE);
        int of = article ? whole - 2 : whole - 1;
        if (!state.isAt(of, Cue.OF) && !state.isAt(of, Trait.PART_OF)) {
            return -1;
        }
        int part = of - 1;
        while (part > of - REACH_OF_PROMPT && !state.isNumberAt(part) && isOfPrompt(part)) {
            part--;
        }
        return state.isNumberAt(part) ? part : -1;
    }

    /** Returns the 3k of {@code prompt 3k (2.4k cached)}, {@code our prompt is 3k of which 2.4k}, or -1. */
    private int wholeBefore(int part) {
        int first = Math.max(0, part - REACH);
        for (int i = part - 1; i >= first; i--) {
            if (state.isNumberAt(i)) {
                return isLengthOfPrompt(i, part) ? i : -1;
            }
        }
        return -1;
    }

    private boolean isLengthOfPrompt(int whole, int part) {
        boolean prompt = false;
        for (int i = Math.max(0, whole - REACH_OF_PROMPT); i < part; i++) {
            boolean ends = i < whole && (state.isNumberAt(i) || state.isBreakAt(i));
            prompt = !ends && (prompt || state.isAt(i, Cue.PROMPT) || state.isAt(i, Cue.INPUT));
        }
        return prompt && !hasOtherUnit(whole);
    }

    private boolean isOfPrompt(int i) {
        return state.isAt(i, Measure.TOKEN) || state.isAt(i, Cue.PROMPT) || state.isAt(i, Cue.INPUT);
    }

    private boolean hasOtherUnit(int number) {
        return (state.isUnitAt(number + 1) && !state.isAt(number + 1, Measure.TOKEN)) || state.isMoneyAt(number);
    }

    private boolean put(int part, int whole, int cached) {
        BigDecimal share = whole < 0 ? null : share(part, whole);
        if (share == null || state.token(part).use != Token.Use.NOTHING) {
            return false;
        }
        state.candidates.addDerived(SlotName.CACHED_PERCENT, Numeral.of(share), part);
        state.candidates.explain(
                SlotName.CACHED_PERCENT, share, String.format(Locale.ROOT, "%,d / %,d", count(part), count(whole)));
        state.candidates.settle(part);
        state.token(part).use = Token.Use.SLOT;
        state.token(cached).use = Token.Use.CONNECTIVE;
        if (state.isAt(part + 1, Measure.TOKEN)) {
            state.token(part + 1).use = Token.Use.CONNECTIVE;
        }
        return true;
    }

    private @Nullable BigDecimal share(int part, int whole) {
        if (state.token(part).numeral().isRange()
                || state.token(whole).numeral().isRange()) {
            return null;
        }
        BigDecimal cached = value(part);
        BigDecimal all = value(whole);
        boolean lengths = cached.compareTo(LEAST) > 0 && cached.compareTo(all) < 0;
        return lengths
                ? cached.movePointRight(2).divide(all, 2, RoundingMode.HALF_UP).stripTrailingZeros()
                : null;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }

    private long count(int number) {
        return value(number).longValue();
    }
}
