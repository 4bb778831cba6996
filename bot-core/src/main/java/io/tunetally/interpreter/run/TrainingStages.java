package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.request.SlotName;
import java.util.List;

/**
 * Leaves out the epochs and hours of two stages of one training: {@code SFT 5 epochs in 7 hours, DPO after it 3 epochs in 10}. A request
 * has room for one of them, and neither is that of the whole job.
 */
public final class TrainingStages {
    private static final List<SlotName<?>> SLOTS = List.of(SlotName.EPOCHS, SlotName.TRAINING_HOURS);

    private final ParseState state;

    private TrainingStages(ParseState state) {
        this.state = state;
    }

    /** Takes them back in a message that begins a conversation. */
    public static void read(ParseState state) {
        if (state.remembered.isEmpty() && state.has(Category.OBJECTIVES)) {
            TrainingStages stages = new TrainingStages(state);
            SLOTS.forEach(stages::leave);
        }
    }

    private void leave(SlotName<?> slot) {
        List<SlotCandidates.Candidate> said = state.candidates.of(slot);
        if (said.size() != 2 || said.getFirst().numeral().equals(said.getLast().numeral())) {
            return;
        }
        String first = stageOf(said.getFirst().token());
        String second = stageOf(said.getLast().token());
        if (!first.isEmpty() && !second.isEmpty() && !first.equals(second)) {
            for (SlotCandidates.Candidate each : said) {
                state.withdraw(each.token());
                state.candidates.setAside(each.token());
            }
        }
    }

    /** Returns the SFT of {@code SFT 5 epochs}, {@code 2 epochs of SFT}: the next right behind the unit, else the nearest before; or nothing. */
    private String stageOf(int number) {
        for (int i = number + 1; i <= number + 3 && !state.isBreakAt(i); i++) {
            if (state.isAt(i, Category.OBJECTIVES) && state.hasTyped(i - 1, Trait.PART_OF)) {
                return state.typed(i, i);
            }
        }
        for (int i = number - 1; i >= state.sentence(number).first(); i--) {
            if (state.isAt(i, Category.OBJECTIVES)) {
                return state.typed(i, i);
            }
        }
        return "";
    }
}
