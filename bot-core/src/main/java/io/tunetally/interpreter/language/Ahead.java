package io.tunetally.interpreter.language;

import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import org.jspecify.annotations.Nullable;

/** Looks ahead in a message: for the next number, the unit behind it, and phrases that have a meaning before a number only. */
final class Ahead {
    /** The most words between a period and the number it is said of: {@code 每天大概只有60个}. */
    private static final int WORDS_BEFORE_NUMBER = 4;

    /** Makes a number behind it a name: {@code 第二批}, {@code 第3工場}. */
    private static final char ORDINAL = '第';

    private static final String CLAUSE_ENDS = ",;.!?";

    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 4;

    private final Glossary glossary;
    private final NumberStyle style;
    private final String text;

    Ahead(Glossary glossary, NumberStyle style, String text) {
        this.glossary = glossary;
        this.style = style;
        this.text = text;
    }

    static boolean isTimeOrEpoch(@Nullable Gloss gloss) {
        return gloss != null && gloss.isTimeOrEpoch();
    }

    /** Returns the end of the number behind a word, -1 if there is none. */
    int endOfNumber(int from) {
        int next = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
        NumberWords.Composed number = next < text.length() ? NumberWords.read(glossary, style, text, next) : null;
        return number == null ? -1 : number.end();
    }

    /** Returns the end of {@code 第二}, which counts nothing; -1 if there is none. */
    int endOfOrdinal(int from) {
        boolean ordinal = !glossary.isSpaced() && text.charAt(from) == ORDINAL && glossary.longest(text, from) == null;
        return ordinal ? endOfNumber(from + 1) : -1;
    }

    private boolean isNumberAt(int from) {
        int next = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
        NumberWords.Composed number = next < text.length() ? NumberWords.read(glossary, style, text, next) : null;
        return number != null && !number.weak();
    }

    /** Returns the phrase that has this meaning before a number only, else what was found. */
    Glossary.@Nullable Match beforeNumber(int from, Glossary.@Nullable Match found) {
        Glossary.Match before = glossary.beforeNumber(text, from);
        boolean counts = before != null
                && isAsLong(before, found)
                && isNumberAt(before.end())
                && (glossary.isSpaced() || !before.gloss().is(Measure.EXAMPLE) || isBareCount(before.end()));
        return counts ? before : found;
    }

    /** {@code 数据120万,}: without a unit behind the number, the word before it says what it counts. */
    private boolean isBareCount(int from) {
        int end = endOfNumber(from);
        Glossary.Match next = end < 0 || end >= text.length() ? null : glossary.longest(text, end);
        boolean clause = end == text.length() || (end > 0 && (CLAUSE_ENDS + " )").indexOf(text.charAt(end)) >= 0);
        return end > 0
                && (clause
                        ? unitAt(end) == null
                        : next != null
                                && (next.gloss().is(Cue.ABOUT) || next.gloss().is(Category.FUNCTIONS)));
    }

    /** {@code 数据120万，加上自己的3万}: the word for "and" before a number adds it to the one before the comma. */
    boolean adds(int from) {
        Glossary.Match word = glossary.isSpaced() ? null : glossary.beforeNumber(text, from);
        return word != null && word.gloss().is(Cue.AND) && isNumberAt(word.end());
    }

    /** Returns the end of the {@code 张2048*2048的照片} behind a number, -1 if no pictures of a size are counted. */
    int endOfPictures(int from) {
        Glossary.Match counter = glossary.isSpaced() || from >= text.length() ? null : counted(from);
        boolean items = counter != null && counter.gloss().is(Measure.ITEM);
        int width = counter == null || !items ? -1 : endOfDigits(counter.end());
        boolean by = width > 0 && width < text.length() && "*x".indexOf(text.charAt(width)) >= 0;
        int height = by ? endOfDigits(width + 1) : -1;
        if (height < 0 || height >= text.length()) {
            return -1;
        }
        Glossary.Match link = glossary.longest(text, height);
        int start = link != null && link.gloss().is(Category.FUNCTIONS) ? link.end() : height;
        Glossary.Match thing = start < text.length() ? glossary.longest(text, start) : null;
        boolean pictures = thing != null
                && (thing.gloss().is(Measure.ITEM) || thing.gloss().is(Measure.EXAMPLE));
        return thing != null && pictures ? thing.end() : -1;
    }

    /** Returns the end of a number of three or four digits, -1 of any other. */
    private int endOfDigits(int from) {
        int end = from;
        while (end < text.length() && Boundary.isDigit(text.charAt(end))) {
            end++;
        }
        return end - from < FEWEST_DIGITS || end - from > MOST_DIGITS ? -1 : end;
    }

    static boolean isAsLong(Glossary.Match match, Glossary.@Nullable Match other) {
        return other == null || match.end() >= other.end();
    }

    /** Returns the phrase behind a number. */
    private Glossary.@Nullable Match counted(int from) {
        Glossary.Match behind = glossary.behindNumber(text, from);
        Glossary.Match any = glossary.longest(text, from);
        return behind != null && isAsLong(behind, any) ? behind : any;
    }

    @Nullable Gloss unitAt(int from) {
        int next = from >= 0 && from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
        Glossary.Match unit = next >= 0 && next < text.length() ? counted(next) : null;
        return unit != null && unit.gloss().is(Category.UNITS) ? unit.gloss() : null;
    }

    /**
     * Returns the position of the unit of requests or of things behind the next number, -1 if there is none.
     *
     * @param daily whether a number of times is meant, too: {@code 每天260次}
     * @param opens whether the period opens its clause, so that a comma or a verb may follow: {@code al día contestamos 130 quejas}
     * @param joined whether a word before it begins a clause, so that a verb may follow: {@code si cada día respondemos 95 dudas}
     */
    int unitOfNext(int from, boolean daily, boolean opens, boolean joined) {
        int next = daily && opens && text.startsWith(", ", from) ? from + 1 : from;
        // What is done in a month or a year is as often the making of the data.
        boolean clause = daily && (opens || joined);
        int verbs = clause ? 1 : 0;
        // Behind a comma or a verb, what is counted must be what may come in.
        boolean free = next > from;
        for (int words = 0; words < WORDS_BEFORE_NUMBER; words++) {
            int number = endOfNumber(next);
            if (number > 0) {
                int unit = number < text.length() && text.charAt(number) == ' ' ? number + 1 : number;
                Gloss gloss = unitAt(number);
                boolean times = gloss != null && daily && !glossary.isSpaced() && gloss.is(Measure.TIMES);
                return gloss != null
                                && (times || isOfTraffic(gloss))
                                && (!free || gloss.is(Measure.ITEM) || gloss.is(Measure.REQUEST))
                        ? unit
                        : -1;
            }
            int start = next < text.length() && text.charAt(next) == ' ' ? next + 1 : next;
            Glossary.Match between = start < text.length() ? beforeNumber(start, glossary.longest(text, start)) : null;
            if (between == null && verbs > 0) {
                verbs--;
                free = true;
                next = endOfWord(start);
            } else if (between == null
                    || !(isBeforeNumber(between.gloss())
                            || (clause && between.gloss().is(Cue.PERSON)))) {
                return -1;
            } else {
                next = between.end();
            }
        }
        return -1;
    }

    /** Returns the position of a number right behind a period that nothing counts, -1 if there is none: {@code 1日800くらい}. */
    int bareNumber(int from) {
        int number = glossary.isSpaced() ? -1 : endOfNumber(from);
        Glossary.Match next = number > 0 && number < text.length() ? counted(number) : null;
        boolean bare = number == text.length()
                || (next != null
                        && !next.gloss().is(Category.UNITS)
                        && !next.gloss().is(Category.CURRENCIES)
                        && !next.gloss().isNumber());
        return number > 0 && bare && Boundary.isDigit(text.charAt(from)) ? from : -1;
    }

    /** True if no number stands before a word in its clause: {@code et, chaque jour, 140 courriers}, {@code si al día contestamos 130 quejas}. */
    boolean opensClause(int word) {
        int i = word - 1;
        while (i >= 0 && CLAUSE_ENDS.indexOf(text.charAt(i)) < 0) {
            if (Boundary.isDigit(text.charAt(i))) {
                return false;
            }
            i--;
        }
        return glossary.isSpaced();
    }

    /** True behind a word that may begin a clause: {@code si}, {@code et}, {@code wenn}. */
    boolean isJoined(int word) {
        int start = word - 1;
        while (start > 0 && Boundary.isLetter(text.charAt(start - 1))) {
            start--;
        }
        Glossary.Match before = glossary.isSpaced() && start > 0 ? glossary.longest(text, start) : null;
        return before != null
                && before.end() == word - 1
                && (before.gloss().is(Category.FUNCTIONS) || before.gloss().is(Cue.AND));
    }

    private int endOfWord(int from) {
        int end = from;
        while (end < text.length() && Boundary.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** {@code 毎日メールが320通}: without spaces what is counted may stand before its number. */
    private boolean isBeforeNumber(Gloss gloss) {
        return gloss.is(Cue.ABOUT)
                || gloss.is(Cue.AT_LEAST)
                || gloss.is(Category.FUNCTIONS)
                || gloss.is(Category.COURTESIES)
                || (!glossary.isSpaced() && (gloss.is(Measure.ITEM) || gloss.is(Measure.REQUEST)));
    }

    /** True for what may come in during a time: not for times, epochs, money and shares. */
    private static boolean isOfTraffic(Gloss gloss) {
        return !gloss.isTimeOrEpoch()
                && !gloss.is(Measure.DOLLAR)
                && !gloss.is(Measure.PERCENT)
                && !gloss.is(Measure.TIMES)
                && !gloss.is(Measure.RUN);
    }
}
