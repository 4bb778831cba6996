package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The next length behind that of what is sent, where requests are counted: what comes back is so long ({@code a card's ninety
 * tokens, and the sentence is thirty}, {@code 700 tokens of raw text and the clean one is of 550}, {@code the model shortens them to 30}).
 */
public final class SecondLength {
    /** The most tokens from the length of what is sent to the other one. */
    private static final int REACH = 18;

    /** The most words from a verb of shortening to its result. */
    private static final int REACH_OF_VERB = 4;

    private static final BigDecimal MOST = BigDecimal.valueOf(20_000);

    private static final Set<SlotName<?>> GUESSED = Set.of(SlotName.TOKENS_PER_EXAMPLE, SlotName.TOTAL_TOKENS);

    private final ParseState state;

    private SecondLength(ParseState state) {
        this.state = state;
    }

    /** Fills the length of the answer, where only that of the input is known. */
    public static void read(ParseState state) {
        List<Integer> inputs = state.candidates.numbersOf(SlotName.INPUT_TOKENS);
        boolean requests = state.candidates.has(SlotName.REQUESTS_PER_DAY)
                || (state.mayEdit() && state.remembered.has(SlotName.REQUESTS_PER_DAY));
        if (requests && inputs.size() == 1 && !state.candidates.has(SlotName.OUTPUT_TOKENS)) {
            new SecondLength(state).read(inputs.getFirst());
        }
    }

    private void read(int input) {
        boolean answers = false;
        int sentences = 0;
        for (int i = input + 1; i < Math.min(state.size(), input + REACH) && sentences < 2; i++) {
            if (state.isNumberAt(i)) {
                if (isLength(i) && (isLed(i) || (answers && hasUnit(i)))) {
                    state.candidates.withdraw(i);
                    state.candidates.add(
                            SlotName.OUTPUT_TOKENS,
                            Amounts.counted(state.token(i).numeral()),
                            i);
                    state.candidates.settle(i);
                    state.token(i).use = Token.Use.SLOT;
                }
                return;
            }
            if (isOfOther(i)) {
                return;
            }
            answers |= state.isAt(i, Cue.OUTPUT) || state.hasTyped(i, Trait.ANSWERED);
            sentences += i == state.sentence(i).end() ? 1 : 0;
        }
    }

    /** True of a word behind which a number is that of a prompt, of data or of training. */
    private boolean isOfOther(int i) {
        return state.isAt(i, Cue.PROMPT)
                || state.isAt(i, Cue.TUNED_PROMPT)
                || state.hasTyped(i, Trait.PROMPTS)
                || state.hasTyped(i, Trait.INSTRUCTS)
                || state.isAt(i, Cue.TRAINING)
                || state.isAt(i, Category.TUNING)
                || state.isAt(i, Trait.AFTER)
                || state.isAt(i, Measure.EXAMPLE)
                || state.isAt(i, Category.KNOBS)
                || state.isOfMention(i);
    }

    /** The category of {@code and the category 8}. */
    private boolean isNamed(int noun) {
        return state.isAt(noun, Measure.OTHER) && state.isAt(noun - 1, Trait.DEFINITE_ARTICLE);
    }

    private boolean hasUnit(int number) {
        return state.isAt(number + 1, Measure.TOKEN);
    }

    private boolean isLength(int number) {
        if (!state.isCountAt(number) || state.token(number).numeral().isRange() || state.isSize(number)) {
            return false;
        }
        BigDecimal value = Amounts.counted(state.token(number).numeral()).value();
        int end = hasUnit(number) ? number + 2 : number + 1;
        boolean ends = state.isBreakAt(end)
                || state.isJoin(end)
                || state.isSymbolAt(end, ')')
                || state.hasTyped(end, Trait.PRODUCED);
        return ends
                && isOpen(number)
                && !state.isMoneyBefore(number + 1)
                && !state.isGpuNumber(number)
                && !state.token(number).isYear()
                && value.signum() > 0
                && value.compareTo(MOST) <= 0;
    }

    private boolean isOpen(int number) {
        @Nullable SlotName<?> slot = state.candidates.slotOf(number);
        boolean shortened = slot == SlotName.EXAMPLES && state.isAt(number - 1, Cue.TO) && isShortened(number - 1);
        return slot == null
                ? (hasUnit(number) && !state.candidates.isSettled(number)) || state.token(number).use != Token.Use.SLOT
                : shortened || GUESSED.contains(slot);
    }

    /** {@code the model cuts them down to 40}. */
    private boolean isShortened(int to) {
        for (int i = to - 1; i >= Math.max(0, to - REACH_OF_VERB) && !state.isBreakAt(i); i--) {
            if (!state.isNumberAt(i) && (state.hasTyped(i, Trait.CUTS) || state.hasTyped(i, Trait.SHRINKS))) {
                return true;
            }
        }
        return false;
    }

    /** {@code is 35}, {@code of 550}, {@code to 30}, {@code with about 60}, {@code 200 returned}, and the noun of {@code the clean report 190}. */
    private boolean isLed(int number) {
        int link = state.isAt(number - 1, Cue.ABOUT) ? number - 2 : number - 1;
        boolean noun = !state.isNumberAt(link)
                && state.token(link).kind == Token.Kind.WORD
                && (!state.token(link).is(Category.UNITS) || isNamed(link))
                && (state.isBreakAt(link - 1) || state.token(link - 1).kind == Token.Kind.WORD);
        return noun
                || state.isAt(link, Cue.IS)
                || state.isAt(link, Cue.OF)
                || state.isAt(link, Trait.PART_OF)
                || state.isAt(link, Cue.TO)
                || state.isAt(link, Trait.HAVING)
                || state.hasTyped(link, Trait.CONTAINS)
                || (state.at(number + 1) != null && state.hasTyped(number + 1, Trait.PRODUCED));
    }
}
