package io.tunetally.interpreter.derivation;

import java.util.List;
import java.util.stream.IntStream;

/** A way in which the number of examples follows from the figures of a message. */
final class Derivation {
    /** No number of examples. */
    static final long NONE = -1;

    private final List<Role> roles;
    private final boolean withoutOne;
    private final long examples;
    private final long heldOut;
    private final int[] components;

    /**
     * Creates a derivation.
     *
     * @param roles what each figure is
     * @param withoutOne whether one of the groups drops out that no number counts: {@code we do not trust box 9}
     * @param examples the number of examples that are left; {@link #NONE} if the message gives none
     * @param heldOut how many are kept for testing
     * @param components what it is made of, for {@link Components}
     */
    Derivation(List<Role> roles, boolean withoutOne, long examples, long heldOut, IntStream components) {
        this.roles = roles;
        this.withoutOne = withoutOne;
        this.examples = examples;
        this.heldOut = heldOut;
        this.components = components.toArray();
    }

    Role role(int figure) {
        return roles.get(figure);
    }

    List<Role> roles() {
        return roles;
    }

    boolean withoutOne() {
        return withoutOne;
    }

    long examples() {
        return examples;
    }

    long heldOut() {
        return heldOut;
    }

    /** Returns what it is made of. */
    int[] components() {
        return components;
    }

    /** Returns the first token of the first figure that it uses. */
    int firstUsed(List<Figure> figures) {
        return IntStream.range(0, roles.size())
                .filter(figure ->
                        roles.get(figure).isUsed() && !figures.get(figure).isRemembered())
                .map(figure -> figures.get(figure).first())
                .min()
                .orElseThrow();
    }

    /** Returns how many figures it uses. */
    int uses() {
        return (int) roles.stream().filter(Role::isUsed).count();
    }
}
