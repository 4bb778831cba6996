package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/**
 * Finds out whether a message says for how long GPUs are paid and what an hour costs: {@code took 14 hours on 8 H100 at $3.20 an
 * hour}. Their product is the cost whether the run is planned or over, so that a report is read like a plan.
 */
public final class GpuBill {
    /** The most words between GPU-hours and their price. */
    private static final int REACH = 4;

    /** The most words between GPUs and their price. */
    private static final int REACH_OF_GPUS = 6;

    /** A phrase with the figures of a bill and nothing else has no more tokens. */
    private static final int LONGEST_RECKONING = 18;

    /** No hour of a machine with GPUs costs more dollars. */
    private static final BigDecimal DEAREST = BigDecimal.valueOf(300);

    /** No hour of a single GPU costs more dollars. */
    private static final BigDecimal DEAREST_GPU = BigDecimal.valueOf(20);

    private GpuBill() {}

    /**
     * {@code 8xA100 @ $1.29}, {@code own 8xH100 at 2.10}, {@code 4x L40S we rent for $0.89 each}: so small a price right behind GPUs is that
     * of an hour of one.
     *
     * @param first the index of the first token of the price
     * @param number the index of its number
     * @param last the index of its last token
     */
    public static boolean isPriceOfGpus(ParseState state, int first, int number, int last) {
        BigDecimal value = state.token(number).numeral().value();
        boolean cents = value.stripTrailingZeros().scale() > 0;
        boolean hour = hourEnd(state, last) > last;
        boolean ends = hour || state.isBreakAt(last + 1) || state.isAt(last + 1, Cue.EACH);
        if (value.signum() > 0 && value.compareTo(DEAREST_GPU) <= 0 && ends && isHourlyBefore(state, first)) {
            return true;
        }
        if (value.signum() <= 0 || value.compareTo(DEAREST_GPU) > 0 || !ends || (first == number && !cents)) {
            return false;
        }
        return isLedByGpus(state, first, last) && isOnlyPrice(state, number);
    }

    /** {@code 8x A100, hourly $2}, {@code 8张A100，每小时2美元}: the hour stands before the only price of a message that names GPUs. */
    private static boolean isHourlyBefore(ParseState state, int price) {
        boolean hourly = state.isAt(price - 1, Category.PERIODS) && state.timeAt(price - 1) == TimeUnit.HOUR;
        return hourly && state.has(Category.GPUS) && !state.isNumberAt(price - 2);
    }

    /** True if the only period of a message is the hour that stands before the price of its GPUs: {@code 8x A100, hourly $2}. */
    public static boolean isOnlyPeriod(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            if (state.isAt(i, Category.PERIODS) && !(state.isSymbolAt(i + 1, '$') && isHourlyBefore(state, i + 1))) {
                return false;
            }
        }
        return true;
    }

    /** False of {@code RunPod A100 at 1.19/h, Lambda H100 at 2.49/h}: a list of prices. */
    private static boolean isOnlyPrice(ParseState state, int price) {
        for (int i = 0; i < state.size(); i++) {
            int first = state.isSymbolAt(i - 1, '$') ? i - 1 : i;
            boolean small = i != price
                    && state.isNumberAt(i)
                    && !state.isGpuNumber(i)
                    && state.token(i).numeral().value().compareTo(DEAREST_GPU) <= 0;
            if (small && isLedByGpus(state, first, i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * True behind {@code 8xA100 @}, {@code own 8xH100 at}, of a price of each behind {@code 4x L40S we rent for}, and of one of an hour
     * behind {@code one rented h100 for} and {@code h100,}.
     */
    private static boolean isLedByGpus(ParseState state, int first, int last) {
        boolean at = state.isSymbolAt(first - 1, '@') || state.hasTyped(first - 1, Trait.CLOCK);
        boolean paidFor = state.isAt(first - 1, Cue.FOR);
        boolean hourly = hourEnd(state, last) > last;
        boolean listed = hourly && (state.isSymbolAt(first - 1, ',') || state.isSymbolAt(first - 1, '('));
        boolean paid = hourly;
        int from = Math.max(state.sentence(first).first(), first - 1 - (listed ? 1 : REACH_OF_GPUS));
        for (int i = first - 2; (at || paidFor || listed) && i >= from; i--) {
            if (state.isNumberAt(i) && !state.isGpuNumber(i)) {
                return false;
            }
            if (isGpuWord(state, i) || state.isGpuNumber(i)) {
                return at || (paid && (hourly || state.isAt(last + 1, Cue.EACH)));
            }
            paid |= state.hasTyped(i, Trait.RENTS) || state.hasTyped(i, Trait.PAID);
        }
        return false;
    }

    /**
     * {@code our H100 hours are charged internally at $2.20}, {@code we pay 1.35 for those}: what an hour costs of the
     * GPUs that a conversation is about, or that the message names.
     */
    public static boolean isPaidForRemembered(ParseState state, int first, int number, int last) {
        BigDecimal value = state.token(number).numeral().value();
        boolean small = value.signum() > 0
                && value.compareTo(DEAREST_GPU) <= 0
                && value.stripTrailingZeros().scale() > 0;
        boolean ends = state.isBreakAt(last + 1)
                || state.isAt(last + 1, Cue.EACH)
                || (state.isAt(last + 1, Cue.FOR)
                        && (state.isAt(last + 2, Cue.THEM)
                                || state.isAt(last + 2, Cue.EACH)
                                || state.hasTyped(last + 2, Trait.PRONOUN)));
        boolean remembered = state.mayEdit() && state.remembered.has(SlotName.GPU);
        boolean ofThose = !state.isBreakAt(last + 1) && state.has(Category.GPUS);
        if (!small || !ends || !(remembered || ofThose)) {
            return false;
        }
        for (int i = first - 1; i >= Math.max(0, first - 1 - REACH) && !state.isBreakAt(i); i--) {
            if (!state.isNumberAt(i) && state.hasTyped(i, Trait.PAYS)) {
                return true;
            }
        }
        return false;
    }

    /** True if a GPU, a time and a price an hour are said, and the cost is asked for. */
    static boolean isSaid(ParseState state) {
        return state.has(Measure.HOUR)
                && (asks(state) || isReckoning(state))
                && namesGpu(state)
                && (hasPrice(state) || isOfElectricity(state))
                && hasTime(state);
    }

    /** {@code renting 2x 4090 at $0.35/h for 12 hours, what is that in all}; {@code 4090 at 0.34/h vs my own card} asks for both. */
    private static boolean asks(ParseState state) {
        return state.terse
                || state.asks()
                || state.has(Intent.ESTIMATE)
                || state.has(Cue.VERSUS)
                || state.hasTypedAnywhere(Trait.ASKS_WHAT)
                || state.hasTypedAnywhere(Trait.ASKS_HOW_MUCH);
    }

    /** {@code my 4090 for 30 hours, 450 W at $0.32 per kWh}: one phrase that has all figures of a bill and says nothing else. */
    private static boolean isReckoning(ParseState state) {
        return isOfElectricity(state)
                && state.size() <= LONGEST_RECKONING
                && state.sentence(0).end() >= state.size() - 1
                && !state.has(Cue.REPORT);
    }

    private static boolean isOfElectricity(ParseState state) {
        return state.candidates.has(SlotName.GPU_HOUR_USD) && state.hasTypedAnywhere(Trait.ENERGY);
    }

    private static boolean namesGpu(ParseState state) {
        if (SelfHosting.namesGpu(state)) {
            return true;
        }
        for (int i = 0; i < state.size(); i++) {
            if (state.hasTyped(i, Trait.GPU)) {
                return true;
            }
        }
        return false;
    }

    /** The $1.19 of {@code $0.34/h for 4090s, $1.19 for an A100}: one more price of a list by the hour. */
    public static boolean isListedHourly(ParseState state, int last) {
        Token link = state.at(last + 1);
        if (link == null || !(link.is(Cue.FOR) || link.is(Cue.ON))) {
            return false;
        }
        int gpu = state.isAt(last + 2, Cue.ARTICLE) || state.isOneAt(last + 2) ? last + 3 : last + 2;
        return state.isGpuAt(gpu) && hasPrice(state);
    }

    private static boolean hasPrice(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            boolean before = isDollar(state, i - 1) && isHourlyBefore(state, i - 1);
            if (state.isNumberAt(i) && (before || isHourly(state, i) || isEachHour(state, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHourly(ParseState state, int number) {
        int last = isDollar(state, number + 1) ? number + 1 : number;
        boolean money = last > number || isDollar(state, number - 1) || isWithoutSign(state, number);
        return money && hourEnd(state, last) > last;
    }

    /** {@code 3.20/gpu-hr}, {@code 4 h100 for 6 hours at 2.5/h}: beside GPUs and hours a price needs no currency. */
    public static boolean isWithoutSign(ParseState state, int number) {
        boolean led = state.hasTyped(number - 1, Trait.CLOCK) || state.isSymbolAt(number - 1, '@');
        boolean rate = led
                && hourEnd(state, number) > number
                && state.token(number).numeral().value().compareTo(DEAREST) <= 0;
        return rate || isBehindGpu(state, number) || isPerGpuHour(state, number) || isOfRenter(state, number);
    }

    /** {@code RunPod wants 0.69 an hour for a 5090}: a price with cents beside one who rents. */
    private static boolean isOfRenter(ParseState state, int number) {
        BigDecimal value = state.token(number).numeral().value();
        return value.stripTrailingZeros().scale() > 0
                && value.compareTo(DEAREST) <= 0
                && hourEnd(state, number) > number
                && SelfHosting.isMeant(state);
    }

    /** {@code a40 0.39/hr 20h}: in a command a price with cents right behind a GPU. */
    private static boolean isBehindGpu(ParseState state, int number) {
        int gpu = state.isSymbolAt(number - 1, ',') ? number - 2 : number - 1;
        return state.terse
                && (state.isAt(gpu, Category.GPUS) || state.isGpuNumber(gpu))
                && state.token(number).numeral().value().stripTrailingZeros().scale() > 0
                && state.token(number).numeral().value().compareTo(DEAREST) <= 0
                && hourEnd(state, number) > number;
    }

    /** {@code the cards are 1.89 an hour}, {@code 0.95/h}: in a conversation about GPUs, where so many hours or requests are no fraction. */
    public static boolean isPriceOfRemembered(ParseState state, int number) {
        BigDecimal value = state.token(number).numeral().value();
        boolean requests = state.has(Measure.REQUEST) || state.remembered.has(SlotName.REQUESTS_PER_DAY);
        boolean priced = value.stripTrailingZeros().scale() > 0 || (state.hasTypedAnywhere(Trait.COSTS) && !requests);
        return state.remembered.has(SlotName.GPU)
                && state.mayEdit()
                && priced
                && value.signum() > 0
                && value.compareTo(DEAREST) <= 0
                && hourEnd(state, number) > number;
    }

    /** {@code our 8xH100 node costs 14.2/hr}, {@code the a100s cost us 1.8 an hour}: in a message about GPUs the verb is enough. */
    public static boolean isHourlyCost(ParseState state, int number) {
        boolean rate = hourEnd(state, number) > number
                && state.token(number).numeral().value().compareTo(DEAREST) <= 0;
        for (int i = number - 1; rate && i >= Math.max(0, number - REACH) && !state.isBreakAt(i); i--) {
            if (state.hasTyped(i, Trait.PAID)) {
                return true;
            }
        }
        return false;
    }

    /** {@code $1.775 an hour} is no thousand dollars, whatever its point means elsewhere. */
    public static void settleNotation(Token price) {
        price.numeral().readings().stream()
                .filter(reading -> reading.compareTo(DEAREST) <= 0)
                .findFirst()
                .ifPresent(reading -> price.numeral = Numeral.of(reading));
    }

    private static boolean isPerGpuHour(ParseState state, int number) {
        return hourEnd(state, number) > number && isGpuWord(state, number + 2);
    }

    /** {@code 100 gpu hours at $2 each}, {@code 40 gpu-hours x $1.90}. */
    public static boolean isEachHour(ParseState state, int number) {
        if (!isDollar(state, number - 1) || state.isAt(number + 1, Cue.PER)) {
            return false;
        }
        for (int i = number - 2; i >= Math.max(0, number - REACH) && !state.isBreakAt(i); i--) {
            if (state.isAt(i, Measure.HOUR) && state.hasTyped(i, Trait.GPU)) {
                return !state.isAt(i - 1, Cue.PER);
            }
        }
        return false;
    }

    /** The hour of {@code an A100 is $2 for 1 hour}, {@code 1 hour $0.40}, {@code 1小时2块}: what one costs is told, not how long a job takes. */
    public static boolean isPricedHour(ParseState state, int number, int unit) {
        if (!isOne(state, number) || number > unit) {
            return false;
        }
        int amount = state.isAt(unit + 1, Cue.IS) || state.isAt(unit + 1, Cue.ABOUT) ? unit + 2 : unit + 1;
        boolean behind = state.isSymbolAt(amount, '$')
                || (state.isNumberAt(amount) && state.isMoneyAt(amount))
                || (!state.isBreakAt(amount) && state.isAt(amount + 1, Category.CURRENCIES));
        return behind || (state.isAt(number - 1, Cue.FOR) && state.isMoneyBefore(number - 1));
    }

    private static boolean isOne(ParseState state, int index) {
        return state.isNumberAt(index) && state.token(index).numeral().value().compareTo(BigDecimal.ONE) == 0;
    }

    private static boolean isDollar(ParseState state, int index) {
        return state.isSymbolAt(index, '$') || state.isAt(index, Measure.DOLLAR);
    }

    /** True of {@code $24 an hour}, false of {@code $3 per GPU-hour}, {@code $3 an hour per GPU}, {@code $3 an hour and card} and {@code $3 an hour each}. */
    public static boolean isPerHourOnly(ParseState state, int number) {
        int last = isDollar(state, number + 1) ? number + 1 : number;
        int hour = hourEnd(state, last);
        boolean per = state.isAt(hour + 1, Cue.PER) || state.isAt(hour + 1, Cue.AND);
        boolean each = state.isAt(hour + 1, Cue.EACH) || (per && isGpuWord(state, hour + 2));
        return hour == last + 2 && !each;
    }

    /** Returns the index of the hour behind a price that ends at an index, or that index. */
    public static int hourEnd(ParseState state, int last) {
        Token link = state.at(last + 1);
        if (link == null) {
            return last;
        }
        if (link.is(Cue.FOR)) {
            boolean oneHour =
                    isOne(state, last + 2) && state.isAt(last + 3, Measure.HOUR) && !state.isAt(last + 4, Cue.OF);
            return oneHour ? last + 3 : last;
        }
        if (!link.is(Cue.PER) && !link.is(Cue.ARTICLE)) {
            return last;
        }
        int unit = last + 2;
        if (!state.isAt(unit, Measure.HOUR) && isGpuWord(state, unit)) {
            boolean joined =
                    state.isSymbolAt(unit + 1, '-') || state.isAt(unit + 1, Cue.PER) || state.isAt(unit + 1, Cue.AND);
            unit += joined ? 2 : 1;
        }
        return state.isAt(unit, Measure.HOUR) ? unit : last;
    }

    private static boolean isGpuWord(ParseState state, int index) {
        return state.at(index) != null && (state.hasTyped(index, Trait.GPU) || state.isAt(index, Category.GPUS));
    }

    /** True if any number counts hours or days and is not their price. */
    private static boolean hasTime(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            boolean hours = state.isAt(i, Measure.HOUR) || state.isAt(i, Measure.DAY);
            if (hours && !state.isAt(i - 1, Cue.PER) && (state.isNumberAt(i - 1) || state.isNumberAt(i - 2))) {
                return true;
            }
        }
        return false;
    }
}
