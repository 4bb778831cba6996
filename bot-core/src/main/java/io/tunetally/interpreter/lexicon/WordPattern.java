package io.tunetally.interpreter.lexicon;

import io.tunetally.text.PatternIndex;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A pattern over words: {@code {group}} for any phrase of a group, {@code ..} for a gap, {@code #} for a number,
 * {@code #90} for one of at least 90, {@code #<90} for one below, {@code ?} after what may be left out, {@code ^} and {@code $} for the ends of the
 * sentence, {@code *} for any ending of a word.
 */
final class WordPattern {
    private static final String GAP = "..";
    private static final int LONGEST_GAP = 6;
    private static final Pattern NUMBER = Pattern.compile("#(<?)(\\d*)([a-z]*)");
    private static final Pattern DIGITS = Pattern.compile("(\\d[\\d.,]*)([a-z]*)");

    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d+)?");

    /** An element: one of several phrases, a number or a gap. */
    private sealed interface Element {
        record OneOf(WordPhrases phrases, boolean optional) implements Element {}

        record AnyNumber(
                @Nullable BigDecimal least, @Nullable BigDecimal below, String suffix) implements Element {}

        record Gap() implements Element {}
    }

    private final List<Element> elements;
    private final WordPhrases stops;
    private final boolean opens;
    private final boolean closes;

    private WordPattern(List<Element> elements, WordPhrases stops, boolean opens, boolean closes) {
        this.elements = List.copyOf(elements);
        this.stops = stops;
        this.opens = opens;
        this.closes = closes;
    }

    /**
     * @param groups the phrases of each group
     * @param stops the words that no gap contains
     * @throws IllegalArgumentException naming a group that does not exist
     */
    static WordPattern of(String text, WordPhrases.Groups groups, WordPhrases stops) {
        boolean opens = text.startsWith("^");
        boolean closes = text.endsWith("$");
        String inner = text.substring(opens ? 1 : 0, text.length() - (closes ? 1 : 0));
        List<Element> elements = new ArrayList<>();
        for (String element : inner.strip().split(" +", -1)) {
            elements.add(element(element, groups));
        }
        return new WordPattern(elements, stops, opens, closes);
    }

    private static Element element(String text, WordPhrases.Groups groups) {
        if (text.equals(GAP)) {
            return new Element.Gap();
        }
        if (text.startsWith("#")) {
            Matcher number = NUMBER.matcher(text);
            if (number.matches()) {
                return number(number);
            }
        }
        boolean optional = text.length() > 1 && text.endsWith("?");
        String name = optional ? text.substring(0, text.length() - 1) : text;
        WordPhrases named = groups.of(name);
        if (named == null) {
            throw new IllegalArgumentException(name + " is no group of words");
        }
        return new Element.OneOf(named, optional);
    }

    private static Element number(Matcher number) {
        BigDecimal limit = number.group(2).isEmpty() ? null : new BigDecimal(number.group(2));
        boolean below = !number.group(1).isEmpty();
        return new Element.AnyNumber(below ? null : limit, below ? limit : null, number.group(3));
    }

    /** Returns the words that a sentence needs, for each element that cannot be left out and whose words can be listed. */
    List<PatternIndex.Needed> needed() {
        List<PatternIndex.Needed> needed = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Element.AnyNumber) {
                needed.add(new PatternIndex.Needed(List.of(PatternIndex.NUMBER), List.of()));
            } else if (element instanceof Element.OneOf oneOf && !oneOf.optional()) {
                oneOf.phrases().needed().ifPresent(needed::add);
            }
        }
        return needed;
    }

    /** Returns the words that it can begin with; null if they cannot be listed. */
    PatternIndex.@Nullable Needed begins() {
        List<String> words = new ArrayList<>();
        List<String> beginnings = new ArrayList<>();
        for (Element element : elements) {
            Optional<PatternIndex.Needed> next =
                    element instanceof Element.OneOf oneOf ? oneOf.phrases().needed() : Optional.empty();
            if (next.isEmpty()) {
                return null;
            }
            if (words.isEmpty()
                    && beginnings.isEmpty()
                    && element instanceof Element.OneOf oneOf
                    && !oneOf.optional()) {
                return next.get();
            }
            words.addAll(next.get().words());
            beginnings.addAll(next.get().beginnings());
            if (element instanceof Element.OneOf oneOf && !oneOf.optional()) {
                return new PatternIndex.Needed(words, beginnings);
            }
        }
        return null;
    }

    /**
     * True if it matches from a position on.
     *
     * @param said is given the indexes of the words that say it, and stays as it is without a match
     */
    boolean isAt(List<WordPatterns.Word> sentence, int at, BitSet said) {
        return (at == 0 || !opens) && matches(sentence, at, 0, said);
    }

    private boolean matches(List<WordPatterns.Word> sentence, int at, int next, BitSet said) {
        if (next == elements.size()) {
            return !closes || at == sentence.size() || isMark(sentence, at);
        }
        // Not a switch over patterns: the first compiler calls one through the virtual machine each time.
        Element element = elements.get(next);
        if (element instanceof Element.OneOf oneOf) {
            return matchesOneOf(sentence, at, oneOf, next, said);
        }
        return element instanceof Element.AnyNumber number
                ? at < sentence.size()
                        && isNumber(sentence.get(at).text(), number)
                        && matchesAfter(sentence, at, 1, next, said)
                : matchesAfterGap(sentence, at, next + 1, said);
    }

    /** True if only the question mark follows. */
    private static boolean isMark(List<WordPatterns.Word> sentence, int at) {
        return at == sentence.size() - 1 && sentence.get(at).text().equals(WordPatterns.Word.QUESTION);
    }

    private boolean matchesOneOf(List<WordPatterns.Word> sentence, int at, Element.OneOf oneOf, int next, BitSet said) {
        for (List<String> phrase : oneOf.phrases().beginningAt(sentence, at)) {
            if (WordPhrases.isAt(sentence, at, phrase) && matchesAfter(sentence, at, phrase.size(), next, said)) {
                return true;
            }
        }
        return oneOf.optional() && matches(sentence, at, next + 1, said);
    }

    private boolean matchesAfter(List<WordPatterns.Word> sentence, int at, int words, int next, BitSet said) {
        if (!matches(sentence, at + words, next + 1, said)) {
            return false;
        }
        said.set(at, at + words);
        return true;
    }

    private boolean matchesAfterGap(List<WordPatterns.Word> sentence, int at, int next, BitSet said) {
        for (int skipped = 0; skipped <= LONGEST_GAP && at + skipped <= sentence.size(); skipped++) {
            int end = at + skipped;
            if (skipped > 0 && isStop(sentence, end - 1, next)) {
                return false;
            }
            if (matches(sentence, end, next, said)) {
                return true;
            }
        }
        return false;
    }

    /** A gap before a number reaches the next one only. */
    private boolean isStop(List<WordPatterns.Word> sentence, int at, int next) {
        boolean number = next < elements.size()
                && elements.get(next) instanceof Element.AnyNumber
                && DIGITS.matcher(sentence.get(at).text()).matches();
        return number || stops.oneIsAt(sentence, at);
    }

    private static boolean isNumber(String word, Element.AnyNumber wanted) {
        Matcher digits = DIGITS.matcher(word);
        if (!digits.matches() || !(wanted.suffix().isEmpty() || digits.group(2).equals(wanted.suffix()))) {
            return false;
        }
        BigDecimal least = wanted.least();
        BigDecimal below = wanted.below();
        if (least == null && below == null) {
            return true;
        }
        String plain = digits.group(1).replace(",", "");
        if (!PLAIN.matcher(plain).matches()) {
            return false;
        }
        BigDecimal number = new BigDecimal(plain);
        return (least == null || number.compareTo(least) >= 0) && (below == null || number.compareTo(below) < 0);
    }

    /** Returns a pattern for any of some phrases. */
    static WordPattern anyOf(WordPhrases phrases) {
        return new WordPattern(List.of(new Element.OneOf(phrases, false)), WordPhrases.NONE, false, false);
    }
}
