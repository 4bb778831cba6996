package io.tunetally.interpreter.change;

import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.RestatedNumbers;
import io.tunetally.request.SlotName;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads the changes of remembered numbers that a message works out: {@code two boxes fewer, 60 to a box}, {@code a fifth of the daily calls goes
 * elsewhere, take that off}, {@code open ten hours a day with thirty calls an hour}. The first reader that finds one states it.
 */
public final class StatedChanges {
    private static final List<SlotName<?>> CHANGED = List.of(
            SlotName.EXAMPLES,
            SlotName.REQUESTS_PER_DAY,
            SlotName.TOTAL_TOKENS,
            SlotName.PROMPT_TOKENS,
            SlotName.TUNED_PROMPT_TOKENS,
            SlotName.MONTHS,
            SlotName.EPOCHS,
            SlotName.TOKENS_PER_EXAMPLE,
            SlotName.BUDGET_USD);

    private StatedChanges() {}

    /** Reads a change before other numbers are read. */
    public static void read(ParseState state) {
        if (state.statesChange() || RestatedNumbers.state(state)) {
            return;
        }
        boolean known = CHANGED.stream().anyMatch(state.remembered::has);
        if (!state.mayEdit() || state.language != null || !known) {
            return;
        }
        SaidNumbers said = new SaidNumbers(state);
        List<BooleanSupplier> readers = List.of(
                new NextStage(said)::read,
                new ExplainedTotals(said)::read,
                new DroppedYears(said)::read,
                new TextUnits(said)::read,
                new SpentParts(said)::read,
                new ReturnedNumbers(said)::read,
                new SentShares(said)::read,
                new SubsetShares(said)::read,
                new UnnamedShares(said)::read,
                new ToldShares(said)::read,
                new PromptChanges(said)::read,
                new OpenHours(said)::read,
                new AddedRate(said)::read,
                new IncludedParts(said)::read,
                new PeriodTotals(said)::read,
                new GroupedChanges(said)::read,
                new GoneParts(said)::read,
                new SizedGroups(said)::read,
                () -> LaterLevel.read(said),
                new ScaledTraffic(said)::read,
                new CorrectedNumbers(said)::read);
        for (BooleanSupplier reader : readers) {
            if (reader.getAsBoolean()) {
                return;
            }
        }
    }
}
