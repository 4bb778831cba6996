package io.tunetally.wording.part;

import io.tunetally.request.SlotName;
import java.util.Map;

/** A slot's value with its unit, as in the line that says what was understood. */
final class UnitNames {
    /** Maps slots to patterns; {@code #} stands for the value. Slots without a pattern need no unit. */
    private static final Map<SlotName<?>, String> PATTERNS = Map.ofEntries(
            Map.entry(SlotName.SIZE_B, "# billion parameters"),
            Map.entry(SlotName.EXAMPLES, "# examples"),
            Map.entry(SlotName.TOKENS_PER_EXAMPLE, "# tokens/example"),
            Map.entry(SlotName.TOTAL_TOKENS, "# tokens of data"),
            Map.entry(SlotName.BILLED_TOKENS, "# billed tokens"),
            Map.entry(SlotName.EPOCHS, "# epochs"),
            Map.entry(SlotName.RUNS, "# runs"),
            Map.entry(SlotName.VALIDATION_TOKENS, "# validation tokens"),
            Map.entry(SlotName.EVALUATIONS, "# evaluations"),
            Map.entry(SlotName.SEQUENCE_LENGTH, "sequences of #"),
            Map.entry(SlotName.TRAINING_HOURS, "# training hours"),
            Map.entry(SlotName.GRADER_TOKENS, "# grader tokens"),
            Map.entry(SlotName.REQUESTS_PER_DAY, "# requests/day"),
            Map.entry(SlotName.INPUT_TOKENS, "# input tokens"),
            Map.entry(SlotName.OUTPUT_TOKENS, "# output tokens"),
            Map.entry(SlotName.PROMPT_TOKENS, "# prompt tokens"),
            Map.entry(SlotName.TUNED_PROMPT_TOKENS, "# prompt tokens after tuning"),
            Map.entry(SlotName.CACHED_PERCENT, "# % cached"),
            Map.entry(SlotName.MONTHS, "# months"),
            Map.entry(SlotName.RETRAIN_EVERY_DAYS, "retrained every # days"),
            Map.entry(SlotName.BUDGET_USD, "budget $#"),
            Map.entry(SlotName.UNITS, "# units"),
            Map.entry(SlotName.EDITION, "# prices"),
            Map.entry(SlotName.GPU, "on #"));

    private UnitNames() {}

    /** Returns the counted noun of a slot, in the plural: {@code tokens of data}. */
    static String noun(SlotName<?> name) {
        return PATTERNS.getOrDefault(name, name.word()).replace("#", "").strip();
    }

    static String with(SlotName<?> name, String value, Object raw) {
        if (raw instanceof Boolean flag) {
            return flag ? name.word() : "not " + name.word();
        }
        String pattern = PATTERNS.getOrDefault(name, "#");
        String singular =
                value.equals("1") && pattern.endsWith("s") ? pattern.substring(0, pattern.length() - 1) : pattern;
        return singular.replace("#", value);
    }
}
