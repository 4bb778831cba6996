package io.tunetally.snapshot;

/** The numbers that begin a value in a snapshot; a larger one is a value of the type with that index beyond {@link #FIRST_TYPE}. */
final class Code {
    static final int NULL = 0;
    static final int FALSE = 1;
    static final int TRUE = 2;
    static final int INT = 3;
    static final int CHAR = 4;
    static final int STRING = 5;
    static final int LIST = 6;
    static final int SET = 7;
    static final int MAP = 8;
    static final int DECIMAL = 9;
    static final int DATE = 10;
    /** A value that was read before, by its index among the strings, lists and records. */
    static final int AGAIN = 11;
    /** The name of a type, which gets the next index; a value follows. */
    static final int TYPE = 12;

    static final int FIRST_TYPE = 13;

    private Code() {}
}
