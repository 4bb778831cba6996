package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;

/**
 * Talk of models: deeds and scores ({@code gpt-oss-120b got 71 on that leaderboard}), and opinions. Whether a
 * message changes its request is said by {@link Proof}.
 */
final class Gossip {
    /** The most words from a verb of opinion to the model: {@code my nephew swears by that deepseek r1}. */
    private static final int REACH_OF_OPINION = 3;

    private Gossip() {}

    /** True if a model of a message does something of its own: {@code gpt-4o told a customer that we close at 25:00}. */
    static boolean acts(ParseState state) {
        return state.mentions.stream().anyMatch(model -> acts(state, model));
    }

    /** True if another person than the asker has an opinion of a model: {@code the editor thinks gpt-4.1-nano is a radio station}. */
    static boolean isOpinion(ParseState state) {
        return state.mentions.stream().anyMatch(model -> opinion(state, model) >= 0);
    }

    /** {@code gpt-4 was two years ago}, too, but not {@code nano got approved}: a decision. */
    static boolean acts(ParseState state, Mention model) {
        int verb = model.last() + 1;
        boolean ago = false;
        for (int i = verb + 1; state.isAt(verb, Cue.IS) && i <= verb + REACH_OF_OPINION && !ago; i++) {
            ago = state.isAt(i, Cue.AGO);
        }
        return ago || (state.hasTyped(verb, Trait.DEED_OF_MODEL) && !state.hasTyped(verb + 1, Trait.FUNDER));
    }

    /** Returns the index of the verb before a model that makes it what others talk about, or -1. */
    private static int opinion(ParseState state, Mention model) {
        int first = Math.max(state.sentence(model.first()).first(), model.first() - REACH_OF_OPINION);
        for (int i = model.first() - 1; i >= first; i--) {
            if (state.hasTyped(i, Trait.OPINES)) {
                return state.hasTyped(i - 1, Trait.I_OR_WE) ? -1 : i;
            }
        }
        return -1;
    }
}
