package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Token;
import java.util.EnumSet;
import java.util.Set;

/** The words that leave a question one about a topic: small words, names of what is asked about, words for learning. */
public final class SmallWords {
    private static final Set<Category> WORDS = EnumSet.of(
            Category.FUNCTIONS,
            Category.COURTESIES,
            Category.TUNING,
            Category.TOPICS,
            Category.PROVIDERS,
            Category.OTHER_PROVIDERS,
            Category.PUBLISHERS,
            Category.METHODS,
            Category.OBJECTIVES);

    private static final Set<Cue> CUES = EnumSet.of(
            Cue.PERSON,
            Cue.ARTICLE,
            Cue.IS,
            Cue.FOR,
            Cue.OF,
            Cue.TO,
            Cue.IN,
            Cue.ON,
            Cue.AND,
            Cue.BUT,
            Cue.QUESTION,
            Cue.WISH,
            Cue.ABOUT,
            Cue.TRAINING,
            Cue.CORRECTION,
            Cue.COVERAGE,
            Cue.ALL);

    private final ParseState state;

    public SmallWords(ParseState state) {
        this.state = state;
    }

    /** True for a courtesy, a name or another word that asks for nothing itself. */
    public boolean isAt(int index) {
        Token token = state.token(index);
        return token.kind == Token.Kind.BREAK
                || SpeechAct.isCourteous(token)
                || isNamed(index)
                || isOfLearning(index)
                || (token.lexeme != null && WORDS.contains(token.lexeme.sense()))
                || (token.cue() != null && CUES.contains(token.cue()));
    }

    /** True if a word is part of the name of a model. */
    public boolean isNamed(int index) {
        for (Mention mention : state.mentions) {
            if (index >= mention.first() && index <= mention.last()) {
                return true;
            }
        }
        return false;
    }

    /** The words around the question of {@code what I still don't understand is how LoRA works}. */
    private boolean isOfLearning(int index) {
        boolean denied =
                state.isAt(index, Cue.NOT) && (isTyped(index + 1, Trait.LEARNS) || isTyped(index + 2, Trait.LEARNS));
        return denied || isTyped(index, Trait.LEARNS);
    }

    private boolean isTyped(int index, Trait trait) {
        return index < state.size() && state.hasTyped(index, trait);
    }
}
