package io.tunetally.interpreter.sentence;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells words of migration from their everyday use: {@code leave openai} from {@code leave it at 3 epochs}. */
public final class MigrationWord {
    /** The most words between an everyday word and the name of what is left: {@code move our own tuned gpt-4o}. */
    private static final int REACH = 4;

    private static final List<SlotName<?>> OF_TRAINING = List.of(
            SlotName.EXAMPLES, SlotName.TOTAL_TOKENS, SlotName.TOKENS_PER_EXAMPLE, SlotName.EPOCHS, SlotName.RUNS);

    private MigrationWord() {}

    /** True if a message is about moving off a model or a provider. */
    public static boolean isIn(ParseState state) {
        if (movesJob(state)) {
            return false;
        }
        return isArrow(state) || place(state) >= 0 || isMove(state) || isFromTo(state) || isExchange(state);
    }

    /** True of {@code we move from gpt-4 to a tuned gpt-4.1, what will the migration cost}: its noun leaves no other reading. */
    public static boolean isNamed(ParseState state) {
        return isFromTo(state)
                && state.any(token -> token.intent() == Intent.MIGRATE && token.lexeme != null && !token.lexeme.weak());
    }

    /** {@code fine-tunes of gpt-4o retire. What will a migration to gpt-4.1 cost}: its noun in the question, with where it leads. */
    public static boolean isAskedFor(ParseState state) {
        for (int i = 0; state.has(Intent.MIGRATE) && state.mentions.size() > 1 && i < state.size(); i++) {
            Token token = state.token(i);
            boolean strong = token.intent() == Intent.MIGRATE && token.lexeme != null && !token.lexeme.weak();
            if (strong
                    && state.isAt(i + 1, Cue.TO)
                    && isNamed(state, i + 2)
                    && state.sentence(i).asks()) {
                return true;
            }
        }
        return false;
    }

    /** {@code the bot will be switched off in March}: what ends is what the asker runs, and no model. */
    public static boolean endsUndertaking(ParseState state) {
        boolean ends = false;
        for (int i = 0; state.has(Intent.MIGRATE) && i < state.size(); i++) {
            if (state.token(i).intent() == Intent.MIGRATE) {
                if (!isEnd(state.token(i)) || !isOfUndertaking(state, i)) {
                    return false;
                }
                ends = true;
            }
        }
        return ends;
    }

    private static boolean isOfUndertaking(ParseState state, int end) {
        Sentence sentence = state.sentence(end);
        boolean undertaking = false;
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (isName(state.token(i))) {
                return false;
            }
            undertaking |= i < end && state.hasTyped(i, Trait.UNDERTAKING);
        }
        return undertaking;
    }

    /**
     * {@code move it to modal + 3 epochs}: another seller and another size of the remembered training, and no migration; {@code move it to
     * fireworks}, who trains the remembered models.
     */
    public static boolean movesJob(ParseState state) {
        if (!state.mayEdit()
                || !state.has(Intent.MIGRATE)
                || state.isMigrating()
                || !state.mentions.isEmpty()
                || !state.remembered.has(SlotName.MODELS)) {
            return false;
        }
        boolean resized = OF_TRAINING.stream().anyMatch(state.candidates::has);
        for (int i = 1; i < state.size(); i++) {
            boolean led = state.isAt(i - 1, Cue.TO) || state.isAt(i - 1, Cue.ON);
            if (led && state.isAt(i, Category.PROVIDERS) && (resized || trainsRemembered(state, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean trainsRemembered(ParseState state, int seller) {
        List<ModelId> models = state.remembered.value(SlotName.MODELS);
        Lexeme lexeme = state.token(seller).lexeme;
        return models != null
                && lexeme != null
                && !state.remembered.has(SlotName.REQUESTS_PER_DAY)
                && state.isBreakAt(seller + 1)
                && models.stream()
                        .allMatch(model ->
                                state.compiledLexicon.offers().trains(new ProviderId(lexeme.value()), model, null));
    }

    private static boolean isExchange(ParseState state) {
        return state.has(Cue.FOR) && state.mentions.stream().anyMatch(mention -> isExchanged(state, mention));
    }

    /** True of the nano of {@code swap davinci-002 for 4.1 nano}: it takes the place of another. */
    public static boolean isExchanged(ParseState state, Mention target) {
        int before = target.first() - 1;
        int link = state.isAt(before, Cue.ARTICLE) || state.isAt(before, Trait.DEFINITE_ARTICLE) ? before - 1 : before;
        boolean led = state.remembered.isEmpty() && state.isAt(link, Cue.FOR);
        for (Mention left : led ? state.mentions : List.<Mention>of()) {
            if (left.last() == link - 1) {
                for (int i = left.first() - 1; i >= Math.max(0, left.first() - REACH) && !state.isBreakAt(i); i--) {
                    if (state.hasTyped(i, Trait.SWAPS) || state.hasTyped(i, Trait.MOVES)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** {@code from gpt-4 to gpt-4.1, cost of moving}. */
    private static boolean isFromTo(ParseState state) {
        if (!state.has(Cue.FROM) || !state.hasTypedAnywhere(Trait.MOVES) || !state.remembered.isEmpty()) {
            return false;
        }
        for (Mention mention : state.mentions) {
            if (state.isAt(mention.first() - 1, Cue.FROM)
                    && state.isAt(mention.last() + 1, Cue.TO)
                    && isNamed(state, afterTuned(state, mention.last() + 2))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the name of {@code gpt-4.1}, {@code tuned gpt-4.1}, {@code a fine-tuned gpt-4.1}. */
    private static int afterTuned(ParseState state, int first) {
        int tuned = state.isAt(first, Cue.ARTICLE) ? first + 1 : first;
        return state.hasTyped(tuned, Trait.TUNED) ? tuned + 1 : tuned;
    }

    /** {@code currently on gpt-3.5, want to go to 4.1 mini}: from the model in use to another. */
    private static boolean isMove(ParseState state) {
        boolean used = false;
        for (Mention mention : state.mentions) {
            int before = mention.first() - 1;
            if (used && state.isAt(before, Cue.TO) && state.remembered.isEmpty() && !state.terse) {
                return true;
            }
            for (int i = before; i >= Math.max(0, before - REACH) && !state.isBreakAt(i); i--) {
                used |= state.hasTyped(i, Trait.INCUMBENT);
            }
        }
        return false;
    }

    /** Returns the index of the first word of migration, or -1. */
    public static int place(ParseState state) {
        for (int i = 0; i < state.size() && state.has(Intent.MIGRATE); i++) {
            if (isMigration(state, i)) {
                return i;
            }
        }
        return -1;
    }

    /** True of a command such as {@code gpt-3.5 -> 4.1 mini} or {@code gpt-3.5 -> ?}. */
    public static boolean isArrow(ParseState state) {
        if (!state.terse || !state.has(Cue.TO)) {
            return false;
        }
        for (Mention mention : state.mentions) {
            int arrow = mention.last() + 1;
            if (!isReplaced(state, mention)
                    && state.isAt(arrow, Trait.ARROW)
                    && (state.isSymbolAt(arrow + 1, '?') || isNamed(state, arrow + 1))) {
                return true;
            }
        }
        return false;
    }

    /** In a conversation about the cost of a model an arrow behind it puts another in its place. */
    private static boolean isReplaced(ParseState state, Mention mention) {
        List<ModelId> before = state.remembered.value(SlotName.MODELS);
        List<ModelId> targets = state.remembered.value(SlotName.TARGETS);
        List<ModelId> open = targets == null ? before : targets;
        return open != null
                && mention.id() != null
                && open.contains(mention.id())
                && isNamed(state, mention.last() + 2);
    }

    private static boolean isNamed(ParseState state, int first) {
        return state.mentions.stream().anyMatch(mention -> mention.first() == first);
    }

    private static boolean isMigration(ParseState state, int i) {
        Token token = state.token(i);
        if (token.lexeme == null || token.intent() != Intent.MIGRATE) {
            return false;
        }
        if (state.hasTyped(i, Trait.SWAPS) && isSwap(state)) {
            return false;
        }
        if (isEnd(token)) {
            return namesWhatEnds(state, i, token);
        }
        boolean everyday = token.lexeme.weak() || token.lexeme.is(Trait.NEEDS_NAME);
        return !everyday || leadsToName(state, i + 1);
    }

    /** {@code replace gpt-4o by gpt-4.1} changes a remembered request that is no migration. */
    private static boolean isSwap(ParseState state) {
        return !state.isMigrating()
                && (state.mentions.stream().anyMatch(mention -> Replacements.isReplaced(state, mention.last()))
                        || isSwapOfSold(state));
    }

    /** {@code replace the openai model with nova pro}: a seller stands for its model. */
    private static boolean isSwapOfSold(ParseState state) {
        for (int i = 0; state.has(Category.PROVIDERS) && i < state.size(); i++) {
            if (state.isAt(i, Category.PROVIDERS)
                    && state.hasTyped(i + 1, Trait.ONE_OF_THEM)
                    && Replacements.isReplaced(state, i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isEnd(Token token) {
        return token.is(Trait.ENDS) || token.is(Trait.ENDS_WHEN);
    }

    /** {@code gpt-4o-mini gets shut down}, {@code when does gpt-4o-mini end}; not {@code in the end}. */
    private static boolean namesWhatEnds(ParseState state, int i, Token word) {
        boolean named = false;
        boolean asksWhen = false;
        for (int k = Math.max(0, i - REACH - 1); k <= Math.min(state.size() - 1, i + REACH); k++) {
            Token token = state.token(k);
            named |= isName(token);
            asksWhen |= token.is(Trait.ASKS_WHEN);
        }
        return named && (asksWhen || word.is(Trait.ENDS));
    }

    private static boolean leadsToName(ParseState state, int first) {
        int at = first;
        while (at < first + REACH && isFiller(state, at)) {
            at++;
        }
        return (isName(state.at(at)) && !isKeptIn(state, at))
                || isSizeMovedTo(state, at)
                || (state.isBreakAt(at) && isPronoun(state, at - 1));
    }

    /** The 8b of {@code move our tuned 8b to gpt-4.1-nano}. */
    private static boolean isSizeMovedTo(ParseState state, int size) {
        boolean ours = state.isAt(size - 1, Category.TUNING)
                || state.isAt(size - 1, Cue.PERSON)
                || state.hasTyped(size - 1, Trait.OWNER);
        return ours
                && state.isSize(size)
                && state.remembered.isEmpty()
                && state.isAt(size + 1, Cue.TO)
                && isNamed(state, afterTuned(state, size + 2));
    }

    /** {@code leave gemini in}: it stays. */
    private static boolean isKeptIn(ParseState state, int first) {
        int last = first;
        for (Mention mention : state.mentions) {
            last = mention.first() == first ? mention.last() : last;
        }
        return state.mayEdit() && state.isAt(last + 1, Cue.IN) && state.isBreakAt(last + 2);
    }

    private static boolean isName(@Nullable Token token) {
        return token != null
                && (token.is(Category.MODELS)
                        || token.is(Category.FAMILIES)
                        || token.is(Category.PROVIDERS)
                        || token.is(Category.OTHER_PROVIDERS));
    }

    /** {@code how do we get off it?}, where a model is named earlier. */
    private static boolean isPronoun(ParseState state, int at) {
        boolean known = !state.mentions.isEmpty() || state.remembered.has(SlotName.MODELS);
        return known && state.isAt(at, Category.FUNCTIONS) && state.hasTyped(at, Trait.PRONOUN);
    }

    /** In a thread about a model, or beside one, {@code move to together} leaves that model. */
    private static boolean isFiller(ParseState state, int at) {
        Token token = state.at(at);
        return token != null
                && (token.is(Cue.ARTICLE)
                        || token.is(Cue.PERSON)
                        || token.is(Cue.FROM)
                        || token.is(Cue.OF)
                        || token.is(Cue.FOR)
                        || (token.is(Cue.TO) && (state.remembered.has(SlotName.MODELS) || state.mentions.size() > 1))
                        || token.is(Category.TUNING)
                        || token.is(Category.FUNCTIONS));
    }
}
