package io.tunetally.interpreter.derivation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The roles that the figures of a message have, and which of them belong together. */
final class Assignment {
    private final List<Figure> figures;
    private final List<Role> roles;

    /**
     * Creates an assignment.
     *
     * @param roles the role of each figure; the list may change afterwards
     */
    Assignment(List<Figure> figures, List<Role> roles) {
        this.figures = figures;
        this.roles = roles;
    }

    int size() {
        return figures.size();
    }

    Figure figure(int place) {
        return figures.get(place);
    }

    Role role(int place) {
        return roles.get(place);
    }

    boolean is(int place, Role role) {
        return roles.get(place) == role;
    }

    /** Returns the figure of a role that stands nearest to another one; -1 if none has it. */
    int nearest(int place, Role role) {
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < size(); i++) {
            int distance = Math.abs(figure(i).first() - figure(place).first());
            if (is(i, role) && distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /** Returns the last addend before a share, or the first one. */
    int addendBefore(int share) {
        int best = -1;
        for (int i = 0; i < size(); i++) {
            boolean before = figure(i).first() < figure(share).first();
            if (is(i, Role.DATA) && (best < 0 || before)) {
                best = i;
            }
        }
        return best;
    }

    /** Returns the places of the figures in the order of the message. */
    List<Integer> inOrderOfText() {
        List<Integer> order = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingInt(place -> figure(place).first()));
        return order;
    }
}
