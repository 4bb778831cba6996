package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.part.Part;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the mean of a week whose days differ: {@code Mon-Fri 5,000 calls, Saturday 1,500, Sunday closed}, {@code 5,000 a day and 900 at
 * weekends}, {@code 5,000 a day, half of that on weekends}, {@code 60 on weekdays but 150 on Mondays}; or of which only some have any:
 * {@code 400 mails every Monday and 100 every Thursday}.
 */
public final class LevelsOfWeek {
    private static final int LETTERS = 3;
    private static final int DECIMALS = 6;
    private static final BigDecimal WEEK = TimeUnit.WEEK.days().orElseThrow();

    private final ParseState state;
    private final CountsBeside counts;

    LevelsOfWeek(ParseState state) {
        this.state = state;
        counts = new CountsBeside(state);
    }

    /** Some days of the week. */
    record Days(int first, int last, Set<DayOfWeek> days) {}

    /**
     * What comes in on each of some days.
     *
     * @param number its index, or that of the share of another level
     */
    private record Level(int number, int days) {}

    /** A level of workdays of which one day has another one: {@code 60 on weekdays but 150 on Mondays}. */
    private void take(List<Level> levels, List<Days> leveled, Days within) {
        for (int k = 0; k < leveled.size(); k++) {
            Days wide = leveled.get(k);
            if (wide.days().size() > within.days().size() && wide.days().containsAll(within.days())) {
                levels.set(
                        k,
                        new Level(
                                levels.get(k).number(),
                                levels.get(k).days() - within.days().size()));
            }
        }
    }

    /** Claims the numbers, before others take the first one for all days and the others for examples. */
    public static void read(ParseState state) {
        boolean named = state.hasTypedAnywhere(Trait.DAY_OF_WEEK)
                || state.hasTypedAnywhere(Trait.WEEKEND)
                || state.hasTypedAnywhere(Trait.WORKDAYS);
        if (named && !state.hasTypedAnywhere(Trait.USUAL) && !state.statesChange()) {
            new LevelsOfWeek(state).read();
        }
    }

    private void read() {
        List<Level> levels = new ArrayList<>();
        List<Days> named = new ArrayList<>();
        List<Days> leveled = new ArrayList<>();
        Set<DayOfWeek> covered = EnumSet.noneOf(DayOfWeek.class);
        for (int i = 0; i < state.size(); i++) {
            Days days = daysAt(i);
            if (days == null) {
                continue;
            }
            int number = counts.take(days.first(), days.last());
            if (number >= 0) {
                boolean within = leveled.stream()
                        .anyMatch(wide -> wide.days().size() > days.days().size()
                                && wide.days().containsAll(days.days()));
                if (!within && days.days().stream().anyMatch(covered::contains)) {
                    return;
                }
                take(levels, leveled, days);
                covered.addAll(days.days());
                levels.add(new Level(number, days.days().size()));
                leveled.add(days);
            }
            named.add(days);
            i = days.last();
        }
        int rest = WEEK.intValueExact() - covered.size();
        boolean recurring = named.stream().allMatch(this::isEveryWeek);
        int base = rest > 0 && !levels.isEmpty() && recurring ? base(levels) : CountsBeside.NONE;
        if (base >= 0) {
            levels.addFirst(new Level(base, rest));
        }
        // Of five days or more, the days that are not named are off.
        boolean whole = base >= 0 || covered.size() >= DayOfWeek.FRIDAY.getValue();
        boolean some = !whole && !levels.isEmpty() && leveled.size() == named.size() && isOfWeeks(levels, leveled);
        if (((whole && levels.size() > 1) || some)
                && !isOneMeant(named)
                && levels.stream().allMatch(this::isDaily)
                && (isOfTraffic(levels)
                        || (some && isPriced() && levels.stream().allMatch(this::isSent)))) {
            claim(levels, named);
        }
    }

    /** {@code Weekday 5,000, weekend 900. Take the weekday value}: another sentence names one of them. */
    private boolean isOneMeant(List<Days> named) {
        Sentence first = state.sentence(named.getFirst().first());
        return named.stream()
                .map(days -> state.sentence(days.first()))
                .filter(own -> own.first() != first.first())
                .anyMatch(own -> IntStream.range(own.first(), own.end())
                        .anyMatch(i -> !state.isNumberAt(i)
                                && (state.hasTyped(i, Trait.PLANS_WITH) || state.hasTyped(i, Trait.LEAVES_OUT))));
    }

    /** {@code every Tuesday}, {@code on Tuesdays}: days of each week, whose others have none. */
    private boolean isOfWeeks(List<Level> levels, List<Days> leveled) {
        // "5 a day even on Sundays" is the number of all days.
        boolean ofDays = IntStream.range(0, levels.size())
                .allMatch(k -> isNumber(levels.get(k))
                        && !isRateBetween(levels.get(k).number(), leveled.get(k).first()));
        return ofDays
                && leveled.stream()
                        .allMatch(days -> days.days().size() == 1
                                && (isEveryWeek(days)
                                        || state.isAt(days.first() - 1, Cue.EVERY)
                                        || state.isAt(days.first() - 1, Cue.EACH)));
    }

    private boolean isRateBetween(int number, int day) {
        return IntStream.range(Math.min(number, day) + 1, Math.max(number, day))
                .anyMatch(i -> !state.isNumberAt(i) && !state.isAt(i, Cue.EVERY) && state.isRateAt(i));
    }

    /** {@code weekends}, {@code Saturdays}; {@code on Friday} is the next one. */
    boolean isEveryWeek(Days days) {
        return days.days().size() > 1 || !state.hasTyped(days.first(), Trait.DAY_NAME);
    }

    /** Returns the only number of requests a day in their sentence that belongs to no named day, or none. */
    private int base(List<Level> levels) {
        int base = CountsBeside.NONE;
        Sentence sentence = state.sentence(levels.getFirst().number());
        for (int i = sentence.first(); i < sentence.end(); i++) {
            if (counts.isCount(i) && !counts.isTaken(i) && counts.timeOf(i) == TimeUnit.DAY) {
                if (base >= 0) {
                    return CountsBeside.NONE;
                }
                base = i;
            }
        }
        return base;
    }

    private boolean isDaily(Level level) {
        TimeUnit time = isNumber(level) ? counts.timeOf(level.number()) : null;
        boolean told = state.isReported(level.number())
                || state.isPast(level.number())
                || state.clause(level.number()).namesTrainingWork();
        return !told && (time == null || time == TimeUnit.DAY);
    }

    private boolean isOfTraffic(List<Level> levels) {
        boolean traffic = levels.stream()
                .anyMatch(level -> isNumber(level)
                        && (counts.isOfRequests(level.number()) || counts.timeOf(level.number()) == TimeUnit.DAY));
        long numbers = levels.stream().filter(this::isNumber).count();
        return traffic && (numbers == levels.size() || numbers == 1);
    }

    /** True of a message about what a time costs, and about no training. */
    private boolean isPriced() {
        boolean time = state.has(Measure.MONTH) || state.has(Measure.YEAR) || state.has(Intent.TCO);
        boolean trained = state.has(Cue.TRAINING) || state.has(Cue.RETRAIN);
        return time && !trained;
    }

    /** True of things that come in by themselves, unlike {@code we label 40 mails every Monday}. */
    private boolean isSent(Level level) {
        int number = level.number();
        boolean gathered = !state.isNumberAt(number - 1)
                && (state.hasTyped(number - 1, Trait.CHANGES)
                        || state.hasTyped(number - 1, Trait.GATHERS)
                        || state.hasTyped(number - 1, Trait.COLLECTS)
                        || state.hasTyped(number - 1, Trait.SELLS));
        return isNumber(level) && !gathered && !state.isMoneyAt(number);
    }

    private boolean isNumber(Level level) {
        return counts.share(level.number()) == null;
    }

    private void claim(List<Level> levels, List<Days> named) {
        int most = levels.stream()
                .filter(this::isNumber)
                .map(Level::number)
                .reduce((one, other) -> counts.value(one).compareTo(counts.value(other)) >= 0 ? one : other)
                .orElseThrow();
        BigDecimal week = BigDecimal.ZERO;
        List<String> terms = new ArrayList<>();
        for (Level level : levels) {
            Part share = counts.share(level.number());
            BigDecimal perDay = share == null ? counts.value(level.number()) : share.portion(counts.value(most));
            week = week.add(perDay.multiply(BigDecimal.valueOf(level.days())));
            terms.add(CountArithmetic.number(perDay) + " on " + level.days());
        }
        BigDecimal mean = week.divide(WEEK, MathContext.DECIMAL64)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        Set<Integer> numbers = new HashSet<>();
        levels.forEach(level -> numbers.add(level.number()));
        counts.claim(numbers, most, mean, String.join(", ", terms) + " of " + WEEK + " days");
        named.forEach(days -> state.use(days.first(), days.last(), Token.Use.CONNECTIVE));
    }

    /** Returns the days of the week that begin at an index, or null. */
    @Nullable Days daysAt(int i) {
        boolean period = state.isAt(i - 1, Cue.PER) || state.isAt(i - 1, Cue.ARTICLE) || state.isSlash(i - 1);
        if (state.at(i) == null || state.isNumberAt(i) || period) {
            return null;
        }
        if (state.hasTyped(i, Trait.WORKDAYS)) {
            return new Days(i, i, between(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        }
        if (state.hasTyped(i, Trait.WEEKEND)) {
            return new Days(i, i, between(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        }
        return day(i) == null ? null : joined(i);
    }

    /** {@code Monday to Friday}, {@code Sat and Sun}, {@code Saturday}. */
    private Days joined(int first) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        DayOfWeek before = day(first);
        int last = first;
        while (before != null) {
            days.add(before);
            int link = last + 1;
            boolean through =
                    state.isAt(link, Cue.TO) || state.isSymbolAt(link, '-') || state.hasTyped(link, Trait.UP_TO_LAST);
            boolean and = state.isAt(link, Cue.AND) || state.isSymbolAt(link, '&') || state.isSlash(link);
            DayOfWeek next = through || and ? day(link + 1) : null;
            if (next != null) {
                last = link + 1;
                days.addAll(through ? between(before, next) : EnumSet.of(next));
            }
            before = next;
        }
        return new Days(first, last, days);
    }

    private static Set<DayOfWeek> between(DayOfWeek first, DayOfWeek last) {
        Set<DayOfWeek> days = EnumSet.of(first);
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day.plus(1));
        }
        return days;
    }

    private @Nullable DayOfWeek day(int i) {
        if (state.at(i) == null || state.isNumberAt(i) || !state.hasTyped(i, Trait.DAY_OF_WEEK)) {
            return null;
        }
        String name = state.typed(i, i).toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (name.startsWith(day.name().substring(0, LETTERS))) {
                return day;
            }
        }
        return null;
    }
}
