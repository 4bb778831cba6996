package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.MigrationWord;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the intent: a word for it takes precedence over the shape of the request, the specific over the general. */
public final class IntentReader {
    private static final List<Intent> BY_WORD = List.of(
            Intent.MIGRATE,
            Intent.BREAKEVEN,
            Intent.TCO,
            Intent.BUDGET,
            Intent.WORTHIT,
            Intent.RECOMMEND,
            Intent.COMPARE,
            Intent.ESTIMATE);

    private final ParseState state;
    private boolean tellsAPrice;
    private boolean takenBack;
    private boolean asksForModels;
    /** An intent mentioned beside the question; it applies if the question names no other. */
    private @Nullable Intent aside;

    /** A bit for each requested intent. */
    private int said;

    public IntentReader(ParseState state) {
        this.state = state;
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            Intent intent = token.intent();
            if (token.lexeme != null && intent != null && isAsked(i, intent, token.lexeme)) {
                say(intent);
                token.use = token.use == Token.Use.NOTHING ? Token.Use.CONNECTIVE : token.use;
            } else if (asksForModels(token)) {
                asksForModels = true;
                say(Intent.MODELS);
            }
        }
        boolean onlyHelp = said == 0 || saysOnly(Intent.HELP);
        if (aside != null && onlyHelp && state.asks()) {
            say(aside);
        }
        if (said == 0 || state.slots.has(SlotName.CRITERIA)) {
            state.advice().forEach(this::say);
        }
    }

    /** {@code which models can be tuned}, unless a budget decides. */
    private boolean asksForModels(Token token) {
        return token.is(Cue.ABILITY)
                && token.is(Trait.ASKS_WHICH_MODELS)
                && state.candidates.money().isEmpty();
    }

    private boolean isAsked(int i, Intent intent, Lexeme lexeme) {
        if (intent == Intent.ESTIMATE && isReportedPrice(i)) {
            tellsAPrice = true;
            return false;
        }
        if (isTakenBack(i, intent) || isCheaperThanOther(i, lexeme) || isRecommendationOfOther(i, intent)) {
            return false;
        }
        if (intent == Intent.MIGRATE && !MigrationWord.isAt(state, i)) {
            return false;
        }
        if (isAside(i, intent, lexeme)) {
            aside = lexeme.is(Trait.ALTERNATIVE) ? intent : aside;
            return false;
        }
        if ((intent == Intent.MODELS && isNoun(i, lexeme)) || isAboutKnob(i, intent)) {
            return false;
        }
        boolean way = state.isAt(i + 1, Measure.OTHER) && lexeme.is(Trait.BEST);
        boolean asksWhich = lexeme.is(Trait.ASKS_WHETHER)
                && (state.isAt(i - 1, Category.INTENTS) || state.isAt(i - 1, Cue.QUESTION));
        if (asksWhich || (lexeme.is(Trait.ASKS_WITH_DO) && !opensClause(i))) {
            return false;
        }
        return !lexeme.weak() || (!way && (state.terse || state.asks()));
    }

    /** {@code don't quote that}. */
    private boolean isTakenBack(int i, Intent intent) {
        boolean back = intent == Intent.ESTIMATE && state.isAt(i - 1, Cue.NOT);
        takenBack |= back;
        return back;
    }

    /** {@code cheaper than our coffee}: no comparison of anything of ours. */
    private boolean isCheaperThanOther(int i, Lexeme lexeme) {
        boolean than = state.isAt(i + 1, Trait.THAN);
        return lexeme.is(Trait.CHEAPER) && than && state.mentions.isEmpty() && !state.slots.has(SlotName.PROVIDER);
    }

    /** {@code recommend a good book about ...}: something else, without a size. */
    private boolean isRecommendationOfOther(int i, Intent intent) {
        if (intent != Intent.RECOMMEND
                || !state.isAt(i + 1, Cue.ARTICLE)
                || !state.candidates.all().isEmpty()) {
            return false;
        }
        int noun = state.isAt(i + 2, Cue.THANKS) ? i + 3 : i + 2;
        Token other = state.at(noun);
        return other != null
                && other.kind == Token.Kind.WORD
                && (state.isAt(noun + 1, Cue.ABOUT) || state.isAt(noun + 1, Cue.ON));
    }

    /** The {@code models} of {@code tuning models}, {@code LoRA on small models}: a mention, not a request. */
    private boolean isNoun(int i, Lexeme lexeme) {
        Token before = state.at(i - 1);
        boolean described = before != null
                && (before.kind == Token.Kind.WORD
                        || before.is(Category.TIERS)
                        || before.is(Cue.ON)
                        || before.is(Cue.LONG));
        return state.isAt(i - 1, Category.TUNING) || (lexeme.weak() && !state.terse && described);
    }

    /** {@code is rank 64 overkill}. */
    private boolean isAboutKnob(int i, Intent intent) {
        return intent == Intent.WORTHIT && state.clause(i).namesKnobBefore(i);
    }

    /** {@code I know it's overkill}: an aside, not a request. */
    private boolean isAside(int i, Intent intent, Lexeme lexeme) {
        return intent == Intent.WORTHIT
                && lexeme.weak()
                && !state.terse
                && !state.sentence(i).asks();
    }

    // "Do I need to fine-tune?" is a request; in "how much memory do I need to ..." it is not.
    private boolean opensClause(int i) {
        Token before = state.at(i - 1);
        return before == null
                || before.kind == Token.Kind.SYMBOL
                || before.kind == Token.Kind.BREAK
                || before.is(Category.COURTESIES)
                || before.is(Cue.AND)
                || before.is(Cue.OR)
                || before.is(Cue.BUT);
    }

    /** {@code it cost me $10}: a reported price is not a request. */
    private boolean isReportedPrice(int i) {
        return state.candidates.hasMoneyWithin(i + 1, i + 4) && !state.hasQuestionMark() && !state.has(Cue.ABILITY);
    }

    /** True if a price is reported, which is no request by itself. */
    boolean tellsAPrice() {
        return tellsAPrice;
    }

    /** True if a price is expressly not requested. */
    boolean isTakenBack() {
        return takenBack;
    }

    /** True if a word is a request. */
    public boolean isSaid() {
        return said != 0;
    }

    /**
     * True if a word is a request that fits the given values: "models" in {@code 500 examples for chat models} does
     * not, nor does {@code who owns the fine-tuning budget}.
     */
    boolean isSaidOfThis() {
        boolean only = saysOnly(Intent.MODELS) || saysOnly(Intent.HELP);
        boolean budgetOfOther = saysOnly(Intent.BUDGET)
                && state.candidates.all().isEmpty()
                && state.mentions.isEmpty()
                && !state.isForeignMoney()
                && !state.has(Cue.ABILITY);
        return isSaid() && !budgetOfOther && (!only || isOnlyAboutModels());
    }

    private void say(Intent intent) {
        said |= bit(intent);
    }

    private boolean saysOnly(Intent intent) {
        return said == bit(intent);
    }

    // An ordinal is a bit position here and is never stored.
    @SuppressWarnings("EnumOrdinal")
    private static int bit(Intent intent) {
        return 1 << intent.ordinal();
    }

    boolean says(Intent intent) {
        return (said & bit(intent)) != 0;
    }

    /** True if the values are asked for at which an answer changes; the intent is that of this answer. */
    public boolean asksForTippingPoints() {
        return says(Intent.TIPPINGPOINTS);
    }

    /**
     * True if a word names the question to answer. Beside tipping points a word for a cost does not: {@code what would it
     * take for llama to win}.
     */
    public boolean isNamed() {
        int named = said & ~bit(Intent.TIPPINGPOINTS);
        return asksForTippingPoints() ? (named & ~bit(Intent.ESTIMATE)) != 0 : named != 0;
    }

    /** Returns the intent of the message by itself. */
    public Intent intent() {
        if (asksForModels && isOnlyAboutModels()) {
            return Intent.MODELS;
        }
        Intent byWord = byWord();
        if (byWord != Intent.NONE) {
            return byWord;
        }
        if (says(Intent.MODELS) && isOnlyAboutModels()) {
            return Intent.MODELS;
        }
        if (says(Intent.HELP)
                && state.mentions.isEmpty()
                && state.candidates.all().isEmpty()) {
            return Intent.HELP;
        }
        return byShape(Intent.ESTIMATE);
    }

    private boolean isOnlyAboutModels() {
        return state.mentions.isEmpty() && state.candidates.all().isEmpty() && !state.slots.has(SlotName.MODELS);
    }

    private Intent byWord() {
        for (Intent intent : BY_WORD) {
            if (says(intent)) {
                Intent refined = refined(intent);
                if (refined != Intent.NONE) {
                    return refined;
                }
            }
        }
        return Intent.NONE;
    }

    private Intent refined(Intent intent) {
        return switch (intent) {
            case BUDGET -> budget();
            case RECOMMEND -> severalModels() ? byShape(Intent.COMPARE) : Intent.RECOMMEND;
            case COMPARE -> comparison();
            case ESTIMATE -> state.candidates.has(SlotName.BUDGET_USD) ? budget() : byShape(Intent.ESTIMATE);
            case WORTHIT -> isChoice() ? byShape(Intent.COMPARE) : intent;
            case MIGRATE -> MigrationWord.namesOnlyAnEnd(state) && !saysOnly(Intent.MIGRATE) ? Intent.NONE : intent;
            // "Would it pay for itself, is it worth it": the verdict names the break-even.
            case BREAKEVEN -> says(Intent.WORTHIT) && !asksWhen() ? Intent.WORTHIT : intent;
            case TCO, HELP, MODELS, TIPPINGPOINTS, EXPLAIN, NONE -> intent;
        };
    }

    private boolean asksWhen() {
        return state.terse || state.any(token -> token.is(Trait.ASKS_WHEN));
    }

    /** {@code should I fine-tune A or B}: a choice between models, not whether to tune. */
    private boolean isChoice() {
        boolean other = state.any(token ->
                token.lexeme != null && token.lexeme.intent() == Intent.WORTHIT && !token.is(Trait.ASKS_WHETHER));
        boolean joined = state.terse || state.has(Cue.OR) || state.has(Cue.VERSUS);
        return !other && joined && severalModels();
    }

    /** {@code anything cheaper than gpt-4o}: no other model is named for a comparison. */
    private boolean isCheaperThanOne() {
        boolean cheaper = state.any(token -> token.is(Trait.CHEAPER));
        return cheaper && state.mentions.size() == 1 && !isComparison();
    }

    private Intent comparison() {
        if (isCheaperThanOne()) {
            return Intent.RECOMMEND;
        }
        return state.candidates.has(SlotName.BUDGET_USD) ? budget() : byTraffic(Intent.COMPARE);
    }

    private Intent budget() {
        if (says(Intent.RECOMMEND) || says(Intent.WORTHIT)) {
            return says(Intent.WORTHIT) ? Intent.WORTHIT : Intent.RECOMMEND;
        }
        boolean amount = state.candidates.has(SlotName.BUDGET_USD) || state.isForeignMoney();
        return amount || state.terse ? Intent.BUDGET : Intent.NONE;
    }

    private Intent byShape(Intent otherwise) {
        if (state.candidates.has(SlotName.BUDGET_USD) || (state.isForeignMoney() && state.has(Cue.ABILITY))) {
            return otherwise == Intent.COMPARE ? Intent.BUDGET : budget();
        }
        return byTraffic(isComparison() ? Intent.COMPARE : otherwise);
    }

    private Intent byTraffic(Intent otherwise) {
        boolean running = state.candidates.has(SlotName.REQUESTS_PER_DAY) || state.candidates.has(SlotName.MONTHS);
        return running ? Intent.TCO : otherwise;
    }

    private boolean isComparison() {
        return severalModels() || state.slots.has(SlotName.METHODS) || state.slots.has(SlotName.PROVIDERS) || isAll();
    }

    private boolean isAll() {
        Slot<List<io.tunetally.catalog.ModelId>> models = state.slots.get(SlotName.MODELS);
        return models != null && models.value().contains(SlotName.ALL_MODELS);
    }

    private boolean isModelOpen() {
        for (Problem problem : state.problems()) {
            if (problem instanceof Problem.AmbiguousModel) {
                return true;
            }
        }
        return false;
    }

    private boolean severalModels() {
        Slot<List<io.tunetally.catalog.ModelId>> models = state.slots.get(SlotName.MODELS);
        int count = models == null ? 0 : models.value().size();
        return count > 1 || (count == 1 && isModelOpen());
    }
}
