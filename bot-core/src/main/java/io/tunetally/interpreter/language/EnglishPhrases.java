package io.tunetally.interpreter.language;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.lexicon.LexiconException;
import io.tunetally.interpreter.lexicon.Measure;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The meanings of the English lexicon by their keys and by their phrases, for the files of other languages. */
final class EnglishPhrases {
    private static final int HIGHEST_POWER = 12;

    private final Map<String, Lexicon.Meaning> byKey = new HashMap<>();
    private final Map<String, Lexicon.Meaning> byPhrase = new HashMap<>();
    private final String file;

    EnglishPhrases(Lexicon english) {
        file = english.file();
        for (Lexicon.Meaning meaning : english.meanings()) {
            byKey.putIfAbsent(key(meaning.sense(), meaning.value()), meaning);
            meaning.phrases().forEach(phrase -> byPhrase.putIfAbsent(key(meaning.sense(), phrase.text()), meaning));
        }
    }

    private static String key(Category category, String word) {
        return category.section() + "." + word;
    }

    /**
     * The English of a meaning in another language's file.
     *
     * @param value the meaning's key in the English lexicon
     * @param phrase its phrase, or the digits of a number
     */
    record Translation(String value, String phrase) {}

    /**
     * Returns the translation of a meaning.
     *
     * @throws LexiconException naming the line and the key of a meaning that the English lexicon lacks
     */
    Translation of(Lexicon.Meaning meaning, String otherFile) {
        if (meaning.sense() == Category.NUMBERS || meaning.sense() == Category.MULTIPLIERS) {
            return new Translation(meaning.value(), number(meaning, otherFile));
        }
        String key = key(meaning.sense(), meaning.value());
        Lexicon.Meaning byName = byKey.get(key);
        if (byName != null) {
            return new Translation(byName.value(), first(byName));
        }
        Lexicon.Meaning named = byPhrase.get(key);
        if (named == null) {
            throw error(otherFile, meaning, "is neither a meaning nor a phrase of " + file);
        }
        return new Translation(named.value(), meaning.value());
    }

    /** Returns the first phrase of a cue; empty if there is none. */
    String of(Cue cue) {
        return first(Category.CUES, cue);
    }

    /** Returns the first phrase of a measure; empty if there is none. */
    String of(Measure measure) {
        return first(Category.UNITS, measure);
    }

    private String first(Category category, Enum<?> constant) {
        Lexicon.@Nullable Meaning meaning =
                byKey.get(key(category, constant.name().toLowerCase(Locale.ROOT)));
        return meaning == null ? "" : first(meaning);
    }

    /** Returns the translation of a key below functions: nothing for one of English, the key itself for any other. */
    Translation worded(Lexicon.Meaning meaning) {
        boolean nothing = byKey.containsKey(key(Category.FUNCTIONS, meaning.value()));
        return new Translation(meaning.value(), nothing ? "" : meaning.value());
    }

    /** Returns the phrase that is its name, such as {@code compare}, else its first one that counts in any context, else the first one. */
    private static String first(Lexicon.Meaning meaning) {
        return meaning.phrases().stream()
                .filter(phrase -> !phrase.weak() && phrase.text().equals(meaning.value()))
                .findFirst()
                .or(() -> meaning.phrases().stream()
                        .filter(phrase -> !phrase.weak())
                        .findFirst())
                .or(() -> meaning.phrases().stream().findFirst())
                .map(Lexicon.Phrase::text)
                .orElse("");
    }

    private static String number(Lexicon.Meaning meaning, String file) {
        try {
            BigDecimal number = new BigDecimal(meaning.value());
            if (meaning.sense() == Category.NUMBERS || isPower(number)) {
                return number.toPlainString();
            }
        } catch (NumberFormatException notANumber) {
            throw error(file, meaning, "is not a number", notANumber);
        }
        throw error(file, meaning, "is not a power of ten from 1 to " + HIGHEST_POWER);
    }

    private static boolean isPower(BigDecimal number) {
        return number.scale() <= 0 && number.signum() > 0 && number.compareTo(BigDecimal.valueOf(HIGHEST_POWER)) <= 0;
    }

    private static LexiconException error(String file, Lexicon.Meaning meaning, String trouble) {
        return new LexiconException(where(file, meaning) + trouble);
    }

    private static LexiconException error(String file, Lexicon.Meaning meaning, String trouble, Throwable cause) {
        return new LexiconException(where(file, meaning) + trouble, cause);
    }

    private static String where(String file, Lexicon.Meaning meaning) {
        return file + ":" + meaning.line() + ": " + key(meaning.sense(), meaning.value()) + " ";
    }
}
