package io.tunetally.interpreter.intent;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.Budgets;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what phrases and sentence patterns of the lexicon ask for: tipping points at once, advice beside the weights. */
final class PatternDecision {
    /** The questions that a message can name, the specific before the general. */
    private static final List<Intent> NAMED = List.of(
            Intent.MIGRATE,
            Intent.BREAKEVEN,
            Intent.TCO,
            Intent.BUDGET,
            Intent.WORTHIT,
            Intent.RECOMMEND,
            Intent.COMPARE,
            Intent.MODELS);

    /** The questions whose answers need no advice, so that a pattern of advice does not decide beside them. */
    private static final Set<Intent> BEFORE_ADVICE = EnumSet.of(Intent.MIGRATE, Intent.TCO, Intent.BUDGET);

    private static final Set<Intent> ADVICE = EnumSet.of(Intent.WORTHIT, Intent.RECOMMEND);

    /** Reasons that a saving is about. */
    private static final Set<Criterion> MONEY = EnumSet.of(Criterion.LENGTHY_PROMPTS, Criterion.HIGH_VOLUME);

    private final ParseState state;
    private final boolean goesOn;

    PatternDecision(ParseState state, boolean goesOn) {
        this.state = state;
        this.goesOn = goesOn;
    }

    /** Returns the decision, or null if no pattern decides. */
    @Nullable Decision decision() {
        boolean examines = state.any(token -> token.intent() == Intent.TIPPINGPOINTS && isStrong(token));
        return examines && isOfOurs() ? examining() : null;
    }

    /** Returns the decision to ask what would change the answer to the question that the message names beside it. */
    Decision examining() {
        return new Decision(true, named(), true);
    }

    private static boolean isStrong(Token token) {
        return token.lexeme != null && !token.lexeme.weak();
    }

    /** {@code how sensitive is the sensor to light}: about something else. */
    private boolean isOfOurs() {
        return goesOn
                || DomainScore.weight(state) > 0
                || !state.any(token -> token.kind == Token.Kind.WORD && token.use == Token.Use.NOTHING);
    }

    /** Beside tipping points a word for a cost names no question: {@code what would it take for llama to win}. */
    private Intent named() {
        return NAMED.stream().filter(this::isNamed).findFirst().orElse(Intent.NONE);
    }

    private boolean isNamed(Intent intent) {
        return state.any(token -> token.intent() == intent
                && token.lexeme != null
                && (!token.lexeme.weak() || (state.terse && intent != Intent.MODELS)));
    }

    /** {@code does tuning llama 8b save money}: a question of money alone, about a model. */
    boolean asksForSaving() {
        if (!state.advice().contains(Intent.BREAKEVEN)) {
            return false;
        }
        boolean other = BEFORE_ADVICE.stream().anyMatch(this::isNamed) || state.has(Intent.WORTHIT);
        boolean named = goesOn || !state.mentions.isEmpty();
        List<Criterion> criteria = state.slots.build().value(SlotName.CRITERIA);
        return named
                && !other
                && !isOfTraining()
                && !isAgainstSeller()
                && (criteria == null || MONEY.containsAll(criteria))
                && (state.asks() || state.terse);
    }

    /** {@code our own 4090, is it cheaper than Together? Show both}: two places of one job, and neither a payback. */
    private boolean isAgainstSeller() {
        return !goesOn
                && state.slots.has(SlotName.PROVIDERS)
                && state.slots.has(SlotName.EXAMPLES)
                && !state.slots.has(SlotName.REQUESTS_PER_DAY);
    }

    /** {@code do we save money with 1 epoch instead of 3}: on the training, and not by it. */
    private boolean isOfTraining() {
        return state.slots.has(SlotName.EPOCHS) && state.has(Cue.INSTEAD_OF);
    }

    /** Returns the advice that the patterns of the lexicon find asked for, or none. */
    Intent advice() {
        Set<Intent> advice = EnumSet.copyOf(ADVICE);
        advice.retainAll(state.advice());
        boolean onTopic = DomainScore.weight(state) >= 2 || (goesOn && advice.contains(Intent.RECOMMEND));
        if (advice.isEmpty() || !asksForAdvice() || isChoice() || !onTopic) {
            return Intent.NONE;
        }
        return advice.contains(Intent.WORTHIT)
                ? Intent.WORTHIT
                : advice.iterator().next();
    }

    /** {@code llama 8b or nano, which would you take}: which of several models is asked, and not what each costs. */
    boolean asksForChoice() {
        return isAboutSeveralModels() && !namesPrice() && state.asksForChoice();
    }

    /** {@code which of the two is dearer}: the prices of several models beside each other. */
    boolean asksForPrices() {
        return isAboutSeveralModels() && namesPrice();
    }

    /** True unless one of two is only what is paid today. */
    private boolean isAboutSeveralModels() {
        List<ModelId> said = state.slots.build().value(SlotName.MODELS);
        List<ModelId> models = said == null ? state.remembered.value(SlotName.MODELS) : said;
        boolean ofToday = said == null && state.remembered.has(SlotName.UNTUNED);
        return models != null && models.size() > 1 && !ofToday;
    }

    /** True if a sentence that asks has a word for a price or for one price beside another. */
    private boolean namesPrice() {
        for (int i = 0; i < state.size(); i++) {
            Intent intent = state.token(i).intent();
            boolean price = intent == Intent.COMPARE
                    || intent == Intent.ESTIMATE
                    || state.hasTyped(i, Trait.PRICE_NOUN)
                    || state.hasTyped(i, Trait.CHEAPEST)
                    || state.hasTyped(i, Trait.TAKES_BOTH);
            if (price && state.sentence(i).asks()) {
                return true;
            }
        }
        return false;
    }

    /** {@code is it worth training a new version}: true if a word or a reason says that advice is wanted. */
    boolean namesAdvice() {
        return state.slots.has(SlotName.CRITERIA) || (state.has(Intent.WORTHIT) && state.hasQuestionMark());
    }

    /** {@code spam filter for our forum, is tuning a tiny model worth it}: with a reason it needs no question mark. */
    private boolean asksForAdvice() {
        boolean reasoned = state.slots.has(SlotName.CRITERIA);
        boolean other = BEFORE_ADVICE.stream().anyMatch(this::isNamed)
                || (!reasoned && state.any(token -> token.is(Category.INTENTS) && !ADVICE.contains(token.intent())));
        boolean when = state.has(Intent.BREAKEVEN) && asksWhen();
        return !other
                && !when
                && !Budgets.areGuessed(state)
                && (state.asks() || (reasoned && opensClauseWithQuestion()));
    }

    /** {@code when is it repaid}, {@code in how many weeks do we have back the training}. */
    private boolean asksWhen() {
        boolean when = state.any(token -> token.is(Trait.ASKS_WHEN));
        for (int i = 0; i + 1 < state.size() && !when; i++) {
            Measure measure = state.hasTyped(i, Trait.ASKS_COUNT) ? state.measureAt(i + 1) : null;
            when = measure != null && measure.time() != null;
        }
        return when;
    }

    private boolean opensClauseWithQuestion() {
        for (int first = 0; first < state.size(); first = state.clause(first).end() + 1) {
            if (state.isAt(first, Cue.IS) || state.isAt(first, Cue.QUESTION)) {
                return true;
            }
        }
        return false;
    }

    /** {@code should I fine-tune A or B}, {@code LoRA or full, the price both ways}: a choice between models or ways, not whether to tune. */
    private boolean isChoice() {
        boolean ways = state.slots.has(SlotName.METHODS) && state.hasTypedAnywhere(Trait.TAKES_BOTH);
        return ways || isChoiceOfModels();
    }

    private boolean isChoiceOfModels() {
        return state.mentions.size() > 1
                && (state.terse || state.has(Cue.OR) || state.has(Cue.VERSUS) || comparesTunings());
    }

    /** {@code is tuning ministral cheaper than tuning nano}: both are tuned. */
    private boolean comparesTunings() {
        for (int i = 1; i < state.size(); i++) {
            boolean other = state.isAt(i + 1, Category.TUNING) || state.isAt(i + 1, Cue.TRAINING);
            boolean named = state.isAt(i + 2, Category.MODELS) || state.isAt(i + 2, Category.FAMILIES);
            if (other && named && state.hasTyped(i, Trait.THAN)) {
                return true;
            }
        }
        return false;
    }
}
