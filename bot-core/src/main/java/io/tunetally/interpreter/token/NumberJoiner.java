package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Joins tokens that form one number, in place: words, multipliers, signs, approximations and ranges. */
public final class NumberJoiner {
    /** The maximum length of an answer such as {@code just one}. */
    private static final int SHORT_ANSWER = 2;
    /** {@code one full pass}: the maximum distance to the unit. */
    private static final int REACH_OF_ONE = 3;

    private final Token[] tokens;
    private final String text;
    /** The tokens; the first {@link #size} are valid. */
    private final Token[] joined;

    private int size;
    private int at;

    private NumberJoiner(Token[] tokens, String text) {
        this.tokens = tokens;
        this.text = text;
        // The result is never longer than the tokens read so far, so it can overwrite them.
        joined = tokens;
    }

    /** Joins the tokens of a folded text at the beginning of a conversation. */
    public static Token[] join(Token[] tokens, String text) {
        return join(tokens, text, BigDecimal.ZERO);
    }

    /**
     * Joins the tokens of a folded text.
     *
     * @param remembered the number of examples that the conversation is about, or 0
     */
    public static Token[] join(Token[] tokens, String text, BigDecimal remembered) {
        NumberStyle.settle(tokens, text);
        NumberStyle.settleCounts(tokens, text);
        NumberStyle.settleLike(tokens, text, remembered);
        NumberJoiner joiner = new NumberJoiner(tokens, text);
        joiner.run();
        return joiner.size == tokens.length ? tokens : Arrays.copyOf(tokens, joiner.size);
    }

    private void run() {
        while (at < tokens.length) {
            Token token = tokens[at];
            if (token.isNumber()) {
                at++;
                add(multiplied(token, token.start, token.numeral()));
            } else if ((token.is(Category.NUMBERS) && !isPronoun(token)) || startsWordNumber(token)) {
                words(token);
            } else if (isWithinName(token)) {
                at++;
            } else {
                at++;
                joined[size++] = token;
            }
        }
    }

    /** The separator in {@code tokens_per_example=350} and {@code tokens-per-row 500}. */
    private boolean isWithinName(Token token) {
        boolean mark = (token.isSymbol('_') || token.isSymbol('-')) && !token.spaced;
        Token before = size == 0 ? null : joined[size - 1];
        Token after = at + 1 < tokens.length ? tokens[at + 1] : null;
        return mark
                && before != null
                && after != null
                && before.is(Measure.TOKEN)
                && after.is(Cue.EACH)
                && !after.spaced;
    }

    /** The {@code one} of {@code which one is cheaper}: it counts only with a unit after it. */
    private boolean isPronoun(Token token) {
        if (token.lexeme == null || !token.lexeme.weak() || tokens.length <= SHORT_ANSWER) {
            return false;
        }
        // "half the rows" is a part, no half row.
        if (at + 1 < tokens.length && (tokens[at + 1].is(Trait.DEFINITE_ARTICLE) || tokens[at + 1].is(Trait.PRONOUN))) {
            return true;
        }
        for (int i = at + 1; i < Math.min(tokens.length, at + 1 + REACH_OF_ONE); i++) {
            Token next = tokens[i];
            if (next.is(Category.UNITS)
                    || next.is(Category.MULTIPLIERS)
                    || next.is(Category.NUMBERS)
                    || next.is(Category.GPUS)
                    || next.is(Cue.SELF_HOST)) {
                return false;
            }
            if (next.kind == Token.Kind.SYMBOL ? !next.isSymbol('-') : next.is(Cue.IS) || next.is(Cue.OF)) {
                return true;
            }
        }
        return true;
    }

    private boolean startsWordNumber(Token token) {
        if (token.is(Cue.ARTICLE) && isSpanOfTime()) {
            return true;
        }
        // "Grand drying weather", "the paper mill": without a number, or an article where it takes one, it is no
        // amount.
        if (token.is(Category.MULTIPLIERS) && token.is(Trait.BEHIND_NUMBER)) {
            return false;
        }
        // In "a few hundred" the hundred alone is not an amount.
        if (token.is(Category.MULTIPLIERS) && size > 0 && joined[size - 1].is(Cue.FEW)) {
            return false;
        }
        return (token.is(Cue.ARTICLE) || token.is(Category.MULTIPLIERS)) && hasMultiplierNext(token);
    }

    /** {@code for a year}, {@code over a quarter}, {@code 40 requests/hour, a year}. */
    private boolean isSpanOfTime() {
        int last = size - 1;
        boolean led =
                last >= 0 && (joined[last].is(Cue.OVER) || joined[last].is(Cue.FOR) || joined[last].is(Cue.WHAT_ABOUT));
        Measure next = at + 1 < tokens.length ? tokens[at + 1].measure() : null;
        led |= last >= 0 && joined[last].is(Category.UNITS) && isTime(joined[last]);
        led |= last >= 0 && joined[last].isSymbol(',');
        boolean rate = last >= 0 && joined[last].is(Category.UNITS) && !isTime(joined[last]);
        led |= !rate && at + 2 < tokens.length && tokens[at + 2].is(Cue.INSTEAD);
        return led && next != null && next.isTime() && tokens[at + 1].is(Category.UNITS);
    }

    /** {@code 1k requests/day a quarter}: the rate is complete, so the rest is a span of time. */
    private static boolean isTime(Token token) {
        Measure measure = token.measure();
        return measure != null && measure.isTime();
    }

    private boolean hasMultiplierNext(Token token) {
        int next = token.is(Cue.ARTICLE) ? at + 1 : at;
        if (next >= tokens.length) {
            return false;
        }
        Token multiplier = tokens[next];
        return (multiplier.is(Category.MULTIPLIERS)
                        && multiplier.end - multiplier.start > 2
                        && (!multiplier.is(Trait.BEHIND_NUMBER) || multiplier.is(Trait.TAKES_ARTICLE)))
                || (token.is(Cue.ARTICLE) && multiplier.is(Category.NUMBERS) && multiplier.is(Trait.TAKES_ARTICLE));
    }

    /** {@code two thousand five hundred}: parts below a multiplier add up, a multiplier multiplies the parts before it. */
    private void words(Token first) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal part = BigDecimal.ZERO;
        int scaled = 0;
        int end = first.end;
        int from = at;
        if (first.is(Cue.ARTICLE)) {
            at++;
            part = isSpanOfTimeAt(at) ? BigDecimal.ONE : part;
        }
        boolean between = size > 0 && joined[size - 1].is(Cue.BETWEEN);
        while (at < tokens.length
                && (isNumberWord(tokens[at], from)
                        || (isAndWithin(at) && !(between && isLastAnd(at)))
                        || isHyphenWithin(at)
                        || isPointWithin(at))) {
            Token token = tokens[at];
            if (isSpokenAnd(token) || token.isSymbol('-')) {
                at++;
                continue;
            }
            if (isPointWithin(at)) {
                part = withDecimals(part);
                end = tokens[at - 1].end;
                continue;
            }
            BigDecimal value = new BigDecimal(valueOf(token));
            if (token.is(Category.NUMBERS)) {
                scaled = 0;
                part = joined(part, token, value);
            } else {
                int power = value.intValueExact();
                scaled = total.signum() == 0 ? scaled + power : 0;
                BigDecimal one = part.signum() == 0 ? BigDecimal.ONE : part;
                if (power == 2) {
                    part = one.scaleByPowerOfTen(power);
                } else {
                    total = total.add(one.scaleByPowerOfTen(power));
                    part = BigDecimal.ZERO;
                }
            }
            end = token.end;
            at++;
        }
        Numeral numeral = new Numeral(total.add(part), null, scaled, ' ', false, List.of());
        add(Token.number(first.start, end, first.spaced, numeral));
    }

    /** The sum of the parts, the product of {@code three dozen}. */
    private static BigDecimal joined(BigDecimal part, Token token, BigDecimal value) {
        if (token.is(Trait.DOZEN) && part.signum() > 0) {
            return part.multiply(value);
        }
        return isSpokenHundred(part, value) ? part.scaleByPowerOfTen(2).add(value) : part.add(value);
    }

    /** {@code three point one}. */
    private boolean isPointWithin(int index) {
        return index > 0
                && tokens[index].is(Trait.SPOKEN_POINT)
                && tokens[index - 1].is(Category.NUMBERS)
                && isDigitWord(index + 1);
    }

    private boolean isDigitWord(int index) {
        return index < tokens.length
                && tokens[index].is(Category.NUMBERS)
                && valueOf(tokens[index]).length() == 1;
    }

    /** Reads the digits behind a point: the {@code two five} of {@code one point two five}. */
    private BigDecimal withDecimals(BigDecimal whole) {
        BigDecimal value = whole;
        at++;
        for (int digits = 1; isDigitWord(at); digits++) {
            value = value.add(new BigDecimal(valueOf(tokens[at])).movePointLeft(digits));
            at++;
        }
        return value;
    }

    /** The {@code three} of {@code three fifty}, spoken for 350: one digit before tens never adds to them. */
    private static boolean isSpokenHundred(BigDecimal digit, BigDecimal tens) {
        return digit.signum() > 0 && digit.compareTo(BigDecimal.TEN) < 0 && tens.compareTo(BigDecimal.TEN) >= 0;
    }

    /** {@code three hundred and fifty}, {@code three hundred an fifty}. */
    private boolean isAndWithin(int index) {
        return index > 0
                && index + 1 < tokens.length
                && isSpokenAnd(tokens[index])
                && tokens[index - 1].is(Category.MULTIPLIERS)
                && tokens[index + 1].is(Category.NUMBERS);
    }

    /** The {@code and} of {@code between one thousand and fifteen hundred}: no other follows between its numbers. */
    private boolean isLastAnd(int and) {
        int next = and + 1;
        while (next < tokens.length
                && (tokens[next].is(Category.NUMBERS)
                        || tokens[next].is(Category.MULTIPLIERS)
                        || tokens[next].isSymbol('-'))) {
            next++;
        }
        return !(next < tokens.length && isAndWithin(next));
    }

    private static boolean isSpokenAnd(Token token) {
        return token.is(Cue.AND) || token.is(Trait.SPOKEN_AND);
    }

    /** {@code sixty-four hundred}. */
    private boolean isHyphenWithin(int index) {
        return index > 0
                && index + 1 < tokens.length
                && tokens[index].isSymbol('-')
                && !tokens[index].spaced
                && !tokens[index + 1].spaced
                && tokens[index - 1].is(Category.NUMBERS)
                && (tokens[index + 1].is(Category.NUMBERS) || tokens[index + 1].is(Category.MULTIPLIERS));
    }

    private boolean isSpanOfTimeAt(int index) {
        return index < tokens.length && tokens[index].is(Category.UNITS);
    }

    private boolean isNumberWord(Token token, int from) {
        // "three three" is said twice, "three thousand three hundred" is not.
        boolean again = at > from
                && tokens[at - 1].is(Category.NUMBERS)
                && valueOf(tokens[at - 1]).equals(valueOf(token));
        boolean number = token.is(Category.NUMBERS) && !again && !isSizeOfNext(from);
        return number || (token.is(Category.MULTIPLIERS) && token.end - token.start > 2);
    }

    /** The {@code fifty} of {@code two fifty-page manuals}: it says what each of the two is. */
    private boolean isSizeOfNext(int from) {
        return at > from
                && at + 2 < tokens.length
                && tokens[at + 1].isSymbol('-')
                && !tokens[at + 1].spaced
                && !tokens[at + 2].spaced
                && tokens[at + 2].is(Category.UNITS);
    }

    private static String valueOf(Token token) {
        return token.lexeme == null ? "" : token.lexeme.value();
    }

    private Token multiplied(Token token, int start, Numeral written) {
        int half = at;
        Numeral numeral = withHalf(written);
        if (at < tokens.length) {
            Token next = tokens[at];
            boolean hyphen = next.isSymbol('-') && !next.spaced && at + 1 < tokens.length;
            Token word = hyphen ? tokens[at + 1] : next;
            // A "10-K" is a form, "10-thousand" a number.
            boolean letter = hyphen && word.end - word.start == 1;
            if (numeral.scaled() == 0 && numeral.suffix() == ' ' && isLetterOfTokens(at)) {
                int power = text.charAt(next.start) == 'm' ? 6 : 9;
                at++;
                return Token.number(start, next.end, token.spaced, numeral.times(power));
            }
            if (next.is(Trait.DOZEN) && numeral.scaled() == 0 && numeral.suffix() == ' ') {
                at++;
                BigDecimal dozen = new BigDecimal(valueOf(next));
                return Token.number(start, next.end, token.spaced, numeral.converted(dozen::multiply));
            }
            if (!letter && word.is(Category.MULTIPLIERS) && numeral.scaled() == 0 && numeral.suffix() == ' ') {
                at += hyphen ? 2 : 1;
                int power = Integer.parseInt(valueOf(word));
                return withRest(Token.number(start, word.end, token.spaced, numeral.times(power)), power);
            }
        }
        return at == half ? token : Token.number(start, tokens[half].end, token.spaced, numeral);
    }

    /** The letter of {@code 20 M tokens}, {@code 1.5 B training tokens}, {@code 1,5 M de tokens}: alone it is as often a metre or a name. */
    private boolean isLetterOfTokens(int index) {
        Token letter = tokens[index];
        if (letter.end - letter.start != 1 || (text.charAt(letter.start) != 'm' && text.charAt(letter.start) != 'b')) {
            return false;
        }
        int unit = index + 1;
        if (unit < tokens.length && (tokens[unit].is(Cue.OF) || tokens[unit].is(Cue.TRAINING))) {
            unit++;
        }
        return unit < tokens.length && tokens[unit].is(Measure.TOKEN);
    }

    /** {@code 2 and a half thousand}, {@code 2 and a half years}, where a multiplier or a long time follows; {@code 2 and a half hours} is read by its unit. */
    private Numeral withHalf(Numeral whole) {
        boolean half = at + 1 < tokens.length
                && tokens[at].is(Category.NUMBERS)
                && tokens[at].is(Trait.AND_A_HALF)
                && isHalved(tokens[at + 1])
                && whole.scaled() == 0
                && whole.suffix() == ' '
                && !whole.isAmbiguous();
        if (!half) {
            return whole;
        }
        BigDecimal more = new BigDecimal(valueOf(tokens[at]));
        at++;
        return Numeral.of(whole.value().add(more));
    }

    private static boolean isHalved(Token unit) {
        return unit.is(Category.MULTIPLIERS)
                || unit.is(Measure.YEAR)
                || unit.is(Measure.MONTH)
                || unit.is(Measure.WEEK);
    }

    /** {@code 3 thousand 3 hundred}, {@code 2 lakh 50 thousand}: a smaller amount right behind adds to it. */
    private Token withRest(Token amount, int power) {
        boolean follows = at + 1 < tokens.length
                && tokens[at].isNumber()
                && tokens[at + 1].is(Category.MULTIPLIERS)
                && tokens[at + 1].end - tokens[at + 1].start > 2;
        Numeral rest = follows ? tokens[at].numeral() : null;
        int lower = follows ? Integer.parseInt(valueOf(tokens[at + 1])) : power;
        if (rest == null
                || lower >= power
                || rest.isRange()
                || rest.scaled() != 0
                || amount.numeral().isRange()) {
            return amount;
        }
        BigDecimal sum = amount.numeral().value().add(rest.value().scaleByPowerOfTen(lower));
        int end = tokens[at + 1].end;
        at += 2;
        return Token.number(amount.start, end, amount.spaced, Numeral.of(sum));
    }

    private void add(Token number) {
        Token token = signed(number);
        token = ranged(token);
        token = followedByPlus(token);
        token = followedByIsh(token);
        token = approximated(token);
        joined[size++] = token;
    }

    private Token signed(Token number) {
        int last = size - 1;
        if (last < 0 || !joined[last].isSymbol('-') || number.spaced) {
            return number;
        }
        boolean ofMoney = last > 0 && joined[last - 1].isSymbol('$');
        boolean ofName = last > 0 && (joined[last - 1].isSymbol('=') || joined[last - 1].isSymbol(':'));
        if (!joined[last].spaced && !ofMoney && !ofName) {
            return number;
        }
        boolean afterNumber = last > 0 && joined[last - 1].isNumber();
        if (afterNumber || isTakenOffData(last)) {
            return number;
        }
        Token sign = joined[last];
        size = last;
        return Token.number(
                sign.start, number.end, sign.spaced, number.numeral().negated());
    }

    /** {@code 9,000 rows -500}, {@code 12k tickets -10%}: behind counted data a minus takes a part off. */
    private boolean isTakenOffData(int sign) {
        Measure measure = sign > 1 ? joined[sign - 1].measure() : null;
        boolean data = measure == Measure.EXAMPLE || measure == Measure.ITEM;
        return data && joined[sign - 2].isNumber();
    }

    /** A multiplier on the right also applies to the left if that is smaller: {@code 15-20k}. */
    private Token ranged(Token upper) {
        int last = size - 1;
        int dots = dotsBefore(last);
        int link = last - dots;
        int from = dots > 0 ? link : last - 1;
        boolean linked = dots > 0 || (last > 0 && (isLink(joined[last], upper) || isBetween(last)));
        if (!linked || from < 0 || !joined[from].isNumber()) {
            return upper;
        }
        Token lower = joined[from];
        if (lower.numeral().isRange()) {
            return dots == 0 && isChoice(joined[last]) ? widened(lower, upper, from) : upper;
        }
        Numeral low = below(lower.numeral(), upper.numeral());
        if (low.isRange()
                || low.value().compareTo(upper.numeral().value()) >= 0
                || low.value().signum() < 0
                || low.suffix() != upper.numeral().suffix()
                || upper.numeral().isInBillions()
                || isVersion(from)) {
            return upper;
        }
        size = from;
        Token range = Token.number(lower.start, upper.end, lower.spaced, low.to(upper.numeral()));
        return isChoice(joined[last]) ? withFirst(range, lower) : range;
    }

    /** The 3 of {@code gemma-3-270m}. */
    private boolean isVersion(int number) {
        return number > 1
                && joined[number - 1].isSymbol('-')
                && !joined[number - 1].spaced
                && !joined[number].spaced
                && joined[number - 2].is(Category.FAMILIES);
    }

    private static boolean isChoice(Token link) {
        return link.is(Cue.OR) || link.is(Cue.VERSUS);
    }

    /** {@code 1 vs 3 vs 5 epochs}, {@code 5 or 10 or 20k}: all of them are within the ends. */
    private Token widened(Token range, Token upper, int from) {
        Numeral said = range.numeral();
        boolean shares = said.scaled() == 0 && upper.numeral().scaled() > 0;
        Numeral low =
                shares && said.suffix() == ' ' ? said.times(upper.numeral().scaled()) : said;
        BigDecimal high = low.high();
        if (high == null
                || high.compareTo(upper.numeral().value()) >= 0
                || low.suffix() != upper.numeral().suffix()
                || upper.numeral().isInBillions()) {
            return upper;
        }
        size = from;
        return Token.number(range.start, upper.end, range.spaced, low.to(upper.numeral()));
    }

    /** {@code 1, 3 or 5 epochs}: the choice begins with the number before the comma, if it is the least. */
    private Token withFirst(Token range, Token lower) {
        int first = size - 2;
        boolean listed = first >= 0
                && joined[size - 1].isSymbol(',')
                && lower.spaced
                && joined[first].isNumber()
                && !(first > 0 && joined[first - 1].is(Category.FAMILIES));
        Numeral least = listed ? joined[first].numeral() : range.numeral();
        boolean joins = listed
                && !least.isRange()
                && least.scaled() == 0
                && least.suffix() == range.numeral().suffix()
                && lower.numeral().scaled() == 0
                && least.value().signum() > 0
                && least.value().compareTo(range.numeral().value()) < 0;
        if (!joins) {
            return range;
        }
        Token start = joined[first];
        size = first;
        BigDecimal high = range.numeral().high();
        return Token.number(start.start, range.end, start.spaced, high == null ? least : least.to(Numeral.of(high)));
    }

    private int dotsBefore(int last) {
        int dots = 0;
        while (dots < 3 && last - dots >= 0 && joined[last - dots].isSymbol('.')) {
            dots++;
        }
        return dots >= 2 ? dots : 0;
    }

    private static boolean isLink(Token link, Token upper) {
        boolean word = link.lexeme != null
                && !link.lexeme.weak()
                && (link.is(Cue.TO) || link.is(Cue.OR) || link.is(Cue.VERSUS));
        return word || (link.isSymbol('-') && link.spaced == upper.spaced) || isGlued(link, upper);
    }

    /** The sign of {@code 5~10k}. */
    private static boolean isGlued(Token link, Token upper) {
        return link.isSymbol('~') && !link.spaced && !upper.spaced;
    }

    private boolean isBetween(int last) {
        return last >= 2 && joined[last].is(Cue.AND) && joined[last - 2].is(Cue.BETWEEN);
    }

    /** The lower end shares the multiplier of the upper one, unless it would exceed it: {@code 2-3k}, {@code 500-1k}. */
    private static Numeral below(Numeral low, Numeral high) {
        Numeral sharing = sharing(low, high);
        return sharing.value().compareTo(high.value()) < 0 ? sharing : low;
    }

    private static Numeral sharing(Numeral low, Numeral high) {
        boolean share =
                low.scaled() == 0 && low.suffix() == ' ' && low.readings().isEmpty();
        if (share && high.scaled() > 0 && low.value().compareTo(BigDecimal.valueOf(1000)) < 0) {
            return low.times(high.scaled());
        }
        return share && high.suffix() != ' '
                ? new Numeral(low.value(), null, 0, high.suffix(), low.approximate(), List.of())
                : low;
    }

    private Token followedByPlus(Token token) {
        boolean sum = at + 1 < tokens.length && tokens[at + 1].isNumber() && !tokens[at + 1].spaced;
        if (at < tokens.length && tokens[at].isSymbol('+') && !tokens[at].spaced && !sum) {
            at++;
            return approximate(token);
        }
        return token;
    }

    /** {@code 800ish}, {@code 1500-ish}, {@code 2k ish}. */
    private Token followedByIsh(Token token) {
        boolean hyphen = at < tokens.length && tokens[at].isSymbol('-') && !tokens[at].spaced;
        int word = hyphen ? at + 1 : at;
        if (word < tokens.length && tokens[word].is(Trait.ABOUT_BEFORE)) {
            at = word + 1;
            return approximate(token);
        }
        return token;
    }

    private Token approximated(Token token) {
        int last = size - 1;
        if (last < 0) {
            return token;
        }
        Token before = joined[last];
        if (before.isSymbol('~') && !(last > 0 && joined[last - 1].isNumber() && isGlued(before, token))) {
            size = last;
            return approximate(token);
        }
        return before.is(Cue.ABOUT) || before.is(Cue.AT_LEAST) ? approximate(token) : token;
    }

    private static Token approximate(Token token) {
        return Token.number(
                token.start, token.end, token.spaced, token.numeral().approximately());
    }
}
