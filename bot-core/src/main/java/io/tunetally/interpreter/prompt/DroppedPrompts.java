package io.tunetally.interpreter.prompt;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * A prompt of which nothing is left after tuning: {@code we could drop it altogether}, {@code the 850-token prompt is gone},
 * {@code 2,300 tokens; tuned it would take none}. Its length is then none.
 */
public final class DroppedPrompts {
    /** The most tokens from the length of a prompt to what becomes of it. */
    private static final int REACH = 40;

    /** The most tokens from the length after tuning to that of today. */
    private static final int REACH_OF_TODAY = 8;

    /** The least letters of a word that names the text of a prompt. */
    private static final int SHORTEST_NAME = 4;

    private final ParseState state;
    private final int prompt;

    private DroppedPrompts(ParseState state, int prompt) {
        this.state = state;
        this.prompt = prompt;
    }

    /** Fills the length after tuning, where only the one before is known. */
    public static void read(ParseState state) {
        List<SlotCandidates.Candidate> prompts = state.candidates.of(SlotName.PROMPT_TOKENS);
        List<SlotCandidates.Candidate> tuned = state.candidates.of(SlotName.TUNED_PROMPT_TOKENS);
        if (prompts.isEmpty() && tuned.size() == 1 && !state.remembered.has(SlotName.PROMPT_TOKENS)) {
            int length = tuned.getFirst().token();
            if (new DroppedPrompts(state, length).staysSame()) {
                state.claim(SlotName.PROMPT_TOKENS, length, length, length);
            }
            return;
        }
        if (prompts.isEmpty() && tuned.isEmpty() && state.mayEdit() && state.remembered.has(SlotName.PROMPT_TOKENS)) {
            readRemembered(state);
        }
        if (prompts.size() == 1 && !state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)) {
            DroppedPrompts dropped =
                    new DroppedPrompts(state, prompts.getFirst().token());
            dropped.read();
            if (!state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)) {
                ShortenedPrompts.readLater(state, dropped.prompt);
            }
            if (!state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)) {
                dropped.readTuned();
            }
        }
    }

    /** {@code after tuning the system prompt is gone completely}: nothing is left of the prompt of the conversation. */
    private static void readRemembered(ParseState state) {
        for (WordPatterns.Match<Trait> match : state.droppedPrompts()) {
            int first = state.tokenAt(match.words().getFirst().start());
            boolean nothing = match.meaning() == Trait.NOTHING && first < state.size();
            int named = nothing ? named(state, first) : -1;
            if (named >= 0 && !countsIn(state, first)) {
                state.candidates.addDerived(SlotName.TUNED_PROMPT_TOKENS, Numeral.of(BigDecimal.ZERO), named);
                state.candidates.settle(named);
                state.use(named, named, Token.Use.SLOT);
                state.impliesEdit();
                return;
            }
        }
    }

    /** Returns the index of the word for the prompt in the sentence of a word, or -1. */
    private static int named(ParseState state, int word) {
        Sentence sentence = state.sentence(word);
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (state.isAt(i, Cue.PROMPT) || state.hasTyped(i, Trait.PROMPTS) || state.hasTyped(i, Trait.INSTRUCTS)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean countsIn(ParseState state, int word) {
        Sentence sentence = state.sentence(word);
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (state.isNumberAt(i) && !state.isOfMention(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 80 tokens of instruction once it is tuned}: the length is the one after tuning, and a larger one of today the one before. */
    private void readTuned() {
        boolean tuned = state.droppedPrompts().stream()
                .filter(match -> match.meaning() == Trait.AFTERWARDS)
                .mapToInt(match -> tokenAt(match.words().getFirst().start()))
                .anyMatch(this::isInClause);
        if (tuned && staysSame()) {
            PromptPair.tuned(state, prompt);
        } else if (tuned) {
            int before = today();
            state.candidates.withdraw(prompt);
            PromptPair.tuned(state, prompt);
            state.candidates.settle(prompt);
            if (before >= 0) {
                state.candidates.withdraw(before);
                state.claim(SlotName.PROMPT_TOKENS, before, before, before);
                state.candidates.settle(before);
            }
        }
    }

    /** {@code 1,000 tokens and that remains the same after the tuning}, {@code it stays as it is}. */
    private boolean staysSame() {
        int end = Math.min(state.clause(prompt).end(), prompt + REACH);
        for (int i = prompt + 1; i < end; i++) {
            boolean asItIs = state.hasTyped(i, Trait.IN_ROLE)
                    && (state.hasTyped(i + 1, Trait.PRONOUN) || state.isAt(i + 1, Cue.IS));
            if (state.hasTyped(i, Trait.STAYS_SAME) || asItIs) {
                return true;
            }
        }
        return false;
    }

    /** True if no mark and no other number stands between the prompt and a word. */
    private boolean isInClause(int word) {
        if (word < 0 || state.clause(word).first() != state.clause(prompt).first()) {
            return false;
        }
        for (int i = Math.min(word, prompt) + 1; i < Math.max(word, prompt); i++) {
            if (state.isNumberAt(i) && !state.isOfMention(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the 1,200 of {@code after training it is 100 tokens; today it is 1,200}, or -1. */
    private int today() {
        boolean today = false;
        for (int i = prompt + 1; i < Math.min(state.size(), prompt + REACH_OF_TODAY); i++) {
            if (state.isNumberAt(i)) {
                return today && PromptPair.isSmaller(state, prompt, i) ? i : -1;
            }
            // A translation may lack the word for today.
            today |= (state.text.isTranslated() && state.isAt(i, Cue.IS))
                    || state.hasTyped(i, Trait.TODAY)
                    || state.hasTyped(i, Trait.SETTING_TODAY);
        }
        return -1;
    }

    private void read() {
        for (WordPatterns.Match<Trait> match : state.droppedPrompts()) {
            if (match.meaning() != Trait.NOTHING) {
                continue;
            }
            int first = tokenAt(match.words().getFirst().start());
            int last = tokenAt(match.words().getLast().start());
            if (first >= 0 && last >= 0 && isNear(first) && isOfPrompt(first, last) && !isOfOther(first, last)) {
                state.candidates.withdraw(last);
                state.candidates.add(SlotName.TUNED_PROMPT_TOKENS, Numeral.of(BigDecimal.ZERO), last);
                state.candidates.settle(last);
                state.token(last).use = Token.Use.SLOT;
                return;
            }
        }
    }

    /** Returns the index of the token that holds a place of the text, or -1. */
    private int tokenAt(int place) {
        int at = state.tokenAt(place);
        return at < state.size() && state.token(at).start <= place ? at : -1;
    }

    private boolean isNear(int at) {
        return Math.abs(at - prompt) <= REACH;
    }

    /** True if what is dropped is the prompt: it is told in the same sentence, called by its name or by a pronoun, or tuning is. */
    private boolean isOfPrompt(int first, int last) {
        Sentence sentence = state.sentence(first);
        if (sentence.first() <= prompt && prompt < sentence.end()) {
            return true;
        }
        for (int i = sentence.first(); i < sentence.end(); i++) {
            // "Tuned it" is a phrase of its own.
            boolean tuned = state.isAt(i, Category.TUNING)
                    || state.isAt(i, Cue.TRAINING)
                    || state.isAt(i, Trait.AFTER)
                    || state.isAt(i, Cue.REPORT);
            boolean pronoun = state.hasTyped(i, Trait.PRONOUN) || state.isAt(i, Cue.THEM);
            boolean near = i >= first - 3 && i <= last + 2;
            if ((tuned && first > prompt) || (pronoun && near && first > prompt) || isNameOfPrompt(i)) {
                return true;
            }
        }
        return false;
    }

    /** True of a word for the prompt, or of one that stands beside its length. */
    private boolean isNameOfPrompt(int i) {
        if (state.isAt(i, Cue.PROMPT) || state.hasTyped(i, Trait.PROMPTS) || state.hasTyped(i, Trait.INSTRUCTS)) {
            return true;
        }
        Token word = state.token(i);
        if (word.kind != Token.Kind.WORD || word.end - word.start < SHORTEST_NAME || word.isNumber()) {
            return false;
        }
        String name = state.typed(i, i);
        Sentence told = state.sentence(prompt);
        for (int k = told.first(); k < told.end(); k++) {
            if (k != i
                    && state.token(k).kind == Token.Kind.WORD
                    && state.typed(k, k).equals(name)) {
                return !word.is(Category.UNITS);
            }
        }
        return false;
    }

    /** True of {@code 150 duplicates we would drop altogether}, {@code drop it to 200}: another number stands in the clause. */
    private boolean isOfOther(int first, int last) {
        // "The prompt's 2,900 tokens, I'd left out the tide table": a part that was forgotten.
        int article = state.hasTyped(last, Trait.DEFINITE_ARTICLE) ? last : last + 1;
        Token thing = state.at(article + 1);
        boolean part = thing != null && state.hasTyped(article, Trait.DEFINITE_ARTICLE) && !isNameOfPrompt(article + 1);
        if (part && state.mayEdit() && state.isAt(first - 1, Cue.PERSON)) {
            return true;
        }
        int from = state.clause(first).first();
        int end = state.clause(last).end();
        for (int i = from; i < end; i++) {
            boolean number = state.isNumberAt(i) && i != prompt && i != last && !state.isOfMention(i);
            if (number) {
                return true;
            }
        }
        return false;
    }
}
