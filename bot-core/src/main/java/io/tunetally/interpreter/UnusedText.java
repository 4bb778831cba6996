package io.tunetally.interpreter;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The unused parts of a message. */
final class UnusedText {
    private static final List<Trait> BYTES = List.of(Trait.KILOBYTE, Trait.MEGABYTE, Trait.GIGABYTE, Trait.TERABYTE);
    private static final int ALWAYS_TEXT = 2;
    private static final BigDecimal MOST_BYTES = BigDecimal.TEN.pow(15);

    private UnusedText() {}

    /** Returns the spans of words without any effect. */
    static List<TextSpan> ignored(ParseState state) {
        List<TextSpan> spans = new ArrayList<>();
        int end = 0;
        Token[] tokens = state.all();
        for (int i = 0; i < tokens.length; i++) {
            Token token = tokens[i];
            boolean unused = token.use == Token.Use.NOTHING || token.use == Token.Use.KNOWN_NON_SLOT;
            boolean worded =
                    token.kind == Token.Kind.WORD || token.kind == Token.Kind.CODE || token.kind == Token.Kind.NUMBER;
            if ((unused && worded) || token.use == Token.Use.KNOWN_NON_SLOT) {
                TextSpan span = state.text.span(token.start, token.end);
                boolean shared = i + 1 < tokens.length && state.text.originalStart(tokens[i + 1].start) < span.end();
                if (span.start() >= end && !shared) {
                    spans.add(span);
                }
            }
            // One character can fold to several (a ligature, a unit sign), and one phrase can be translated to several
            // words: their span is used once.
            end = Math.max(end, state.text.originalEnd(token.end));
        }
        return spans;
    }

    /**
     * Returns the quantities and GPUs of a command, or of a sentence that asks, without any effect: {@code 48 MB}, {@code 40
     * hours}, {@code 4090s}.
     */
    static List<Interpretation.Unused> quantities(ParseState state) {
        List<Interpretation.Unused> unused = new ArrayList<>(0);
        for (int i = 0; i < state.size(); i++) {
            int last =
                    isFree(state.token(i)) && (state.terse || state.sentence(i).asks()) ? lastOfQuantity(state, i) : -1;
            if (last >= 0) {
                Token end = state.token(last);
                unused.add(new Interpretation.Unused(
                        state.text.typed(state.token(i).start, end.end),
                        state.text.span(state.token(i).start, end.end),
                        last > i ? bytes(state, i) : 0));
            }
        }
        return unused;
    }

    /** Returns the index of the last token of the quantity or GPU that begins here, or -1. */
    private static int lastOfQuantity(ParseState state, int first) {
        if (state.token(first).is(Category.GPUS)) {
            return state.slots.has(SlotName.GPU) ? -1 : first;
        }
        boolean measured = state.isNumberAt(first)
                && state.at(first + 1) != null
                && isFree(state.token(first + 1))
                && isMeasured(state, first + 1);
        return measured ? first + 1 : -1;
    }

    /** Megabytes are of text; gigabytes may be of a GPU's memory. */
    private static long bytes(ParseState state, int number) {
        boolean text = IntStream.range(0, state.size()).anyMatch(i -> state.hasTyped(i, Trait.TEXT_DATA));
        for (int power = 0; power < BYTES.size(); power++) {
            if (state.hasTyped(number + 1, BYTES.get(power)) && (text || power < ALWAYS_TEXT)) {
                return state.token(number)
                        .numeral()
                        .value()
                        .scaleByPowerOfTen(3 * (power + 1))
                        .min(MOST_BYTES)
                        .longValue();
            }
        }
        return 0;
    }

    private static boolean isFree(Token token) {
        return token.use == Token.Use.NOTHING || token.use == Token.Use.KNOWN_NON_SLOT;
    }

    /** True for hours and longer, and for data: "12 categories" and "within 2 seconds" are read as reasons for tuning. */
    private static boolean isMeasured(ParseState state, int unit) {
        Measure measure = state.measureAt(unit);
        boolean isLatency = measure == Measure.SECOND || measure == Measure.MINUTE;
        return measure != null && ((measure.isTime() && !isLatency) || state.hasTyped(unit, Trait.MEASURES_DATA));
    }

    /** Adds a problem for each word that is neither in the lexicon nor English, and for a currency without an amount. */
    static void report(ParseState state) {
        for (Token token : state.all()) {
            Lexeme currency = isForeignCurrency(token) && !state.isForeignMoney() ? token.lexeme : null;
            if (currency != null) {
                state.add(new Problem.ForeignCurrency(
                        state.text.typed(token.start, token.end),
                        currency.value(),
                        null,
                        state.text.span(token.start, token.end)));
            } else if (isUnknown(state, token)) {
                String word = state.text.folded(token.start, token.end);
                state.add(new Problem.UnknownWord(
                        state.text.typed(token.start, token.end),
                        state.compiledLexicon.typos().nearest(word),
                        state.text.span(token.start, token.end)));
            }
        }
    }

    private static boolean isForeignCurrency(Token token) {
        return token.is(Category.CURRENCIES) && token.use == Token.Use.NOTHING;
    }

    private static boolean isUnknown(ParseState state, Token token) {
        return token.kind == Token.Kind.WORD
                && token.use == Token.Use.NOTHING
                && token.end - token.start > 1
                && !state.isEnglish(token);
    }
}
