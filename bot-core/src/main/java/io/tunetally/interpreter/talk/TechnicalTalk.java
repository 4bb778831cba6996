package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.CodeText;
import io.tunetally.interpreter.token.Token;
import java.util.BitSet;

/**
 * Recognises questions about the handling of tools and about the behaviour of a run, which people put to each other: {@code how do
 * I load the adapter in 8 bit}, {@code why does my tuned model ignore the prompt}. A word for a price makes it one of ours.
 */
public final class TechnicalTalk {
    /** The words between a verb such as {@code make} and what it steers: {@code make the tuned model stop}. */
    private static final int STEERED = 4;

    private TechnicalTalk() {}

    /** True if it asks how something is done with a tool, and neither gives a number nor asks for a price. */
    public static boolean asksToOperate(ParseState state) {
        if (state.weighsTuning()
                || namesFigure(state)
                || !(state.hasTypedAnywhere(Trait.OPERATES) || state.hasTypedAnywhere(Trait.STEERS))) {
            return false;
        }
        for (int first = 0; first < state.size(); ) {
            Sentence sentence = state.sentence(first);
            if (asksHow(state, sentence) && operates(state, sentence)) {
                return true;
            }
            first = sentence.end() + 1;
        }
        return false;
    }

    /** The same for the way alone: not {@code do I get the weights}, which asks for the terms of a seller. */
    public static boolean asksHowToOperate(ParseState state) {
        return state.hasTypedAnywhere(Trait.ASKS_HOW) && asksToOperate(state);
    }

    private static boolean asksHow(ParseState state, Sentence sentence) {
        boolean how = false;
        for (int i = sentence.first(); i < sentence.end() && !how; i++) {
            how = state.isAt(i, Cue.QUESTION) || state.isAt(i, Cue.ABILITY) || state.hasTyped(i, Trait.ASKS_HOW);
        }
        return how || state.isSymbolAt(sentence.end(), '?');
    }

    private static boolean operates(ParseState state, Sentence sentence) {
        for (int i = sentence.first(); i < sentence.end(); i++) {
            boolean verb = state.text.isTranslated() || state.isAt(i - 1, Cue.PERSON) || state.isAt(i - 1, Cue.TO);
            if (verb && (state.hasTyped(i, Trait.OPERATES) || steersModel(state, i, sentence.end()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean steersModel(ParseState state, int verb, int end) {
        boolean model = false;
        for (int i = verb + 1; state.hasTyped(verb, Trait.STEERS) && i < Math.min(end, verb + STEERED); i++) {
            model |= state.hasTyped(i, Trait.ANSWERS);
        }
        return model;
    }

    /** True if it asks for the reason of a fault: it quotes a program, or its own run is down, or asks why that behaves as it does. */
    public static boolean asksWhatWentWrong(ParseState state) {
        boolean fault = state.hasTypedAnywhere(Trait.ASKS_WHY) || state.hasTypedAnywhere(Trait.OUTAGE);
        return (fault && isOfOwnRun(state)) || asksAboutCode(state);
    }

    /** True if it is about the asker's own run or what came of it: {@code my adapter}, {@code the fine-tuned model}. */
    private static boolean isOfOwnRun(ParseState state) {
        if (namesFigure(state) || state.has(Category.INTENTS) || !state.hasTypedAnywhere(Trait.OF_RUN)) {
            return false;
        }
        for (int i = 1; i < state.size(); i++) {
            boolean tuned = state.isAt(i - 1, Category.TUNING);
            int owner = tuned ? i - 2 : i - 1;
            boolean owned = state.hasTyped(owner, Trait.OWNED) || (tuned && state.hasTyped(owner, Trait.DEFINITE));
            if (owned && state.hasTyped(i, Trait.OF_RUN)) {
                return true;
            }
        }
        return false;
    }

    /** True if a question quotes a program: {@code what does "adapter_config.json not found" mean}. */
    private static boolean asksAboutCode(ParseState state) {
        BitSet code = CodeText.tokens(state.text, state.all());
        for (int i = code.nextSetBit(0); i >= 0; i = code.nextSetBit(i + 1)) {
            Token token = state.token(i);
            boolean known = token.lexeme != null && !token.is(Category.TOPICS) && !token.is(Category.METHODS);
            boolean ours = known || token.use == Token.Use.SLOT || token.isNumber();
            if (!ours && token.kind != Token.Kind.SYMBOL && state.sentence(i).asks()) {
                return true;
            }
        }
        return false;
    }

    /**
     * True if a question for help is none to the bot, as {@code how do I use two GPUs in unsloth} is; but {@code how do I use this} is
     * one.
     *
     * @param ofTuning whether it is about tuning
     */
    public static boolean isNotToBot(ParseState state, boolean ofTuning) {
        boolean named = ofTuning || state.has(Category.PUBLISHERS) || state.hasTypedAnywhere(Trait.GPU);
        return named && !state.terse && !state.hasTypedAnywhere(Trait.ADDRESSES);
    }

    private static boolean namesFigure(ParseState state) {
        return state.candidates.all().stream().anyMatch(candidate -> isFigure(state.token(candidate.token())))
                || !state.candidates.money().isEmpty()
                || state.any(token -> token.intent() != null && token.lexeme != null && !token.lexeme.weak());
    }

    /** {@code merge two adapters into one}: a word for a small number is often none. */
    private static boolean isFigure(Token token) {
        return token.lexeme == null || !token.lexeme.weak();
    }
}
