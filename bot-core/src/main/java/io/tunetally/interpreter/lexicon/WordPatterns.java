package io.tunetally.interpreter.lexicon;

import io.tunetally.text.PatternIndex;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Patterns over the words of one sentence, each with a meaning. They read what a person may put in many ways
 * ({@code the format has to be the same every time}), which no list of phrases covers.
 */
public final class WordPatterns<T> {
    /** A refusal or a word that asks for a choice takes a match back at most this many words before it. */
    private static final int REACH = 4;

    /** A word of a message, without apostrophes, and its place in the folded text. */
    public record Word(String text, int start, int end) {
        /** The text that stands for a model's name. */
        public static final String NAME = "model";

        /** The text that stands for a GPU's name. */
        public static final String GPU = "gpu";

        /** The text that stands for the name of a provider that bills for tokens. */
        public static final String SELLER = "seller";

        /** The mark at the end of a question. */
        public static final String QUESTION = "?";

        /** The text that stands for a number or a unit that is a value; no pattern has it. */
        public static final String VALUE = "=";
    }

    /** What a sentence of a conversation says of its answer, where no word of a command says it. */
    public enum Reply {
        /** It tells of others, of the price or of an opinion, and changes nothing: {@code the tutorial uses 4 epochs}, {@code +1 for nano}. */
        REMARK,
        /** It says a price again, which is a remark where marks cry out: {@code 5,760 a month?!}. */
        PRICE,
        /** It says the length of the examples in words or characters: {@code sorry, 350 words}. */
        LENGTH,
        /** A part of the sum is spent or kept for something else: {@code 120 is gone already}. */
        SPENT,
        /** It asks for the answer again: {@code what's that in total}. */
        AGAIN,
        /** It asks what the answer leaves of the sum: {@code how much is left?}. */
        REST,
        /** Its number is a sum that may be spent: {@code would 80 do}, {@code my limit is 80}. */
        SUM
    }

    /** A meaning found in a sentence, and the words that say it. */
    public record Match<T>(T meaning, List<Word> words) {
        public Match {
            words = List.copyOf(words);
        }
    }

    /** A pattern; one that denies cancels its meaning in the sentence. */
    record Meant<T>(WordPattern pattern, T meaning, boolean denies) {}

    private final PatternIndex<Meant<T>> patterns;
    private final WordPattern takesBack;

    /**
     * @param takesBack what takes a match back when it stands shortly before it
     */
    WordPatterns(List<Meant<T>> patterns, WordPattern takesBack) {
        PatternIndex.Builder<Meant<T>> index = new PatternIndex.Builder<>();
        patterns.forEach(meant ->
                index.add(meant, meant.pattern().needed(), meant.pattern().begins()));
        this.patterns = index.build();
        this.takesBack = takesBack;
    }

    /** Returns the first match of each meaning in a sentence. */
    public Collection<Match<T>> in(List<Word> sentence) {
        PatternIndex.Possible<Meant<T>> possible = patterns.in(texts(sentence));
        if (possible.size() == 0) {
            return List.of();
        }
        Map<T, Match<T>> found = new LinkedHashMap<>();
        Set<T> denied = new HashSet<>();
        BitSet said = new BitSet();
        for (int at = 0; at < sentence.size(); at++) {
            for (int i = 0; i < possible.size(); i++) {
                if (possible.mayBeginAt(i, at)) {
                    match(sentence, at, possible.pattern(i), found, denied, said);
                }
            }
        }
        found.keySet().removeAll(denied);
        return found.values();
    }

    private static List<String> texts(List<Word> sentence) {
        List<String> texts = new ArrayList<>(sentence.size());
        for (Word word : sentence) {
            texts.add(word.text());
        }
        return texts;
    }

    private void match(
            List<Word> sentence, int at, Meant<T> meant, Map<T, Match<T>> found, Set<T> denied, BitSet said) {
        boolean known = meant.denies() ? denied.contains(meant.meaning()) : found.containsKey(meant.meaning());
        if (known) {
            return;
        }
        said.clear();
        if (!meant.pattern().isAt(sentence, at, said) || said.isEmpty() || isTakenBack(sentence, at)) {
            return;
        }
        if (meant.denies()) {
            denied.add(meant.meaning());
        } else {
            found.put(
                    meant.meaning(),
                    new Match<>(
                            meant.meaning(),
                            said.stream().mapToObj(sentence::get).toList()));
        }
    }

    private boolean isTakenBack(List<Word> sentence, int first) {
        for (int at = Math.max(0, first - REACH); at < first; at++) {
            BitSet said = new BitSet();
            if (takesBack.isAt(sentence, at, said) && !said.isEmpty() && said.length() <= first) {
                return true;
            }
        }
        return false;
    }
}
