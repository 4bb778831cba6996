package io.tunetally.text;

import java.util.Map;
import java.util.regex.Pattern;

/** The plural of an English noun, as typed in lower case. */
public final class Plural {
    private static final Map<String, String> IRREGULAR =
            Map.of("person", "people", "child", "children", "man", "men", "woman", "women", "head", "people");

    private static final Pattern HISSING = Pattern.compile(".*(?:s|x|z|ch|sh)");

    private static final Pattern CHANGING = Pattern.compile(".*[^aeiou]y");

    private Plural() {}

    /** Returns the plural of a singular. */
    public static String of(String noun) {
        String irregular = IRREGULAR.get(noun);
        if (irregular != null) {
            return irregular;
        }
        return CHANGING.matcher(noun).matches()
                ? noun.substring(0, noun.length() - 1) + "ies"
                : noun + (HISSING.matcher(noun).matches() ? "es" : "s");
    }

    /** True of a plural that does not end as others do: {@code people}. */
    public static boolean isIrregular(String noun) {
        return IRREGULAR.containsValue(noun);
    }
}
