package io.tunetally.interpreter.derivation;

/**
 * A way in which the number of examples follows from the figures of a message.
 *
 * @param roles what each figure is
 * @param withoutOne whether one of the groups drops out that no number counts: {@code we do not trust box 9}
 * @param examples the number of examples that are left; {@link #NONE} if the message gives none
 * @param heldOut how many are kept for testing
 * @param components what it is made of, for {@link Components}
 */
record Derivation(Role[] roles, boolean withoutOne, long examples, long heldOut, int[] components) {
    /** No number of examples. */
    static final long NONE = -1;

    /** Returns how many figures it uses. */
    int uses() {
        int uses = 0;
        for (Role role : roles) {
            uses += role == Role.OTHER || role == Role.SHARE_OTHER ? 0 : 1;
        }
        return uses;
    }
}
