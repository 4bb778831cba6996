package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.MigrationWord;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;

/** The word that opens a command and decides alone what it asks: {@code cost}, {@code tco}, {@code models}. */
public final class CommandWord {
    private CommandWord() {}

    /** Returns the intent of a command by its first word, so that canonical text is always read as the same request. */
    public static Intent intent(ParseState state) {
        if (MigrationWord.isArrow(state)) {
            return Intent.MIGRATE;
        }
        Token first = state.terse ? state.at(0) : null;
        if (first != null && state.hasTyped(0, Trait.SHORT_FOR_BREAK_EVEN) && isOnTopic(state)) {
            return Intent.BREAKEVEN;
        }
        if (first != null && isListOfOne(state)) {
            return Intent.MODELS;
        }
        if (first == null || !first.is(Trait.COMMAND)) {
            return Intent.NONE;
        }
        if (asksForMore(state, first)) {
            return first.intent() == Intent.BUDGET && hasSumBehind(state) ? commandBehindSum(state) : Intent.NONE;
        }
        Intent intent = first.intent();
        return intent == null ? Intent.NONE : intent;
    }

    /** {@code budget $5}, {@code budget 50 usd}. */
    private static boolean hasSumBehind(ParseState state) {
        return (state.isNumberAt(1) && state.isMoneyAt(1)) || (state.isNumberAt(2) && state.isMoneyAt(2));
    }

    /** The {@code tco} of {@code budget $5 tco 6 months}: before its sum the first word only names it. */
    private static Intent commandBehindSum(ParseState state) {
        Token behind = state.at(3);
        Intent intent = behind != null && behind.is(Trait.COMMAND) ? behind.intent() : null;
        return intent == null ? Intent.NONE : intent;
    }

    /** {@code models gemini-2.0-flash}: written with a slash it is a name, with a space the command. */
    private static boolean isListOfOne(ParseState state) {
        return state.mentions.size() == 1
                && state.mentions.getFirst().first() == 0
                && state.mentions.getFirst().last() == state.size() - 1
                && state.typed(0, state.size() - 1).startsWith(Intent.MODELS.word() + " ");
    }

    private static boolean isOnTopic(ParseState state) {
        return !state.mentions.isEmpty() || !state.candidates.all().isEmpty();
    }

    /** {@code cost of migrating gpt-4o-mini}. */
    private static boolean asksForMore(ParseState state, Token first) {
        return state.any(token -> token != first && token.is(Category.INTENTS));
    }
}
