package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the lengths of two things beside each other, where traffic is told, as what goes in and what comes out: {@code diff is
 * 1k tokens, message 40}, {@code 60 tokens from us and 90 back}, {@code transcripts run to 2,200 tokens and the summary to 130}.
 */
public final class RequestLengths {
    /** No text that is sent is longer. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(50_000);

    /** The most tokens from a length to the next one. */
    private static final int REACH = 8;

    /** The most tokens from an answer to its length. */
    private static final int REACH_OF_ANSWER = 12;

    /** The most words between a thing and its length, or between a length and its thing. */
    private static final int LINKS = 4;

    private static final Set<SlotName<?>> REPLACED = Set.of(
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.INPUT_TOKENS,
            SlotName.OUTPUT_TOKENS,
            SlotName.TUNED_PROMPT_TOKENS,
            SlotName.EXAMPLES,
            SlotName.TOTAL_TOKENS);

    private final ParseState state;

    private RequestLengths(ParseState state) {
        this.state = state;
    }

    /**
     * Reads them before weights decide what the numbers are.
     *
     * @param ofExamples whether they are the two sides of each example, in a message about training alone
     */
    public static void read(ParseState state, boolean ofExamples) {
        boolean traffic = state.candidates.has(SlotName.REQUESTS_PER_DAY)
                || (state.mayEdit() && state.remembered.has(SlotName.REQUESTS_PER_DAY));
        boolean known = state.candidates.has(SlotName.INPUT_TOKENS) && state.candidates.has(SlotName.OUTPUT_TOKENS);
        if (known || !state.has(Measure.TOKEN)) {
            return;
        }
        RequestLengths lengths = new RequestLengths(state);
        if (traffic) {
            lengths.read();
            lengths.readBehindRate();
        } else if (ofExamples) {
            lengths.read();
        }
        if (state.hasTypedAnywhere(Trait.SHRINKS)) {
            lengths.readChanged();
        }
        if (state.mayEdit() && state.assumesLengths()) {
            lengths.readNamed();
        }
    }

    /** Reads the length behind a rate once that of the answer is known, however it was found. */
    public static void readSent(ParseState state) {
        boolean answers = state.candidates.has(SlotName.OUTPUT_TOKENS) && !state.candidates.has(SlotName.INPUT_TOKENS);
        if (answers && state.candidates.has(SlotName.REQUESTS_PER_DAY) && state.has(Measure.TOKEN)) {
            RequestLengths lengths = new RequestLengths(state);
            lengths.readBehindRate();
            lengths.readOfSentThings();
        }
    }

    /** The 350 of {@code 1.1M texts to label once, the texts are 350 tokens}: what is sent is named again with its length. */
    private void readOfSentThings() {
        List<Integer> sent = state.candidates.numbersOf(SlotName.REQUESTS_PER_DAY);
        if (sent.size() != 1 || !state.isItemAt(sent.getFirst() + 1) || state.candidates.has(SlotName.INPUT_TOKENS)) {
            return;
        }
        String named = state.typed(sent.getFirst() + 1, sent.getFirst() + 1);
        boolean trained = state.candidates.numbersOf(SlotName.EXAMPLES).stream()
                .anyMatch(count -> state.at(count + 1) != null
                        && state.typed(count + 1, count + 1).equals(named));
        for (int i = 1; !trained && i < state.size(); i++) {
            int thing = hasUnit(i) && isLength(i) && isOpen(i)
                    ? thingBefore(i, state.sentence(i).first())
                    : -1;
            if (thing >= 0 && state.typed(thing, thing).equals(named)) {
                put(SlotName.INPUT_TOKENS, i);
                return;
            }
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            int other = isLength(i) ? next(i) : -1;
            boolean pair = other >= 0 && isLength(other) && (hasUnit(i) || hasUnit(other));
            if (pair && isBesideData(i, other) && read(i, other)) {
                return;
            }
        }
    }

    /** True unless one of two numbers is all that counts the data of a message without traffic. */
    private boolean isBesideData(int one, int other) {
        boolean counted = state.candidates.numbersOf(SlotName.EXAMPLES).stream()
                .anyMatch(count -> count == one || count == other);
        return !counted
                || state.candidates.has(SlotName.REQUESTS_PER_DAY)
                || state.remembered.has(SlotName.REQUESTS_PER_DAY)
                || state.remembered.has(SlotName.EXAMPLES)
                || state.candidates.numbersOf(SlotName.EXAMPLES).stream()
                        .anyMatch(count -> count != one && count != other);
    }

    /** {@code 300 messages a day of 250 tokens and we answer with 120}: what comes in a day has this length. */
    private void readBehindRate() {
        for (int i = 3; state.candidates.has(SlotName.OUTPUT_TOKENS) && i < state.size(); i++) {
            boolean led = state.isAt(i - 1, Cue.OF)
                    || state.isAt(i - 1, Trait.PART_OF)
                    || (state.text.isTranslated() && state.isSymbolAt(i - 1, ','));
            boolean other = state.candidates.slotOf(i) != SlotName.OUTPUT_TOKENS;
            int rate = state.isSymbolAt(i - 2, ',') ? i - 3 : i - 2;
            if (led && other && hasUnit(i) && isLength(i) && isOpen(i) && isBehindRate(rate)) {
                put(SlotName.INPUT_TOKENS, i);
                return;
            }
        }
    }

    private boolean isBehindRate(int period) {
        Measure time = state.measureAt(period);
        int first = Math.max(state.sentence(period).first(), period - REACH);
        for (int i = period - 1; time != null && time.isTime() && i >= first; i--) {
            if (state.isNumberAt(i)) {
                return state.candidates.isOf(SlotName.REQUESTS_PER_DAY, i);
            }
        }
        return false;
    }

    /** {@code questions run to 350 tokens now}, {@code 1,480 tokens come in}: a length of what is sent in a conversation about traffic. */
    private void readNamed() {
        for (int i = 0; i < state.size(); i++) {
            SlotName<?> side = hasUnit(i) && isLength(i) && isOpen(i) ? namedSide(i) : null;
            if (side != null && !state.candidates.has(side)) {
                put(side, i);
            }
        }
    }

    /** Returns the side of a request that the sentence of a length names, or null where it names none, data or a prompt. */
    private @Nullable SlotName<?> namedSide(int number) {
        int behind = state.hasTyped(number + 2, Trait.COMES_IN) ? number + 3 : number + 2;
        if (state.isAt(behind, Cue.IN) && (behind > number + 2 || endsSide(behind + 1))) {
            return SlotName.INPUT_TOKENS;
        }
        boolean ofExamples = state.remembered.has(SlotName.TOKENS_PER_EXAMPLE);
        SlotName<?> found = null;
        for (int i = number - 1; i >= state.sentence(number).first() && !state.isNumberAt(i); i--) {
            boolean other = state.isAt(i, Measure.EXAMPLE)
                    || state.isAt(i, Cue.TRAINING)
                    || state.isAt(i, Cue.PROMPT)
                    || state.isAt(i, Cue.TUNED_PROMPT)
                    || state.hasTyped(i, Trait.TRAINING_DATA)
                    || state.hasTyped(i, Trait.PROMPTS)
                    || state.hasTyped(i, Trait.INSTRUCTS);
            if (other) {
                return null;
            }
            boolean comes = state.isAt(i, Cue.IN) && state.hasTyped(i - 1, Trait.COMES_IN);
            boolean asked = state.hasTyped(i, Trait.ASKED) && !ofExamples && !state.isRateAt(i + 1);
            if (state.isAt(i, Cue.INPUT) || comes || asked) {
                found = SlotName.INPUT_TOKENS;
            } else if (isAnswer(i)) {
                return null;
            }
        }
        return found;
    }

    private boolean endsSide(int i) {
        return state.isBreakAt(i) || state.hasTyped(i, Trait.TODAY);
    }

    private void readChanged() {
        for (int i = 0; i < state.size(); i++) {
            if (hasUnit(i) && isLength(i) && isOfChangedAnswer(i) && isOpen(i)) {
                put(SlotName.OUTPUT_TOKENS, i);
                return;
            }
        }
    }

    /** {@code outputs got shorter too, 320 tokens now}, {@code feedback must be shorter: 180 tokens}: the only length of a sentence about answers. */
    private boolean isOfChangedAnswer(int number) {
        boolean answer = false;
        boolean shorter = false;
        for (int i = Math.max(state.sentence(number).first(), number - REACH_OF_ANSWER); i < number; i++) {
            if (state.isNumberAt(i) || state.isAt(i, Cue.PROMPT) || state.hasTyped(i, Trait.PROMPTS)) {
                return false;
            }
            answer |= state.isAt(i, Cue.OUTPUT) || state.hasTyped(i, Trait.ANSWERED);
            shorter |= answer && state.hasTyped(i, Trait.SHRINKS);
        }
        return shorter && !state.candidates.has(SlotName.OUTPUT_TOKENS);
    }

    /** Reads two lengths whose things both stand before or both behind them. */
    private boolean read(int one, int other) {
        int before = thingBefore(one, state.sentence(one).first());
        int last = thingBefore(other, unitEnd(one) + 1);
        if (before >= 0 && last >= 0) {
            return claim(one, before, other, last);
        }
        if (last >= 0 && isOfEachRequest(one) && isAnswer(last) && isOpen(one) && isOpen(other)) {
            put(SlotName.INPUT_TOKENS, one);
            put(SlotName.OUTPUT_TOKENS, other);
            return true;
        }
        int behind = thingBehind(one, other);
        int end = thingBehind(other, Math.min(state.size(), unitEnd(other) + 1 + LINKS));
        return behind >= 0 && end >= 0 && claim(one, behind, other, end);
    }

    /** The 20 of {@code 150 questions a day, 20 tokens each, answers 60}: of each of the requests in the clause before. */
    private boolean isOfEachRequest(int length) {
        int lead = state.isAt(length - 1, Cue.ABOUT) ? length - 2 : length - 1;
        boolean led = state.isAt(lead, Cue.OF) && state.isAt(lead - 1, Cue.EACH);
        int mark = led ? lead - 2 : lead;
        boolean each = hasUnit(length) && (led || state.isAt(length + 2, Cue.EACH)) && state.isSymbolAt(mark, ',');
        int first = each ? state.sentence(length).first() : mark;
        for (int i = mark - 1; i >= first; i--) {
            if (state.isNumberAt(i)) {
                return state.candidates.isOf(SlotName.REQUESTS_PER_DAY, i);
            }
        }
        return false;
    }

    private boolean claim(int one, int thing, int other, int otherThing) {
        // Two words of another language may have one English word.
        boolean same =
                !state.text.isTranslated() && state.typed(thing, thing).equals(state.typed(otherThing, otherThing));
        boolean ours = isOurs(otherThing) != isOurs(thing);
        if ((same && !ours) || isCountedWithLength(one, thing) || !isOpen(one) || !isOpen(other)) {
            return false;
        }
        // "A case note is 260 tokens and the triage code 6": what any one is like goes in.
        boolean any = state.isAt(otherThing - 1, Trait.DEFINITE_ARTICLE)
                || state.isAt(otherThing - 2, Trait.DEFINITE_ARTICLE);
        boolean sent = any && (state.isAt(thing - 1, Cue.ARTICLE) || state.isAt(thing - 2, Cue.ARTICLE));
        boolean turned = same ? isOurs(thing) : isAnswer(thing) && !isAnswer(otherThing) && !sent;
        put(turned ? SlotName.OUTPUT_TOKENS : SlotName.INPUT_TOKENS, one);
        put(turned ? SlotName.INPUT_TOKENS : SlotName.OUTPUT_TOKENS, other);
        return true;
    }

    private void put(SlotName<?> slot, int number) {
        state.candidates.withdraw(number);
        state.candidates.add(slot, Amounts.counted(state.token(number).numeral()), number);
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
    }

    /** {@code our side}, {@code from us}. */
    private boolean isOurs(int thing) {
        return state.isAt(thing, Cue.PERSON)
                || state.isAt(thing - 1, Cue.PERSON)
                || state.hasTyped(thing - 1, Trait.OWNER);
    }

    private boolean isAnswer(int thing) {
        return state.isAt(thing, Cue.OUTPUT)
                || state.isAt(thing, Cue.OUT)
                || state.hasTyped(thing, Trait.ANSWERED)
                || state.hasTyped(thing, Trait.PRODUCED);
    }

    /** The letters of {@code 4,000 letters of 480 tokens}: they are counted, so that the length is that of an example. */
    private boolean isCountedWithLength(int length, int thing) {
        return thing < length && state.isNumberAt(thing - 1) && state.candidates.isOf(SlotName.EXAMPLES, thing - 1);
    }

    private boolean hasUnit(int number) {
        return state.isAt(number + 1, Measure.TOKEN);
    }

    private int unitEnd(int number) {
        return hasUnit(number) ? number + 1 : number;
    }

    private boolean isLength(int number) {
        // "6 turns, 80 tokens a turn"
        boolean turns = state.at(number + 1) != null && state.hasTyped(number + 1, Trait.TURNS);
        if (turns || !state.isCountAt(number) || state.token(number).numeral().isRange() || state.isSize(number)) {
            return false;
        }
        BigDecimal value = Amounts.counted(state.token(number).numeral()).value();
        boolean bare = !state.isUnitBehind(number)
                && !state.isRateAt(number + 1)
                && !state.token(number).isYear();
        return (hasUnit(number) || bare)
                && value.signum() > 0
                && value.compareTo(LONGEST) <= 0
                && !state.isMoneyBefore(number + 1)
                && !state.isGpuNumber(number)
                && !state.isOfMention(number);
    }

    private boolean isOpen(int number) {
        SlotName<?> slot = state.candidates.slotOf(number);
        // A number of tokens whose slot was taken back is open again.
        return slot == null
                ? (hasUnit(number) && !state.candidates.isSettled(number)) || state.token(number).use != Token.Use.SLOT
                : REPLACED.contains(slot);
    }

    /** Returns the next number in the sentence, or -1. */
    private int next(int number) {
        int end = Math.min(state.sentence(number).end(), number + 1 + REACH);
        for (int i = number + 1; i < end; i++) {
            if (state.isNumberAt(i)) {
                return i;
            }
        }
        return -1;
    }

    /** Returns the diff of {@code diff is about 1k tokens}, the summary of {@code the summary to 130}, or -1. */
    private int thingBefore(int number, int first) {
        boolean alone = hasUnit(number) || state.isBreakAt(number + 1) || state.isJoin(number + 1);
        int i = number - 1;
        for (int links = 0; alone && i >= first && links < LINKS && isLink(i); links++) {
            i--;
        }
        return alone && i >= first && isThing(i) ? i : -1;
    }

    /** Returns the question of {@code 60 tokens of question}, the back of {@code 90 back}, or -1. */
    private int thingBehind(int number, int end) {
        int i = unitEnd(number) + 1;
        while (i < end && (isLed(i) || state.isAt(i, Cue.ARTICLE) || state.hasTyped(i, Trait.DEFINITE_ARTICLE))) {
            i++;
        }
        boolean described = i + 1 < end && isThing(i) && isThing(i + 1);
        int thing = described ? i + 1 : i;
        return thing < end && (isThing(thing) || state.isAt(thing, Cue.PERSON)) && !goesOn(thing + 1) ? thing : -1;
    }

    /** True unless the thing ends its phrase. */
    private boolean goesOn(int i) {
        return !(state.isBreakAt(i) || state.isJoin(i) || state.isSymbolAt(i, ')') || state.isNumberAt(i));
    }

    private boolean isLed(int i) {
        return state.isAt(i, Cue.OF) || state.isAt(i, Cue.FROM) || state.isAt(i, Cue.FOR) || state.isAt(i, Cue.IN);
    }

    /** The verb of {@code une lettre compte 240 tokens}, {@code una nota lleva 140 tokens}, which also has another meaning. */
    private boolean isForeignLink(int i) {
        return state.text.isTranslated()
                && (state.isAt(i, Cue.WISH) || state.isAt(i, Cue.REPORT) || state.isAt(i, Category.FUNCTIONS));
    }

    private boolean isLink(int i) {
        return !state.isBreakAt(i)
                && !state.isNumberAt(i)
                && (state.isAt(i, Cue.IS)
                        || isForeignLink(i)
                        || state.isAt(i, Cue.ABOUT)
                        || state.isAt(i, Cue.TO)
                        || state.isAt(i, Cue.OF)
                        || state.isAt(i, Cue.AVERAGE)
                        || state.isAssignmentAt(i)
                        || state.hasTyped(i, Trait.ANOTHER)
                        || state.isAt(i, Trait.HAVING)
                        || state.hasTyped(i, Trait.CONTAINS)
                        || state.hasTyped(i, Trait.RUNS)
                        || state.hasTyped(i, Trait.TAKES_LENGTH));
    }

    /** A noun for what is sent or comes back; a prompt is none, nor is what is counted or set. */
    private boolean isThing(int i) {
        Token token = state.at(i);
        if (token == null || token.isNumber() || token.kind == Token.Kind.SYMBOL || state.isBreakAt(i)) {
            return false;
        }
        boolean prompt = token.is(Cue.PROMPT)
                || token.is(Cue.TUNED_PROMPT)
                || state.hasTyped(i, Trait.PROMPTS)
                || state.hasTyped(i, Trait.INSTRUCTS)
                || state.hasTyped(i, Trait.TRAINING_DATA)
                || state.hasTyped(i, Trait.SPREAD)
                || token.is(Measure.EXAMPLE);
        boolean said = token.is(Measure.ITEM)
                || token.is(Measure.REQUEST)
                || token.is(Cue.INPUT)
                || token.is(Cue.OUTPUT)
                || isAnswer(i)
                || state.hasTyped(i, Trait.ASKED);
        boolean word = token.kind == Token.Kind.WORD
                || token.is(Measure.WORD)
                || token.is(Measure.OTHER)
                || token.is(Category.TOPICS)
                || token.is(Category.TIERS);
        return !prompt && (said || word) && !token.is(Category.KNOBS) && !state.isOfMention(i);
    }
}
