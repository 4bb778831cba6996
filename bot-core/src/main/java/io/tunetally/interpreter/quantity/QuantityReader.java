package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Corrections;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.TextLengths;
import io.tunetally.interpreter.sentence.UnitFinder;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.interpreter.traffic.TokenVolumes;
import io.tunetally.interpreter.traffic.TrafficQuantities;
import io.tunetally.interpreter.traffic.TrafficRates;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Assigns a slot to every number, or none, by the unit beside it. */
public final class QuantityReader {
    /** Below it a number before {@code data} or {@code train} counts something else. */
    private static final BigDecimal FEWEST_WITHOUT_UNIT = BigDecimal.valueOf(30);

    /** Fewer tokens make no file. */
    private static final BigDecimal FEWEST_TOKENS = BigDecimal.valueOf(10_000);

    /** The most words between a verb of hosting and the number of copies. */
    private static final int RUN_REACH = 8;

    /** The most words from a number to the bracket with its former value. */
    private static final int REACH_OF_FORMER = 8;

    private final ParseState state;
    private final UnitFinder unitFinder;
    private final TokenQuantities tokenQuantities;
    private final TextLengths lengths;
    private final BareTokens bareTokens;
    private final CachedShare cachedShare;
    private final TrafficQuantities traffic;
    private final TimeSpans times;
    private final MoneyQuantities money;
    private final ExampleQuantities examples;
    private final Repetitions repetitions;
    private final OtherNumbers others;

    private QuantityReader(ParseState state) {
        this.state = state;
        unitFinder = state.unitFinder;
        tokenQuantities = new TokenQuantities(state);
        lengths = new TextLengths(state);
        bareTokens = new BareTokens(state);
        cachedShare = new CachedShare(state);
        traffic = new TrafficQuantities(state);
        times = new TimeSpans(state);
        money = new MoneyQuantities(state);
        examples = new ExampleQuantities(state, traffic);
        repetitions = new Repetitions(state, traffic);
        others = new OtherNumbers(state, traffic);
    }

    public static void read(ParseState state) {
        QuantityReader reader = new QuantityReader(state);
        new TokenPairs(state).read();
        HeldOutExamples heldOut = HeldOutExamples.read(state);
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.isNumber() && token.use == Token.Use.NOTHING) {
                reader.number(i);
            }
        }
        reader.times.readWithoutNumber();
        reader.cachedShare.readParts();
        new TrafficRates(state).settle();
        new TokenVolumes(state).settle();
        PromptPair.read(state);
        Portions.read(state);
        Corrections.read(state);
        Statistics.read(state);
        CountedNouns.read(state);
        CountSum.read(state);
        heldOut.settle();
        reader.repetitions.often();
        reader.repetitions.settleHours();
        BareNumbers.read(state);
        reader.tokenQuantities.settleOpen();
        reader.repetitions.oncePretrained();
    }

    private void number(int i) {
        if (others.isMarker(i) || others.countsGpus(i) || isTakenBack(i) || money.read(i) || others.isRateBase(i)) {
            return;
        }
        if (isCorrection(i) || isLengthOfRequest(i)) {
            return;
        }
        if (unitFinder.isNumberOfName(i)) {
            ignore(i);
            return;
        }
        SlotName<?> tokens = state.has(Cue.BILLED) || state.has(Measure.TOKEN) ? withoutUnit(i) : null;
        if (tokens != null) {
            state.claim(tokens, i, i, i);
            return;
        }
        if (isAssignedCount(i)) {
            state.claim(SlotName.EXAMPLES, i, i - 2, i);
            return;
        }
        boolean named = unitFinder.isNamed(i);
        int right = named ? -1 : unitFinder.right(i);
        if (right >= 0) {
            counted(i, right, state.token(right));
            return;
        }
        if (times.readShort(i)) {
            return;
        }
        if (isBareFactor(i)) {
            ignore(i);
            return;
        }
        boolean gpu = (state.isAt(i - 1, Cue.ARTICLE) || isPerHour(i)) && others.isGpu(i);
        if (gpu || percent(i) || bareTokens.read(i) || traffic.readWithoutUnit(i)) {
            return;
        }
        if (isOfThem(i) || (!named && isTrainedOn(i))) {
            state.claim(SlotName.EXAMPLES, i, i, Math.min(i + 1, state.size() - 1));
            return;
        }
        int left = unitFinder.left(i);
        if (left < 0 && !named && others.isGpu(i)) {
            return;
        }
        if (left >= 0) {
            named(i, left, state.token(left));
        } else if (named || others.isYear(i) || others.isIdentifier(i)) {
            ignore(i);
        }
    }

    /** The {@code 5000} of {@code model=gpt-4o n=5000 epochs=3}, of {@code dataset_size: 5000}, of {@code our data is 5000}. */
    private boolean isAssignedCount(int i) {
        if (i < 2 || state.candidates.has(SlotName.EXAMPLES)) {
            return false;
        }
        boolean assigned = state.isSymbolAt(i - 1, '=');
        boolean named = state.terse
                && assigned
                && state.hasTyped(i - 2, Trait.COUNT_NAME)
                && !(state.isAt(i + 1, Measure.TOKEN) && !state.isSymbolAt(i + 2, '='));
        boolean said = assigned || state.isSymbolAt(i - 1, ':') || state.isAt(i - 1, Trait.FORM_OF_BE);
        return named || (said && isData(i - 2) && isLarge(i) && unitFinder.right(i) < 0);
    }

    private boolean isData(int name) {
        return state.hasTyped(name, Trait.TRAINING_DATA) || state.hasTyped(name, Trait.DATA_SIZE);
    }

    /** {@code x4 please} in a conversation does not say what is multiplied. */
    private boolean isBareFactor(int i) {
        return i == 1 && state.isTimesSign(0) && !state.remembered.isEmpty();
    }

    private boolean isLarge(int i) {
        Numeral count = state.token(i).numeral();
        boolean large = count.isAmbiguous() || count.value().compareTo(FEWEST_WITHOUT_UNIT) >= 0;
        return large && count.suffix() != 'b';
    }

    /** {@code 80 in} in a conversation about the lengths of requests. */
    private boolean isLengthOfRequest(int i) {
        if (!state.remembered.has(SlotName.INPUT_TOKENS) || !state.isBreakAt(i + 2)) {
            return false;
        }
        boolean in = state.isAt(i + 1, Cue.IN) || state.isAt(i + 1, Cue.INPUT);
        boolean out = state.isAt(i + 1, Cue.OUT) || state.isAt(i + 1, Cue.OUTPUT);
        if (in || out) {
            state.claim(in ? SlotName.INPUT_TOKENS : SlotName.OUTPUT_TOKENS, i, i, i + 1);
        }
        return in || out;
    }

    /** Returns the slot of {@code 40M trained tokens}, {@code token counts are in: 7.3M for the train file}, or null. */
    private @Nullable SlotName<?> withoutUnit(int i) {
        Token next = state.at(i + 1);
        boolean billed = next != null && next.is(Cue.BILLED) && !state.isAt(i + 2, Category.UNITS);
        boolean file =
                next != null && next.is(Cue.FOR) && (state.isAt(i + 2, Cue.TOTAL) || state.isAt(i + 3, Cue.TOTAL));
        billed |= isNamedAsBilled(i);
        boolean many = (billed || file)
                && Amounts.counted(state.token(i).numeral()).value().compareTo(FEWEST_TOKENS) >= 0;
        return many ? billed ? SlotName.BILLED_TOKENS : SlotName.TOTAL_TOKENS : null;
    }

    /** {@code trained_tokens=5,812,400}, {@code num_input_tokens_seen: 48.3M}. */
    private boolean isNamedAsBilled(int number) {
        int name = number - 1;
        while (state.isSymbolAt(name, '=') || state.isSymbolAt(name, ':') || state.isAt(name, Cue.IS)) {
            name--;
        }
        return state.isAt(name, Cue.BILLED) && state.isAt(name, Trait.NAMES_TOKENS) && !state.isNumberAt(name - 1);
    }

    /** The {@code 3090} of {@code 3090/hr}. */
    private boolean isPerHour(int i) {
        return state.isAt(i + 1, Cue.PER) && state.isAt(i + 2, Measure.HOUR);
    }

    /** The {@code 3} of {@code 2 epochs instead of 3}. */
    private boolean isTakenBack(int i) {
        boolean taken = state.isAt(i - 1, Cue.INSTEAD_OF)
                || (state.isAt(i - 1, Cue.NOT) && !Corrections.isMeant(state, i))
                || isFormer(i);
        if (taken) {
            ignore(i);
            return true;
        }
        return false;
    }

    /** The {@code 31k} of {@code 27,500 left after dedup (was 31k)}, the 6,000 of {@code down to 5,480 (from 6,000)}. */
    private boolean isFormer(int i) {
        int word = state.isAt(i - 1, Cue.ABOUT) ? i - 2 : i - 1;
        boolean former = state.hasTyped(word, Trait.FORMER) || state.isAt(word, Cue.FROM);
        if (!former || !state.isSymbolAt(word - 1, '(')) {
            return false;
        }
        int first = Math.max(state.sentence(i).first(), word - REACH_OF_FORMER);
        for (int k = word - 2; k >= first; k--) {
            if (state.isNumberAt(k)) {
                return true;
            }
        }
        return false;
    }

    /** The {@code 4} of {@code not 3 epochs but 4}. */
    private boolean isCorrection(int i) {
        Token taken = state.at(i - 3);
        Measure measure = state.measureAt(i - 2);
        boolean corrects = taken != null
                && taken.isNumber()
                && taken.use == Token.Use.KNOWN_NON_SLOT
                && measure != null
                && state.isAt(i - 1, Cue.BUT);
        if (!corrects || unitFinder.right(i) >= 0) {
            return false;
        }
        measured(i, i - 2, measure, true);
        return true;
    }

    /** {@code each example has 500 tokens and I have 750 of them}. */
    private boolean isOfThem(int i) {
        return state.isAt(i + 1, Cue.OF)
                && state.isAt(i + 2, Cue.THEM)
                && !state.candidates.has(SlotName.EXAMPLES)
                && !state.unitFinder.countsExamples()
                && (state.has(Measure.EXAMPLE) || state.has(Measure.ITEM));
    }

    /** {@code 8,200 train / 900 test rows}, {@code 2000 for training}, {@code our 52k dataset}, {@code 200 data}. */
    private boolean isTrainedOn(int i) {
        boolean data = state.isAt(i + 1, Category.TOPICS) && state.isAt(i + 1, Trait.DATA);
        boolean split = state.isAt(i - 1, Cue.TRAINING)
                && !state.isAt(i - 2, Cue.PERSON)
                && (state.isSlash(i + 1) || state.isSymbolAt(i + 1, ')') || state.isBreakAt(i + 1));
        boolean train = state.isAt(i + 1, Cue.TRAINING)
                && !state.isAt(i + 2, Category.UNITS)
                && !state.isSymbolAt(i + 2, '_')
                && !state.isAt(i - 1, Cue.ARTICLE);
        return isLarge(i) && (data || train || split || isNamedData(i));
    }

    /** {@code gemma 4 31b, data 3000, epochs 4}. */
    private boolean isNamedData(int i) {
        return state.hasTyped(i - 1, Trait.TRAINING_DATA) && state.isBreakAt(i - 2) && state.isBreakAt(i + 1);
    }

    private boolean percent(int i) {
        if (!state.isSymbolAt(i + 1, '%')) {
            return false;
        }
        cachedShare.read(i, i + 1);
        return true;
    }

    private void counted(int i, int right, Token unit) {
        if (unit.is(Category.RATES) || unit.is(Category.PERIODS)) {
            traffic.rate(i, right);
            return;
        }
        measured(i, right, unit.measure(), true);
    }

    private void named(int i, int left, Token unit) {
        int requests = ratedRequests(left);
        if (requests >= 0) {
            traffic.flag(i, requests, left);
            return;
        }
        if (unit.is(Category.KNOBS)) {
            ignore(i);
            unit.use = Token.Use.KNOWN_NON_SLOT;
        } else if (unit.is(Category.RATES)) {
            traffic.rate(i, left);
        } else if (state.isAt(left - 1, Cue.PER) && state.isAt(left - 2, Measure.TOKEN)) {
            // "tokens/example: 450"
            tokenQuantities.read(i, left - 2, false);
        } else if (unit.is(Measure.RUN) && state.isAt(left - 1, Cue.PER) && state.isAt(left - 2, Measure.EPOCH)) {
            // "epochs per run: 3"
            repetitions.epochs(i, left - 2, false);
        } else {
            measured(i, left, unit.measure(), false);
        }
    }

    /** Returns the index of the requests of {@code requests per day: 4000}, {@code --requests-per-day 4000}, or -1. */
    private int ratedRequests(int time) {
        int per = beforeSeparator(time - 1);
        int requests = state.isAt(per, Cue.PER) ? beforeSeparator(per - 1) : -1;
        return state.isAt(requests, Measure.REQUEST) && Periods.timeOf(state.measureAt(time)) != null ? requests : -1;
    }

    private int beforeSeparator(int index) {
        return state.isSymbolAt(index, '-') || state.isSymbolAt(index, '_') ? index - 1 : index;
    }

    private void measured(int i, int unit, @Nullable Measure measure, boolean follows) {
        if (measure == null) {
            return;
        }
        switch (measure) {
            case EXAMPLE, ITEM -> items(i, unit, follows, measure);
            case WORD -> words(i, unit, follows);
            case TOKEN -> tokenQuantities.read(i, unit, follows);
            case EPOCH -> repetitions.epochs(i, unit, follows);
            case REQUEST -> traffic.requests(i, unit, follows);
            case DAY -> {
                if (!repetitions.days(i, unit, times.count(i, unit))) {
                    times.read(i, unit, TimeUnit.DAY);
                }
            }
            case SECOND, MINUTE, WEEK, MONTH, QUARTER, YEAR ->
                times.read(i, unit, Objects.requireNonNull(measure.time()));
            case HOUR -> repetitions.hours(i, unit);
            case RUN -> repetitions.runs(i, unit, follows);
            case TIMES -> repetitions.times(i, unit);
            case EVALUATION -> state.claim(SlotName.EVALUATIONS, i, Math.min(i, unit), Math.max(i, unit));
            case CAPACITY -> capacity(i, unit);
            case SEQUENCE -> state.claim(SlotName.SEQUENCE_LENGTH, i, Math.min(i, unit), Math.max(i, unit));
            case PERCENT -> cachedShare.read(i, unit);
            case PARAMETER -> others.parameters(i, unit);
            case DOLLAR -> state.ignore(i, unit);
            case OTHER -> {
                if (!traffic.ofPeople(i, unit) && !traffic.ofEach(i, unit) && !traffic.ofShifts(i, unit)) {
                    sizes(i, unit);
                }
            }
        }
    }

    private void sizes(int i, int unit) {
        if (lengths.isSizeOfData(i, unit)) {
            lengths.bytesToTokens(i, unit);
            state.claim(SlotName.TOTAL_TOKENS, i, i, unit);
        } else {
            others.other(i, unit);
        }
    }

    private void items(int i, int unit, boolean follows, Measure measure) {
        if (lengths.areOfExample(i, unit)) {
            lengths.pagesToTokens(i);
            tokenQuantities.read(i, unit, follows);
            if (state.candidates.has(SlotName.EXAMPLES)) {
                state.candidates.settle(i);
            }
        } else if (lengths.arePagesOfText(i, unit)) {
            lengths.pagesToTokens(i);
            state.claim(SlotName.TOTAL_TOKENS, i, i, unit);
        } else {
            examples.read(i, unit, follows, measure);
        }
    }

    private void words(int i, int unit, boolean follows) {
        if (lengths.areData(i, unit)) {
            lengths.toTokens(i, unit);
            tokenQuantities.read(i, unit, follows);
        } else {
            others.other(i, unit);
        }
    }

    private void capacity(int i, int unit) {
        Token name = state.token(unit);
        boolean everyday = name.lexeme != null && name.lexeme.weak();
        if (name.is(Trait.REPLICA) && everyday && isLarge(i) && !isRun(i)) {
            // "250k ad copies"
            examples.read(i, unit, i < unit, Measure.ITEM);
        } else if (everyday && !state.has(Category.DEPLOYMENTS) && !state.terse && !isRun(i)) {
            if (!isLarge(i)) {
                state.ignore(i, unit);
            }
        } else {
            state.claim(SlotName.UNITS, i, Math.min(i, unit), Math.max(i, unit));
        }
    }

    /** {@code hosting three copies}. */
    private boolean isRun(int number) {
        for (int i = Math.max(state.clause(number).first(), number - RUN_REACH); i < number; i++) {
            if (state.hasTyped(i, Trait.RUNS_MODEL)) {
                return true;
            }
        }
        return false;
    }

    private void ignore(int i) {
        state.token(i).use = Token.Use.KNOWN_NON_SLOT;
    }
}
