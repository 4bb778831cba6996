package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.sentence.GpuBill;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds amounts of money; a price per something is none. Which of them is the budget is decided later. */
public final class MoneyQuantities {
    private static final int REACH = 4;

    /** The most tokens from what is left of a sum to that sum. */
    private static final int REACH_OF_SUM = 24;

    /** The smallest number that a price is quoted for: {@code per 100 answers}. */
    private static final BigDecimal FEWEST_PRICED = BigDecimal.valueOf(100);

    /** A number that is at most so many times another one may take its place. */
    private static final BigDecimal NEAR = BigDecimal.valueOf(4);

    /** What else a number without a unit may be of a remembered request. */
    private static final List<SlotName<?>> SAID_BESIDE_SUM =
            List.of(SlotName.EXAMPLES, SlotName.EPOCHS, SlotName.TOKENS_PER_EXAMPLE, SlotName.MONTHS, SlotName.RUNS);

    private final ParseState state;
    private final MonthlyLimits monthlyLimits;
    private final OneOffCosts oneOffCosts;
    private final QuotedSums quotedSums;
    private final OtherCosts otherCosts;
    private final HostingSums hostingSums;

    private final boolean billed;
    private @Nullable Boolean funds;
    private @Nullable Boolean gpuNamed;
    private @Nullable Boolean cents;

    public MoneyQuantities(ParseState state) {
        this.state = state;
        billed = state.hasTypedAnywhere(Trait.BILLED_SUM);
        monthlyLimits = new MonthlyLimits(state);
        oneOffCosts = new OneOffCosts(state);
        quotedSums = new QuotedSums(state);
        otherCosts = new OtherCosts(state);
        hostingSums = new HostingSums(state, new Periods(state));
    }

    /** True if the number is money; its purpose is decided later, with all quantities known. */
    public boolean read(int i) {
        int first = i;
        int last = i;
        String currency = null;
        boolean negative = false;
        if (isDollarSign(i - 1) && !isOfNumberBefore(i - 1)) {
            first = i - 1;
            negative = state.isSymbolAt(first - 1, '-') && isLoneSign(first - 1);
            currency = "USD";
        } else if (state.isAt(i - 1, Category.CURRENCIES) && (!state.token(i).spaced || !state.isNumberAt(i - 2))) {
            first = i - 1;
            currency = code(i - 1);
        }
        int after = i + 1;
        Token next = state.at(after);
        if (next != null && next.isSymbol('-') && !next.spaced) {
            next = state.at(++after);
        }
        String behind = next == null
                ? null
                : next.is(Measure.DOLLAR)
                        ? "USD"
                        : next.is(Category.CURRENCIES)
                                ? code(after)
                                : isDollarSign(after) && after == i + 1 && isOfNumberBefore(after) ? "USD" : null;
        if (behind != null) {
            last = after;
            currency = behind;
        } else if (isPriceInCents(i)) {
            last = after;
            currency = "USD";
            Token number = state.token(i);
            number.numeral = number.numeral().converted(cents -> cents.movePointLeft(2));
        } else if (isSlang(i)) {
            currency = "USD";
        } else if (isUsAt(i + 1) && isBare(i + 1)) {
            last = i + 1;
            currency = "USD";
        } else if (isDollarInBrackets(i)) {
            last = i + 3;
            currency = "USD";
        }
        if (currency == null
                && (state.isGpuBill() ? GpuBill.isWithoutSign(state, i) : GpuBill.isPriceOfRemembered(state, i))) {
            currency = "USD";
        }
        if (currency == null && GpuBill.isHourlyCost(state, i) && namesGpu()) {
            currency = "USD";
        }
        if (currency == null && isPriceOfGpus(i, i, i)) {
            currency = "USD";
        }
        if (currency == null && quotedSums.isWithoutSign(i) && isBare(i)) {
            currency = "USD";
        }
        if (currency == null && monthlyLimits.isBillWithoutSign(i) && isBare(i)) {
            currency = "USD";
        }
        if (currency == null && monthlyLimits.isPotWithoutSign(i) && isBarePot(i)) {
            currency = "USD";
        }
        if (currency == null && billed && isBillOfMonth(i)) {
            currency = "USD";
        }
        if (currency == null && isPurchase(state, i) && isBare(i)) {
            currency = "USD";
        }
        if (currency == null && isOurs(i)) {
            List<SlotCandidates.Money> others = state.candidates.money();
            currency = others.isEmpty() ? "USD" : others.getLast().currency();
        }
        if (currency == null && isCorrection(i)) {
            currency = state.candidates.money().getLast().currency();
        }
        if (currency == null && isSumOfReply(i)) {
            currency = "USD";
        }
        if (currency == null && (isGivenAtMost(i) || isGranted(i))) {
            currency = "USD";
        }
        if (currency == null) {
            currency = speaksOfFunds() ? withoutCurrency(i) : restated(i);
        }
        if (currency == null) {
            return isOfHosting(i);
        }
        state.use(first, last, Token.Use.CONNECTIVE);
        SlotCandidates.Money money = new SlotCandidates.Money(currency, i, first, last);
        boolean ofGpus = isPriceOfGpus(first, i, last);
        if (!negative
                && !ofGpus
                && !monthlyLimits.isTrainingPot(i)
                && (otherCosts.read(money)
                        || quotedSums.read(money)
                        || monthlyLimits.read(money)
                        || oneOffCosts.read(money))) {
            return true;
        }
        if (currency.equals("USD") && !negative && (ofGpus || isGpuHour(i, last))) {
            GpuBill.settleNotation(state.token(i));
            state.claim(SlotName.GPU_HOUR_USD, i, first, GpuBill.hourEnd(state, last));
            if (isOfGpus(last) || state.isGpuBill()) {
                state.candidates.settle(i);
            }
            return true;
        }
        // "cost ~$.06": what somebody reports.
        int verb = state.isSymbolAt(first - 1, '~') || state.isAt(first - 1, Cue.ABOUT) ? first - 2 : first - 1;
        boolean cents =
                isTyped(verb, Trait.COSTS) && state.token(i).numeral().value().compareTo(BigDecimal.ONE) < 0;
        boolean listed = GpuBill.isListedHourly(state, last);
        boolean price = (cents || listed || quotedSums.isFeeBesideSum(money) || isPrice(last) || isOfPair(first, last))
                && !followsBudget(first)
                && !isAllotted(first, last)
                && !isForEverything(last);
        if (price || isLimitOfMany(first, last)) {
            state.use(first, last, Token.Use.KNOWN_NON_SLOT);
            state.candidates.settle(i);
        } else {
            if (negative) {
                Token number = state.token(i);
                number.numeral = number.numeral().negated();
            }
            state.candidates.addMoney(money);
        }
        return true;
    }

    /**
     * {@code my brother paid 30 dollars. We only have 20. Is that enough for 900 notes?}, {@code I have 300 left, is that enough for
     * 2 epochs on 2.4M tokens?}: a sum, where the data are counted elsewhere.
     */
    private boolean isOurs(int number) {
        int verb = number - 1;
        while (state.isAt(verb, Cue.ABOUT) || isTyped(verb, Trait.NARROWS)) {
            verb--;
        }
        boolean left = isTyped(number + 1, Trait.REMAINING);
        return (left || (!state.candidates.money().isEmpty() && state.isBreakAt(number + 1)))
                && !state.isNumberAt(verb)
                && isTyped(verb, Trait.HAS_SUM)
                && isBare(number)
                && asksWhetherDataFit(number);
    }

    /**
     * {@code would 80 do}, {@code my limit is 80}: beside an answer that is a price. A number near one that is remembered would be another
     * of these: {@code is 4,000 enough} after 5,000 examples.
     */
    private boolean isSumOfReply(int number) {
        Token token = state.token(number);
        boolean said = state.replies().stream()
                .filter(reply -> reply.meaning() == WordPatterns.Reply.SUM)
                .flatMap(reply -> reply.words().stream())
                .anyMatch(word -> word.start() <= token.start && token.end <= word.end());
        BigDecimal sum = said ? Amounts.counted(token.numeral()).value() : BigDecimal.ZERO;
        return said
                && state.unitFinder.right(number) < 0
                && !state.isUnitAt(number + 1)
                && !state.isSize(number)
                && !state.isTimesSign(number + 1)
                && !state.isGpuAt(number + 1)
                && !state.remembered.has(SlotName.REQUESTS_PER_DAY)
                && SAID_BESIDE_SUM.stream().map(state.remembered::number).noneMatch(before -> isNear(before, sum));
    }

    private static boolean isNear(@Nullable BigDecimal before, BigDecimal now) {
        return before != null && now.compareTo(before.multiply(NEAR)) <= 0 && before.compareTo(now.multiply(NEAR)) <= 0;
    }

    /** {@code the client pays up to 2k for the model}: the maximum payment. */
    private boolean isGivenAtMost(int number) {
        int verb = number - 2;
        return isTyped(number - 1, Trait.CAPS)
                && !state.isNumberAt(verb)
                && isTyped(verb, Trait.GIVES_SUM)
                && isBare(number);
    }

    /** {@code the board approved 40k for AI}, unlike {@code QA approved 40k}: who decides on money approves a sum. */
    private boolean isGranted(int number) {
        int verb = state.isAt(number - 1, Cue.ABOUT) || state.isAt(number - 1, Cue.PERSON) ? number - 2 : number - 1;
        if (state.isNumberAt(verb) || !(isTyped(verb, Trait.GRANTS_SUM) && isBare(number))) {
            return false;
        }
        for (int i = verb - 1; i >= Math.max(state.clause(number).first(), verb - REACH) && !state.isNumberAt(i); i--) {
            if (isTyped(i, Trait.DECIDES_ON_MONEY)) {
                return true;
            }
        }
        return false;
    }

    /** {@code plus 2k a month for hosting}: what a seller takes is neither ours to spend nor traffic. */
    private boolean isOfHosting(int number) {
        int last = hostingSums.lastFrom(number);
        if (last > number) {
            state.ignore(number, last);
            state.candidates.settle(number);
        }
        return last > number;
    }

    private boolean asksWhetherDataFit(int number) {
        boolean counted = false;
        boolean suffices = state.hasTypedAnywhere(Trait.SUFFICES) || state.hasTypedAnywhere(Trait.COVERS_SUM);
        for (int i = number + 1; suffices && i < state.size() && !counted; i++) {
            counted = state.isCountAt(i)
                    && (state.isItemAt(i + 1) || state.isPluralAt(i + 1) || state.isAt(i + 1, Measure.TOKEN));
        }
        return counted;
    }

    private boolean namesGpu() {
        if (gpuNamed == null) {
            gpuNamed = SelfHosting.namesGpu(state);
        }
        return gpuNamed;
    }

    /** {@code 2 cents per example}, {@code 44 cents an hour}, but not {@code my 2 cents}. */
    private boolean isPriceInCents(int number) {
        if (cents == null) {
            cents = state.hasTypedAnywhere(Trait.CENT);
        }
        int cent = number + 1;
        return cents
                && state.hasTyped(cent, Trait.CENT)
                && (ExamplePrice.end(state, cent) > cent || GpuBill.hourEnd(state, cent) > cent);
    }

    /** {@code two grand}: its thousands are dollars. */
    private boolean isSlang(int number) {
        String typed = state.typed(number, number);
        return state.compiledLexicon.is(Trait.MEANS_MONEY, typed.substring(typed.lastIndexOf(' ') + 1));
    }

    /** {@code gave me 4,000 US for the quarter}. */
    private boolean isUsAt(int i) {
        Token token = state.at(i);
        return token != null && state.text.typed(token.start, token.end).equals("US") && state.isCountAt(i - 1);
    }

    /** {@code 5k (dollars)}. */
    private boolean isDollarInBrackets(int number) {
        return state.isSymbolAt(number + 1, '(')
                && state.isAt(number + 2, Measure.DOLLAR)
                && state.isSymbolAt(number + 3, ')');
    }

    /** True if any word of the message can make a number without a currency an amount of money. */
    private boolean speaksOfFunds() {
        if (funds == null) {
            funds = false;
            for (int i = 0; i < state.size() && !funds; i++) {
                funds = state.isAt(i, Trait.BUDGET_NOUN)
                        || state.hasTyped(i, Trait.SPENDING_LIMIT)
                        || state.hasTyped(i, Trait.REMAINING)
                        || state.hasTyped(i, Trait.LEAVES_SUM)
                        || state.hasTyped(i, Trait.FREE_SUM);
            }
        }
        return funds;
    }

    /** Returns the currency of {@code budget: 50}, {@code our limit is 80 a month}, {@code so 750 left}, or null. */
    private @Nullable String withoutCurrency(int number) {
        List<SlotCandidates.Money> amounts = state.candidates.money();
        boolean isLeft = state.isAt(number + 1, Trait.FORM_OF_BE) && isTyped(number + 2, Trait.REMAINING);
        if (!amounts.isEmpty()
                && isRemaining(state, number, number)
                && (isLeft || isBare(number))
                && !isLeftOfData(number)) {
            return amounts.getLast().currency();
        }
        if ((isBare(number) && isLeftOfPeriod(number)) || isOwnLimit(number)) {
            return "USD";
        }
        int name = number - 1;
        Token before = state.at(name);
        if (before == null || before.isNumber()) {
            return null;
        }
        while (leadsFromName(name)) {
            name--;
        }
        boolean budget = state.isAt(name, Trait.BUDGET_NOUN);
        boolean limit = isTyped(name, Trait.SPENDING_LIMIT)
                && (state.isAt(number + 1, Cue.ARTICLE) || state.isAt(number + 1, Cue.PER))
                && isLongTime(state.measureAt(number + 2));
        boolean own = (budget || limit) && isBare(number);
        return own || isLeftInBudget(number) ? "USD" : null;
    }

    /** The 1.1k of {@code we have 1.2k dollars for this, no wait 1.1k}. */
    private boolean isCorrection(int number) {
        List<SlotCandidates.Money> sums = state.candidates.money();
        return !sums.isEmpty() && CorrectedSums.corrects(state, sums.getLast(), number) && isBare(number);
    }

    /** {@code our bill was 4,300 last month}. */
    private boolean isBillOfMonth(int number) {
        int name = number - 1;
        while (leadsFromName(name)) {
            name--;
        }
        return name < number - 1 && isTyped(number + 1, Trait.LAST_PERIOD) && isTyped(name, Trait.BILLED_SUM);
    }

    /** {@code there's 300 left in the budget}. */
    private boolean isLeftInBudget(int number) {
        boolean left = isTyped(number + 1, Trait.REMAINING);
        for (int i = number + 2; left && i <= number + 1 + REACH && !state.isBreakAt(i); i++) {
            if (state.isAt(i, Trait.BUDGET_NOUN)) {
                return true;
            }
        }
        return false;
    }

    /** {@code our own L40S that we bought for 7500}: what was paid for a thing counts no data. */
    public static boolean isPurchase(ParseState state, int number) {
        return state.isAt(number - 1, Cue.FOR)
                && state.at(number - 2) != null
                && state.hasTyped(number - 2, Trait.PURCHASED);
    }

    /** {@code half of our 1,200 texts went, so 600 remain}: the nearest number before it counts data. */
    private boolean isLeftOfData(int number) {
        int before = number - 1;
        int first = Math.max(state.sentence(number).first(), number - REACH_OF_SUM);
        while (before >= first && !state.isNumberAt(before)) {
            before--;
        }
        return before >= first && state.isCountAt(before) && state.isItemAt(before + 1);
    }

    /** {@code I've got 4k left this quarter}: what is left of a time is money, of data it is not. */
    private boolean isLeftOfPeriod(int number) {
        return isTyped(number + 1, Trait.REMAINING) && isThis(number + 2) && isLongTime(state.measureAt(number + 3));
    }

    private boolean isThis(int index) {
        return isTyped(index, Trait.PRONOUN)
                || (state.isAt(index, Cue.FOR) && isTyped(index + 1, Trait.DEFINITE_ARTICLE))
                || isTyped(index, Trait.DEFINITE_ARTICLE);
    }

    /** {@code if I keep my 4k limit}, {@code our 300 cap}. */
    private boolean isOwnLimit(int number) {
        return isTyped(number + 1, Trait.SPENDING_LIMIT)
                && isTyped(number - 1, Trait.OWNER)
                && !state.isSize(number)
                && !state.isUnitAt(number + 2)
                && !state.isAt(number + 2, Cue.ON);
    }

    /** The {@code 300} of {@code $3,600 for the year, which is 300 a month}. */
    private @Nullable String restated(int number) {
        List<SlotCandidates.Money> amounts = state.candidates.money();
        boolean is = !amounts.isEmpty() && state.isAt(number - 1, Cue.IS);
        boolean perTime = is
                && (state.isAt(number + 1, Cue.ARTICLE) || state.isAt(number + 1, Cue.PER))
                && isLongTime(state.measureAt(number + 2));
        return perTime ? amounts.getLast().currency() : null;
    }

    /** True if nothing after a number says what it counts. */
    private boolean isBare(int number) {
        Token next = state.at(number + 1);
        Cue cue = next == null ? null : next.cue();
        boolean ends = cue == null
                || cue == Cue.FOR
                || cue == Cue.ON
                || cue == Cue.ARTICLE
                || cue == Cue.PER
                || cue == Cue.AND
                || cue == Cue.TOTAL;
        return ends
                && state.unitFinder.right(number) < 0
                && !state.isGpuAt(number + 1)
                && !state.isSymbolAt(number + 1, '%')
                && !state.isSize(number)
                && !state.isTimesSign(number + 1);
    }

    /** The 1k of {@code 1k to train} has its purpose behind it, not what it counts. */
    private boolean isBarePot(int number) {
        boolean purpose = state.isAt(number + 1, Cue.TO)
                || state.isAt(number + 1, Cue.FOR)
                || state.isAt(number + 1, Trait.FOR_TRAINING)
                || state.isAt(number + 1, Category.PERIODS);
        return isBare(number) || (purpose && !state.isSize(number));
    }

    private boolean leadsFromName(int index) {
        return state.isAssignmentAt(index)
                || state.isAt(index, Cue.IS)
                || state.isAt(index, Trait.FORM_OF_BE)
                || isTyped(index, Trait.REMAINING)
                || state.isAt(index, Cue.OF)
                || state.isAt(index, Cue.ABOUT);
    }

    private static boolean isLongTime(@Nullable Measure measure) {
        return measure != null && measure.time() != null && measure.time().isLong();
    }

    private boolean isTyped(int index, Trait trait) {
        return state.at(index) != null && state.hasTyped(index, trait);
    }

    /** {@code 750 left}, {@code the remaining $550}. */
    public static boolean isRemaining(ParseState state, int first, int last) {
        // "so 350 is left"
        int left = state.isAt(last + 1, Trait.FORM_OF_BE) ? last + 2 : last + 1;
        return state.hasTyped(left, Trait.REMAINING)
                || state.hasTyped(first - 1, Trait.REMAINING)
                || isLeft(state, first, last);
    }

    /** {@code $900, with $240 owed to the solicitor. That leaves 660}, {@code so I count 400 free}: nothing but sums stands before it. */
    private static boolean isLeft(ParseState state, int first, int last) {
        if (!state.hasTyped(first - 1, Trait.LEAVES_SUM) && !state.hasTyped(last + 1, Trait.FREE_SUM)) {
            return false;
        }
        for (int i = first - 1; i >= Math.max(0, first - REACH_OF_SUM); i--) {
            if (state.isNumberAt(i)) {
                int number = i;
                boolean sum = state.candidates.money().stream().anyMatch(money -> money.number() == number);
                if (sum || state.unitFinder.right(i) >= 0 || state.isItemAt(i + 1)) {
                    return sum;
                }
            }
        }
        return false;
    }

    /** The sign of {@code -$5}, but not the dash of {@code $100-$200}. */
    private boolean isLoneSign(int index) {
        return state.token(index).spaced && !state.token(index + 1).spaced;
    }

    /** The sign of {@code budget 2k$ 70b lora} and {@code 500 $ with gpt-4o} is that of the number before, of {@code 500 $20} not. */
    private boolean isOfNumberBefore(int sign) {
        Token next = state.at(sign + 1);
        boolean apart = next == null || next.spaced || !next.isNumber();
        return state.isNumberAt(sign - 1) && (apart || !state.token(sign).spaced);
    }

    private boolean isDollarSign(int index) {
        Token token = state.at(index);
        boolean word = token != null && token.is(Measure.DOLLAR) && !state.isNumberAt(index - 1);
        // "at most 25 $?" ends with a phrase that asks for a price.
        boolean asked = token != null
                && token.intent() == Intent.ESTIMATE
                && state.isNumberAt(index - 1)
                && state.typed(index, index).startsWith("$");
        return token != null && (token.isSymbol('$') || word || asked);
    }

    private @Nullable String code(int index) {
        Token token = state.at(index);
        return token == null || token.lexeme == null ? null : token.lexeme.value();
    }

    /**
     * {@code our H100 costs us $1.80 an hour}, {@code self-host at $2 per GPU-hour}: a price of the asker's own, not a report,
     * unless the hours are said as well.
     */
    private boolean isGpuHour(int number, int last) {
        boolean hourly = GpuBill.hourEnd(state, last) > last;
        boolean ofThat = state.remembered.has(SlotName.GPU);
        boolean rent = ofThat && state.hasTypedAnywhere(Trait.RENTS) && state.isBreakAt(last + 1);
        return (hourly || rent || GpuBill.isEachHour(state, number))
                && (state.isGpuBill()
                        || rent
                        || (hourly
                                && !state.has(Cue.REPORT)
                                && (ofThat || isOfGpus(last) || namesGpu() || SelfHosting.isSaid(state))));
    }

    /** {@code 8xA100 @ $1.29}, {@code we pay 1.35 for those}: without an hour behind it. */
    private boolean isPriceOfGpus(int first, int number, int last) {
        return GpuBill.isPriceOfGpus(state, first, number, last)
                || GpuBill.isPaidForRemembered(state, first, number, last);
    }

    /** {@code $2 per GPU-hour}. */
    private boolean isOfGpus(int last) {
        return isTyped(last + 2, Trait.GPU) || state.isAt(last + 2, Trait.GPU);
    }

    /** {@code $4/hr}, {@code $3 per 1M tokens}, {@code $20 a month}. */
    private boolean isPrice(int last) {
        Token next = state.at(last + 1);
        if (next == null) {
            return false;
        }
        if (next.is(Cue.TO) && isDollarSign(last + 2) && state.isNumberAt(last + 3)) {
            // "$8 to $12 per million tokens"
            return isPrice(last + 3);
        }
        Measure unit = state.measureAt(last + 2);
        boolean article = next.is(Cue.ARTICLE) && ((unit != null && unit.isTime()) || isOneThing(last + 2));
        boolean each = next.is(Cue.EACH) || next.is(Category.PERIODS);
        return (next.is(Cue.PER) && !isListed(last + 1)) || article || each;
    }

    /** The letter of {@code $0.50 a letter}, the answer of {@code $2 an answer}. */
    private boolean isOneThing(int i) {
        return (state.isItemAt(i) || state.isAt(i, Measure.REQUEST)) && !state.isPluralAt(i);
    }

    /** {@code it is at $0.15/$0.60}: the prices of what goes in and of what comes out. */
    private boolean isOfPair(int first, int last) {
        boolean before = state.isSlash(first - 1) && state.isNumberAt(first - 2) && isDollarSign(first - 3);
        boolean behind = state.isSlash(last + 1) && isDollarSign(last + 2) && state.isNumberAt(last + 3);
        return isDollarSign(first) && (before || behind);
    }

    /** The slash of {@code under 400 USD/ 5,900 labels}, with a space behind it alone. */
    private boolean isListed(int slash) {
        return state.isSlash(slash)
                && !state.token(slash).spaced
                && state.isNumberAt(slash + 1)
                && state.token(slash + 1).spaced;
    }

    /**
     * {@code a budget of $0.50 per 1,000 answers}, {@code COGS per 1000 answers must stay under $0.50}: what so many requests may cost is no
     * budget for a job.
     */
    private boolean isLimitOfMany(int first, int last) {
        if (isPerMany(last + 1)) {
            return true;
        }
        boolean capped = isTyped(first - 1, Trait.CAPS) && !state.isNumberAt(first - 1);
        for (int i = first - 1; i > state.clause(first).first() && capped; i--) {
            if (state.isNumberAt(i)) {
                return isPerMany(i - 1);
            }
            capped = !state.isAt(i, Trait.BUDGET_NOUN);
        }
        return false;
    }

    /** {@code per 1,000 answers}, {@code per request}, but not the slash of {@code $400/1000 rows} and not {@code per 100 days}. */
    private boolean isPerMany(int per) {
        if (state.isAt(per, Cue.PER) && state.measureAt(per + 1) == Measure.REQUEST) {
            return true;
        }
        Measure unit = state.measureAt(per + 2);
        boolean time = unit != null && unit.isTime();
        return state.isAt(per, Cue.PER)
                && !state.isSlash(per)
                && state.isNumberAt(per + 1)
                && !time
                && Amounts.counted(state.token(per + 1).numeral()).value().compareTo(FEWEST_PRICED) >= 0;
    }

    /** {@code five of us, $340 a month for everything}: a sum of a month that has to do is no price. */
    private boolean isForEverything(int last) {
        return isLongTime(state.measureAt(last + 2))
                && state.isAt(last + 3, Cue.FOR)
                && isTyped(last + 4, Trait.TAKES_ALL)
                && state.isBreakAt(last + 5);
    }

    /** {@code a budget of $300 a month}. */
    private boolean followsBudget(int first) {
        for (int i = first - 1; i >= Math.max(0, first - REACH) && !state.isBreakAt(i); i--) {
            if (state.isAt(i, Trait.BUDGET_NOUN) || isTyped(i, Trait.SPENDING_LIMIT)) {
                return true;
            }
        }
        return false;
    }

    /** {@code they set $120 per student}, {@code we reserve 15 dollars per run}, {@code I can claim at most USD 90 per term}: what is allotted. */
    private boolean isAllotted(int first, int last) {
        Measure unit = state.measureAt(last + 2);
        boolean price =
                unit == Measure.TOKEN || unit == Measure.EXAMPLE || unit == Measure.REQUEST || unit == Measure.HOUR;
        boolean allots = isTyped(first - 1, Trait.ALLOTS_EACH) || isTyped(first - 1, Trait.SETS_ASIDE);
        return state.isAt(last + 1, Cue.PER) && !price && !state.isNumberAt(last + 2) && allots;
    }

    /**
     * True of {@code 500 quid budget} and {@code £500 for fine-tuning}: a budget in another currency is a question for its
     * dollars, whatever else is asked.
     */
    public static boolean isForeignBudget(ParseState state) {
        boolean budget = namesBudget(state);
        return state.candidates.money().stream()
                .filter(money -> !money.currency().equals("USD"))
                .anyMatch(money -> budget
                        || (state.isAt(money.last() + 1, Cue.FOR) && state.isAt(money.last() + 2, Category.TUNING)));
    }

    /** True unless the only budget is that of other things: {@code on to the lighting budget of 40,000 euros now}. */
    private static boolean namesBudget(ParseState state) {
        boolean job = !state.mentions.isEmpty() || state.has(Category.TUNING) || state.has(Cue.TRAINING);
        for (int i = 0; i < state.size(); i++) {
            Token noun = state.at(i - 1);
            boolean other = !job
                    && noun != null
                    && noun.kind == Token.Kind.WORD
                    && state.hasTyped(i - 2, Trait.DEFINITE_ARTICLE);
            if (state.token(i).is(Trait.BUDGET_NOUN) && !other) {
                return true;
            }
        }
        return false;
    }

    public static boolean isBudgetWord(Token token) {
        return token.is(Cue.BUDGET) || (token.lexeme != null && token.lexeme.intent() == Intent.BUDGET);
    }
}
