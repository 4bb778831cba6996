package io.tunetally.interpreter.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Assigns traits to phrases by patterns. {@code *} at either end of a pattern stands for any text; a leading {@code =}
 * matches the meaning of a phrase instead of its text.
 */
final class TraitPatterns {
    private static final String ANY = "*";
    private static final String MEANING = "=";

    private final Map<String, Long> byText = new HashMap<>();
    private final Map<String, Long> byMeaning = new HashMap<>();
    private final List<Glob> globs = new ArrayList<>();

    private record Glob(String core, boolean opens, boolean closes, long bit) {
        boolean matches(String phrase) {
            return opens && closes ? phrase.contains(core) : opens ? phrase.endsWith(core) : phrase.startsWith(core);
        }
    }

    TraitPatterns(Map<Trait, List<Lexicon.Phrase>> traits) {
        traits.forEach((trait, patterns) -> patterns.forEach(pattern -> add(trait, pattern.text())));
    }

    private void add(Trait trait, String pattern) {
        boolean opens = pattern.startsWith(ANY);
        boolean closes = pattern.endsWith(ANY);
        if (opens || closes) {
            String core = pattern.substring(opens ? 1 : 0, pattern.length() - (closes ? 1 : 0));
            globs.add(new Glob(core, opens, closes, trait.bit()));
        } else if (pattern.startsWith(MEANING)) {
            byMeaning.merge(pattern.substring(1), trait.bit(), (a, b) -> a | b);
        } else {
            byText.merge(pattern, trait.bit(), (a, b) -> a | b);
        }
    }

    /** Returns the traits of a phrase, one bit each. */
    long of(String phrase, String meaning) {
        long traits = byText.getOrDefault(phrase, 0L) | byMeaning.getOrDefault(meaning, 0L);
        for (Glob glob : globs) {
            traits |= glob.matches(phrase) ? glob.bit() : 0;
        }
        return traits;
    }

    /** True if a pattern without {@code *} assigns the trait to a word. */
    boolean has(Trait trait, String word) {
        return (byText.getOrDefault(word, 0L) & trait.bit()) != 0;
    }
}
