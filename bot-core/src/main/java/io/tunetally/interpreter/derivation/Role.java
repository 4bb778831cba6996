package io.tunetally.interpreter.derivation;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a number or a share is to the number of examples. */
public enum Role {
    /** It has nothing to do with it. */
    OTHER(0),
    /** It is the data. */
    DATA(1),
    /** It is one of several numbers that add up. */
    ADDEND(2),
    /** So many are not trained on. */
    REMOVED(3),
    /** So many are kept for testing. */
    HELD_OUT(4),
    /** There are so many groups with so many examples each: the 5 of {@code 5 garages with 700 cards each}. */
    GROUPS(5),
    /** So many of the groups drop out: the 2 of {@code 2 of the 11 branches}. */
    DROPPED_GROUPS(6),
    /** A share that has nothing to do with it. */
    SHARE_OTHER(7),
    /** A share of all is not trained on. */
    SHARE_REMOVED(8),
    /** A share of all is kept for testing. */
    SHARE_HELD_OUT(9),
    /** A share of all is trained on, and nothing else. */
    SHARE_KEPT(10),
    /** A share of one of several parts is not trained on: {@code half of the third file}. */
    SHARE_OF_PART_REMOVED(11),
    /** A share of one of several parts is trained on. */
    SHARE_OF_PART_KEPT(12),
    /** There are so many groups with so many examples of several kinds: the 64 of {@code 64 rules, for each 25 good and 30 bad ones}. */
    GROUPS_OF_ALL(13);

    static final Set<Role> OF_SHARES = EnumSet.range(SHARE_OTHER, SHARE_OF_PART_KEPT);

    /** The roles of numbers that are not trained on. */
    static final Set<Role> TAKEN_OFF = EnumSet.of(REMOVED, HELD_OUT, DROPPED_GROUPS);

    /** The roles by their number. */
    static final List<Role> ALL = List.of(values());

    private final int number;
    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Role(int number) {
        this.number = number;
    }

    /** Returns its place among the roles. */
    int number() {
        return number;
    }

    /** False of a figure that has nothing to do with the data. */
    boolean isUsed() {
        return this != OTHER && this != SHARE_OTHER;
    }

    /** Returns its column in the file of weights. */
    String label() {
        return label;
    }
}
