package io.tunetally.interpreter.language;

import io.tunetally.interpreter.language.Edits.Edit;
import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.PhraseTrie;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the phrases and numbers of a message in another language by those of the English lexicon, in place, so that
 * every later stage reads one language and each value keeps its position in the original. Words without a translation
 * stay. One pass; the longest phrase at each position wins.
 */
final class Translator {
    private static final BigDecimal SMALLEST_WITHOUT_MULTIPLIER = BigDecimal.valueOf(1000);

    private static final String DOLLAR = "$";

    /** The rest of {@code gemma 2 9b}, whose digits are no numbers. */
    private static final Pattern VERSION_AND_SIZE = Pattern.compile(" \\d(?:\\.\\d)?[ -]\\d{1,3}b(?![a-z0-9])");

    /** A question for the cost of a year, unless a number of requests follows: {@code im Jahr 73.000 Mails}. */
    private static final String PER_YEAR = "per year";

    private static final String ONE = "1 x";

    /** The digits of a group of thousands. */
    private static final int GROUP = 3;

    private static final String CLAUSE_ENDS = ",;.!";

    /** The counters of anything in languages without spaces, which are no words for examples. */
    private static final String GENERAL_COUNTERS = "个個";

    /** They end a question that is written with a full stop: {@code 足りますか。} */
    private static final String QUESTION_ENDS = "か吗嗎";

    private static final String QUESTION_MARK = "?";

    private final Glossary glossary;
    private final NumberStyle style;
    private final PhraseTrie english;
    private final FoldedText folded;
    private final String text;
    private final Edits edits;
    private final CountedThings things;
    private final CountedGpus gpus;
    private final PostponedChanges changes;
    private final Ahead ahead;
    private static final String WIDE_COMMAS = "，、";

    private int at;
    /** The last number, if only the sign or word of a range can have followed it. */
    private @Nullable Edit lower;

    /** The last number. */
    private @Nullable Edit last;

    /** The number of a span of time that ends right here, or null. */
    private @Nullable Edit span;

    /** The beginning of the unknown letters that end right here, -1 if there are none. */
    private int unknownFrom = -1;

    private int unknownTo = -1;

    /** The last name or number, which the word right behind it may refuse: {@code togetherじゃなくて}. */
    private @Nullable Edit refusable;

    /** The end of the last name, or of the last number with its unit. */
    private int refusableTo = -1;

    /** The period of the next number of requests, which English says behind it; empty if there is none. */
    private String period = "";

    /** The position of the word behind which the period is said. */
    private int periodAt = -1;

    /** Whether what is counted in this clause is in each of the examples: {@code 每条8张图}. */
    private boolean contents;

    /** Whether a number precedes, with its unit at most. */
    private boolean paired;

    private Translator(Glossary glossary, PhraseTrie english, FoldedText folded) {
        this.glossary = glossary;
        this.english = english;
        this.folded = folded;
        edits = new Edits(folded);
        text = folded.text();
        style = new NumberStyle(glossary.language().decimalMark());
        ahead = new Ahead(glossary, style, text);
        things = new CountedThings(glossary, folded, this::isKnown);
        changes = new PostponedChanges(glossary, edits, text);
        gpus = new CountedGpus(glossary, style, english, text);
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
                contents &= CLAUSE_ENDS.indexOf(c) < 0;
                if (c == '%') {
                    changes.sign(at);
                }
                rangeSign(c);
                if (c == '.' && at > 0 && QUESTION_ENDS.indexOf(text.charAt(at - 1)) >= 0) {
                    edits.add(Edit.of(at, at + 1, QUESTION_MARK));
                }
                at++;
            }
        }
    }

    private void word() {
        Edit whole = whole();
        if (whole != null) {
            edits.add(whole);
            at = whole.to();
            lower = null;
            span = null;
            paired = false;
            return;
        }
        NumberWords.Composed number = grouped(NumberWords.read(glossary, style, text, at));
        Glossary.Match match = contextual(asTyped(glossary.longest(text, at)));
        int name = endOfName(at);
        int phraseEnd = match == null ? -1 : match.end();
        if (name > phraseEnd && name > at && (number == null || name >= number.end())) {
            int start = at;
            at = endOfVersion(name);
            passed(start);
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

    /** Keeps a name that was passed without a replacement. */
    private void passed(int from) {
        refusable(Edit.of(from, at, text.substring(from, at)));
    }

    private void refusable(Edit edit) {
        refusable = edit;
        refusableTo = at;
    }

    /** Returns the replacement of several words that begin here and are read as one, or null. */
    private @Nullable Edit whole() {
        Edit change = changes.at(at);
        int ordinal = ahead.endOfOrdinal(at);
        return change != null ? change : ordinal > 0 ? Edit.of(at, ordinal, "") : gpus.at(at);
    }

    private Glossary.@Nullable Match asTyped(Glossary.@Nullable Match found) {
        Gloss exact = found == null ? null : glossary.accented(folded.typed(at, found.end()));
        return found == null || exact == null ? found : new Glossary.Match(exact, found.end());
    }

    /** Returns the end of a name, or of a term of several words, that is the same in English; -1 if there is none. */
    private int endOfName(int at) {
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

    /** The {@code 2.5-7b} of {@code qwen2.5-7b}, a model without prices here. */
    private int endOfVersion(int name) {
        Matcher spaced = VERSION_AND_SIZE.matcher(text).region(name, text.length());
        int end = spaced.lookingAt() ? spaced.end() : name;
        while (end < text.length() && isOfVersion(end)) {
            end++;
        }
        return end;
    }

    private boolean isOfVersion(int index) {
        char c = text.charAt(index);
        boolean joint = ".-:_".indexOf(c) >= 0
                && index + 1 < text.length()
                && Boundary.isLetterOrDigit(text.charAt(index + 1))
                && !Script.isUnspaced(text.charAt(index + 1));
        return (Boundary.isLetterOrDigit(c) && !Script.isUnspaced(c)) || joint;
    }

    private boolean isKnown(int index) {
        return glossary.longest(text, index) != null || endOfName(index) > index;
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
        Gloss unit = ahead.unitAt(from);
        return unit != null && (!weak || unit.isTimeOrEpoch());
    }

    private void number(NumberWords.Composed number) {
        int money = endOfMoney(number.end());
        int end = Math.max(number.end(), money);
        dropNounBefore(number.end());
        boolean rate = at == periodAt;
        String sign = money > 0 ? DOLLAR : "";
        BigDecimal lowEnd = number.lower();
        String from = lowEnd == null ? "" : sign + Edits.plain(lowEnd) + " - ";
        String plain = from + sign + Edits.plain(number.value()) + (rate ? " " + period : "");
        Edit upper = new Edit(at, end, plain, number.value());
        BigDecimal low = lower == null ? null : lower.number();
        if (lower != null
                && low != null
                && number.isMultiplied()
                && low.compareTo(SMALLEST_WITHOUT_MULTIPLIER) < 0
                && low.multiply(number.multiplier()).compareTo(number.value()) < 0) {
            edits.multiply(lower, low, number.multiplier());
        }
        if (money > 0 && lower != null && low != null && isRange(lower) && low.compareTo(number.value()) < 0) {
            // "8 bis 12 $": both are money.
            edits.reword(lower, DOLLAR + Edits.plain(low));
        }
        boolean glued = (at > 0 && Script.isUnspaced(text.charAt(at - 1)))
                || (number.end() < text.length() && Script.isUnspaced(text.charAt(number.end())));
        if (money > 0 || glued || rate || !isPlain(at, number.end())) {
            edits.add(upper);
        }
        boolean counts = money < 0 && CountedThings.isCount(number.value(), isPlain(at, number.end()));
        lower = number.isMultiplied() ? null : upper;
        last = upper;
        changes.number(end);
        span = null;
        paired = true;
        at = end;
        skipGluedSuffix();
        int pictures = ahead.endOfPictures(at);
        if (pictures > 0) {
            edits.add(Edit.of(at, pictures, contents ? glossary.others() : glossary.examples()));
            contents = false;
            at = pictures;
            return;
        }
        if (counts && isGeneralCounter()) {
            edits.add(Edit.of(at, at + 1, ""));
            at++;
            end = at;
        }
        boolean named = ahead.unitAt(at) != null || glossary.behindNumber(text, at) != null;
        Edit thing = counts && at == end && !named ? things.behind(at) : null;
        if (thing != null) {
            edits.add(thing);
            at = thing.to();
        }
        refusable(upper);
    }

    /** {@code 配車係3人}: without spaces a noun that no lexicon has may stand before the number of its people, of whom English knows the counter. */
    private void dropNounBefore(int end) {
        Gloss unit = unknownTo == at ? ahead.unitAt(end) : null;
        if (unit != null && unit.is(Measure.OTHER)) {
            edits.add(Edit.of(unknownFrom, at, ""));
        }
    }

    private boolean isRange(Edit low) {
        Glossary.Match link = glossary.longest(text, Math.min(low.to() + 1, text.length() - 1));
        return link == null || link.gloss().is(Cue.TO);
    }

    /** Returns the whole of {@code 4 500 $}: English writes the sign before it, so that its groups are joined here. */
    private NumberWords.@Nullable Composed grouped(NumberWords.@Nullable Composed first) {
        if (first == null || !first.digits() || !isPlain(at, first.end()) || first.end() - at > GROUP) {
            return first;
        }
        int end = first.end();
        while (end + GROUP < text.length()
                && text.charAt(end) == ' '
                && isPlain(end + 1, end + 1 + GROUP)
                && (end + 1 + GROUP == text.length() || !Boundary.isDigit(text.charAt(end + 1 + GROUP)))) {
            end += GROUP + 1;
        }
        return end == first.end() || endOfMoney(end) < 0
                ? first
                : new NumberWords.Composed(
                        new BigDecimal(text.substring(at, end).replace(" ", "")),
                        first.multiplier(),
                        end,
                        true,
                        false,
                        first.parts(),
                        null);
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
        if (contents && paired && match.gloss().is(Category.UNITS)) {
            contents = false;
            if (match.gloss().is(Measure.ITEM) || match.gloss().is(Measure.EXAMPLE)) {
                return glossary.others();
            }
        }
        String phrase = match.gloss().english();
        int number = match.gloss().is(Cue.PER) ? ahead.endOfNumber(match.end()) : -1;
        if (number > 0 && (Ahead.isTimeOrEpoch(ahead.unitAt(number)) || endOfMoney(number) > 0)) {
            // "每两个月": without spaces the word for each is none for a duration.
            return glossary.isSpaced() || endOfMoney(number) > 0 ? glossary.lasting() : glossary.every();
        }
        if (match.gloss().is(Category.PERIODS) || PER_YEAR.equals(phrase)) {
            int unit = ahead.unitOfNext(
                    match.end(),
                    match.gloss().isPeriod(Measure.DAY),
                    !paired && ahead.opensClause(at),
                    !paired && ahead.isJoined(at));
            int counted = unit < 0 && match.gloss().isPeriod(Measure.DAY) ? ahead.bareNumber(match.end()) : unit;
            if (counted > 0) {
                period = phrase;
                periodAt = counted;
                return "";
            }
        }
        if (at != periodAt) {
            return phrase;
        }
        String counted = isIncoming(match) ? glossary.requests() : phrase;
        return counted + " " + period;
    }

    /** {@code 其中500条是空的，去掉}: a verb that is a clause of its own is about what was said before it. */
    private boolean isClause(int end) {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        boolean begins = before >= 0 && CLAUSE_ENDS.indexOf(text.charAt(before)) >= 0;
        return begins && (end == text.length() || CLAUSE_ENDS.indexOf(text.charAt(end)) >= 0);
    }

    /** {@code 1日60件}, {@code 每天60个}: a word of one letter counts anything. */
    private boolean isCounter(Glossary.Match match) {
        return !glossary.isSpaced() && match.end() == at + 1;
    }

    /** Without spaces, what comes in during a day is requests, by whichever word it is counted: {@code 每天收到130条消息}. */
    private boolean isIncoming(Glossary.Match match) {
        boolean data = match.gloss().is(Measure.EXAMPLE) || match.gloss().is(Measure.OTHER);
        return !glossary.isSpaced()
                && (match.gloss().is(Measure.ITEM) || match.gloss().is(Measure.TIMES) || (data && isCounter(match)));
    }

    /** {@code de 2.000 a 200}, {@code davon 90}, {@code 90 doppelt}: some words have a meaning between or beside numbers only. */
    private Glossary.@Nullable Match contextual(Glossary.@Nullable Match found) {
        Glossary.Match before = ahead.beforeNumber(at, found);
        if (before != null && !before.equals(found)) {
            return before;
        }
        Glossary.Match clause = glossary.clause(text, at);
        if (clause != null && Ahead.isAsLong(clause, found) && isClause(clause.end())) {
            return clause;
        }
        Glossary.Match behind = paired ? glossary.behindNumber(text, at) : null;
        if (behind != null && Ahead.isAsLong(behind, found)) {
            return behind;
        }
        Gloss between = paired && found != null ? glossary.betweenNumbers(text.substring(at, found.end())) : null;
        return found != null && between != null && isDigitAt(found.end())
                ? new Glossary.Match(between, found.end())
                : found;
    }

    private boolean isDigitAt(int from) {
        int next = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
        return next < text.length() && Boundary.isDigit(text.charAt(next));
    }

    /** {@code 100个}: the word counts anything, and English leaves it out, but not {@code 100个人}. */
    private boolean isGeneralCounter() {
        Glossary.Match counter = at < text.length() && at != periodAt && GENERAL_COUNTERS.indexOf(text.charAt(at)) >= 0
                ? glossary.longest(text, at)
                : null;
        return counter != null && isCounter(counter);
    }

    /** {@code 每条}, {@code 每个样本}: without spaces the word for each is one with what it is said of. */
    private boolean isOfEachExample(Glossary.Match match) {
        Glossary.Match noun =
                match.gloss().is(Cue.EACH) && !glossary.isSpaced() ? glossary.longest(text, at + 1) : null;
        return noun != null && noun.end() == match.end() && noun.gloss().is(Measure.EXAMPLE);
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
        // "一块2080ti" is a card.
        boolean name = number != null
                && number.end() < text.length()
                && Boundary.isLetter(text.charAt(number.end()))
                && !Script.isUnspaced(text.charAt(number.end()));
        if (number == null || behind || name) {
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

    /** An article stands for nothing, but counts a GPU, {@code une L40S}; another number word that counts nothing is part of a word. */
    private void article(Glossary.Match match) {
        if (match.gloss().weak()) {
            edits.add(Edit.of(at, match.end(), gpus.isBehind(match.end()) ? ONE : ""));
            at = match.end();
        } else {
            unknown();
        }
    }

    private void phrase(Glossary.Match match) {
        if (match.gloss().is(Category.CURRENCIES) && currencyBefore(match)) {
            return;
        }
        boolean refused = refusableTo == at && match.gloss().weak() && refuses(match.gloss());
        Edit before = refused ? refusable : match.gloss().is(Cue.EVERY) ? span : null;
        if (before != null && !glossary.isSpaced()) {
            postponed(match, before);
            return;
        }
        contents |=
                isOfEachExample(match) || (!glossary.isSpaced() && match.gloss().is(Category.KNOBS));
        Edit phrase = Edit.of(at, match.end(), english(match));
        edits.add(phrase);
        lower = match.gloss().is(Cue.TO) || match.gloss().is(Cue.AND) ? lower : null;
        paired = changes.keep(match.gloss(), phrase) || (paired && match.gloss().is(Category.UNITS));
        span = paired && match.gloss().isTimeOrEpoch() ? last : null;
        at = match.end();
        if (paired && last != null && match.gloss().is(Category.UNITS)) {
            refusable(last);
        } else if (match.gloss().is(Category.METHODS)) {
            refusable(phrase);
        }
    }

    /**
     * {@code 3か月ごと}, {@code 两个月一次}, {@code 2年ではなく}, {@code togetherじゃなくて}: without spaces some words stand behind what
     * they are said of, and English says them before.
     */
    private void postponed(Glossary.Match word, Edit before) {
        edits.lead(before, word.gloss().english());
        edits.add(Edit.of(at, word.end(), refuses(word.gloss()) ? "," : ""));
        at = word.end();
        lower = null;
        span = null;
        paired = false;
    }

    private static boolean refuses(Gloss gloss) {
        return gloss.is(Cue.NOT) || gloss.is(Cue.INSTEAD_OF);
    }

    private void unknown() {
        int elided = glossary.elision(text, at);
        if (elided > 0 && isApostropheAfter(at + elided)) {
            edits.add(Edit.of(at, at + elided, ""));
            at += elided;
            return;
        }
        lower = null;
        span = null;
        paired = false;
        boolean unspaced = Script.isUnspaced(text.charAt(at));
        int start = at;
        at++;
        while (!unspaced && at < text.length() && isWithinWord(at)) {
            at++;
        }
        if (unspaced) {
            unknownFrom = unknownTo == start ? unknownFrom : start;
            unknownTo = at;
        } else {
            passed(start);
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
        } else if (c == ',' && WIDE_COMMAS.contains(folded.typed(at, at + 1))) {
            // It ends a clause, and groups no digits.
            edits.add(Edit.of(at, at + 1, ahead.adds(at + 1) ? "" : ","));
            lower = null;
        } else if (c != ' ' && c != '-') {
            lower = null;
        }
    }
}
