package io.tunetally.trainingconfig;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.Origin;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.util.List;

/** Reads names and words of a config as if they were said to the bot, so that there is one list of models and of words. */
final class ModelNames {
    private static final String QUESTION = "cost ";
    private static final List<SlotName<?>> OF_A_NAME = List.of(SlotName.MODELS, SlotName.SIZE_B, SlotName.UNTUNED);

    private final Interpreter interpreter;

    ModelNames(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    /** Returns the model of a name; empty if the name is read as anything else. */
    Slots model(String name) {
        Slots slots = slots(name);
        return slots.has(SlotName.MODELS) && OF_A_NAME.containsAll(slots.names()) ? slots : Slots.NONE;
    }

    /** Returns the values of words. */
    Slots words(List<String> words) {
        return words.isEmpty() ? Slots.NONE : slots(String.join(" ", words));
    }

    private Slots slots(String text) {
        return interpreter
                .read(QUESTION + text, Markup.PLAIN, true, null)
                .slots()
                .from(Origin.SAID);
    }
}
