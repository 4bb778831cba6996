package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Corrections;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.UnitFinder;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Assigns a slot to every number, or none, by the unit beside it. */
public final class QuantityReader {
    /** Below it a number before {@code data} or {@code train} counts something else. */
    private static final BigDecimal FEWEST_WITHOUT_UNIT = BigDecimal.valueOf(30);

    private static final int BILLION_DIGITS = 9;
    private static final BigDecimal MOST_GPUS = BigDecimal.valueOf(500);

    private final ParseState state;
    private final UnitFinder unitFinder;
    private final TokenQuantities tokenQuantities;
    private final BareTokens bareTokens;
    private final CachedShare cachedShare;
    private final TrafficQuantities traffic;
    private final TimeSpans times;
    private final MoneyQuantities money;
    private final ExampleQuantities examples;
    private final Repetitions repetitions;

    private QuantityReader(ParseState state) {
        this.state = state;
        unitFinder = state.unitFinder;
        tokenQuantities = new TokenQuantities(state);
        bareTokens = new BareTokens(state);
        cachedShare = new CachedShare(state);
        traffic = new TrafficQuantities(state);
        times = new TimeSpans(state);
        money = new MoneyQuantities(state);
        examples = new ExampleQuantities(state, traffic);
        repetitions = new Repetitions(state, traffic);
    }

    public static void read(ParseState state) {
        QuantityReader reader = new QuantityReader(state);
        new TokenPairs(state).read();
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.isNumber() && token.use == Token.Use.NOTHING) {
                reader.number(i);
            }
        }
        reader.times.readWithoutNumber();
        reader.traffic.settle();
        PromptPair.read(state);
        Portions.read(state);
        Corrections.read(state);
        Statistics.read(state);
        CountedNouns.read(state);
        CountChoice.read(state);
        reader.repetitions.often();
        reader.tokenQuantities.settleOpen();
        BareNumbers.read(state);
    }

    private void number(int i) {
        if (isMarker(i) || isTakenBack(i) || money.read(i) || isRateBase(i)) {
            return;
        }
        if (isCorrection(i)) {
            return;
        }
        boolean named = unitFinder.isNamed(i);
        int right = named ? -1 : unitFinder.right(i);
        if (right >= 0) {
            counted(i, right, state.token(right));
            return;
        }
        if (percent(i) || bareTokens.read(i) || traffic.readWithoutUnit(i)) {
            return;
        }
        if (isOfThem(i)) {
            claim(SlotName.EXAMPLES, i, i + 1);
            return;
        }
        if (!named && isTrainedOn(i)) {
            claim(SlotName.EXAMPLES, i, i + 1);
            return;
        }
        int left = unitFinder.left(i);
        if (left < 0 && !named && isGpu(i)) {
            return;
        }
        if (left >= 0) {
            named(i, left, state.token(left));
        } else if (named || isIdentifier(i)) {
            ignore(i);
        }
    }

    /** The {@code 3} of {@code 2 epochs instead of 3}. */
    private boolean isTakenBack(int i) {
        if (state.isAt(i - 1, Cue.INSTEAD_OF) || (state.isAt(i - 1, Cue.NOT) && !Corrections.isMeant(state, i))) {
            ignore(i);
            return true;
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

    /** {@code 1.} or {@code 2)} at the start of a line. */
    private boolean isMarker(int i) {
        Token before = state.at(i - 1);
        boolean lineStart = before == null || before.kind == Token.Kind.BREAK;
        Token after = state.at(i + 1);
        boolean mark = after != null && !after.spaced && (after.isSymbol('.') || after.isSymbol(')'));
        boolean more = state.at(i + 2) != null;
        if (lineStart && mark && more) {
            ignore(i);
            return true;
        }
        return false;
    }

    /** The {@code 1M} of {@code $3 per 1M tokens}, the {@code 8} of {@code 8xA100}. */
    private boolean isRateBase(int i) {
        boolean times = state.isTimesSign(i + 1);
        boolean factorOfGpu = state.isAt(times ? i + 2 : i + 1, Category.GPUS);
        boolean afterPer = state.isAt(i - 1, Cue.PER) && (!state.isSlash(i - 1) || state.isMoneyBefore(i - 1));
        boolean fraction = state.isSlash(i - 1)
                && state.isNumberAt(i - 2)
                && !state.token(i).spaced
                && !state.isAt(i + 1, Cue.IN)
                && !state.isAt(i + 1, Cue.OUT);
        if (factorOfGpu || afterPer || fraction) {
            ignore(i);
            Token unit = state.at(i + 1);
            if (unit != null && unit.is(Category.UNITS)) {
                unit.use = Token.Use.KNOWN_NON_SLOT;
            }
            return true;
        }
        return false;
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
        Numeral count = state.token(i).numeral();
        boolean large = count.isAmbiguous() || count.value().compareTo(FEWEST_WITHOUT_UNIT) >= 0;
        boolean data = state.isAt(i + 1, Category.TOPICS) && state.isAt(i + 1, Trait.DATA);
        boolean split = state.isAt(i - 1, Cue.TRAINING)
                && !state.isAt(i - 2, Cue.PERSON)
                && (state.isSlash(i + 1) || state.isSymbolAt(i + 1, ')') || state.isBreakAt(i + 1));
        boolean train = state.isAt(i + 1, Cue.TRAINING)
                && !state.isAt(i + 2, Category.UNITS)
                && !state.isSymbolAt(i + 2, '_')
                && !state.isAt(i - 1, Cue.ARTICLE);
        return large && count.suffix() != 'b' && (data || train || split);
    }

    /** The {@code 4090} of {@code 2 x 4090}: some GPUs are named by a number. */
    private boolean isGpu(int i) {
        if (!state.compiledLexicon.isGpuNumber(state.typed(i, i))) {
            return false;
        }
        ignore(i);
        int times = i - 1;
        if (state.isTimesSign(times) && state.isNumberAt(times - 1)) {
            ignore(times - 1);
        }
        return true;
    }

    private boolean isIdentifier(int i) {
        Token token = state.token(i);
        Token before = state.at(i - 1);
        boolean glued = before != null
                && !token.spaced
                && (before.kind == Token.Kind.CODE
                        || before.isSymbol('-')
                        || before.isSymbol('_')
                        || before.isSymbol('#')
                        || before.isSymbol('/')
                        || before.isSymbol('@')
                        || before.kind == Token.Kind.WORD);
        return glued;
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
        } else {
            measured(i, left, unit.measure(), false);
        }
    }

    /** Returns the index of the requests of {@code requests per day: 4000}, {@code --requests-per-day 4000}, or -1. */
    private int ratedRequests(int time) {
        int per = beforeSeparator(time - 1);
        int requests = state.isAt(per, Cue.PER) ? beforeSeparator(per - 1) : -1;
        return state.isAt(requests, Measure.REQUEST) ? requests : -1;
    }

    private int beforeSeparator(int index) {
        return state.isSymbolAt(index, '-') || state.isSymbolAt(index, '_') ? index - 1 : index;
    }

    private void measured(int i, int unit, @Nullable Measure measure, boolean follows) {
        if (measure == null) {
            return;
        }
        switch (measure) {
            case EXAMPLE, ITEM -> examples.read(i, unit, follows, measure);
            case TOKEN -> tokenQuantities.read(i, unit, follows);
            case EPOCH -> repetitions.epochs(i, unit, follows);
            case REQUEST -> traffic.requests(i, unit, follows);
            case SECOND, MINUTE, DAY, WEEK, MONTH, QUARTER, YEAR ->
                times.read(i, unit, Objects.requireNonNull(measure.time()));
            case HOUR -> repetitions.hours(i, unit);
            case RUN -> repetitions.runs(i, unit, follows);
            case TIMES -> repetitions.times(i, unit);
            case EVALUATION -> claim(SlotName.EVALUATIONS, i, unit);
            case CAPACITY -> capacity(i, unit);
            case SEQUENCE -> claim(SlotName.SEQUENCE_LENGTH, i, unit);
            case PERCENT -> cachedShare.read(i, unit);
            case PARAMETER -> parameters(i, unit);
            case DOLLAR -> ignore(i, unit);
            case OTHER -> other(i, unit);
        }
    }

    private void capacity(int i, int unit) {
        Token name = state.token(unit);
        boolean everyday = name.lexeme != null && name.lexeme.weak();
        if (everyday && !state.has(Category.DEPLOYMENTS) && !state.terse) {
            ignore(i, unit);
        } else {
            claim(SlotName.UNITS, i, unit);
        }
    }

    private void claim(SlotName<?> slot, int i, int unit) {
        state.candidates.add(slot, Amounts.counted(state.token(i).numeral()), i);
        state.use(Math.min(i, unit), Math.max(i, unit), Token.Use.CONNECTIVE);
        state.token(i).use = Token.Use.SLOT;
    }

    /** {@code an 8 billion parameter model}. */
    private void parameters(int i, int unit) {
        BigDecimal billions = Amounts.counted(state.token(i).numeral()).value().movePointLeft(BILLION_DIGITS);
        boolean size = state.mentions.isEmpty() && SlotName.SIZE_B.limits().allow(billions);
        if (size) {
            state.candidates.add(SlotName.SIZE_B, Numeral.of(billions), i);
            state.token(unit).use = Token.Use.CONNECTIVE;
            state.token(i).use = Token.Use.SLOT;
        } else {
            ignore(i, unit);
        }
    }

    /** {@code 80b model}: the size names the model; any other number of things is none of ours. */
    private void other(int i, int unit) {
        if (state.hasTyped(unit, Trait.HEADS) && traffic.perTime(i, unit, true)) {
            return;
        }
        if (state.isAt(unit, Trait.GPU) && isMany(i)) {
            state.claim(SlotName.EXAMPLES, i, i, unit);
            return;
        }
        if (state.isSize(i) && state.token(unit).is(Trait.MODEL_NOUN)) {
            state.token(unit).use = Token.Use.CONNECTIVE;
        } else {
            ignore(i, unit);
        }
    }

    /** {@code 33,500 cards} are of a catalogue. */
    private boolean isMany(int i) {
        return state.token(i).numeral().value().compareTo(MOST_GPUS) > 0;
    }

    private void ignore(int i) {
        state.token(i).use = Token.Use.KNOWN_NON_SLOT;
    }

    private void ignore(int i, int unit) {
        ignore(i);
        state.token(unit).use = Token.Use.KNOWN_NON_SLOT;
    }
}
