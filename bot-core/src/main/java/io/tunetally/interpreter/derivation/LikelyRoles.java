package io.tunetally.interpreter.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.ToIntBiFunction;

/**
 * Leaves out the roles of figures that are much less likely than the likeliest of their figure, so that all derivations of the others can be
 * tried.
 *
 * @param <R> the roles
 * @param score returns how likely a role is for a figure by itself, in thousandths
 * @param kept whether a role of a figure stays however unlikely it is
 */
public record LikelyRoles<R>(ToIntBiFunction<Integer, R> score, BiPredicate<Integer, R> kept) {
    /** A role that is so much less likely than the likeliest of its figure is not tried, in thousandths. */
    private static final int HOPELESS = 8000;

    /**
     * Returns the likely roles of each figure.
     *
     * @param all the roles that each figure may have
     * @param ways in how many ways each assignment of roles is tried
     * @param most how many derivations there may be
     */
    public List<List<R>> of(List<List<R>> all, long ways, long most) {
        for (int bound = HOPELESS; ; bound = bound * 2 / 3) {
            List<List<R>> likely = new ArrayList<>(all.size());
            long derivations = ways;
            for (int figure = 0; figure < all.size(); figure++) {
                List<R> own = of(all.get(figure), figure, bound);
                likely.add(own);
                derivations *= own.size();
            }
            if (derivations <= most || bound == 0) {
                return likely;
            }
        }
    }

    private List<R> of(List<R> roles, int figure, int bound) {
        int likeliest = roles.stream()
                .mapToInt(role -> score.applyAsInt(figure, role))
                .max()
                .orElse(0);
        return roles.stream()
                .filter(role -> score.applyAsInt(figure, role) >= likeliest - bound || kept.test(figure, role))
                .toList();
    }
}
