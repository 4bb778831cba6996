package io.tunetally.interpreter;

/** Decides whether a message asks this bot for something; chatter that happens to hold a word of ours must not get an answer. */
final class Gate {
    /** More words that are not ours, in what would change the request, make it a sentence about something else. */
    private static final int MOST_FOREIGN_WORDS = 3;

    private final Draft draft;
    private final IntentReader intents;
    private final Evidence evidence;

    Gate(Draft draft, IntentReader intents) {
        this.draft = draft;
        this.intents = intents;
        evidence = new Evidence(draft);
    }

    /** Whether the text speaks of fine-tuning, so that what was recognised in it is worth reporting. */
    boolean isOnTopic() {
        return evidence.weight() >= 2 && evidence.isAboutTuning();
    }

    boolean isRequest() {
        int weight = evidence.weight();
        if (weight == 0 && draft.claims.all().isEmpty() && draft.problems.isEmpty()) {
            return intents.isSaid() && asksOnly();
        }
        if (evidence.isReport()) {
            return false;
        }
        int foreign = evidence.foreignWords();
        if (hasBudget() && draft.has(Cue.ABILITY) && foreign <= 2) {
            return weight >= 1 || foreign == 0;
        }
        if (draft.terse) {
            return intents.isSaid() || (weight >= 1 && isNothingElse());
        }
        if (intents.isSaid() && draft.asks()) {
            return weight >= 2 || foreign == 0 || (weight == 1 && foreign <= 1);
        }
        return isPlan(weight) || isPlainRequest(foreign) || isComparisonOnly(foreign) || (hasBudget() && weight >= 2);
    }

    /** {@code how much does it cost?}: nothing of ours is named, but nothing else either. */
    private boolean asksOnly() {
        boolean opening = true;
        boolean asks = false;
        for (Token token : draft.tokens) {
            boolean courteous = Asking.isCourteous(token);
            boolean grammar = token.is(Cue.QUESTION)
                    || token.is(Cue.NOT)
                    || token.is(Cue.PERSON)
                    || token.is(Cue.IS)
                    || token.is(Cue.ALL)
                    || token.is(Cue.ABILITY)
                    || token.is(Cue.FOR)
                    || token.is(Cue.OF)
                    || token.is(Sense.FUNCTIONS);
            if (!courteous && !grammar && !token.is(Sense.INTENTS) && token.use != Token.Use.SLOT) {
                return false;
            }
            asks |= token.isSymbol('?') || token.is(Cue.QUESTION) || (opening && token.is(Sense.INTENTS));
            opening &= courteous;
        }
        return asks;
    }

    private boolean hasBudget() {
        return draft.claims.has(SlotName.BUDGET_USD) || draft.isForeignMoney();
    }

    /** {@code I want to fine-tune gpt-4o on 1000 examples}. */
    private boolean isPlan(int weight) {
        boolean planned = draft.has(Cue.WISH) || startsWithTuning() || refuses();
        return planned
                && !draft.hasQuestionMark()
                && weight >= 4
                && !draft.mentions.isEmpty()
                && !draft.claims.all().isEmpty();
    }

    /** A model and a size and hardly a word more. */
    private boolean isPlainRequest(int foreign) {
        return foreign == 0
                && !draft.has(Cue.PERSON)
                && !draft.hasQuestionMark()
                && !draft.has(Cue.REPORT)
                && !intents.tellsAPrice()
                && namesModel()
                && !draft.claims.all().isEmpty()
                && !draft.has(Cue.QUESTION);
    }

    private boolean namesModel() {
        for (Mention mention : draft.mentions) {
            if (!mention.bareFamily()) {
                return true;
            }
        }
        return false;
    }

    /** {@code I don't want lora, full fine-tune of ...} plans too. */
    private boolean refuses() {
        return draft.any(token -> token.is(Cue.NOT)
                && token.lexeme != null
                && token.lexeme.phrase().endsWith("want"));
    }

    private boolean isNothingElse() {
        return !draft.mentions.isEmpty()
                || !draft.claims.all().isEmpty()
                || draft.has(Sense.METHODS)
                || !draft.claims.openTokens().isEmpty();
    }

    private boolean isComparisonOnly(int foreign) {
        return foreign == 0
                && draft.mentions.size() > 1
                && !draft.has(Cue.REPORT)
                && (draft.has(Cue.VERSUS) || (draft.has(Cue.OR) && draft.hasQuestionMark()));
    }

    private boolean startsWithTuning() {
        for (Token token : draft.tokens) {
            if (token.is(Sense.TUNING)) {
                return true;
            }
            if (!Asking.isCourteous(token)) {
                return false;
            }
        }
        return false;
    }

    /** A follow-up needs less: the thread has said what it is about. */
    boolean isFollowUp() {
        boolean says = (intents.isSaid() && (draft.terse || draft.asks()))
                || !draft.claims.all().isEmpty()
                || !draft.mentions.isEmpty()
                || !draft.slots.build().isEmpty()
                || draft.has(Cue.DOUBLE)
                || draft.has(Cue.HALF)
                || draft.has(Cue.TRIPLE)
                || !draft.claims.openTokens().isEmpty()
                || draft.isForeignMoney()
                || hasBareNumber();
        FollowUpClauses clauses = new FollowUpClauses(draft);
        boolean plain = clauses.foreignWords() <= MOST_FOREIGN_WORDS;
        return says && (clauses.isLed() || !evidence.isReport()) && (plain || isRequest());
    }

    private boolean hasBareNumber() {
        return (draft.terse || draft.has(Cue.SAME) || draft.has(Cue.INSTEAD) || draft.has(Cue.WHAT_ABOUT))
                && draft.tokens.size() < 6
                && draft.any(token -> token.isNumber() && token.use == Token.Use.NOTHING);
    }
}
