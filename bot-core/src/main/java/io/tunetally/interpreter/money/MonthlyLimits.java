package io.tunetally.interpreter.money;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.Intent;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the amount that running a model may cost a month: {@code $300 a month for hosting}, {@code under $200/month}, and
 * the bill of today: {@code we spend $3,000 a month on gpt-4o}. {@code A budget of $300 a month} without a word for running
 * is for training. Amounts of other periods are those of a month.
 */
final class MonthlyLimits {
    /** The most words between an amount and the word that makes it a limit, or says what it is for. */
    private static final int REACH = 5;

    /** The same between a limit and the monthly cost that it is for: {@code the monthly cost of the tuned bot must stay below $250}. */
    private static final int REACH_OF_SUBJECT = 12;

    /** The same between an amount and the past time it was paid in. */
    private static final int REACH_OF_PAST = 10;

    /** Those whose bill is not the asker's. */
    private static final Set<Trait> PAY_THEMSELVES =
            EnumSet.of(Trait.OTHER_PARTY, Trait.ACQUAINTANCE, Trait.NOT_THIS_ONE, Trait.WHO_WRITES);

    private static final int CENTS = 2;

    private static final BigDecimal MONTHS_PER_YEAR = BigDecimal.valueOf(12);

    private final ParseState state;
    private final Periods periods;
    private @Nullable Boolean funded;
    private @Nullable Integer pot;

    MonthlyLimits(ParseState state) {
        this.state = state;
        periods = new Periods(state);
    }

    /** Fills the slot if an amount is such a limit or bill. */
    boolean read(SlotCandidates.Money money) {
        int first = money.first();
        int last = money.last();
        Numeral amount = Amounts.counted(state.token(money.number()).numeral());
        if (lastOfPeriod(last) < 0
                && isNearBefore(first, this::isCap)
                && isWithin(REACH_OF_SUBJECT, first, this::isMonthly)) {
            fill(SlotName.MONTHLY_LIMIT_USD, amount, false, money, last);
            return true;
        }
        if (readPastBill(money)) {
            return true;
        }
        if (readBillOfPeriodBefore(money)) {
            return true;
        }
        int end = lastOfPeriod(last);
        end = end < 0 && state.isAt(last + 1, Cue.FOR) && isNearBefore(first, this::isInvoice)
                ? lastOfOneMonth(last)
                : end;
        TimeUnit period = end < 0 ? null : periodAt(end);
        if (period == null || period.days().isEmpty()) {
            return false;
        }
        boolean ofMonth = period == TimeUnit.MONTH;
        boolean bill = isBill(first)
                || wasPaidEach(first, last)
                || goesToSeller(end)
                || isPaidByUsBehind(first, end)
                || isInBills(end);
        if (!bill && period == TimeUnit.YEAR && paysTrainings(first, end)) {
            return false;
        }
        if (!bill && !(ofMonth && restatesYear(money.number())) && !isLimit(first, end)) {
            return false;
        }
        SlotName<BigDecimal> slot = bill ? SlotName.MONTHLY_BILL_USD : SlotName.MONTHLY_LIMIT_USD;
        fill(slot, ofMonth ? amount : aMonth(amount, period), !ofMonth, money, end);
        return true;
    }

    /** Fills the bill of today where its period comes first: {@code every month we pay $3,000 for gpt-4.1}. */
    private boolean readBillOfPeriodBefore(SlotCandidates.Money money) {
        if (!state.has(Category.PERIODS) && !state.has(Measure.MONTH) && !state.has(Measure.YEAR)) {
            return false;
        }
        int first = money.first();
        int last = money.last();
        int before = lastOfPeriod(last) < 0 ? periodBefore(first) : -1;
        TimeUnit period = before < 0 ? null : periodAt(before);
        boolean monthly = period == TimeUnit.MONTH || period == TimeUnit.YEAR;
        if (period == null
                || !monthly
                || (!isBill(first) && !isPaidBehind(last))
                || state.clause(last).namesTraining()) {
            return false;
        }
        Numeral amount = Amounts.counted(state.token(money.number()).numeral());
        boolean ofMonth = period == TimeUnit.MONTH;
        state.use(before, before, Token.Use.CONNECTIVE);
        fill(SlotName.MONTHLY_BILL_USD, ofMonth ? amount : aMonth(amount, period), !ofMonth, money, last);
        return true;
    }

    private int periodBefore(int first) {
        for (int i = first - 1; i >= Math.max(0, first - REACH_OF_PAST) && !isEndOfClause(i); i--) {
            boolean each = state.isAt(i, Category.PERIODS)
                    || (state.measureAt(i) != null && (state.isAt(i - 1, Cue.EVERY) || state.isAt(i - 1, Cue.EACH)));
            if (each && !state.isNumberAt(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isEndOfClause(int i) {
        return state.isBreakAt(i) || (state.isNumberAt(i) && !state.isOfMention(i));
    }

    /** The verb behind the amount, as other languages have it: {@code every month $3,000 we pay}. */
    private boolean isPaidBehind(int last) {
        return isPaidToday(last + 1) || (state.isAt(last + 1, Cue.PERSON) && isPaidToday(last + 2));
    }

    /** {@code the $900 a month we pay now}. */
    private boolean isPaidByUsBehind(int first, int end) {
        return state.isAt(end + 1, Cue.PERSON)
                && isPaidToday(end + 2)
                && !isNearBefore(first, i -> isCap(i) || state.hasTyped(i, Trait.SPENDING_LIMIT));
    }

    /** {@code $2,400 a month goes to OpenAI}. */
    private boolean goesToSeller(int end) {
        return state.hasTyped(end + 1, Trait.REACHES)
                && state.isAt(end + 2, Cue.TO)
                && state.isAt(end + 3, Category.PROVIDERS);
    }

    /** {@code $340/mo in api bills}. */
    private boolean isInBills(int end) {
        return state.isAt(end + 1, Cue.IN)
                && isNearAfter(end + 1, i -> state.hasTyped(i, Trait.PAYS_TODAY) && state.isPluralAt(i));
    }

    /** {@code we paid $3,000 a month for gpt-4.1}, but not {@code we paid $90 a month for the training}. */
    private boolean wasPaidEach(int first, int last) {
        return isNearBefore(first, i -> state.isAt(i, Cue.REPORT) && state.hasTyped(i, Trait.PAID_SUM))
                && !isNearBefore(first, i -> isCap(i) || state.hasTyped(i, Trait.SPENDING_LIMIT))
                && !state.clause(last).namesTraining();
    }

    /** Fills the slot; an amount in another currency is asked back. */
    private void fill(SlotName<BigDecimal> slot, Numeral month, boolean derived, SlotCandidates.Money money, int end) {
        state.use(money.first(), end, Token.Use.CONNECTIVE);
        Token number = state.token(money.number());
        if (!money.currency().equals("USD")) {
            number.use = Token.Use.KNOWN_NON_SLOT;
            state.candidates.addForeign(slot, month, money.number());
            state.add(new Problem.ForeignCurrency(
                    state.text.typed(state.token(money.first()).start, state.token(end).end),
                    money.currency(),
                    month.value(),
                    slot,
                    state.span(money.first(), end)));
            return;
        }
        number.use = Token.Use.SLOT;
        if (derived) {
            state.candidates.addDerived(slot, month, money.number());
        } else {
            state.candidates.add(slot, month, money.number());
        }
    }

    /**
     * Fills the bill of today with one that is past: {@code we paid $24,000 last year for gpt-4o}, {@code in the last 12 months
     * we spent $6,000 on gpt-4o}, but not {@code we paid $90 last year for the training}.
     */
    private boolean readPastBill(SlotCandidates.Money money) {
        int first = money.first();
        int last = money.last();
        boolean paid = isPaidBefore(first) || wasOfToday(first);
        if (!paid || state.clause(last).namesTraining() || isNearAfter(last, i -> state.hasTyped(i, Trait.TRIAL))) {
            return false;
        }
        Periods.Past past = pastBehind(last);
        for (int i = first - 1; past == null && i >= firstOfPast(first); i--) {
            past = periods.past(i);
        }
        if (past == null
                || (state.isPossessive(past.last()) && !isOfInvoice(past.last()))
                || (isNamed(past) && !isPaidOrBilled(first))) {
            return false;
        }
        Numeral said = Amounts.counted(state.token(money.number()).numeral());
        state.use(past.first(), past.last(), Token.Use.CONNECTIVE);
        fill(SlotName.MONTHLY_BILL_USD, share(aMonth(said, past.unit()), past.count()), true, money, last);
        return true;
    }

    /** {@code we paid}, {@code our spend on gpt-4o last quarter was}, {@code last month's invoice:}. */
    private boolean isPaidBefore(int first) {
        int start = Math.max(state.sentence(first).first(), first - REACH_OF_PAST);
        for (int i = first - 1; i >= start && !state.isNumberAt(i); i--) {
            boolean marks = state.isBreakAt(i) && !(i == first - 1 && state.isSymbolAt(i, ':'));
            if (marks) {
                return false;
            }
            boolean paid = state.hasTyped(i, Trait.PAID) || state.hasTyped(i, Trait.PAYS_TODAY);
            if (paid && !state.isAt(i - 1, Cue.QUESTION) && !isPaidByOther(i)) {
                return true;
            }
        }
        return false;
    }

    /** {@code it was $1,800 last month with the model we use today}. */
    private boolean wasOfToday(int first) {
        int verb = state.isAt(first - 1, Cue.ABOUT) ? first - 2 : first - 1;
        Sentence sentence = state.sentence(first);
        boolean was = state.hasTyped(verb, Trait.FORM_OF_BE) && verb == sentence.first() + 1;
        for (int i = sentence.first(); was && i < sentence.end(); i++) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.INCUMBENT)) {
                return true;
            }
        }
        return false;
    }

    /** {@code $300 last month}, {@code $312.44 in October}, {@code $18,400 on OpenAI last month}. */
    private Periods.@Nullable Past pastBehind(int last) {
        Periods.Past past = null;
        for (int i = last + 1; past == null && i <= last + REACH && !state.isBreakAt(i); i++) {
            past = periods.past(i);
        }
        return past;
    }

    /** {@code last month's openai invoice}, unlike {@code last month's training}. */
    private boolean isOfInvoice(int past) {
        for (int i = past + 1; i <= past + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (state.hasTyped(i, Trait.PAYS_TODAY)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNamed(Periods.Past past) {
        return state.hasTyped(past.first(), Trait.MONTH_NAME);
    }

    /** {@code we paid}, {@code the bill was}; but {@code the run cost us $90 in March}. */
    private boolean isPaidOrBilled(int first) {
        return isNearBefore(
                first,
                i -> state.hasTyped(i, Trait.PAYS_TODAY)
                        || (state.isAt(i, Cue.REPORT) && state.hasTyped(i, Trait.PAID)));
    }

    private int firstOfPast(int first) {
        return Math.max(state.sentence(first).first(), first - REACH_OF_PAST);
    }

    private static Numeral share(Numeral amount, BigDecimal count) {
        BigDecimal high = amount.high();
        Numeral low = Numeral.of(amount.value().divide(count, CENTS, RoundingMode.HALF_UP));
        return high == null ? low : low.to(Numeral.of(high.divide(count, CENTS, RoundingMode.HALF_UP)));
    }

    private static Numeral aMonth(Numeral amount, TimeUnit period) {
        BigDecimal high = amount.high();
        Numeral low = Numeral.of(aMonth(amount.value(), period));
        return high == null ? low : low.to(Numeral.of(aMonth(high, period)));
    }

    private static BigDecimal aMonth(BigDecimal amount, TimeUnit period) {
        return period.perDay(amount)
                .multiply(TimeUnit.MONTH.days().orElseThrow())
                .setScale(CENTS, RoundingMode.HALF_UP);
    }

    /** {@code $3,600 for the year, which is 300 a month}: the amount of the year is no second one. */
    private boolean restatesYear(int number) {
        List<SlotCandidates.Money> amounts = state.candidates.money();
        if (amounts.isEmpty()) {
            return false;
        }
        BigDecimal year = value(amounts.getLast().number());
        if (year.compareTo(value(number).multiply(MONTHS_PER_YEAR)) != 0) {
            return false;
        }
        amounts.removeLast();
        return true;
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }

    /** Returns the index of the last word of {@code a month}, {@code /mo}, {@code monthly}, {@code per year} after an amount, or -1. */
    private int lastOfPeriod(int amount) {
        int each = amount + 1;
        if (state.isAt(each, Category.PERIODS) || isYearly(each)) {
            return each;
        }
        boolean per = state.isAt(each, Cue.PER)
                || state.isAt(each, Cue.ARTICLE)
                || state.isAt(each, Cue.EVERY)
                || state.isAt(each, Cue.PAST)
                || (state.hasTyped(each, Trait.DEFINITE_ARTICLE) && state.measureAt(each + 1) == Measure.MONTH)
                || state.isSlash(each);
        return per && state.measureAt(each + 1) != null ? each + 1 : -1;
    }

    /** {@code the last invoice}, {@code our bill}. */
    private boolean isInvoice(int i) {
        return state.hasTyped(i, Trait.PAYS_TODAY) && state.hasTyped(i, Trait.BILLED_SUM);
    }

    /** Returns the index of the month of {@code $4,260 for one month}, {@code $300 for a month}, or -1. */
    private int lastOfOneMonth(int amount) {
        int one = amount + 2;
        boolean single = state.isAt(one, Cue.ARTICLE)
                || state.isOneAt(one)
                || (state.isNumberAt(one) && value(one).compareTo(BigDecimal.ONE) == 0);
        return state.isAt(amount + 1, Cue.FOR) && single && state.measureAt(one + 1) == Measure.MONTH ? one + 1 : -1;
    }

    private @Nullable TimeUnit periodAt(int index) {
        return isYearly(index) ? TimeUnit.YEAR : Periods.timeOf(state.measureAt(index));
    }

    private boolean isYearly(int index) {
        return state.at(index) != null && state.hasTyped(index, Trait.YEARLY);
    }

    /** {@code we spend $3,000 a month}, but not {@code we can spend $3,000 a month} or {@code keep the bill under $3,000 a month}. */
    private boolean isBill(int first) {
        return (isNearBefore(first, this::isPaidToday) || isBillBehind(first))
                && !isNearBefore(first, i -> isCap(i) || state.hasTyped(i, Trait.SPENDING_LIMIT));
    }

    /** True of the number in {@code our gpt-4o bill is 900/month}: what is paid is money without its sign. */
    boolean isBillWithoutSign(int number) {
        if (!state.has(Measure.MONTH) && !state.has(Measure.YEAR) && !state.hasTypedAnywhere(Trait.YEARLY)) {
            return false;
        }
        int end = lastOfPeriod(number);
        TimeUnit period = end < 0 ? null : periodAt(end);
        boolean bill = isBill(number) || goesToSeller(end);
        return (period == TimeUnit.MONTH || period == TimeUnit.YEAR) && bill && !countsBills(number);
    }

    /** {@code our current 1,100/month bill}: one bill, and that of the asker. */
    private boolean isBillBehind(int first) {
        int end = lastOfPeriod(state.isNumberAt(first) ? first : first + 1);
        boolean bill = end >= 0
                && !state.isNumberAt(end + 1)
                && state.hasTyped(end + 1, Trait.PAYS_TODAY)
                && state.hasTyped(end + 1, Trait.BILLED_SUM)
                && !state.isPluralAt(end + 1);
        boolean ours = false;
        for (int i = first - 1; bill && i >= first - 2 && !state.isNumberAt(i); i--) {
            ours |= state.hasTyped(i, Trait.OWNER);
        }
        return ours;
    }

    /** {@code invoices 45k/month, 1100 in, 150 out}: bills that come in, and are read by the model. */
    private boolean countsBills(int number) {
        int noun = number - 1;
        boolean bills = !state.isNumberAt(noun) && state.hasTyped(noun, Trait.PAYS_TODAY) && state.isPluralAt(noun);
        return bills && state.has(Cue.IN) && state.has(Cue.OUT);
    }

    private boolean isPaidToday(int i) {
        boolean pays = state.hasTyped(i, Trait.PAYS_TODAY) && !isPaidToUs(i) && !isPaidByOther(i);
        boolean paid = pays
                || (state.hasTyped(i, Trait.CHARGES) && state.isAt(i + 1, Cue.PERSON))
                || isCostToUs(i)
                || setsUsBack(i)
                || shellsOut(i)
                || costsNow(i)
                || isOurCost(i)
                || areAt(i);
        return paid && !isOnlyPossible(i);
    }

    /** {@code it costs us}. */
    private boolean isCostToUs(int verb) {
        return state.hasTyped(verb, Trait.PAID)
                && !state.hasTyped(verb, Trait.STATES)
                && !state.hasTyped(verb, Trait.PAYS_TODAY)
                && state.isAt(verb + 1, Cue.PERSON);
    }

    /** {@code can we pay}, {@code we may spend}, {@code to pay}, {@code we do not pay}. */
    private boolean isOnlyPossible(int verb) {
        int before = state.isAt(verb - 1, Cue.PERSON) ? verb - 2 : verb - 1;
        return state.isAt(before, Cue.QUESTION)
                || state.isAt(verb - 1, Cue.QUESTION)
                || (state.hasTyped(verb - 1, Trait.NARROWS) && state.isAt(verb - 2, Cue.QUESTION))
                || state.hasTyped(verb - 1, Trait.ASKS_ABILITY)
                || state.isAt(before, Cue.TO)
                || state.isAt(before, Cue.WISH)
                || state.isAt(before, Cue.NOT);
    }

    /** {@code sets us back $1.8k every month}, {@code it runs us 300 a month}. */
    private boolean setsUsBack(int verb) {
        return state.hasTypedAnywhere(Trait.COSTS_US)
                && !state.isNumberAt(verb)
                && state.hasTyped(verb, Trait.COSTS_US)
                && state.isAt(verb + 1, Cue.PERSON)
                && !state.isAt(verb - 1, Cue.QUESTION);
    }

    /** {@code we shell out 700 dollars every month}. */
    private boolean shellsOut(int verb) {
        return state.hasTypedAnywhere(Trait.SHELLS_OUT)
                && !state.isNumberAt(verb)
                && state.hasTyped(verb, Trait.SHELLS_OUT)
                && state.isAt(verb + 1, Cue.OUT);
    }

    /** {@code now it costs 210 dollars the month}. */
    private boolean costsNow(int verb) {
        boolean costs = state.hasTypedAnywhere(Trait.TODAY)
                && state.hasTyped(verb, Trait.COSTS)
                && state.hasTyped(verb - 1, Trait.PRONOUN);
        int first = costs ? state.clause(verb).first() : verb;
        return IntStream.range(first, verb).anyMatch(i -> !state.isNumberAt(i) && state.hasTyped(i, Trait.TODAY));
    }

    /** {@code they pay us 3,200 a month}. */
    private boolean isPaidToUs(int verb) {
        return state.isAt(verb + 1, Cue.PERSON) && !state.hasTyped(verb, Trait.CHARGES);
    }

    /** {@code a competitor pays $5,200 a month}, {@code another branch paid}, {@code a colleague told me that she pays}. */
    private boolean isPaidByOther(int verb) {
        int first = Math.max(state.sentence(verb).first(), verb - REACH_OF_PAST);
        for (int i = verb - 1; i >= first; i--) {
            if (state.isNumberAt(i) || (state.isAt(i, Cue.PERSON) && !state.hasTyped(i, Trait.WHO_ASKS))) {
                return false;
            }
            if (isOneOfOthers(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isOneOfOthers(int i) {
        return PAY_THEMSELVES.stream().anyMatch(trait -> state.hasTyped(i, trait));
    }

    /** {@code our gpt-4o costs are $900 a month}, but not {@code our hosting costs are}, {@code our GPU costs are}. */
    private boolean isOurCost(int noun) {
        boolean cost = state.hasTyped(noun, Trait.COSTS) && state.isAt(noun + 1, Trait.FORM_OF_BE);
        boolean ours = false;
        for (int i = noun - 1; cost && i >= Math.max(0, noun - REACH) && !state.isBreakAt(i); i--) {
            ours |= state.isAt(i, Cue.PERSON);
            cost = !state.hasTyped(i, Trait.RUNS_MODEL)
                    && !state.isAt(i, Category.GPUS)
                    && !state.hasTyped(i, Trait.GPU);
        }
        return cost && ours;
    }

    /** {@code we're at $85 a week on gpt-4.1}. */
    private boolean areAt(int at) {
        if (!state.isAt(at, Trait.LOCATIVE) || !state.isAt(at - 1, Trait.FORM_OF_BE)) {
            return false;
        }
        int next = state.isAt(at + 1, Cue.ABOUT) || state.hasTyped(at + 1, Trait.NARROWS) ? at + 2 : at + 1;
        return state.isSymbolAt(next, '$') || state.isNumberAt(next);
    }

    private boolean isLimit(int first, int end) {
        boolean capped = isNearBefore(first, this::isCap) || isCappedBehind(end);
        boolean limited = isNearBefore(first, i -> state.hasTyped(i, Trait.SPENDING_LIMIT));
        if (!capped && !limited && isPaid(first)) {
            return false;
        }
        boolean after = isNearAfter(end, i -> state.hasTyped(i, Trait.RUNS_MODEL));
        boolean traffic = state.has(Measure.REQUEST) || (hadBefore(first) && countsTraffic());
        boolean runs = after
                || traffic
                || isBesideOneTime()
                || isNearBefore(first, i -> state.hasTyped(i, Trait.RUNS_MODEL))
                || goesOn();
        boolean named = isNearBefore(first, this::isBudget) || isNearAfter(end, this::isBudget) || isBesideOneTime();
        boolean enough = traffic
                ? state.any(token -> token.is(Trait.AFFORDS)) || isAskedToFit()
                : runs && isNearAfter(end, i -> state.hasTyped(i, Trait.AFFORDS));
        if (enough || suffices(end) || isMeans(first, end) || paysRunning(end)) {
            return true;
        }
        if (isAsked(first, runs) || (limited && (traffic || goesOn()))) {
            return true;
        }
        boolean had = hadBefore(first);
        return capped ? runs || !named : runs && (named || had || (after && isFunded()));
    }

    /** {@code does $200 a month cover 1,000 tickets a day}, {@code is $300 a month enough for 500 letters a day}. */
    private boolean suffices(int end) {
        return state.hasTyped(end + 1, Trait.AFFORDS) && (countsTraffic() || runsBehind(end + 1));
    }

    /** {@code can we do 400 queries a day with $80 a month?} */
    private boolean isMeans(int first, int end) {
        boolean means = !state.isNumberAt(first - 1) && state.hasTyped(first - 1, Trait.BY_MEANS_OF);
        Sentence sentence = state.sentence(first);
        return means
                && state.isSymbolAt(sentence.end(), '?')
                && sentence.end() == end + 1
                && state.isAt(sentence.first(), Cue.QUESTION)
                && state.isAt(sentence.first() + 1, Cue.PERSON)
                && countsTraffic();
    }

    /** {@code $600 for training, $90 a month for running}: beside what is for training. */
    private boolean paysRunning(int end) {
        return runsBehind(end) && trainingPot() >= 0;
    }

    /** The purpose of {@code a month for running}, {@code monthly to run it}, {@code a month for usage}. */
    private boolean runsBehind(int end) {
        boolean purpose = state.isAt(end + 1, Cue.FOR) || state.isAt(end + 1, Cue.TO);
        int noun = purpose && state.hasTyped(end + 2, Trait.DEFINITE_ARTICLE) ? end + 3 : end + 2;
        return purpose && state.hasTyped(noun, Trait.RUNS_MODEL);
    }

    /**
     * True of the 150 of {@code is 150 a month enough for 60 nurses asking 10 things a day}, of both numbers of {@code 1k to train and 150 monthly
     * to run}: the sign of the sums is left out.
     */
    boolean isPotWithoutSign(int number) {
        if (!state.has(Category.PERIODS) && !state.has(Measure.MONTH)) {
            return false;
        }
        int end = lastOfPeriod(number);
        if (end < 0) {
            return isTrainingPot(number);
        }
        boolean monthly = periodAt(end) == TimeUnit.MONTH;
        boolean asked = state.hasTyped(end + 1, Trait.AFFORDS) && opensQuestion(number) && suffices(end);
        boolean had = state.isAt(number - 1, Cue.BUDGET) && isAskedToFit() && countsTraffic();
        return monthly && (asked || had || (runsBehind(end) && trainingPot() >= 0));
    }

    /** True of the 1k of {@code $1k to train and $150 monthly to run}. */
    boolean isTrainingPot(int number) {
        return (state.has(Category.PERIODS) || state.has(Measure.MONTH)) && number == trainingPot();
    }

    /** The {@code is} of {@code is 150 a month enough}, the {@code does} of {@code does 150 a month cover it}. */
    private boolean opensQuestion(int number) {
        return state.isAt(number - 1, Trait.FORM_OF_BE)
                || state.isAt(number - 1, Cue.IS)
                || state.isAt(number - 1, Cue.QUESTION);
    }

    /** Returns the index of the number of {@code 1k to train and 150 monthly to run}, {@code 500 for training and 100 a month for usage}; or -1. */
    private int trainingPot() {
        if (pot == null) {
            pot = findTrainingPot();
        }
        return pot;
    }

    private int findTrainingPot() {
        int training = -1;
        for (int i = 0; i < state.size(); i++) {
            int purpose = state.isAt(i + 1, Measure.DOLLAR) ? i + 2 : i + 1;
            boolean forTraining = state.isNumberAt(i) && isForTraining(purpose);
            training = forTraining ? i : training;
            int end = !forTraining && training >= 0 && state.isNumberAt(i) ? lastOfPeriod(i) : -1;
            if (end >= 0 && periodAt(end) == TimeUnit.MONTH && runsBehind(end) && isBeside(training, i)) {
                return training;
            }
        }
        return -1;
    }

    private boolean isForTraining(int i) {
        return state.isAt(i, Trait.FOR_TRAINING)
                || ((state.isAt(i, Cue.FOR) || state.isAt(i, Cue.TO))
                        && (state.isAt(i + 1, Cue.TRAINING) || state.isAt(i + 1, Category.TUNING)));
    }

    /** True if nothing but the purpose of the first and a joining word stands between two sums. */
    private boolean isBeside(int training, int number) {
        return number - training <= REACH + 1 && state.sentence(training).end() >= number;
    }

    /** {@code we have $1,200 a year}. */
    private boolean hadBefore(int first) {
        return isNearBefore(first, i -> state.isAt(i, Cue.BUDGET));
    }

    /** {@code 110 questions a day}, {@code about 110 a day}, {@code 2 things a week}. */
    private boolean countsTraffic() {
        for (int i = 0; i < state.size(); i++) {
            int last = isNounAt(i + 1) ? i + 1 : i;
            TimeUnit period = state.isCountAt(i) && !state.isMoneyBefore(i + 1) ? periods.timeAfter(last) : null;
            if (period == TimeUnit.DAY || period == TimeUnit.WEEK) {
                return !state.isAt(last, Measure.DOLLAR);
            }
        }
        return false;
    }

    private boolean isNounAt(int i) {
        return state.isItemAt(i) || state.isAt(i, Measure.REQUEST) || (!state.isNumberAt(i) && state.isPluralAt(i));
    }

    /** {@code 20k requests a day, fits?}, {@code is it enough?} */
    private boolean isAskedToFit() {
        for (int i = 0; state.hasTypedAnywhere(Trait.FITS) && i < state.size(); i++) {
            boolean closes = state.at(i + 1) == null || state.isSymbolAt(i + 1, '?');
            if (closes && !state.isNumberAt(i) && state.hasTyped(i, Trait.FITS)) {
                return true;
            }
        }
        return false;
    }

    /** {@code $200 one-time and $50 per month}: what is not paid once is for running. */
    private boolean isBesideOneTime() {
        List<SlotCandidates.Money> amounts = state.candidates.money();
        return !amounts.isEmpty()
                && (state.hasTypedAnywhere(Trait.ONE_TIME)
                        || isOnce(amounts.getLast().last() + 1));
    }

    /** The {@code one-time} behind an amount; its {@code one} is a number of its own. */
    private boolean isOnce(int next) {
        return state.isNumberAt(next) && state.token(next).numeral().value().compareTo(BigDecimal.ONE) == 0;
    }

    /** True in a conversation about running a model. */
    private boolean goesOn() {
        return state.remembered.has(SlotName.REQUESTS_PER_DAY) || state.remembered.has(SlotName.MONTHS);
    }

    /** {@code can we run llama 70b for $200 a month?} */
    private boolean isAsked(int first, boolean runs) {
        return isNearBefore(first, i -> state.hasTyped(i, Trait.AFFORDS))
                || (runs && isNearBefore(first, i -> state.isAt(i, Cue.QUESTION) && state.isAt(i + 1, Cue.PERSON)));
    }

    /** {@code the monthly bill is at most $250}, {@code the bill per month must not exceed $90}. */
    private boolean isMonthly(int i) {
        Token token = state.token(i);
        boolean named = token.is(Category.INTENTS) && token.intent() == Intent.TCO && token.is(Trait.MONTHLY);
        boolean month =
                state.measureAt(i) == Measure.MONTH && (state.isAt(i - 1, Cue.PER) || state.isAt(i, Category.PERIODS));
        boolean running =
                state.isAt(i, Category.PERIODS) && !state.isNumberAt(i + 1) && state.hasTyped(i + 1, Trait.RUNS_MODEL);
        boolean paid = state.hasTyped(i - 2, Trait.PAYS_TODAY) || state.hasTyped(i + 1, Trait.PAYS_TODAY);
        return named || (month && (running || paid));
    }

    /** {@code under $200}, {@code not more than $200}. */
    private boolean isCap(int i) {
        boolean more = state.isAt(i, Cue.AT_LEAST) || state.hasTyped(i, Trait.THRESHOLD);
        return state.hasTyped(i, Trait.CAPS) || state.isSymbolAt(i, '<') || (more && isDenied(i));
    }

    private boolean isDenied(int more) {
        for (int i = more - 1; i >= Math.max(state.clause(more).first(), more - REACH); i--) {
            if (state.isAt(i, Cue.NOT) || state.isAt(i, Cue.RULED_OUT)) {
                return true;
            }
        }
        return false;
    }

    /** {@code $500 a month at most}, {@code a hundred dollars a month, no more}. */
    private boolean isCappedBehind(int end) {
        int next = state.isSymbolAt(end + 1, ',') ? end + 2 : end + 1;
        return next < state.size() && state.hasTyped(next, Trait.CAPS_BEHIND);
    }

    private boolean isBudget(int i) {
        return state.isAt(i, Trait.BUDGET_NOUN) || state.hasTyped(i, Trait.SPENDING_LIMIT);
    }

    /** {@code we pay $300 a month}, but not {@code we can pay $300 a month}. */
    private boolean isPaid(int first) {
        return isNearBefore(first, i -> state.hasTyped(i, Trait.PAID) && !state.isAt(i - 1, Cue.QUESTION));
    }

    /** True if any amount of the message may be spent. */
    private boolean isFunded() {
        if (funded == null) {
            funded = state.any(token -> MoneyQuantities.isBudgetWord(token) || token.is(Trait.BUDGET_NOUN))
                    || paysTraining();
        }
        return funded;
    }

    /** {@code budget $300 per year, retrain quarterly}: the sum of a year pays for its trainings, too. */
    private boolean paysTrainings(int first, int end) {
        boolean trains = state.has(Cue.RETRAIN) || state.has(Measure.RUN);
        return trains && (isNearBefore(first, this::isBudget) || isNearAfter(end, this::isBudget));
    }

    /** {@code $1k for training, $300/mo for running}. */
    private boolean paysTraining() {
        for (int i = 1; i < state.size(); i++) {
            int purpose = state.hasTyped(i + 2, Trait.DEFINITE_ARTICLE) ? i + 3 : i + 2;
            boolean training = (state.isAt(i + 1, Cue.FOR) && state.isAt(purpose, Cue.TRAINING))
                    || state.isAt(i + 1, Trait.FOR_TRAINING);
            if (training && state.isNumberAt(i) && state.isSymbolAt(i - 1, '$')) {
                return true;
            }
        }
        return false;
    }

    private boolean isNearBefore(int first, IntPredicate wanted) {
        return isWithin(REACH, first, wanted);
    }

    private boolean isWithin(int reach, int first, IntPredicate wanted) {
        for (int i = first - 1; i >= first - reach && !state.isBreakAt(i) && !state.isNumberAt(i); i--) {
            if (wanted.test(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNearAfter(int last, IntPredicate wanted) {
        for (int i = last + 1; i <= last + REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (wanted.test(i)) {
                return true;
            }
        }
        return false;
    }
}
