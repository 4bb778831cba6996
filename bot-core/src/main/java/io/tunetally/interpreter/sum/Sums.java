package io.tunetally.interpreter.sum;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.money.ExamplePrice;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.GpuBill;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.traffic.Periods;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the sums of US dollars of a message. */
public final class Sums {
    /** The slots that a sum may fill. */
    public static final List<SlotName<?>> ROLES = List.of(
            SlotName.BUDGET_USD,
            SlotName.MONTHLY_LIMIT_USD,
            SlotName.MONTHLY_BILL_USD,
            SlotName.PAID_USD,
            SlotName.QUOTED_USD,
            SlotName.PREPARATION_USD,
            SlotName.PREPARATION_PER_EXAMPLE_USD,
            SlotName.GPU_HOUR_USD);

    private static final Set<SlotName<?>> OF_SUMS = Set.copyOf(ROLES);

    private static final String DOLLARS = "USD";

    /** A message with more sums is a list. */
    private static final int MOST = 8;

    private final ParseState state;

    private Sums(ParseState state) {
        this.state = state;
    }

    /** Returns the sums in their order, without ranges and those that a reader worked out; none if there are too many. */
    public static List<Sum> of(ParseState state) {
        return arePossible(state) ? new Sums(state).find() : List.of();
    }

    /** True if a message may have sums; cheap, as most have none. */
    static boolean arePossible(ParseState state) {
        if (state.has(Measure.DOLLAR)
                || (!state.candidates.money().isEmpty()
                        && state.candidates.money().getFirst().currency().equals(DOLLARS))) {
            return true;
        }
        for (SlotName<?> role : ROLES) {
            if (state.candidates.has(role)) {
                return true;
            }
        }
        return state.any(token -> token.isSymbol('$'));
    }

    private List<Sum> find() {
        List<Sum> sums = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            Sum sum = state.isNumberAt(i) && !state.isOfMention(i) ? at(i) : null;
            if (sum != null) {
                sums.add(sum);
                if (sums.size() > MOST) {
                    return List.of();
                }
            }
        }
        return sums;
    }

    private @Nullable Sum at(int number) {
        Numeral numeral = Amounts.counted(state.token(number).numeral());
        if (numeral.isRange() || numeral.isAmbiguous() || numeral.value().signum() <= 0) {
            return null;
        }
        int first = number;
        int last = number;
        boolean money = false;
        for (SlotCandidates.Money each : state.candidates.money()) {
            if (each.number() == number) {
                if (!each.currency().equals(DOLLARS)) {
                    return null;
                }
                first = each.first();
                last = each.last();
                money = true;
            }
        }
        if (state.isSymbolAt(number - 1, '$')) {
            first = number - 1;
            money = true;
        }
        if (state.isAt(number + 1, Measure.DOLLAR)) {
            last = number + 1;
            money = true;
        }
        SlotName<?> claim = state.candidates.slotOf(number);
        if (claim == null ? !money : !OF_SUMS.contains(claim) || isWorkedOut(number)) {
            return null;
        }
        int end = endOfUnit(last);
        return new Sum(number, first, last, end, numeral.value(), period(first, last, end), claim);
    }

    /** True of a sum that follows from others; that of a month may follow from its year. */
    private boolean isWorkedOut(int number) {
        return state.candidates.all().stream()
                .anyMatch(each -> each.token() == number
                        && !each.replaced()
                        && (each.arithmetic() != null || (each.derived() && !Sum.isMonthly(each.slot()))));
    }

    /** Returns the end of {@code a month}, {@code per example}, {@code per card and hour} behind a sum, or its own. */
    private int endOfUnit(int last) {
        int hour = GpuBill.hourEnd(state, last);
        int example = ExamplePrice.end(state, last);
        return Math.max(Math.max(hour, example), Periods.lastOfEach(state, last));
    }

    /** Returns the time behind a sum; else that of its clause, {@code the $900 we pay per month}, {@code our monthly bill is $900}. */
    private @Nullable TimeUnit period(int first, int last, int end) {
        TimeUnit behind = end > last ? timeAt(end) : null;
        if (behind != null) {
            return behind;
        }
        Clause clause = state.clause(first);
        TimeUnit nearest = null;
        int distance = Integer.MAX_VALUE;
        for (int i = clause.first(); i < clause.end(); i++) {
            boolean each = !state.isNumberAt(i)
                    && (state.isAt(i, Category.PERIODS)
                            || state.hasTyped(i, Trait.YEARLY)
                            || state.hasTyped(i, Trait.LAST_MONTH)
                            || state.hasTyped(i, Trait.LAST_YEAR)
                            || (timeAt(i) != null
                                    && (state.isAt(i - 1, Cue.PER)
                                            || state.isAt(i - 1, Cue.EVERY)
                                            || state.isAt(i - 1, Cue.EACH)
                                            || state.isAt(i - 1, Cue.ARTICLE))));
            int away = i < first ? first - i : i - last;
            if (each && away < distance) {
                TimeUnit time = timeAt(i);
                nearest = time == null ? nearest : time;
                distance = time == null ? distance : away;
            }
        }
        return nearest;
    }

    private @Nullable TimeUnit timeAt(int i) {
        if (state.hasTyped(i, Trait.YEARLY) || state.hasTyped(i, Trait.LAST_YEAR)) {
            return TimeUnit.YEAR;
        }
        return state.hasTyped(i, Trait.LAST_MONTH) ? TimeUnit.MONTH : state.timeAt(i);
    }
}
