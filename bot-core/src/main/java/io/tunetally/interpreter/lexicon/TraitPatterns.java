package io.tunetally.interpreter.lexicon;

import io.tunetally.text.WordHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Assigns traits to phrases by patterns. {@code *} at either end of a pattern stands for any text; a leading {@code =}
 * matches the meaning of a phrase instead of its text.
 */
final class TraitPatterns {
    static final Trait.Bits NONE = Trait.Bits.of(Set.of());
    private static final String ANY = "*";
    private static final String MEANING = "=";

    private final Map<String, Trait.Bits> byText = new HashMap<>();
    private final Map<String, Trait.Bits> byMeaning = new HashMap<>();
    /** The patterns by the character that a phrase then begins or ends with; thousands of phrases are compared with hundreds of them. */
    private final Map<Character, List<Glob>> byFirst = new HashMap<>();

    private final Map<Character, List<Glob>> byLast = new HashMap<>();
    private final List<Glob> anywhere = new ArrayList<>();
    /** The words of {@link #byText} by hash, with open addressing, so that a look-up in a message allocates nothing; 0 is free. */
    private final long[] hashes;

    private final Trait.Bits[] byHash;

    /** Most phrases share their traits with others. */
    private final Map<Trait.Bits, Trait.Bits> shared = new ConcurrentHashMap<>();

    private record Glob(String core, boolean opens, boolean closes, Trait trait) {
        boolean matches(String phrase) {
            if (opens && closes) {
                return phrase.contains(core);
            }
            return opens ? phrase.endsWith(core) : phrase.startsWith(core);
        }
    }

    TraitPatterns(Map<Trait, List<Lexicon.Phrase>> traits) {
        for (Map.Entry<Trait, List<Lexicon.Phrase>> each : traits.entrySet()) {
            for (Lexicon.Phrase pattern : each.getValue()) {
                add(each.getKey(), pattern.text());
            }
        }
        byText.replaceAll((_, assigned) -> shared(assigned));
        hashes = new long[Integer.highestOneBit(byText.size() + 1) * 4];
        byHash = new Trait.Bits[hashes.length];
        Arrays.fill(byHash, NONE);
        byText.forEach((word, assigned) -> {
            long hash = WordHash.of(word, 0, word.length());
            int slot = slot(hash);
            hashes[slot] = hash;
            byHash[slot] = assigned;
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
            List<Glob> alike = (opens && closes) || core.isEmpty()
                    ? anywhere
                    : opens
                            ? byLast.computeIfAbsent(core.charAt(core.length() - 1), _ -> new ArrayList<>())
                            : byFirst.computeIfAbsent(core.charAt(0), _ -> new ArrayList<>());
            alike.add(new Glob(core, opens, closes, trait));
        } else if (pattern.startsWith(MEANING)) {
            byMeaning
                    .computeIfAbsent(pattern.substring(1), _ -> new Trait.Bits())
                    .add(trait);
        } else {
            byText.computeIfAbsent(pattern, _ -> new Trait.Bits()).add(trait);
        }
    }

    /** Returns the traits of a phrase, which other phrases may share; not to be changed. */
    Trait.Bits of(String phrase, String meaning) {
        Trait.Bits ofText = byText.getOrDefault(phrase, NONE);
        Trait.Bits ofMeaning = byMeaning.getOrDefault(meaning, NONE);
        Trait.Bits matching = matching(anywhere, phrase, null);
        if (!phrase.isEmpty()) {
            matching = matching(byFirst.getOrDefault(phrase.charAt(0), List.of()), phrase, matching);
            matching = matching(byLast.getOrDefault(phrase.charAt(phrase.length() - 1), List.of()), phrase, matching);
        }
        if (matching == null && ofMeaning.isEmpty()) {
            return ofText;
        }
        Trait.Bits all = matching == null ? new Trait.Bits() : matching;
        all.addAll(ofText);
        all.addAll(ofMeaning);
        return shared(all);
    }

    /** Returns the traits of the patterns that match a phrase, and of those before them; null if none ever did. */
    private static Trait.@Nullable Bits matching(List<Glob> globs, String phrase, Trait.@Nullable Bits before) {
        Trait.Bits all = before;
        for (Glob glob : globs) {
            if (glob.matches(phrase)) {
                all = all == null ? new Trait.Bits() : all;
                all.add(glob.trait());
            }
        }
        return all;
    }

    private Trait.Bits shared(Trait.Bits traits) {
        Trait.Bits known = shared.putIfAbsent(traits, traits);
        return known == null ? traits : known;
    }

    /** Returns the words that patterns without {@code *} give a trait, in alphabetical order. */
    List<String> wordsWith(Trait trait) {
        return byText.keySet().stream()
                .filter(word -> has(trait, word))
                .sorted()
                .toList();
    }

    /** Returns the traits that patterns without {@code *} assign to a part of a text; not to be changed. */
    Trait.Bits in(String text, int start, int end) {
        return byHash[slot(WordHash.of(text, start, end))];
    }

    /** True if a pattern without {@code *} assigns the trait to a word. */
    boolean has(Trait trait, String word) {
        return byText.getOrDefault(word, NONE).contains(trait);
    }
}
