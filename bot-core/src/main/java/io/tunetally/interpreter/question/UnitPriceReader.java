package io.tunetally.interpreter.question;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.sentence.SmallWords;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.PricedUnit;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.Plural;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether the price of one unit is asked for: {@code price per million output tokens}, {@code cost per request},
 * {@code each extra epoch}, {@code the hourly rate for hosting}. A price for so many of them, and a number of them for each
 * of something else, ask for no such price.
 */
public final class UnitPriceReader {
    /** The most words between "each" and the unit. */
    private static final int REACH = 5;

    /** The most words between "each" and the epoch. */
    private static final int REACH_OF_EPOCH = 2;

    /** A message of so few words asks for what it names. */
    private static final int SHORT = 8;

    /** The most units that are looked at: a question names one, and a long list of numbers none. */
    private static final int MOST_TRIED = 20;

    private static final int NONE = -1;

    /** A longer one is another number: {@code 1.000}. */
    private static final int LETTERS_OF_ONE = 3;

    /** The numbers of tokens that sellers list a price for. */
    private static final Set<BigDecimal> LISTED =
            Set.of(new BigDecimal("1"), new BigDecimal("1e3"), new BigDecimal("1e6"));

    private static final Set<Intent> OF_PRICES =
            EnumSet.of(Intent.ESTIMATE, Intent.MODELS, Intent.COMPARE, Intent.RECOMMEND, Intent.TCO);

    private static final List<Cue> LENGTHS = List.of(Cue.INPUT, Cue.OUTPUT, Cue.IN, Cue.OUT, Cue.PROMPT);

    private final ParseState state;
    private final SmallWords smallWords;

    private UnitPriceReader(ParseState state) {
        this.state = state;
        smallWords = new SmallWords(state);
    }

    /** Fills the slot, and takes a listed number of tokens back as the value of another one. */
    public static void read(ParseState state) {
        new UnitPriceReader(state).read();
    }

    private void read() {
        int tried = 0;
        for (int i = 0; i < state.size() && tried < MOST_TRIED; i++) {
            if (state.terse && isDollarsPerMillion(i)) {
                int last = state.isAt(i + 1, Measure.TOKEN) ? i + 1 : i;
                state.withdraw(i);
                state.candidates.settle(i);
                state.slots.put(
                        SlotName.PRICED_UNIT, Slot.said(used(PricedUnit.TOKEN, i - 2, last), state.span(i - 2, last)));
                state.use(i - 2, last, Token.Use.CONNECTIVE);
                return;
            }
            PricedUnit unit = unitAt(i);
            tried += unit == null || unit == PricedUnit.EPOCH ? 0 : 1;
            int first = unit == null ? NONE : unit == PricedUnit.EPOCH ? each(i) : first(i);
            if (unit == null || first == NONE || !isAsked(unit, first, i)) {
                continue;
            }
            for (int k = first; k <= i; k++) {
                if (state.isNumberAt(k)) {
                    state.withdraw(k);
                }
            }
            state.slots.put(SlotName.PRICED_UNIT, Slot.said(used(unit, first, i), state.span(first, i)));
            state.use(first, i, Token.Use.CONNECTIVE);
            return;
        }
    }

    /** The 1M of {@code together vs fireworks, qwen3-8b lora, $/1M}: a sign without an amount asks for it. */
    private boolean isDollarsPerMillion(int number) {
        int next = state.isAt(number + 1, Measure.TOKEN) ? number + 2 : number + 1;
        return isListedNumber(number)
                && state.isAt(number - 1, Cue.PER)
                && state.isSymbolAt(number - 2, '$')
                && !state.isNumberAt(number - 3)
                && !state.isAssignmentAt(next)
                && !state.isNumberAt(next);
    }

    private boolean isAsked(PricedUnit unit, int first, int last) {
        if (isAlone(first, last)) {
            return unit != PricedUnit.HOSTING_HOUR || runsBefore();
        }
        // "what does it cost if every example has 300 tokens"
        boolean subject = state.at(last + 1) != null && state.hasTyped(last + 1, Trait.CONTAINS);
        boolean describes =
                subject || isAlternative(first, last) || isWayToPay(unit, first, last) || isKindOfSeller(last);
        if (unit != PricedUnit.EPOCH && describes) {
            return false;
        }
        boolean brief = state.remembered.isEmpty() && state.size() <= SHORT;
        boolean speaks = state.terse || brief || state.sentence(first).asks();
        if (unit == PricedUnit.REQUEST && (speaks || state.asks()) && isLimited(first, last)) {
            return true;
        }
        return speaks
                && switch (unit) {
                    case EPOCH -> !isOfCount(first - 1) && !isOfEvaluation(first);
                    case HOSTING_HOUR ->
                        isOfHosting(first) && (isHourly(first) || isForEvery(first) || isPriced(first, last));
                    default -> isForEvery(first) || isPriced(first, last);
                };
    }

    /** {@code and per ticket?}, {@code what's that an hour}: after an answer a unit asks for its price without a word for it. */
    private boolean isAlone(int first, int last) {
        boolean one = state.isAt(first, Cue.ARTICLE);
        int verb = state.isAt(first - 1, Cue.IS) ? first - 2 : first - 1;
        boolean named = one && state.isAt(verb, Cue.QUESTION) && !isPricedBehind(last);
        boolean asked = !one || state.sentence(first).asks();
        if (state.remembered.isEmpty() || state.size() > SHORT || named || !asked) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            boolean within = first <= i && i <= last;
            boolean small = smallWords.isAt(i) || isPrice(i) || state.isAt(i, Cue.WHAT_ABOUT) || state.isAt(i, Cue.PER);
            if (!within && (!small || state.isAt(i, Cue.THANKS))) {
                return false;
            }
        }
        return true;
    }

    /** True if the answer before was about running a model. */
    private boolean runsBefore() {
        return state.isRunningRemembered() || state.remembered.has(SlotName.REQUESTS_PER_DAY);
    }

    /** {@code per token or per hour}, {@code is the price per token counted once}. */
    private boolean isAlternative(int first, int last) {
        return state.isAt(last + 1, Cue.OR)
                || state.isAt(first - 1, Cue.OR)
                || state.isAt(state.sentence(first).first(), Cue.IS);
    }

    /** The sellers of {@code the price on per-token providers}. */
    private boolean isKindOfSeller(int last) {
        return state.hasTyped(last + 1, Trait.PROVIDER_NOUN);
    }

    /** {@code beat paying per token}, {@code i still pay for every request}. */
    private boolean isWayToPay(PricedUnit unit, int first, int last) {
        int before = state.isAt(first - 1, Cue.FOR) ? first - 2 : first - 1;
        return unit != PricedUnit.HOSTING_HOUR && last == first + 1 && state.hasTyped(before, Trait.PAYS);
    }

    /** {@code for every request}, as a command says it. */
    private boolean isForEvery(int first) {
        return state.terse && state.isAt(first, Cue.EVERY) && state.isAt(first - 1, Cue.FOR);
    }

    private @Nullable PricedUnit unitAt(int i) {
        if (isOfTraffic(i)) {
            return PricedUnit.REQUEST;
        }
        if (state.token(i).kind != Token.Kind.LEXEME) {
            return null;
        }
        Measure measure = state.measureAt(i);
        if (measure == Measure.EPOCH) {
            return PricedUnit.EPOCH;
        }
        if (measure == Measure.TOKEN) {
            return PricedUnit.TOKEN;
        }
        if (measure == Measure.HOUR || isHourly(i)) {
            return PricedUnit.HOSTING_HOUR;
        }
        if (measure == Measure.REQUEST) {
            return PricedUnit.REQUEST;
        }
        if (measure == Measure.ITEM || state.hasTyped(i, Trait.UNIT_OF_REQUEST)) {
            return isOfData() ? PricedUnit.EXAMPLE : PricedUnit.REQUEST;
        }
        return measure == Measure.EXAMPLE || state.hasTyped(i, Trait.UNIT_OF_EXAMPLE) ? PricedUnit.EXAMPLE : null;
    }

    /** The note of {@code cost per delivery note at 18,000 notes a day}: one of what the traffic counts, whatever it is. */
    private boolean isOfTraffic(int i) {
        boolean led = state.isAt(i - 1, Cue.PER) || state.isAt(i - 2, Cue.PER);
        if (!led || state.isNumberAt(i) || state.isBreakAt(i) || state.isPluralAt(i) || state.isAt(i, Category.UNITS)) {
            return false;
        }
        String plural = Plural.of(state.typed(i, i));
        return state.candidates.of(SlotName.REQUESTS_PER_DAY).stream()
                .mapToInt(SlotCandidates.Candidate::token)
                .flatMap(number -> IntStream.rangeClosed(number + 1, number + 2))
                .anyMatch(noun ->
                        state.at(noun) != null && state.typed(noun, noun).equals(plural));
    }

    /** Tickets, where they are counted, are examples or requests as their number is, in the message or before it. */
    private boolean isOfData() {
        boolean examples = state.candidates.has(SlotName.EXAMPLES) || state.remembered.has(SlotName.EXAMPLES);
        return examples && !state.candidates.has(SlotName.REQUESTS_PER_DAY) && !runsBefore();
    }

    /** Returns the index of the {@code per} of {@code per million output tokens}, or of what stands in its place. */
    private int first(int unit) {
        if (isHourly(unit)
                || (state.isAt(unit, Category.PERIODS) && isAlone(unit, unit))
                || state.hasTyped(unit, Trait.UNIT_OF_REQUEST)
                || state.hasTyped(unit, Trait.UNIT_OF_EXAMPLE)) {
            return unit;
        }
        boolean role = false;
        int earliest = unit;
        for (int i = unit - 1; i >= Math.max(0, unit - REACH) && !state.isBreakAt(i); i--) {
            if (state.isAt(i, Cue.PER) || state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY)) {
                return i;
            }
            if (i == unit - 1 && state.isAt(i - 1, Cue.PER) && isOfTraffic(unit)) {
                return i - 1;
            }
            if (isListedNumber(i) && !isOne(i)) {
                boolean alone = role && (isPriceOf(i - 1) || isPrice(unit + 1));
                return state.isAt(i - 1, Cue.PER) ? i - 1 : alone ? i : NONE;
            }
            if (isOne(i)) {
                if (state.isRateAt(unit + 1)) {
                    return NONE;
                }
                if (state.isAt(i - 1, Cue.PER) || state.isAt(i - 1, Cue.EVERY)) {
                    return i - 1;
                }
                return isPriceOf(i - 1) || isPricedBehind(unit) || isAlone(i, unit) ? i : NONE;
            }
            if (!isWithinUnit(i)) {
                return role && isPrice(unit + 1) ? i + 1 : NONE;
            }
            role |= role(i) != null;
            earliest = i;
        }
        return role && isPrice(unit + 1) ? earliest : NONE;
    }

    /** {@code what does one call to it cost}. */
    private boolean isPricedBehind(int unit) {
        for (int i = unit + 1; i < state.clause(unit).end(); i++) {
            if (isPrice(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isWithinUnit(int i) {
        return role(i) != null
                || state.isAt(i, Category.MULTIPLIERS)
                || state.isSymbolAt(i, '-')
                || state.hasTyped(i, Trait.RUNS_MODEL)
                || state.hasTyped(i, Trait.FURTHER);
    }

    /** {@code a request}, {@code one request}. */
    private boolean isOne(int i) {
        Token token = state.at(i);
        boolean one = token != null
                && token.isNumber()
                && (token.end - token.start <= LETTERS_OF_ONE || state.hasTyped(i, Trait.FURTHER))
                && token.numeral().suffix() == ' '
                && token.numeral().scaled() == 0
                && token.numeral().value().compareTo(BigDecimal.ONE) == 0;
        return one || state.isAt(i, Cue.ARTICLE) || state.isOneAt(i);
    }

    private boolean isListedNumber(int i) {
        Token token = state.at(i);
        return token != null
                && token.numeral != null
                && !token.numeral.isRange()
                && LISTED.contains(Amounts.counted(token.numeral).value().stripTrailingZeros());
    }

    private @Nullable PricedUnit role(int i) {
        if (state.isAt(i, Cue.INPUT) || state.isAt(i, Cue.PROMPT)) {
            return PricedUnit.INPUT_TOKEN;
        }
        if (state.isAt(i, Cue.OUTPUT)) {
            return PricedUnit.OUTPUT_TOKEN;
        }
        return state.isAt(i, Cue.TRAINING) ? PricedUnit.TRAINING_TOKEN : null;
    }

    /**
     * Returns the unit by the word for what its tokens are used for, within it or on either side, or anywhere in a sentence
     * about tuning, or before it where nothing runs: {@code how does it bill for fine-tuning a 7b? what per million tokens?}.
     */
    private PricedUnit used(PricedUnit unit, int first, int last) {
        if (unit != PricedUnit.TOKEN) {
            return unit;
        }
        for (int i = last + 1; i >= Math.max(state.clause(first).first(), first - 2); i--) {
            PricedUnit used = role(i);
            if (used != null) {
                return used;
            }
        }
        boolean runs = state.hasTypedAnywhere(Trait.RUNS_MODEL);
        int from = runs ? state.sentence(first).first() : 0;
        for (int i = from; i < state.sentence(first).end(); i++) {
            boolean named = state.isAt(i, Category.METHODS) && !runs;
            if (named || state.isAt(i, Cue.TRAINING) || state.hasTyped(i, Trait.TUNING_WORK)) {
                return PricedUnit.TRAINING_TOKEN;
            }
        }
        return unit;
    }

    /** True if a word for a price stands before the unit, and no amount between, or right behind it. */
    private boolean isPriced(int first, int last) {
        if (isAmount(first - 1)) {
            return false;
        }
        if (isPrice(last + 1) || (isOne(first) && isPricedBehind(last))) {
            return true;
        }
        for (int i = first - 1; i >= state.clause(first).first(); i--) {
            if (isPrice(i)) {
                return true;
            }
            if (isAmount(i) && !state.isOfMention(i)) {
                return false;
            }
        }
        return false;
    }

    /** {@code a budget of $0.50 per 1,000 answers}, {@code COGS per 1000 answers must stay under $0.50}: a limit asks which price is below it. */
    private boolean isLimited(int first, int last) {
        int clause = state.clause(first).first();
        boolean behindSum = isSumAt(first - 1);
        for (int i = first - 1; behindSum && i >= Math.max(clause, first - REACH); i--) {
            if (isLimit(i)) {
                return true;
            }
        }
        for (int i = last + 1; i < state.clause(last).end(); i++) {
            if (state.isNumberAt(i)) {
                return isSumAt(i) && (isLimit(i - 1) || isLimit(i - 2));
            }
        }
        return false;
    }

    private boolean isSumAt(int number) {
        return state.isNumberAt(number) && state.isSymbolAt(number - 1, '$');
    }

    private boolean isLimit(int i) {
        return !state.isNumberAt(i)
                && (state.hasTyped(i, Trait.CAPS)
                        || state.hasTyped(i, Trait.SPENDING_LIMIT)
                        || state.isAt(i, Trait.BUDGET_NOUN));
    }

    /** {@code 600 tokens in, 80 out per request}: the end of a number of something else. */
    private boolean isAmount(int i) {
        boolean unit = state.isAt(i, Category.UNITS) && state.measureAt(i) != Measure.HOUR;
        return unit || state.isNumberAt(i) || LENGTHS.stream().anyMatch(cue -> state.isAt(i, cue) && !isPrice(i + 1));
    }

    private boolean isPrice(int i) {
        Token token = state.at(i);
        Intent intent = token == null ? null : token.intent();
        return intent != null && OF_PRICES.contains(intent);
    }

    /** {@code price of a}, {@code how much is a}. */
    private boolean isPriceOf(int i) {
        boolean joins = state.isAt(i, Cue.OF) || state.isAt(i, Cue.FOR) || state.isAt(i, Cue.IS);
        return joins && isPrice(i - 1);
    }

    /** {@code hourly rate}, {@code hourly hosting fee}. */
    private boolean isHourly(int i) {
        return state.hasTyped(i, Trait.HOURLY_PRICE)
                || (state.hasTyped(i, Trait.HOURLY) && (isPrice(i + 1) || isPrice(i + 2) || isAlone(i, i)));
    }

    private boolean isOfHosting(int i) {
        if (state.has(Category.GPUS) || state.hasTypedAnywhere(Trait.GPU) || state.has(Cue.SELF_HOST)) {
            return false;
        }
        for (int k = state.sentence(i).first(); k < state.sentence(i).end(); k++) {
            if (state.hasTyped(k, Trait.RUNS_MODEL)) {
                return true;
            }
        }
        // "how much does fireworks charge per hour for a tuned llama 70b"
        return state.has(Category.PROVIDERS) && state.has(Category.TUNING);
    }

    /** Returns the index of the {@code each} of {@code each extra epoch}, or -1. */
    private int each(int epoch) {
        for (int i = epoch - 1; i >= Math.max(0, epoch - REACH_OF_EPOCH) && !state.isBreakAt(i); i--) {
            if (state.isAt(i, Cue.PER) || state.isAt(i, Cue.EACH) || state.isAt(i, Cue.EVERY)) {
                return i;
            }
            if (!state.hasTyped(i, Trait.FURTHER)) {
                return state.isAt(i, Cue.ARTICLE) && isAlone(i, epoch) ? i : NONE;
            }
        }
        return NONE;
    }

    /** {@code eval on val every epoch, cost?}: how often the model is evaluated. */
    private boolean isOfEvaluation(int each) {
        for (int i = each - 1; i >= each - REACH && !state.isBreakAt(i) && !isPrice(i); i--) {
            if (state.isAt(i, Measure.EVALUATION)
                    || state.isAt(i, Cue.VALIDATION)
                    || (!state.isNumberAt(i) && !state.isAt(i, Measure.RUN) && state.hasTyped(i, Trait.EVALUATES))) {
                return true;
            }
        }
        return false;
    }

    /** {@code 2M tokens per epoch}, {@code 900 tok/ea, epochs=9}: a number of the data or of the time. */
    private boolean isOfCount(int before) {
        boolean unit = state.isAt(before, Category.UNITS) && state.measureAt(before) != Measure.EPOCH;
        return unit || state.isNumberAt(before) || state.isSlash(before);
    }
}
