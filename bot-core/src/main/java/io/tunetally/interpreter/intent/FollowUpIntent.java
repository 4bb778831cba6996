package io.tunetally.interpreter.intent;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.Intent;
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

    private final ParseState state;
    private final IntentReader intents;
    private final Intent own;

    public FollowUpIntent(ParseState state, IntentReader intents, Intent own) {
        this.state = state;
        this.intents = intents;
        this.own = own;
    }

    public Intent after(Intent before, Slots slots) {
        return byShape(said(before, slots), slots);
    }

    /**
     * Derives the intent from the values, whatever the verb: a cost of several models is a comparison, one with traffic
     * or months is the cost of running them, one with an amount of money is a budget. So its canonical text is read as
     * the same request.
     */
    public static Intent byShape(Intent intent, Slots slots) {
        boolean priced = intent == Intent.ESTIMATE || intent == Intent.COMPARE;
        if (priced && slots.has(SlotName.BUDGET_USD)) {
            return Intent.BUDGET;
        }
        boolean running = slots.has(SlotName.REQUESTS_PER_DAY) || slots.has(SlotName.MONTHS);
        boolean several = isSeveral(slots);
        return switch (intent) {
            case ESTIMATE, COMPARE -> running ? Intent.TCO : several ? Intent.COMPARE : intent;
            case RECOMMEND -> hasSeveralModels(slots) ? byShape(Intent.COMPARE, slots) : intent;
            case MODELS ->
                slots.has(SlotName.EXAMPLES) || slots.has(SlotName.TOTAL_TOKENS) || slots.has(SlotName.EPOCHS)
                        ? byShape(Intent.ESTIMATE, slots)
                        : intent;
            case MIGRATE, TCO, BREAKEVEN, BUDGET, WORTHIT, TIPPINGPOINTS, HELP, EXPLAIN, NONE -> intent;
        };
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

    private Intent said(Intent before, Slots slots) {
        boolean several = isSeveral(slots);
        if (intents.isNamed() && own != Intent.ESTIMATE) {
            return own;
        }
        if (own == Intent.TCO || own == Intent.BUDGET) {
            return GOES_ON.contains(before) ? before : own;
        }
        if (intents.isNamed()) {
            return several ? Intent.COMPARE : Intent.ESTIMATE;
        }
        return switch (before) {
            case ESTIMATE, COMPARE, TIPPINGPOINTS, MODELS, HELP, EXPLAIN, NONE ->
                several ? Intent.COMPARE : Intent.ESTIMATE;
            case RECOMMEND ->
                state.mentions.isEmpty() || intents.asksForTippingPoints()
                        ? before
                        : several ? Intent.COMPARE : Intent.ESTIMATE;
            case MIGRATE, TCO, BREAKEVEN, BUDGET, WORTHIT -> before;
        };
    }
}
