package io.tunetally.interpreter.volume;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes the mean of what came in month by month: {@code Jan 4k, Feb 5k, Mar 9k claims, cost for the quarter?} */
public final class MonthlyVolumes {
    private static final BigDecimal DAYS = TimeUnit.MONTH.days().orElseThrow();
    private static final int DECIMALS = 6;
    private static final int YEAR = 12;

    private final ParseState state;

    private MonthlyVolumes(ParseState state) {
        this.state = state;
    }

    /**
     * What came in a month.
     *
     * @param last the last token: that of what is counted, if it is said
     */
    private record Volume(int month, int number, int last) {}

    /** Claims the only list of months, before others take its numbers for examples. */
    public static void read(ParseState state) {
        if (state.hasTypedAnywhere(Trait.MONTH_NAME) && state.remembered.isEmpty()) {
            MonthlyVolumes months = new MonthlyVolumes(state);
            List<Volume> volumes = months.list();
            if (volumes.size() > 1 && months.isOfTraffic(volumes)) {
                months.claim(volumes);
            }
        }
    }

    private List<Volume> list() {
        List<Volume> volumes = new ArrayList<>(0);
        Set<String> names = new HashSet<>();
        for (int i = 0; i < state.size(); i++) {
            Volume volume = volumeAt(i);
            if (volume != null) {
                int before = volumes.isEmpty() ? i : endOfList(volumes.getLast().last() + 1);
                if (before != i || !names.add(state.typed(i, i)) || volumes.size() == YEAR) {
                    return List.of();
                }
                volumes.add(volume);
                i = volume.last();
            }
        }
        return volumes;
    }

    private int endOfList(int i) {
        int next = i;
        while (state.isSymbolAt(next, ',') || state.isAt(next, Cue.AND)) {
            next++;
        }
        return next;
    }

    private @Nullable Volume volumeAt(int month) {
        boolean named = state.hasTyped(month, Trait.MONTH_NAME) || state.hasTyped(month, Trait.MONTH_IF_LISTED);
        if (state.isNumberAt(month) || !named) {
            return null;
        }
        int number = state.isSymbolAt(month + 1, ':') || state.isAt(month + 1, Cue.IS) ? month + 2 : month + 1;
        boolean count = state.isPlainCount(number) && state.token(number).use == Token.Use.NOTHING;
        if (!count || state.token(number).isYear()) {
            return null;
        }
        boolean counted = state.isItemAt(number + 1) || state.isAt(number + 1, Measure.REQUEST);
        boolean other = !counted && state.isUnitAt(number + 1);
        return other ? null : new Volume(month, number, counted ? number + 1 : number);
    }

    /** False of data: a volume is told for what a time costs, and nothing says that its texts are trained on. */
    private boolean isOfTraffic(List<Volume> volumes) {
        boolean trained = state.has(Cue.TRAINING)
                || (state.has(Category.TUNING) && !state.hasTypedAnywhere(Trait.TUNED))
                || state.has(Measure.EPOCH);
        boolean time = state.has(Measure.QUARTER)
                || state.has(Measure.MONTH)
                || state.has(Measure.YEAR)
                || state.has(Intent.TCO)
                || state.hasTypedAnywhere(Trait.TRAFFIC);
        return time
                && !trained
                && !isRateSaid()
                && volumes.stream()
                        .noneMatch(each -> state.clause(each.number()).namesTrainingWork()
                                || state.isReported(each.number())
                                || state.isPast(each.number()));
    }

    /** True if the message says what comes in a day or a week in other words. */
    private boolean isRateSaid() {
        Periods periods = new Periods(state);
        for (int i = 0; i < state.size(); i++) {
            if (state.isCountAt(i)) {
                boolean counted = state.isItemAt(i + 1) || state.isAt(i + 1, Measure.REQUEST);
                if (periods.timeAfter(counted ? i + 1 : i) != null) {
                    return true;
                }
            }
        }
        return false;
    }

    private void claim(List<Volume> volumes) {
        int base = volumes.getFirst().number();
        BigDecimal sum = BigDecimal.ZERO;
        for (Volume volume : volumes) {
            sum = sum.add(value(volume));
            state.use(volume.month(), volume.last(), Token.Use.CONNECTIVE);
            state.candidates.settle(volume.number());
            if (volume.number() != base) {
                state.candidates.setAside(volume.number());
            }
        }
        BigDecimal days = DAYS.multiply(BigDecimal.valueOf(volumes.size()));
        BigDecimal mean = sum.divide(days, MathContext.DECIMAL64)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        state.token(base).use = Token.Use.SLOT;
        state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, Numeral.of(mean), base);
        state.candidates.explain(
                SlotName.REQUESTS_PER_DAY,
                mean,
                volumes.stream()
                        .map(each -> CountArithmetic.number(value(each)))
                        .collect(Collectors.joining(" + ", "(", ") / " + days + " days")));
    }

    private BigDecimal value(Volume volume) {
        return Amounts.counted(state.token(volume.number()).numeral()).value();
    }
}
