package io.tunetally.interpreter.language;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.CompiledLexicon;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.token.Token;
import io.tunetally.lazy.Lazy;
import io.tunetally.text.FoldedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Detects messages in other languages, by their script or by the words of every sentence, and translates those that have a lexicon. */
public final class Languages {
    private static final int WORDS_OF_A_SENTENCE = 2;

    /** This many unknown words, without any of the lexicon, are a sentence of another language. */
    private static final int STRANGE_WORDS = 4;

    private static final int SHORT_WORD = 2;
    /** A language that has a lexicon has at least one in so many of the unknown words. */
    private static final int LEAST_PART = 4;

    /** The languages of the words that files list to tell languages apart, English words among them. */
    private final Map<String, List<String>> listed = new HashMap<>();

    private final Lazy<Foreign> foreign;
    private final CompiledLexicon english;

    /**
     * What a message needs only if one of its words may be of another language, collected when one does.
     *
     * @param glossaries by code
     * @param languagesOf the languages of each word: those that are listed, and those of the glossaries that are not English
     */
    private record Foreign(Map<String, Glossary> glossaries, Map<String, List<String>> languagesOf) {}

    /**
     * Takes the languages that have a lexicon and those that English names.
     *
     * @param glossaries of the languages that have a lexicon, asked for when a message first needs them
     */
    public Languages(Lexicon lexicon, Supplier<Glossaries> glossaries, CompiledLexicon english) {
        this.english = english;
        this.foreign = Lazy.of(() -> foreign(glossaries.get().all()));
        list(lexicon);
        lexicon.languages().forEach(this::list);
    }

    private void list(Lexicon lexicon) {
        for (Lexicon.Meaning meaning : lexicon.meanings()) {
            if (meaning.sense() == Category.LANGUAGES) {
                meaning.phrases().forEach(phrase -> identify(listed, phrase.text(), meaning.value()));
            }
        }
    }

    private Foreign foreign(List<Glossary> all) {
        Map<String, Glossary> glossaries = new TreeMap<>();
        Map<String, List<String>> languagesOf = new HashMap<>();
        listed.forEach((word, languages) -> languagesOf.put(word, new ArrayList<>(languages)));
        for (Glossary glossary : all) {
            glossaries.put(glossary.code(), glossary);
            glossary.words().stream()
                    .filter(this::isForeign)
                    .forEach(word -> identify(languagesOf, word, glossary.code()));
        }
        return new Foreign(glossaries, languagesOf);
    }

    private static void identify(Map<String, List<String>> languagesOf, String word, String language) {
        List<String> languages = languagesOf.computeIfAbsent(word, _ -> new ArrayList<>(1));
        if (!languages.contains(language)) {
            languages.add(language);
        }
    }

    /** Returns the languages of a word; for an English word, those that list it. */
    private @Nullable List<String> languagesOf(FoldedText text, Token word) {
        Map<String, List<String>> languagesOf = english.english().contains(text.text(), word.start, word.end)
                ? listed
                : foreign.get().languagesOf();
        return languagesOf.get(text.folded(word.start, word.end));
    }

    private @Nullable Glossary glossary(@Nullable String language) {
        return language == null ? null : foreign.get().glossaries().get(language);
    }

    /** A word that is also English decides nothing. */
    private boolean isForeign(String word) {
        return !english.english().contains(word, 0, word.length())
                && english.phrases().longest(word, 0, word.length()) == 0
                && word.length() > 1;
    }

    /** Returns the properties of a language that has a lexicon. */
    public Optional<Lexicon.Language> language(String code) {
        return Optional.ofNullable(glossary(code)).map(Glossary::language);
    }

    /** Returns a message in the English of the lexicon, or null if its language has no lexicon. */
    @Nullable public FoldedText translate(String language, FoldedText text) {
        Glossary glossary = glossary(language);
        return glossary == null ? null : Translator.translate(glossary, english.phrases(), text);
    }

    /** The ISO 639 code of the main language, {@code und} for an unknown script, or null for English. */
    @Nullable public String of(FoldedText text, Token[] tokens) {
        if (Script.isForeign(text, tokens)) {
            return ofScript(text);
        }
        if (!hasWords(tokens)) {
            return null;
        }
        Map<String, Integer> counts = Map.of();
        for (Token token : tokens) {
            List<String> spoken = token.kind == Token.Kind.WORD ? languagesOf(text, token) : null;
            if (spoken != null) {
                counts = counts.isEmpty() ? new TreeMap<>() : counts;
                for (String language : spoken) {
                    counts.merge(language, 1, Integer::sum);
                }
            }
        }
        String prevailing = counts.isEmpty() ? null : prevailing(counts, text, tokens);
        return prevailing == null && isStrange(text, tokens) ? "und" : prevailing;
    }

    /** Several languages share Chinese characters: without kana the lexicon that covers most of them decides. */
    private String ofScript(FoldedText text) {
        String language = Script.language(text);
        Glossary best = glossary(language);
        if (best == null || Script.hasKana(text)) {
            return language;
        }
        int most = best.covered(text.text());
        for (Glossary glossary : foreign.get().glossaries().values()) {
            int covered = glossary.isSpaced() ? 0 : glossary.covered(text.text());
            if (covered > most) {
                best = glossary;
                most = covered;
            }
        }
        return best.code();
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

    /** True for a verb or a unit of ours; beside one, a single foreign word does not make another language. */
    private static boolean isOurs(Token token) {
        return token.is(Category.INTENTS)
                || token.is(Category.UNITS)
                || token.is(Category.TUNING)
                || token.is(Category.TOPICS)
                || token.is(Category.COURTESIES);
    }

    /** Returns the language with the most words, if they are more than the English ones that it does not share. */
    private @Nullable String prevailing(Map<String, Integer> counts, FoldedText text, Token[] tokens) {
        String best = null;
        int most = 0;
        for (Map.Entry<String, Integer> language : counts.entrySet()) {
            Glossary glossary = glossary(language.getKey());
            int words = language.getValue();
            boolean clear =
                    words >= most && words > against(glossary, text, tokens) && covers(language.getKey(), text, tokens);
            if (clear && (words > most || shared(glossary, text, tokens) > shared(glossary(best), text, tokens))) {
                best = language.getKey();
                most = words;
            }
        }
        return best;
    }

    /** True if a language has a part of the unknown words, and not only such short ones as the codes of languages. */
    private boolean covers(String language, FoldedText text, Token[] tokens) {
        int covered = 0;
        int unknown = 0;
        boolean longer = false;
        for (Token token : tokens) {
            if (token.kind == Token.Kind.WORD) {
                List<String> spoken = languagesOf(text, token);
                boolean known = spoken != null && spoken.contains(language);
                unknown++;
                covered += known ? 1 : 0;
                longer |= known && token.end - token.start > SHORT_WORD;
            }
        }
        return longer && (covered * LEAST_PART >= unknown || glossary(language) == null);
    }

    /** Returns the number of tokens that a language has, even if others have them: between two languages they decide. */
    private static int shared(@Nullable Glossary glossary, FoldedText text, Token[] tokens) {
        int shared = 0;
        for (Token token : tokens) {
            shared += glossary != null && glossary.contains(text.folded(token.start, token.end)) ? 1 : 0;
        }
        return shared;
    }

    /** Returns the number of foreign words that does not yet outweigh the English ones. */
    private static int against(@Nullable Glossary glossary, FoldedText text, Token[] tokens) {
        int grammar = 0;
        boolean ours = false;
        for (Token token : tokens) {
            if ((isGrammar(token) || isOurs(token))
                    && (glossary == null || !glossary.contains(text.folded(token.start, token.end)))) {
                grammar += isGrammar(token) ? 1 : 0;
                ours |= isOurs(token);
            }
        }
        int needed = grammar == 0 && !ours ? 1 : WORDS_OF_A_SENTENCE;
        return Math.max(grammar, needed - 1);
    }

    private boolean isStrange(FoldedText text, Token[] tokens) {
        int strange = 0;
        for (Token token : tokens) {
            boolean name = token.is(Category.MODELS) || token.is(Category.FAMILIES) || token.is(Category.PROVIDERS);
            if (token.kind == Token.Kind.WORD) {
                if (english.english().contains(text.text(), token.start, token.end)) {
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
                misspelt += english.typos()
                                .nearest(text.folded(token.start, token.end))
                                .isEmpty()
                        ? 0
                        : 1;
            }
        }
        return misspelt * 2 >= words;
    }
}
