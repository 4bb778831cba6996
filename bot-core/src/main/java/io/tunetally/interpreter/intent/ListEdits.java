package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Choices among several remembered models or providers by their place or size: {@code remove the second}, {@code just the bigger one}. */
final class ListEdits {
    private static final Map<Trait, Integer> PLACES =
            Map.of(Trait.FIRST, 0, Trait.SECOND, 1, Trait.THIRD, 2, Trait.FOURTH, 3, Trait.FIFTH, 4);
    /** The distance between a verb and the place it speaks of: {@code take only the first}. */
    private static final int REACH = 3;

    private ListEdits() {}

    /**
     * Returns what is left of a list; the list itself if the message chooses nothing.
     *
     * @param size the size of an element, NaN if unknown
     */
    static <T> List<T> left(ParseState state, List<T> before, ToDoubleFunction<T> size) {
        List<T> kept = new ArrayList<>(0);
        List<T> rest = new ArrayList<>(before);
        for (int i = 0; i < state.size() && before.size() > 1; i++) {
            if (state.token(i).isNumber() || !isChoice(state, i)) {
                continue;
            }
            boolean narrows = isLed(state, i);
            if (!narrows && !state.isTakenBack(i)) {
                continue;
            }
            int place = place(state, i, before, size);
            if (place < 0) {
                state.add(new Problem.UnknownWord(state.typed(i, i), List.of(), state.span(i, i)));
            } else if (narrows) {
                kept.add(before.get(place));
            } else {
                rest.remove(before.get(place));
            }
            state.token(i).use = Token.Use.CONNECTIVE;
        }
        return kept.isEmpty() ? rest : kept;
    }

    private static boolean isLed(ParseState state, int i) {
        for (int k = i - 1; k >= Math.max(0, i - REACH) && !state.isBreakAt(k); k--) {
            if (state.hasTyped(k, Trait.NARROWS)) {
                return true;
            }
        }
        return false;
    }

    /** The words of a place are everyday words: what follows must be a pronoun or nothing. */
    private static boolean isChoice(ParseState state, int i) {
        boolean named = PLACES.keySet().stream().anyMatch(place -> state.hasTyped(i, place))
                || state.hasTyped(i, Trait.LAST)
                || state.hasTyped(i, Trait.BIGGER)
                || state.hasTyped(i, Trait.SMALLER);
        Token next = state.at(i + 1);
        boolean alone = state.isBreakAt(i + 1) || (next != null && state.hasTyped(i + 1, Trait.ONE_OF_THEM));
        return named && alone;
    }

    private static <T> int place(ParseState state, int i, List<T> before, ToDoubleFunction<T> size) {
        if (state.hasTyped(i, Trait.LAST)) {
            return before.size() - 1;
        }
        for (Map.Entry<Trait, Integer> place : PLACES.entrySet()) {
            if (state.hasTyped(i, place.getKey())) {
                return place.getValue() < before.size() ? place.getValue() : -1;
            }
        }
        return extreme(before, state.hasTyped(i, Trait.BIGGER) ? size : each -> -size.applyAsDouble(each));
    }

    private static <T> int extreme(List<T> before, ToDoubleFunction<T> size) {
        int best = 0;
        for (int i = 0; i < before.size(); i++) {
            double value = size.applyAsDouble(before.get(i));
            if (Double.isNaN(value)) {
                return -1;
            }
            best = value > size.applyAsDouble(before.get(best)) ? i : best;
        }
        return best;
    }
}
