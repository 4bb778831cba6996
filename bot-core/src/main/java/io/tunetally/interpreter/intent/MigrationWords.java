package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import org.jspecify.annotations.Nullable;

/** Decides whether everyday words such as {@code leave}, {@code move} and {@code shut down} ask where to move a model. */
final class MigrationWords {
    /** {@code move our fine-tuned gpt-4o-mini}. */
    private static final int WORDS_BEFORE_A_NAME = 4;

    private final ParseState state;
    private @Nullable Boolean asksWhen;

    MigrationWords(ParseState state) {
        this.state = state;
    }

    /** True if an everyday word is about a model or provider: {@code leave openai}, not {@code moving the goalposts}. */
    boolean counts(int i, Lexeme lexeme) {
        if (lexeme.is(Trait.ENDS_WHEN) && !asksWhen()) {
            return false;
        }
        int first = isEnd(lexeme) ? i - 1 - WORDS_BEFORE_A_NAME : i + 1;
        return isNamed(first, i + WORDS_BEFORE_A_NAME);
    }

    private boolean asksWhen() {
        if (asksWhen == null) {
            asksWhen = state.any(token -> token.is(Trait.ASKS_WHEN));
        }
        return asksWhen;
    }

    private boolean isNamed(int first, int last) {
        for (int k = Math.max(0, first); k <= last && state.at(k) != null; k++) {
            if (state.isAt(k, Category.PROVIDERS)
                    || state.isAt(k, Category.MODELS)
                    || state.isAt(k, Category.FAMILIES)) {
                return true;
            }
        }
        return false;
    }

    /**
     * True if a migration is requested: by a plain word for it, or by everyday words where a model or provider to leave is
     * named. An end that is only mentioned gives way to another question: {@code it goes away; what does it cost}.
     *
     * @param asksElse whether another intent is requested, too
     */
    boolean isAsked(boolean asksElse) {
        if (state.any(token -> isMigration(token) && !isWeak(token))) {
            return true;
        }
        boolean endOnly = !state.any(token -> isMigration(token) && !isEnd(token.lexeme));
        return leavesAnything() && !(endOnly && asksElse);
    }

    /** {@code move it to llama 8b} alone names only the new model. */
    private boolean leavesAnything() {
        return state.slots.has(SlotName.MODELS)
                || state.slots.has(SlotName.PROVIDER)
                || state.remembered.has(SlotName.MODELS);
    }

    private static boolean isMigration(Token token) {
        return token.lexeme != null && token.lexeme.intent() == Intent.MIGRATE;
    }

    private static boolean isWeak(Token token) {
        return token.lexeme != null && token.lexeme.weak();
    }

    private static boolean isEnd(@Nullable Lexeme lexeme) {
        return lexeme != null && (lexeme.is(Trait.ENDS) || lexeme.is(Trait.ENDS_WHEN));
    }
}
