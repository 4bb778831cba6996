package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.sentence.Asking;
import io.tunetally.interpreter.sentence.Clauses;
import io.tunetally.interpreter.sentence.Draft;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import org.jspecify.annotations.Nullable;

/** Decides whether a message asks this bot for something; chatter that happens to hold a word of ours must not get an answer. */
public final class Gate {
    /** More words that are not ours, in what would change the request, make it a sentence about something else. */
    private static final int MOST_FOREIGN_WORDS = 3;

    /** Two named sides and a size are a comparison even among some talk. */
    private static final int MOST_BESIDE_A_COMPARISON = 5;

    private final Draft draft;
    private final IntentReader intents;
    private @Nullable Clauses clauses;

    public Gate(Draft draft, IntentReader intents) {
        this.draft = draft;
        this.intents = intents;
    }

    /** Made only where they decide, which they do not in a command. */
    private Clauses clauses() {
        if (clauses == null) {
            clauses = new Clauses(draft);
        }
        return clauses;
    }

    /** Whether the text speaks of fine-tuning, so that what was recognised in it is worth reporting. */
    public boolean isOnTopic() {
        return Evidence.weight(draft) >= 2 && Evidence.isAboutTuning(draft);
    }

    public boolean isRequest() {
        int weight = Evidence.weight(draft);
        if (hasBudget() && draft.has(Cue.ABILITY) && clauses().foreignWords() <= MOST_FOREIGN_WORDS) {
            return weight >= 1 || clauses().allForeignWords() == 0;
        }
        boolean sizeOnly = draft.slots.has(SlotName.SIZE_B);
        if (weight == 0 && draft.claims.all().isEmpty() && draft.problems().isEmpty() && !sizeOnly) {
            return intents.isSaid() && asksOnly();
        }
        if (Evidence.isReport(draft)) {
            return false;
        }
        if (draft.terse) {
            // "batch size 16 or 32 for 8k samples?" asks about what has no price.
            return intents.isSaid() || (weight >= (draft.has(Sense.KNOBS) ? 2 : 1) && isNothingElse());
        }
        int foreign = clauses().allForeignWords();
        if (intents.isSaidOfThis() && draft.asks()) {
            return weight >= 2 || foreign == 0 || (weight == 1 && foreign <= 1);
        }
        return isPlan(weight)
                || isPlainRequest(foreign)
                || isComparison(foreign)
                || namesPrice(weight)
                || (hasBudget() && weight >= 2);
    }

    /** {@code kindly revert with the cost for gpt-4.1-mini, 5500 records}: a price, a model and a size, and nothing told. */
    private boolean namesPrice(int weight) {
        return weight >= 3
                && pricesWhatFollows()
                && namesModel()
                && !draft.claims.all().isEmpty()
                && draft.claims.money().isEmpty()
                && !intents.tellsAPrice()
                && !intents.isTakenBack();
    }

    /** {@code the cost for ...}, {@code ask: price, ...}; in "masking cost 3 points" it is a verb. */
    private boolean pricesWhatFollows() {
        for (int i = 0; i < draft.size(); i++) {
            Lexeme lexeme = draft.token(i).lexeme;
            if (lexeme != null && lexeme.intent() == Intent.ESTIMATE) {
                boolean opens =
                        draft.isBreakAt(i - 1) || draft.isSymbolAt(i - 1, ':') || draft.isAt(i - 1, Sense.COURTESIES);
                boolean noun = draft.isAt(i + 1, Cue.OF)
                        || draft.isAt(i + 1, Cue.FOR)
                        || draft.isAt(i + 1, Cue.TRAINING)
                        || draft.isBreakAt(i + 1);
                boolean told = draft.isAt(i + 1, Cue.IS) && !draft.isAt(i + 2, Sense.FUNCTIONS);
                if ((opens || noun) && !told) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code how much does it cost?}: nothing of ours is named, but nothing else either, in one sentence at least. */
    private boolean asksOnly() {
        boolean all = true;
        boolean some = false;
        boolean aboutItself = intents.says(Intent.HELP) || intents.says(Intent.MODELS);
        for (int first = 0; first < draft.size(); ) {
            int end = aboutItself
                    ? draft.clause(first).end()
                    : draft.sentence(first).end();
            boolean only = asksOnly(first, end);
            some |= only;
            all &= only || isGrammar(first, end);
            first = end + 1;
        }
        return some && (all || aboutItself);
    }

    private boolean isGrammar(int first, int end) {
        for (int i = first; i < end; i++) {
            Token token = draft.token(i);
            if (!Asking.isCourteous(token) && !isGrammar(token) && !token.is(Sense.INTENTS)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGrammar(Token token) {
        return token.is(Sense.FUNCTIONS)
                || token.is(Cue.QUESTION)
                || token.is(Cue.NOT)
                || token.is(Cue.PERSON)
                || token.is(Cue.IS)
                || token.is(Cue.ALL)
                || token.is(Cue.ABILITY)
                || token.is(Cue.FOR)
                || token.is(Cue.OF)
                || token.is(Cue.TO)
                || token.is(Cue.IN)
                || token.is(Cue.FEW)
                || token.is(Cue.COVERAGE)
                || token.is(Cue.CORRECTION);
    }

    private boolean asksOnly(int first, int end) {
        boolean opening = true;
        boolean asks = draft.isSymbolAt(end, '?');
        boolean intent = false;
        for (int i = first; i < end; i++) {
            Token token = draft.token(i);
            boolean courteous = Asking.isCourteous(token);
            if (opening && isAboutItself(token, i, end)) {
                return true;
            }
            boolean grammar = isGrammar(token);
            asks |= Asking.isDemand(token);
            intent |= token.is(Sense.INTENTS);
            if (!courteous && !grammar && !token.is(Sense.INTENTS) && token.use != Token.Use.SLOT) {
                return false;
            }
            asks |= token.isSymbol('?') || token.is(Cue.QUESTION) || (opening && token.is(Sense.INTENTS));
            opening &= courteous;
        }
        return asks && intent;
    }

    /** {@code which models do you know}, {@code how do I use this bot and ...}: enough, whatever else the clause says. */
    private boolean isAboutItself(Token token, int at, int end) {
        if (token.lexeme == null || token.lexeme.weak()) {
            return false;
        }
        int next = at + 1;
        while (next < end && !draft.isAt(next, Cue.AND)) {
            next++;
        }
        return token.lexeme.intent() == Intent.MODELS
                || (token.lexeme.intent() == Intent.HELP && isGrammar(at + 1, next));
    }

    private boolean hasBudget() {
        return draft.claims.has(SlotName.BUDGET_USD) || draft.isForeignMoney();
    }

    /** {@code I want to fine-tune gpt-4o on 1000 examples}. */
    private boolean isPlan(int weight) {
        boolean planned = Asking.wishes(draft) || startsWithTuning() || refuses();
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
                && !draft.any(this::isTicket)
                && !intents.tellsAPrice()
                && namesModel()
                && !draft.claims.all().isEmpty()
                && (!draft.has(Cue.QUESTION) || opensWithWhat());
    }

    /** {@code #412}: what is told of a ticket stands in it already. */
    private boolean isTicket(Token token) {
        return token.kind == Token.Kind.CODE && draft.text.text().charAt(token.start) == '#';
    }

    /** {@code whats 40M tokens on gemini flash}. */
    private boolean opensWithWhat() {
        return draft.isAt(0, Cue.QUESTION) && draft.typed(0, 0).startsWith("what") && !draft.has(Sense.KNOBS);
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

    /** {@code mistral 7b vs llama 8b}; with a size even where other words stand around it. */
    private boolean isComparison(int foreign) {
        boolean sided =
                draft.mentions.size() > 1 || draft.slots.has(SlotName.METHODS) || draft.slots.has(SlotName.PROVIDERS);
        boolean asked = draft.has(Cue.VERSUS) || (draft.has(Cue.OR) && draft.hasQuestionMark());
        boolean sized = !draft.claims.all().isEmpty() && draft.has(Cue.VERSUS);
        return sided
                && asked
                && !draft.has(Cue.REPORT)
                && !isPastComparison()
                && foreign <= (sized ? MOST_BESIDE_A_COMPARISON : 0);
    }

    /** {@code LoRA vs full was a wash}. */
    private boolean isPastComparison() {
        boolean versus = false;
        for (int i = 0; i < draft.size(); i++) {
            Token token = draft.token(i);
            versus = (versus || token.is(Cue.VERSUS)) && !draft.isBreakAt(i);
            String verb = versus && token.is(Cue.IS) ? draft.typed(i, i) : "";
            if (verb.equals("was") || verb.equals("were")) {
                return true;
            }
        }
        return false;
    }

    private boolean startsWithTuning() {
        for (Token token : draft.all()) {
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
    public boolean isFollowUp() {
        if (isToldOfModel()) {
            return false;
        }
        boolean says = (intents.isSaid() && (draft.terse || draft.asks()))
                || !draft.claims.all().isEmpty()
                || !draft.mentions.isEmpty()
                || !draft.slots.build().isEmpty()
                || draft.has(Cue.DOUBLE)
                || draft.has(Cue.HALF)
                || draft.has(Cue.TRIPLE)
                || FollowUp.multiplies(draft)
                || !draft.claims.openTokens().isEmpty()
                || draft.isForeignMoney()
                || draft.hasAmbiguousNumber()
                || hasBareNumber();
        boolean plain = clauses().foreignWords() <= MOST_FOREIGN_WORDS;
        return says && (clauses().isLed() || !Evidence.isReport(draft)) && (plain || isRequest());
    }

    /** {@code so mistral is french right?}: something is told of a model, and nothing of what was asked would change. */
    private boolean isToldOfModel() {
        return draft.has(Cue.IS)
                && draft.claims.all().isEmpty()
                && !draft.hasAmbiguousNumber()
                && !draft.isForeignMoney()
                && !intents.isSaid()
                && !clauses().isLed()
                && clauses().allForeignWords() > 0;
    }

    private boolean hasBareNumber() {
        boolean changes = draft.terse
                || draft.has(Cue.SAME)
                || draft.has(Cue.CORRECTION)
                || draft.has(Cue.INSTEAD)
                || draft.has(Cue.WHAT_ABOUT);
        return changes && FollowUp.openNumber(draft) >= 0;
    }
}
