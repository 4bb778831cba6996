package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.sentence.Draft;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a message asks for: a word that says so before the shape of the request, the more specific before the general. */
public final class IntentReader {
    private static final List<Intent> BY_WORD = List.of(
            Intent.BREAKEVEN,
            Intent.TCO,
            Intent.BUDGET,
            Intent.WORTHIT,
            Intent.RECOMMEND,
            Intent.COMPARE,
            Intent.ESTIMATE);

    private final Draft draft;
    private boolean tellsAPrice;
    private boolean takenBack;
    private boolean asksForModels;
    /** What is said beside the question; where the question names nothing else, it is what is asked. */
    private @Nullable Intent aside;

    /** A bit for each intent that is asked for. */
    private int said;

    public IntentReader(Draft draft) {
        this.draft = draft;
        for (int i = 0; i < draft.size(); i++) {
            Token token = draft.token(i);
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
        if (aside != null && onlyHelp && draft.asks()) {
            say(aside);
        }
    }

    /** {@code which models can be tuned}, where no budget decides which. */
    private boolean asksForModels(Token token) {
        return token.is(Cue.ABILITY)
                && token.lexeme != null
                && token.lexeme.phrase().endsWith("models can")
                && draft.claims.money().isEmpty();
    }

    private boolean isAsked(int i, Intent intent, Lexeme lexeme) {
        if (intent == Intent.ESTIMATE && isReportedPrice(i)) {
            tellsAPrice = true;
            return false;
        }
        if (isTakenBack(i, intent) || isCheaperThanOther(i, lexeme) || isRecommendationOfOther(i, intent)) {
            return false;
        }
        if (isAside(i, intent, lexeme)) {
            aside = lexeme.phrase().contains("rag") || lexeme.phrase().contains("prompting") ? intent : aside;
            return false;
        }
        if ((intent == Intent.MODELS && isNoun(i, lexeme)) || isAboutKnob(i, intent)) {
            return false;
        }
        boolean way = draft.isAt(i + 1, Measure.OTHER) && lexeme.phrase().equals("best");
        boolean asksWhich = lexeme.phrase().startsWith("should ")
                && (draft.isAt(i - 1, Sense.INTENTS) || draft.isAt(i - 1, Cue.QUESTION));
        if (asksWhich || (lexeme.phrase().startsWith("do ") && !opensClause(i))) {
            return false;
        }
        return !lexeme.weak() || (!way && (draft.terse || draft.asks()));
    }

    /** {@code don't quote that}. */
    private boolean isTakenBack(int i, Intent intent) {
        boolean back = intent == Intent.ESTIMATE && draft.isAt(i - 1, Cue.NOT);
        takenBack |= back;
        return back;
    }

    /** {@code cheaper than our coffee}: nothing of ours is compared. */
    private boolean isCheaperThanOther(int i, Lexeme lexeme) {
        boolean than = draft.isAt(i + 1, Sense.FUNCTIONS) && draft.isTyped(i + 1, "than");
        return lexeme.phrase().equals("cheaper")
                && than
                && draft.mentions.isEmpty()
                && !draft.slots.has(SlotName.PROVIDER);
    }

    /** {@code recommend a good book about ...}: something that is not ours, of no size. */
    private boolean isRecommendationOfOther(int i, Intent intent) {
        if (intent != Intent.RECOMMEND
                || !draft.isAt(i + 1, Cue.ARTICLE)
                || !draft.claims.all().isEmpty()) {
            return false;
        }
        int noun = draft.isAt(i + 2, Cue.THANKS) ? i + 3 : i + 2;
        Token other = draft.at(noun);
        return other != null
                && other.kind == Token.Kind.WORD
                && (draft.isAt(noun + 1, Cue.ABOUT) || draft.isAt(noun + 1, Cue.ON));
    }

    /** The {@code models} of {@code tuning models}, {@code LoRA on small models}: spoken of, not asked for. */
    private boolean isNoun(int i, Lexeme lexeme) {
        Token before = draft.at(i - 1);
        boolean described = before != null
                && (before.kind == Token.Kind.WORD
                        || before.is(Sense.TIERS)
                        || before.is(Cue.ON)
                        || before.is(Cue.LONG));
        return draft.isAt(i - 1, Sense.TUNING) || (lexeme.weak() && !draft.terse && described);
    }

    /** {@code is rank 64 overkill}. */
    private boolean isAboutKnob(int i, Intent intent) {
        return intent == Intent.WORTHIT && draft.clause(i).namesKnobBefore(i);
    }

    /** {@code I know it's overkill}: said beside the question, not asked. */
    private boolean isAside(int i, Intent intent, Lexeme lexeme) {
        return intent == Intent.WORTHIT
                && lexeme.weak()
                && !draft.terse
                && !draft.sentence(i).asks();
    }

    // "Do I need to fine-tune?" asks; in "how much memory do I need to ..." it does not.
    private boolean opensClause(int i) {
        Token before = draft.at(i - 1);
        return before == null
                || before.kind == Token.Kind.SYMBOL
                || before.kind == Token.Kind.BREAK
                || before.is(Sense.COURTESIES)
                || before.is(Cue.AND)
                || before.is(Cue.OR)
                || before.is(Cue.BUT);
    }

    /** {@code it cost me $10}: a price that is told is not asked for. */
    private boolean isReportedPrice(int i) {
        return draft.claims.hasMoneyWithin(i + 1, i + 4) && !draft.hasQuestionMark() && !draft.has(Cue.ABILITY);
    }

    /** Whether a price is told, which asks for nothing by itself. */
    boolean tellsAPrice() {
        return tellsAPrice;
    }

    /** Whether a price is expressly not asked for. */
    boolean isTakenBack() {
        return takenBack;
    }

    /** Whether a word asks for something. */
    public boolean isSaid() {
        return said != 0;
    }

    /**
     * Whether a word asks for something that goes with the values said: "models" in {@code 500 examples for chat models} does not, nor does
     * {@code who owns the fine-tuning budget}.
     */
    boolean isSaidOfThis() {
        boolean only = saysOnly(Intent.MODELS) || saysOnly(Intent.HELP);
        boolean budgetOfOther = saysOnly(Intent.BUDGET)
                && draft.claims.all().isEmpty()
                && draft.mentions.isEmpty()
                && !draft.isForeignMoney()
                && !draft.has(Cue.ABILITY);
        return isSaid() && !budgetOfOther && (!only || isOnlyAboutModels());
    }

    private void say(Intent intent) {
        said |= bit(intent);
    }

    private boolean saysOnly(Intent intent) {
        return said == bit(intent);
    }

    // An ordinal is a bit's place here and outlives no message.
    @SuppressWarnings("EnumOrdinal")
    private static int bit(Intent intent) {
        return 1 << intent.ordinal();
    }

    boolean says(Intent intent) {
        return (said & bit(intent)) != 0;
    }

    /** What the message asks for by itself. */
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
        if (says(Intent.HELP) && draft.mentions.isEmpty() && draft.claims.all().isEmpty()) {
            return Intent.HELP;
        }
        return byShape(Intent.ESTIMATE);
    }

    private boolean isOnlyAboutModels() {
        return draft.mentions.isEmpty() && draft.claims.all().isEmpty() && !draft.slots.has(SlotName.MODELS);
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
            case ESTIMATE -> draft.claims.has(SlotName.BUDGET_USD) ? budget() : byShape(Intent.ESTIMATE);
            case WORTHIT -> isChoice() ? byShape(Intent.COMPARE) : intent;
            case BREAKEVEN, TCO, HELP, MODELS, NONE -> intent;
        };
    }

    /** {@code should I fine-tune A or B}: which, not whether. */
    private boolean isChoice() {
        boolean other = draft.any(token -> token.lexeme != null
                && token.lexeme.intent() == Intent.WORTHIT
                && !token.lexeme.phrase().startsWith("should"));
        return !other && severalModels();
    }

    /** {@code anything cheaper than gpt-4o}: nothing is named that it could be set against. */
    private boolean isCheaperThanOne() {
        boolean cheaper =
                draft.any(token -> token.lexeme != null && token.lexeme.phrase().equals("cheaper"));
        return cheaper && draft.mentions.size() == 1 && !isComparison();
    }

    private Intent comparison() {
        if (isCheaperThanOne()) {
            return Intent.RECOMMEND;
        }
        return draft.claims.has(SlotName.BUDGET_USD) ? budget() : byTraffic(Intent.COMPARE);
    }

    private Intent budget() {
        if (says(Intent.RECOMMEND) || says(Intent.WORTHIT)) {
            return says(Intent.WORTHIT) ? Intent.WORTHIT : Intent.RECOMMEND;
        }
        boolean amount = draft.claims.has(SlotName.BUDGET_USD) || draft.isForeignMoney();
        return amount || draft.terse ? Intent.BUDGET : Intent.NONE;
    }

    private Intent byShape(Intent otherwise) {
        if (draft.claims.has(SlotName.BUDGET_USD) || (draft.isForeignMoney() && draft.has(Cue.ABILITY))) {
            return otherwise == Intent.COMPARE ? Intent.BUDGET : budget();
        }
        return byTraffic(isComparison() ? Intent.COMPARE : otherwise);
    }

    private Intent byTraffic(Intent otherwise) {
        boolean running = draft.claims.has(SlotName.REQUESTS_PER_DAY) || draft.claims.has(SlotName.MONTHS);
        return running ? Intent.TCO : otherwise;
    }

    private boolean isComparison() {
        return severalModels() || draft.slots.has(SlotName.METHODS) || draft.slots.has(SlotName.PROVIDERS) || isAll();
    }

    private boolean isAll() {
        Slot<List<io.tunetally.catalog.ModelId>> models = draft.slots.get(SlotName.MODELS);
        return models != null && models.value().contains(SlotName.ALL_MODELS);
    }

    private boolean isModelOpen() {
        for (Problem problem : draft.problems()) {
            if (problem instanceof Problem.AmbiguousModel) {
                return true;
            }
        }
        return false;
    }

    private boolean severalModels() {
        Slot<List<io.tunetally.catalog.ModelId>> models = draft.slots.get(SlotName.MODELS);
        int count = models == null ? 0 : models.value().size();
        return count > 1 || (count == 1 && isModelOpen());
    }
}
