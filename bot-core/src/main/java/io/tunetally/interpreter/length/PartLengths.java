package io.tunetally.interpreter.length;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads data of several parts, each of which has its own length, as the tokens of all: {@code 8,400 chats at 1,150 tokens and 21,000 rows at
 * 130}, {@code 14k rows: 9k chat (1.1k tok), 3k tool calls (2.4k tok), 2k refusals (150 tok)}, {@code set A 12k x 400, set B 3k x 2.2k}.
 */
public final class PartLengths {
    /** The most words between a count and what leads to its length: {@code 21,000 short classification rows at}. */
    private static final int REACH = 5;

    /** The most tokens from a length to the next count: {@code , dataset B}. */
    private static final int REACH_OF_NEXT = 6;

    /** Fewer things are people, weeks or GPUs. */
    private static final BigDecimal FEWEST = BigDecimal.valueOf(30);

    private static final BigDecimal SHORTEST = BigDecimal.TEN;

    /** No example is so long. */
    private static final BigDecimal LONGEST = BigDecimal.valueOf(200_000);

    private final ParseState state;

    /**
     * Some data of one length.
     *
     * @param last the index of the last token of its length
     * @param unit whether the word for tokens stands behind its length
     * @param product whether only a sign of multiplication stands between
     */
    private record Part(int count, int length, int last, boolean unit, boolean product) {}

    private PartLengths(ParseState state) {
        this.state = state;
    }

    /** Claims the numbers before others take them for several counts or lengths of the same data. */
    public static void read(ParseState state) {
        boolean lengths = state.has(Measure.TOKEN)
                || state.hasTypedAnywhere(Trait.TIMES_SIGN)
                || state.text.text().indexOf('*') >= 0;
        if (lengths && !state.has(Cue.TUNED_PROMPT) && !state.hasTypedAnywhere(Trait.DISCARDED)) {
            new PartLengths(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            Part first = state.isNumberAt(i) ? part(i) : null;
            List<Part> parts = first == null ? List.of() : partsFrom(first);
            if (parts.size() > 1 && isOneSet(parts)) {
                claim(parts);
                return;
            }
        }
    }

    private List<Part> partsFrom(Part first) {
        List<Part> parts = new ArrayList<>(0);
        Part next = first;
        while (next != null) {
            parts.add(next);
            next = nextPart(next.last() + 1);
        }
        return parts;
    }

    private @Nullable Part nextPart(int from) {
        boolean joined = false;
        for (int i = from; i < from + REACH_OF_NEXT && state.at(i) != null; i++) {
            if (state.isNumberAt(i)) {
                return joined ? part(i) : null;
            }
            joined |= isJoin(i);
            if (isOther(i)) {
                return null;
            }
        }
        return null;
    }

    private boolean isJoin(int i) {
        return state.isAt(i, Cue.AND)
                || state.hasTyped(i, Trait.PLUS)
                || state.isSymbolAt(i, '+')
                || state.isSymbolAt(i, ',')
                || state.isSymbolAt(i, ';');
    }

    /** True of the {@code or} of {@code 5k rows at 600 tokens or 8k rows at 400}: either is asked for. */
    private boolean isOther(int i) {
        return state.isAt(i, Cue.OR)
                || state.isAt(i, Cue.VERSUS)
                || state.isAt(i, Cue.TO)
                || state.isAt(i, Cue.BUT)
                || state.isAt(i, Cue.NOT)
                || state.isAt(i, Cue.INSTEAD_OF)
                || state.isAt(i, Trait.ARROW)
                || state.isSymbolAt(i, '.')
                || state.isSymbolAt(i, '?');
    }

    /** Returns the part that begins with a count, or null. */
    private @Nullable Part part(int count) {
        if (!isFree(count) || value(count).compareTo(FEWEST) < 0 || isOfOtherUnit(count + 1)) {
            return null;
        }
        for (int link = count + 1; link <= count + REACH && !state.isBreakAt(link); link++) {
            if (state.isNumberAt(link) || isJoin(link) || isOther(link)) {
                return null;
            }
            int length = isLink(link) ? pastAbout(link + 1) : -1;
            if (length >= 0 && state.isNumberAt(length)) {
                return part(count, link, length);
            }
        }
        return null;
    }

    private @Nullable Part part(int count, int link, int length) {
        int unit = state.isSymbolAt(length + 1, '-') ? length + 2 : length + 1;
        boolean tokens = state.isAt(unit, Measure.TOKEN);
        boolean bracket = state.isSymbolAt(link, '(');
        boolean times = state.isTimesSign(link);
        int last = tokens ? unit : length;
        last = state.isAt(last + 1, Cue.EACH) ? last + 1 : last;
        boolean bare = (times || state.isAt(link, Trait.LOCATIVE)) && !state.isUnitAt(length + 1);
        boolean closed = !bracket || state.isSymbolAt(last + 1, ')');
        boolean fits = isFree(length)
                && value(length).compareTo(tokens ? BigDecimal.ONE : SHORTEST) >= 0
                && value(length).compareTo(LONGEST) <= 0;
        return fits && (tokens || bare) && closed && !state.isTimesSign(last + 1) && !isSide(last + 1)
                ? new Part(count, length, bracket ? last + 1 : last, tokens, times)
                : null;
    }

    /** What is sent and what comes back are the lengths of a request. */
    private boolean isSide(int i) {
        return state.isAt(i, Cue.OUT) || state.isAt(i, Cue.OUTPUT) || state.isAt(i, Cue.INPUT);
    }

    private boolean isLink(int i) {
        return state.isTimesSign(i)
                || state.isAt(i, Trait.LOCATIVE)
                || state.isAt(i, Trait.HAVING)
                || state.isAt(i, Cue.OF)
                || (state.isAt(i, Cue.ARTICLE) && state.isNumberAt(i + 1))
                || state.isSymbolAt(i, '@')
                || state.isSymbolAt(i, '(');
    }

    private int pastAbout(int i) {
        return state.isAt(i, Cue.ABOUT) || state.isSymbolAt(i, '~') ? i + 1 : i;
    }

    private boolean isOfOtherUnit(int i) {
        return state.isUnitAt(i) && !state.isItemAt(i) && !state.isAt(i, Measure.REQUEST) && !state.isTimesSign(i);
    }

    private boolean isFree(int number) {
        return state.isPlainCount(number)
                && state.token(number).use == Token.Use.NOTHING
                && !state.candidates.isSettled(number);
    }

    /** True if the parts are trained on together: none is held out, and nothing comes in each day. */
    private boolean isOneSet(List<Part> parts) {
        boolean tokens = parts.stream().anyMatch(Part::unit);
        boolean products = parts.stream().allMatch(Part::product) && state.speaksOfTuning();
        int first = state.sentence(parts.getFirst().count()).first();
        int end = Math.min(
                state.sentence(parts.getLast().last()).end(), parts.getLast().last() + REACH_OF_NEXT);
        for (int i = first; i < end; i++) {
            if (state.isAt(i, Cue.VALIDATION) || state.isRateAt(i) || state.isAt(i, Category.RATES)) {
                return false;
            }
        }
        return tokens || products;
    }

    private void claim(List<Part> parts) {
        BigDecimal tokens = BigDecimal.ZERO;
        BigDecimal counts = BigDecimal.ZERO;
        for (Part part : parts) {
            tokens = tokens.add(value(part.count()).multiply(value(part.length())));
            counts = counts.add(value(part.count()));
            state.use(part.count(), part.last(), Token.Use.CONNECTIVE);
            take(part.count());
            take(part.length());
        }
        takeTotals(parts, counts, tokens);
        state.candidates.addDerived(
                SlotName.TOTAL_TOKENS, Numeral.of(tokens), parts.getFirst().count());
        state.candidates.explain(
                SlotName.TOTAL_TOKENS, tokens, parts.stream().map(this::written).collect(Collectors.joining(" + ")));
        state.candidates.state(SlotName.TOTAL_TOKENS);
        state.candidates.state(SlotName.EXAMPLES);
    }

    /** The 14k of {@code 14k rows: 9k chats ...}, and a total of tokens, say no more than the parts. */
    private void takeTotals(List<Part> parts, BigDecimal counts, BigDecimal tokens) {
        int first = parts.getFirst().count();
        int last = parts.getLast().last();
        for (int i = 0; i < state.size(); i++) {
            boolean outside = (i < first || i > last) && state.isNumberAt(i) && isFree(i);
            if (outside && (value(i).compareTo(counts) == 0 || value(i).compareTo(tokens) == 0)) {
                state.setAside(i);
                state.token(i).use = Token.Use.CONNECTIVE;
            }
        }
    }

    private void take(int number) {
        state.candidates.settle(number);
        state.token(number).use = Token.Use.SLOT;
    }

    private String written(Part part) {
        return String.format(
                Locale.ROOT,
                "%,d × %,d",
                value(part.count()).toBigInteger(),
                value(part.length()).toBigInteger());
    }

    private BigDecimal value(int number) {
        return Amounts.counted(state.token(number).numeral()).value();
    }
}
