package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.SlotTrait;
import java.util.List;

/** Scores how clearly a message is about fine-tuning and a request; words that are common elsewhere score low. */
public final class DomainScore {
    private DomainScore() {}

    /** True if the text is about fine-tuning, so that its recognised parts are worth reporting. */
    public static boolean isOnTopic(ParseState state) {
        return weight(state) >= 2 && (isAboutTuning(state) || state.any(DomainScore::isOfRun));
    }

    /** {@code half an hour per epoch}, {@code batch size 8}: what only a run of training has. */
    private static boolean isOfRun(Token token) {
        return token.is(Measure.EPOCH)
                || token.is(Trait.BATCH_OF_STEP)
                || token.is(Trait.BATCH_PER_DEVICE)
                || token.is(Trait.BATCH_ACCUMULATION);
    }

    /** Returns the score; from 2 on the message is about fine-tuning. */
    static int weight(ParseState state) {
        int weight = 0;
        for (Mention mention : state.mentions) {
            weight = Math.max(weight, weightOf(state, mention));
        }
        boolean topic = false;
        for (Token token : state.all()) {
            topic |= token.is(Category.TOPICS) || token.is(Cue.TRAINING);
            weight += weightOf(state, token);
        }
        return weight + (topic ? 1 : 0) + ofSlots(state);
    }

    /** True if it mentions tuning itself: a model, a method or a rate alone may have other contexts. */
    static boolean isAboutTuning(ParseState state) {
        if (state.has(Category.TUNING)
                || state.has(Cue.TRAINING)
                || state.has(Category.OBJECTIVES)
                || state.any(DomainScore::namesTuning)
                || state.any(DomainScore::isMetric)) {
            return true;
        }
        boolean method = state.has(Category.METHODS);
        if (method && (state.has(Category.KNOBS) || state.has(Category.TOPICS) || state.has(Category.PROVIDERS))) {
            return true;
        }
        // "Mistral is due at Marseille, 300 words by four": a bare name may be that of a wind.
        boolean named = method || state.mentions.stream().anyMatch(mention -> !mention.bareFamily());
        boolean sized = false;
        for (SlotCandidates.Candidate candidate : state.candidates.all()) {
            sized |= candidate.slot() == SlotName.EPOCHS || named;
        }
        return sized || !state.candidates.openTokens().isEmpty() || (!state.mentions.isEmpty() && method);
    }

    /** {@code should I fine-tune}, {@code full finetuning}. */
    private static boolean namesTuning(Token token) {
        boolean verb = token.is(Category.INTENTS) || token.is(Category.METHODS) || token.is(Cue.REPORT);
        return verb && token.is(Trait.TUNES);
    }

    private static int weightOf(ParseState state, Mention mention) {
        Family family = mention.family();
        boolean everyday = family != null && family.open() && mention.billionParameters() == null;
        boolean known = mention.id() != null
                && state.compiledLexicon.catalog().model(mention.id()).isPresent();
        return mention.bareFamily() || (everyday && !known) ? 1 : 2;
    }

    private static int weightOf(ParseState state, Token token) {
        Lexeme lexeme = token.lexeme;
        if (lexeme == null) {
            return 0;
        }
        if (token.is(Cue.REPORT)) {
            return namesTuning(token) ? 2 : 0;
        }
        return switch (lexeme.sense()) {
            case TUNING -> 2;
            case METHODS -> lexeme.weak() ? 0 : 2;
            case OBJECTIVES -> 2;
            case INTENTS -> weightOfIntent(state, lexeme);
            case PROVIDERS -> token.use == Token.Use.SLOT ? 1 : 0;
            default -> 0;
        };
    }

    /** "Should I fine-tune" names the subject in the question; "tco" is hardly used elsewhere. */
    private static int weightOfIntent(ParseState state, Lexeme lexeme) {
        if (lexeme.is(Trait.TRAINS)) {
            return 2;
        }
        boolean model = lexeme.intent() == Intent.RECOMMEND && lexeme.is(Trait.ASKS_FOR_MODEL);
        return (model && isSized(state)) || (lexeme.intent() == Intent.TCO && lexeme.is(Trait.OWNERSHIP)) ? 1 : 0;
    }

    private static boolean isSized(ParseState state) {
        return !state.candidates.all().isEmpty() || state.isForeignMoney();
    }

    private static int ofSlots(ParseState state) {
        Slot<List<Criterion>> criteria = state.slots.get(SlotName.CRITERIA);
        // One word for a format or a tone may have another context, two reasons hardly.
        int weight = criteria == null ? 0 : Math.min(criteria.value().size(), 2);
        weight += state.has(Cue.RETRAIN) ? 1 : 0;
        weight += state.slots.has(SlotName.PRICED_UNIT) ? 2 : 0;
        for (SlotCandidates.Candidate candidate : state.candidates.all()) {
            weight += weightOf(candidate.slot());
        }
        return weight + 2 * state.candidates.openTokens().size() + (state.slots.has(SlotName.GPU) ? 1 : 0);
    }

    private static int weightOf(SlotName<?> slot) {
        return slot.is(SlotTrait.NO_EVIDENCE) ? 0 : slot.is(SlotTrait.WEAK_EVIDENCE) ? 1 : 2;
    }

    /** A loss is a metric that a run has reported. */
    private static boolean isMetric(Token token) {
        return token.is(Category.KNOBS) && token.is(Trait.LOSS);
    }
}
