package io.tunetally.topic;

import io.tunetally.text.FoldedText;
import io.tunetally.text.PatternIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of a text in lower case, folded, with their positions. */
final class TextWords {
    /** It stands for any number in a question. */
    static final String NUMBER = PatternIndex.NUMBER;

    private static final int USUAL = 16;

    /** What the folding leaves out of "what's". */
    private static final String SHORT_FORM = "is";

    private final String text;
    private String[] words = new String[USUAL];
    private int[] starts = new int[USUAL];
    private int[] ends = new int[USUAL];
    private int size;

    private TextWords(String text) {
        this.text = text;
    }

    static TextWords of(FoldedText folded, TopicWords common) {
        String text = folded.text();
        TextWords words = new TextWords(text);
        int at = 0;
        while (at < text.length()) {
            if (isPart(text.charAt(at))) {
                int start = at;
                while (at < text.length() && (isPart(text.charAt(at)) || isGroup(text, at))) {
                    at++;
                }
                for (String word : common.fold(text.substring(start, at).toLowerCase(Locale.ROOT))) {
                    words.add(word, start, at);
                }
                if (isShortened(folded.original(), folded.originalEnd(at))) {
                    words.add(SHORT_FORM, at, at);
                }
            } else {
                at++;
            }
        }
        return words;
    }

    /** The comma of {@code 1,000}. */
    private static boolean isGroup(String text, int at) {
        return text.charAt(at) == ','
                && Character.isDigit(text.charAt(at - 1))
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c);
    }

    /** True if {@code 's} follows. */
    private static boolean isShortened(String original, int at) {
        return at + 1 < original.length()
                && (original.charAt(at) == '\'' || original.charAt(at) == '\u2019')
                && Character.toLowerCase(original.charAt(at + 1)) == 's'
                && (at + 2 == original.length() || !isPart(original.charAt(at + 2)));
    }

    private void add(String word, int start, int end) {
        if (size == words.length) {
            words = Arrays.copyOf(words, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
        }
        words[size] = word;
        starts[size] = start;
        ends[size++] = end;
    }

    int size() {
        return size;
    }

    String word(int at) {
        return words[at];
    }

    List<String> all() {
        return Arrays.asList(words).subList(0, size);
    }

    int start(int at) {
        return starts[at];
    }

    int end(int at) {
        return ends[at];
    }

    boolean has(List<String> run, int at) {
        if (at + run.size() > size) {
            return false;
        }
        for (int i = 0; i < run.size(); i++) {
            String wanted = run.get(i);
            if (!words[at + i].equals(wanted) && !(isNumber(at + i) && wanted.equals(NUMBER))) {
                return false;
            }
        }
        return true;
    }

    /** {@code 200}, {@code 1,000}, {@code 5k}. */
    boolean isNumber(int at) {
        return Character.isDigit(words[at].charAt(0));
    }

    /** True if a mark or nothing precedes a word. */
    boolean opensSentence(int at) {
        int before = starts[at] - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        return before < 0 || ",;:.!?\n(-".indexOf(text.charAt(before)) >= 0;
    }
}
