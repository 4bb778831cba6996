package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lengths of a request that are told by who speaks: {@code the member writes maybe 60 and gets 150 back}, {@code each one is 60
 * tokens and I write back around 100}, {@code they give 200 tokens of facts and the notice comes out at 300}.
 */
public final class SpokenLengths {
    /** The most words from a length to the word that says that it comes back. */
    private static final int REACH = 3;

    /** The most words between the two lengths. */
    private static final int REACH_OF_OTHER = 14;

    private static final BigDecimal SHORTEST = BigDecimal.TEN;
    private static final BigDecimal LONGEST = BigDecimal.valueOf(20_000);

    /** What the readers of single numbers may have taken such a length for. */
    private static final Set<SlotName<?>> OPEN = Set.of(
            SlotName.INPUT_TOKENS,
            SlotName.OUTPUT_TOKENS,
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.EXAMPLES,
            SlotName.TOTAL_TOKENS);

    private final ParseState state;

    private SpokenLengths(ParseState state) {
        this.state = state;
    }

    /** Reads both lengths where traffic and tokens are spoken of. */
    public static void read(ParseState state) {
        boolean said = state.hasTypedAnywhere(Trait.COMES_BACK) || state.has(Cue.OUT);
        if (said && state.has(Measure.TOKEN) && isTraffic(state)) {
            new SpokenLengths(state).read();
        }
    }

    private static boolean isTraffic(ParseState state) {
        boolean traffic = state.candidates.has(SlotName.REQUESTS_PER_DAY);
        for (int i = 0; i < state.size() && !traffic; i++) {
            traffic = state.isRateAt(i);
        }
        return traffic;
    }

    private void read() {
        int before = -1;
        for (int i = 0; i < state.size(); i++) {
            if (!state.isNumberAt(i)) {
                continue;
            }
            boolean pair = before >= 0
                    && i - before <= REACH_OF_OTHER
                    && state.sentence(before) == state.sentence(i)
                    && isLength(before)
                    && isLength(i)
                    && comesBack(i)
                    && !comesBack(before);
            if (pair) {
                claim(SlotName.INPUT_TOKENS, before);
                claim(SlotName.OUTPUT_TOKENS, i);
                return;
            }
            before = i;
        }
    }

    private void claim(SlotName<?> slot, int number) {
        state.candidates.withdraw(number);
        int unit = state.isAt(number + 1, Measure.TOKEN) ? number + 1 : number;
        state.claim(slot, number, number, unit);
        state.candidates.settle(number);
    }

    private boolean isLength(int number) {
        BigDecimal value = Amounts.counted(state.token(number).numeral()).value();
        @Nullable SlotName<?> read = state.candidates.slotOf(number);
        boolean open = read == null || OPEN.contains(read);
        boolean tokens = state.isAt(number + 1, Measure.TOKEN);
        boolean bare = state.unitFinder.right(number) < 0 && !state.isRateAt(number + 1);
        return open
                && (tokens || bare)
                && state.isCountAt(number)
                && !state.candidates.isSettled(number)
                && !state.isSymbolAt(number - 1, '$')
                && value.compareTo(SHORTEST) >= 0
                && value.compareTo(LONGEST) <= 0;
    }

    /** {@code gets 150 back}, {@code gets 160 in return}, {@code I write back around 100}, {@code it comes out at 300}. */
    private boolean comesBack(int number) {
        int next = state.isAt(number + 1, Measure.TOKEN) ? number + 2 : number + 1;
        boolean behind = state.hasTyped(next, Trait.COMES_BACK)
                || (state.isAt(next, Cue.IN) && state.hasTyped(next + 1, Trait.COMES_BACK));
        boolean ends = state.isBreakAt(next) || state.isJoin(next);
        for (int i = number - 1; !behind && ends && i >= number - REACH && !state.isBreakAt(i); i--) {
            boolean out = state.isAt(i, Cue.OUT) && state.hasTyped(i + 1, Trait.LOCATIVE);
            behind = out || state.hasTyped(i, Trait.COMES_BACK);
        }
        return behind;
    }
}
