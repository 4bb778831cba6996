package io.tunetally.interpreter.lexicon;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The candidates for correcting typing errors: words with a meaning of ours, without grammar words. */
final class RepairableWords {
    /** Shorter everyday units have too many neighbours. */
    private static final int LONGEST_EVERYDAY = 6;

    /** A shorter word for money has names for neighbours: {@code USSD} is near {@code USD}. */
    private static final int SHORTEST_MONEY = 5;

    /** Shorter words for the tokens of a request, {@code in}, {@code out}, are near to too many others. */
    private static final int SHORTEST_SIDE = 5;

    private RepairableWords() {}

    static Set<String> of(List<Lexeme> lexemes) {
        Set<String> words = new LinkedHashSet<>();
        lexemes.stream().filter(RepairableWords::isRepairable).forEach(lexeme -> addWords(lexeme, words));
        Set<String> grammar = grammar(lexemes);
        lexemes.stream()
                .filter(lexeme -> lexeme.sense() == Category.PROVIDERS)
                .forEach(lexeme -> addName(lexeme, words));
        lexemes.stream().filter(RepairableWords::isVerb).forEach(lexeme -> addVerb(lexeme, grammar, words));
        return words;
    }

    static Set<String> ofModels(List<Lexeme> lexemes) {
        Set<String> words = new LinkedHashSet<>();
        for (Lexeme lexeme : lexemes) {
            if (lexeme.sense() == Category.MODELS || lexeme.sense() == Category.FAMILIES) {
                addWords(lexeme, words);
            }
        }
        return words;
    }

    /** Returns the words of models in the price books; {@code llava} is in none, and near to a Spanish verb. */
    static Set<String> ofListedModels(List<Lexeme> lexemes) {
        Set<String> words = new LinkedHashSet<>();
        for (Lexeme lexeme : lexemes) {
            boolean listed = lexeme.code() instanceof Family family
                    && !family.candidates().isEmpty();
            if (listed || lexeme.sense() == Category.MODELS) {
                addWords(lexeme, words);
            }
        }
        return words;
    }

    /** Returns the meaning of each word that is a phrase by itself. */
    static Map<String, String> meanings(List<Lexeme> lexemes) {
        Map<String, String> meanings = new HashMap<>();
        String meaning = "";
        Lexeme before = null;
        for (Lexeme lexeme : lexemes) {
            // The phrases of one meaning follow each other.
            if (before == null
                    || before.sense() != lexeme.sense()
                    || !before.value().equals(lexeme.value())) {
                meaning = lexeme.sense() + " " + lexeme.value();
            }
            meanings.put(lexeme.phrase(), meaning);
            before = lexeme;
        }
        return meanings;
    }

    static Set<String> ofTiers(List<Lexeme> lexemes) {
        Set<String> words = new LinkedHashSet<>();
        for (Lexeme lexeme : lexemes) {
            if (lexeme.sense() == Category.TIERS || (lexeme.code() instanceof Family family && family.tier())) {
                words.add(lexeme.phrase());
            }
        }
        return words;
    }

    /** Returns grammar words, which are also part of phrases ({@code compared with}): too many short words are near them. */
    private static Set<String> grammar(List<Lexeme> lexemes) {
        Set<String> words = new LinkedHashSet<>();
        for (Lexeme lexeme : lexemes) {
            boolean asks = lexeme.is(Cue.QUESTION);
            if (lexeme.sense() == Category.COURTESIES || (lexeme.sense() == Category.CUES && !asks)) {
                words.add(lexeme.phrase());
            }
        }
        return words;
    }

    /** {@code prime intelect}: the long words of a provider's name. */
    private static void addName(Lexeme lexeme, Set<String> words) {
        for (String word : lexeme.phrase().split(" ", -1)) {
            if (word.length() > LONGEST_EVERYDAY) {
                words.add(word);
            }
        }
    }

    private static void addWords(Lexeme lexeme, Set<String> words) {
        for (String word : lexeme.phrase().split(" ", -1)) {
            if (word.length() >= (lexeme.sense() == Category.TIERS ? 5 : 3)) {
                words.add(word);
            }
        }
    }

    private static boolean isVerb(Lexeme lexeme) {
        return lexeme.sense() == Category.INTENTS || lexeme.sense() == Category.TUNING;
    }

    /** {@code break even} is also written as one word, and its words can be misspelt separately. */
    private static void addVerb(Lexeme lexeme, Set<String> grammar, Set<String> words) {
        String[] parts = lexeme.phrase().split(" ", -1);
        if (parts.length == 2 && lexeme.phrase().length() >= 9) {
            words.add(parts[0] + parts[1]);
        }
        for (String part : parts) {
            if (part.length() >= 4 && !grammar.contains(part)) {
                words.add(part);
            }
        }
    }

    private static boolean isLongQuestion(Lexeme lexeme) {
        return lexeme.is(Cue.QUESTION) && lexeme.phrase().length() >= 4;
    }

    /** {@code outptu is 200}, {@code promt 900 before}. */
    private static boolean isTokenSide(Lexeme lexeme) {
        boolean side = lexeme.is(Cue.INPUT) || lexeme.is(Cue.OUTPUT) || lexeme.is(Cue.PROMPT);
        return side && lexeme.phrase().length() >= SHORTEST_SIDE;
    }

    private static boolean isRepairable(Lexeme lexeme) {
        boolean oneWord = lexeme.phrase().indexOf(' ') < 0;
        return switch (lexeme.sense()) {
            case INTENTS, UNITS, PERIODS, METHODS, OBJECTIVES, TUNING ->
                oneWord
                        && !lexeme.is(Measure.OTHER)
                        && !(lexeme.is(Measure.DOLLAR) && lexeme.phrase().length() < SHORTEST_MONEY)
                        && (!lexeme.is(Measure.ITEM) || lexeme.phrase().length() > LONGEST_EVERYDAY);
            case MODELS, FAMILIES, PROVIDERS, MULTIPLIERS, TIERS, DEPLOYMENTS, VARIANTS, NUMBERS -> oneWord;
            case CUES -> oneWord && (isLongQuestion(lexeme) || isTokenSide(lexeme));
            case RATES, NEUTRAL_TIERS, PUBLISHERS, OTHER_PROVIDERS, GPUS, EDITIONS, CURRENCIES -> false;
            case CRITERIA, TOPICS, KNOBS, FUNCTIONS, LANGUAGES, COURTESIES -> false;
        };
    }
}
