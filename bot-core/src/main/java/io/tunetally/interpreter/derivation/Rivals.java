package io.tunetally.interpreter.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The likeliest derivations of a number, from which it follows whether the one that is taken is sure.
 *
 * @param <D> a derivation
 */
public final class Rivals<D> {
    /** A derivation that is not so much likelier than those of other numbers is told as a doubt, in thousandths. */
    private static final int SURE = 1000;

    private final List<Scored<D>> rivals = new ArrayList<>();
    private int highest = Integer.MIN_VALUE;

    private record Scored<D>(D derivation, int score) {}

    /** Adds a derivation, unless one is known that is much likelier. */
    public void add(D derivation, int score) {
        if (rivals.isEmpty() || score > highest - SURE) {
            rivals.add(new Scored<>(derivation, score));
            highest = Math.max(highest, score);
        }
    }

    /** True if no derivation of another number is nearly as likely as one of this number. */
    public boolean isSure(Predicate<D> ofThisNumber) {
        int own = Integer.MIN_VALUE / 2;
        int other = Integer.MIN_VALUE / 2;
        for (Scored<D> rival : rivals) {
            if (rival.score > highest - SURE) {
                boolean same = ofThisNumber.test(rival.derivation);
                own = same ? Math.max(own, rival.score) : own;
                other = same ? other : Math.max(other, rival.score);
            }
        }
        return own - other >= SURE;
    }
}
