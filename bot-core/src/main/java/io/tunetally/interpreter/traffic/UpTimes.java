package io.tunetally.interpreter.traffic;

import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.UpTime;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads when an endpoint is up, where it is not up around the clock: {@code 8 hours a day}, {@code weekdays 9 to 5}, {@code off at
 * night}. The hours of a month follow from those of a day or a week.
 */
public final class UpTimes {
    /** {@code 9 to 5}, {@code 8am-6pm}, {@code 08:00 - 20:00}, {@code between 8 and 18}. */
    private static final Pattern CLOCK = Pattern.compile("(?<![\\w.,:/-])(?<between>between )?" + time("from")
            + " ?(?:(?:-|to|till|until)|(?<and>and)) ?" + time("to") + "(?![\\w:/-]|[.,]\\d)");

    private static final BigDecimal DAYS_PER_WEEK = TimeUnit.WEEK.days().orElseThrow();
    private static final BigDecimal DAYS_PER_MONTH = TimeUnit.MONTH.days().orElseThrow();
    private static final BigDecimal HOURS_PER_DAY = TimeUnit.DAY.hours(BigDecimal.ONE);
    private static final BigDecimal ALWAYS = TimeUnit.MONTH.hours(BigDecimal.ONE);
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final BigDecimal NOON = BigDecimal.valueOf(12);

    /** Nothing opens before five; 2 to 4 without a colon counts something. */
    private static final int EARLIEST = 5;

    /** Hours of a month from here on are rounded to whole ones. */
    private static final BigDecimal LEAST_WHOLE = BigDecimal.TEN;

    private final ParseState state;
    private @Nullable Numeral ofDay;
    private @Nullable Numeral ofMonth;
    private @Nullable BigDecimal daysOfWeek;
    private boolean named;
    private boolean ofMonthSaid;
    private boolean approximate;
    /** The tokens of the values that were read. */
    private final BitSet tokens = new BitSet();

    /** Words for what runs a model, and for running it. */
    private static final List<Trait> ENDPOINT =
            List.of(Trait.SERVES, Trait.HOSTS, Trait.ENDPOINT_HOURS, Trait.RUNS, Trait.IN_USE);

    private final boolean ofEndpoint;

    private UpTimes(ParseState state) {
        this.state = state;
        ofEndpoint = isOfEndpoint();
    }

    /** Claims the slot, and takes its words from the readers of other times. */
    public static void read(ParseState state) {
        UpTimes times = new UpTimes(state);
        if (times.ofEndpoint || times.isRunningRemembered()) {
            times.readNames();
            times.readClock();
            times.readNumbers();
            times.claim();
        }
    }

    /** True if the message is about running a model, about a GPU and no model, or says what canonical text says. */
    private boolean isOfEndpoint() {
        return (state.has(Category.GPUS) && state.mentions.isEmpty() && !countsDays())
                || state.hasTypedAnywhere(Trait.SERVES)
                || state.hasTypedAnywhere(Trait.HOSTS)
                || state.hasTypedAnywhere(Trait.ENDPOINT_HOURS)
                || state.hasTypedAnywhere(Trait.RUNS)
                || state.has(Category.DEPLOYMENTS)
                || state.has(Intent.TCO);
    }

    /** {@code h100 8 hours a day for 10 days}: the days are hours of a run already. */
    private boolean countsDays() {
        for (int i = 0; i < state.size(); i++) {
            if (state.isNumberAt(i)
                    && !isOne(i)
                    && state.measureAt(i + 1) == Measure.DAY
                    && !isEach(i + 1, TimeUnit.WEEK)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRunningRemembered() {
        return state.mayEdit()
                && (state.isRunningRemembered()
                        || state.remembered.has(SlotName.MONTHLY_HOURS)
                        || state.remembered.has(SlotName.REQUESTS_PER_DAY)
                        || isNeeded());
    }

    /** {@code what if we only need it 2 days a week}: the model of the conversation, whose price of hosting is in the answer. */
    private boolean isNeeded() {
        for (int i = 1; state.remembered.has(SlotName.MODELS) && i < state.size(); i++) {
            if (state.hasTyped(i, Trait.PRONOUN) && state.hasTyped(i - 1, Trait.IN_USE)) {
                return true;
            }
        }
        return false;
    }

    /** {@code weekdays}, {@code office hours}, {@code off at night}. */
    private void readNames() {
        for (WordPatterns.Match<UpTime> match : state.upTimes()) {
            int from = match.words().getFirst().start();
            int to = match.words().getLast().end();
            int at = state.tokenAt(from);
            UpTime time = match.meaning();
            boolean days = time.daysOfWeek() > 0 && time.fewestHours() == 0;
            if (at >= state.size() || isOfSomethingElse(at) || (days && (isOfRateBefore(at) || isOfRememberedRate()))) {
                continue;
            }
            if (time == UpTime.ALWAYS) {
                if (isRunningRemembered() && state.remembered.has(SlotName.MONTHLY_HOURS)) {
                    ofMonth = Numeral.of(ALWAYS);
                    useText(from, to);
                }
                continue;
            }
            if (time.fewestHours() > 0) {
                ofDay = numeral(BigDecimal.valueOf(time.fewestHours()), BigDecimal.valueOf(time.mostHours()));
            }
            if (time.daysOfWeek() > 0) {
                daysOfWeek = BigDecimal.valueOf(time.daysOfWeek());
            }
            approximate |= !time.isExact();
            named = true;
            useText(from, to);
        }
    }

    /** {@code 9 to 5}, {@code from 8 to 18}. */
    private void readClock() {
        Matcher times = CLOCK.matcher(state.text.text());
        while (times.find()) {
            int at = state.tokenAt(times.start("from"));
            if (at >= state.size()) {
                return;
            }
            boolean joined = times.group("and") == null || times.group("between") != null;
            BigDecimal open = joined ? open(times) : null;
            boolean free = state.token(at).use == Token.Use.NOTHING && !isCount(at, times.end());
            if (open != null && free && !isOfSomethingElse(at)) {
                ofDay = Numeral.of(open);
                approximate = false;
                named = true;
                useText(times.start(), times.end());
            }
        }
    }

    /** {@code 5 to 12 replicas}, {@code rank 8 - 16}. */
    private boolean isCount(int at, int end) {
        return state.isUnitAt(state.tokenAt(end))
                || state.isAt(state.tokenAt(end), Cue.TUNED_PROMPT)
                || state.isAt(state.tokenAt(end), Cue.PROMPT)
                || (state.isUnitAt(at - 1) && !state.isAt(at - 1, Measure.HOUR))
                || state.isAt(at - 1, Category.KNOBS)
                || state.isMoneyBefore(at);
    }

    /** Returns the pattern of a time of the day. */
    private static String time(String name) {
        return "(?<" + name + ">\\d{1,2})(?<" + name + "Minutes>:\\d\\d)? ?(?:(?<" + name + "Morning>am)|(?<" + name
                + "Evening>pm))?";
    }

    private static @Nullable BigDecimal open(Matcher times) {
        BigDecimal from = time(times, "from");
        BigDecimal to = time(times, "to");
        boolean halved = times.group("toMorning") != null || times.group("toEvening") != null;
        boolean written = halved || times.group("fromMinutes") != null || times.group("fromMorning") != null;
        if (from.compareTo(HOURS_PER_DAY) > 0 || to.compareTo(HOURS_PER_DAY) > 0) {
            return null;
        }
        boolean evening = to.compareTo(from) <= 0 && from.compareTo(NOON) <= 0;
        boolean late = to.compareTo(NOON) >= 0;
        if (!written && (from.intValue() < EARLIEST || !(evening || late))) {
            return null;
        }
        BigDecimal until = evening && !halved ? to.add(NOON) : to;
        BigDecimal open = until.subtract(from);
        return open.signum() > 0 ? open : open.add(HOURS_PER_DAY);
    }

    private static BigDecimal time(Matcher times, String name) {
        String minutes = times.group(name + "Minutes");
        boolean evening = times.group(name + "Evening") != null;
        boolean halved = evening || times.group(name + "Morning") != null;
        BigDecimal hour = new BigDecimal(times.group(name));
        BigDecimal of12 = halved ? hour.remainder(NOON) : hour;
        BigDecimal part = minutes == null
                ? BigDecimal.ZERO
                : new BigDecimal(minutes.substring(1)).divide(MINUTES, 2, RoundingMode.HALF_UP);
        return (evening ? of12.add(NOON) : of12).add(part);
    }

    /** {@code 8 hours a day}, {@code 40 hours a week}, {@code 200 hours a month}, {@code 5 days a week}. */
    private void readNumbers() {
        for (int i = 0; i < state.size(); i++) {
            if (!state.isNumberAt(i) || state.token(i).use != Token.Use.NOTHING || tokens.get(i)) {
                continue;
            }
            Measure unit = state.measureAt(i + 1);
            if (unit == Measure.HOUR && (isOfEndpoint(i + 1) || !isOfSomethingElse(i))) {
                hours(i, i + 1);
            } else if (unit == Measure.DAY && isEach(i + 1, TimeUnit.WEEK) && !isOfSomethingElse(i)) {
                daysOfWeek = state.token(i).numeral().value();
                named = true;
                use(i, Periods.lastOfEach(state, i + 1));
            }
        }
    }

    /** The unit of {@code 240 endpoint hours a month}, whatever else its clause counts. */
    private boolean isOfEndpoint(int unit) {
        return state.hasTyped(unit, Trait.ENDPOINT_HOURS);
    }

    /** In a follow-up that names no endpoint {@code one hour per week goes into this} is about something else. */
    private boolean isAllThatFollows(int last) {
        return ofEndpoint || state.isBreakAt(last + 1) || last + 2 >= state.size();
    }

    private void hours(int number, int unit) {
        Numeral hours = state.token(number).numeral();
        if (!isAllThatFollows(Math.max(unit, Periods.lastOfEach(state, unit)))) {
            return;
        }
        if (isEach(unit, TimeUnit.DAY)) {
            ofDay = hours;
            use(number, Periods.lastOfEach(state, unit));
        } else if (isEach(unit, TimeUnit.WEEK)) {
            ofMonth = hours.converted(UpTimes::ofWeeks);
            use(number, Periods.lastOfEach(state, unit));
        } else if (isEach(unit, TimeUnit.MONTH)) {
            ofMonth = hours;
            ofMonthSaid = true;
            use(number, Periods.lastOfEach(state, unit));
        } else if (state.isTimesSign(unit + 1) && state.isNumberAt(unit + 2)) {
            // "8h x 5"
            ofDay = hours;
            daysOfWeek = state.token(unit + 2).numeral().value();
            use(number, unit + 2);
        } else if (named && daysOfWeek != null && hours.value().compareTo(HOURS_PER_DAY) <= 0) {
            // "8 hours on weekdays"
            ofDay = hours;
            use(number, unit);
        } else {
            return;
        }
        named = true;
        approximate |= hours.approximate();
    }

    private boolean isEach(int unit, TimeUnit time) {
        int last = Periods.lastOfEach(state, unit);
        Measure measure = last < 0 ? null : state.measureAt(last);
        return measure != null && measure.time() == time;
    }

    private boolean isOne(int i) {
        return state.isNumberAt(i) && state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0;
    }

    /** The {@code working days} of {@code 450 calls a day, 22 working days a month}: of the rate, unless their clause speaks of an endpoint. */
    private boolean isOfRateBefore(int at) {
        Clause clause = state.clause(at);
        for (int i = clause.first(); i < clause.end(); i++) {
            boolean endpoint = !state.isNumberAt(i) && ENDPOINT.stream().anyMatch(isTyped(i));
            if (endpoint || state.isAt(i, Category.DEPLOYMENTS)) {
                return false;
            }
        }
        boolean counted = false;
        for (int i = state.sentence(at).first(); i < clause.first(); i++) {
            counted |= state.isCountAt(i);
            boolean each = state.isAt(i, Category.PERIODS) || Periods.lastOfEach(state, i - 2) == i;
            if (counted && each && state.timeAt(i) == TimeUnit.DAY) {
                return true;
            }
        }
        return false;
    }

    /**
     * True in a conversation about requests a day where neither it nor the message names an endpoint or its hours: {@code the same, but only on
     * weekdays} then says when the requests come.
     */
    private boolean isOfRememberedRate() {
        boolean ofTraffic = state.mayEdit()
                && state.remembered.has(SlotName.REQUESTS_PER_DAY)
                && !state.remembered.has(SlotName.MONTHLY_HOURS)
                && !state.remembered.has(SlotName.DEPLOYMENT)
                && !state.remembered.has(SlotName.GPU)
                && !state.has(Category.DEPLOYMENTS)
                && !state.has(Category.GPUS)
                && !state.has(Measure.HOUR);
        return ofTraffic
                && ENDPOINT.stream().noneMatch(state::hasTypedAnywhere)
                && !CLOCK.matcher(state.text.text()).find();
    }

    private Predicate<Trait> isTyped(int i) {
        return trait -> state.hasTyped(i, trait);
    }

    /** True of the hours in which requests come in or something is trained. */
    private boolean isOfSomethingElse(int at) {
        Clause clause = state.clause(at);
        return clause.namesRequests() || clause.namesTrainingWork() || state.isReported(at);
    }

    /** True of a follow-up whose words may all be about the endpoint: not {@code one hour per week goes into this}. */
    private boolean hasNoOtherWord() {
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.kind == Token.Kind.WORD
                    && token.lexeme == null
                    && !tokens.get(i)
                    && state.typedAt(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void claim() {
        Numeral month = ofMonth != null ? ofMonth : named ? ofDays() : null;
        boolean always = month != null && month.value().compareTo(ALWAYS) == 0;
        if (month != null && staysUpIdle()) {
            // The endpoint is billed for the idle hours, too.
            tokens.stream().forEach(i -> {
                state.token(i).use = Token.Use.KNOWN_NON_SLOT;
                state.candidates.settle(i);
            });
            return;
        }
        if (month == null
                || (always && !state.remembered.has(SlotName.MONTHLY_HOURS))
                || (!ofEndpoint && !hasNoOtherWord())) {
            return;
        }
        int first = tokens.nextSetBit(0);
        tokens.stream().forEach(i -> {
            state.token(i).use = Token.Use.CONNECTIVE;
            state.candidates.settle(i);
        });
        state.token(first).use = Token.Use.SLOT;
        boolean rough = approximate || month.approximate();
        Numeral claimed = new Numeral(month.value(), month.high(), 0, ' ', rough, List.of());
        if (isOfRentedGpu()) {
            state.slots.put(SlotName.PROVIDER, new Slot<>(ProviderId.SELF_HOSTED, null, Origin.DERIVED, null, false));
        }
        if (ofMonthSaid) {
            state.candidates.add(SlotName.MONTHLY_HOURS, claimed, first);
        } else {
            state.candidates.addDerived(SlotName.MONTHLY_HOURS, claimed.converted(UpTimes::rounded), first);
        }
    }

    /** {@code we use it 2 hours a day and it sits idle the rest}, {@code endpoint idle 22h/day}: the endpoint stays up. */
    private boolean staysUpIdle() {
        if (!state.hasTypedAnywhere(Trait.STANDS_IDLE) || state.hasTypedAnywhere(Trait.TURNS_OFF)) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            boolean idle = !state.isNumberAt(i) && state.hasTyped(i, Trait.STANDS_IDLE);
            boolean verb = idle && (state.isAt(i - 1, Cue.IS) || state.hasTyped(i - 1, Trait.SITS));
            if (verb || (idle && state.isNumberAt(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** {@code we switch the gpu off at night}: who does so hosts the model, unless a seller is named. */
    private boolean isOfRentedGpu() {
        return namesGpu()
                && state.remembered.isEmpty()
                && !state.has(Category.PROVIDERS)
                && !state.has(Category.DEPLOYMENTS)
                && !state.has(Category.GPUS);
    }

    /** The cards of {@code 25 cards an hour} and of {@code one card is 150 tokens} are no GPUs. */
    private boolean namesGpu() {
        boolean gpu = false;
        for (int i = 0; state.hasTypedAnywhere(Trait.GPU) && i < state.size(); i++) {
            boolean card = state.hasTyped(i, Trait.DATA_IF_MANY);
            boolean length = state.isAt(i + 1, Cue.IS) && state.isNumberAt(i + 2) && state.isAt(i + 3, Measure.TOKEN);
            if (card && (length || state.isRateAt(i + 1))) {
                return false;
            }
            gpu |= state.hasTyped(i, Trait.GPU);
        }
        return gpu;
    }

    private Numeral ofDays() {
        Numeral day = ofDay == null ? Numeral.of(HOURS_PER_DAY) : ofDay;
        BigDecimal days = daysOfWeek == null ? DAYS_PER_WEEK : daysOfWeek;
        return day.converted(hours -> ofWeeks(hours.multiply(days)));
    }

    /** Converts hours of a week to those of a month. */
    private static BigDecimal ofWeeks(BigDecimal hours) {
        return hours.multiply(DAYS_PER_MONTH).divide(DAYS_PER_WEEK, MathContext.DECIMAL64);
    }

    private static BigDecimal rounded(BigDecimal hours) {
        return hours.setScale(hours.compareTo(LEAST_WHOLE) < 0 ? 1 : 0, RoundingMode.HALF_UP);
    }

    private static Numeral numeral(BigDecimal low, BigDecimal high) {
        return new Numeral(low, low.compareTo(high) == 0 ? null : high, 0, ' ', false, List.of());
    }

    /** Marks the words between two positions of the text as used. */
    private void useText(int from, int to) {
        int at = state.tokenAt(from);
        int last = at;
        while (last + 1 < state.size() && state.token(last + 1).start < to) {
            last++;
        }
        use(at, last);
    }

    private void use(int from, int last) {
        tokens.set(from, last + 1);
    }
}
