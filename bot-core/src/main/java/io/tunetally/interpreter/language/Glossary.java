package io.tunetally.interpreter.language;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.interpreter.lexicon.LexiconException;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.text.Decoder;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of one language with their translations, compiled from its file. A meaning of the file is one of the
 * English lexicon, named by its key or by one of its phrases; its translation is that phrase, or the first one of the
 * meaning. A leading {@code *} matches the end of a compound word.
 */
final class Glossary {
    private static final int LONGEST_PHRASE = 200;
    private static final String ANY = "*";

    /** Begins a phrase that counts a few words behind a share only: {@code N .. en plus}. */
    private static final String LATER = "N .. ";

    /** Stands for a number beside a phrase. */
    private static final String NUMBER = "N";
    /** Begins a phrase that counts as a clause of its own. */
    private static final String CLAUSE = ", ";

    private final Lexicon file;
    private final String code;
    private final Lexicon.Language language;
    private final Map<String, Gloss> phrases = new HashMap<>();
    private final Map<String, Gloss> endings = new HashMap<>();
    private final Map<String, Gloss> betweenNumbers = new HashMap<>();
    /** Phrases that count directly before a number only: {@code davon N}. */
    private final Map<String, Gloss> beforeNumbers = new HashMap<>();
    /** Phrases that count directly behind a number or its unit only: {@code N doppelt}. */
    private final Map<String, Gloss> behindNumbers = new HashMap<>();
    /** Phrases that count a few words behind a share only: {@code N .. en plus}. */
    private final Map<String, Gloss> later = new HashMap<>();
    /** Phrases that count as a clause of their own only: {@code , 去掉}. */
    private final Map<String, Gloss> clauses = new HashMap<>();

    private final Map<String, Gloss> accented = new HashMap<>();
    /** The words for "and", which join the parts of a number. */
    private final Map<String, Gloss> links = new LinkedHashMap<>();

    /** The English word before a span of time or a number of epochs. */
    private final String lasting;

    /** The English word for requests. */
    private final String requests;

    /** The English word for examples. */
    private final String examples;

    /** The English word for things that are no examples. */
    private final String others;

    /** The English word before a span of time after which something is repeated. */
    private final String every;

    private int longest;
    private boolean spaced = true;

    private Glossary(Lexicon file, String code, Lexicon.Language language, EnglishPhrases english) {
        this.file = file;
        this.code = code;
        lasting = english.of(Cue.FOR);
        requests = english.of(Measure.REQUEST);
        examples = english.of(Measure.EXAMPLE);
        others = english.of(Measure.OTHER);
        every = english.of(Cue.EVERY);
        this.language = language;
    }

    /**
     * Compiles the file of a language.
     *
     * @throws LexiconException naming file, line and key of an unknown meaning, or of a phrase with two meanings
     */
    static Glossary compile(EnglishPhrases english, Lexicon file) {
        Lexicon.Language language = file.language();
        if (language == null) {
            throw new LexiconException(file.file() + ":1: language expected, with its name and its lines");
        }
        String name = file.file().substring(file.file().lastIndexOf('/') + 1);
        String code = name.substring(0, Math.max(0, name.indexOf('.')));
        Glossary glossary = new Glossary(file, code, language, english);
        for (Lexicon.Meaning meaning : file.meanings()) {
            if (meaning.sense() != Category.LANGUAGES) {
                glossary.add(file.file(), meaning, english);
            }
        }
        return glossary;
    }

    Lexicon file() {
        return file;
    }

    private void add(String file, Lexicon.Meaning meaning, EnglishPhrases english) {
        EnglishPhrases.Translation translation = switch (meaning.sense()) {
            case COURTESIES -> new EnglishPhrases.Translation("", "");
            case FUNCTIONS -> english.worded(meaning);
            default -> english.of(meaning, file);
        };
        for (Lexicon.Phrase phrase : meaning.phrases()) {
            add(file, meaning, new Gloss(phrase, meaning.sense(), translation.value(), translation.phrase()));
        }
    }

    private void add(String file, Lexicon.Meaning meaning, Gloss gloss) {
        Lexicon.Phrase phrase = gloss.phrase();
        boolean ending = phrase.text().startsWith(ANY);
        boolean before = phrase.text().endsWith(" " + NUMBER);
        boolean postponed = phrase.text().startsWith(LATER);
        boolean behind = !postponed && phrase.text().startsWith(NUMBER + " ");
        boolean clause = phrase.text().startsWith(CLAUSE);
        String words = before
                ? phrase.text().substring(0, phrase.text().length() - NUMBER.length())
                : phrase.text()
                        .substring(postponed ? LATER.length() : behind || clause ? NUMBER.length() : ending ? 1 : 0);
        String text = folded(words);
        boolean between = gloss.is(Cue.TO) && gloss.weak();
        boolean empty = text.chars().noneMatch(c -> Boundary.isLetterOrDigit((char) c));
        Map<String, Gloss> place = between
                ? betweenNumbers
                : postponed
                        ? later
                        : before
                                ? beforeNumbers
                                : behind ? behindNumbers : clause ? clauses : ending ? endings : phrases;
        Gloss other = place.putIfAbsent(text, gloss);
        boolean clash = other != null && !other.hasTheMeaningOf(gloss) && !toldApartByAccents(text, gloss, other);
        if (empty || clash) {
            String key = meaning.sense().section() + "." + meaning.value();
            String trouble = other == null
                    ? "holds a phrase without letters: " + phrase.text()
                    : "has a phrase with another meaning in line "
                            + other.phrase().line() + ": " + phrase.text();
            throw new LexiconException(file + ":" + phrase.line() + ": " + key + " " + trouble);
        }
        if (gloss.is(Cue.AND)) {
            links.put(text, gloss);
        }
        longest = Math.max(longest, text.length());
        spaced &= text.chars().noneMatch(c -> Script.isUnspaced((char) c));
    }

    /** {@code o\u00f9} beside {@code ou}: without accents it is the other word. */
    private boolean toldApartByAccents(String text, Gloss gloss, Gloss other) {
        String exact = lowerCase(gloss.phrase().text());
        String otherExact = lowerCase(other.phrase().text());
        if (exact.equals(otherExact)) {
            return false;
        }
        if (exact.equals(text)) {
            phrases.put(text, gloss);
            return accented.putIfAbsent(otherExact, other) == null;
        }
        Gloss same = accented.putIfAbsent(exact, gloss);
        return same == null || same.hasTheMeaningOf(gloss);
    }

    private static String lowerCase(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Returns the meaning of a word as typed, if its accents tell it apart from another one, else null. */
    @Nullable Gloss accented(String typed) {
        return accented.isEmpty() ? null : accented.get(lowerCase(typed));
    }

    /** Folds a phrase as messages are folded; separators become a space. */
    private static String folded(String phrase) {
        String text = Decoder.decode(phrase, Markup.PLAIN, LONGEST_PHRASE).text();
        return text.replace('-', ' ').strip();
    }

    String code() {
        return code;
    }

    Lexicon.Language language() {
        return language;
    }

    /** Returns the English word before a span of time or a number of epochs. */
    String lasting() {
        return lasting;
    }

    /** Returns the English word before a span of time after which something is repeated. */
    String every() {
        return every;
    }

    /** Returns the English word for requests. */
    String requests() {
        return requests;
    }

    /** Returns the English word for examples. */
    String examples() {
        return examples;
    }

    /** Returns the English word for things that are no examples. */
    String others() {
        return others;
    }

    /** True if words are separated by spaces. */
    boolean isSpaced() {
        return spaced;
    }

    /** Returns the words that can identify the language. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        for (String phrase : phrases.keySet()) {
            if (phrase.indexOf(' ') < 0) {
                words.add(phrase);
            }
        }
        return words;
    }

    /** True if a whole word or phrase is in the glossary, so that it does not speak for English. */
    boolean contains(String phrase) {
        return phrases.containsKey(phrase);
    }

    /** A phrase found in a text. */
    record Match(Gloss gloss, int end) {}

    /** Returns the longest phrase that begins at a position, or null. */
    @Nullable Match longest(String text, int from) {
        Match best = longest(text, from, phrases);
        return best == null ? compound(text, from) : best;
    }

    /** Returns the longest phrase at a position that counts before a number only, or null. */
    @Nullable Match beforeNumber(String text, int from) {
        return beforeNumbers.isEmpty() ? null : longest(text, from, beforeNumbers);
    }

    /** Returns the longest phrase at a position that counts a few words behind a share only, or null. */
    @Nullable Match later(String text, int from) {
        return later.isEmpty() ? null : longest(text, from, later);
    }

    /** Returns the longest phrase at a position that counts as a clause of its own only, or null. */
    @Nullable Match clause(String text, int from) {
        return clauses.isEmpty() ? null : longest(text, from, clauses);
    }

    /** Returns the longest phrase at a position that counts behind a number only, or null. */
    @Nullable Match behindNumber(String text, int from) {
        return behindNumbers.isEmpty() ? null : longest(text, from, behindNumbers);
    }

    private @Nullable Match longest(String text, int from, Map<String, Gloss> phrases) {
        Match best = null;
        StringBuilder key = new StringBuilder();
        for (int i = from; i < text.length() && key.length() < longest; i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '-') {
                if (i + 1 == text.length() || !Boundary.isLetterOrDigit(text.charAt(i + 1))) {
                    break;
                }
                if (spaced) {
                    key.append(' ');
                }
                continue;
            }
            if (!Boundary.isLetterOrDigit(c) && "$?%/&.".indexOf(c) < 0) {
                break;
            }
            key.append(c);
            if (endsWord(text, i + 1)) {
                Gloss gloss = phrases.get(key.toString());
                best = gloss == null ? best : new Match(gloss, i + 1);
            }
        }
        return best;
    }

    private static boolean endsWord(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char last = text.charAt(end - 1);
        char next = text.charAt(end);
        return !Boundary.isLetterOrDigit(next)
                || !Boundary.isLetterOrDigit(last)
                || Script.isUnspaced(last)
                || Script.isUnspaced(next);
    }

    /** {@code Trainingsbeispiele}: the end of the word decides. */
    private @Nullable Match compound(String text, int from) {
        if (endings.isEmpty()) {
            return null;
        }
        int end = from;
        while (end < text.length() && Boundary.isLetter(text.charAt(end))) {
            end++;
        }
        for (int i = Math.max(from, end - longest); i < end; i++) {
            Gloss gloss = endings.get(text.substring(i, end));
            if (gloss != null) {
                return new Match(gloss, end);
            }
        }
        return null;
    }

    /** Returns the number of letters without spaces that its phrases cover. */
    int covered(String text) {
        int covered = 0;
        for (int at = 0; at < text.length(); ) {
            Match match = Script.isUnspaced(text.charAt(at)) ? longest(text, at) : null;
            covered += match == null ? 0 : match.end() - at;
            at = match == null ? at + 1 : match.end();
        }
        return covered;
    }

    /** Returns the phrase of a number or multiplier that begins at a position, possibly within a word, or null. */
    @Nullable Match number(String text, int from) {
        Match best = null;
        boolean separated = false;
        for (int end = from + 1; end <= text.length() && end - from <= longest; end++) {
            char last = text.charAt(end - 1);
            if (!Boundary.isLetter(last) && " -.".indexOf(last) < 0) {
                break;
            }
            separated |= last == ' ' || last == '-';
            if (last == ' ' || last == '-' || (separated && !endsWord(text, end))) {
                continue;
            }
            Gloss gloss = phrases.get(text.substring(from, end).replace('-', ' '));
            if (gloss != null && gloss.isNumber()) {
                best = new Match(gloss, end);
            }
        }
        return best;
    }

    /** Returns the word for "and" that begins at a position, possibly within a word, or null. */
    @Nullable Match linkOfNumbers(String text, int from) {
        for (Map.Entry<String, Gloss> link : links.entrySet()) {
            if (text.startsWith(link.getKey(), from)) {
                return new Match(link.getValue(), from + link.getKey().length());
            }
        }
        return null;
    }

    /** Returns the meaning that a word has between two numbers only, or null. */
    @Nullable Gloss betweenNumbers(String word) {
        return betweenNumbers.get(word);
    }

    /** Returns the length of the elided word at a position, 0 if there is none. */
    int elision(String text, int from) {
        for (String word : language.elisions()) {
            if (text.startsWith(word, from)) {
                return word.length();
            }
        }
        return 0;
    }
}
