package io.tunetally.interpreter.count;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Symbol;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.util.function.Consumer;

/**
 * What a number beside the examples counts: a measurement ({@code 380 tonnes}) and a difference ({@code 300 less than planned}) are never of
 * the data, and {@code phones for everyone underground, 260 of them} counts what its own sentence names.
 */
public final class CountedThings {
    /** The most words from a number to its unit, {@code 14,000 cubic metres}, and to {@code than}, {@code 300 essays fewer than}. */
    private static final int REACH = 3;

    private static final Symbol OF_THEM_OF_ITEMS = Symbol.of("OF-THEM-OF-ITEMS");
    private static final Symbol OF_THEM_OF_OTHERS = Symbol.of("OF-THEM-OF-OTHERS");
    private static final Symbol OF_THEM_OF_NUMBER = Symbol.of("OF-THEM-OF-NUMBER");
    private static final Symbol OF_THEM_BEFORE = Symbol.of("OF-THEM-BEFORE");
    private static final Symbol SUBJECT_HAS = Symbol.of("SUBJECT-HAS");
    private static final Symbol LENGTH_BEHIND = Symbol.of("LENGTH-BEHIND");

    private CountedThings() {}

    /** True of a number that can be no part of the data, whatever else is said of it. */
    public static boolean isOfOther(ParseState state, int number) {
        return isMeasurement(state, number) || isDifference(state, number);
    }

    /** {@code 380 tonnes}, {@code 14,000 cubic metres}, {@code 60 km}, and not {@code 1,200 bar tabs}. */
    private static boolean isMeasurement(ParseState state, int number) {
        Token next = state.at(number + 1);
        boolean adjective = next != null && next.kind == Token.Kind.WORD;
        int unit = adjective && !state.hasTyped(number + 1, Trait.PHYSICAL_UNIT) ? number + 2 : number + 1;
        return state.hasTyped(unit, Trait.PHYSICAL_UNIT) && !state.isPluralAt(unit + 1) && !state.isItemAt(unit + 1);
    }

    /** {@code 300 less than planned}, {@code 14 tellers fewer than last year}, in a message of its own. */
    private static boolean isDifference(ParseState state, int number) {
        if (!state.remembered.isEmpty()) {
            return false;
        }
        for (int i = number + 1; i < Math.min(number + REACH, state.size()) && !state.isBreakAt(i); i++) {
            boolean one = state.hasTyped(i, Trait.MORE_THAN)
                    || (state.hasTyped(i, Trait.CAPS) && state.hasTyped(i, Trait.COMPARES_TO));
            boolean two = state.hasTyped(i, Trait.COMPARES_TO) && state.hasTyped(i + 1, Trait.THAN);
            if (one || two) {
                int behind = two ? i + 2 : i + 1;
                return !state.isNumberAt(behind)
                        && !state.isAt(behind, Cue.THEM)
                        && !state.hasTyped(behind, Trait.PRONOUN);
            }
        }
        return false;
    }

    /** Gives what a number counts to a sink. */
    public static void of(ParseState state, int number, Consumer<Symbol> sink) {
        if (state.isOfThemAt(number + 1)) {
            sink.accept(ofThem(state, number));
        }
        int verb = state.hasTyped(number + 1, Trait.ALREADY) ? number + 2 : number + 1;
        if (state.hasTyped(verb, Trait.OWNS) && !state.isNumberAt(verb)) {
            sink.accept(SUBJECT_HAS);
        }
        if (isLengthBehind(state, number)) {
            sink.accept(LENGTH_BEHIND);
        }
    }

    private static Symbol ofThem(ParseState state, int number) {
        int first = state.sentence(number).first();
        Symbol found = first < number - 1 ? OF_THEM_OF_OTHERS : OF_THEM_BEFORE;
        for (int i = first; i < number; i++) {
            if (state.isNumberAt(i)) {
                return OF_THEM_OF_NUMBER;
            }
            found = state.isItemAt(i) ? OF_THEM_OF_ITEMS : found;
        }
        return found;
    }

    /** {@code 3,300 have a caption, 150 tokens each}: the next number in the sentence is the length of an example. */
    private static boolean isLengthBehind(ParseState state, int number) {
        int end = state.sentence(number).end();
        for (SlotCandidates.Candidate length : state.candidates.all()) {
            if (length.slot() == SlotName.TOKENS_PER_EXAMPLE && length.token() > number && length.token() < end) {
                return !hasNumber(state, number + 1, length.token());
            }
        }
        return false;
    }

    private static boolean hasNumber(ParseState state, int from, int end) {
        for (int i = from; i < end; i++) {
            if (state.isNumberAt(i)) {
                return true;
            }
        }
        return false;
    }
}
