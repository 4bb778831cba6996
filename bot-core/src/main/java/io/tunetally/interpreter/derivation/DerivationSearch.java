package io.tunetally.interpreter.derivation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tries all ways in which the number of examples may follow from the figures of a message. */
final class DerivationSearch {
    private final List<Figure> figures;
    private final Nouns nouns;
    private final Chains chains;
    /** Whether one figure may count groups of another; found when it is first needed. */
    private final @Nullable Boolean[][] products;

    private final Set<Long> written;
    private final Finding found;
    private final List<List<Role>> tried;
    private final Consumer<Derivation> sink;
    private final Role[] roles;
    private final Assignment assignment;
    private final Shape shape = new Shape();
    /** All numbers of the message and the one that is remembered. */
    private final Set<Long> known;
    /** Whether a figure is the sum or the difference of two others. */
    private final boolean[] confirmed;

    /**
     * Prepares a search.
     *
     * @param nouns what the numbers count
     * @param chains which of them are counted for each of another
     * @param written all numbers of the message
     * @param found what the readers found
     * @param tried the roles that each figure may have
     * @param sink takes each derivation
     */
    DerivationSearch(
            List<Figure> figures,
            Nouns nouns,
            Chains chains,
            Set<Long> written,
            Finding found,
            List<List<Role>> tried,
            Consumer<Derivation> sink) {
        this.figures = figures;
        this.nouns = nouns;
        this.chains = chains;
        products = new Boolean[figures.size()][figures.size()];
        this.written = written;
        this.found = found;
        this.tried = tried;
        this.sink = sink;
        roles = new Role[figures.size()];
        assignment = new Assignment(figures, Arrays.asList(roles));
        known = new HashSet<>(written);
        confirmed = new boolean[figures.size()];
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).isRemembered()) {
                known.add(figures.get(i).value());
            }
            confirmed[i] = isSumOrDifference(i);
        }
    }

    /** True of the 3,000 of {@code 3,200 reports, 200 are set aside, so 3,000}. */
    private boolean isSumOrDifference(int figure) {
        for (int one = 0; one < figures.size(); one++) {
            for (int other = one + 1; other < figures.size(); other++) {
                boolean numbers =
                        one != figure && other != figure && isNumber(figure) && isNumber(one) && isNumber(other);
                long value = figures.get(figure).value();
                long first = figures.get(one).value();
                long second = figures.get(other).value();
                if (numbers && (first + second == value || Math.abs(first - second) == value)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isNumber(int figure) {
        return !figures.get(figure).isShare() && figures.get(figure).value() > 0;
    }

    void run() {
        assign(0);
    }

    private void assign(int figure) {
        if (figure == figures.size()) {
            if (shape.isComplete() && !countsGroupsTwice()) {
                derive(false);
                if (shape.count(Role.GROUPS) > 0) {
                    derive(true);
                }
            }
            return;
        }
        for (Role role : tried.get(figure)) {
            if (!shape.isFull(role)) {
                roles[figure] = role;
                shape.add(role);
                assign(figure + 1);
                shape.remove(role);
            }
        }
    }

    /** {@code 12 schools ..., 2 schools withdrew}: two numbers of the same groups are no factors of a product. */
    private boolean countsGroupsTwice() {
        for (int i = 0; shape.count(Role.GROUPS) > 1 && i < roles.length; i++) {
            for (int other = i + 1; other < roles.length; other++) {
                boolean both = roles[i] == Role.GROUPS && roles[other] == Role.GROUPS;
                String noun = figures.get(i).noun();
                if (both && !noun.isEmpty() && noun.equals(figures.get(other).noun())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Works out what follows from the roles, and hands it on unless nothing is left. */
    private void derive(boolean withoutOne) {
        List<Integer> components = new ArrayList<>();
        int code = shape.code(withoutOne);
        boolean sum = shape.count(Role.DATA) > 1;
        boolean goesOn = isRememberedUsed();
        code += goesOn ? Components.SHAPES_OF_NEW : 0;
        for (int i = 0; i < roles.length; i++) {
            components.add(Components.role(i, named(roles[i], sum)));
        }
        if (shape.count(Role.DATA) == 0) {
            hand(withoutOne, Derivation.NONE, 0, 0, components, code);
            return;
        }
        chains(components);
        long[] groups = groups(withoutOne, components);
        long[] terms = groups == null || !areProducts() ? null : terms(groups, components);
        if (terms == null) {
            return;
        }
        long given = Arrays.stream(terms).sum();
        long left = given;
        long heldOut = 0;
        for (int i : assignment.inOrderOfText()) {
            long part = part(i, left);
            left -= part;
            heldOut += roles[i] == Role.HELD_OUT || roles[i] == Role.SHARE_HELD_OUT ? part : 0;
            if (roles[i] == Role.REMOVED || roles[i] == Role.HELD_OUT) {
                Components.Pair kind = roles[i] == Role.REMOVED ? Components.Pair.REMOVED : Components.Pair.HELD_OUT;
                int data = assignment.nearest(i, Role.DATA);
                components.add(Components.pair(kind, i, data));
                if (sum) {
                    components.add(Components.pair(Components.Pair.TAKEN_OFF_SUM, i, data));
                }
                add(components, known.contains(given + figures.get(i).value()), Components.takenAgain());
            }
        }
        if (left > 0) {
            hand(withoutOne, left, heldOut, given, components, code);
        }
    }

    /** Adds which of the factors are counted for each of another number, and whether that is a factor, too. */
    private void chains(List<Integer> components) {
        for (int own = 0; own < roles.length && chains.isAny(); own++) {
            for (int each = 0; each < roles.length && isFactor(roles[own]); each++) {
                if (chains.has(own, each)) {
                    boolean kept = isFactor(roles[each]);
                    components.add(Components.pair(
                            kept ? Components.Pair.CHAIN_KEPT : Components.Pair.CHAIN_BROKEN, own, each));
                }
            }
        }
    }

    private static boolean isFactor(Role role) {
        return role == Role.DATA || role == Role.GROUPS || role == Role.GROUPS_OF_ALL;
    }

    /** True if all groups may be those of the number beside them. */
    private boolean areProducts() {
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.GROUPS || roles[i] == Role.GROUPS_OF_ALL) {
                int data = assignment.nearest(i, Role.DATA);
                Boolean known = products[i][data];
                boolean product = known == null ? isProduct(i, data) : known;
                products[i][data] = product;
                if (!product) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isProduct(int groups, int data) {
        Figure own = figures.get(data);
        Figure counted = figures.get(groups);
        return own.isRemembered() || counted.isRemembered() || nouns.mayBeOfGroups(own, counted);
    }

    private static Role named(Role role, boolean sum) {
        return sum && role == Role.DATA ? Role.ADDEND : role;
    }

    /** Returns the number of groups of each figure that counts them; null if none would be left. */
    private long @Nullable [] groups(boolean withoutOne, List<Integer> components) {
        long[] groups = new long[roles.length];
        boolean open = withoutOne;
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.GROUPS) {
                groups[i] = figures.get(i).value() - (open ? 1 : 0);
                if (open) {
                    components.add(Components.pair(Components.Pair.WITHOUT_ONE, i, 0));
                }
                open = false;
            }
        }
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.DROPPED_GROUPS) {
                int of = assignment.nearest(i, Role.GROUPS);
                groups[of] -= figures.get(i).value();
                components.add(Components.pair(Components.Pair.DROPPED_GROUPS, i, of));
            }
        }
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.GROUPS && groups[i] < 1) {
                return null;
            }
        }
        return groups;
    }

    /** Returns the addends, each times its groups and without its shares. */
    private long[] terms(long[] groups, List<Integer> components) {
        long[] terms = new long[roles.length];
        int before = -1;
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.DATA) {
                terms[i] = figures.get(i).value();
                if (before >= 0) {
                    components.add(Components.pair(Components.Pair.ADDENDS, before, i));
                }
                before = i;
            }
        }
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.GROUPS) {
                int of = assignment.nearest(i, Role.DATA);
                terms[of] *= groups[i];
                components.add(Components.pair(Components.Pair.GROUPS, i, of));
            }
        }
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.SHARE_OF_PART_KEPT || roles[i] == Role.SHARE_OF_PART_REMOVED) {
                int of = assignment.addendBefore(i);
                long part = figures.get(i).of(terms[of]);
                terms[of] = roles[i] == Role.SHARE_OF_PART_KEPT ? part : terms[of] - part;
            }
        }
        for (int i = 0; i < roles.length; i++) {
            if (roles[i] == Role.GROUPS_OF_ALL) {
                long all = figures.get(i).value();
                Arrays.setAll(terms, term -> terms[term] * all);
                components.add(Components.pair(Components.Pair.GROUPS, i, assignment.nearest(i, Role.DATA)));
            }
        }
        return terms;
    }

    /** Returns what a figure takes off what is left. */
    private long part(int figure, long left) {
        Figure own = figures.get(figure);
        return switch (roles[figure]) {
            case REMOVED, HELD_OUT -> own.value();
            case SHARE_REMOVED, SHARE_HELD_OUT -> own.of(left);
            case SHARE_KEPT -> left - own.of(left);
            default -> 0;
        };
    }

    private boolean isRememberedUsed() {
        return figures.getFirst().isRemembered() && roles[0] == Role.DATA;
    }

    private void hand(boolean withoutOne, long examples, long heldOut, long given, List<Integer> components, int code) {
        int uses = 0;
        boolean unchanged = false;
        boolean said = false;
        for (int i = 0; i < roles.length; i++) {
            uses += roles[i].isUsed() ? 1 : 0;
            said |= roles[i] == Role.DATA && confirmed[i];
            unchanged |= roles[i] == Role.DATA && figures.get(i).value() == examples;
        }
        if (uses == 1 && isRememberedUsed()) {
            // It stays as it is, as if nothing were said of it.
            return;
        }
        add(components, uses == 1 && said, Components.confirmed());
        if (uses > 1) {
            boolean again = written.contains(examples) && !unchanged;
            add(components, again, Components.written());
            add(components, given != examples && written.contains(given) && isSum(), Components.sumWritten());
            add(components, unchanged, Components.unchanged());
        }
        components.add(Components.agreement(found.kind(), found.examples() == examples ? 3 : kind(examples)));
        components.add(Components.shape(code));
        sink.accept(new Derivation(
                List.of(roles),
                withoutOne,
                examples,
                heldOut,
                components.stream().mapToInt(Integer::intValue)));
    }

    private boolean isSum() {
        return shape.count(Role.DATA) > 1;
    }

    private int kind(long examples) {
        return Finding.kind(examples, written.contains(examples));
    }

    private static void add(List<Integer> components, boolean holds, int component) {
        if (holds) {
            components.add(component);
        }
    }
}
