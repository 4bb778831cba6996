package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads the parts that each example of the data consists of as its length: {@code every row has a 900 token system prompt, a question of
 * 150 tokens and an 80 token answer}. Of a request they are several lengths.
 */
public final class ExampleParts {
    /** The most words from the unit of one part to the number of the next one. */
    private static final int REACH = 7;

    /** The most words from the unit of the last part to what it is a part of. */
    private static final int REACH_OF_NOUN = 4;

    /** No part of an example is so long. */
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

    private final ParseState state;

    private ExampleParts(ParseState state) {
        this.state = state;
    }

    /** Claims the numbers before others take them for the lengths of a request. */
    public static void read(ParseState state) {
        if (!state.has(Measure.TOKEN)
                || state.has(Cue.TUNED_PROMPT)
                || state.candidates.has(SlotName.TOKENS_PER_EXAMPLE)) {
            return;
        }
        ExampleParts parts = new ExampleParts(state);
        boolean roles = state.hasTypedAnywhere(Trait.CHAT_ROLE) && parts.readRoles();
        if (!roles && (state.has(Measure.EXAMPLE) || state.hasTypedAnywhere(Trait.SAMPLED_ANSWER))) {
            parts.read();
        }
    }

    /** Claims {@code system 600, user 250, assistant 180 tokens} and {@code 1,100 token system prompt, 200 user, 150 assistant}. */
    private boolean readRoles() {
        for (int i = 0; i < state.size(); i++) {
            boolean leads = isRole(i) && state.isNumberAt(i + 1);
            List<Integer> parts = leads || state.isNumberAt(i) ? rolesFrom(leads ? i + 1 : i, leads) : List.of();
            boolean tokens = parts.stream()
                    .anyMatch(part -> state.isAt(unit(part), Measure.TOKEN) || state.isAt(part + 2, Measure.TOKEN));
            if (parts.size() > 1 && tokens && areOfExamples(parts)) {
                claim(parts);
                return true;
            }
        }
        return false;
    }

    /** Returns the lengths of a list of roles, each of which stands right before its length or right behind it. */
    private List<Integer> rolesFrom(int first, boolean leads) {
        List<Integer> parts = new ArrayList<>(0);
        int next = first;
        while (isLength(next) && isRole(leads ? next - 1 : behindUnit(next))) {
            parts.add(next);
            int end = leads ? behindUnit(next) : behindRole(behindUnit(next));
            while (state.isSymbolAt(end, ',') || state.isSymbolAt(end, '+') || state.isAt(end, Cue.AND)) {
                end++;
            }
            next = leads ? end + 1 : end;
        }
        return parts;
    }

    private boolean isRole(int i) {
        return state.at(i) != null && !state.isNumberAt(i) && state.hasTyped(i, Trait.CHAT_ROLE);
    }

    /** {@code system prompt}, {@code user message}. */
    private int behindRole(int role) {
        boolean noun = state.isAt(role + 1, Cue.PROMPT)
                || state.hasTyped(role + 1, Trait.PROMPTS)
                || state.hasTyped(role + 1, Trait.INPUT_PART);
        return noun ? role + 2 : role + 1;
    }

    private int behindUnit(int number) {
        return state.isAt(unit(number), Measure.TOKEN) ? unit(number) + 1 : number + 1;
    }

    private boolean isLength(int number) {
        return state.isNumberAt(number)
                && state.isPlainCount(number)
                && state.token(number).use == Token.Use.NOTHING
                && value(number).compareTo(MOST) < 0;
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            List<Integer> parts = partsFrom(i);
            if (parts.size() > 1 && isOfEach(parts) && isNamed(parts) && areOfExamples(parts)) {
                claim(parts);
                return;
            }
        }
    }

    /** Returns the numbers of tokens that a sentence adds up from one on. */
    private List<Integer> partsFrom(int first) {
        List<Integer> parts = new ArrayList<>(0);
        int next = isPart(first) ? first : -1;
        while (next >= 0) {
            parts.add(next);
            next = next(unit(next) + 1);
        }
        return parts;
    }

    private int next(int from) {
        boolean joined = false;
        for (int i = from; i <= from + REACH && state.at(i) != null; i++) {
            if (state.isNumberAt(i)) {
                return joined && isPart(i) ? i : -1;
            }
            joined |= state.isAt(i, Cue.AND)
                    || state.hasTyped(i, Trait.PLUS)
                    || state.isSymbolAt(i, '+')
                    || state.isSymbolAt(i, ',')
                    || state.hasTyped(i, Trait.HAVING);
            if (state.isBreakAt(i) && !state.isSymbolAt(i, ',')) {
                return -1;
            }
        }
        return -1;
    }

    /** {@code 900 tokens}, {@code a 600-token prompt}. */
    private boolean isPart(int number) {
        return state.isCountAt(number)
                && state.token(number).use == Token.Use.NOTHING
                && !state.token(number).numeral().isRange()
                && state.isAt(unit(number), Measure.TOKEN)
                && value(number).compareTo(MOST) < 0
                && !state.isAt(unit(number) + 1, Cue.TOTAL);
    }

    private int unit(int number) {
        return state.isSymbolAt(number + 1, '-') ? number + 2 : number + 1;
    }

    /** True if the sentence says that each example has the parts, or counts them: {@code 25k completions at 220 tok plus 600 tok prompts}. */
    private boolean isOfEach(List<Integer> parts) {
        if (areOfCounted(parts)) {
            return true;
        }
        int first = state.sentence(parts.getFirst()).first();
        int end = state.sentence(parts.getLast()).end();
        for (int i = first; i < end; i++) {
            boolean each = state.isAt(i, Cue.EACH)
                    || state.isAt(i, Cue.EVERY)
                    || state.isAt(i, Cue.PER)
                    || state.hasTyped(i, Trait.EACH_ONE);
            if (each) {
                return true;
            }
        }
        return false;
    }

    private boolean areOfCounted(List<Integer> parts) {
        int lead = parts.getFirst() - 1;
        return state.isAt(lead, Trait.LOCATIVE)
                && state.isNumberAt(lead - 2)
                && state.hasTyped(lead - 1, Trait.SAMPLED_ANSWER);
    }

    /** True if one of the parts is said to be one: the prompt, what is asked, what is answered. */
    private boolean isNamed(List<Integer> parts) {
        int end = Math.min(state.sentence(parts.getLast()).end(), unit(parts.getLast()) + REACH);
        for (int i = parts.getFirst() + 1; i < end; i++) {
            boolean part = state.isAt(i, Cue.PROMPT)
                    || state.isAt(i, Cue.OUTPUT)
                    || state.hasTyped(i, Trait.PROMPT_PART)
                    || state.hasTyped(i, Trait.INPUT_PART)
                    || state.hasTyped(i, Trait.EXAMPLE_SIDE)
                    || state.hasTyped(i, Trait.ANSWERED);
            if (part) {
                return true;
            }
        }
        return false;
    }

    /** True if no word up to the parts is one of traffic, and, where a message has traffic, one is the word for examples. */
    private boolean areOfExamples(List<Integer> parts) {
        int end = Math.min(state.sentence(parts.getLast()).end(), unit(parts.getLast()) + REACH_OF_NOUN);
        boolean examples = areOfCounted(parts);
        for (int i = state.sentence(parts.getFirst()).first(); i < end; i++) {
            if (isOfTraffic(i)) {
                return false;
            }
            examples |= state.isAt(i, Measure.EXAMPLE);
        }
        boolean traffic = state.has(Measure.REQUEST)
                || state.has(Category.RATES)
                || state.has(Category.PERIODS)
                || state.remembered.has(SlotName.REQUESTS_PER_DAY);
        return examples || !traffic;
    }

    private boolean isOfTraffic(int i) {
        // "600 tok prompts" are a part of each example.
        boolean part = state.isAt(i - 1, Measure.TOKEN) && state.hasTyped(i, Trait.PROMPTS);
        boolean sampled = state.hasTyped(i, Trait.SAMPLED_ANSWER);
        return (state.isAt(i, Measure.REQUEST) && !part && !sampled)
                || state.isRateAt(i)
                || state.isAt(i, Category.PERIODS);
    }

    private void claim(List<Integer> parts) {
        int first = parts.getFirst();
        BigDecimal sum = parts.stream().map(this::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        for (int part : parts) {
            state.candidates.settle(part);
            state.token(part).use = Token.Use.SLOT;
            if (state.isAt(unit(part), Measure.TOKEN)) {
                state.token(unit(part)).use = Token.Use.CONNECTIVE;
            }
        }
        state.candidates.addDerived(SlotName.TOKENS_PER_EXAMPLE, Numeral.of(sum), first);
        state.candidates.explain(
                SlotName.TOKENS_PER_EXAMPLE,
                sum,
                parts.stream().map(part -> value(part).toPlainString()).collect(Collectors.joining(" + ")));
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
