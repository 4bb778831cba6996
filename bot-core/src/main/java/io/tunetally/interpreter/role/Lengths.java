package io.tunetally.interpreter.role;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.sentence.TunedModels;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Settles the lengths of examples that belong to something else: to the turns of a conversation, whose lengths add up to
 * its own ({@code 10 turns each of 200 tokens}), or to requests ({@code 10k emails a month, each 800 tokens}).
 */
public final class Lengths {
    /** The most words between the turns and their length. */
    private static final int REACH = 6;

    /** The most words between a length and the word for each. */
    private static final int NEAR = 3;

    private final ParseState state;

    private @Nullable Boolean trained;

    private Lengths(ParseState state) {
        this.state = state;
    }

    /** Settles the lengths of a message. */
    public static void read(ParseState state) {
        Lengths lengths = new Lengths(state);
        boolean turns = state.hasTypedAnywhere(Trait.TURNS);
        if (turns) {
            lengths.tellOfTurns();
        }
        if (turns && lengths.multiplyTurns()) {
            return;
        }
        if (state.candidates.has(SlotName.TOKENS_PER_EXAMPLE)) {
            lengths.settle();
        }
    }

    private void settle() {
        List<SlotCandidates.Candidate> candidates = state.candidates.all();
        for (int k = 0; k < candidates.size(); k++) {
            SlotCandidates.Candidate length = candidates.get(k);
            if (length.slot() == SlotName.TOKENS_PER_EXAMPLE && !length.replaced()) {
                int turns = turnsBefore(length.token());
                if (turns >= 0) {
                    state.candidates.replace(k, ofAll(length, turns));
                    state.candidates.withdraw(turns);
                    return;
                }
                if (isOfRequests(length.token())) {
                    state.candidates.replace(k, length.as(SlotName.INPUT_TOKENS));
                }
            }
        }
    }

    /** {@code 1,250 dialogs, about 12 turns each, 60 tokens a turn}: the length of an example is that of all its turns. */
    private boolean multiplyTurns() {
        if (!state.candidates.has(SlotName.EXAMPLES) || state.candidates.has(SlotName.TOKENS_PER_EXAMPLE)) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            boolean open = state.isCountAt(i)
                    && state.candidates.slotOf(i) == null
                    && state.isAt(i + 1, Measure.TOKEN)
                    && lastOfTurn(i) >= 0;
            int turns = open ? turnsBefore(i) : -1;
            if (turns >= 0 && state.candidates.slotOf(turns) == null) {
                Numeral each = Amounts.counted(state.token(i).numeral());
                BigDecimal count = state.token(turns).numeral().value();
                state.withdraw(i);
                state.candidates.addDerived(SlotName.TOKENS_PER_EXAMPLE, each.converted(count::multiply), i);
                state.candidates.settle(i);
                state.use(turns, i, Token.Use.CONNECTIVE);
                state.token(i).use = Token.Use.SLOT;
                return true;
            }
        }
        return false;
    }

    private SlotCandidates.Candidate ofAll(SlotCandidates.Candidate length, int turns) {
        BigDecimal count = state.token(turns).numeral().value();
        Numeral each = length.numeral();
        Numeral all = each.converted(count::multiply);
        return new SlotCandidates.Candidate(length.slot(), all, length.token(), true, false);
    }

    /** Returns the index of the 10 in {@code 10 turns each of 200 tokens}, or -1. */
    private int turnsBefore(int length) {
        int first = Math.max(state.sentence(length).first(), length - REACH);
        for (int i = length - 1; i >= first; i--) {
            if (state.isNumberAt(i)) {
                return state.isGpuCount(i) && isTurns(i + 1) && isWithinExample(i) ? i : -1;
            }
        }
        return -1;
    }

    private boolean isTurns(int noun) {
        return !state.isNumberAt(noun) && state.hasTyped(noun, Trait.TURNS);
    }

    /** True unless the turns are the examples themselves. */
    private boolean isWithinExample(int turns) {
        if (state.candidates.isSetAside(turns)) {
            return false;
        }
        boolean counted = false;
        boolean other = false;
        for (SlotCandidates.Candidate candidate : state.candidates.all()) {
            if (candidate.slot() == SlotName.REQUESTS_PER_DAY && candidate.token() == turns) {
                return false;
            }
            if (candidate.slot() == SlotName.EXAMPLES && !candidate.replaced()) {
                counted |= candidate.token() == turns;
                other |= candidate.token() != turns;
            }
        }
        return other || !counted;
    }

    /**
     * {@code 6 turns per chat, 150 tokens per turn} beside chats a day: a turn is a request then, and how much of its length goes in and how much
     * comes out is not said.
     */
    private void tellOfTurns() {
        boolean counted = false;
        int length = -1;
        for (int i = 0; i < state.size(); i++) {
            boolean number = state.isNumberAt(i);
            counted |= number && state.candidates.isSetAside(i) && isTurns(i + 1);
            SlotName<?> slot = number ? state.candidates.slotOf(i) : null;
            boolean open = number && (slot == null || slot == SlotName.TOKENS_PER_EXAMPLE);
            length = open && state.isAt(i + 1, Measure.TOKEN) && lastOfTurn(i) >= 0 ? i : length;
        }
        if (counted && length >= 0 && !state.candidates.hasData()) {
            state.withdraw(length);
            state.candidates.setAside(length);
            int last = lastOfTurn(length);
            state.add(new Problem.UnknownWord(state.typed(length, last), List.of(), state.span(length, last)));
        }
    }

    /** Returns the turn of {@code 150 tokens per turn}, {@code 150 tokens a turn}, or -1. */
    private int lastOfTurn(int length) {
        for (int i = length + 1; i <= length + NEAR && state.at(i) != null && !state.isBreakAt(i); i++) {
            if (isTurns(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean areTrained() {
        if (trained == null) {
            trained = TunedModels.areTrained(state);
        }
        return trained;
    }

    /** {@code 300 messages a day, 120 tokens each}, {@code 500 questions a day of 250 tokens}: behind the traffic, and no training is told. */
    private boolean isOfEachRequest(int length) {
        int traffic = state.candidates.all().stream()
                .filter(each -> each.slot() == SlotName.REQUESTS_PER_DAY && !each.replaced())
                .mapToInt(SlotCandidates.Candidate::token)
                .max()
                .orElse(length);
        if (traffic >= length || areTrained()) {
            return false;
        }
        boolean each = state.isAt(length - 1, Cue.EACH);
        for (int i = length + 1; i <= length + NEAR && !state.isBreakAt(i); i++) {
            each |= state.isAt(i, Cue.EACH);
        }
        return each || state.isAt(length - 1, Cue.OF);
    }

    /** True where only running is described and the length is said of each request, or of prompts. */
    private boolean isOfRequests(int length) {
        boolean runs = state.candidates.has(SlotName.REQUESTS_PER_DAY)
                && !state.candidates.hasData()
                && !state.candidates.has(SlotName.INPUT_TOKENS)
                && !state.remembered.has(SlotName.EXAMPLES);
        if (!runs) {
            return false;
        }
        if (isOfEachRequest(length)) {
            return true;
        }
        if (state.has(Category.TUNING)) {
            return false;
        }
        for (int i = length + 1; i <= length + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.PROMPTS)) {
                return true;
            }
        }
        return state.isAt(length - 1, Cue.EACH) && state.candidates.has(SlotName.OUTPUT_TOKENS);
    }
}
