package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SmallWords;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A question about the prices that the conversation compares, which names none of these and nothing else: {@code which of the two is dearer},
 * {@code numbers for both please}, {@code what would each come to}. A word of another matter makes it talk: {@code both my lads have a cold}.
 */
public final class AskedComparison {
    private final ParseState state;
    private final SmallWords small;
    private final int compared;

    private AskedComparison(ParseState state) {
        this.state = state;
        small = new SmallWords(state);
        compared = compared(state);
    }

    /** True if a message asks for nothing but the comparison of its conversation. */
    public static boolean is(ParseState state) {
        return state.mayEdit()
                && state.mentions.isEmpty()
                && state.slots.build().isEmpty()
                && !state.has(Category.PROVIDERS)
                && !state.has(Category.METHODS)
                && !state.has(Cue.REPORT)
                && new AskedComparison(state).is();
    }

    /** Returns how many models, sellers or ways the conversation compares; what is only paid today is no side of it. */
    private static int compared(ParseState state) {
        int models = size(state.remembered.value(SlotName.MODELS));
        int sellers = size(state.remembered.value(SlotName.PROVIDERS));
        int ways = size(state.remembered.value(SlotName.METHODS));
        return state.remembered.has(SlotName.UNTUNED) ? 0 : Math.max(models, Math.max(sellers, ways));
    }

    private static int size(@Nullable Collection<?> several) {
        if (several == null || several.size() < 2) {
            return several != null && several.contains(SlotName.ALL_MODELS) ? Integer.MAX_VALUE : 0;
        }
        return several.size();
    }

    private boolean is() {
        boolean all = false;
        boolean figures = false;
        boolean compares = false;
        boolean shows = false;
        boolean asks = state.hasQuestionMark() || state.asks();
        for (int i = 0; compared > 0 && i < state.size(); i++) {
            boolean ofAll = namesAll(i);
            boolean figure = state.hasTyped(i, Trait.FIGURE_NOUN) || state.hasTyped(i, Trait.SHOWS);
            Intent intent = state.token(i).intent();
            boolean price = intent == Intent.ESTIMATE || state.hasTyped(i, Trait.PRICE_NOUN);
            boolean compare = intent == Intent.COMPARE;
            if (!ofAll && !figure && !price && !compare && !isFiller(i)) {
                return false;
            }
            all |= ofAll;
            asks |= isQuestion(i);
            boolean laid = state.hasTypedAnywhere(Trait.LAYS_OUT);
            boolean again = laid && state.hasTyped(i, Trait.AGAIN);
            figures |= figure || again || (price && asks) || (compare && laid);
            shows |= state.hasTyped(i, Trait.SHOWS);
            compares |= compare;
        }
        // "Both are so expensive" only remarks.
        return (all && figures) || (compares && (asks || shows));
    }

    private boolean isQuestion(int i) {
        return state.isAt(i, Cue.QUESTION) || state.isAt(i, Cue.ABILITY) || state.hasTyped(i, Trait.ASKS_PERSON);
    }

    /** {@code both}, {@code each of them}, {@code the two} of two, {@code all three} of three. */
    private boolean namesAll(int i) {
        Token token = state.token(i);
        return state.hasTyped(i, Trait.ALL_COMPARED)
                || (token.isNumber() && token.numeral().value().compareTo(BigDecimal.valueOf(compared)) == 0);
    }

    /** The second of {@code how much dearer is the second}. */
    private boolean isPlace(int i) {
        return state.hasTyped(i, Trait.FIRST)
                || state.hasTyped(i, Trait.SECOND)
                || state.hasTyped(i, Trait.THIRD)
                || state.hasTyped(i, Trait.OTHERS);
    }

    private boolean isFiller(int i) {
        return small.isAt(i)
                || isQuestion(i)
                || isPlace(i)
                || state.isAt(i, Cue.BETWEEN)
                || state.hasTyped(i, Trait.LAYS_OUT)
                || state.hasTyped(i, Trait.ONE_OF_THEM)
                || state.hasTyped(i, Trait.PRONOUN)
                || state.hasTyped(i, Trait.AGAIN)
                || state.hasTyped(i, Trait.THAN)
                || state.isAt(i, Cue.TOTAL);
    }
}
