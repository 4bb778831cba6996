package io.tunetally.interpreter;

import org.jspecify.annotations.Nullable;

/** A piece of a message and what has been made of it so far. */
final class Token {
    enum Kind {
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

    /** What a token has been used for. */
    enum Use {
        NOTHING,
        /** Its characters stand for a value. */
        SLOT,
        /** It led to a value or to what is asked. */
        CONNECTIVE,
        /** It is known and no slot: hardware, speeds, prices, dates. */
        KNOWN_NON_SLOT
    }

    final Kind kind;
    /** Where it stands in the folded text. */
    final int start;

    int end;
    /** Whether white space stands before it. */
    final boolean spaced;

    final @Nullable Lexeme lexeme;

    @Nullable Numeral numeral;

    final char symbol;
    Use use = Use.NOTHING;

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

    static Token lexeme(int start, int end, boolean spaced, Lexeme lexeme) {
        return new Token(Kind.LEXEME, start, end, spaced, lexeme, null, ' ');
    }

    static Token number(int start, int end, boolean spaced, Numeral numeral) {
        return new Token(Kind.NUMBER, start, end, spaced, null, numeral, ' ');
    }

    static Token of(Kind kind, int start, int end, boolean spaced) {
        return new Token(kind, start, end, spaced, null, null, ' ');
    }

    static Token symbol(int start, boolean spaced, char symbol) {
        return new Token(Kind.SYMBOL, start, start + 1, spaced, null, null, symbol);
    }

    boolean is(Sense sense) {
        return lexeme != null && lexeme.sense() == sense;
    }

    boolean is(Cue cue) {
        return lexeme != null && lexeme.is(cue);
    }

    boolean is(Measure measure) {
        return lexeme != null && lexeme.is(measure);
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    boolean isSymbol(char c) {
        return kind == Kind.SYMBOL && symbol == c;
    }

    /** The unit it names, or null. */
    @Nullable Measure measure() {
        return lexeme == null ? null : lexeme.measure();
    }

    /** The word of grammar it is, or null. */
    @Nullable Cue cue() {
        return lexeme == null ? null : lexeme.cue();
    }

    /** What it asks for, or null. */
    @Nullable Intent intent() {
        return lexeme == null ? null : lexeme.intent();
    }

    Numeral numeral() {
        if (numeral == null) {
            throw new IllegalStateException("not a number");
        }
        return numeral;
    }
}
