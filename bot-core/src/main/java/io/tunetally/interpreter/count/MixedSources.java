package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Adds the data of several sources: {@code 18k own and 12k public rows}, {@code 20k in-house chats and 10k public ones}, {@code 60% in-house
 * (18k) and 40% tulu (12k)}.
 */
public final class MixedSources {
    /** The most tokens between a count and the next one: {@code in-house chats and 60%}. */
    private static final int REACH = 8;

    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    private final ParseState state;

    private MixedSources(ParseState state) {
        this.state = state;
    }

    /** Claims the sum before other readers choose one of the counts. */
    public static void read(ParseState state) {
        boolean open = state.hasTypedAnywhere(Trait.DATA_ORIGIN)
                && !state.candidates.has(SlotName.EXAMPLES)
                && !state.hasTypedAnywhere(Trait.DISCARDED)
                && !state.has(Cue.VALIDATION)
                && state.speaksOfTuning();
        if (open) {
            new MixedSources(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            List<Integer> counts = isOfSource(i) ? countsFrom(i) : List.of();
            if (counts.size() > 1 && counts.stream().anyMatch(this::isOfOrigin) && !isTraffic(counts)) {
                claim(counts);
                return;
            }
        }
    }

    private List<Integer> countsFrom(int first) {
        List<Integer> counts = new ArrayList<>(0);
        int next = first;
        while (next >= 0) {
            counts.add(next);
            next = next(next);
        }
        return counts;
    }

    /** Returns the index of the next count that an {@code and} or a plus joins, or -1. */
    private int next(int count) {
        boolean joined = false;
        for (int i = count + 1; i <= count + REACH && state.at(i) != null; i++) {
            if (state.isNumberAt(i) && !state.isPercentAt(i + 1)) {
                return joined && isOfSource(i) ? i : -1;
            }
            joined |= state.isAt(i, Cue.AND)
                    || state.hasTyped(i, Trait.PLUS)
                    || state.isSymbolAt(i, '+')
                    || state.isSymbolAt(i, ',');
            if (state.isAt(i, Cue.OR) || state.isAt(i, Cue.VERSUS) || state.isAt(i, Cue.NOT)) {
                return -1;
            }
        }
        return -1;
    }

    /** {@code 18k own}, {@code in-house (18k)}, {@code 12k tulu}. */
    private boolean isOfSource(int number) {
        return state.isNumberAt(number)
                && state.isPlainCount(number)
                && state.token(number).use == Token.Use.NOTHING
                && value(number).compareTo(FEWEST) >= 0
                && isSource(source(number));
    }

    private int source(int number) {
        boolean bracket = state.isSymbolAt(number - 1, '(') && state.isSymbolAt(number + 1, ')');
        return bracket ? number - 2 : number + 1;
    }

    private boolean isSource(int i) {
        return !state.isNumberAt(i) && (state.hasTyped(i, Trait.DATA_ORIGIN) || state.hasTyped(i, Trait.ALSO_DATA));
    }

    private boolean isOfOrigin(int number) {
        return state.hasTyped(source(number), Trait.DATA_ORIGIN);
    }

    private boolean isTraffic(List<Integer> counts) {
        int end = Math.min(state.sentence(counts.getLast()).end(), counts.getLast() + REACH);
        for (int i = counts.getFirst(); i < end; i++) {
            if (state.isRateAt(i) || state.isAt(i, Category.RATES)) {
                return true;
            }
        }
        return false;
    }

    private void claim(List<Integer> counts) {
        BigDecimal sum = counts.stream().map(this::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int count : counts) {
            state.candidates.settle(count);
            state.token(count).use = Token.Use.SLOT;
        }
        useShares(counts);
        state.candidates.addDerived(SlotName.EXAMPLES, Numeral.of(sum), counts.getFirst());
        state.candidates.explain(
                SlotName.EXAMPLES,
                sum,
                counts.stream()
                        .map(count ->
                                String.format(Locale.ROOT, "%,d", value(count).toBigInteger()))
                        .collect(Collectors.joining(" + ")));
        state.candidates.state(SlotName.EXAMPLES);
    }

    /** The shares of {@code 60% in-house (18k) and 40% tulu (12k)} say no more than the counts. */
    private void useShares(List<Integer> counts) {
        for (int i = counts.getFirst() - REACH / 2; i < counts.getLast(); i++) {
            if (state.isNumberAt(i) && state.isPercentAt(i + 1) && isSource(i + 2)) {
                state.candidates.setAside(i);
                state.use(i, i + 1, Token.Use.CONNECTIVE);
            }
        }
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
