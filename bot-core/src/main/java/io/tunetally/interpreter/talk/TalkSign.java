package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;

/**
 * A sign that a message in a conversation changes the request, or that it is said in passing: whom its numbers and models belong to,
 * and how much else is said beside them.
 */
public enum TalkSign {
    /** A word says that a value changes, or names what the job has. */
    SAYS_CHANGE,
    /** It only talks about the models that it names. */
    GOSSIP,
    /** A model does something of its own. */
    MODEL_ACTS,
    /** Others say or think something of a model. */
    OPINION,
    /** A number has a unit, a rate or data of the job behind it. */
    COUNTS_JOB,
    /** A number counts, names or dates other things: {@code 62 arrivals}, {@code gate 22}. */
    COUNTS_OTHERS,
    /** A number has nothing behind it: {@code we're at 1,900}. */
    BARE_NUMBER,
    /** No word outside the lexicon is in the sentence of a number. */
    NUMBER_ALONE,
    NUMBER_BESIDE_FEW,
    NUMBER_AMONG_WORDS,
    NUMBER_AMONG_MANY,
    /** No word outside the lexicon is in the sentence of a model. */
    MODEL_ALONE,
    MODEL_BESIDE_FEW,
    MODEL_AMONG_WORDS,
    MODEL_AMONG_MANY;

    private static final int FEW = 2;
    private static final int SOME = 5;

    /** Returns the signs of a message in a conversation, whose values are found. */
    public static Set<TalkSign> of(ParseState state) {
        Set<TalkSign> signs = EnumSet.noneOf(TalkSign.class);
        note(signs, SAYS_CHANGE, Asides.saysChange(state));
        note(signs, GOSSIP, Proof.lacks(state));
        note(signs, MODEL_ACTS, Gossip.acts(state));
        note(signs, OPINION, Gossip.isOpinion(state));
        BitSet named = new BitSet(state.size());
        int besideModel = Integer.MAX_VALUE;
        int besideNumber = Integer.MAX_VALUE;
        int[] words = wordsBefore(state);
        for (Mention model : state.mentions) {
            named.set(model.first(), model.last() + 1);
            besideModel = Math.min(besideModel, words(words, state.sentence(model.first())));
        }
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i) && !named.get(i)) {
                boolean ofJob = Asides.isOfJob(state, i);
                note(signs, COUNTS_JOB, ofJob);
                note(signs, COUNTS_OTHERS, !ofJob && (state.candidates.isSetAside(i) || Asides.noun(state, i) > 0));
                note(signs, BARE_NUMBER, state.isBreakAt(i + 1));
                besideNumber = Math.min(besideNumber, words(words, state.sentence(i)));
            }
        }
        if (besideNumber < Integer.MAX_VALUE) {
            signs.add(beside(besideNumber, NUMBER_ALONE, NUMBER_BESIDE_FEW, NUMBER_AMONG_WORDS, NUMBER_AMONG_MANY));
        }
        if (besideModel < Integer.MAX_VALUE) {
            signs.add(beside(besideModel, MODEL_ALONE, MODEL_BESIDE_FEW, MODEL_AMONG_WORDS, MODEL_AMONG_MANY));
        }
        return signs;
    }

    private static void note(Set<TalkSign> signs, TalkSign sign, boolean holds) {
        if (holds) {
            signs.add(sign);
        }
    }

    /** Returns how many words outside the lexicon are before each index. */
    private static int[] wordsBefore(ParseState state) {
        int[] words = new int[state.size() + 1];
        for (int i = 0; i < state.size(); i++) {
            words[i + 1] = words[i] + (state.token(i).kind == Token.Kind.WORD ? 1 : 0);
        }
        return words;
    }

    private static int words(int[] before, Sentence sentence) {
        return before[sentence.end()] - before[sentence.first()];
    }

    private static TalkSign beside(int words, TalkSign none, TalkSign few, TalkSign some, TalkSign many) {
        return words == 0 ? none : words <= FEW ? few : words <= SOME ? some : many;
    }
}
