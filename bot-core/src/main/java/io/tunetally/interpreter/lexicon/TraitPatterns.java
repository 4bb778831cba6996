package io.tunetally.interpreter.lexicon;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The traits of phrases, by patterns. {@code *} at an end of a pattern stands for any text, {@code =} before it for the meaning of a
 * phrase instead of its text.
 */
final class TraitPatterns {
    private static final String ANY = "*";
    private static final String MEANING = "=";

    private final Map<String, Set<Trait>> byText = new HashMap<>();
    private final Map<String, Set<Trait>> byMeaning = new HashMap<>();
    private final List<Glob> globs = new ArrayList<>();

    private record Glob(String core, boolean opens, boolean closes, Trait trait) {
        boolean matches(String phrase) {
            if (opens && closes) {
                return phrase.contains(core);
            }
            return opens ? phrase.endsWith(core) : phrase.startsWith(core);
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
            globs.add(new Glob(core, opens, closes, trait));
        } else if (pattern.startsWith(MEANING)) {
            byMeaning
                    .computeIfAbsent(pattern.substring(1), _ -> EnumSet.noneOf(Trait.class))
                    .add(trait);
        } else {
            byText.computeIfAbsent(pattern, _ -> EnumSet.noneOf(Trait.class)).add(trait);
        }
    }

    /** The traits of a phrase. */
    Set<Trait> of(String phrase, String meaning) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(byText.getOrDefault(phrase, Set.of()));
        traits.addAll(byMeaning.getOrDefault(meaning, Set.of()));
        for (Glob glob : globs) {
            if (glob.matches(phrase)) {
                traits.add(glob.trait());
            }
        }
        return traits;
    }

    /** Whether a word has a trait that is given by its whole text. */
    boolean has(Trait trait, String word) {
        return byText.getOrDefault(word, Set.of()).contains(trait);
    }
}
