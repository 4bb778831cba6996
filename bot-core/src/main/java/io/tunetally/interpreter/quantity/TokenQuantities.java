package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides which token slot a number of tokens fills, if any. */
final class TokenQuantities {
    /** From this size on an amount is a data set, even beside a count of examples: no example is that long. */
    private static final BigDecimal TOO_LONG_FOR_AN_EXAMPLE = BigDecimal.valueOf(200_000);

    private static final int REACH = 4;

    /** The words between a role and its number within a clause. */
    private static final int WIDE_REACH = 8;

    private static final BigDecimal MOST_SHOTS = BigDecimal.valueOf(20);

    private final ParseState state;
    private @Nullable Boolean asksForExamples;
    private @Nullable Boolean onGpus;
    /** The index of the next word for caching, per position; allocated when a share is first read. */
    private int @Nullable [] nextCached;

    TokenQuantities(ParseState state) {
        this.state = state;
    }

    /** {@code 500/200 in/out}, {@code 500/200 tokens input/output}. */
    void readPair() {
        for (int i = 2; i < state.size(); i++) {
            boolean in = state.isAt(i - 2, Cue.IN) || state.isAt(i - 2, Cue.INPUT);
            boolean out = state.isAt(i, Cue.OUT) || state.isAt(i, Cue.OUTPUT);
            if (in && out && (state.isSlash(i - 1) || state.isAt(i - 1, Cue.AND))) {
                pairBefore(i - 3);
            }
        }
        boolean named = isInputOutputPair();
        boolean slash = state.has(Measure.TOKEN) && (state.has(Measure.REQUEST) || state.has(Category.RATES));
        for (int i = 0; i < state.size() && (named || slash); i++) {
            if (named) {
                readNamedPair(i);
            }
            if (slash) {
                readSlashPair(i);
            }
        }
    }

    /** {@code in 600 out 150}, {@code in 600 tokens, out 150 tokens}. */
    private void readNamedPair(int in) {
        boolean named = state.isAt(in, Cue.IN) || state.isAt(in, Cue.INPUT);
        int first = in + 1;
        boolean afterNumber = state.isNumberAt(in - 1) || state.isAt(in - 1, Measure.TOKEN);
        if (!named || afterNumber || !state.isNumberAt(first) || state.token(first).use != Token.Use.NOTHING) {
            return;
        }
        int out = state.isAt(first + 1, Measure.TOKEN) ? first + 2 : first + 1;
        while (state.isSymbolAt(out, ',') || state.isSlash(out) || state.isAt(out, Cue.AND)) {
            out++;
        }
        boolean pair = (state.isAt(out, Cue.OUT) || state.isAt(out, Cue.OUTPUT))
                && state.isNumberAt(out + 1)
                && !state.isAt(out + 2, Cue.OUT)
                && !state.isAt(out + 2, Cue.OUTPUT);
        if (pair) {
            claim(SlotName.INPUT_TOKENS, first, in, first);
            claim(SlotName.OUTPUT_TOKENS, out + 1, out, out + 1);
            use(out + 2);
            use(first + 1);
        }
    }

    private void use(int unit) {
        if (state.isAt(unit, Measure.TOKEN)) {
            state.token(unit).use = Token.Use.CONNECTIVE;
        }
    }

    /** {@code 300/20 tokens} beside requests. */
    private void readSlashPair(int slash) {
        boolean pair = state.isSlash(slash)
                && state.isNumberAt(slash - 1)
                && state.isNumberAt(slash + 1)
                && state.isAt(slash + 2, Measure.TOKEN)
                && !state.isSlash(slash - 2)
                && state.token(slash - 1).use == Token.Use.NOTHING;
        if (pair) {
            claim(SlotName.INPUT_TOKENS, slash - 1, slash - 1, slash);
            claim(SlotName.OUTPUT_TOKENS, slash + 1, slash + 1, slash + 2);
        }
    }

    private void pairBefore(int at) {
        int last = state.isAt(at, Measure.TOKEN) ? at - 1 : at;
        boolean pair = state.isNumberAt(last)
                && (state.isSlash(last - 1) || state.isAt(last - 1, Cue.AND))
                && state.isNumberAt(last - 2);
        if (pair) {
            claim(SlotName.INPUT_TOKENS, last - 2, last - 2, last - 2);
            claim(SlotName.OUTPUT_TOKENS, last, last, last);
        }
    }

    void read(int number, int unit, boolean follows) {
        int first = Math.min(number, unit);
        int last = Math.max(number, unit);
        if (isSpeed(last)) {
            speed(number, unit, last);
            return;
        }
        if (isPriced(last)) {
            ignore(number, unit);
            return;
        }
        SlotName<?> slot = isOfQuestion(first) ? SlotName.INPUT_TOKENS : byRole(first, last);
        if ((slot == null || slot == SlotName.TOKENS_PER_EXAMPLE) && isPromptAfter(first)) {
            slot = SlotName.TUNED_PROMPT_TOKENS;
        }
        if (slot == null) {
            slot = byClause(first, last);
        }
        if (slot == null) {
            slot = bySize(number);
        } else if (slot == SlotName.TOKENS_PER_EXAMPLE && !isPerExample(last + 1) && isTooLong(number)) {
            slot = SlotName.TOTAL_TOKENS;
        }
        if (slot != null) {
            claim(slot, number, first, last);
        } else {
            state.candidates.addOpenTokens(number);
            state.use(first, last, Token.Use.CONNECTIVE);
        }
    }

    /** {@code cut the prompt from 1200 tokens to 80 tokens}. */
    private boolean isPromptAfter(int first) {
        return (state.isAt(first - 1, Cue.TO) || state.isAt(first - 1, Trait.AFTER))
                && state.candidates.has(SlotName.PROMPT_TOKENS)
                && !state.candidates.has(SlotName.TUNED_PROMPT_TOKENS);
    }

    /** {@code 1M tokens per example}, {@code 1M tokens each}: so explicit that no length makes it a total. */
    private boolean isPerExample(int at) {
        return state.isAt(at, Cue.EACH) || (state.isAt(at, Cue.PER) && isExample(at + 1));
    }

    /** {@code 1M tokens = $0.10}. */
    private boolean isPriced(int last) {
        return state.isSymbolAt(last + 1, '=')
                && (state.isSymbolAt(last + 2, '$')
                        || state.isSymbolAt(last + 3, '$')
                        || state.isAt(last + 3, Measure.DOLLAR));
    }

    /** Returns the slot that a word further left in the clause names, or null. */
    private @Nullable SlotName<?> byClause(int first, int last) {
        if (state.isAt(last + 1, Cue.IN)) {
            int set = state.isAt(last + 2, Trait.DEFINITE_ARTICLE) ? last + 3 : last + 2;
            if (state.isAt(set, Cue.TRAINING)) {
                return SlotName.TOTAL_TOKENS;
            }
            if (state.isAt(set, Cue.VALIDATION)) {
                return SlotName.VALIDATION_TOKENS;
            }
        }
        int from = Math.max(state.clause(first).first(), first - WIDE_REACH);
        for (int i = first - 1; i >= from && !state.isNumberAt(i); i--) {
            if (state.isAt(i, Cue.GRADER)) {
                return SlotName.GRADER_TOKENS;
            }
            if (state.isAt(i, Cue.PACKED) && state.isAt(first - 1, Cue.TO)) {
                return SlotName.SEQUENCE_LENGTH;
            }
            if (isAsked(i) && isInputOutputPair() && isIs(i + 1, first)) {
                return SlotName.INPUT_TOKENS;
            }
        }
        return null;
    }

    /** {@code average question 120 tokens, reply 40}. */
    private boolean isOfQuestion(int first) {
        return isInputOutputPair() && state.at(first - 1) != null && isAsked(first - 1);
    }

    private boolean isAsked(int index) {
        return state.hasTyped(index, Trait.ASKED) && !isCountedBefore(index);
    }

    private boolean isCountedBefore(int unit) {
        return state.isNumberAt(unit - 1);
    }

    private boolean isIs(int from, int end) {
        for (int i = from; i < end; i++) {
            if (state.isAt(i, Cue.IS) || state.isAt(i, Trait.HAVING)) {
                return true;
            }
        }
        return false;
    }

    private boolean isTooLong(int number) {
        BigDecimal value = Amounts.counted(state.token(number).numeral()).value();
        return value.compareTo(TOO_LONG_FOR_AN_EXAMPLE) >= 0;
    }

    private boolean isSpeed(int last) {
        return (state.isAt(last + 1, Cue.PER) && isTime(last + 2))
                || (state.isAt(last + 1, Category.PERIODS) && !state.has(Measure.REQUEST));
    }

    /** {@code at 3,000 tokens/s per GPU}: the speed of training if the question is about GPUs. */
    private void speed(int number, int unit, int last) {
        boolean ofTraining = isSecond(last + 2) && state.has(Category.INTENTS) && (state.terse || isOnGpus());
        if (!ofTraining) {
            ignore(number, unit);
            return;
        }
        boolean perGpu = state.isAt(last + 3, Cue.PER) && isGpu(last + 4);
        claim(
                perGpu ? SlotName.TOKENS_PER_SECOND_PER_GPU : SlotName.TOKENS_PER_SECOND,
                number,
                Math.min(number, unit),
                perGpu ? last + 4 : last + 2);
    }

    private boolean isOnGpus() {
        if (onGpus == null) {
            onGpus = SelfHosting.namesGpu(state) || SelfHosting.isMeant(state);
        }
        return onGpus;
    }

    private boolean isGpu(int index) {
        return state.at(index) != null && state.hasTyped(index, Trait.GPU);
    }

    private boolean isSecond(int index) {
        return state.isAt(index, Measure.SECOND)
                || (state.at(index) != null
                        && TimeUnit.abbreviated(state.typed(index, index)).equals(Optional.of(TimeUnit.SECOND)));
    }

    private boolean isTime(int index) {
        Token token = state.at(index);
        Measure measure = token == null ? null : token.measure();
        return (measure != null && measure.isTime())
                || (token != null
                        && TimeUnit.abbreviated(state.typed(index, index)).isPresent());
    }

    private @Nullable SlotName<?> byRole(int first, int last) {
        for (int i = first; i <= last + 1; i++) {
            SlotName<?> slot = role(i, first, last);
            if (slot != null) {
                return slot;
            }
        }
        SlotName<?> before = role(first - 1, first, last);
        if (before != null && !isOtherNumberBefore(first - 1)) {
            return before;
        }
        return leading(first, last);
    }

    private @Nullable SlotName<?> role(int i, int first, int last) {
        Token token = state.at(i);
        Cue cue = token == null ? null : token.cue();
        if (cue == null) {
            return i > first && i <= last + 1 && token != null && isExample(i) && !isCounted(i)
                    ? SlotName.TOKENS_PER_EXAMPLE
                    : null;
        }
        return switch (cue) {
            case EACH -> state.isAt(i + 1, Measure.REQUEST) ? SlotName.INPUT_TOKENS : SlotName.TOKENS_PER_EXAMPLE;
            case PER -> i == last + 1 ? perUnit(i + 1, first, last) : null;
            case VALIDATION -> SlotName.VALIDATION_TOKENS;
            case GRADER -> SlotName.GRADER_TOKENS;
            case ROLLOUT -> SlotName.ROLLOUT_TOKENS;
            case BILLED -> SlotName.BILLED_TOKENS;
            case INPUT -> SlotName.INPUT_TOKENS;
            case OUTPUT -> SlotName.OUTPUT_TOKENS;
            case TUNED_PROMPT -> SlotName.TUNED_PROMPT_TOKENS;
            case PROMPT -> SlotName.PROMPT_TOKENS;
            case IN -> i == last + 1 && isInputOutputPair() ? SlotName.INPUT_TOKENS : null;
            case OUT -> i == last + 1 ? SlotName.OUTPUT_TOKENS : null;
            case TOTAL -> SlotName.TOTAL_TOKENS;
            case TRAINING -> i > first && i < last ? SlotName.TOTAL_TOKENS : null;
            case LONG -> i == last + 1 ? promptOr(SlotName.TOKENS_PER_EXAMPLE, first, last) : null;
            case OF -> i == last + 1 && isOfEveryRequest(i + 1) ? SlotName.PROMPT_TOKENS : null;
            case AVERAGE -> SlotName.TOKENS_PER_EXAMPLE;
            default -> null;
        };
    }

    /** {@code 450 tokens per example}, {@code 800 tokens per call}. */
    private @Nullable SlotName<?> perUnit(int unit, int first, int last) {
        if (isExample(unit) || state.isAt(unit, Cue.EACH)) {
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
            if (state.isAt(i, Cue.PROMPT)) {
                return SlotName.PROMPT_TOKENS;
            }
        }
        return otherwise;
    }

    /** {@code 7k tokens of examples in every call}. */
    private boolean isOfEveryRequest(int examples) {
        return isExample(examples)
                && (state.isAt(examples + 2, Measure.REQUEST) || state.isAt(examples + 3, Measure.REQUEST));
    }

    private boolean isExample(int index) {
        return state.isAt(index, Measure.EXAMPLE) || state.isAt(index, Measure.ITEM);
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
                    && linksExample(i, first);
            if (ofExample) {
                return SlotName.TOKENS_PER_EXAMPLE;
            }
            SlotName<?> slot = role(i, first, last);
            if (slot != null) {
                return slot;
            }
        }
        return null;
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

    private boolean isInputOutputPair() {
        return state.has(Cue.OUT) || state.has(Cue.OUTPUT);
    }

    private @Nullable SlotName<?> bySize(int number) {
        BigDecimal value = Amounts.counted(state.token(number).numeral()).value();
        boolean examples = state.unitFinder.countsExamples() || isFactor(number) || asksForExamples();
        if (examples && value.compareTo(TOO_LONG_FOR_AN_EXAMPLE) < 0) {
            return SlotName.TOKENS_PER_EXAMPLE;
        }
        boolean couldBeBoth =
                value.compareTo(BigDecimal.valueOf(100)) >= 0 && value.compareTo(BigDecimal.valueOf(20_000)) <= 0;
        return !examples && couldBeBoth ? null : SlotName.TOTAL_TOKENS;
    }

    /** {@code how many examples (500 tokens)}. */
    private boolean asksForExamples() {
        if (asksForExamples == null) {
            asksForExamples = state.has(Cue.ABILITY)
                    && state.any(token -> token.is(Cue.ABILITY) && token.is(Trait.ASKS_HOW_MANY));
        }
        return asksForExamples;
    }

    private boolean isFactor(int number) {
        return state.isTimesSign(number - 1) && state.isNumberAt(number - 2);
    }

    /** {@code 800 in / 200 out}, {@code 2k prompt}, {@code input 800}. */
    boolean readWithoutUnit(int i) {
        if (!state.terse && state.isAt(i + 1, Cue.PROMPT) && isFewShots(i)) {
            ignore(i, i + 1);
            return true;
        }
        Token next = state.at(i + 1);
        Cue cue = next == null ? null : next.cue();
        SlotName<?> slot = cue == null
                ? null
                : switch (cue) {
                    case IN -> isInputOutputPair() && !isRatio(i + 2) ? SlotName.INPUT_TOKENS : null;
                    case INPUT -> SlotName.INPUT_TOKENS;
                    case OUT -> isShare(i + 2) ? null : SlotName.OUTPUT_TOKENS;
                    case OUTPUT -> SlotName.OUTPUT_TOKENS;
                    case PROMPT -> SlotName.PROMPT_TOKENS;
                    case TUNED_PROMPT -> SlotName.TUNED_PROMPT_TOKENS;
                    case TOTAL ->
                        state.has(Measure.TOKEN) && !state.isAt(i - 1, Category.UNITS) ? SlotName.TOTAL_TOKENS : null;
                    default -> null;
                };
        if (slot != null) {
            claim(slot, i, i, i + 1);
            return true;
        }
        return namedWithoutUnit(i);
    }

    /** The {@code 5} of {@code 1 in 5}, but not the 200 of {@code 800 in 200 out}. */
    private boolean isRatio(int number) {
        int out = state.isAt(number + 1, Measure.TOKEN) ? number + 2 : number + 1;
        return state.isNumberAt(number) && !state.isAt(out, Cue.OUT) && !state.isAt(out, Cue.OUTPUT);
    }

    /** The {@code of} of {@code 9 out of ten}. */
    private boolean isShare(int of) {
        return state.isAt(of, Cue.OF) && state.isNumberAt(of + 1);
    }

    /** {@code 14 few-shot examples}: their number, not their length. */
    private boolean isFewShots(int number) {
        return state.token(number).numeral().value().compareTo(MOST_SHOTS) <= 0;
    }

    /** {@code the prompt only gets down to 900}: the prompt after tuning. */
    private boolean isPromptDownTo(int number) {
        if (state.candidates.has(SlotName.PROMPT_TOKENS)) {
            return false;
        }
        int from = Math.max(state.clause(number).first(), number - WIDE_REACH);
        for (int i = number - 2; i >= from && !state.isNumberAt(i) && !state.isAt(i, Cue.FROM); i--) {
            if (state.isAt(i, Cue.PROMPT)) {
                return !state.isAt(number + 1, Category.UNITS);
            }
        }
        return false;
    }

    private boolean namedWithoutUnit(int i) {
        boolean to = state.has(Cue.TO) && state.isAt(i - 1, Cue.TO);
        if (to && isPromptDownTo(i)) {
            claim(SlotName.TUNED_PROMPT_TOKENS, i, i, i);
            return true;
        }
        if (to && state.isAt(i - 2, Cue.PACKED)) {
            claim(SlotName.SEQUENCE_LENGTH, i, i - 2, i);
            return true;
        }
        int name = i - 1;
        while (state.isSymbolAt(name, '=')
                || state.isSymbolAt(name, ':')
                || state.isAt(name, Cue.IS)
                || state.isAt(name, Cue.OF)
                || state.isAt(name, Cue.ABOUT)) {
            name--;
        }
        Token token = state.at(name);
        Cue cue = token == null ? null : token.cue();
        SlotName<?> slot = cue == null
                ? null
                : switch (cue) {
                    case INPUT -> SlotName.INPUT_TOKENS;
                    case OUTPUT -> SlotName.OUTPUT_TOKENS;
                    case IN -> isInputOutputPair() && name < i - 1 ? SlotName.INPUT_TOKENS : null;
                    case OUT -> name < i - 1 && !state.isAt(i - 1, Cue.OF) ? SlotName.OUTPUT_TOKENS : null;
                    case PROMPT -> SlotName.PROMPT_TOKENS;
                    case TUNED_PROMPT -> SlotName.TUNED_PROMPT_TOKENS;
                    default -> null;
                };
        if (slot == null) {
            return false;
        }
        claim(slot, i, name, i);
        return true;
    }

    void percent(int i, int sign) {
        int first = Math.min(Math.max(0, i - REACH), state.clause(i).first());
        int last = Math.max(
                Math.min(state.size() - 1, sign + REACH), state.clause(sign).end() - 1);
        int cached = cachedWithin(first, last);
        if (cached >= 0) {
            claim(SlotName.CACHED_PERCENT, i, i, sign);
            state.token(cached).use = Token.Use.CONNECTIVE;
        } else {
            ignore(i, sign);
        }
    }

    /** Returns the first word for caching between two positions, or -1. */
    private int cachedWithin(int first, int last) {
        if (!state.has(Cue.CACHED)) {
            return -1;
        }
        if (nextCached == null) {
            nextCached = new int[state.size()];
            int next = state.size();
            for (int k = state.size() - 1; k >= 0; k--) {
                next = state.isAt(k, Cue.CACHED) ? k : next;
                nextCached[k] = next;
            }
        }
        return nextCached[first] <= last ? nextCached[first] : -1;
    }

    private void claim(SlotName<?> slot, int number, int first, int last) {
        state.candidates.add(slot, Amounts.counted(state.token(number).numeral()), number);
        state.use(first, last, Token.Use.CONNECTIVE);
        state.token(number).use = Token.Use.SLOT;
    }

    private void ignore(int i, int unit) {
        state.token(i).use = Token.Use.KNOWN_NON_SLOT;
        state.token(unit).use = Token.Use.KNOWN_NON_SLOT;
    }
}
