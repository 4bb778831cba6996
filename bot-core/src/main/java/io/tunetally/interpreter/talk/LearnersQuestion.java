package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SpeechAct;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;

/** Recognises questions of people who are new to fine-tuning, for a reason or a meaning, and those that only look like them. */
public final class LearnersQuestion {
    private LearnersQuestion() {}

    /** {@code why would a long call cost me more to train on}: a question for a reason, with a word of ours. */
    public static boolean asksForReason(ParseState state) {
        boolean ofRun = state.any(token -> token.is(Trait.LOSS)) || TechnicalTalk.asksWhatWentWrong(state);
        return namesWordOfOurs(state) && !ofRun && state.mentions.isEmpty() && SpeechAct.asksToExplain(state);
    }

    /** True for a question with a word of ours that may be a learner's, so that the weights decide: {@code was ist eine Epoche}. */
    public static boolean mayBe(ParseState state) {
        // In other languages the word that asks may follow what it asks about: {@code le token, c'est quoi}.
        boolean what = state.text.isTranslated()
                ? state.hasTypedAnywhere(Trait.ASKS_WHAT)
                : state.hasTyped(0, Trait.ASKS_WHAT);
        boolean counted = state.text.isTranslated() && state.has(Measure.EXAMPLE) && state.has(Intent.ESTIMATE);
        return (namesWordOfOurs(state) || counted) && (what || SpeechAct.asksToExplain(state));
    }

    /** True if its words ask for a reason, a meaning or a difference: {@code why}, {@code what is}, {@code explain}. */
    public static boolean isWorded(ParseState state) {
        boolean why =
                state.hasTypedAnywhere(Trait.ASKS_WHY) || asksForCause(state) || state.hasTypedAnywhere(Trait.EXPLAINS);
        boolean priced = state.hasTypedAnywhere(Trait.OBLIGES)
                || state.any(token -> token.is(Category.INTENTS)
                        && token.lexeme != null
                        && token.intent() != Intent.HELP
                        && (!token.lexeme.weak() || token.intent() == Intent.ESTIMATE));
        boolean what = state.hasTypedAnywhere(Trait.ASKS_WHAT) && (state.hasTypedAnywhere(Trait.MEANS) || !priced);
        return why || what || state.hasTypedAnywhere(Trait.DIFFERENCE);
    }

    /** {@code how come you pay by the hour}, {@code what makes the bigger ones dearer}, but not {@code what makes sense for us}. */
    private static boolean asksForCause(ParseState state) {
        boolean cause = false;
        for (int i = 0; i < state.size() && !cause; i++) {
            cause = state.isAt(i, Cue.QUESTION)
                    && state.hasTyped(i + 1, Trait.CAUSES)
                    && !state.hasTyped(i + 2, Trait.MEANS);
        }
        return cause;
    }

    /** {@code lista de modelos}, {@code ¿qué te puedo preguntar?}: questions to the bot itself, which hold no other word of ours. */
    public static boolean isToBot(ParseState state) {
        return state.has(Intent.HELP)
                || state.any(token -> token.intent() == Intent.MODELS && token.lexeme != null && !token.lexeme.weak());
    }

    /** {@code an adapter or retraining the whole network, what is the difference for 850 essays}: a job in two ways. */
    public static boolean comparesWays(ParseState state) {
        return state.slots.has(SlotName.EXAMPLES) && state.slots.has(SlotName.METHODS);
    }

    /** {@code what all can I train at openai these days}: its models, and not who it is. */
    public static boolean asksForModels(ParseState state) {
        boolean way = state.has(Category.METHODS) || state.has(Category.OBJECTIVES);
        boolean trains = state.has(Cue.TRAINING) || state.has(Category.TUNING) || state.has(Intent.MODELS);
        boolean offers = state.has(Cue.ABILITY) || state.has(Intent.MODELS);
        boolean atSeller = state.slots.has(SlotName.PROVIDER) && state.mentions.isEmpty() && !way;
        boolean other = state.any(token -> token.is(Category.INTENTS) && token.intent() != Intent.MODELS);
        return atSeller && offers && trains && !other && state.hasTyped(0, Trait.ASKS_WHAT);
    }

    /** {@code why does our train go slower when it rains}: about what runs on rails, and no word of ours beside it. */
    public static boolean isOfRailway(ParseState state) {
        return state.hasTypedAnywhere(Trait.RAILWAY) && state.has(Cue.TRAINING) && !namesWordOfOurs(state);
    }

    /** True if it has a word that a learner may ask about. */
    private static boolean namesWordOfOurs(ParseState state) {
        return state.has(Category.TUNING)
                || state.has(Category.KNOBS)
                || state.has(Category.METHODS)
                || state.has(Category.OBJECTIVES)
                || state.any(token -> token.lexeme != null && token.lexeme.sense() == Category.DEPLOYMENTS)
                || namesTraining(state)
                || state.has(Cue.PACKED)
                || state.has(Cue.VALIDATION)
                || state.has(Measure.EPOCH)
                || state.has(Measure.TOKEN);
    }

    /** True for a word for training; in {@code our train} it is a noun of the railway. */
    private static boolean namesTraining(ParseState state) {
        boolean named = false;
        for (int i = 0; i < state.size() && !named; i++) {
            boolean noun = state.hasTyped(i - 1, Trait.OWNED)
                    || state.hasTyped(i - 1, Trait.DEFINITE)
                    || state.isAt(i - 1, Cue.ARTICLE);
            named = state.isAt(i, Cue.TRAINING) && !(noun && state.hasTyped(i, Trait.RAILWAY));
        }
        return named;
    }
}
