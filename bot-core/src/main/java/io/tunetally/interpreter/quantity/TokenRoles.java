package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Finds the words around a number of tokens that say what they are: {@code per example}, {@code in the prompt}, {@code out}. */
final class TokenRoles {
    /** The most words between a role and its number. */
    private static final int REACH = 4;

    /** The most tokens between a length and the word that puts it before each request. */
    private static final int REACH_OF_PASTED = 14;

    /** From here on a length is that of all examples that are held out. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(20_000);

    /** A total from here on is one of tokens, whatever else is said. */
    private static final BigDecimal MOST_THINGS = BigDecimal.valueOf(200_000);

    private final ParseState state;

    /** Whether the message says how long each thing is; null if unknown. */
    private @Nullable Boolean lengthOfEach;

    TokenRoles(ParseState state) {
        this.state = state;
    }

    @Nullable SlotName<?> of(int first, int last) {
        if (isPasted(first, last)) {
            return SlotName.PROMPT_TOKENS;
        }
        if (isTrainedBesideValidation(first, last)) {
            return SlotName.TOTAL_TOKENS;
        }
        // "prompt 1500 tokens tuned prompt 200 tokens"
        boolean prompt = state.isAt(last + 1, Cue.PROMPT) || state.isAt(last + 1, Cue.TUNED_PROMPT);
        boolean namesNext = prompt && state.isNumberAt(last + 2) && role(first - 1, first, last) != null;
        SlotName<?> average = null;
        for (int i = first; i <= (namesNext ? last : last + 1); i++) {
            SlotName<?> slot = role(i, first, last);
            // "450 avg input tokens": whose average it is, stands beside it.
            if (slot != null && !state.isAt(i, Cue.AVERAGE)) {
                return slot;
            }
            average = slot == null ? average : slot;
        }
        if (average != null) {
            return average;
        }
        boolean instructs = state.hasTyped(last + 1, Trait.PROMPTS)
                || (state.hasTyped(last + 1, Trait.INSTRUCTS) && (isTraffic() || state.has(Intent.BREAKEVEN)));
        if (state.at(last + 1) != null && instructs && !state.isNumberAt(first - 1)) {
            // "the 3,500 token instructions", "a 1,500-token rubric"
            return SlotName.PROMPT_TOKENS;
        }
        if (state.at(last + 1) != null
                && state.token(last + 1).kind == Token.Kind.WORD
                && state.isAt(last + 2, Cue.PROMPT)) {
            // "a 1,900 token lore prompt"
            return SlotName.PROMPT_TOKENS;
        }
        SlotName<?> before = role(first - 1, first, last);
        if (before != null && !isOtherNumberBefore(first - 1)) {
            return before;
        }
        return leading(first, last);
    }

    /** The first length of {@code training 1.1M tokens validation 80k tokens}: each name stands before its number. */
    private boolean isTrainedBesideValidation(int first, int last) {
        int name = state.isSymbolAt(last + 1, ',') || state.isSlash(last + 1) || state.isAt(last + 1, Cue.AND)
                ? last + 2
                : last + 1;
        int number = state.isAssignmentAt(name + 1) ? name + 2 : name + 1;
        int trained = state.isAssignmentAt(first - 1) ? first - 2 : first - 1;
        return state.isAt(trained, Cue.TRAINING)
                && state.isAt(name, Cue.VALIDATION)
                && state.isNumberAt(number)
                && state.isAt(number + 1, Measure.TOKEN);
    }

    private @Nullable SlotName<?> role(int i, int first, int last) {
        Token token = state.at(i);
        Cue cue = token == null ? null : token.cue();
        if (i < first && isOfWholeExample(i)) {
            return SlotName.TOKENS_PER_EXAMPLE;
        }
        if (isAnswer(i) || (i == last + 1 && state.hasTyped(i, Trait.PRODUCED) && isTraffic())) {
            return SlotName.OUTPUT_TOKENS;
        }
        if (i > first && i < last && state.hasTyped(i, Trait.TEACHER)) {
            return SlotName.ANSWER_TOKENS;
        }
        if (cue == null) {
            return i > first && i <= last + 1 && token != null && state.isItemAt(i) && !isCounted(i)
                    ? SlotName.TOKENS_PER_EXAMPLE
                    : null;
        }
        return switch (cue) {
            case EACH ->
                !state.isAt(i + 1, Measure.REQUEST)
                        ? SlotName.TOKENS_PER_EXAMPLE
                        : i > last ? promptOr(SlotName.INPUT_TOKENS, first, last) : SlotName.INPUT_TOKENS;
            case PER -> i == last + 1 ? perUnit(i + 1, first, last) : null;
            case ARTICLE -> i == last + 1 && state.isItemAt(i + 1) ? SlotName.TOKENS_PER_EXAMPLE : null;
            case VALIDATION -> SlotName.VALIDATION_TOKENS;
            case GRADER -> isGrader(state, i) ? SlotName.GRADER_TOKENS : null;
            case ROLLOUT -> SlotName.ROLLOUT_TOKENS;
            case BILLED -> SlotName.BILLED_TOKENS;
            case INPUT -> SlotName.INPUT_TOKENS;
            case OUTPUT -> SlotName.OUTPUT_TOKENS;
            case TUNED_PROMPT -> SlotName.TUNED_PROMPT_TOKENS;
            case PROMPT -> promptOrUsage(i);
            case IN ->
                i != last + 1 || state.hasTyped(i, Trait.PASTED)
                        ? null
                        : isOfGrader(i) ? SlotName.GRADER_TOKENS : inOf(i);
            case OUT -> i == last + 1 ? SlotName.OUTPUT_TOKENS : null;
            case TOTAL -> SlotName.TOTAL_TOKENS;
            case TRAINING -> i > first && i < last ? SlotName.TOTAL_TOKENS : null;
            case LONG -> i == last + 1 ? promptOr(SlotName.TOKENS_PER_EXAMPLE, first, last) : null;
            case OF, FOR -> i == last + 1 ? of(i) : null;
            case AVERAGE -> i == last + 1 ? averageOf(i + 1) : SlotName.TOKENS_PER_EXAMPLE;
            default -> null;
        };
    }

    /** {@code 1k tok avg input}: of a request, where a side of it is named. */
    private SlotName<?> averageOf(int side) {
        return state.isAt(side, Cue.INPUT)
                ? SlotName.INPUT_TOKENS
                : state.isAt(side, Cue.OUTPUT)
                        ? SlotName.OUTPUT_TOKENS
                        : state.isAt(side, Cue.PROMPT) ? promptOrUsage(side) : SlotName.TOKENS_PER_EXAMPLE;
    }

    /** {@code "prompt_tokens": 1843, "completion_tokens": 212}: OpenAI's usage calls the whole input a prompt. */
    SlotName<?> promptOrUsage(int i) {
        return state.hasTyped(i, Trait.USAGE_PROMPT) && state.hasTypedAnywhere(Trait.USAGE_COMPLETION)
                ? SlotName.INPUT_TOKENS
                : SlotName.PROMPT_TOKENS;
    }

    /** {@code 3M tokens of grader}, {@code 2M tokens for the judge}; {@code 7k tokens of examples in every call}. */
    private @Nullable SlotName<?> of(int link) {
        boolean prompt = state.isAt(link, Cue.OF) && (isOfEveryRequest(link + 1) || areInstructions(link + 1));
        return isOfGrader(link) ? SlotName.GRADER_TOKENS : prompt ? SlotName.PROMPT_TOKENS : null;
    }

    private boolean isOfGrader(int link) {
        int named = state.hasTyped(link + 1, Trait.DEFINITE_ARTICLE) ? link + 2 : link + 1;
        return isGrader(state, named);
    }

    /** True of the grader of a reinforcement; {@code 480 grading sheets} and {@code our grading rules} are things and a prompt where nothing is reinforced. */
    static boolean isGrader(ParseState state, int i) {
        if (!state.isAt(i, Cue.GRADER)) {
            return false;
        }
        boolean reinforced = state.has(Category.OBJECTIVES)
                || state.has(Cue.ROLLOUT)
                || state.remembered.has(SlotName.OBJECTIVE)
                || state.remembered.has(SlotName.GRADER_TOKENS);
        int noun = i + 1;
        boolean thing = state.at(noun) != null
                && !state.isNumberAt(noun)
                && !state.isAt(noun, Measure.TOKEN)
                && (state.isPluralAt(noun)
                        || state.isItemAt(noun)
                        || state.hasTyped(noun, Trait.INSTRUCTS)
                        || state.hasTyped(noun, Trait.PROMPTS));
        return reinforced || !thing;
    }

    /** {@code 1200 tokens in}: of a request, where the message or the conversation is about what a model is asked and answers. */
    private @Nullable SlotName<?> inOf(int in) {
        boolean goesIn = state.isBreakAt(in + 1) && state.assumesLengths();
        return goesIn || namesOutput(state) ? SlotName.INPUT_TOKENS : null;
    }

    /** {@code the slips of 31 shops, 4,200 in total, say 130 tokens per slip}: where the length of each is said, the total counts them. */
    boolean isTotalOfThings(int total) {
        if (lengthOfEach == null) {
            lengthOfEach = saysLengthOfEach();
        }
        return lengthOfEach
                && Amounts.counted(state.token(total).numeral()).value().compareTo(MOST_THINGS) < 0;
    }

    private boolean saysLengthOfEach() {
        for (int i = 2; i < state.size(); i++) {
            boolean each = state.isAt(i, Cue.EACH) || (state.isAt(i, Cue.PER) && !state.isAt(i + 1, Measure.REQUEST));
            if (each && state.isAt(i - 1, Measure.TOKEN) && state.isNumberAt(i - 2)) {
                return true;
            }
        }
        return false;
    }

    /** {@code one question with its answer is 120 tokens}: both are one example. */
    private boolean isOfWholeExample(int answer) {
        if (!state.isAt(answer, Cue.OUTPUT) && !state.hasTyped(answer, Trait.ANSWERED)) {
            return false;
        }
        int link = answer - 1;
        while (state.isAt(link, Cue.ARTICLE)
                || state.hasTyped(link, Trait.DEFINITE_ARTICLE)
                || state.hasTyped(link, Trait.OWNER)
                || state.isAt(link, Cue.PERSON)) {
            link--;
        }
        boolean joined = state.isAt(link, Cue.OF)
                || state.isAt(link, Cue.AND)
                || state.hasTyped(link, Trait.INCLUDES)
                || (!state.isNumberAt(link) && state.hasTyped(link, Trait.PLUS));
        return joined
                && (state.isItemAt(link - 1) || state.isAt(link - 1, Cue.PROMPT))
                && (state.unitFinder.countsExamples() || !isTraffic());
    }

    /** {@code answers run to 180 tokens}, where the message is about traffic. */
    boolean isAnswer(int i) {
        Token token = state.at(i);
        return token != null && !token.isNumber() && state.hasTyped(i, Trait.ANSWERED) && !isOfData(i) && isTraffic();
    }

    /** The answers of {@code 5,000 old answers of 300 tokens} are counted, unlike those of {@code 200 short answers a day}. */
    boolean isOfData(int answers) {
        if (state.isNumberAt(answers - 1)) {
            return true;
        }
        int count = answers - 2;
        while (count > answers - REACH && !state.isNumberAt(count) && !state.isBreakAt(count)) {
            count--;
        }
        return state.isCountAt(count)
                && isCountOf(count, answers)
                && state.isPluralAt(answers)
                && !state.isRateAt(answers + 1);
    }

    /** Of {@code 500 answers}, {@code 500 model answers}. */
    private boolean isCountOf(int count, int answers) {
        int noun = state.unitFinder.right(count);
        return noun == answers || (noun > count && noun < answers && state.isAt(noun, Measure.OTHER));
    }

    private boolean isTraffic() {
        return state.has(Measure.REQUEST)
                || state.has(Category.RATES)
                || state.has(Category.PERIODS)
                || state.has(Measure.DAY)
                || state.candidates.has(SlotName.REQUESTS_PER_DAY)
                || (state.remembered.has(SlotName.REQUESTS_PER_DAY)
                        && !state.remembered.has(SlotName.TOKENS_PER_EXAMPLE));
    }

    /** {@code 450 tokens per example}, {@code 800 tokens per call}. */
    private @Nullable SlotName<?> perUnit(int unit, int first, int last) {
        if (state.isItemAt(unit) || state.isAt(unit, Cue.EACH)) {
            return SlotName.TOKENS_PER_EXAMPLE;
        }
        Token named = state.at(unit);
        if (named != null && named.kind == Token.Kind.WORD && state.unitFinder.countsExamples()) {
            return SlotName.TOKENS_PER_EXAMPLE;
        }
        return state.isAt(unit, Measure.REQUEST) ? promptOr(SlotName.INPUT_TOKENS, first, last) : null;
    }

    /** Returns the prompt where the phrase is about one: {@code the system prompt is 3,500 tokens long}. */
    private SlotName<?> promptOr(SlotName<?> otherwise, int first, int last) {
        SlotName<?> leading = leading(first, last);
        if (leading == SlotName.PROMPT_TOKENS || leading == SlotName.TUNED_PROMPT_TOKENS) {
            return leading;
        }
        for (int i = state.clause(first).first(); i < first; i++) {
            boolean prompts = state.hasTyped(i, Trait.PROMPTS) && !state.isNumberAt(i - 1) && !state.isNumberAt(i);
            if (state.isAt(i, Cue.PROMPT) || prompts) {
                return SlotName.PROMPT_TOKENS;
            }
        }
        return otherwise;
    }

    /** {@code with all rules pasted in, 2,800 tokens}, {@code three pages of exclusions, 3,600 tokens, glued to each letter}: the first length there. */
    private boolean isPasted(int first, int last) {
        if (!state.hasTypedAnywhere(Trait.PASTED)
                || !(isTraffic() || state.has(Cue.UNTUNED))
                || state.candidates.has(SlotName.PROMPT_TOKENS)) {
            return false;
        }
        Sentence sentence = state.sentence(first);
        int end = Math.min(sentence.end(), last + REACH_OF_PASTED);
        boolean pasted = false;
        boolean verb = false;
        boolean otherLength = false;
        boolean instructs = state.hasTyped(last + 1, Trait.INSTRUCTS);
        for (int i = Math.max(sentence.first(), first - REACH_OF_PASTED); i < end; i++) {
            if (i < first && state.isAt(i, Measure.TOKEN)) {
                // "35 tokens each, guidelines of 600 tokens in front of every one": nothing but what is behind counts.
                otherLength = true;
                pasted = false;
                instructs = state.hasTyped(last + 1, Trait.INSTRUCTS);
            }
            pasted &= i != first || !otherLength;
            boolean told = !state.isNumberAt(i) && state.hasTyped(i, Trait.PASTED);
            pasted |= told;
            // "we paste a two-page protocol, 1,600 tokens, ahead of every report": whatever it is called.
            instructs |= told && i > last && verb && !otherLength;
            verb |= told && i < first;
            instructs |= i < first && (state.hasTyped(i, Trait.INSTRUCTS) || state.isAt(i, Cue.PROMPT));
        }
        return pasted && instructs;
    }

    /** {@code 7k tokens of examples in every call}. */
    private boolean isOfEveryRequest(int examples) {
        return state.isItemAt(examples)
                && (state.isAt(examples + 2, Measure.REQUEST) || state.isAt(examples + 3, Measure.REQUEST));
    }

    /** {@code 1,000 tokens of store rules}, {@code 85 tokens of system}. */
    private boolean areInstructions(int from) {
        if (state.hasTyped(from, Trait.SYSTEM_TEXT) && state.isBreakAt(from + 1)) {
            return true;
        }
        for (int i = from; i < from + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            // "2M tokens of instruction data"
            if (state.hasTyped(i, Trait.INSTRUCTS) && !state.hasTyped(i + 1, Trait.TRAINING_DATA)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCounted(int unit) {
        return state.isNumberAt(unit + 1) && state.unitFinder.isNamed(unit + 1);
    }

    /**
     * A role further to the left, within the same phrase: {@code the system prompt is about 1500 tokens}, {@code the
     * prompt would shrink from 1800 to 250 tokens}.
     */
    private @Nullable SlotName<?> leading(int first, int last) {
        int reach = first - REACH;
        for (int i = first - 1; i >= 0 && i >= reach; i--) {
            Token token = state.token(i);
            if (token.isNumber() && state.isAt(i - 1, Cue.FROM) && state.isAt(i + 1, Cue.TO)) {
                reach = --i - REACH;
                continue;
            }
            if (token.isNumber() || (state.isBreakAt(i) && !token.isSymbol(','))) {
                return null;
            }
            boolean ofExample = (token.is(Measure.EXAMPLE) || token.is(Measure.ITEM))
                    && i >= first - REACH
                    && !isAnswer(i)
                    && linksExample(i, first);
            if (ofExample) {
                return SlotName.TOKENS_PER_EXAMPLE;
            }
            SlotName<?> slot = role(i, first, last);
            if (slot == SlotName.VALIDATION_TOKENS && isOfNumberBefore(i, first)) {
                return null;
            }
            if (slot != null) {
                return slot;
            }
        }
        return null;
    }

    /** {@code minus 15% for test, 600 tokens}: what is held back is the number of the clause before. */
    private boolean isOfNumberBefore(int cue, int first) {
        boolean counted = state.terse
                && cue == first - 1
                && state.isNumberAt(cue - 1)
                && !state.unitFinder.isNamed(cue - 1)
                && state.isNumberAt(first)
                && Amounts.counted(state.token(first).numeral()).value().compareTo(LONGEST) < 0;
        if (counted) {
            // "6200ex incl 700 heldout 990tok"
            return true;
        }
        int start = state.clause(cue).first();
        for (int i = cue - 1; i >= start && state.clause(first).first() > cue; i--) {
            if (state.isNumberAt(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean linksExample(int example, int first) {
        if (state.isAt(example - 1, Cue.EACH) || state.isAt(example - 1, Cue.EVERY)) {
            return true;
        }
        for (int i = example + 1; i < first; i++) {
            if (state.isAt(i, Cue.OF) || state.isAt(i, Cue.AVERAGE) || state.isAt(i, Cue.EACH)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOtherNumberBefore(int cue) {
        int before = cue - 1;
        return state.isNumberAt(before) || (state.isAt(before, Measure.TOKEN) && state.isNumberAt(before - 1));
    }

    /** True if the message speaks of an output, so that an {@code in} names the input. */
    static boolean namesOutput(ParseState state) {
        return state.has(Cue.OUT) || state.has(Cue.OUTPUT);
    }

    /** The {@code rpd} of {@code rpd 120k} and {@code 4.1 rpd 120k}, but not of {@code 800 rpd 400 in}: it belongs to the number behind it. */
    static boolean isRateOfNext(ParseState state, int rate) {
        return state.isAt(rate, Category.RATES)
                && (!state.isNumberAt(rate - 1) || state.isOfMention(rate - 1) || state.unitFinder.isNamed(rate - 1));
    }

    /** {@code questions come in at 25 a day}: traffic. */
    static boolean comesIn(ParseState state, int number) {
        return state.hasTyped(number - 1, Trait.LOCATIVE) && state.isRateAt(number + 1);
    }

    /** {@code the caller's text 65, reply 105}. */
    static boolean isTextOfPerson(ParseState state, int name) {
        return state.hasTyped(name, Trait.PAGES_OF_TEXT) && state.hasTyped(name - 1, Trait.WHO_WRITES);
    }
}
