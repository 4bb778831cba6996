package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Clauses;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SpeechAct;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import org.jspecify.annotations.Nullable;

/** Decides whether a message is a request to this bot; chatter that contains a word of ours must not get an answer. */
public final class Gate {
    /** With more foreign words in its relevant clauses, a message is about something else. */
    private static final int MOST_FOREIGN_WORDS = 3;

    /** Two named sides and a size are a comparison even with this many other words. */
    private static final int MOST_BESIDE_A_COMPARISON = 5;

    private final ParseState state;
    private final IntentReader intents;
    private @Nullable Clauses clauses;

    public Gate(ParseState state, IntentReader intents) {
        this.state = state;
        this.intents = intents;
    }

    /** Returns the relevant clauses; created only if they decide, which they do not in a command. */
    private Clauses clauses() {
        if (clauses == null) {
            clauses = new Clauses(state);
        }
        return clauses;
    }

    /** True if the text is about fine-tuning, so that its recognised parts are worth reporting. */
    public boolean isOnTopic() {
        return DomainScore.weight(state) >= 2 && DomainScore.isAboutTuning(state);
    }

    public boolean isRequest() {
        int weight = DomainScore.weight(state);
        if (hasBudget() && state.has(Cue.ABILITY) && clauses().foreignWords() <= MOST_FOREIGN_WORDS) {
            return weight >= 1 || clauses().allForeignWords() == 0;
        }
        boolean sizeOnly = state.slots.has(SlotName.SIZE_B);
        if (weight == 0 && state.candidates.all().isEmpty() && state.problems().isEmpty() && !sizeOnly) {
            return intents.isSaid() && asksOnly();
        }
        if (DomainScore.isReport(state)) {
            return false;
        }
        if (state.terse) {
            // "batch size 16 or 32 for 8k samples?" asks about something without a price.
            return intents.isSaid() || (weight >= (state.has(Category.KNOBS) ? 2 : 1) && isNothingElse());
        }
        int foreign = clauses().allForeignWords();
        if (intents.isSaidOfThis() && (state.asks() || asksForAdvice())) {
            return weight >= 2 || foreign == 0 || (weight == 1 && foreign <= 1);
        }
        return isPlan(weight)
                || isPlainRequest(foreign)
                || isComparison(foreign)
                || namesPrice(weight)
                || (hasBudget() && weight >= 2);
    }

    /** {@code spam filter for our forum, is tuning a tiny model worth it}: with a reason it needs no question mark. */
    private boolean asksForAdvice() {
        return state.slots.has(SlotName.CRITERIA) && !state.advice().isEmpty() && opensClauseWithQuestion();
    }

    private boolean opensClauseWithQuestion() {
        for (int first = 0; first < state.size(); first = state.clause(first).end() + 1) {
            if (state.isAt(first, Cue.IS) || state.isAt(first, Cue.QUESTION)) {
                return true;
            }
        }
        return false;
    }

    /** {@code kindly revert with the cost for gpt-4.1-mini, 5500 records}: a price, a model and a size, and no report. */
    private boolean namesPrice(int weight) {
        return weight >= 3
                && pricesWhatFollows()
                && namesModel()
                && !state.candidates.all().isEmpty()
                && state.candidates.money().isEmpty()
                && !intents.tellsAPrice()
                && !intents.isTakenBack();
    }

    /** {@code the cost for ...}, {@code ask: price, ...}; in "masking cost 3 points" it is a verb. */
    private boolean pricesWhatFollows() {
        for (int i = 0; i < state.size(); i++) {
            Lexeme lexeme = state.token(i).lexeme;
            if (lexeme != null && lexeme.intent() == Intent.ESTIMATE) {
                boolean opens = state.isBreakAt(i - 1)
                        || state.isSymbolAt(i - 1, ':')
                        || state.isAt(i - 1, Category.COURTESIES);
                boolean noun = state.isAt(i + 1, Cue.OF)
                        || state.isAt(i + 1, Cue.FOR)
                        || state.isAt(i + 1, Cue.TRAINING)
                        || state.isBreakAt(i + 1);
                boolean told = state.isAt(i + 1, Cue.IS) && !state.isAt(i + 2, Category.FUNCTIONS);
                if ((opens || noun) && !told) {
                    return true;
                }
            }
        }
        return false;
    }

    /** {@code how much does it cost?}: at least one sentence that names nothing of ours and nothing else. */
    private boolean asksOnly() {
        boolean all = true;
        boolean some = false;
        boolean aboutItself = intents.says(Intent.HELP) || intents.says(Intent.MODELS);
        for (int first = 0; first < state.size(); ) {
            int end = aboutItself
                    ? state.clause(first).end()
                    : state.sentence(first).end();
            boolean only = asksOnly(first, end);
            some |= only;
            all &= only || isGrammar(first, end);
            first = end + 1;
        }
        return some && (all || aboutItself);
    }

    private boolean isGrammar(int first, int end) {
        for (int i = first; i < end; i++) {
            Token token = state.token(i);
            if (!SpeechAct.isCourteous(token) && !isGrammar(token) && !token.is(Category.INTENTS)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isGrammar(Token token) {
        return token.is(Category.FUNCTIONS)
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
        boolean asks = state.isSymbolAt(end, '?');
        boolean intent = false;
        for (int i = first; i < end; i++) {
            Token token = state.token(i);
            boolean courteous = SpeechAct.isCourteous(token);
            if (opening && isAboutItself(token, i, end)) {
                return true;
            }
            boolean grammar = isGrammar(token);
            asks |= SpeechAct.isDemand(token);
            intent |= token.is(Category.INTENTS);
            if (!courteous && !grammar && !token.is(Category.INTENTS) && token.use != Token.Use.SLOT) {
                return false;
            }
            asks |= token.isSymbol('?') || token.is(Cue.QUESTION) || (opening && token.is(Category.INTENTS));
            opening &= courteous;
        }
        return asks && intent;
    }

    /** {@code which models do you know}, {@code how do I use this bot and ...}: sufficient, whatever else the clause says. */
    private boolean isAboutItself(Token token, int at, int end) {
        if (token.lexeme == null || token.lexeme.weak()) {
            return false;
        }
        int next = at + 1;
        while (next < end && !state.isAt(next, Cue.AND)) {
            next++;
        }
        return token.lexeme.intent() == Intent.MODELS
                || (token.lexeme.intent() == Intent.HELP && isGrammar(at + 1, next));
    }

    private boolean hasBudget() {
        return state.candidates.has(SlotName.BUDGET_USD) || state.isForeignMoney();
    }

    /** {@code I want to fine-tune gpt-4o on 1000 examples}. */
    private boolean isPlan(int weight) {
        boolean planned = SpeechAct.wishes(state) || startsWithTuning() || refuses();
        return planned
                && !state.hasQuestionMark()
                && weight >= 4
                && !state.mentions.isEmpty()
                && !state.candidates.all().isEmpty();
    }

    /** A model and a size and hardly a word more. */
    private boolean isPlainRequest(int foreign) {
        return foreign == 0
                && !state.has(Cue.PERSON)
                && !state.hasQuestionMark()
                && !state.has(Cue.REPORT)
                && !state.any(this::isTicket)
                && !intents.tellsAPrice()
                && namesModel()
                && !state.candidates.all().isEmpty()
                && (!state.has(Cue.QUESTION) || opensWithWhat());
    }

    /** {@code #412}: a ticket contains its own description. */
    private boolean isTicket(Token token) {
        return token.kind == Token.Kind.CODE && state.text.text().charAt(token.start) == '#';
    }

    /** {@code whats 40M tokens on gemini flash}. */
    private boolean opensWithWhat() {
        return state.isAt(0, Cue.QUESTION) && state.token(0).is(Trait.ASKS_WHAT) && !state.has(Category.KNOBS);
    }

    private boolean namesModel() {
        for (Mention mention : state.mentions) {
            if (!mention.bareFamily()) {
                return true;
            }
        }
        return false;
    }

    /** {@code I don't want lora, full fine-tune of ...} is also a plan. */
    private boolean refuses() {
        return state.any(token -> token.is(Cue.NOT) && token.is(Trait.WANT));
    }

    private boolean isNothingElse() {
        return !state.mentions.isEmpty()
                || !state.candidates.all().isEmpty()
                || state.has(Category.METHODS)
                || !state.candidates.openTokens().isEmpty();
    }

    /** {@code mistral 7b vs llama 8b}; with a size even among other words. */
    private boolean isComparison(int foreign) {
        boolean sided =
                state.mentions.size() > 1 || state.slots.has(SlotName.METHODS) || state.slots.has(SlotName.PROVIDERS);
        boolean asked = state.has(Cue.VERSUS) || (state.has(Cue.OR) && state.hasQuestionMark());
        boolean sized = !state.candidates.all().isEmpty() && state.has(Cue.VERSUS);
        return sided
                && asked
                && !state.has(Cue.REPORT)
                && !isPastComparison()
                && foreign <= (sized ? MOST_BESIDE_A_COMPARISON : 0);
    }

    /** {@code LoRA vs full was a wash}. */
    private boolean isPastComparison() {
        boolean versus = false;
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            versus = (versus || token.is(Cue.VERSUS)) && !state.isBreakAt(i);
            if (versus && token.is(Cue.IS) && token.is(Trait.PAST_BE)) {
                return true;
            }
        }
        return false;
    }

    private boolean startsWithTuning() {
        for (Token token : state.all()) {
            if (token.is(Category.TUNING)) {
                return true;
            }
            if (!SpeechAct.isCourteous(token)) {
                return false;
            }
        }
        return false;
    }

    /** A follow-up needs less: its topic is known from the thread. */
    public boolean isFollowUp() {
        if (isToldOfModel()) {
            return false;
        }
        boolean says = (intents.isSaid() && (state.terse || state.asks()))
                || !state.candidates.all().isEmpty()
                || !state.mentions.isEmpty()
                || !state.slots.build().isEmpty()
                || state.has(Cue.DOUBLE)
                || state.has(Cue.HALF)
                || state.has(Cue.TRIPLE)
                || FollowUp.multiplies(state)
                || !state.candidates.openTokens().isEmpty()
                || state.isForeignMoney()
                || state.hasAmbiguousNumber()
                || hasBareNumber();
        boolean plain = clauses().foreignWords() <= MOST_FOREIGN_WORDS;
        return says && (clauses().isLed() || !DomainScore.isReport(state)) && (plain || isRequest());
    }

    /** {@code so mistral is french right?}: a statement about a model that changes nothing in the request. */
    private boolean isToldOfModel() {
        return state.has(Cue.IS)
                && state.candidates.all().isEmpty()
                && !state.hasAmbiguousNumber()
                && !state.isForeignMoney()
                && !intents.isSaid()
                && !clauses().isLed()
                && clauses().allForeignWords() > 0;
    }

    private boolean hasBareNumber() {
        boolean changes = state.terse
                || state.has(Cue.SAME)
                || state.has(Cue.CORRECTION)
                || state.has(Cue.INSTEAD)
                || state.has(Cue.WHAT_ABOUT);
        return changes && FollowUp.openNumber(state) >= 0;
    }
}
