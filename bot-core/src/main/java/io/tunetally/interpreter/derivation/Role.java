package io.tunetally.interpreter.derivation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a number or a share is to the number of examples. */
enum Role {
    /** It has nothing to do with it. */
    OTHER,
    /** It is the data. */
    DATA,
    /** It is one of several numbers that add up. */
    ADDEND,
    /** So many are not trained on. */
    REMOVED,
    /** So many are kept for testing. */
    HELD_OUT,
    /** There are so many groups with so many examples each: the 5 of {@code 5 garages with 700 cards each}. */
    GROUPS,
    /** So many of the groups drop out: the 2 of {@code 2 of the 11 branches}. */
    DROPPED_GROUPS,
    /** A share that has nothing to do with it. */
    SHARE_OTHER,
    /** A share of all is not trained on. */
    SHARE_REMOVED,
    /** A share of all is kept for testing. */
    SHARE_HELD_OUT,
    /** A share of all is trained on, and nothing else. */
    SHARE_KEPT,
    /** A share of one of several parts is not trained on: {@code half of the third file}. */
    SHARE_OF_PART_REMOVED,
    /** A share of one of several parts is trained on. */
    SHARE_OF_PART_KEPT;

    static final Set<Role> OF_SHARES = EnumSet.range(SHARE_OTHER, SHARE_OF_PART_KEPT);

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** Returns its column in the file of weights. */
    String label() {
        return label;
    }
}
