package io.tunetally.discussion.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways to read a message: as it was typed, without words that say nothing, in full words, and without punctuation. */
final class Wordings {
    /** The most words of a filler. */
    private static final int LONGEST = 3;

    private static final Pattern AT_END = Pattern.compile("[\\s.!?,]+$");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** A comma or colon at the end of a word. */
    private static final Pattern PUNCTUATION = Pattern.compile("(?<=\\S)([,:])(?=\\s)");

    private static final Set<String> APART = Set.of(",", ":");
    private static final String COMMA = ",";
    private static final List<String> APOSTROPHES = List.of("'", "\u2019");

    private final Set<String> before;
    private final Set<String> after;
    private final Map<Pattern, String> spellings;
    private final Map<String, String> spelledWords;

    /** @param before words that are left out there, between bars; {@code after} likewise */
    Wordings(String before, String after, Map<String, String> spelledWords, Map<Pattern, String> spellings) {
        this.spelledWords = Map.copyOf(spelledWords);
        this.before = Set.of(before.split("\\|", -1));
        this.after = Set.of(after.split("\\|", -1));
        this.spellings = spellings;
    }

    /** Returns the message with single spaces, and with punctuation as words. */
    static String spaced(String typed) {
        String ended = AT_END.matcher(typed).replaceFirst("");
        return PUNCTUATION.matcher(SPACE.matcher(ended).replaceAll(" ").strip()).replaceAll(" $1");
    }

    /** Returns the message in full words. */
    String spelled(String text) {
        String full = Stream.of(text.split(" ", -1))
                .map(word -> spelledWords.getOrDefault(word.toLowerCase(Locale.ROOT), word))
                .collect(Collectors.joining(" "));
        if (APOSTROPHES.stream().noneMatch(full::contains)) {
            return full;
        }
        for (Map.Entry<Pattern, String> each : spellings.entrySet()) {
            full = each.getKey().matcher(full).replaceAll(each.getValue());
        }
        return full;
    }

    /** Returns the ways to read a message that is spaced. */
    List<String> of(String text) {
        List<String> words = List.of(text.split(" ", -1));
        Set<String> all = new LinkedHashSet<>();
        all.add(String.join(" ", withoutEnd(words, true)));
        List<String> bare = withoutEnd(withoutStart(words), false);
        all.add(String.join(" ", bare));
        List<String> full = List.of(spelled(String.join(" ", bare)).split(" ", -1));
        List<String> spelled = withoutEnd(withoutStart(full), false);
        all.add(String.join(" ", spelled));
        all.add(String.join(
                " ", spelled.stream().filter(word -> !APART.contains(word)).toList()));
        return new ArrayList<>(all);
    }

    /** A command is left over in any case. */
    private List<String> withoutStart(List<String> words) {
        for (int count = Math.min(LONGEST, words.size() - 1); count > 0; count--) {
            if (before.contains(joined(words.subList(0, count)))) {
                boolean comma = words.size() > count + 1 && words.get(count).equals(COMMA);
                return withoutStart(words.subList(comma ? count + 1 : count, words.size()));
            }
        }
        return words;
    }

    /** @param setApart whether only words after a comma are left out */
    private List<String> withoutEnd(List<String> words, boolean setApart) {
        for (int count = Math.min(LONGEST, words.size() - 1); count > 0; count--) {
            int from = words.size() - count;
            boolean comma = from > 1 && words.get(from - 1).equals(COMMA);
            if ((comma || !setApart) && after.contains(joined(words.subList(from, words.size())))) {
                return withoutEnd(words.subList(0, comma ? from - 1 : from), setApart);
            }
        }
        return words;
    }

    private static String joined(List<String> words) {
        return String.join(" ", words).toLowerCase(Locale.ROOT);
    }

    /** Returns the words of a text, in lower case. */
    static Set<String> words(String text) {
        return new LinkedHashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split(" ", -1)));
    }
}
