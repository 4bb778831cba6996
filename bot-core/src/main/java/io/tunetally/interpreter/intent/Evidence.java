package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.sentence.Asking;
import io.tunetally.interpreter.sentence.Claims;
import io.tunetally.interpreter.sentence.Draft;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;

/** How clearly a message speaks of fine-tuning, and whether it asks; a word that has another life elsewhere weighs little. */
final class Evidence {
    private Evidence() {}

    /** 2 and more: the message speaks of fine-tuning. */
    static int weight(Draft draft) {
        int weight = 0;
        for (Mention mention : draft.mentions) {
            weight = Math.max(weight, weightOf(draft, mention));
        }
        boolean topic = false;
        for (Token token : draft.all()) {
            topic |= token.is(Sense.TOPICS) || token.is(Cue.TRAINING);
            weight += weightOf(draft, token);
        }
        return weight + (topic ? 1 : 0) + ofSlots(draft);
    }

    /** Whether tuning itself is spoken of: a model, a method or a rate alone has other lives. */
    static boolean isAboutTuning(Draft draft) {
        if (draft.has(Sense.TUNING)
                || draft.has(Cue.TRAINING)
                || draft.has(Sense.OBJECTIVES)
                || draft.any(Evidence::namesTuning)
                || draft.any(Evidence::isMetric)) {
            return true;
        }
        boolean method = draft.has(Sense.METHODS);
        if (method && (draft.has(Sense.KNOBS) || draft.has(Sense.TOPICS) || draft.has(Sense.PROVIDERS))) {
            return true;
        }
        boolean named = !draft.mentions.isEmpty() || method;
        boolean sized = false;
        for (Claims.Claim claim : draft.claims.all()) {
            sized |= claim.slot() == SlotName.EPOCHS || named;
        }
        return sized || !draft.claims.openTokens().isEmpty() || (!draft.mentions.isEmpty() && method);
    }

    /** {@code should I fine-tune}, {@code full finetuning}. */
    private static boolean namesTuning(Token token) {
        boolean verb = token.is(Sense.INTENTS) || token.is(Sense.METHODS) || token.is(Cue.REPORT);
        return verb && token.lexeme != null && token.lexeme.phrase().contains("tun");
    }

    private static int weightOf(Draft draft, Mention mention) {
        Family family = mention.family();
        boolean everyday = family != null && family.open() && mention.billionParameters() == null;
        boolean known = mention.id() != null
                && draft.vocabulary.catalog().model(mention.id()).isPresent();
        return mention.bareFamily() || (everyday && !known) ? 1 : 2;
    }

    private static int weightOf(Draft draft, Token token) {
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
            case INTENTS -> weightOfIntent(draft, lexeme);
            case PROVIDERS -> token.use == Token.Use.SLOT ? 1 : 0;
            default -> 0;
        };
    }

    /** "Should I fine-tune" names the subject in asking; "tco" has hardly another. */
    private static int weightOfIntent(Draft draft, Lexeme lexeme) {
        if (lexeme.phrase().contains("tun") || lexeme.phrase().contains("training")) {
            return 2;
        }
        boolean model = lexeme.intent() == Intent.RECOMMEND
                && (lexeme.phrase().contains("model")
                        || lexeme.phrase().contains("llm")
                        || lexeme.phrase().contains("provider"));
        return (model && isSized(draft))
                        || (lexeme.intent() == Intent.TCO && lexeme.phrase().startsWith("t"))
                ? 1
                : 0;
    }

    private static boolean isSized(Draft draft) {
        return !draft.claims.all().isEmpty() || draft.isForeignMoney();
    }

    private static int ofSlots(Draft draft) {
        int weight = 0;
        for (Claims.Claim claim : draft.claims.all()) {
            weight += weightOf(claim.slot());
        }
        return weight + 2 * draft.claims.openTokens().size() + (draft.slots.has(SlotName.GPU) ? 1 : 0);
    }

    private static int weightOf(SlotName<?> slot) {
        if (slot == SlotName.MONTHS || slot == SlotName.BUDGET_USD || slot == SlotName.RUNS) {
            return 0;
        }
        boolean oneLife = slot == SlotName.EXAMPLES
                || slot == SlotName.EPOCHS
                || slot == SlotName.REQUESTS_PER_DAY
                || slot == SlotName.UNITS;
        return oneLife ? 1 : 2;
    }

    /** A loss is something that a run has reported. */
    private static boolean isMetric(Token token) {
        return token.is(Sense.KNOBS)
                && token.lexeme != null
                && token.lexeme.phrase().endsWith("loss");
    }

    private static boolean asksHowMuch(Draft draft) {
        return draft.any(token -> token.lexeme != null && token.lexeme.phrase().startsWith("how much"));
    }

    static boolean isReport(Draft draft) {
        boolean report = draft.has(Cue.REPORT) || (draft.has(Sense.KNOBS) && draft.any(Evidence::isMetric));
        return report
                && !draft.hasQuestionMark()
                && !asksHowMuch(draft)
                && !Asking.demands(draft)
                && !Asking.wishes(draft);
    }
}
