package io.tunetally.discussion;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The ways to read a message: as it was typed, without words that say nothing, in full words, and without punctuation. */
final class Wordings {
    private static final Pattern AT_END = Pattern.compile("[\\s.!?,]+$");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** A comma or colon at the end of a word. */
    private static final Pattern PUNCTUATION = Pattern.compile("(?<=\\S)([,:])(?=\\s)");

    private static final Pattern APART = Pattern.compile(" [,:](?= |$)");

    private final Pattern before;
    private final Pattern after;
    private final Pattern setApart;
    private final Map<Pattern, String> spellings;

    /** @param before words that are left out there, between bars; {@code after} likewise */
    Wordings(String before, String after, Map<Pattern, String> spellings) {
        this.before = Pattern.compile("^(?:(?:" + before + ")(?: ,)? (?=\\S))+", Pattern.CASE_INSENSITIVE);
        this.after = Pattern.compile("(?:(?: ,)? (?:" + after + "))+$", Pattern.CASE_INSENSITIVE);
        this.setApart = Pattern.compile("(?: , (?:" + after + "))+$", Pattern.CASE_INSENSITIVE);
        this.spellings = spellings;
    }

    List<String> of(String typed) {
        String text = PUNCTUATION
                .matcher(SPACE.matcher(AT_END.matcher(typed).replaceAll("")).replaceAll(" ").strip())
                .replaceAll(" $1");
        LinkedHashSet<String> all = new LinkedHashSet<>();
        all.add(setApart.matcher(text).replaceFirst(""));
        String bare = bare(text);
        all.add(bare);
        String full = bare;
        for (Map.Entry<Pattern, String> each : spellings.entrySet()) {
            full = each.getKey().matcher(full).replaceAll(each.getValue());
        }
        String spelled = bare(full);
        all.add(spelled);
        all.add(APART.matcher(spelled).replaceAll(""));
        return new ArrayList<>(all);
    }

    private String bare(String text) {
        return after.matcher(before.matcher(text).replaceFirst("")).replaceFirst("");
    }
}
