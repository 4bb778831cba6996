package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.Boundary;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Family;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.PhraseTrie;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.text.FoldedText;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Splits folded text into tokens in one pass: at every word first the longest phrase of the lexicon, so that a model's
 * name is never read as a number, then numbers, then words.
 */
public final class Lexer {
    /** The token limit, above any real request; the rest of a longer message is not read. */
    public static final int MAXIMUM_TOKENS = 512;

    /** Characters per token, including white space. */
    private static final int USUAL_LENGTH = 6;

    /** The characters before the point of a decimal without a whole part. */
    private static final String BEFORE_DECIMAL = " =(/,:~<>$";

    /** A larger number of GPUs is none. */
    private static final int MOST_DIGITS_OF_GPUS = 3;

    private static final int THOUSAND = 3;

    private final PhraseTrie phrases;
    private final String text;
    private final FoldedText folded;
    private final int limit;
    private final NumberScanner numbers;
    private Token[] tokens;
    private int count;
    private int at;
    private boolean spaced = true;

    private Lexer(PhraseTrie phrases, FoldedText folded) {
        this.phrases = phrases;
        this.folded = folded;
        text = folded.text();
        limit = folded.length();
        numbers = new NumberScanner(text, limit);
        tokens = new Token[limit / USUAL_LENGTH + 2];
    }

    public static Token[] tokens(PhraseTrie phrases, FoldedText folded) {
        Lexer lexer = new Lexer(phrases, folded);
        lexer.run();
        return Arrays.copyOf(lexer.tokens, lexer.count);
    }

    private void run() {
        while (at < limit && count < MAXIMUM_TOKENS) {
            char c = text.charAt(at);
            if (c == ' ' || c == '"' || isQuoteOfKey(c)) {
                spaced = true;
                at++;
            } else if (c == '.' && endsAbbreviation()) {
                at++;
            } else if (c == '\n') {
                add(Token.of(Token.Kind.BREAK, at, at + 1, true));
                spaced = true;
            } else {
                piece(c);
                spaced = false;
            }
        }
    }

    /** The quote behind the name in {@code 'train_samples': 6041}. */
    private boolean isQuoteOfKey(char c) {
        return c == '\'' && at > 0 && at + 1 < limit && text.charAt(at + 1) == ':';
    }

    /** The point of {@code approx. 4M} ends no sentence. */
    private boolean endsAbbreviation() {
        Token last = count == 0 ? null : tokens[count - 1];
        boolean about = last != null && last.end == at && (last.is(Cue.ABOUT) || last.is(Cue.AVERAGE));
        int next = at + 1 < limit && text.charAt(at + 1) == ' ' ? at + 2 : at + 1;
        return about && next < limit && Boundary.isDigit(text.charAt(next));
    }

    private void add(Token token) {
        if (count == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * count);
        }
        tokens[count++] = token;
        at = token.end;
    }

    private void piece(char c) {
        long match = withoutCount(withoutName(phrases.longest(text, at, limit)));
        if (match != 0 && isWanted(c, phrases.lexeme(match)) && !isSumBeforeName(c) && !isSignOfNumber(c)) {
            int end = PhraseTrie.end(match);
            add(
                    isFile(end)
                            ? Token.of(Token.Kind.CODE, at, alphanumericEnd(at), spaced)
                            : Token.lexeme(at, end, spaced, phrases.lexeme(match)));
        } else if (Boundary.isDigit(c) || isPointOfDecimal(c)) {
            number();
        } else if (Boundary.isLetter(c)) {
            if (!multipliedGpu()) {
                word();
            }
        } else if (c == '#' && at + 1 < limit && Boundary.isDigit(text.charAt(at + 1))) {
            add(Token.of(Token.Kind.CODE, at, alphanumericEnd(at + 1), spaced));
        } else {
            add(Token.symbol(at, spaced, c));
        }
    }

    /** The sign of {@code for less than 5$?}: no {@code $?} that asks for the cost. */
    private boolean isSignOfNumber(char c) {
        return c == '$' && at > 0 && Boundary.isDigit(text.charAt(at - 1));
    }

    /** The point of {@code .3k out}, but not that of {@code v.3} and of {@code 1..3}. */
    private boolean isPointOfDecimal(char c) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        return c == '.'
                && at + 1 < limit
                && Boundary.isDigit(text.charAt(at + 1))
                && BEFORE_DECIMAL.indexOf(before) >= 0;
    }

    /** Adds the name and the sign of {@code A100x2}, or returns false if none begins here. */
    private boolean multipliedGpu() {
        int end = alphanumericEnd(at);
        int sign = text.lastIndexOf('x', end - 1);
        if (sign <= at
                || sign + 1 >= end
                || sign + 1 + MOST_DIGITS_OF_GPUS < end
                || !Boundary.isDigit(text.charAt(at + 1))) {
            return false;
        }
        for (int i = sign + 1; i < end; i++) {
            if (!Boundary.isDigit(text.charAt(i))) {
                return false;
            }
        }
        long match = phrases.longest(text, at, sign);
        if (match == 0 || PhraseTrie.end(match) != sign || phrases.lexeme(match).sense() != Category.GPUS) {
            return false;
        }
        add(Token.lexeme(at, sign, spaced, phrases.lexeme(match)));
        add(Token.symbol(at, false, 'x'));
        return true;
    }

    /** In {@code gpu h100} the letter begins a name and does not end {@code gpuh}. */
    private long withoutName(long match) {
        int end = match == 0 ? limit : PhraseTrie.end(match);
        if (end >= limit || !Boundary.isDigit(text.charAt(end)) || !Boundary.isLetter(text.charAt(end - 1))) {
            return match;
        }
        int space = end - 1;
        while (space > at && text.charAt(space) != ' ') {
            space--;
        }
        boolean name = space > at && PhraseTrie.end(phrases.longest(text, space + 1, limit)) > end;
        return name ? phrases.longest(text, at, space) : match;
    }

    /** In {@code gemini flash 2 epochs} the number counts the following unit and is not a version. */
    private long withoutCount(long match) {
        if (match == 0 || phrases.lexeme(match).sense() != Category.MODELS) {
            return match;
        }
        int end = PhraseTrie.end(match);
        int number = end;
        while (number > at && Boundary.isDigit(text.charAt(number - 1))) {
            number--;
        }
        boolean separate = number < end && number > at && text.charAt(number - 1) == ' ';
        if (!separate || end >= limit) {
            return match;
        }
        if (text.charAt(end) == '-' && end + 1 < limit && Boundary.isDigit(text.charAt(end + 1))) {
            return phrases.longest(text, at, number - 1);
        }
        if (text.charAt(end) != ' ') {
            return match;
        }
        return countsWhatFollows(end + 1) ? phrases.longest(text, at, number - 1) : match;
    }

    /** {@code epochs}, or {@code training hours}: a unit, possibly after a word that specifies it. */
    private boolean countsWhatFollows(int from) {
        long following = phrases.longest(text, from, limit);
        if (following == 0) {
            return false;
        }
        int next = PhraseTrie.end(following) + 1;
        if (phrases.lexeme(following).sense() == Category.CUES && next < limit) {
            following = phrases.longest(text, next, limit);
        }
        Category category =
                following == 0 ? Category.CUES : phrases.lexeme(following).sense();
        return category == Category.UNITS || category == Category.MULTIPLIERS;
    }

    /** The 15 of {@code $15 flash lite} is no version 1.5. */
    private boolean isSumBeforeName(char first) {
        return Boundary.isDigit(first) && at > 0 && text.charAt(at - 1) == '$';
    }

    // Only names begin with a digit; "100 a day" is a number and a rate.
    private static boolean isWanted(char first, Lexeme lexeme) {
        return !Boundary.isDigit(first)
                || switch (lexeme.sense()) {
                    case MODELS, TIERS, NEUTRAL_TIERS, GPUS, KNOBS -> true;
                    default -> false;
                };
    }

    private boolean isNamed() {
        Token before = count == 0 ? null : tokens[count - 1];
        return before != null
                && (before.isSymbol('=')
                        || (before.isSymbol(':') && isUnitBeforeColon())
                        || before.isSymbol('-')
                        || before.isSymbol('~')
                        || (before.is(Category.UNITS) && !countsBefore())
                        || before.is(Category.KNOBS)
                        || isSumBeforeCount(before));
    }

    /** {@code $120 500 tokens each}, but not {@code $1 500 in all}: what has a unit is no part of a sum. */
    private boolean isSumBeforeCount(Token before) {
        int first = before.isSymbol('$') ? endOfDigits(at) : limit;
        int second = first < limit && text.charAt(first) == ' ' ? endOfDigits(first + 1) : limit;
        return second < limit && second > first + 1 && text.charAt(second) == ' ' && countsWhatFollows(second + 1);
    }

    private int endOfDigits(int from) {
        int end = from;
        while (end < limit && Boundary.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    // "epochs: 3 500 tokens", but not "legal corpus: 9 500 documents" or "for the coding model: 17 600 claims".
    private boolean isUnitBeforeColon() {
        Token named = count < 2 ? null : tokens[count - 2];
        // "5 000 tickets : 2 600 en français": the unit has its number before it.
        boolean counted = folded.isTranslated() && count > 2 && tokens[count - 3].isNumber();
        return named != null
                && !counted
                && ((named.is(Category.UNITS) && !named.is(Trait.MODEL_NOUN)) || named.is(Category.KNOBS));
    }

    /** In {@code 3 epochs 2 400 rows} the units follow their numbers, in {@code examples 1000 epochs 3} they name them. */
    private boolean countsBefore() {
        int first = count - 1;
        // In "20 runs sequence length 603 576-3860 input tokens" the last unit has no number before it.
        boolean counted = first > 0 && tokens[first - 1].isNumber();
        Measure last = tokens[first].measure();
        if (folded.isTranslated() && first > 0 && last != null && last.isTime() && tokens[first - 1].is(Cue.PER)) {
            // "400 requêtes/jour 1 200 exemples"
            return true;
        }
        while (first > 0 && isOfCounts(tokens[first - 1])) {
            first--;
        }
        return counted && tokens[first].isNumber();
    }

    /** A part of {@code 3 400 req/day 24 months}. */
    private static boolean isOfCounts(Token token) {
        return token.isNumber() || token.is(Category.UNITS) || token.isSymbol('/') || token.is(Cue.PER);
    }

    /** The 3 of {@code deepseek v3 500 ex}, of {@code qwen 3 200 rows}. */
    private boolean endsName(int digit) {
        Token before = count == 0 ? null : tokens[count - 1];
        // "2000->400 500/day": the second of a pair ends at the space.
        boolean second = before != null && before.end == digit && before.is(Trait.ARROW);
        if (second || (digit > 0 && Boundary.isLetter(text.charAt(digit - 1)))) {
            return true;
        }
        return before != null
                && before.lexeme != null
                && before.lexeme.code() instanceof Family family
                && digit + 1 < limit
                && text.charAt(digit + 1) == ' '
                && family.versions().contains(text.substring(digit, digit + 1));
    }

    /** {@code train.py}, {@code examples.jsonl}. */
    private boolean isFile(int end) {
        if (end >= limit || text.charAt(end) != '.' || !Boundary.isLetter(text.charAt(end - 1))) {
            return false;
        }
        int tail = end + 1;
        while (tail < limit && tail < end + 6 && Boundary.isLetter(text.charAt(tail))) {
            tail++;
        }
        return tail > end + 2 && (tail == limit || !Boundary.isLetterOrDigit(text.charAt(tail)));
    }

    private void number() {
        int start = at;
        numbers.scan(start, isNamed(), endsName(start));
        int end = numbers.end();
        if (numbers.isCode()) {
            add(Token.of(Token.Kind.CODE, start, alphanumericEnd(end), spaced));
            return;
        }
        if (end < limit && Boundary.isLetter(text.charAt(end)) && !Boundary.isOtherScript(text.charAt(end))) {
            suffixed(start, end);
        } else {
            add(Token.number(start, end, spaced, numbers.numeral()));
        }
    }

    private void suffixed(int start, int end) {
        char c = text.charAt(end);
        long match = phrases.longest(text, end, limit);
        Category category = match == 0 ? null : phrases.lexeme(match).sense();
        if (category == Category.MULTIPLIERS) {
            int power = Integer.parseInt(phrases.lexeme(match).value());
            add(Token.number(start, PhraseTrie.end(match), spaced, numbers.times(power)));
        } else if (category == Category.UNITS
                || category == Category.RATES
                || category == Category.CURRENCIES
                || isCue(match)) {
            add(Token.number(start, end, spaced, numbers.numeral()));
        } else if (c == 'k' && isDigitOfThousands(start, end)) {
            BigDecimal hundreds = BigDecimal.valueOf(text.charAt(end + 1) - '0').movePointLeft(1);
            Numeral thousands = Numeral.of(numbers.numeral().value().add(hundreds));
            add(Token.number(start, end + 2, spaced, thousands.times(THOUSAND)));
        } else if (c == 'x' && isFactor(end) && !isDayAndNight(start, end)) {
            add(Token.number(start, end, spaced, numbers.numeral()));
            add(Token.symbol(end, false, 'x'));
        } else if ((c == 'k' || c == 'm' || c == 'b') && isSuffix(end)) {
            add(Token.number(start, end + 1, spaced, withSuffix(c, end)));
            if (isTimesSignOfThousands(end + 1)) {
                add(Token.symbol(at, false, 'x'));
            }
        } else {
            add(Token.of(Token.Kind.CODE, start, alphanumericEnd(end), spaced));
        }
    }

    /** The 5 of {@code 3k5}, which is 3,500; in {@code 4k60} and {@code 2.5k1} it is none. */
    private boolean isDigitOfThousands(int start, int letter) {
        int digit = letter + 1;
        boolean one = digit < limit
                && Boundary.isDigit(text.charAt(digit))
                && !(digit + 1 < limit && Boundary.isLetterOrDigit(text.charAt(digit + 1)));
        for (int i = start; one && i < letter; i++) {
            one = Boundary.isDigit(text.charAt(i));
        }
        return one;
    }

    /** {@code 300in/80out}, {@code 800ish}. */
    private boolean isCue(long match) {
        Cue cue = match == 0 ? null : phrases.lexeme(match).cue();
        return cue == Cue.IN || cue == Cue.OUT || cue == Cue.INPUT || cue == Cue.OUTPUT || cue == Cue.ABOUT;
    }

    private Numeral withSuffix(char c, int at) {
        if (c == 'k') {
            return numbers.times(3);
        }
        return c == 'm' && folded.isUpperCase(at) ? numbers.times(6) : numbers.suffixed(c);
    }

    /** {@code 24x7}, which multiplies nothing. */
    private boolean isDayAndNight(int start, int x) {
        return x - start == 2
                && x + 1 < limit
                && text.charAt(start) == '2'
                && text.charAt(start + 1) == '4'
                && text.charAt(x + 1) == '7'
                && !(x + 2 < limit && Boundary.isLetterOrDigit(text.charAt(x + 2)));
    }

    private boolean isFactor(int x) {
        if (x + 1 >= limit || !Boundary.isLetterOrDigit(text.charAt(x + 1)) || Boundary.isDigit(text.charAt(x + 1))) {
            return true;
        }
        return phrases.longest(text, x + 1, limit) != 0;
    }

    /** The sign of {@code 18kx1.5k}. */
    private boolean isTimesSignOfThousands(int x) {
        return x + 1 < limit && text.charAt(x) == 'x' && Boundary.isDigit(text.charAt(x + 1));
    }

    private boolean isSuffix(int letter) {
        if (isTimesSignOfThousands(letter + 1)) {
            return text.charAt(letter) != 'b';
        }
        if (letter + 1 >= limit
                || !Boundary.isLetterOrDigit(text.charAt(letter + 1))
                || Boundary.isOtherScript(text.charAt(letter + 1))) {
            return true;
        }
        long match = phrases.longest(text, letter + 1, limit);
        return match != 0 && phrases.lexeme(match).sense() == Category.UNITS;
    }

    private void word() {
        int end = at;
        if (isTimesSign()) {
            add(Token.symbol(at, spaced, 'x'));
            return;
        }
        boolean otherScript = Boundary.isOtherScript(text.charAt(at));
        while (end < limit
                && Boundary.isLetter(text.charAt(end))
                && Boundary.isOtherScript(text.charAt(end)) == otherScript) {
            end++;
        }
        if ((end + 1 < limit && isJoint(text.charAt(end)) && Boundary.isLetterOrDigit(text.charAt(end + 1)))
                || (end < limit && Boundary.isDigit(text.charAt(end)))) {
            add(Token.of(Token.Kind.CODE, at, alphanumericEnd(end), spaced));
        } else {
            add(Token.of(Token.Kind.WORD, at, end, spaced));
        }
    }

    /** The letter of {@code letters x1900}, {@code x2 replicas}, but not of {@code x86_64}. */
    private boolean isTimesSign() {
        boolean begins = at == 0 || !Boundary.isLetterOrDigit(text.charAt(at - 1));
        if (text.charAt(at) != 'x' || !begins) {
            return false;
        }
        int digit = at + 1;
        while (digit < limit && Boundary.isDigit(text.charAt(digit))) {
            digit++;
        }
        boolean thousands = digit < limit && text.charAt(digit) == 'k';
        int end = thousands ? digit + 1 : digit;
        boolean joined = end < limit
                && (Boundary.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_' || text.charAt(end) == '-');
        return digit > at + 1 && text.charAt(at + 1) != '0' && !joined;
    }

    private static boolean isJoint(char c) {
        return c == '_' || c == '@' || c == '.';
    }

    /** Returns the end of a name such as {@code train_1000.jsonl}. */
    private int alphanumericEnd(int from) {
        int end = from;
        while (end < limit
                && (Boundary.isLetterOrDigit(text.charAt(end))
                        || (isJoint(text.charAt(end))
                                && end + 1 < limit
                                && Boundary.isLetterOrDigit(text.charAt(end + 1))))) {
            end++;
        }
        return Math.max(end, from);
    }
}
