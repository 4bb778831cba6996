package io.tunetally.interpreter.sentence;

import io.tunetally.interpreter.lexicon.WordPatterns.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The words of a message sentence by sentence: runs of letters and digits, and percent signs. Text that has its meaning
 * already, such as the name of a model, is given as one word, so that nothing is read from the words in it.
 */
final class SentenceWords {
    private static final String ENDS = "!?;\n";
    private static final String APOSTROPHES = "'’`";
    private static final Pattern APOSTROPHE = Pattern.compile("[" + APOSTROPHES + "]");

    private final String text;
    private final List<Word> given;
    private final List<List<Word>> sentences = new ArrayList<>();
    private List<Word> words = new ArrayList<>();

    private SentenceWords(String text, List<Word> given) {
        this.text = text;
        this.given = given;
    }

    /**
     * Splits a folded text.
     *
     * @param given the words that stand for a stretch of the text, in order
     */
    static List<List<Word>> of(String text, List<Word> given) {
        return new SentenceWords(text, given).split();
    }

    private List<List<Word>> split() {
        int at = 0;
        int next = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            while (next < given.size() && given.get(next).start() < at) {
                next++;
            }
            if (next < given.size() && given.get(next).start() == at) {
                words.add(given.get(next));
                at = given.get(next).end();
            } else if (Character.isLetterOrDigit(c)) {
                at = word(at);
            } else {
                if (c == '%') {
                    words.add(new Word("%", at, at + 1));
                }
                if (c == '?') {
                    words.add(new Word(Word.QUESTION, at, at + 1));
                }
                if (ENDS.indexOf(c) >= 0 || (c == '.' && !isInside(at))) {
                    end();
                }
                at++;
            }
        }
        end();
        return sentences;
    }

    private int word(int start) {
        int at = start;
        boolean shortened = false;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || isInside(at))) {
            shortened |= APOSTROPHES.indexOf(text.charAt(at)) >= 0;
            at++;
        }
        String word = text.substring(start, at);
        words.add(new Word(shortened ? APOSTROPHE.matcher(word).replaceAll("") : word, start, at));
        return at;
    }

    /** The apostrophe of {@code don't}, the comma of {@code 1,000}, the point of {@code 3.1}. */
    private boolean isInside(int at) {
        if (at == 0 || at + 1 >= text.length()) {
            return false;
        }
        char before = text.charAt(at - 1);
        char after = text.charAt(at + 1);
        char c = text.charAt(at);
        boolean number = Character.isDigit(before) && Character.isDigit(after) && (c == '.' || c == ',');
        return number || (APOSTROPHES.indexOf(c) >= 0 && Character.isLetter(before) && Character.isLetter(after));
    }

    private void end() {
        if (!words.isEmpty()) {
            sentences.add(words);
            words = new ArrayList<>();
        }
    }
}
