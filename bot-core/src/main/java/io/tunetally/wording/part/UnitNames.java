package io.tunetally.wording.part;

import io.tunetally.request.SlotName;

/** A slot's value with its unit, as in the line that says what was understood. */
final class UnitNames {
    private UnitNames() {}

    /** Returns the counted noun of a slot, in the plural: {@code tokens of data}. */
    static String noun(SlotName<?> name) {
        String noun = name.echo().replace("#", "").strip();
        return noun.isEmpty() ? name.word() : noun;
    }

    static String with(SlotName<?> name, String value, Object raw) {
        if (raw instanceof Boolean flag) {
            String word = name.echo().equals("#") ? name.word() : name.echo();
            return flag ? word : "not " + word;
        }
        String pattern = name.echo();
        String singular =
                value.equals("1") && pattern.endsWith("s") ? pattern.substring(0, pattern.length() - 1) : pattern;
        return singular.replace("#", value);
    }
}
