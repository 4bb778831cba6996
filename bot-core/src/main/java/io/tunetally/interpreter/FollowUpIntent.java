package io.tunetally.interpreter;

import io.tunetally.catalog.ModelId;
import java.util.List;

/** What a follow-up asks for: what it says, else what was asked before, bent to how many models are left. */
final class FollowUpIntent {
    private final Draft draft;
    private final IntentReader intents;
    private final Intent own;

    FollowUpIntent(Draft draft, IntentReader intents, Intent own) {
        this.draft = draft;
        this.intents = intents;
        this.own = own;
    }

    Intent after(Intent before, Slots slots) {
        List<ModelId> models = slots.value(SlotName.MODELS);
        boolean several = (models != null && (models.size() > 1 || models.contains(SlotName.ALL_MODELS)))
                || slots.has(SlotName.METHODS)
                || slots.has(SlotName.PROVIDERS);
        if (intents.isSaid() && own != Intent.ESTIMATE) {
            return own;
        }
        if (own == Intent.TCO || own == Intent.BUDGET) {
            boolean goesOn = before == Intent.BREAKEVEN || before == Intent.RECOMMEND || before == Intent.WORTHIT;
            return goesOn ? before : own;
        }
        if (intents.isSaid()) {
            return several ? Intent.COMPARE : Intent.ESTIMATE;
        }
        return switch (before) {
            case ESTIMATE, COMPARE, MODELS, HELP, NONE -> several ? Intent.COMPARE : Intent.ESTIMATE;
            case RECOMMEND -> draft.mentions.isEmpty() ? before : several ? Intent.COMPARE : Intent.ESTIMATE;
            case TCO, BREAKEVEN, BUDGET, WORTHIT -> before;
        };
    }
}
