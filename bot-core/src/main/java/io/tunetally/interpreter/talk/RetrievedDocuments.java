package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Interpretation;

/**
 * Sets the documents aside that answers would be looked up in, beside retrieval: {@code RAG or fine-tuning for 12,000 contracts}. They are
 * no examples to train on, unless they are said to be: {@code should we tune it on 12,000 contracts or take RAG}.
 */
public final class RetrievedDocuments {
    /** The most words from the documents to their length. */
    private static final int REACH = 4;

    private final ParseState state;

    private RetrievedDocuments(ParseState state) {
        this.state = state;
    }

    /** Sets them aside in a message that begins a conversation. */
    public static void read(ParseState state) {
        // Who names the model that would be tuned may mean to train it on them.
        boolean open = state.remembered.isEmpty() && state.mentions.isEmpty() && state.language == null;
        if (open && state.hasTypedAnywhere(Trait.RETRIEVAL)) {
            new RetrievedDocuments(state).read();
        }
    }

    private void read() {
        for (int i = 0; i + 1 < state.size(); i++) {
            if (state.isCountAt(i) && !state.isOfMention(i) && areLookedUp(i)) {
                int noun = state.hasTyped(i + 1, Trait.FRESH) ? i + 2 : i + 1;
                state.leaveOut(i, lastOf(noun), Interpretation.Unused.Kind.DOCUMENTS);
                return;
            }
        }
    }

    /** {@code assistant with 12,000 contracts}, {@code we have 40k docs}, {@code retrieval over 90,000 tickets}. */
    private boolean areLookedUp(int number) {
        // "40 new contracts arrive every week"
        int noun = state.hasTyped(number + 1, Trait.FRESH) ? number + 2 : number + 1;
        boolean over = state.isAt(number - 1, Cue.OVER) && state.hasTyped(number - 2, Trait.RETRIEVAL);
        int led = state.isAt(number - 1, Cue.PERSON) || state.isAt(number - 1, Trait.DEFINITE_ARTICLE)
                ? number - 2
                : number - 1;
        boolean documents = state.hasTyped(noun, Trait.DOCUMENT_NOUN)
                && !state.isAt(led, Cue.ON)
                && !state.isAt(led, Cue.FROM)
                && !state.has(Cue.TRAINING);
        return (over && state.isItemAt(number + 1)) || documents;
    }

    /** Returns the index of the last word of the documents with their length: {@code 40k docs at ~2,000 tokens}. */
    private int lastOf(int noun) {
        for (int i = noun + 1; i <= noun + REACH && !state.isBreakAt(i); i++) {
            if (state.isNumberAt(i)) {
                return state.isAt(i + 1, Measure.TOKEN) ? i + 1 : noun;
            }
        }
        return noun;
    }
}
