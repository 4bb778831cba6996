package io.tunetally.interpreter.quantity;

import io.tunetally.catalog.Deployment;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.OnlyNumber;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.TrafficQuantities;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.Set;

/** Numbers that are none of ours, though a unit may follow: list marks, the base of a price, GPUs, parts of a name, things. */
final class OtherNumbers {
    /** The exponent of a million. */
    private static final int MILLIONS = 6;

    /** The most tokens from a model to its size in brackets. */
    private static final int REACH_OF_NAME = 4;

    private static final int DIGITS_OF_CARD = 4;

    /** The most words between a verb of hosting and the number of copies. */
    private static final int RUN_REACH = 8;

    /** The most words from {@code the longest} to its number, it included. */
    private static final int REACH_OF_EXTREME = 4;

    /** The most words from {@code p95} to its number. */
    private static final int REACH_OF_SPREAD = 4;

    private static final int BILLION_DIGITS = 9;
    private static final BigDecimal MOST_THINGS = BigDecimal.valueOf(500);
    /** The least status of an answer that refuses, and one above the most. */
    private static final BigDecimal LEAST_STATUS = BigDecimal.valueOf(400);

    private static final BigDecimal ABOVE_STATUS = BigDecimal.valueOf(600);

    /** The statuses that services answer with when they refuse. */
    private static final Set<String> STATUSES =
            Set.of("400", "401", "402", "403", "404", "409", "422", "429", "500", "502", "503", "504");

    /** How {@code a million} begins. */
    private static final String ARTICLE = "a ";

    /** The most words from a word for renting to the number of a GPU. */
    private static final int REACH_OF_RENT = 3;

    private static final BigDecimal LEAST_PIXELS = BigDecimal.valueOf(200);

    /** The most words from a GPU to a count of them. */
    private static final int WORDS_AFTER_GPU = 4;

    /** The most words between copies and the place where they run. */
    private static final int WORDS_TO_PLACE = 12;

    /** The most words between a count and the GPUs that it counts. */
    private static final int WORDS_BEFORE_GPU = 2;

    /** More copies of a model, or GPUs without a name, are examples. */
    private static final BigDecimal MOST_COPIES = BigDecimal.valueOf(100);

    /** {@code All} of no more than these are models or providers. */
    private static final BigDecimal MOST_COMPARED = BigDecimal.TEN;

    private final ParseState state;
    private final TrafficQuantities traffic;

    OtherNumbers(ParseState state, TrafficQuantities traffic) {
        this.state = state;
        this.traffic = traffic;
    }

    /** {@code 1.} or {@code 2)} at the start of a line; the three of {@code all three next to each other}, the two of {@code what do the two cost}. */
    boolean isMarker(int i) {
        Token before = state.at(i - 1);
        boolean compared = before != null
                && before.is(Category.FUNCTIONS)
                && state.mentions.size() > 1
                && state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE)
                && state.token(i).numeral().value().compareTo(BigDecimal.valueOf(state.mentions.size())) == 0;
        boolean known = before != null
                && (compared || before.is(Cue.ALL))
                && !state.isUnitBehind(i)
                && state.token(i).numeral().value().compareTo(MOST_COMPARED) <= 0;
        if (known) {
            state.ignore(i);
            return true;
        }
        boolean lineStart = before == null || before.kind == Token.Kind.BREAK;
        Token after = state.at(i + 1);
        boolean mark = after != null && !after.spaced && (after.isSymbol('.') || after.isSymbol(')'));
        boolean more = state.at(i + 2) != null
                && state.token(i).isNumber()
                && state.token(i).numeral().scaled() == 0;
        if (lineStart && mark && more && !state.isSize(i)) {
            state.ignore(i);
            return true;
        }
        return false;
    }

    /** The {@code 942} of {@code 942 s}, the {@code 8} and the {@code 16} of {@code batch size 2*8=16}. */
    boolean isOfSetting(int i) {
        boolean seconds = state.hasTyped(i + 1, Trait.SPAN_OF_SECONDS) && !state.isAt(i + 1, Category.UNITS);
        boolean joint = state.has(Category.KNOBS) && (state.isTimesSign(i - 1) || state.isSymbolAt(i - 1, '='));
        boolean product = joint && isSettingAt(i - 2) && state.unitFinder.right(i) < 0;
        boolean resolution = isResolution(i);
        if (resolution) {
            state.candidates.settle(i);
        }
        if (seconds || product || resolution) {
            state.ignore(i);
        }
        return seconds || product || resolution;
    }

    /** {@code 2048*2048}, {@code 512x512}: the height and the width of an image. */
    private boolean isResolution(int i) {
        int other = state.isTimesSign(i + 1) ? i + 2 : state.isTimesSign(i - 1) ? i - 2 : -1;
        int last = Math.max(i, other);
        boolean glued =
                other >= 0 && state.isNumberAt(other) && !state.token(last).spaced && !state.token(last - 1).spaced;
        boolean alone =
                !state.isTimesSign(last + 1) && !state.isTimesSign(last - 3) && !state.isAt(last + 1, Measure.TOKEN);
        return glued
                && alone
                && state.token(i).numeral().value().compareTo(LEAST_PIXELS) >= 0
                && state.token(i)
                                .numeral()
                                .value()
                                .compareTo(state.token(other).numeral().value())
                        == 0;
    }

    /**
     * The 403 of {@code a 403 training_not_available} and of {@code 400, model_not_available}: the status of an answer and its name; and
     * the 404 of {@code I got a 404 when I swapped the ids}, which counts nothing.
     */
    boolean isStatus(int i) {
        BigDecimal value = state.token(i).numeral().value();
        if (value.compareTo(LEAST_STATUS) < 0 || value.compareTo(ABOVE_STATUS) >= 0) {
            return false;
        }
        boolean led = state.isAt(i - 1, Cue.ARTICLE);
        int name = state.isSymbolAt(i + 1, ',') ? i + 2 : led ? i + 1 : state.size();
        Token code = state.at(name);
        boolean named = code != null && (code.kind == Token.Kind.CODE || state.isSymbolAt(name + 1, '_'));
        boolean alone = led
                && !state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE)
                && (state.isBreakAt(i + 1)
                        || state.isAt(i + 1, Category.FUNCTIONS)
                        || state.isAt(i + 1, Category.CUES));
        boolean status = named || (alone && STATUSES.contains(state.typed(i, i)));
        if (status) {
            state.ignore(i);
            state.candidates.settle(i);
        }
        return status;
    }

    /** True if a number is that of a setting, or goes on with it. */
    private boolean isSettingAt(int number) {
        for (int i = number; state.isNumberAt(i) && state.token(i).use == Token.Use.KNOWN_NON_SLOT; i -= 2) {
            int name = state.isAssignmentAt(i - 1) ? i - 2 : i - 1;
            if (state.isAt(name, Category.KNOBS)) {
                return true;
            }
            if (!state.isTimesSign(i - 1)) {
                return false;
            }
        }
        return false;
    }

    /** The {@code 1M} of {@code $3 per 1M tokens}, the {@code 8} of {@code 8xA100}; but not {@code per 1,000 calls of a tuned model}. */
    boolean isRateBase(int i) {
        int requests = state.isAt(i - 1, Cue.PER) ? state.unitFinder.right(i) : -1;
        if (state.isAt(requests, Measure.REQUEST) && traffic.oneTime(i, requests)) {
            return true;
        }
        boolean times = state.isTimesSign(i + 1);
        boolean factorOfGpu = state.isGpuCount(i) && isBeforeGpu(times ? i + 2 : i + 1);
        boolean afterPer = state.isAt(i - 1, Cue.PER) && (!state.isSlash(i - 1) || state.isMoneyBefore(i - 1));
        // "$5 a million tokens"
        afterPer |= state.isMoneyBefore(i)
                && state.isAt(i + 1, Measure.TOKEN)
                && state.text.text().startsWith(ARTICLE, state.token(i).start);
        boolean fraction = state.isSlash(i - 1)
                && state.isNumberAt(i - 2)
                && !state.token(i).spaced
                && !isLengthInList(i)
                && !isCountInList(i)
                && !state.isSize(i)
                && !state.isAt(i + 1, Cue.IN)
                && !state.isAt(i + 1, Cue.OUT);
        if (factorOfGpu || afterPer || fraction) {
            state.ignore(i);
            Token unit = state.at(i + 1);
            if (unit != null && unit.is(Category.UNITS)) {
                unit.use = Token.Use.KNOWN_NON_SLOT;
            }
            return true;
        }
        return false;
    }

    /** The eight of {@code our own H100s, eight of them}, the two of {@code A100 x 2}. */
    boolean countsGpus(int i) {
        boolean named = state.has(Category.GPUS);
        if (named
                && state.isGpuCount(i)
                && state.isTimesSign(i - 1)
                && state.isAt(i - 2, Category.GPUS)
                && !state.isUnitAt(i + 1)) {
            state.ignore(i);
            return true;
        }
        boolean ofThem = named && state.isGpuCount(i) && state.isOfThemAt(i + 1);
        int open = state.isTimesSign(i - 1) ? i - 2 : i - 1;
        boolean bracketed = state.isSymbolAt(open, '(') && state.isGpuCount(i);
        for (int gpu = open - 1; bracketed && gpu >= open - WORDS_AFTER_GPU; gpu--) {
            if (state.isGpuAt(gpu) && state.bracketedCountOf(gpu) == i) {
                state.ignore(i);
                return true;
            }
        }
        for (int gpu = i - 1; ofThem && gpu >= i - WORDS_AFTER_GPU; gpu--) {
            if (state.isAt(gpu, Category.GPUS)) {
                state.ignore(i);
                state.candidates.settle(i);
                return true;
            }
        }
        return false;
    }

    /** {@code 2 deployments}, {@code 3 dedicated GPUs}, {@code two rented GPUs}: copies of what runs, not of data. */
    boolean countsCopies(int i) {
        if (multipliesDeployment(i)) {
            state.claim(SlotName.UNITS, i, i);
            state.candidates.settle(i);
            return true;
        }
        boolean named = state.hasTypedAnywhere(Trait.REPLICA) || state.hasTypedAnywhere(Trait.GPU);
        if (!named || !state.isGpuCount(i) || state.token(i).numeral().value().compareTo(MOST_COPIES) > 0) {
            return false;
        }
        int noun = i + 1;
        while (noun < i + WORDS_BEFORE_GPU
                && (isDescription(noun) || state.isAt(noun, Category.DEPLOYMENTS))
                && !isCopy(noun)) {
            noun++;
        }
        if (!isCopy(noun) || !isAboutRunning(i)) {
            return false;
        }
        state.claim(state.hasTyped(noun, Trait.GPU) ? SlotName.GPUS : SlotName.UNITS, i, noun);
        return true;
    }

    /** {@code hosting three copies}. */
    boolean isRun(int number) {
        for (int i = Math.max(state.clause(number).first(), number - RUN_REACH); i < number; i++) {
            if (state.hasTyped(i, Trait.RUNS_MODEL)) {
                return true;
            }
        }
        return false;
    }

    /** True of a line of its own among others, or of a setting in prose. */
    private boolean isLineOfSettings(int name) {
        return !state.terse || (name > 0 && state.isBreakAt(name - 1));
    }

    /** The 3 of {@code replicas: 3} in the settings of a service, where nothing says that the model runs on capacity of its own. */
    boolean isSettingOfService(int number, int unit) {
        return unit < number
                && state.isAssignmentAt(number - 1)
                && isLineOfSettings(unit)
                && state.remembered.isEmpty()
                && !state.has(Category.DEPLOYMENTS)
                && !state.has(Category.PROVIDERS)
                && !state.has(Category.GPUS)
                && !state.has(Cue.SELF_HOST);
    }

    /** {@code provisioned x1}, {@code provisioned 3x}, {@code 2x provisioned}: units of what is reserved. */
    private boolean multipliesDeployment(int i) {
        int before = state.isTimesSign(i - 1) ? i - 2 : i - 1;
        boolean behind = state.isTimesSign(i - 1) || (state.isTimesSign(i + 1) && state.isBreakAt(i + 2));
        boolean led = state.isTimesSign(i + 1) && isReserved(i + 2);
        return state.isGpuCount(i)
                && ((behind && isReserved(before) && !state.isUnitAt(i + 1)) || led)
                && state.token(i).numeral().value().compareTo(MOST_COPIES) <= 0;
    }

    private boolean isReserved(int deployment) {
        Token token = state.at(deployment);
        return token != null
                && token.lexeme != null
                && state.isAt(deployment, Category.DEPLOYMENTS)
                && (token.lexeme.code() == Deployment.PROVISIONED || token.lexeme.code() == Deployment.DEDICATED);
    }

    private boolean isCopy(int noun) {
        Token token = state.at(noun);
        return token != null
                && (token.measure() == null || token.is(Measure.OTHER) || isOfModel(noun + 1))
                && (state.hasTyped(noun, Trait.REPLICA)
                        || (state.hasTyped(noun, Trait.GPU) && !state.isAt(noun + 1, Cue.OF)));
    }

    /** {@code of tuned llama 8b} behind instances, which may be examples, too. */
    private boolean isOfModel(int of) {
        return state.isAt(of, Cue.OF) && (state.isAt(of + 1, Category.TUNING) || state.isAt(of + 1, Category.MODELS));
    }

    /** True if the sentence of a number names where the model runs: {@code the vendor offered us 80 GPUs} does not. */
    private boolean isAboutRunning(int number) {
        Sentence sentence = state.sentence(number);
        int end = Math.min(sentence.end(), number + WORDS_TO_PLACE);
        for (int i = Math.max(sentence.first(), number - WORDS_TO_PLACE); i < end; i++) {
            if (state.isAt(i, Category.PROVIDERS)
                    || state.isAt(i, Category.DEPLOYMENTS)
                    || state.isAt(i, Cue.SELF_HOST)) {
                return true;
            }
        }
        return false;
    }

    /** The {@code rented A100} of {@code one rented A100}. */
    private boolean isBeforeGpu(int i) {
        int gpu = i;
        while (gpu < i + WORDS_BEFORE_GPU && isDescription(gpu)) {
            gpu++;
        }
        return state.isAt(gpu, Category.GPUS);
    }

    private boolean isDescription(int i) {
        Token token = state.at(i);
        return token != null && (token.kind == Token.Kind.WORD || token.is(Cue.SELF_HOST));
    }

    /** The {@code 500tok} of {@code 1k/500tok/3ep}. */
    private boolean isLengthInList(int i) {
        return state.terse && state.isAt(i + 1, Measure.TOKEN) && !state.token(i + 1).spaced;
    }

    /** The {@code 20k} of {@code 5k/10k/20k rows}. */
    private boolean isCountInList(int i) {
        boolean last = state.isItemAt(i + 1);
        boolean next = state.isSlash(i + 1) && state.isNumberAt(i + 2);
        return (last || next) && isMany(i) && isMany(i - 2);
    }

    boolean namesGpu(int number) {
        return state.compiledLexicon.isGpuNumber(state.typed(number, number));
    }

    /** The {@code 4090} of {@code rent a 4090}, {@code 4090 rented by the day}, {@code 4090 per day}: so many requests would be called so. */
    boolean isRentedGpu(int number) {
        if (!namesGpu(number)) {
            return false;
        }
        boolean daily = state.remembered.isEmpty() && !state.has(Measure.REQUEST) && state.isRateAt(number + 1);
        boolean rented = daily || state.hasTyped(number + 1, Trait.RENTS);
        for (int i = number - 1; i >= number - REACH_OF_RENT && !rented && !state.isBreakAt(i); i--) {
            rented = !state.isNumberAt(i) && state.hasTyped(i, Trait.RENTS);
        }
        return rented;
    }

    /** The {@code 4090} of {@code 2 x 4090}: some GPUs are named by a number. */
    boolean readGpu(int i) {
        if (!namesGpu(i)) {
            return false;
        }
        state.ignore(i);
        int times = i - 1;
        if (state.isTimesSign(times) && state.isNumberAt(times - 1)) {
            state.ignore(times - 1, times - 1);
        }
        return true;
    }

    /** {@code until the end of 2027}, {@code through 2027}, {@code during 2027}. */
    boolean isLedYear(int i) {
        if (!state.token(i).isYear()) {
            return false;
        }
        int lead = state.isAt(i - 1, Cue.OF) ? i - 2 : i - 1;
        boolean led = !state.isUnitAt(i + 1)
                && (state.isAt(lead, Cue.TO) || state.hasTyped(lead, Trait.LEADS_TO_YEAR))
                && !state.isNumberAt(lead - 1);
        boolean year = led || isOfBudget(i) || isOfPlan(i);
        if (year) {
            state.ignore(i);
            state.candidates.settle(i);
        }
        return year;
    }

    /** The year of {@code budget 2027 please}, {@code our 2027 budget}; a round number, and what has a currency, is a sum. */
    private boolean isOfBudget(int i) {
        int before = state.isAt(i - 1, Cue.FOR) ? i - 2 : i - 1;
        int next = i + 1;
        boolean named = (state.isAt(before, Trait.BUDGET_NOUN) && !state.isUnitAt(next))
                || (state.isAt(next, Trait.BUDGET_NOUN) && !state.isSymbolAt(i - 1, '$'));
        boolean sum = state.isAt(next, Category.CURRENCIES)
                || state.isAt(next, Measure.DOLLAR)
                || state.isSymbolAt(next, '$')
                || state.isAt(i - 1, Category.CURRENCIES)
                || state.isAt(i - 1, Measure.DOLLAR);
        BigDecimal value = state.token(i).numeral().value();
        return named && !sum && value.remainder(BigDecimal.TEN).signum() != 0;
    }

    /** {@code during 2027}, {@code running it for 2027}: a round number may count something. */
    private boolean isOfPlan(int i) {
        boolean led = state.isAt(i - 1, Cue.OVER) || (state.isAt(i - 1, Cue.FOR) && state.has(Measure.REQUEST));
        boolean bare = !state.isUnitAt(i + 1) && !state.isPluralAt(i + 1) && !state.isMoneyAt(i);
        return led
                && bare
                && state.token(i).numeral().value().remainder(BigDecimal.TEN).signum() != 0;
    }

    /** {@code in 2027}, {@code the total for 2027}. */
    boolean isYear(int i) {
        boolean led = state.isAt(i - 1, Cue.IN) || (state.isAt(i - 1, Cue.FOR) && state.isAt(i - 2, Cue.TOTAL));
        return led && state.token(i).isYear();
    }

    /**
     * The 256 of {@code tpu v3-256}, the 2060 of {@code a 2060 6g}, the 124M of {@code gpt-2 small (124M)}, and in a translation the 600M of
     * {@code 600M json}: parts of the name of a card, the size of a model and of a file.
     */
    boolean isOfName(int i) {
        boolean glued = state.isSymbolAt(i - 1, '-') && !state.token(i).spaced && state.isAt(i - 2, Category.GPUS);
        boolean millions = state.token(i).numeral().scaled() == MILLIONS;
        boolean file = millions && state.text.isTranslated() && state.hasTyped(i + 1, Trait.DATA_FILE);
        boolean size = millions
                && state.isSymbolAt(i - 1, '(')
                && state.isSymbolAt(i + 1, ')')
                && state.mentions.stream()
                        .anyMatch(mention -> mention.last() < i - 1 && mention.last() >= i - REACH_OF_NAME);
        return glued || file || size || isCardBesideMemory(i);
    }

    private boolean isCardBesideMemory(int i) {
        Token memory = state.at(i + 1);
        if (memory == null || memory.isNumber() || state.token(i).end - state.token(i).start != DIGITS_OF_CARD) {
            return false;
        }
        String typed = state.typed(i + 1, i + 1);
        int digits = 0;
        while (digits < typed.length() && Character.isDigit(typed.charAt(digits))) {
            digits++;
        }
        return state.isCountAt(i) && digits > 0 && state.compiledLexicon.is(Trait.MEMORY_UNIT, typed.substring(digits));
    }

    boolean isIdentifier(int i) {
        Token token = state.token(i);
        Token before = state.at(i - 1);
        boolean glued = before != null
                && !token.spaced
                && (before.kind == Token.Kind.CODE
                        || before.isSymbol('-')
                        || before.isSymbol('_')
                        || before.isSymbol('#')
                        || before.isSymbol('!')
                        || before.isSymbol('/')
                        || before.isSymbol('@')
                        || before.kind == Token.Kind.WORD);
        return glued;
    }

    /** The 4711 of {@code budget line 4711}, the 212 of {@code room 212}: in a command of one's own it may be a count. */
    boolean isNumberOfThing(int i) {
        return (!state.terse || state.mayEdit()) && OnlyNumber.namesThing(state, i);
    }

    /** The 7,900 of {@code 5,112 lines, the longest one 7,900}, the 9,400 of {@code the largest one 9,400 tokens} beside other tokens. */
    boolean isExtreme(int i) {
        if (state.terse || !state.has(Measure.TOKEN) || !state.hasTypedAnywhere(Trait.EXTREME)) {
            return false;
        }
        int word = i - 1;
        while (word > i - REACH_OF_EXTREME && leadsFromExtreme(word)) {
            word--;
        }
        boolean open = !state.isUnitAt(i + 1) || (state.isAt(i + 1, Measure.TOKEN) && hasOtherTokens(i + 1));
        return open && state.hasTyped(word, Trait.EXTREME) && !state.isNumberAt(word);
    }

    /** The 1,900 of {@code p95 is 1900 tokens}, {@code the longest example has 4,000 tokens} where the mean is known: it changes no price. */
    boolean isSpreadOfKnownLength(int i) {
        boolean known =
                state.remembered.has(SlotName.TOKENS_PER_EXAMPLE) || state.remembered.has(SlotName.TOTAL_TOKENS);
        if (!known || !state.isAt(i + 1, Measure.TOKEN) || !state.hasTypedAnywhere(Trait.SPREAD)) {
            return false;
        }
        for (int word = i - 1;
                word >= 0 && word >= i - REACH_OF_SPREAD && !state.isNumberAt(word) && !state.isBreakAt(word);
                word--) {
            if (state.isAt(word, Cue.AVERAGE)) {
                return false;
            }
            if (state.hasTyped(word, Trait.SPREAD)) {
                // "Max 300 tokens" may be an estimate of the length itself.
                boolean bound = state.hasTyped(word, Trait.UPPER_BOUND) || state.hasTyped(word, Trait.LOWER_BOUND);
                return !bound || state.isAt(word + 1, Cue.IS) || state.isSymbolAt(word + 1, ':');
            }
        }
        return false;
    }

    /** The 14,000 of {@code 14,000 was the peak week. Normal is 7,000 a week}: what is usual counts. */
    boolean isPeak(int i) {
        if (!state.hasTypedAnywhere(Trait.PEAK) || !state.hasTypedAnywhere(Trait.USUAL)) {
            return false;
        }
        int the = state.isAt(i + 1, Cue.IS) ? i + 2 : i + 1;
        boolean peak = state.hasTyped(the, Trait.DEFINITE_ARTICLE) && state.hasTyped(the + 1, Trait.PEAK);
        return peak && the > i + 1 && saysUsual(i);
    }

    /** True if the clause of another number has a word for what is usual. */
    private boolean saysUsual(int peak) {
        boolean number = false;
        boolean usual = false;
        for (int i = peak + 1; i < state.size() && !(number && usual); i++) {
            boolean goesOn = !state.isBreakAt(i);
            number = (number && goesOn) || state.isNumberAt(i);
            usual = (usual && goesOn) || state.hasTyped(i, Trait.USUAL);
        }
        return number && usual;
    }

    /** Keeps the 5,112 of {@code 5,112 lines, the longest one 7,900}: they are the texts that one is the longest of. */
    void settleCountBefore(int extreme) {
        int first = state.sentence(extreme).first();
        state.candidates.of(SlotName.EXAMPLES).stream()
                .map(SlotCandidates.Candidate::token)
                .filter(token -> token >= first && token < extreme)
                .forEach(state.candidates::settle);
    }

    /** The {@code one} of {@code the longest one 7,900}, the {@code is} of {@code the longest is 7,900}. */
    private boolean leadsFromExtreme(int i) {
        boolean one = state.isCountAt(i) && state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0;
        return one
                || state.isOneAt(i)
                || state.hasTyped(i, Trait.ONE_OF_THEM)
                || state.isAt(i, Trait.FORM_OF_BE)
                || state.isAt(i, Cue.ABOUT)
                || (state.isItemAt(i) && !state.isNumberAt(i) && !state.isPluralAt(i));
    }

    private boolean hasOtherTokens(int unit) {
        for (int i = 1; i < state.size(); i++) {
            if (i != unit && state.isAt(i, Measure.TOKEN) && state.isNumberAt(i - 1)) {
                return true;
            }
        }
        return false;
    }

    /** {@code an 8 billion parameter model}. */
    void parameters(int i, int unit) {
        BigDecimal billions = Amounts.counted(state.token(i).numeral()).value().movePointLeft(BILLION_DIGITS);
        boolean size = state.mentions.isEmpty() && SlotName.SIZE_B.limits().allow(billions);
        if (size) {
            boolean most = i > 0 && state.hasTyped(i - 1, Trait.CAPS);
            state.candidates.add(most ? SlotName.MOST_SIZE_B : SlotName.SIZE_B, Numeral.of(billions), i);
            state.token(unit).use = Token.Use.CONNECTIVE;
            state.token(i).use = Token.Use.SLOT;
        } else {
            state.ignore(i, unit);
        }
    }

    /** {@code 80b model}: the size names the model; any other number of things is none of ours. */
    void other(int i, int unit) {
        if (state.hasTyped(unit, Trait.HEADS) && traffic.perTime(i, unit, true)) {
            return;
        }
        boolean many = isMany(i) || (isMoreThanCopies(i) && isCommandOfModel());
        if (state.hasTyped(unit, Trait.DATA_IF_MANY) && many && !state.isGpuOfCards(i)) {
            state.claim(SlotName.EXAMPLES, i, i, unit);
            return;
        }
        // "950 model answers"
        if (state.token(unit).is(Trait.MODEL_NOUN)
                && unit == i + 1
                && state.isItemAt(unit + 1)
                && state.isPluralAt(unit + 1)) {
            state.claim(SlotName.EXAMPLES, i, i, unit + 1);
            return;
        }
        // "70b lora gpu a100" is a size and a GPU.
        if (state.isSize(i)
                && (state.token(unit).is(Trait.MODEL_NOUN)
                        || state.token(unit).is(Trait.SIZE_CLASS)
                        || state.hasTyped(unit, Trait.GPU))) {
            state.token(unit).use = Token.Use.CONNECTIVE;
        } else {
            state.ignore(i, unit);
        }
    }

    private boolean isMoreThanCopies(int i) {
        return Amounts.count(state.token(i).numeral()).value().compareTo(MOST_COPIES) > 0;
    }

    /** {@code 400 tuning cards, gpt-4o-mini}: a command that speaks of no hardware. */
    private boolean isCommandOfModel() {
        return state.terse && !state.mentions.isEmpty() && !state.has(Category.GPUS) && !state.has(Cue.SELF_HOST);
    }

    /** {@code 33,500 cards} are of a catalogue, {@code 80k labels} are of data. */
    private boolean isMany(int i) {
        return Amounts.count(state.token(i).numeral()).value().compareTo(MOST_THINGS) > 0;
    }
}
