package io.tunetally.discussion.reader;

import io.tunetally.lazy.Lazy;
import io.tunetally.text.PatternIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A phrase with gaps: {@code drop {letter}}. A word in brackets may be left out, words between bars are alternatives:
 * {@code [please] drop|remove {letter}}; an underscore joins words. It is compiled when a message may be it: few of the
 * thousands ever are.
 */
final class Phrase {
    /** Punctuation stands alone in a message that is matched, and not so in what was typed. */
    private static final Pattern APART = Pattern.compile(" (?=[,:](?: |$))");

    private static final Pattern AT_END = Pattern.compile("(?: [,:])+$");

    /** Begins the part of a gap that is its value, where it is not all of it. */
    private static final String VALUE = "(?<>";

    /** What is typed in a gap begins with one of some words. */
    private static final Pattern BEGINS = Pattern.compile("\\(\\?:([a-z|]+)\\) \\.\\+");

    private final Map<String, String> known;
    private final List<String> gaps = new ArrayList<>();

    /** For each word that may not be left out, its alternatives, by their first words. */
    private final List<PatternIndex.Needed> needed = new ArrayList<>();

    private final Lazy<Pattern> pattern;

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
            regex.append("(?:\\s+").append(word(optional ? word.substring(1, word.length() - 1) : word, !optional));
            regex.append(optional ? ")?" : ")");
        }
        String whole = regex.toString();
        pattern =
                Lazy.of(() -> Pattern.compile(whole, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL));
    }

    private String word(String word, boolean isNeeded) {
        if (word.startsWith("{") && !word.contains("|")) {
            String name = word.substring(1, word.length() - 1);
            Matcher begins = BEGINS.matcher(known.getOrDefault(name, ""));
            if (isNeeded && begins.matches()) {
                needed.add(needed(List.of(begins.group(1).split("\\|", -1))));
            }
            return gap(name);
        }
        List<String> alternatives = new ArrayList<>();
        List<String> first = new ArrayList<>();
        for (String alternative : longestFirst(word)) {
            if (alternative.startsWith("{")) {
                alternatives.add(gap(alternative.substring(1, alternative.length() - 1)));
            } else {
                alternatives.add(Pattern.quote(alternative).replace("_", "\\E\\s+\\Q"));
                first.add(alternative.split("_", 2)[0].toLowerCase(Locale.ROOT));
            }
        }
        if (isNeeded && !word.contains("{")) {
            needed.add(needed(first));
        }
        return "(?:" + String.join("|", alternatives) + ")";
    }

    /** The name of a scenario may begin like an alternative goes on; a gap takes what no alternative does. */
    private static List<String> longestFirst(String word) {
        return Stream.of(word.split("\\|", -1))
                .sorted(Comparator.comparing((String alternative) -> alternative.startsWith("{"))
                        .thenComparing(Comparator.comparingInt(String::length).reversed()))
                .toList();
    }

    private String gap(String gap) {
        String what = known.get(gap);
        if (what == null) {
            throw new IllegalArgumentException("{" + gap + "} is no gap; known here: " + known.keySet());
        }
        gaps.add(gap);
        String group = "(?<" + gap + ">";
        return what.contains(VALUE) ? "(?:" + what.replace(VALUE, group) + ")" : group + what + ")";
    }

    private static PatternIndex.Needed needed(List<String> words) {
        return new PatternIndex.Needed(words, List.of());
    }

    /** Returns, for each word that may not be left out, its alternatives by their first words. */
    List<PatternIndex.Needed> needed() {
        return List.copyOf(needed);
    }

    /**
     * Returns what was typed in each gap, if the whole text is this phrase.
     *
     * @param text after a space, as every word of the pattern begins with one
     */
    Optional<Map<String, String>> match(String text) {
        Matcher matcher = pattern.get().matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (String gap : gaps) {
            String value = matcher.group(gap);
            if (value != null) {
                values.put(
                        gap,
                        APART.matcher(AT_END.matcher(value.strip()).replaceFirst(""))
                                .replaceAll(""));
            }
        }
        return Optional.of(values);
    }
}
