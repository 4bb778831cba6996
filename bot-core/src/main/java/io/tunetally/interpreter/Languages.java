package io.tunetally.interpreter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells messages in other languages, by their script or by the small words that every sentence has. */
final class Languages {
    private static final int WORDS_OF_A_SENTENCE = 2;

    private final Map<String, List<String>> languagesOf = new HashMap<>();

    Languages(List<Lexicon.Meaning> meanings) {
        for (Lexicon.Meaning meaning : meanings) {
            if (meaning.sense() == Sense.LANGUAGES) {
                meaning.phrases()
                        .forEach(phrase -> languagesOf
                                .computeIfAbsent(phrase.text(), _ -> new ArrayList<>(1))
                                .add(meaning.value()));
            }
        }
    }

    boolean isForeign(String word) {
        return languagesOf.containsKey(word);
    }

    /** The ISO 639 code of the language that prevails, {@code und} for a script nobody here knows, or null for English. */
    @Nullable String of(FoldedText text, List<Token> tokens) {
        if (Script.isForeign(text)) {
            return Script.language(text);
        }
        if (!hasWords(tokens)) {
            return null;
        }
        Map<String, Integer> counts = new HashMap<>();
        int english = 0;
        for (Token token : tokens) {
            if (token.kind == Token.Kind.WORD) {
                String word = text.folded(token.start, token.end);
                languagesOf.getOrDefault(word, List.of()).forEach(language -> counts.merge(language, 1, Integer::sum));
            }
            english += isGrammar(token) ? 1 : 0;
        }
        return prevailing(counts, english);
    }

    private static boolean hasWords(List<Token> tokens) {
        for (Token token : tokens) {
            if (token.kind == Token.Kind.WORD) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGrammar(Token token) {
        Cue cue = token.cue();
        return token.is(Sense.FUNCTIONS)
                || cue == Cue.QUESTION
                || cue == Cue.PERSON
                || cue == Cue.FOR
                || cue == Cue.OF
                || cue == Cue.AND;
    }

    private static @Nullable String prevailing(Map<String, Integer> counts, int english) {
        String best = null;
        int most = Math.max(english, WORDS_OF_A_SENTENCE - 1);
        for (String language : List.of("de", "fr", "es", "pt")) {
            int count = counts.getOrDefault(language, 0);
            if (count > most) {
                best = language;
                most = count;
            }
        }
        return best;
    }
}
