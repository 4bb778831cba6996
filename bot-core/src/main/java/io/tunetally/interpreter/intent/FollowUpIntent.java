package io.tunetally.interpreter.intent;

import io.tunetally.catalog.ModelId;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.PricedUnit;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The intent of a follow-up: its own, else the earlier one, adapted to the number of models. */
public final class FollowUpIntent {
    /** The intents that traffic or money given later refines, rather than replaces. */
    private static final Set<Intent> GOES_ON =
            EnumSet.of(Intent.BREAKEVEN, Intent.MIGRATE, Intent.RECOMMEND, Intent.WORTHIT);

    /** The intents that stay while values change; others follow from the values. */
    private static final Set<Intent> STAYS =
            EnumSet.of(Intent.BREAKEVEN, Intent.MIGRATE, Intent.RECOMMEND, Intent.WORTHIT, Intent.TCO, Intent.BUDGET);

    /** The intents whose answers set a bill of today against a tuned model. */
    private static final Set<Intent> WEIGHS_BILL =
            EnumSet.of(Intent.BREAKEVEN, Intent.WORTHIT, Intent.TCO, Intent.COMPARE, Intent.TIPPINGPOINTS);

    private static final List<SlotName<?>> TRAFFIC = List.of(
            SlotName.REQUESTS_PER_DAY,
            SlotName.MONTHLY_TOKENS,
            SlotName.MONTHLY_INPUT_TOKENS,
            SlotName.MONTHLY_OUTPUT_TOKENS);

    private FollowUpIntent() {}

    /**
     * Returns the intent of a message in a conversation.
     *
     * @param said the intent that it asks for, {@link Intent#NONE} if it only changes the request
     */
    public static Intent after(Intent said, Intent before, Slots slots) {
        boolean refines =
                said == Intent.NONE || ((said == Intent.TCO || said == Intent.BUDGET) && GOES_ON.contains(before));
        return refines ? inherited(before, slots) : byShape(said, slots);
    }

    /** Returns the same, where the traffic or the budget of the request before may be taken back. */
    public static Intent after(Intent said, Request before, Slots slots) {
        boolean runs = isTraffic(slots) || isPeriod(slots);
        boolean ran = before.intent() == Intent.TCO && isTraffic(before.slots());
        boolean freed = before.intent() == Intent.BUDGET && !slots.has(SlotName.BUDGET_USD);
        Intent earlier = freed || (ran && !runs) ? Intent.ESTIMATE : before.intent();
        return after(said, earlier, slots);
    }

    /** Returns the intent of a message that only changes the request. */
    public static Intent inherited(Intent before, Slots slots) {
        Slot<List<ModelId>> models = slots.get(SlotName.MODELS);
        if (before == Intent.MODELS && models == null) {
            return byShape(before, slots);
        }
        boolean chosen = before == Intent.RECOMMEND && models != null && models.origin() == Origin.SAID;
        return byShape(STAYS.contains(before) && !chosen ? before : Intent.ESTIMATE, slots);
    }

    /**
     * Derives the intent from the values, whatever the verb: a cost of several models is a comparison, one with traffic
     * or months is the cost of running them, one with an amount of money is a budget. So its canonical text is read as
     * the same request.
     */
    public static Intent byShape(Intent intent, Slots slots) {
        boolean priced = intent == Intent.ESTIMATE || intent == Intent.COMPARE;
        if (priced && slots.has(SlotName.BUDGET_USD)) {
            return byShape(Intent.BUDGET, slots);
        }
        if (priced && slots.has(SlotName.TARGETS)) {
            return Intent.MIGRATE;
        }
        // The most that running may cost is no money to train with.
        if (intent == Intent.BUDGET
                && slots.has(SlotName.MONTHLY_LIMIT_USD)
                && !slots.has(SlotName.BUDGET_USD)
                && slots.has(SlotName.MODELS)) {
            return Intent.TCO;
        }
        // A bill of today is what tuning is measured against; beside a model that is to be tuned its price is asked
        // for, too.
        if ((priced || intent == Intent.TCO || intent == Intent.BUDGET)
                && slots.has(SlotName.MONTHLY_BILL_USD)
                && !isBillBesideTuned(slots)) {
            return Intent.WORTHIT;
        }
        if (intent == Intent.TCO && slots.has(SlotName.TEACHER) && !isTraffic(slots) && !isPeriod(slots)) {
            return byShape(Intent.ESTIMATE, slots);
        }
        // Of an untuned model only running costs anything.
        boolean untuned = slots.has(SlotName.UNTUNED) && !hasSeveralModels(slots);
        boolean running = untuned || isTraffic(slots) || isPeriod(slots) || isPriceOfRunning(slots);
        boolean several = isSeveral(slots);
        return switch (intent) {
            case ESTIMATE, COMPARE -> running ? Intent.TCO : several ? Intent.COMPARE : intent;
            // Which of several models to take is advice about these; with requests their totals are the answer.
            case RECOMMEND ->
                isPriceOfRunning(slots) || (hasSeveralModels(slots) && running)
                        ? byShape(Intent.COMPARE, slots)
                        : intent;
            case MODELS, MIGRATE, TCO, BREAKEVEN, BUDGET, WORTHIT, TIPPINGPOINTS, HELP, EXPLAIN, NONE -> intent;
        };
    }

    /** True if the models are those to be tuned, and a bill is for one of today that was not said. */
    public static boolean isBillBesideTuned(Slots slots) {
        return slots.has(SlotName.MONTHLY_BILL_USD) && slots.has(SlotName.MODELS) && !slots.has(SlotName.UNTUNED);
    }

    /** True of a question whose answer sets such a bill against the tuned models. */
    public static boolean weighsBill(Intent intent) {
        return WEIGHS_BILL.contains(intent);
    }

    /** True of a question for the price of running, which only tells of a bill. */
    public static boolean pricesRunning(Intent intent) {
        return intent == Intent.TCO || intent == Intent.COMPARE;
    }

    private static boolean isPeriod(Slots slots) {
        return slots.has(SlotName.MONTHS)
                || slots.has(SlotName.DAYS)
                || slots.has(SlotName.HOSTING_HOURS)
                || slots.has(SlotName.MONTHLY_HOURS);
    }

    private static boolean isTraffic(Slots slots) {
        for (SlotName<?> traffic : TRAFFIC) {
            if (slots.has(traffic)) {
                return true;
            }
        }
        return false;
    }

    /** {@code price per output token}. */
    private static boolean isPriceOfRunning(Slots slots) {
        PricedUnit unit = slots.value(SlotName.PRICED_UNIT);
        return unit != null && unit.isOfRunning();
    }

    private static boolean isSeveral(Slots slots) {
        List<ModelId> models = slots.value(SlotName.MODELS);
        boolean all = models != null && models.contains(SlotName.ALL_MODELS);
        return all || hasSeveralModels(slots) || slots.has(SlotName.METHODS) || slots.has(SlotName.PROVIDERS);
    }

    private static boolean hasSeveralModels(Slots slots) {
        List<ModelId> models = slots.value(SlotName.MODELS);
        return models != null && models.size() > 1;
    }
}
