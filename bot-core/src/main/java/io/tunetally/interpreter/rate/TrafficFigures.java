package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.Figure;
import io.tunetally.interpreter.derivation.Figures;
import io.tunetally.interpreter.derivation.Nouns;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.part.Parts;
import io.tunetally.interpreter.role.NumberFeatures;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the numbers, shares and periods of a message from which its requests of a day may follow. */
final class TrafficFigures {
    private static final int MOST_SHARES = 1;
    private static final int MOST_PERIODS = 4;

    /** The most words that say what some requests are about. */
    private static final int LONGEST_TOPIC = 6;

    private static final BigDecimal MOST_REQUESTS = BigDecimal.valueOf(1_000_000_000);

    /** What a number that may belong to the traffic may have been read as. */
    private static final Set<SlotName<?>> OPEN = Set.of(
            SlotName.REQUESTS_PER_DAY,
            SlotName.EXAMPLES,
            SlotName.RUNS,
            SlotName.DAYS,
            SlotName.MONTHS,
            SlotName.TRAINING_HOURS,
            SlotName.MONTHLY_HOURS);

    /**
     * A word of a message that may be the period of a rate.
     *
     * @param token its index
     * @param unit the day of {@code daily}, {@code a day} and {@code 30 days}
     * @param led whether {@code a}, {@code per}, {@code every} or a slash leads to it, or it says so itself: {@code daily}
     */
    record Period(int token, TimeUnit unit, boolean led) {
        /** True of the hours of {@code 16 hours} and of {@code 8 working hours}. */
        boolean isBehind(Figure number) {
            return token - number.first() == 1 || token - number.first() == 2;
        }
    }

    private final ParseState state;
    private final NumberFeatures numbers;
    private final Nouns nouns;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Period> periods = new ArrayList<>();

    TrafficFigures(ParseState state, NumberFeatures numbers, Nouns nouns) {
        this.state = state;
        this.numbers = numbers;
        this.nouns = nouns;
        List<Figure> shares = shares();
        List<Figure> hours = OpeningHours.of(state);
        List<Figure> taken = new ArrayList<>(shares);
        taken.addAll(hours);
        List<Figure> said = numbers(taken);
        Slot<BigDecimal> before = state.remembered.get(SlotName.REQUESTS_PER_DAY);
        if (before != null && before.high() == null && state.mayEdit()) {
            figures.add(Figure.remembered(before.value(), List.of()));
        }
        figures.addAll(said);
        figures.addAll(hours);
        figures.addAll(shares);
        findPeriods();
    }

    /** Returns the figures: the number that is remembered, the numbers, the hours between two times, then the shares, each in the order of the message. */
    List<Figure> figures() {
        return figures;
    }

    /** Returns the periods in the order of the message. */
    List<Period> periods() {
        return periods;
    }

    private void findPeriods() {
        Periods times = new Periods(state);
        for (int i = 0; i < state.size() && periods.size() < MOST_PERIODS; i++) {
            TimeUnit unit = state.isNumberAt(i) ? null : times.timeAt(i);
            if (unit != null) {
                periods.add(new Period(i, unit, state.isAt(i, Category.PERIODS) || isLed(i)));
            }
        }
    }

    private boolean isLed(int i) {
        return state.isAt(i - 1, Cue.PER)
                || state.isAt(i - 1, Cue.ARTICLE)
                || state.isAt(i - 1, Cue.EVERY)
                || state.isAt(i - 1, Cue.EACH)
                || state.isSlash(i - 1);
    }

    private List<Figure> shares() {
        List<Figure> shares = new ArrayList<>(0);
        Parts parts = new Parts(state);
        for (int i = 0; i < state.size() && shares.size() < MOST_SHARES; i++) {
            Part many = parts.ofMany(i);
            Part part = many == null ? parts.at(i) : many;
            if (part != null && !isTopic(part) && !state.candidates.isSetAside(part.first())) {
                shares.add(new Figure(part.first(), part.last(), 0, part, -1, "", List.of()));
                i = part.last();
            }
        }
        return shares;
    }

    /** {@code half of them about opening hours}: what they are about, where nothing is said to become of them. */
    private boolean isTopic(Part part) {
        int of = part.last() + 1;
        int verb = state.isOfThemAt(of) ? of + 2 : of;
        int topic = state.isAt(verb, Cue.IS) ? verb + 1 : verb;
        boolean about = state.isAt(topic, Cue.ABOUT) || state.hasTyped(topic, Trait.CONCERNS);
        int end = topic + 1;
        while (end < state.size() && !state.isBreakAt(end) && !state.isNumberAt(end)) {
            end++;
        }
        // "Half of them about opening hours, which we answer by hand"
        boolean goesOn = state.hasTyped(end + 1, Trait.RELATIVE) || state.isAt(end + 1, Cue.THEM);
        boolean chosen =
                state.hasTyped(part.first() - 1, Trait.NARROWS) || state.hasTyped(part.first() - 1, Trait.ONLY_THESE);
        return about && !goesOn && !chosen && end - topic <= LONGEST_TOPIC;
    }

    private List<Figure> numbers(List<Figure> taken) {
        List<Figure> found = new ArrayList<>();
        for (int place = 0; place < numbers.numbers().size(); place++) {
            int token = numbers.numbers().get(place);
            if (isOpen(token, taken) && isWhole(numbers.value(place))) {
                long value = numbers.value(place).longValue();
                found.add(new Figure(token, token, value, null, place, nouns.at(token), List.of()));
            }
        }
        Figures.keepBest(found, this::rank);
        return found;
    }

    /** Returns 0 for a number that was read as traffic, 1 for one that was not read, else 2. */
    private int rank(Figure number) {
        SlotName<?> claim = numbers.claim(number.first());
        return claim == SlotName.REQUESTS_PER_DAY ? 0 : claim == null ? 1 : 2;
    }

    private boolean isOpen(int token, List<Figure> taken) {
        SlotName<?> claim = numbers.claim(token);
        Token number = state.token(token);
        boolean year = number.isYear() && claim != SlotName.REQUESTS_PER_DAY;
        boolean open = claim == null || OPEN.contains(claim);
        // "a 4090 per hour"
        boolean gpu = claim == null && state.isGpuNumber(token);
        return open
                && !gpu
                && !year
                && !number.numeral().isRange()
                && !state.isMoneyAt(token)
                && Figures.isFree(state, token, taken);
    }

    private static boolean isWhole(@Nullable BigDecimal value) {
        return value != null
                && value.stripTrailingZeros().scale() <= 0
                && value.signum() > 0
                && value.compareTo(MOST_REQUESTS) <= 0;
    }
}
