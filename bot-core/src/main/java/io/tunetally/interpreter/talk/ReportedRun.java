package io.tunetally.interpreter.talk;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Address;
import io.tunetally.request.Intent;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.Set;

/**
 * Leaves out the hardware of a run that is only reported where somebody asks what such a job costs: {@code the fine-tuning took
 * around 7 hours on 2 A6000s}. Its data, epochs, model and method are those of the job; where and how long somebody else ran it
 * says nothing of where the asker will.
 */
public final class ReportedRun {
    private static final Set<SlotName<?>> HARDWARE = Set.of(
            SlotName.TRAINING_HOURS,
            SlotName.GPU,
            SlotName.GPUS,
            SlotName.GPU_HOUR_USD,
            SlotName.OWN_HARDWARE,
            SlotName.DEADLINE_HOURS);

    private ReportedRun() {}

    /** True of a statement that somebody points at, or of a report behind a bare word for costs: {@code cost we needed 15 hours on 8 A100}. */
    public static boolean isAskedAbout(ParseState state, Address address) {
        boolean pointedAt = address == Address.POINTED_AT;
        // "Is 52h normal on 8 A800?" asks for no price of these hours.
        boolean priced = !pointedAt || state.has(Category.INTENTS);
        if ((priced && isQuestion(state)) || plans(state)) {
            return false;
        }
        if (pointedAt && !state.has(Category.INTENTS) && !state.slots.has(SlotName.OWN_HARDWARE)) {
            return true;
        }
        Token first = state.at(0);
        boolean command = first != null && first.is(Trait.COMMAND) && first.intent() == Intent.ESTIMATE;
        return (command || pointedAt) && !state.terse && tells(state, command ? 1 : 0);
    }

    /** True of a message with a question mark, but not of {@code a few hours (~2?) on 4xA100}: there it is only uncertain. */
    private static boolean isQuestion(ParseState state) {
        for (int i = 0; i < state.size(); i++) {
            if (state.isSymbolAt(i, '?') && !state.isSymbolAt(i + 1, ')')) {
                return true;
            }
        }
        return false;
    }

    /**
     * {@code the plan is a lora of llama 8b, about 20 hours}, {@code booked 4 H100s at Lambda}, {@code RunPod has 2 H200s for us}: what is
     * to come is meant as it is told.
     */
    private static boolean plans(ParseState state) {
        boolean booked = false;
        for (int i = 0; i < state.size(); i++) {
            if (state.hasTyped(i, Trait.EXPECTS) && !state.hasTyped(i, Trait.TAKES_LENGTH)) {
                return true;
            }
            boolean forUs = state.isAt(i, Cue.FOR) && state.hasTyped(i + 1, Trait.I_OR_WE) && state.isBreakAt(i + 2);
            booked |= !state.isNumberAt(i) && (state.hasTyped(i, Trait.PLANS_RUN) || forUs);
        }
        return booked && !state.has(Cue.REPORT) && SelfHosting.namesGpu(state);
    }

    private static boolean tells(ParseState state, int from) {
        for (int i = from; i < state.size(); i++) {
            boolean past = state.hasTyped(i, Trait.PAST_VERB) || state.hasTyped(i, Trait.TOOK);
            boolean takes = state.hasTyped(i, Trait.VERB_OF_COMPANY) && state.hasTyped(i, Trait.TAKES_LENGTH);
            if (past || takes) {
                return true;
            }
        }
        return false;
    }

    /** Returns the slots of a report without its hardware. */
    public static Slots withoutHardware(Slots said) {
        Slots slots = said;
        for (SlotName<?> name : HARDWARE) {
            slots = slots.without(name);
        }
        return slots;
    }
}
