package io.tunetally.wording.part;

import io.tunetally.request.SlotName;

/** A slot's value with its unit, as the echo line writes it. */
final class UnitNames {
    private UnitNames() {}

    /** What a slot counts, in the plural: {@code tokens of data}. */
    static String noun(SlotName<?> name) {
        String noun = name.echo().replace("#", "").strip();
        return noun.isEmpty() ? name.word() : noun;
    }

    static String with(SlotName<?> name, String value, Object raw) {
        if (raw instanceof Boolean flag) {
            return flag ? name.word() : "not " + name.word();
        }
        String pattern = name.echo();
        String singular =
                value.equals("1") && pattern.endsWith("s") ? pattern.substring(0, pattern.length() - 1) : pattern;
        return singular.replace("#", value);
    }
}
