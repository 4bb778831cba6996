package io.tunetally.interpreter.intent;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Choices among several remembered models or providers by their place or size: {@code remove the second}, {@code just the bigger one}. */
final class ListEdits {
    private static final Map<Trait, Integer> PLACES =
            Map.of(Trait.FIRST, 0, Trait.SECOND, 1, Trait.THIRD, 2, Trait.FOURTH, 3, Trait.FIFTH, 4);
    /** The distance between a verb and the place it speaks of: {@code take only the first}, {@code strike the one in the middle}. */
    private static final int REACH = 6;

    /** What may be asked about one of several. */
    private static final List<Intent> ASKED_OF_ONE =
            List.of(Intent.BREAKEVEN, Intent.WORTHIT, Intent.TCO, Intent.ESTIMATE);

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
            boolean narrows = isLed(state, i) || isAskedAbout(state, i);
            if (!isChoice(state, i) || (!narrows && !isDropped(state, i))) {
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

    /** Returns what is left of a list, and what is new in the place of the first that is gone. */
    static <T> List<T> replaced(List<T> before, List<T> left, List<T> now) {
        int place = 0;
        while (place < left.size() && left.get(place).equals(before.get(place))) {
            place++;
        }
        List<T> both = new ArrayList<>(left);
        both.addAll(place, now.stream().filter(each -> !left.contains(each)).toList());
        return List.copyOf(both);
    }

    /** True if a message chooses among several models or providers of the conversation. */
    static boolean isIn(ParseState state) {
        List<ModelId> models = state.remembered.value(SlotName.MODELS);
        List<ProviderId> providers = state.remembered.value(SlotName.PROVIDERS);
        boolean several = (models != null && models.size() > 1) || (providers != null && providers.size() > 1);
        for (int i = 0; several && i < state.size(); i++) {
            if (isChoice(state, i) && (isLed(state, i) || isAskedAbout(state, i) || isDropped(state, i))) {
                return true;
            }
        }
        return false;
    }

    /** True if only what is named here stays: {@code just tell me about the Google one}. */
    static boolean isLed(ParseState state, int i) {
        for (int k = i - 1; k >= Math.max(0, i - REACH) && !state.isBreakAt(k); k--) {
            if (state.hasTyped(k, Trait.NARROWS)) {
                return true;
            }
        }
        return false;
    }

    /** True if only what is named here is asked about: {@code when does the first one pay back}. */
    private static boolean isAskedAbout(ParseState state, int i) {
        return state.at(i + 1) != null
                && state.hasTyped(i + 1, Trait.ONE_OF_THEM)
                && !state.has(Intent.COMPARE)
                && ASKED_OF_ONE.stream().anyMatch(state::has)
                && state.sentence(i).asks();
    }

    /** True if what is named here goes: {@code strike the middle one}, {@code the first is too dear, kick it}. */
    static boolean isDropped(ParseState state, int i) {
        int end = end(state, i);
        if (Exclusion.isTakenBack(state, i) || Exclusion.isExcluded(state, end)) {
            return true;
        }
        for (int k = i - 1; k >= Math.max(0, i - REACH) && !state.isBreakAt(k); k--) {
            if (state.isAt(k, Cue.DROP)) {
                return true;
            }
        }
        return Exclusion.isDroppedBehind(state, end);
    }

    /** Returns the last token of {@code the second model}. */
    private static int end(ParseState state, int i) {
        return state.at(i + 1) != null && state.hasTyped(i + 1, Trait.ONE_OF_THEM) ? i + 1 : i;
    }

    /** The words of a place are everyday words: what follows must be a pronoun or nothing. */
    private static boolean isChoice(ParseState state, int i) {
        if (state.token(i).isNumber()) {
            return false;
        }
        boolean named = PLACES.keySet().stream().anyMatch(place -> state.hasTyped(i, place))
                || state.hasTyped(i, Trait.LAST)
                || state.hasTyped(i, Trait.MIDDLE)
                || state.hasTyped(i, Trait.BIGGER)
                || state.hasTyped(i, Trait.SMALLER);
        return named
                && (state.isBreakAt(i + 1)
                        || state.hasTyped(i + 1, Trait.ONE_OF_THEM)
                        || (state.isAt(i + 1, Cue.IS) && Exclusion.isDroppedBehind(state, i)));
    }

    private static <T> int place(ParseState state, int i, List<T> before, ToDoubleFunction<T> size) {
        if (state.hasTyped(i, Trait.LAST)) {
            return before.size() - 1;
        }
        if (state.hasTyped(i, Trait.MIDDLE)) {
            return before.size() % 2 == 1 ? before.size() / 2 : -1;
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
