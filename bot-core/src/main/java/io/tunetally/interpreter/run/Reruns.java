package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/** The runs of a job that may fail, in its conversation: {@code what if it fails and we rerun it}, {@code say we have to redo it twice}. */
public final class Reruns {
    /** The most words from the verb to how often, and from the need to the verb. */
    private static final int REACH = 4;

    private final ParseState state;

    private Reruns(ParseState state) {
        this.state = state;
    }

    /** Claims the first run and those after it; returns whether there are such. */
    public static boolean read(ParseState state) {
        boolean open = state.mayEdit()
                && state.mentions.isEmpty()
                && (state.hasTypedAnywhere(Trait.RERUNS) || state.hasTypedAnywhere(Trait.AGAIN));
        return open && new Reruns(state).read();
    }

    /** True if a message asks for a job that may have to run again. */
    public static boolean areSaid(ParseState state) {
        return state.mayEdit() && state.slots.has(SlotName.RUNS) && new Reruns(state).find() >= 0;
    }

    /** Adds the first run to those that follow it in a message of its own: {@code plus two reruns}, {@code the first is bad and we redo it twice}. */
    public static void addFirst(ParseState state) {
        List<SlotCandidates.Candidate> runs = state.candidates.of(SlotName.RUNS);
        if (state.remembered.isEmpty() && runs.size() == 1 && !runs.getFirst().derived()) {
            new Reruns(state).addFirst(runs.getFirst());
        }
    }

    private void addFirst(SlotCandidates.Candidate said) {
        int at = said.token();
        boolean named = state.hasTyped(at + 1, Trait.RERUN);
        boolean redone = false;
        for (int i = at - 1; i >= Math.max(0, at - REACH); i--) {
            redone |= state.hasTyped(i, Trait.RERUNS);
        }
        boolean failed = state.hasTypedAnywhere(Trait.GOES_WRONG);
        if (!said.numeral().isRange() && (named || (redone && failed))) {
            state.candidates.withdraw(at);
            put(said.numeral().value(), at);
            state.candidates.settle(at);
        }
    }

    private boolean read() {
        int found = find();
        if (found >= 0) {
            claim(found);
        }
        return found >= 0;
    }

    private int find() {
        boolean failed = state.hasTypedAnywhere(Trait.GOES_WRONG) && state.hasTypedAnywhere(Trait.IF);
        for (int i = 0; i < state.size(); i++) {
            if (isRerun(i) && (failed || isNeeded(i))) {
                return i;
            }
        }
        return -1;
    }

    /** {@code rerun it}, {@code do it again}. */
    private boolean isRerun(int i) {
        if (state.isNumberAt(i)) {
            return false;
        }
        boolean again = state.hasTyped(i, Trait.AGAIN)
                && (state.hasTyped(i - 1, Trait.PRONOUN) || state.isAt(i - 1, Cue.TRAINING));
        return state.hasTyped(i, Trait.RERUNS) || again;
    }

    /** {@code we have to rerun it}, {@code we need to do it again}, in a supposition. */
    private boolean isNeeded(int verb) {
        boolean supposes = state.hasTypedAnywhere(Trait.IF) || state.hasTypedAnywhere(Trait.SUPPOSES);
        for (int i = verb - 1; supposes && i >= Math.max(0, verb - REACH); i--) {
            if (state.hasTyped(i, Trait.NEEDS)) {
                return true;
            }
        }
        return false;
    }

    private void claim(int verb) {
        int end = Math.min(state.clause(verb).end(), verb + REACH);
        for (int i = verb + 1; i < end; i++) {
            Token token = state.token(i);
            boolean often = state.hasTyped(i, Trait.REPEATS) || (token.isNumber() && state.isAt(i + 1, Measure.TIMES));
            if (often) {
                state.withdraw(i);
                put(numeral(token), i);
                return;
            }
        }
        if (!state.candidates.has(SlotName.RUNS)) {
            put(BigDecimal.ONE, verb);
        }
    }

    private static BigDecimal numeral(Token token) {
        return token.lexeme == null ? token.numeral().value() : new BigDecimal(token.lexeme.value());
    }

    private void put(BigDecimal again, int at) {
        state.candidates.addDerived(SlotName.RUNS, Numeral.of(again.add(BigDecimal.ONE)), at);
        state.token(at).use = Token.Use.SLOT;
    }
}
