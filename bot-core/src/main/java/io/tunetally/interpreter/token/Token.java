package io.tunetally.interpreter.token;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.request.Intent;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A piece of a message and its interpretation so far. */
public final class Token {
    public enum Kind {
        /** A phrase of the lexicon. */
        LEXEME,
        NUMBER,
        /** A word that is not in the lexicon. */
        WORD,
        /** Letters and digits that name something: a version, a date, a file, a ticket. */
        CODE,
        SYMBOL,
        /** A line break. */
        BREAK
    }

    /** The use of a token. */
    public enum Use {
        NOTHING,
        /** Its characters are a value. */
        SLOT,
        /** It led to a value or to the intent. */
        CONNECTIVE,
        /** It is known and not a slot: hardware, speeds, prices, dates. */
        KNOWN_NON_SLOT
    }

    private static final int YEAR_DIGITS = 4;
    private static final BigDecimal BEFORE_YEARS = BigDecimal.valueOf(1980);
    private static final BigDecimal AFTER_YEARS = BigDecimal.valueOf(2040);

    public final Kind kind;
    /** The start in the folded text. */
    public final int start;

    public final int end;
    /** Whether white space precedes it. */
    public final boolean spaced;

    public final @Nullable Lexeme lexeme;

    @Nullable public Numeral numeral;

    public final char symbol;
    public Use use = Use.NOTHING;

    private Token(
            Kind kind,
            int start,
            int end,
            boolean spaced,
            @Nullable Lexeme lexeme,
            @Nullable Numeral numeral,
            char symbol) {
        this.kind = kind;
        this.start = start;
        this.end = end;
        this.spaced = spaced;
        this.lexeme = lexeme;
        this.numeral = numeral;
        this.symbol = symbol;
    }

    public static Token lexeme(int start, int end, boolean spaced, Lexeme lexeme) {
        return new Token(Kind.LEXEME, start, end, spaced, lexeme, null, ' ');
    }

    static Token number(int start, int end, boolean spaced, Numeral numeral) {
        return new Token(Kind.NUMBER, start, end, spaced, null, numeral, ' ');
    }

    static Token of(Kind kind, int start, int end, boolean spaced) {
        return new Token(kind, start, end, spaced, null, null, ' ');
    }

    public static Token symbol(int start, boolean spaced, char symbol) {
        return new Token(Kind.SYMBOL, start, start + 1, spaced, null, null, symbol);
    }

    public boolean is(Category category) {
        return lexeme != null && lexeme.sense() == category;
    }

    public boolean is(Cue cue) {
        return lexeme != null && lexeme.is(cue);
    }

    public boolean is(Trait trait) {
        return lexeme != null && lexeme.is(trait);
    }

    public boolean is(Measure measure) {
        return lexeme != null && lexeme.is(measure);
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /** True for four digits that may name a year. */
    public boolean isYear() {
        return numeral != null
                && end - start == YEAR_DIGITS
                && numeral.value().compareTo(BEFORE_YEARS) > 0
                && numeral.value().compareTo(AFTER_YEARS) < 0;
    }

    public boolean isSymbol(char c) {
        return kind == Kind.SYMBOL && symbol == c;
    }

    /** The unit, or null. */
    @Nullable public Measure measure() {
        return lexeme == null ? null : lexeme.measure();
    }

    /** The cue, or null. */
    @Nullable public Cue cue() {
        return lexeme == null ? null : lexeme.cue();
    }

    /** The intent, or null. */
    @Nullable public Intent intent() {
        return lexeme == null ? null : lexeme.intent();
    }

    public Numeral numeral() {
        if (numeral == null) {
            throw new IllegalStateException("not a number");
        }
        return numeral;
    }
}
