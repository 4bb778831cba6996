package io.tunetally.interpreter.rate;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a number or a share is to the requests of a day. */
enum TrafficRole {
    /** It has nothing to do with them. */
    OTHER(0),
    /** So many come in a period, or so many from each of those that send them; several of them add up. */
    RATE(1),
    /** So many send them, or so many times: the 22 of {@code each of our 22 midwives asks 10 times a day}. */
    TIMES(2),
    /** So many hours of a day have the rate of an hour: the 16 of {@code 15 an hour, open for 16 hours}. */
    HOURS(3),
    /** So many of the period pass: the 30 of {@code once every 30 days}, {@code 96,000 (30 days)}. */
    SPAN(4),
    /** A share that has nothing to do with them. */
    SHARE_OTHER(5),
    /** Only this share of them is sent to the model. */
    SHARE_SENT(6),
    /** All but this share of them are sent to the model. */
    SHARE_SPARED(7),
    /** So many no longer come. */
    TAKEN(8);

    static final Set<TrafficRole> OF_SHARES = EnumSet.range(SHARE_OTHER, SHARE_SPARED);

    /** The roles by their number. */
    static final List<TrafficRole> ALL = List.of(values());

    private final int number;
    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    TrafficRole(int number) {
        this.number = number;
    }

    /** Returns its place among the roles. */
    int number() {
        return number;
    }

    /** False of a figure that has nothing to do with the traffic. */
    boolean isUsed() {
        return this != OTHER && this != SHARE_OTHER;
    }

    /** Returns its column in the file of weights. */
    String label() {
        return label;
    }
}
