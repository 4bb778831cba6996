package io.tunetally.interpreter.lexicon;

import io.tunetally.text.WordHash;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Assigns traits to phrases by patterns. {@code *} at either end of a pattern stands for any text; a leading {@code =}
 * matches the meaning of a phrase instead of its text.
 */
final class TraitPatterns {
    static final EnumSet<Trait> NONE = EnumSet.noneOf(Trait.class);
    private static final String ANY = "*";
    private static final String MEANING = "=";

    private final Map<String, EnumSet<Trait>> byText = new HashMap<>();
    private final Map<String, EnumSet<Trait>> byMeaning = new HashMap<>();
    private final List<Glob> globs = new ArrayList<>();
    /** The words of {@link #byText} by hash, with open addressing, so that a look-up in a message allocates nothing; 0 is free. */
    private final long[] hashes;

    private final List<EnumSet<Trait>> byHash;

    /** Most phrases share their traits with others. */
    private final Map<EnumSet<Trait>, EnumSet<Trait>> shared = new HashMap<>();

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
        hashes = new long[Integer.highestOneBit(byText.size() + 1) * 4];
        byHash = new ArrayList<>(Collections.nCopies(hashes.length, NONE));
        byText.forEach((word, assigned) -> {
            long hash = WordHash.of(word, 0, word.length());
            int slot = slot(hash);
            hashes[slot] = hash;
            byHash.set(slot, assigned);
        });
    }

    /** Returns the slot that holds a hash, or the free slot for it. */
    private int slot(long hash) {
        int slot = (int) (hash >>> 40) & (hashes.length - 1);
        while (hashes[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (hashes.length - 1);
        }
        return slot;
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

    /** Returns the traits of a phrase, which other phrases may share; not to be changed. */
    EnumSet<Trait> of(String phrase, String meaning) {
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(byText.getOrDefault(phrase, NONE));
        traits.addAll(byMeaning.getOrDefault(meaning, NONE));
        for (Glob glob : globs) {
            if (glob.matches(phrase)) {
                traits.add(glob.trait());
            }
        }
        return shared.computeIfAbsent(traits, all -> all);
    }

    /** Returns the words that patterns without {@code *} give a trait, in alphabetical order. */
    List<String> wordsWith(Trait trait) {
        return byText.keySet().stream()
                .filter(word -> has(trait, word))
                .sorted()
                .toList();
    }

    /** Returns the traits that patterns without {@code *} assign to a part of a text; not to be changed. */
    EnumSet<Trait> in(String text, int start, int end) {
        return byHash.get(slot(WordHash.of(text, start, end)));
    }

    /** True if a pattern without {@code *} assigns the trait to a word. */
    boolean has(Trait trait, String word) {
        return byText.getOrDefault(word, NONE).contains(trait);
    }
}
