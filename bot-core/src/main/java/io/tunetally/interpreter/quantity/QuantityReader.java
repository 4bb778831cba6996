package io.tunetally.interpreter.quantity;

import io.tunetally.interpreter.count.PeakRates;
import io.tunetally.interpreter.count.UncountedNumbers;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.money.FreeTokens;
import io.tunetally.interpreter.money.MoneyQuantities;
import io.tunetally.interpreter.part.ChosenCounts;
import io.tunetally.interpreter.part.Corrections;
import io.tunetally.interpreter.part.CountsSaidAgain;
import io.tunetally.interpreter.part.JoinedCounts;
import io.tunetally.interpreter.part.LabelledParts;
import io.tunetally.interpreter.part.RevisedCounts;
import io.tunetally.interpreter.part.SmallAsides;
import io.tunetally.interpreter.prompt.CachedTokens;
import io.tunetally.interpreter.prompt.PromptFigures;
import io.tunetally.interpreter.prompt.PromptPair;
import io.tunetally.interpreter.run.LinkedEpochs;
import io.tunetally.interpreter.run.ReportedRuns;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.TextLengths;
import io.tunetally.interpreter.sentence.UnitFinder;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.interpreter.traffic.TicketFlow;
import io.tunetally.interpreter.traffic.TokenVolumes;
import io.tunetally.interpreter.traffic.TrafficQuantities;
import io.tunetally.interpreter.traffic.TrafficRates;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Assigns a slot to every number, or none, by the unit beside it. */
public final class QuantityReader {
    /** The most words from a number to the bracket with its former value. */
    private static final int REACH_OF_FORMER = 8;

    /** The most words from a unit to the {@code from} of a change, it included. */
    private static final int WORDS_BEFORE_FROM = 3;

    /** Nobody asks more sellers. */
    private static final BigDecimal MOST_OFFERS = BigDecimal.TEN;

    /** More values of one slot are a table. */
    private static final int MOST_VALUES = 4;

    private final ParseState state;
    private final UnitFinder unitFinder;
    private final TokenQuantities tokenQuantities;
    private final TextLengths lengths;
    private final BareTokens bareTokens;
    private final CachedShare cachedShare;
    private final TrafficQuantities traffic;
    private final HostingSpans hosting;
    private final TimeSpans times;
    private final MoneyQuantities money;
    private final ExampleQuantities examples;
    private final Repetitions repetitions;
    private final TrainingHours trainingHours;
    private final OtherNumbers others;

    private QuantityReader(ParseState state) {
        this.state = state;
        unitFinder = state.unitFinder;
        tokenQuantities = new TokenQuantities(state);
        lengths = new TextLengths(state);
        bareTokens = new BareTokens(state);
        cachedShare = new CachedShare(state);
        traffic = new TrafficQuantities(state);
        hosting = new HostingSpans(state);
        times = new TimeSpans(state, hosting);
        money = new MoneyQuantities(state);
        examples = new ExampleQuantities(state, traffic);
        repetitions = new Repetitions(state, traffic);
        trainingHours = new TrainingHours(state);
        others = new OtherNumbers(state, traffic);
    }

    public static void read(ParseState state) {
        QuantityReader reader = new QuantityReader(state);
        FreeTokens.read(state);
        new TokenPairs(state).read();
        reader.traffic.ofKindsOfDay();
        TicketFlow.read(state);
        CachedTokens.read(state);
        PromptFigures.read(state);
        PeakRates.read(state);
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
        reader.times.readBeforeTraffic();
        reader.traffic.settleTotals();
        reader.times.readAsked();
        PromptPair.read(state);
        JoinedCounts.read(state);
        Portions.read(state);
        SmallAsides.read(state);
        Corrections.read(state);
        RevisedCounts.read(state);
        ChosenCounts.read(state);
        LabelledParts.read(state);
        Statistics.read(state);
        reader.dropFractions();
        boolean known = state.candidates.has(SlotName.EXAMPLES);
        CountedNouns.read(state, reader.traffic);
        if (!known) {
            JoinedCounts.read(state);
        }
        CountsSaidAgain.read(state);
        CountSum.read(state);
        heldOut.settle();
        reader.repetitions.often();
        reader.trainingHours.settle();
        BareNumbers.read(state);
        reader.tokenQuantities.settleOpen();
        reader.repetitions.oncePretrained();
    }

    /** {@code F1 from 0.81 to 0.89}, {@code 9.60 in all}: without a unit a fraction counts no examples. */
    private void dropFractions() {
        for (int number : state.candidates.numbersOf(SlotName.EXAMPLES)) {
            Numeral numeral =
                    state.token(number).isNumber() ? state.token(number).numeral() : null;
            boolean fraction = numeral != null
                    && !numeral.isAmbiguous()
                    && numeral.suffix() == ' '
                    && numeral.value().stripTrailingZeros().scale() > 0;
            boolean named = unitFinder.isNamed(number)
                    && state.candidates.numbersOf(SlotName.EXAMPLES).size() == 1;
            if (fraction && !named && unitFinder.right(number) < 0) {
                state.withdraw(number);
                state.ignore(number);
                state.candidates.settle(number);
            }
        }
    }

    private void number(int i) {
        // "500 calls twice thru": of the data, and of no unit before it.
        boolean through = state.hasTyped(i, Trait.REPEATS) && state.hasTyped(i, Trait.PASSES_OVER);
        if (through
                || countsUnits(i)
                || others.isMarker(i)
                || others.isLedYear(i)
                || others.countsGpus(i)
                || others.countsCopies(i)
                || isTakenBack(i)
                || ReportedRuns.areTold(state, i)
                || money.read(i)
                || others.isRateBase(i)) {
            return;
        }
        if (isCorrection(i)
                || bareTokens.readOfRequest(i)
                || others.isOfSetting(i)
                || others.isStatus(i)
                || isFromTo(i)
                || countedByTool(i)
                || tokenQuantities.readNamedSpeed(i)) {
            return;
        }
        if (unitFinder.isNumberOfName(i) || others.isOfName(i)) {
            state.ignore(i);
            state.candidates.settle(i);
            return;
        }
        if (others.isSpreadOfKnownLength(i)) {
            state.saysBack(i, i + 1);
            return;
        }
        boolean extreme = others.isExtreme(i);
        if (extreme) {
            others.settleCountBefore(i);
        }
        if (extreme || others.isPeak(i) || UncountedNumbers.is(state, i) || others.isNumberOfThing(i)) {
            state.ignore(i);
            state.candidates.settle(i);
            state.background(i, i);
            return;
        }
        if (VagueAmounts.isOfMany(state, i) || isStepsInAll(i) || isStepsAtBatch(i)) {
            state.ignore(i);
            state.candidates.settle(i);
            return;
        }
        if (lengths.areOfDocument(i)) {
            document(i);
            return;
        }
        if (bareTokens.readTotal(i) || examples.readAssigned(i) || LinkedEpochs.read(state, i)) {
            return;
        }
        if (state.isOfThemAt(i + 1) && traffic.readWithoutUnit(i)) {
            return;
        }
        if ((isPerHour(i) || others.isRentedGpu(i)) && others.readGpu(i)) {
            return;
        }
        boolean named = unitFinder.isNamed(i);
        int right = named ? -1 : unitFinder.right(i);
        if (right >= 0) {
            counted(i, right, state.token(right));
            return;
        }
        if (hosting.readShort(i)) {
            return;
        }
        if (isBareFactor(i)) {
            state.ignore(i);
            return;
        }
        if (others.namesGpu(i) && isOneThing(i) && others.readGpu(i)) {
            return;
        }
        // "8b" without a unit is the size of a model.
        boolean size = state.isSize(i);
        if (!size && (percent(i) || bareTokens.read(i) || traffic.readWithoutUnit(i))) {
            return;
        }
        if (!size && examples.readWithoutUnit(i, named)) {
            return;
        }
        int left = unitFinder.left(i);
        if (left < 0 && !named && others.readGpu(i)) {
            return;
        }
        if (left >= 0) {
            named(i, left, state.token(left));
        } else if (named || others.isYear(i) || others.isIdentifier(i)) {
            state.ignore(i);
        }
    }

    /** {@code 10 gpt-4.1 provisioned units}, {@code 2 dedicated llama 8b units}: the model stands between the number and the units. */
    private boolean countsUnits(int number) {
        int name = state.isAt(number + 1, Category.DEPLOYMENTS) ? number + 2 : number + 1;
        for (Mention mention : state.mentions) {
            if (mention.first() == name) {
                int next = mention.last() + 1;
                int unit = state.isAt(next, Category.DEPLOYMENTS) ? next + 1 : next;
                boolean units = state.isAt(unit, Measure.CAPACITY);
                if (units) {
                    state.candidates.add(SlotName.UNITS, state.token(number).numeral(), number);
                    state.candidates.settle(number);
                    state.token(number).use = Token.Use.SLOT;
                    state.token(unit).use = Token.Use.CONNECTIVE;
                }
                return units;
            }
        }
        return false;
    }

    /** {@code wc -w corpus.txt says 900,000}: the words of the whole text. */
    private boolean countedByTool(int i) {
        if (!lengths.areCountedByTool(i)) {
            return false;
        }
        lengths.wordsToTokens(i);
        state.claim(SlotName.TOTAL_TOKENS, i, i, i);
        state.candidates.settle(i);
        return true;
    }

    /** {@code x4 please} in a conversation does not say what is multiplied. */
    private boolean isBareFactor(int i) {
        return i == 1 && state.isTimesSign(0) && !state.remembered.isEmpty();
    }

    /** The {@code 4090} of {@code a 4090}, {@code can our 4090 train it}, {@code one 4090}. */
    private boolean isOneThing(int i) {
        boolean counts = state.isPluralAt(i + 1);
        return state.isAt(i - 1, Cue.ARTICLE)
                || (!counts && (state.hasTyped(i - 1, Trait.OWNER) || state.isOneAt(i - 1)));
    }

    /** The {@code 3090} of {@code 3090/hr}. */
    private boolean isPerHour(int i) {
        boolean each = state.isAt(i + 1, Category.PERIODS) && state.timeAt(i + 1) == TimeUnit.HOUR;
        return each || (state.isAt(i + 1, Cue.PER) && state.isAt(i + 2, Measure.HOUR));
    }

    /** {@code epochs down from 50 to 10}, {@code from 3 epochs to 2}: the former value, which the one behind it replaces. */
    private boolean isFromTo(int i) {
        if (isEpochsBefore(i)) {
            state.ignore(i, i + 1);
            state.candidates.settle(i);
            state.claim(SlotName.EPOCHS, i + 3, i + 3, i + 3);
            return true;
        }
        int from = i - 1;
        if (!state.isAt(from, Cue.FROM)) {
            return false;
        }
        if (changesEpochs(i)) {
            return false;
        }
        int to = state.isAt(i + 1, Measure.EPOCH) ? i + 2 : i + 1;
        if (!state.isAt(to, Cue.TO) || !state.isNumberAt(to + 1) || unitFinder.right(to + 1) >= 0) {
            return false;
        }
        int unit = to == i + 2 ? i + 1 : from - 1;
        while (unit > from - WORDS_BEFORE_FROM && state.at(unit) != null && state.measureAt(unit) == null) {
            unit--;
        }
        Measure measure = state.measureAt(unit);
        // "8 epochs, loss from 7 to 2": the unit has its number, and what changes is something else.
        boolean counted = unit < from && state.isNumberAt(unit - 1);
        if (measure == null || counted) {
            return false;
        }
        state.ignore(i);
        measured(to + 1, unit, measure, false);
        return true;
    }

    /** The 3 of {@code 把3轮改成2轮}: without a word for "from", fewer epochs behind it are what is left of them. */
    private boolean isEpochsBefore(int i) {
        return state.text.isTranslated()
                && state.isAt(i + 1, Measure.EPOCH)
                && state.isAt(i + 2, Cue.TO)
                && state.isNumberAt(i + 3)
                && (state.isAt(i + 4, Measure.EPOCH) || !state.isUnitAt(i + 4))
                && state.token(i)
                                .numeral()
                                .value()
                                .compareTo(state.token(i + 3).numeral().value())
                        > 0;
    }

    /** {@code went from 2 to 5 epochs}, {@code epochs raised from 2 to 5}: no range, the second is what they are now. */
    private boolean changesEpochs(int range) {
        Token number = state.token(range);
        BigDecimal now = number.numeral().high();
        int verb = range - 2;
        boolean changes = state.hasTyped(verb, Trait.CHANGES_VALUE);
        boolean ofEpochs = state.isAt(range + 1, Measure.EPOCH) || state.isAt(verb - 1, Measure.EPOCH);
        if (now == null || !changes || !ofEpochs) {
            return false;
        }
        number.numeral = Numeral.of(now);
        return true;
    }

    /** The {@code 3} of {@code 2 epochs instead of 3}. */
    private boolean isTakenBack(int i) {
        boolean taken = state.isAt(i - 1, Cue.INSTEAD_OF)
                || (state.isAt(i - 1, Cue.NOT) && !Exclusion.isAnswer(state, i - 1) && !Corrections.isMeant(state, i))
                || isFormer(i);
        if (taken) {
            state.ignore(i);
            if (state.isAt(i - 1, Cue.INSTEAD_OF)) {
                dropReplaced(i);
            }
            if (isFormer(i)) {
                state.background(i, i);
            }
            return true;
        }
        return false;
    }

    /** The first 3 of {@code epochs 3. The next run has 2 epochs instead of 3}: the value that is replaced was said before. */
    private void dropReplaced(int old) {
        int now = state.isNumberAt(old - 2) ? old - 2 : old - 3;
        SlotName<?> slot = state.isNumberAt(now) ? state.candidates.slotOf(now) : null;
        List<Integer> values = slot == null ? List.of() : state.candidates.numbersOf(slot);
        if (values.size() > MOST_VALUES) {
            return;
        }
        for (int said : List.copyOf(values)) {
            boolean same = said < now
                    && state.isNumberAt(said)
                    && state.token(said)
                                    .numeral()
                                    .value()
                                    .compareTo(state.token(old).numeral().value())
                            == 0;
            if (same) {
                state.withdraw(said);
                state.candidates.settle(said);
            }
        }
    }

    /** The {@code 31k} of {@code 27,500 left after dedup (was 31k)}, the 6,000 of {@code down to 5,480 (from 6,000)}. */
    private boolean isFormer(int i) {
        int word = state.isAt(i - 1, Cue.ABOUT) ? i - 2 : i - 1;
        boolean former = state.hasTyped(word, Trait.FORMER) || state.isAt(word, Cue.FROM);
        // "7k calls, down from 11k"
        boolean down = state.isAt(word, Cue.FROM) && state.hasTyped(word - 1, Trait.DOWNWARDS);
        if (!former || !(state.isSymbolAt(word - 1, '(') || down || isFormerBehind(word, i))) {
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

    /** The 1,000 of {@code 880 letters now, was 1,000 before review}, the 6,000 of {@code 5,150 poems, previously 6,000}. */
    private boolean isFormerBehind(int word, int number) {
        if (!state.hasTyped(word, Trait.FORMER)) {
            return false;
        }
        int mark = state.hasTyped(word - 1, Trait.PRONOUN) || state.isAt(word - 1, Cue.PERSON) ? word - 2 : word - 1;
        boolean earlier = !state.hasTyped(word, Trait.PAST_VERB)
                || state.isAt(number + 1, Cue.AGO)
                || (state.isUnitAt(number + 1) && state.isAt(number + 2, Cue.AGO));
        return state.isSymbolAt(mark, ',') && earlier;
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

    private boolean percent(int i) {
        if (!state.isSymbolAt(i + 1, '%')) {
            return cachedShare.readNamed(i);
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
        if (unit.is(Category.KNOBS) && !(state.hasTyped(left, Trait.PLANS_WITH) && state.isAt(i + 1, Category.UNITS))) {
            state.ignore(i);
            if (state.isAssignmentAt(i - 1)) {
                state.candidates.settle(i);
            }
            unit.use = Token.Use.KNOWN_NON_SLOT;
            if (state.isAssignmentAt(i - 1)) {
                // "per_device_train_batch_size: 1": so clear that no weight reads it once more.
                state.candidates.settle(i);
            }
        } else if (unit.is(Category.RATES)) {
            traffic.rate(i, left);
        } else if (state.isAt(left - 1, Cue.PER)
                && state.isAt(left - 2, Measure.TOKEN)
                && (!state.isNumberAt(left - 3) || (isItem(unit) && unitFinder.isNamed(left - 3)))) {
            // "tokens/example: 450", "ex:1750 tok/ex:340", but not "640 tok / ep=2"
            tokenQuantities.read(i, left - 2, false);
        } else if (unit.is(Measure.RUN) && state.isAt(left - 1, Cue.PER) && state.isAt(left - 2, Measure.EPOCH)) {
            // "epochs per run: 3"
            repetitions.epochs(i, left - 2, false);
        } else {
            measured(i, left, unit.measure(), false);
        }
    }

    /** The 9000 of {@code at step 4400 of 9000}. */
    private boolean isStepsInAll(int i) {
        return state.isAt(i - 1, Trait.PART_OF) && state.isNumberAt(i - 2) && state.hasTyped(i - 3, Trait.JOB_STEPS);
    }

    /** The 800 of {@code 800 steps at global batch 64}, where the phrase before a step's number is none: {@code steps at 4400}. */
    private boolean isStepsAtBatch(int i) {
        boolean steps = state.isAt(i + 1, Category.KNOBS) && state.hasTyped(i + 1, Trait.JOB_ITERATIONS);
        return steps && !state.isAssignmentAt(i + 2) && !state.isNumberAt(i + 2);
    }

    private static boolean isItem(Token unit) {
        return unit.is(Measure.ITEM) || unit.is(Measure.EXAMPLE);
    }

    /** Returns the index of the requests of {@code requests per day: 4000}, {@code messages a day 1,800,}, {@code --requests-per-day 4000}, or -1. */
    private int ratedRequests(int time) {
        int per = beforeSeparator(time - 1);
        boolean each = state.isAt(per, Cue.PER) || state.isAt(per, Cue.ARTICLE);
        int requests = state.isAt(time, Category.PERIODS) ? time - 1 : each ? beforeSeparator(per - 1) : -1;
        boolean listed = state.isSymbolAt(time + 1, ':') || (state.isNumberAt(time + 1) && state.isBreakAt(time + 2));
        // "Faults per day: 140": whatever is counted at the beginning of a sentence.
        boolean headed = requests >= 0
                && !state.mentions.isEmpty()
                && state.isPluralAt(requests)
                && listed
                && requests == state.sentence(requests).first();
        boolean sent = headed || state.isAt(requests, Measure.REQUEST);
        return sent && Periods.timeOf(state.measureAt(time)) != null ? requests : -1;
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
                if (hosting.isOfHosting(unit) || !trainingHours.readDays(i, unit, times.count(i, unit))) {
                    times.read(i, unit, TimeUnit.DAY);
                }
            }
            case MINUTE -> {
                if (!hosting.readHours(i, unit, TimeUnit.MINUTE) && !trainingHours.readMinutes(i, unit)) {
                    times.read(i, unit, TimeUnit.MINUTE);
                }
            }
            case SECOND, WEEK, MONTH, QUARTER, YEAR -> times.read(i, unit, Objects.requireNonNull(measure.time()));
            case HOUR -> {
                if (!hosting.readHours(i, unit, TimeUnit.HOUR)) {
                    trainingHours.read(i, unit);
                }
            }
            case RUN -> repetitions.runs(i, unit, follows);
            case TIMES -> repetitions.times(i, unit);
            case EVALUATION -> state.claim(SlotName.EVALUATIONS, i, unit);
            case CAPACITY -> capacity(i, unit);
            case SEQUENCE -> state.claim(SlotName.SEQUENCE_LENGTH, i, unit);
            case PERCENT -> cachedShare.read(i, unit);
            case PARAMETER -> others.parameters(i, unit);
            case DOLLAR -> state.ignore(i, unit);
            case OTHER -> {
                if (!traffic.ofPeople(i, unit)
                        && !traffic.ofEach(i, unit)
                        && !traffic.ofShifts(i, unit)
                        && !traffic.ofPastPeriod(i, unit)) {
                    sizes(i, unit);
                }
            }
        }
    }

    private void sizes(int i, int unit) {
        if (lengths.isSizeOfData(i, unit)) {
            lengths.bytesToTokens(i, unit);
            state.claim(SlotName.TOTAL_TOKENS, i, i, unit);
            state.candidates.settle(i);
        } else {
            others.other(i, unit);
        }
    }

    /** {@code need 3 quotes for llama 70b}: offers of sellers, unlike {@code 3,000 quotes}, which are data. */
    private boolean areOffers(int i, int unit) {
        return state.hasTyped(unit, Trait.QUOTES)
                && state.isAt(unit + 1, Cue.FOR)
                && state.token(i).numeral().value().compareTo(MOST_OFFERS) <= 0;
    }

    private void items(int i, int unit, boolean follows, Measure measure) {
        if (areOffers(i, unit)) {
            state.ignore(i, unit);
            return;
        }
        if (lengths.areOfExample(i, unit)) {
            lengths.pagesToTokens(i);
            state.claim(SlotName.TOKENS_PER_EXAMPLE, i, i, unit);
            state.candidates.settle(i);
        } else if (lengths.arePagesOfText(i, unit)) {
            lengths.pagesToTokens(i);
            state.claim(SlotName.TOTAL_TOKENS, i, i, unit);
        } else if (measure != Measure.ITEM || !traffic.ofEvent(i, unit)) {
            examples.read(i, unit, follows, measure);
        }
    }

    /** {@code a 350-page manual}. */
    private void document(int i) {
        if (lengths.areDocumentToTrainOn()) {
            lengths.pagesToTokens(i);
            state.claim(SlotName.TOTAL_TOKENS, i, i, i);
        } else {
            state.ignore(i);
        }
        state.candidates.settle(i);
    }

    private void words(int i, int unit, boolean follows) {
        if (lengths.areData(i, unit)) {
            lengths.toTokens(i, unit);
            if (lengths.isCorpus(i)) {
                state.claim(SlotName.TOTAL_TOKENS, i, i, unit);
                state.candidates.settle(i);
            } else if (lengths.isLengthOfEvery(i)) {
                state.claim(SlotName.TOKENS_PER_EXAMPLE, i, i, unit);
                state.candidates.settle(i);
            } else {
                tokenQuantities.read(i, unit, follows);
            }
        } else {
            others.other(i, unit);
        }
    }

    private void capacity(int i, int unit) {
        Token name = state.token(unit);
        boolean everyday = name.lexeme != null && name.lexeme.weak();
        if (name.is(Trait.REPLICA) && everyday && examples.isLarge(i) && !others.isRun(i)) {
            // "250k ad copies"
            examples.read(i, unit, i < unit, Measure.ITEM);
        } else if (others.isSettingOfService(i, unit)) {
            state.ignore(i, unit);
        } else if (everyday && !state.has(Category.DEPLOYMENTS) && !state.terse && !others.isRun(i)) {
            if (!examples.isLarge(i)) {
                state.ignore(i, unit);
            }
        } else {
            state.claim(SlotName.UNITS, i, unit);
        }
    }
}
