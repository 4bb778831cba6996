package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers without a unit: factors of a product, and the only count of a terse command. */
final class BareNumbers {
    private static final List<SlotName<?>> FACTORS =
            List.of(SlotName.EXAMPLES, SlotName.TOKENS_PER_EXAMPLE, SlotName.EPOCHS);

    /** A factor below this beside examples means repetitions. */
    private static final BigDecimal FEW = BigDecimal.valueOf(20);

    private final ParseState state;
    /** The end of the last product, and whether one of its factors has a unit. */
    private int chainEnd = -1;

    private boolean chainWithUnit;

    /** Whether what the last product makes is said and counts something else than data. */
    private boolean otherResult;

    private @Nullable Boolean productAlone;

    private BareNumbers(ParseState state) {
        this.state = state;
    }

    static void read(ParseState state) {
        if (!hasOpen(state)) {
            return;
        }
        BareNumbers bare = new BareNumbers(state);
        for (int i = 0; i < state.size(); i++) {
            if (bare.isOpen(i) && bare.isFactor(i)) {
                bare.factor(i);
            }
        }
        if (state.terse) {
            bare.count();
        } else if (!state.candidates.has(SlotName.EXAMPLES)) {
            bare.estimate();
        }
    }

    /**
     * {@code not sure how many rows, somewhere between 3k and 6k}: a rough number counts the examples that its sentence
     * names before it.
     */
    private void estimate() {
        boolean named = false;
        for (int i = 0; i < state.size(); i++) {
            boolean rough = isOpen(i)
                    && (state.token(i).numeral().isRange()
                            || state.token(i).numeral().approximate());
            named = i == state.sentence(i).first() ? false : named || namesExamples(i - 1);
            if (rough && state.isBreakAt(i + 1) && named) {
                claim(SlotName.EXAMPLES, i);
                return;
            }
        }
    }

    private boolean namesExamples(int i) {
        Token token = state.token(i);
        boolean asked = token.is(Cue.ABILITY) && token.is(Trait.ASKS_HOW_MANY);
        return asked || (token.is(Measure.EXAMPLE) && token.use == Token.Use.NOTHING);
    }

    private static boolean hasOpen(ParseState state) {
        for (Token token : state.all()) {
            if (isOpen(token)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpen(int i) {
        return isOpen(state.token(i));
    }

    private static boolean isOpen(Token token) {
        return token.isNumber()
                && token.use == Token.Use.NOTHING
                && !token.numeral().isInBillions();
    }

    /** {@code a single 4090}, {@code one a100}. */
    private boolean countsGpus(int i) {
        // "one rented 4090"
        int gpu = state.hasTyped(i + 1, Trait.RENTS) ? i + 2 : i + 1;
        return state.isGpuCount(i) && (state.isGpuAt(gpu) || (gpu > i + 1 && state.isGpuNumber(gpu)));
    }

    /** {@code 2 tuned nanos}. */
    private boolean countsModels(int i) {
        return isFew(i) && state.isAt(i + 1, Category.TUNING) && state.isOfMention(i + 2);
    }

    /** The {@code 12.1} of a log's speed, beside hours and their price, counts nothing. */
    private boolean isFraction(int i) {
        Numeral number = state.token(i).numeral();
        return state.isGpuBill()
                && !number.isAmbiguous()
                && number.suffix() == ' '
                && number.value().stripTrailingZeros().scale() > 0;
    }

    /** The GPU of {@code 8 x a100}. */
    private boolean isOfGpu(int i) {
        return state.isGpuAt(i) || state.isGpuNumber(i);
    }

    /** A single remaining number counts examples; several are ambiguous. */
    private void count() {
        int first = -1;
        int open = 0;
        for (int i = state.size() - 1; i >= 0; i--) {
            if (isOpen(i)
                    && !countsGpus(i)
                    && !countsModels(i)
                    && !isFraction(i)
                    && !state.hasTyped(i, Trait.REPEATS)) {
                first = i;
                open++;
            }
        }
        if (open == 1) {
            only(first);
        } else if (open > 1 && isCommand() && !isListOfFactors(first, open)) {
            state.candidates.addOpenCount(first);
        }
    }

    /** {@code gpt-4o / 5k / 3}, {@code 5k | 400 | 3}, {@code cost gpt-4o 5k 400 3}: examples, their length where three are named, and a few epochs. */
    private boolean isListOfFactors(int first, int count) {
        boolean all = count == FACTORS.size() && isOpen(first + 1) && isOpen(first + 2);
        int step = all ? 1 : 2;
        int last = first + step * (count - 1);
        boolean separated =
                count <= FACTORS.size() && last < state.size() && isOpen(last) && isFew(last) && !isFew(first);
        for (int i = first + 1; separated && !all && i < last; i += 2) {
            // A word between two dashes is no factor: "gpt-4o 5k - weekly - 3, room 7".
            separated = (state.isSlash(i) || state.isSymbolAt(i, '|') || isDash(i)) && isOpen(i + 1);
        }
        if (!separated || state.candidates.has(SlotName.EPOCHS) || state.candidates.hasData()) {
            return false;
        }
        claim(SlotName.EXAMPLES, first);
        claim(SlotName.EPOCHS, last);
        if (count == FACTORS.size()) {
            claim(SlotName.TOKENS_PER_EXAMPLE, first + step);
        }
        return true;
    }

    /** The dashes of {@code gpt-4o-mini - 400 - 3}. */
    private boolean isDash(int i) {
        return state.isSymbolAt(i, '-') && state.token(i).spaced;
    }

    private boolean isFactor(int i) {
        boolean factor = (isSign(i + 1) && state.isNumberAt(i + 2)) || (isSign(i - 1) && state.isNumberAt(i - 2));
        boolean repeats = state.isTimesSign(i + 1)
                && isFew(i)
                && !state.hasTyped(i + 2, Trait.COMPARES_TO)
                && !state.hasTyped(i + 2, Trait.UNTUNED_PREFIX)
                && !state.hasTyped(i - 1, Trait.COSTS)
                && !isOfGpu(i + 2)
                && state.candidates.hasData();
        return repeats
                || isTimesOfWord(i)
                || (factor
                        && !isOfOtherResult(i)
                        && ((state.terse && (isCommand() || isProductAlone())) || isChainWithUnit(i)));
    }

    /** The signs of {@code 45k @ 512 x 2}: a length stands behind an at. */
    private boolean isSign(int i) {
        return state.isTimesSign(i) || state.isSymbolAt(i, '@');
    }

    /** {@code 1k x 500 x 3} and nothing else; in {@code zxqv <<>>6 *_7} numbers beside a star are not a product. */
    private boolean isProductAlone() {
        if (productAlone == null) {
            boolean alone = true;
            int signs = 0;
            for (int i = 0; i < state.size() && alone; i++) {
                alone = state.isNumberAt(i) || state.isTimesSign(i);
                signs += state.isTimesSign(i) ? 1 : 0;
            }
            alone &= signs == FACTORS.size() - 1;
            productAlone = alone;
        }
        return productAlone;
    }

    /** {@code x3}. */
    private boolean isTimesOfWord(int i) {
        return state.isTimesSign(i - 1) && !state.isNumberAt(i - 2) && isFew(i) && state.candidates.hasData();
    }

    private boolean isFew(int i) {
        return state.token(i).numeral().value().compareTo(FEW) <= 0;
    }

    /** In a sentence a product counts only if one of its factors has a unit; {@code 5x24x8} does not. */
    private boolean isChainWithUnit(int i) {
        if (i > chainEnd) {
            chainWithUnit = readChain(i);
        }
        return chainWithUnit;
    }

    /** {@code 2000 x 500 x 3 = 3M tokens}: three factors and what they make. */
    private boolean isReckoned(int first, int last) {
        return last - first == 2 * (FACTORS.size() - 1)
                && state.isSymbolAt(last + 1, '=')
                && state.isNumberAt(last + 2);
    }

    /** {@code 15 * 24 * 160 = 57,600 hours}: what comes out is no job. */
    private boolean isOfOtherResult(int i) {
        if (i > chainEnd) {
            chainWithUnit = readChain(i);
        }
        return otherResult;
    }

    private boolean isOtherResult(int last) {
        int unit =
                state.isSymbolAt(last + 1, '=') && state.isNumberAt(last + 2) ? state.unitFinder.right(last + 2) : -1;
        return unit >= 0 && !state.isAt(unit, Measure.TOKEN) && !state.isAt(unit, Measure.EXAMPLE);
    }

    private boolean readChain(int i) {
        int first = i;
        while (state.isTimesSign(first - 1) || isInChain(first - 1)) {
            first--;
        }
        int last = i;
        while (state.isTimesSign(last + 1) || isInChain(last + 1)) {
            last++;
        }
        chainEnd = last;
        otherResult = isOtherResult(last);
        if (isReckoned(first, last)) {
            takeBackResult(last + 2);
            return true;
        }
        for (int k = first; k <= last; k++) {
            if (state.isAt(k, Measure.EXAMPLE) || state.isAt(k, Measure.TOKEN) || state.isAt(k, Measure.EPOCH)) {
                return true;
            }
        }
        return false;
    }

    /** The result says the same as its factors. */
    private void takeBackResult(int number) {
        List<SlotCandidates.Candidate> candidates = state.candidates.all();
        for (int k = 0; k < candidates.size(); k++) {
            if (candidates.get(k).token() == number) {
                state.candidates.replace(k, candidates.get(k).takenBack());
                state.token(number).use = Token.Use.CONNECTIVE;
            }
        }
    }

    private boolean isInChain(int i) {
        return state.isNumberAt(i)
                || state.isAt(i, Category.UNITS)
                || state.isAt(i, Cue.PER)
                || state.isAt(i, Cue.EACH);
    }

    private void factor(int i) {
        boolean repeats = isFew(i) && state.candidates.hasData();
        for (SlotName<?> slot : repeats ? List.<SlotName<?>>of(SlotName.EPOCHS) : FACTORS) {
            if (!state.candidates.has(slot)) {
                claim(slot, i);
                return;
            }
        }
    }

    private void only(int i) {
        Numeral numeral = state.token(i).numeral();
        boolean commanded = isCommand();
        Token next = state.at(i + 1);
        boolean unknownUnit = next != null && (next.kind == Token.Kind.WORD || state.isTimesSign(i + 1));
        boolean factor = state.isTimesSign(i - 1) && isFew(i);
        if (commanded && !factor && !unknownUnit && numeral.suffix() == ' ' && !state.candidates.hasData()) {
            claim(SlotName.EXAMPLES, i);
        }
    }

    private boolean isCommand() {
        return state.has(Category.INTENTS)
                || !state.mentions.isEmpty()
                || state.has(Category.TUNING)
                || state.has(Category.METHODS);
    }

    private void claim(SlotName<?> slot, int i) {
        state.candidates.add(slot, Amounts.counted(state.token(i).numeral()), i);
        state.token(i).use = Token.Use.SLOT;
    }
}
