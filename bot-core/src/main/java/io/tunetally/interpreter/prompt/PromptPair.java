package io.tunetally.interpreter.prompt;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** {@code 2000 token prompt vs 100 token prompt}, {@code prompt from 2000 to 100 tokens}: before and after tuning, in this order. */
public final class PromptPair {
    private static final int REACH = 9;

    private static final int LATER_REACH = 40;

    /** The most words between the length of a prompt and an arrow. */
    private static final int REACH_OF_NAME = 5;

    /** The most words of {@code would be plenty}. */
    private static final int REACH_OF_ENOUGH = 4;

    /** The most words from the length of a prompt to the one that it shrinks to. */
    private static final int REACH_OF_SHRINKING = 8;

    private PromptPair() {}

    /** Fills both lengths, where a message says them. */
    public static void read(ParseState state) {
        named(state);
        beforeAndAfter(state);
        ReplacedPrompts.read(state, namesPrompt(state));
        if (!state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)) {
            PromptShares.read(state);
        }
        List<SlotCandidates.Candidate> candidates = state.candidates.all();
        List<Integer> prompts = prompts(candidates);
        if (prompts.size() == 2 && !state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)) {
            second(state, prompts.get(1));
            order(state);
        } else if (prompts.size() == 1) {
            formerly(state, prompts.getFirst());
            PromptWithoutParts.read(state, candidates.get(prompts.getFirst()).token());
            bareBefore(state, prompts.getFirst());
            sufficing(state, candidates.get(prompts.getFirst()));
            afterTuning(state, candidates.get(prompts.getFirst()));
            tunedLater(state, candidates.get(prompts.getFirst()));
            noneLater(state, candidates.get(prompts.getFirst()));
        } else if (prompts.isEmpty() && state.has(Cue.PROMPT) && state.has(Cue.OUT) && leavesPrompt(state)) {
            return;
        } else if (prompts.isEmpty() && namesPrompt(state) && (state.has(Cue.TO) || state.any(PromptPair::isGreater))) {
            shrinking(state);
        }
        if (state.has(Cue.TO) && !state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)) {
            ShortenedPrompts.read(state);
        }
        if (state.has(Cue.TO) && state.has(Cue.PROMPT) && !state.candidates.has(SlotName.PROMPT_TOKENS)) {
            namedBeforeArrow(state);
        }
        if (state.has(Cue.UNTUNED)) {
            order(state);
        }
    }

    /** Puts the lengths in order once all numbers have a role: the shorter of two prompts is the one after tuning. */
    public static void settle(ParseState state) {
        if (state.has(Cue.TUNED_PROMPT)) {
            return;
        }
        List<Integer> prompts = prompts(state.candidates.all());
        if (prompts.size() == 2 && !state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)) {
            second(state, prompts.get(1));
        }
        order(state);
    }

    private static List<Integer> prompts(List<SlotCandidates.Candidate> candidates) {
        List<Integer> prompts = new ArrayList<>();
        for (int k = 0; k < candidates.size(); k++) {
            if (candidates.get(k).slot() == SlotName.PROMPT_TOKENS) {
                prompts.add(k);
            }
        }
        return prompts;
    }

    /** {@code prompt 1800 tuned prompt 200}: each number is behind its name. */
    private static void named(ParseState state) {
        for (int i = 0; state.has(Cue.TUNED_PROMPT) && i < state.size(); i++) {
            boolean counted = state.isNumberAt(i - 1);
            int before = state.isAt(i, Cue.PROMPT) && !counted ? numberOf(state, i) : -1;
            int name = state.isAt(before + 1, Measure.TOKEN) ? before + 2 : before + 1;
            int after = before > 0 && state.isAt(name, Cue.TUNED_PROMPT) ? numberOf(state, name) : -1;
            if (after > 0) {
                state.candidates.withdraw(before);
                state.candidates.withdraw(after);
                state.claim(SlotName.PROMPT_TOKENS, before, before, before);
                state.claim(SlotName.TUNED_PROMPT_TOKENS, after, after, after);
                return;
            }
        }
    }

    /** {@code instruction 2,650 before and 320 after}: a smaller number behind a larger one of a text that is sent each time. */
    private static void beforeAndAfter(ParseState state) {
        if (!state.has(Cue.AGO) || !namesPrompt(state)) {
            return;
        }
        for (int i = 1; i < state.size(); i++) {
            int past = state.isAt(i + 1, Measure.TOKEN) ? i + 2 : i + 1;
            boolean before = state.isNumberAt(i) && state.isAt(past, Cue.AGO) && isLengthOfPrompt(state, i + 1);
            int join = state.isSymbolAt(past + 1, ',') && state.isAt(past + 2, Cue.AND) ? past + 2 : past + 1;
            int after = join + 1;
            boolean joined = state.isAt(join, Cue.AND) || state.isSymbolAt(join, ',') || state.isSlash(join);
            int end = state.isAt(after + 1, Measure.TOKEN) ? after + 2 : after + 1;
            boolean tuned = state.at(end) != null
                    && !state.isNumberAt(end)
                    && (state.isAt(end, Trait.AFTER) || state.hasTyped(end, Trait.AFTERWARDS));
            if (before && joined && tuned && isSmaller(state, after, i)) {
                state.candidates.withdraw(i);
                state.candidates.withdraw(after);
                state.claim(SlotName.PROMPT_TOKENS, i, i, past);
                tuned(state, after);
                return;
            }
        }
    }

    /** Returns the index of the number behind a name, or -1. */
    private static int numberOf(ParseState state, int name) {
        int number = state.isAssignmentAt(name + 1) ? name + 2 : name + 1;
        return state.isNumberAt(number) ? number : -1;
    }

    /** {@code 2.2k lore prompt -> 180}: words for the prompt stand between its length and the arrow. */
    private static void namedBeforeArrow(ParseState state) {
        for (int i = 2; i < state.size() - 1; i++) {
            if (!state.isAt(i, Cue.TO) || !state.isAt(i - 1, Cue.PROMPT) || !state.isNumberAt(i + 1)) {
                continue;
            }
            int length = i - 2;
            while (length > i - REACH_OF_NAME && !state.isNumberAt(length) && !state.isBreakAt(length)) {
                length--;
            }
            Token before = state.at(length);
            if (before != null
                    && before.isNumber()
                    && before.use != Token.Use.SLOT
                    && isSmaller(state, i + 1, length)) {
                state.candidates.withdraw(i + 1);
                state.claim(SlotName.PROMPT_TOKENS, length, length, i);
                tuned(state, i + 1);
                return;
            }
        }
    }

    /** {@code a tuned one with a 120 token prompt against the untuned one with 2,400}: tuning makes no prompt longer. */
    private static void order(ParseState state) {
        List<SlotCandidates.Candidate> candidates = state.candidates.all();
        int before = indexOf(candidates, SlotName.PROMPT_TOKENS);
        int after = indexOf(candidates, SlotName.TUNED_PROMPT_TOKENS);
        if (before < 0 || after < 0) {
            return;
        }
        SlotCandidates.Candidate prompt = candidates.get(before);
        SlotCandidates.Candidate tuned = candidates.get(after);
        if (prompt.numeral().value().compareTo(tuned.numeral().value()) < 0) {
            state.candidates.replace(before, tuned.as(SlotName.PROMPT_TOKENS));
            state.candidates.replace(after, prompt.as(SlotName.TUNED_PROMPT_TOKENS));
        }
    }

    private static int indexOf(List<SlotCandidates.Candidate> candidates, SlotName<?> slot) {
        for (int k = 0; k < candidates.size(); k++) {
            if (candidates.get(k).slot() == slot && !candidates.get(k).replaced()) {
                return k;
            }
        }
        return -1;
    }

    /** {@code a 1800 token prompt; after fine-tuning it would be 150 tokens}, {@code drops from 1800 tokens to 150 tokens}. */
    private static void afterTuning(ParseState state, SlotCandidates.Candidate candidate) {
        List<Integer> open = state.candidates.openTokens();
        if (open.size() != 1
                || state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)
                || open.getFirst() < candidate.token()) {
            return;
        }
        int number = open.getFirst();
        boolean later = state.isAt(number + 1, Trait.AFTER) || state.isAt(number + 2, Trait.AFTER);
        for (int i = candidate.token(); i < number; i++) {
            later |= state.isAt(i, Category.TUNING) || state.isAt(i, Cue.TO) || state.isAt(i, Trait.AFTER);
            later |= i == number - 1 && state.hasTyped(i, Trait.IS_NOW);
        }
        if (later) {
            state.candidates.settleOpenTokens();
            tuned(state, number);
        }
    }

    /** {@code 1,100 tokens of instructions, after tuning 150 would do}. */
    private static void sufficing(ParseState state, SlotCandidates.Candidate prompt) {
        boolean tuned = false;
        int end = Math.min(state.size(), prompt.token() + LATER_REACH);
        boolean said = state.hasTypedAnywhere(Trait.IS_ENOUGH) && !state.candidates.has(SlotName.TUNED_PROMPT_TOKENS);
        for (int i = prompt.token() + 1; said && i < end; i++) {
            tuned |= state.isAt(i, Category.TUNING) || state.isAt(i, Trait.AFTER) || state.isAt(i, Cue.TRAINING);
            if (tuned && state.isNumberAt(i) && isEnough(state, i) && isSmaller(state, i, prompt.token())) {
                state.candidates.withdraw(i);
                tuned(state, i);
                return;
            }
        }
    }

    /** {@code 150 would do}, {@code 300 tokens is plenty}, {@code 200 are enough}. */
    private static boolean isEnough(ParseState state, int number) {
        int verb = state.isAt(number + 1, Measure.TOKEN) ? number + 2 : number + 1;
        for (int i = verb; i < verb + REACH_OF_ENOUGH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.isUnitAt(i)) {
                return false;
            }
            if (i > verb && state.hasTyped(i, Trait.IS_ENOUGH)) {
                return true;
            }
        }
        return state.hasTyped(verb, Trait.SUFFICES);
    }

    private static boolean namesPrompt(ParseState state) {
        return state.has(Cue.PROMPT)
                || state.has(Cue.TUNED_PROMPT)
                || state.any(token -> token.is(Trait.PROMPTS))
                || state.hasTypedAnywhere(Trait.INSTRUCTS);
    }

    /** {@code prompts shrink from 1,700 to 120 tokens}, {@code the shorter prompt, 1,500 tokens down to 100}. */
    private static void shrinking(ParseState state) {
        for (int i = 1; i < state.size() - 1; i++) {
            int shrunk = lengthBeforeShrinking(state, i);
            int before = shrunk >= 0 ? shrunk : state.isAt(i - 1, Measure.TOKEN) ? i - 2 : i - 1;
            boolean tokens = shrunk >= 0 || before == i - 2 || state.isAt(i + 2, Measure.TOKEN);
            boolean leads = state.isAt(i, Cue.TO) || isGreater(state.token(i));
            if (leads
                    && state.isNumberAt(before)
                    && isSmaller(state, i + 1, before)
                    && !state.isItemAt(state.isAt(before - 1, Cue.FROM) ? before - 2 : before - 1)
                    && (tokens || isLengthOfPrompt(state, i))) {
                // What was read from the numbers before their role was known.
                state.candidates.withdraw(before);
                state.candidates.withdraw(i + 1);
                state.candidates.add(
                        SlotName.PROMPT_TOKENS,
                        Amounts.counted(state.token(before).numeral()),
                        before);
                state.token(before).use = Token.Use.SLOT;
                tuned(state, i + 1);
                return;
            }
        }
    }

    /** Returns the 1,800 of {@code prompts of 1,800 tokens that would go down to 220}, or -1. */
    private static int lengthBeforeShrinking(ParseState state, int to) {
        boolean shrinks = false;
        for (int i = to; state.has(Cue.TO) && i > to - REACH_OF_SHRINKING && i > 0 && !state.isNumberAt(i); i--) {
            if (state.isAt(i, Measure.TOKEN) && state.isNumberAt(i - 1)) {
                return shrinks && i < to - 1 ? i - 1 : -1;
            }
            shrinks |= state.hasTyped(i, Trait.SHRINKS);
        }
        return -1;
    }

    /** The sign of {@code prompt drops 1800 > 250 tokens}. */
    private static boolean isGreater(Token token) {
        return token.isSymbol('>');
    }

    /** {@code prompt goes 1800 -> 120}: the clause before an arrow names the prompt and no other number. */
    private static boolean isLengthOfPrompt(ParseState state, int arrow) {
        for (int i = arrow - 2; i >= state.clause(arrow).first() && !state.isNumberAt(i); i--) {
            if (state.isAt(i, Cue.PROMPT) || state.hasTyped(i, Trait.PROMPTS) || state.hasTyped(i, Trait.INSTRUCTS)) {
                return true;
            }
        }
        return false;
    }

    static boolean isSmaller(ParseState state, int number, int than) {
        return state.isNumberAt(number)
                && Amounts.counted(state.token(number).numeral())
                                .value()
                                .compareTo(Amounts.counted(state.token(than).numeral())
                                        .value())
                        < 0;
    }

    /** {@code 2,900 tokens of instructions on every call. Tuned, it needs about 350}: a smaller number at the end of a run of words. */
    private static void tunedLater(ParseState state, SlotCandidates.Candidate prompt) {
        if (state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)) {
            return;
        }
        boolean tuned = false;
        int end = Math.min(state.size(), prompt.token() + LATER_REACH);
        for (int i = prompt.token() + 1; i < end; i++) {
            tuned |= state.isAt(i, Category.TUNING)
                    || state.isAt(i, Trait.AFTER)
                    || (state.text.isTranslated() && state.isAt(i, Cue.TRAINING));
            boolean open = tuned
                    && state.isNumberAt(i)
                    && (isBare(state, i) || isWithForeignCounter(state, i))
                    && !state.isBreakAt(i - 1)
                    && !state.isSize(i);
            if (open && isSmaller(state, i, prompt.token())) {
                tuned(state, i);
                return;
            }
        }
    }

    /** {@code a stock gpt-4o with a 1,500-token rubric, our tuned one with no rubric at all}: the same text is gone. */
    private static void noneLater(ParseState state, SlotCandidates.Candidate prompt) {
        int unit = state.isSymbolAt(prompt.token() + 1, '-') ? prompt.token() + 2 : prompt.token() + 1;
        int noun = state.isAt(unit, Measure.TOKEN) ? unit + 1 : unit;
        boolean toNothing = state.has(Cue.TO) && state.hasTypedAnywhere(Trait.NOTHING);
        boolean possible = (toNothing || state.hasTypedAnywhere(Trait.NONE_OF))
                && !state.candidates.has(SlotName.TUNED_PROMPT_TOKENS)
                && state.at(noun) != null;
        boolean named = state.at(noun) != null && state.token(noun).kind == Token.Kind.WORD;
        boolean tuned = false;
        int end = Math.min(state.size(), prompt.token() + LATER_REACH);
        for (int i = prompt.token() + 1; possible && i + 1 < end; i++) {
            if (toNothing && ShortenedPrompts.isNothing(state, i + 1)) {
                state.candidates.add(SlotName.TUNED_PROMPT_TOKENS, Numeral.of(BigDecimal.ZERO), i + 1);
                state.token(i + 1).use = Token.Use.SLOT;
                return;
            }
            tuned |= state.isAt(i, Category.TUNING) || state.isAt(i, Trait.AFTER) || state.isAt(i, Cue.TRAINING);
            boolean none = tuned && !state.isNumberAt(i) && state.hasTyped(i, Trait.NONE_OF);
            boolean text = state.isAt(i + 1, Cue.PROMPT)
                    || state.hasTyped(i + 1, Trait.PROMPTS)
                    || (named
                            && !state.isNumberAt(i + 1)
                            && state.typed(i + 1, i + 1).equals(state.typed(noun, noun)));
            if (none && text) {
                state.candidates.add(SlotName.TUNED_PROMPT_TOKENS, Numeral.of(BigDecimal.ZERO), i + 1);
                state.token(i + 1).use = Token.Use.SLOT;
                return;
            }
        }
    }

    private static boolean isBare(ParseState state, int number) {
        return state.token(number).use == Token.Use.NOTHING
                && (state.isBreakAt(number + 1) || isOfThem(state, number + 1));
    }

    /** The counter of 微调后只要100个 says of nothing what it is. */
    private static boolean isWithForeignCounter(ParseState state, int number) {
        return state.text.isTranslated()
                && state.token(number).use != Token.Use.SLOT
                && state.isAt(number + 1, Measure.OTHER)
                && state.isBreakAt(number + 2);
    }

    /** {@code if the rules (5,500 tokens) move out of the prompt and only 400 remain}: true if what is left is said behind it. */
    private static boolean leavesPrompt(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            int left = state.isNumberAt(i) && state.isAt(i + 1, Measure.TOKEN) ? leftOf(state, i) : -1;
            if (left >= 0) {
                state.candidates.withdraw(i);
                state.claim(SlotName.PROMPT_TOKENS, i, i, i + 1);
                tuned(state, left);
                return true;
            }
        }
        return false;
    }

    /** Returns the index of the smaller number behind {@code out of the prompt} with nothing but words before it, or -1. */
    private static int leftOf(ParseState state, int before) {
        boolean out = false;
        boolean leaves = false;
        for (int i = before + 2; i < Math.min(state.size(), before + LATER_REACH); i++) {
            out |= state.isAt(i, Cue.OUT);
            leaves |= out && state.isAt(i, Cue.PROMPT);
            if (state.isNumberAt(i)) {
                boolean left = leaves
                        && state.token(i).use == Token.Use.NOTHING
                        && state.hasTyped(i + 1, Trait.REMAINS)
                        && isSmaller(state, i, before);
                return left ? i : -1;
            }
        }
        return -1;
    }

    /** {@code gets rid of all but 150 of them}, where nothing but the tokens of the prompt is counted. */
    private static boolean isOfThem(ParseState state, int of) {
        return state.isOfThemAt(of)
                && !state.has(Measure.EXAMPLE)
                && !state.has(Measure.ITEM)
                && !state.candidates.has(SlotName.EXAMPLES);
    }

    static void tuned(ParseState state, int number) {
        Token token = state.token(number);
        state.candidates.add(SlotName.TUNED_PROMPT_TOKENS, Amounts.counted(token.numeral()), number);
        token.use = Token.Use.SLOT;
    }

    private static void second(ParseState state, int place) {
        SlotCandidates.Candidate candidate = state.candidates.all().get(place);
        state.candidates.replace(
                place,
                new SlotCandidates.Candidate(
                        SlotName.TUNED_PROMPT_TOKENS, candidate.numeral(), candidate.token(), false, false));
    }

    /** {@code the prompt is 600 tokens now, it was 3,100 before}: a larger number that is over is the prompt before tuning. */
    private static void formerly(ParseState state, int place) {
        SlotCandidates.Candidate now = state.candidates.all().get(place);
        int first = Math.max(0, now.token() - REACH);
        int end = Math.min(state.size(), now.token() + LATER_REACH);
        for (int i = first; i < end && !state.candidates.has(SlotName.TUNED_PROMPT_TOKENS); i++) {
            if (state.isNumberAt(i) && isOver(state, i) && isSmaller(state, now.token(), i)) {
                second(state, place);
                state.candidates.withdraw(i);
                state.claim(SlotName.PROMPT_TOKENS, i, i, i);
            }
        }
    }

    /** {@code it was 3,100 before}, {@code used to be 3,100}. */
    private static boolean isOver(ParseState state, int number) {
        int next = state.isAt(number + 1, Measure.TOKEN) ? number + 2 : number + 1;
        boolean bare = next > number + 1 || !state.isUnitAt(next);
        return bare && (state.isAt(next, Cue.AGO) || state.isAt(number - 1, Trait.FORMER));
    }

    private static void bareBefore(ParseState state, int place) {
        SlotCandidates.Candidate candidate = state.candidates.all().get(place);
        int link = candidate.token() - 1;
        int first = link - 1;
        boolean linked = state.isAt(link, Cue.TO) || state.isAt(link, Cue.VERSUS);
        if (linked && state.isNumberAt(first) && state.token(first).use != Token.Use.SLOT) {
            second(state, place);
            state.candidates.add(
                    SlotName.PROMPT_TOKENS, Amounts.counted(state.token(first).numeral()), first);
            state.token(first).use = Token.Use.SLOT;
            return;
        }
        laterOn(state, candidate);
    }

    /** {@code my prompt is 3000 tokens and would shrink to 200}, {@code prompt tokens 2200 before, 150 after}. */
    private static void laterOn(ParseState state, SlotCandidates.Candidate candidate) {
        for (int i = candidate.token() + 1; i < Math.min(state.size() - 1, candidate.token() + REACH); i++) {
            boolean linked = state.isAt(i, Cue.TO) || state.isAt(i, Cue.VERSUS) || state.isAt(i + 2, Trait.AFTER);
            Token number = state.token(i + 1);
            boolean later = linked || isWouldBe(state, i, candidate.token());
            if (later && number.isNumber() && number.use == Token.Use.NOTHING) {
                tuned(state, i + 1);
                state.candidates.settle(i + 1);
                return;
            }
        }
    }

    /** {@code the prompt's two thousand tokens now and would be two hundred}: a smaller number that is no count of other things. */
    private static boolean isWouldBe(ParseState state, int be, int prompt) {
        int next = state.isAt(be + 2, Measure.TOKEN) ? be + 3 : be + 2;
        return state.isAt(be, Cue.IS)
                && state.hasTyped(be, Trait.WOULD_BE)
                && isSmaller(state, be + 1, prompt)
                && (next > be + 2 || !state.isUnitAt(next));
    }
}
