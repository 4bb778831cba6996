package io.tunetally.interpreter.intent;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.money.MoneyQuantities;
import io.tunetally.interpreter.part.ChangedPart;
import io.tunetally.interpreter.part.HeldOutParts;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The remembered slot that words around a change speak of: {@code traffic will triple}, {@code answers twice as long}. */
final class SpokenSlot {
    /** The distance of a change to the words for what it changes. */
    static final int REACH = 5;
    /** In a message that is no longer a number may stand behind what it changes. */
    private static final int SHORT = 8;
    /** The most words from {@code tokens} to their role: {@code the tokens of the grader}. */
    private static final int REACH_OF_ROLE = 3;

    /** The most words from a part of the data to what it is for: {@code 10% of the proposals should be set aside for validation}. */
    private static final int REACH_OF_PURPOSE = 12;

    private static final List<SlotName<?>> SUBJECTS =
            List.of(SlotName.EXAMPLES, SlotName.BUDGET_USD, SlotName.REQUESTS_PER_DAY);

    private static final List<SlotName<?>> WHOLE_MESSAGE =
            List.of(SlotName.EXAMPLES, SlotName.TOTAL_TOKENS, SlotName.BUDGET_USD, SlotName.REQUESTS_PER_DAY);

    private final ParseState state;
    private final Slots remembered;
    private final Parts parts;
    private final HeldOutParts heldOutParts;

    SpokenSlot(ParseState state, Slots remembered) {
        this.state = state;
        parts = new Parts(state);
        heldOutParts = new HeldOutParts(state);
        this.remembered = remembered;
    }

    /** Returns the slot that a factor changes, or null; a budget that is reckoned already is not changed once more. */
    @Nullable SlotName<?> of(int i) {
        SlotName<?> found = slotOf(i);
        Slot<BigDecimal> budget = found == SlotName.BUDGET_USD ? state.slots.get(SlotName.BUDGET_USD) : null;
        return budget != null && budget.origin() == Origin.DERIVED ? null : found;
    }

    private @Nullable SlotName<?> slotOf(int i) {
        if (isOfPrice(i)) {
            return null;
        }
        Token token = state.token(i);
        if (token.is(Trait.LENGTH)) {
            return lengthOf(i);
        }
        if (isOfTraffic(i)) {
            return SlotName.REQUESTS_PER_DAY;
        }
        Part part = parts.at(i);
        if (isOfLength(i, part)) {
            return lengthOf(i);
        }
        SlotName<?> changed = part == null ? null : changed(part);
        if (changed != null) {
            return changed;
        }
        boolean ofData = token.is(Cue.EVERY) || isHeldOut(i) || (part != null && parts.isTrainedOn(part));
        if (ofData) {
            return SlotName.EXAMPLES;
        }
        if (part != null && parts.isAlone(part)) {
            return onlySubject();
        }
        if (part != null && isOfArriving(part)) {
            return SlotName.REQUESTS_PER_DAY;
        }
        SlotName<?> after = after(part == null ? i : part.last());
        boolean ofThat = isMultipleOfThat(i);
        boolean alone = !token.isNumber() || state.size() <= SHORT || ofThat || isConcluded(i);
        SlotName<?> near = after != null || !alone ? after : before(i);
        if (near != null) {
            return near;
        }
        boolean ofSubject = ofThat || isOfThem(i) || isAlone(i) || isAsMany(i) || state.hasTyped(i, Trait.ZERO);
        return ofSubject ? subject() : isOfWholeMessage(i, part) ? onlyOf(WHOLE_MESSAGE) : null;
    }

    /** {@code three times as often}, {@code ten times the users}, in a conversation about traffic. */
    private boolean isOfTraffic(int i) {
        boolean traffic = false;
        for (int k = i + 1; k <= i + REACH_OF_ROLE && !state.isBreakAt(k); k++) {
            traffic |= state.hasTyped(k, Trait.HOW_OFTEN) || (state.hasTyped(k, Trait.HEADS) && state.isPluralAt(k));
        }
        return traffic && remembered.has(SlotName.REQUESTS_PER_DAY);
    }

    /** {@code we get half of the mails next year}, {@code only a third of the mails come in}: what is still to come is sent to the model. */
    private boolean isOfArriving(Part part) {
        boolean item = false;
        for (int k = part.last() + 1; k <= part.last() + REACH_OF_ROLE && !state.isBreakAt(k); k++) {
            item |= state.isAt(k, Measure.ITEM) && !state.isNumberAt(k);
        }
        if (!item || !remembered.has(SlotName.REQUESTS_PER_DAY) || state.has(Cue.TRAINING)) {
            return false;
        }
        boolean comes = false;
        boolean later = false;
        for (int k = state.clause(part.first()).first();
                k < state.clause(part.first()).end();
                k++) {
            comes |= state.hasTyped(k, Trait.LANDS);
            later |= state.hasTyped(k, Trait.LATER) && state.timeAt(k + 1) != null;
        }
        return comes || later;
    }

    /** {@code a quarter of its length}, {@code 50% longer}, {@code 2.5 times longer}. */
    private boolean isOfLength(int i, @Nullable Part part) {
        int next = part != null ? part.last() + 1 : OnlyNumber.isMultiple(state, i) ? i + 2 : -1;
        boolean factor = state.isAt(i, Cue.DOUBLE) || state.isAt(i, Cue.TRIPLE) || state.isAt(i, Cue.HALF);
        return (factor && isLongAt(i + 1))
                || (next >= 0 && isLongAt(next))
                || (part != null && ChangedPart.isOfLength(state, part))
                || state.hasTyped(next, Trait.COMPARES_LENGTH)
                || ((factor || next >= 0) && isLengthBefore(i) && after(part == null ? i : part.last()) == null);
    }

    /** {@code double long}, {@code 3 times as long}, {@code 3 times that long}, {@code el doble de largos}. */
    private boolean isLongAt(int i) {
        int word = state.hasTyped(i, Trait.COMPARES_TO) || state.hasTyped(i, Trait.PART_OF) ? i + 1 : i;
        word = word > i && state.hasTyped(word, Trait.DEFINITE_ARTICLE) ? word + 1 : word;
        return state.isAt(word, Cue.LONG) || (word > i && state.hasTyped(word, Trait.EXTENT));
    }

    /** {@code the length is 3 times that}: the clause speaks of nothing else. */
    private boolean isLengthBefore(int factor) {
        for (int k = Math.max(state.clause(factor).first(), factor - REACH); k < factor; k++) {
            boolean translated = state.text.isTranslated() && state.isAt(k, Cue.LONG);
            if (translated || (state.hasTyped(k, Trait.EXTENT) && !state.isNumberAt(k))) {
                return true;
            }
        }
        return false;
    }

    /** {@code volumes go up 20%}, {@code requests go down by a quarter}: what stands before the verb changes. */
    private @Nullable SlotName<?> changed(Part part) {
        if (parts.isOfWhole(part) && state.hasTyped(part.first() - 1, Trait.LOSES)) {
            // "The dedup pass killed 10% of the rows": these change, and not the passes.
            return null;
        }
        int verb = ChangedPart.verb(state, part.first());
        int end = verb >= 0 && verb < part.first() - REACH_OF_ROLE ? part.first() : verb;
        for (int k = end - 1; k >= (verb < 0 ? 0 : state.sentence(verb).first()); k--) {
            if (state.hasTyped(k, Trait.PRICE_NOUN)) {
                return null;
            }
            SlotName<?> slot = at(k);
            if (slot != null && remembered.has(slot)) {
                return slot;
            }
        }
        return null;
    }

    /** {@code we have six times as many}, {@code three times as many as I said}. */
    private boolean isAsMany(int i) {
        boolean many = state.hasTyped(i + 3, Trait.MANY) || state.hasTyped(i + 2, Trait.MANY);
        return state.isAt(i, Trait.AS_MANY) || (OnlyNumber.isMultiple(state, i) && many);
    }

    /** True if nothing else is said, or it is concluded: {@code plus 20%}, {@code the same number again}, {@code so double}. */
    private boolean isOfWholeMessage(int i, @Nullable Part part) {
        boolean concluded =
                state.hasTyped(i - 1, Trait.CONCLUDES) && !state.token(i).isNumber() && state.isBreakAt(i + 1);
        int last = part == null ? i : part.last();
        int next = last + 1;
        boolean changes = state.hasTyped(next, Trait.GROWS) || state.hasTyped(next, Trait.SHRINKS);
        // "25 percent more proposals": things of any name.
        boolean ofThings = part != null
                && changes
                && (state.isBreakAt(next + 1) || (state.isPluralAt(next + 1) && state.isBreakAt(next + 2)));
        return concluded
                || ofThings
                || Factors.isSaidAgain(state, i)
                || ((part != null || !state.token(i).isNumber())
                        && state.token(i).kind != Token.Kind.CODE
                        && ChangedPart.isBare(state, i, last));
    }

    /** {@code half the price}, {@code halve that bill}, {@code cut the cost in half}: a price follows from the values, and is none. */
    private boolean isOfPrice(int i) {
        if (!state.hasTypedAnywhere(Trait.PRICE_NOUN)) {
            return false;
        }
        int noun = i + 1;
        while (noun < i + REACH_OF_ROLE && isDeterminer(noun)) {
            noun++;
        }
        int in = state.isAt(i - 1, Cue.IN) ? i - 2 : i - 1;
        boolean halved = state.isAt(i, Cue.HALF) && state.hasTyped(in, Trait.PRICE_NOUN);
        return halved || state.hasTyped(noun, Trait.PRICE_NOUN);
    }

    private boolean isDeterminer(int i) {
        return state.isAt(i, Trait.DEFINITE_ARTICLE)
                || state.isAt(i, Cue.OF)
                || state.isAt(i, Cue.PERSON)
                || state.hasTyped(i, Trait.PRONOUN)
                || state.hasTyped(i, Trait.OWNER);
    }

    /** {@code 3x of that}, {@code 2 times of what I said}. */
    private boolean isMultipleOfThat(int i) {
        return OnlyNumber.isMultiple(state, i)
                && state.hasTyped(i + 2, Trait.PART_OF)
                && (state.hasTyped(i + 3, Trait.PRONOUN)
                        || state.isAt(i + 3, Cue.THEM)
                        || state.hasTyped(i + 3, Trait.ASKS_WHICH));
    }

    /** {@code half of that}, {@code halve it}. */
    private boolean isOfThem(int i) {
        Part part = parts.at(i);
        return part == null ? state.isAt(i, Cue.HALF) : parts.isOfThem(part);
    }

    /** {@code ten times as many}, {@code throw away 10%}; a mere {@code 10x} leaves open of what. */
    private boolean isAlone(int i) {
        int next = state.isSymbolAt(i + 1, 'x') || state.isPercentAt(i + 1) || state.isAt(i + 1, Measure.TIMES)
                ? i + 2
                : i + 1;
        boolean compared = state.at(next) != null && state.hasTyped(next, Trait.COMPARES_TO);
        boolean lost = state.isPercentAt(i + 1) && state.isBreakAt(next) && i > 0 && state.hasTyped(i - 1, Trait.LOSES);
        boolean only = state.isBreakAt(next)
                && !state.isAt(i + 1, Measure.TIMES)
                && (state.hasTyped(i - 1, Trait.SOLE)
                        || state.hasTyped(i - 2, Trait.SOLE)
                        || state.hasTyped(i - 3, Trait.SOLE));
        return state.size() <= SHORT
                && (compared || lost || only)
                && state.mentions.isEmpty()
                && !state.has(Cue.CACHED)
                && !state.any(token -> token.kind == Token.Kind.WORD && token.use == Token.Use.NOTHING);
    }

    /** {@code half of that}: the count that the conversation is about. */
    private @Nullable SlotName<?> subject() {
        return SUBJECTS.stream().filter(remembered::has).findFirst().orElse(null);
    }

    /** {@code two thirds are plenty}: the same, if the conversation is about one count. */
    private @Nullable SlotName<?> onlySubject() {
        return onlyOf(SUBJECTS);
    }

    private @Nullable SlotName<?> onlyOf(List<SlotName<?>> names) {
        List<SlotName<?>> subjects = names.stream().filter(remembered::has).toList();
        return subjects.size() == 1 ? subjects.getFirst() : null;
    }

    /** {@code minus 5% holdout}. */
    private boolean isHeldOut(int i) {
        if (heldOutParts.at(i) != null) {
            return remembered.has(SlotName.EXAMPLES);
        }
        Part part = parts.at(i);
        int reach = part != null && parts.isOfWhole(part) ? REACH_OF_PURPOSE : REACH;
        for (int k = i + 1;
                state.isPercentAt(i + 1) && k < Math.min(state.clause(i).end(), i + reach);
                k++) {
            if (state.isAt(k, Cue.VALIDATION)) {
                return remembered.has(SlotName.EXAMPLES);
            }
        }
        return false;
    }

    /** {@code answers will be twice as long}: of a request, if the conversation has its lengths, else of an example. */
    private SlotName<?> lengthOf(int i) {
        boolean ofTime = remembered.has(SlotName.TRAINING_HOURS) && !remembered.has(SlotName.TOKENS_PER_EXAMPLE);
        int next = behindLength(i);
        // "Twice as long as you said"; but not "lunch takes twice as long on Fridays".
        boolean ends =
                endsAt(state, next) || state.hasTyped(next, Trait.AGAIN) || state.hasTyped(next, Trait.COMPARES_TO);
        if (ofTime && ends && !isOfText(i)) {
            return SlotName.TRAINING_HOURS;
        }
        int end = Math.min(state.size(), i + REACH);
        for (int k = Math.max(state.clause(i).first(), i - REACH); k < end; k++) {
            boolean answer = state.isAt(k, Cue.OUTPUT) || state.hasTyped(k, Trait.ANSWERED);
            if (answer && remembered.has(SlotName.OUTPUT_TOKENS)) {
                return SlotName.OUTPUT_TOKENS;
            }
            boolean prompt = state.isAt(k, Cue.PROMPT) || state.hasTyped(k, Trait.PROMPTS);
            if (prompt && remembered.has(SlotName.PROMPT_TOKENS)) {
                return SlotName.PROMPT_TOKENS;
            }
            boolean question = prompt || state.isAt(k, Cue.INPUT) || state.hasTyped(k, Trait.ASKED);
            if (question && remembered.has(SlotName.INPUT_TOKENS)) {
                return SlotName.INPUT_TOKENS;
            }
        }
        return SlotName.TOKENS_PER_EXAMPLE;
    }

    /** Returns the index behind {@code twice as long}, {@code 50% longer} and {@code a third of the length}. */
    private int behindLength(int factor) {
        int next = factor + 1;
        for (int k = next; k < factor + REACH && !state.isBreakAt(k); k++) {
            if (state.hasTyped(k, Trait.COMPARES_LENGTH) || state.hasTyped(k, Trait.EXTENT)) {
                next = k + 1;
            }
        }
        return next;
    }

    /** True of {@code the answers are twice as long}: texts in a conversation about hours. */
    private boolean isOfText(int factor) {
        for (int k = state.clause(factor).first(); k < state.clause(factor).end(); k++) {
            boolean text = state.isItemAt(k)
                    || state.isAt(k, Measure.TOKEN)
                    || state.isAt(k, Cue.OUTPUT)
                    || state.isAt(k, Cue.INPUT)
                    || state.isAt(k, Cue.PROMPT)
                    || state.hasTyped(k, Trait.ANSWERED)
                    || state.hasTyped(k, Trait.PROMPTS)
                    || state.hasTyped(k, Trait.ASKED);
            if (text) {
                return true;
            }
        }
        return false;
    }

    /** Returns the slot of a counted unit: of tokens, the text that is spoken of. */
    @Nullable SlotName<?> counted(Measure measure, int number) {
        return measure == Measure.TOKEN && !remembered.has(SlotName.TOTAL_TOKENS) ? lengthOf(number) : of(measure);
    }

    @Nullable SlotName<?> after(int i) {
        for (int k = i + 1; k < Math.min(state.clause(i).end(), i + REACH); k++) {
            SlotName<?> slot = at(k);
            Measure measure = state.measureAt(k);
            // "Cut the rows in half, they repeat a lot".
            if (measure == Measure.RUN
                    && state.hasTyped(k, Trait.DOES_AGAIN)
                    && k >= state.clause(i).end()) {
                return null;
            }
            boolean part = measure == Measure.QUARTER && state.isAt(k + 1, Trait.PART_OF);
            boolean other = measure != null && !part && measure != Measure.TIMES && measure != Measure.PERCENT;
            if (slot != null || other || state.isAt(k, Category.TOPICS)) {
                return slot;
            }
        }
        return null;
    }

    /** {@code traffic will triple}. */
    @Nullable SlotName<?> before(int i) {
        int first = isConcluded(i)
                ? state.sentence(i).first()
                : Math.max(state.clause(i).first(), i - REACH);
        for (int k = i - 1; k >= first; k--) {
            SlotName<?> slot = at(k);
            if (slot != null) {
                return slot;
            }
        }
        return null;
    }

    /** The factor of {@code the traffic grows, so take 2.5 times}: nothing follows, and the clause before says of what. */
    private boolean isConcluded(int factor) {
        int verb = state.hasTyped(factor - 1, Trait.PLANS_WITH) ? factor - 2 : factor - 1;
        return OnlyNumber.isMultiple(state, factor)
                && state.isAt(factor + 1, Measure.TIMES)
                && state.isBreakAt(factor + 2)
                && state.hasTyped(verb, Trait.CONCLUDES)
                && state.isBreakAt(verb - 1);
    }

    private @Nullable SlotName<?> at(int k) {
        SlotName<?> tokens = tokensOf(k);
        if (tokens != null) {
            return tokens;
        }
        if (isRateOf(k)) {
            return SlotName.REQUESTS_PER_DAY;
        }
        if (remembered.has(SlotName.MONTHS) && isSpanOfThat(k)) {
            return SlotName.MONTHS;
        }
        if (MoneyQuantities.isBudgetWord(state.token(k)) || isMoneyOfBudget(k)) {
            return SlotName.BUDGET_USD;
        }
        if (isRollouts(k)) {
            return SlotName.ROLLOUTS;
        }
        if (isTrainingTime(state, k)) {
            return SlotName.TRAINING_HOURS;
        }
        if (state.isAt(k, Trait.TRAINING_DATA) || state.hasTyped(k, Trait.MATERIAL)) {
            return remembered.has(SlotName.TOTAL_TOKENS) ? SlotName.TOTAL_TOKENS : SlotName.EXAMPLES;
        }
        boolean traffic = (state.hasTyped(k, Trait.TRAFFIC) || isAsker(k)) && remembered.has(SlotName.REQUESTS_PER_DAY);
        if (traffic || state.isAt(k, Trait.TRAFFIC)) {
            return SlotName.REQUESTS_PER_DAY;
        }
        if (state.isAt(k, Cue.OUTPUT) && remembered.has(SlotName.OUTPUT_TOKENS)) {
            return SlotName.OUTPUT_TOKENS;
        }
        if (state.isAt(k, Cue.INPUT) && remembered.has(SlotName.INPUT_TOKENS)) {
            return SlotName.INPUT_TOKENS;
        }
        if (state.isAt(k, Cue.PROMPT) && remembered.has(SlotName.PROMPT_TOKENS)) {
            return SlotName.PROMPT_TOKENS;
        }
        if (state.hasTyped(k, Trait.DATA_IF_MANY)
                && remembered.has(SlotName.EXAMPLES)
                && !remembered.has(SlotName.GPU)) {
            return SlotName.EXAMPLES;
        }
        Measure measure = state.measureAt(k);
        return measure == null ? null : of(measure);
    }

    /** The users of {@code our users will double}, who send the requests; not those who make the data, nor a share of people somewhere. */
    private boolean isAsker(int noun) {
        boolean multiplied = state.has(Cue.DOUBLE) || state.has(Cue.TRIPLE) || state.has(Cue.QUADRUPLE);
        return multiplied
                && state.at(noun) != null
                && !state.isNumberAt(noun)
                && state.hasTyped(noun, Trait.HEADS)
                && !state.hasTyped(noun, Trait.LABELS_DATA)
                && !state.isNumberAt(noun - 1);
    }

    /** The {@code enquiries per day} of {@code the enquiries per day go up by a fifth}, whatever they are. */
    private boolean isRateOf(int noun) {
        Token token = state.at(noun);
        return token != null
                && !token.isNumber()
                && !state.isNumberAt(noun - 1)
                && remembered.has(SlotName.REQUESTS_PER_DAY)
                && (state.isItemAt(noun) || state.isPluralAt(noun) || token.is(Measure.REQUEST))
                && state.isRateAt(noun + 1);
    }

    /** The {@code period} of {@code half of the period}, the {@code time} of {@code a third of that time}. */
    private boolean isSpanOfThat(int noun) {
        boolean led = state.hasTyped(noun - 1, Trait.DEFINITE_ARTICLE)
                || state.hasTyped(noun - 1, Trait.PRONOUN)
                || state.hasTyped(noun - 1, Trait.OWNER);
        return led && state.hasTyped(noun, Trait.SPAN_NOUN);
    }

    /** {@code halve the rollouts}, {@code twice the samples per prompt}, where the conversation has their number. */
    boolean isRollouts(int k) {
        boolean counted = state.at(k) != null && !state.isNumberAt(k) && remembered.has(SlotName.ROLLOUTS);
        return counted
                && (state.hasTyped(k, Trait.ROLLOUT)
                        || (state.hasTyped(k, Trait.SAMPLED_ANSWER)
                                && (!state.isItemAt(k) || state.isAt(k + 1, Cue.PER))));
    }

    /** {@code the grader tokens}, {@code the tokens of the grader}: the remembered slot of these, or null. */
    private @Nullable SlotName<?> tokensOf(int k) {
        if (!remembered.has(SlotName.GRADER_TOKENS)) {
            return null;
        }
        boolean grader = state.isAt(k, Cue.GRADER);
        for (int i = k - 1; state.isAt(k, Measure.TOKEN) && i <= k + REACH_OF_ROLE; i++) {
            grader |= state.isAt(i, Cue.GRADER);
        }
        return grader ? SlotName.GRADER_TOKENS : null;
    }

    /** The time of {@code half the time} in a conversation about the hours of a training; not of {@code half the time it fails}. */
    private static boolean isTrainingTime(ParseState state, int k) {
        boolean named = state.remembered.has(SlotName.TRAINING_HOURS) && state.hasTyped(k, Trait.DURATION);
        return named && (endsAt(state, k + 1) || isChanged(state, k + 1));
    }

    private static boolean endsAt(ParseState state, int next) {
        return state.isBreakAt(next) || (state.isAt(next, Category.FUNCTIONS) && state.isBreakAt(next + 1));
    }

    /** {@code is half}, {@code doubles}, {@code gets cut in half}. */
    private static boolean isChanged(ParseState state, int next) {
        int change = state.isAt(next, Cue.IS) ? next + 1 : next;
        boolean factor = state.isAt(change, Cue.HALF)
                || state.isAt(change, Cue.DOUBLE)
                || state.isAt(change, Cue.TRIPLE)
                || state.hasTyped(change, Trait.HALF);
        return factor && endsAt(state, change + 1);
    }

    /** True of a part of the time that the remembered training takes: {@code half the time}, {@code time is half}. */
    static boolean isPartOfTime(ParseState state, Part part) {
        if (!state.remembered.has(SlotName.TRAINING_HOURS) || !state.hasTypedAnywhere(Trait.DURATION)) {
            return false;
        }
        int after = state.isAt(part.last() + 1, Trait.DEFINITE_ARTICLE) ? part.last() + 2 : part.last() + 1;
        int before = state.isAt(part.first() - 1, Cue.IS) ? part.first() - 2 : part.first() - 1;
        return isTrainingTime(state, after) || isTrainingTime(state, before);
    }

    /** {@code half that money}. */
    private boolean isMoneyOfBudget(int k) {
        return remembered.has(SlotName.BUDGET_USD)
                && (state.hasTyped(k, Trait.MEANS_BUDGET) || state.isAt(k, Measure.DOLLAR));
    }

    /** Returns the slot that a unit counts, or null. */
    @Nullable SlotName<?> of(Measure measure) {
        return switch (measure) {
            case EXAMPLE, ITEM -> SlotName.EXAMPLES;
            case EPOCH -> SlotName.EPOCHS;
            case TOKEN -> remembered.has(SlotName.TOTAL_TOKENS) ? SlotName.TOTAL_TOKENS : SlotName.TOKENS_PER_EXAMPLE;
            case REQUEST -> SlotName.REQUESTS_PER_DAY;
            case MONTH -> SlotName.MONTHS;
            case HOUR -> remembered.has(SlotName.TRAINING_HOURS) ? SlotName.TRAINING_HOURS : null;
            case RUN -> SlotName.RUNS;
            case CAPACITY -> SlotName.UNITS;
            default -> null;
        };
    }
}
