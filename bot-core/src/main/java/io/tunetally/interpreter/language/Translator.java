package io.tunetally.interpreter.language;

import io.tunetally.interpreter.language.Edits.Edit;
import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.PhraseTrie;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the phrases and numbers of a message in another language by those of the English lexicon, in place, so that
 * every later stage reads one language and each value keeps its position in the original. Words without a translation
 * stay. One pass; the longest phrase at each position wins.
 */
final class Translator {
    private static final BigDecimal SMALLEST_WITHOUT_MULTIPLIER = BigDecimal.valueOf(1000);

    private static final String DOLLAR = "$";

    /** The most characters between a period and its number, in a language without spaces. */
    private static final int MOST_BETWEEN = 4;

    private final Glossary glossary;
    private final NumberStyle style;
    private final PhraseTrie english;
    private final FoldedText folded;
    private final String text;
    private final Edits edits;
    private static final String WIDE_COMMA = "，";

    private int at;
    /** The last number, if only the sign or word of a range can have followed it. */
    private @Nullable Edit lower;

    /** The period of the next number of requests, which English says behind it; empty if there is none. */
    private String period = "";

    /** Whether a number precedes, with its unit at most. */
    private boolean paired;

    private Translator(Glossary glossary, PhraseTrie english, FoldedText folded) {
        this.glossary = glossary;
        this.english = english;
        this.folded = folded;
        edits = new Edits(folded);
        text = folded.text();
        style = new NumberStyle(glossary.language().decimalMark());
    }

    static FoldedText translate(Glossary glossary, PhraseTrie english, FoldedText folded) {
        Translator translator = new Translator(glossary, english, folded);
        translator.run();
        return translator.edits.apply();
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Boundary.isLetterOrDigit(c)) {
                word();
            } else {
                rangeSign(c);
                at++;
            }
        }
    }

    private void word() {
        NumberWords.Composed number = NumberWords.read(glossary, style, text, at);
        Glossary.Match match = asTyped(glossary.longest(text, at));
        int name = endOfName();
        int phraseEnd = match == null ? -1 : match.end();
        if (name > phraseEnd && name > at && (number == null || name >= number.end())) {
            at = endOfDigitsGluedTo(name);
            lower = null;
            paired = false;
        } else if (number != null && number.end() >= phraseEnd && isNumber(number)) {
            number(number);
        } else if (match != null && match.gloss().isNumber()) {
            article(match);
        } else if (match != null) {
            phrase(match);
        } else {
            unknown();
        }
    }

    /** The {@code 2.5-7b} of {@code qwen2.5-7b} is part of the name, and no number of its language. */
    private int endOfDigitsGluedTo(int name) {
        int end = name;
        while (end < text.length() && Boundary.isDigit(text.charAt(name)) && isGlued(end)) {
            end++;
        }
        return end;
    }

    private boolean isGlued(int index) {
        char c = text.charAt(index);
        boolean joint = c == '-' && index + 1 < text.length() && Boundary.isDigit(text.charAt(index + 1));
        return joint || isWithinWord(index);
    }

    private Glossary.@Nullable Match asTyped(Glossary.@Nullable Match found) {
        Gloss exact = found == null ? null : glossary.accented(folded.typed(at, found.end()));
        return found == null || exact == null ? found : new Glossary.Match(exact, found.end());
    }

    /** Returns the end of a name, or of a term of several words, that is the same in English; -1 if there is none. */
    private int endOfName() {
        long match = english.longest(text, at, text.length());
        if (match == 0) {
            return -1;
        }
        int end = PhraseTrie.end(match);
        boolean term = text.substring(at, end).indexOf(' ') > 0;
        return switch (english.lexeme(match).sense()) {
            case MODELS, FAMILIES, TIERS, NEUTRAL_TIERS, GPUS -> end;
            case CUES, FUNCTIONS, COURTESIES -> -1;
            default -> term ? end : -1;
        };
    }

    /** A word that is also an article or the like is a number before a unit of time or an epoch only. */
    private boolean isNumber(NumberWords.Composed number) {
        if (number.digits()) {
            return true;
        }
        boolean certain = glossary.isSpaced() ? !number.weak() : number.parts() > 1 && number.isMultiplied();
        return certain || isCounted(number.end(), number.weak());
    }

    private boolean isCounted(int from, boolean weak) {
        Gloss unit = unitAt(from);
        return unit != null && (!weak || unit.isTimeOrEpoch());
    }

    private void number(NumberWords.Composed number) {
        int money = endOfMoney(number.end());
        int end = Math.max(number.end(), money);
        String plain = (money > 0 ? DOLLAR : "") + Edits.plain(number.value());
        Edit upper = new Edit(at, end, plain, number.value());
        BigDecimal low = lower == null ? null : lower.number();
        if (lower != null
                && low != null
                && number.isMultiplied()
                && low.compareTo(SMALLEST_WITHOUT_MULTIPLIER) < 0
                && low.multiply(number.multiplier()).compareTo(number.value()) < 0) {
            edits.multiply(lower, low, number.multiplier());
        }
        boolean glued = at > 0 && Script.isUnspaced(text.charAt(at - 1));
        if (money > 0 || glued || !isPlain(at, number.end())) {
            edits.add(upper);
        }
        lower = number.isMultiplied() ? null : upper;
        paired = true;
        at = end;
        skipGluedSuffix();
    }

    /** Returns the end of the sign or word for dollars behind a number, which English writes before it; -1 if there is none. */
    private int endOfMoney(int from) {
        int next = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
        if (next >= text.length()) {
            return -1;
        }
        boolean sign = text.startsWith(DOLLAR, next);
        Glossary.Match unit = sign ? null : glossary.longest(text, next);
        int end = sign ? next + 1 : unit != null && unit.gloss().is(Measure.DOLLAR) ? unit.end() : -1;
        boolean amount = end == text.length() || (end > 0 && !Boundary.isDigit(text.charAt(end)));
        return amount ? end : -1;
    }

    private boolean isPlain(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Boundary.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The {@code k} of {@code 5k}, the {@code b} of {@code 8b}: not a word of its own. */
    private void skipGluedSuffix() {
        if (at < text.length()
                && Boundary.isLetter(text.charAt(at))
                && !Script.isUnspaced(text.charAt(at))
                && glossary.longest(text, at) == null) {
            lower = null;
            unknown();
        }
    }

    private String english(Glossary.Match match) {
        String phrase = match.gloss().english();
        if (match.gloss().is(Cue.PER) && isNumberOf(match.end(), Gloss::isTimeOrEpoch)) {
            return glossary.lasting();
        }
        if (match.gloss().is(Category.PERIODS) && isNumberOf(nextNumber(match.end()), this::comesIn)) {
            period = phrase;
            return "";
        }
        String behind = comesIn(match.gloss()) ? period : "";
        // Of 每天大概有300个 the words between stay where they are.
        boolean between = !glossary.isSpaced() && !match.gloss().is(Category.UNITS);
        period = between ? period : "";
        // What comes in during a day is asked of the model, whatever it is called.
        return behind.isEmpty()
                ? phrase
                : (match.gloss().is(Measure.REQUEST) ? phrase : glossary.requests()) + " " + behind;
    }

    /** The counter of {@code 1日80件} and what a count of a day counts, but not the rows of data. */
    private boolean comesIn(Gloss unit) {
        boolean counter = unit.is(Measure.EXAMPLE) && unit.phrase().text().length() == 1;
        return unit.is(Measure.REQUEST) || (!glossary.isSpaced() && (counter || unit.is(Measure.ITEM)));
    }

    /** {@code de 2.000 a 200}: some words lead to the end of a change only between two numbers. */
    private Glossary.Match contextual(Glossary.Match found) {
        Gloss between = paired ? glossary.betweenNumbers(text.substring(at, found.end())) : null;
        int next = found.end() < text.length() && text.charAt(found.end()) == ' ' ? found.end() + 1 : found.end();
        boolean number = next < text.length() && Boundary.isDigit(text.charAt(next));
        return between != null && number ? new Glossary.Match(between, found.end()) : found;
    }

    /** {@code R$ 300}: English writes the name of a currency behind its amount. */
    private boolean currencyBefore(Glossary.Match currency) {
        int next = currency.end() < text.length() && text.charAt(currency.end()) == ' '
                ? currency.end() + 1
                : currency.end();
        NumberWords.Composed number = next < text.length() && Boundary.isDigit(text.charAt(next))
                ? NumberWords.read(glossary, style, text, next)
                : null;
        boolean behind = paired && lower != null;
        if (number == null || behind) {
            return false;
        }
        edits.add(new Edit(
                at,
                number.end(),
                Edits.plain(number.value()) + " " + currency.gloss().english(),
                number.value()));
        at = number.end();
        return true;
    }

    /** True for a number with a unit behind a word: {@code por 2 \u00e9pocas}, {@code t\u00e4glich 2.000 Anfragen}. */
    private boolean isNumberOf(int from, Predicate<Gloss> unit) {
        int next = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
        NumberWords.Composed number = next < text.length() ? NumberWords.read(glossary, style, text, next) : null;
        Gloss counted = number == null ? null : unitAt(number.end());
        return counted != null && unit.test(counted);
    }

    /** Returns the index of the number of {@code 每天只有50个}, with at most a few characters before it. */
    private int nextNumber(int from) {
        int end = glossary.isSpaced() ? from : Math.min(text.length(), from + MOST_BETWEEN);
        for (int i = from; i < end && Script.isUnspaced(text.charAt(i)); i++) {
            if (Boundary.isDigit(text.charAt(i + 1 < text.length() ? i + 1 : i))) {
                return i + 1;
            }
        }
        return from;
    }

    private @Nullable Gloss unitAt(int from) {
        int next = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
        Glossary.Match unit = next < text.length() ? glossary.longest(text, next) : null;
        return unit != null && unit.gloss().is(Category.UNITS) ? unit.gloss() : null;
    }

    /** An article stands for nothing; another number word that counts nothing is part of a word. */
    private void article(Glossary.Match match) {
        if (match.gloss().weak()) {
            edits.add(Edit.of(at, match.end(), ""));
            at = match.end();
        } else {
            unknown();
        }
    }

    private void phrase(Glossary.Match found) {
        Glossary.Match match = contextual(found);
        if (match.gloss().is(Category.CURRENCIES) && currencyBefore(match)) {
            return;
        }
        edits.add(Edit.of(at, match.end(), english(match)));
        lower = match.gloss().is(Cue.TO) || match.gloss().is(Cue.AND) ? lower : null;
        paired &= match.gloss().is(Category.UNITS);
        at = match.end();
    }

    private void unknown() {
        int elided = glossary.elision(text, at);
        if (elided > 0 && isApostropheAfter(at + elided)) {
            edits.add(Edit.of(at, at + elided, ""));
            at += elided;
            return;
        }
        lower = null;
        paired = false;
        boolean unspaced = Script.isUnspaced(text.charAt(at));
        at++;
        while (!unspaced && at < text.length() && isWithinWord(at)) {
            at++;
        }
    }

    private boolean isWithinWord(int index) {
        char c = text.charAt(index);
        boolean joint =
                "._@".indexOf(c) >= 0 && index + 1 < text.length() && Boundary.isLetterOrDigit(text.charAt(index + 1));
        return (Boundary.isLetterOrDigit(c) && !Script.isUnspaced(c)) || joint;
    }

    /** The folded text has lost the apostrophe of {@code l'exemple}. */
    private boolean isApostropheAfter(int end) {
        int original = folded.originalEnd(end);
        return end < text.length()
                && original < folded.original().length()
                && "'\u2019".indexOf(folded.original().charAt(original)) >= 0;
    }

    /** Between two numbers without spaces a tilde is the sign of a range. */
    private void rangeSign(char c) {
        boolean between = lower != null
                && lower.to() == at
                && at + 1 < text.length()
                && Boundary.isLetterOrDigit(text.charAt(at + 1));
        if (c == '~' && between) {
            edits.add(Edit.of(at, at + 1, "-"));
        } else if (c == ',' && folded.typed(at, at + 1).equals(WIDE_COMMA)) {
            // It ends a clause, and groups no digits.
            edits.add(Edit.of(at, at + 1, ","));
            lower = null;
        } else if (c != ' ' && c != '-') {
            lower = null;
        }
    }
}
