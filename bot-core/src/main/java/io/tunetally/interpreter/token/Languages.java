package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.EnglishWords;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.lexicon.TypoIndex;
import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Detects messages in other languages, by their script or by the common words of every sentence. */
public final class Languages {
    private static final int WORDS_OF_A_SENTENCE = 2;

    /** This many unknown words, without any of the lexicon, are a sentence of another language. */
    private static final int STRANGE_WORDS = 4;

    private final Map<String, List<String>> languagesOf = new HashMap<>();
    private final EnglishWords english;
    private final TypoIndex typos;

    public Languages(List<Lexicon.Meaning> meanings, EnglishWords english, TypoIndex typos) {
        this.english = english;
        this.typos = typos;
        for (Lexicon.Meaning meaning : meanings) {
            if (meaning.sense() == Category.LANGUAGES) {
                meaning.phrases()
                        .forEach(phrase -> languagesOf
                                .computeIfAbsent(phrase.text(), _ -> new ArrayList<>(1))
                                .add(meaning.value()));
            }
        }
    }

    /** The ISO 639 code of the main language, {@code und} for an unknown script, or null for English. */
    @Nullable public String of(FoldedText text, Token[] tokens) {
        if (Script.isForeign(text)) {
            return Script.language(text);
        }
        if (!hasWords(tokens)) {
            return null;
        }
        Map<String, Integer> counts = Map.of();
        int grammar = 0;
        for (Token token : tokens) {
            List<String> spoken =
                    token.kind == Token.Kind.WORD ? languagesOf.get(text.folded(token.start, token.end)) : null;
            if (spoken != null) {
                counts = counts.isEmpty() ? new TreeMap<>() : counts;
                for (String language : spoken) {
                    counts.merge(language, 1, Integer::sum);
                }
            }
            grammar += isGrammar(token) ? 1 : 0;
        }
        int needed = grammar == 0 && !saysAnythingOfOurs(tokens) ? 1 : WORDS_OF_A_SENTENCE;
        String prevailing = prevailing(counts, grammar, needed);
        return prevailing == null && isStrange(text, tokens) ? "und" : prevailing;
    }

    private static boolean hasWords(Token[] tokens) {
        for (Token token : tokens) {
            if (token.kind == Token.Kind.WORD) {
                return true;
            }
        }
        return false;
    }

    private static boolean isGrammar(Token token) {
        Cue cue = token.cue();
        return token.is(Category.FUNCTIONS)
                || cue == Cue.QUESTION
                || cue == Cue.PERSON
                || cue == Cue.FOR
                || cue == Cue.OF
                || cue == Cue.AND;
    }

    /** True if it contains a verb or a unit of ours; then one foreign word does not make it another language. */
    private static boolean saysAnythingOfOurs(Token[] tokens) {
        for (Token token : tokens) {
            if (token.is(Category.INTENTS)
                    || token.is(Category.UNITS)
                    || token.is(Category.TUNING)
                    || token.is(Category.TOPICS)
                    || token.is(Category.COURTESIES)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String prevailing(Map<String, Integer> counts, int grammar, int needed) {
        String best = null;
        int most = Math.max(grammar, needed - 1);
        for (Map.Entry<String, Integer> language : counts.entrySet()) {
            if (language.getValue() > most) {
                best = language.getKey();
                most = language.getValue();
            }
        }
        return best;
    }

    private boolean isStrange(FoldedText text, Token[] tokens) {
        int strange = 0;
        for (Token token : tokens) {
            boolean name = token.is(Category.MODELS) || token.is(Category.FAMILIES) || token.is(Category.PROVIDERS);
            if (token.kind == Token.Kind.WORD) {
                if (english.contains(text.text(), token.start, token.end)) {
                    return false;
                }
                strange += token.end - token.start > 2 ? 1 : 0;
            } else if (token.end - token.start > 1
                    && token.lexeme != null
                    && !name
                    && !token.lexeme.weak()
                    && !token.is(Category.METHODS)) {
                return false;
            }
        }
        return strange >= STRANGE_WORDS && !isMisspelt(text, tokens);
    }

    /** True if most of the words could be misspelt words of ours. */
    private boolean isMisspelt(FoldedText text, Token[] tokens) {
        int misspelt = 0;
        int words = 0;
        for (Token token : tokens) {
            if (token.kind == Token.Kind.WORD) {
                words++;
                misspelt += typos.nearest(text.folded(token.start, token.end)).isEmpty() ? 0 : 1;
            }
        }
        return misspelt * 2 >= words;
    }
}
