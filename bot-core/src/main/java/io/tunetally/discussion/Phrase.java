package io.tunetally.discussion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A phrase with gaps: {@code drop {letter}}. A word in brackets may be left out, words between bars are alternatives:
 * {@code [please] drop|remove {letter}}; an underscore joins words.
 */
final class Phrase {
    private final Map<String, String> known;
    private final List<String> gaps = new ArrayList<>();
    private final Pattern pattern;

    /**
     * Reads a phrase.
     *
     * @param known what may be typed in each gap, as a regular expression
     * @throws IllegalArgumentException if a gap is unknown
     */
    Phrase(String text, Map<String, String> known) {
        this.known = known;
        StringBuilder regex = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            boolean optional = word.startsWith("[") && word.endsWith("]");
            regex.append("(?:\\s+").append(word(optional ? word.substring(1, word.length() - 1) : word));
            regex.append(optional ? ")?" : ")");
        }
        pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    }

    private String word(String word) {
        if (word.startsWith("{")) {
            String gap = word.substring(1, word.length() - 1);
            String what = known.get(gap);
            if (what == null) {
                throw new IllegalArgumentException("{" + gap + "} is no gap; known here: " + known.keySet());
            }
            gaps.add(gap);
            return "(?<" + gap + ">" + what + ")";
        }
        List<String> alternatives = new ArrayList<>();
        for (String alternative : word.split("\\|", -1)) {
            alternatives.add(Pattern.quote(alternative).replace("_", "\\E\\s+\\Q"));
        }
        return "(?:" + String.join("|", alternatives) + ")";
    }

    /**
     * Returns what was typed in each gap, if the whole text is this phrase.
     *
     * @param text after a space, as every word of the pattern begins with one
     */
    Optional<Map<String, String>> match(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (String gap : gaps) {
            String value = matcher.group(gap);
            if (value != null) {
                values.put(gap, value.strip());
            }
        }
        return Optional.of(values);
    }
}
