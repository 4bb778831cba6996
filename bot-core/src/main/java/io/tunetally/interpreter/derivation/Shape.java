package io.tunetally.interpreter.derivation;

/** How many figures of each role a derivation has, as a number. */
final class Shape {
    private static final int MOST_ADDENDS = 5;
    private static final int MOST_GROUPS = 3;
    private static final int MOST_REMOVED = 3;

    private final int[] counts = new int[Role.ALL.size()];

    void add(Role role) {
        counts[role.number()]++;
    }

    int count(Role role) {
        return counts[role.number()];
    }

    void remove(Role role) {
        counts[role.number()]--;
    }

    /** True if a derivation has the most figures of a role already. */
    boolean isFull(Role role) {
        return switch (role) {
            case DATA -> count(role) >= MOST_ADDENDS;
            case GROUPS -> count(role) >= MOST_GROUPS || count(Role.GROUPS_OF_ALL) > 0;
            case GROUPS_OF_ALL -> count(role) > 0 || count(Role.GROUPS) > 0;
            case REMOVED, HELD_OUT, DROPPED_GROUPS ->
                count(Role.REMOVED) + count(Role.HELD_OUT) + count(Role.DROPPED_GROUPS) >= MOST_REMOVED;
            default -> false;
        };
    }

    /** True if there are addends for groups, and groups for those that drop out. */
    boolean isComplete() {
        boolean data = count(Role.DATA) > 0;
        boolean groups = count(Role.GROUPS) > 0;
        boolean taken = count(Role.REMOVED) + count(Role.HELD_OUT) > 0;
        boolean shared = count(Role.SHARE_REMOVED) + count(Role.SHARE_HELD_OUT) + count(Role.SHARE_KEPT) > 0;
        boolean sharedPart = count(Role.SHARE_OF_PART_REMOVED) + count(Role.SHARE_OF_PART_KEPT) > 0;
        return (data || !(groups || taken || shared || sharedPart))
                && (groups || count(Role.DROPPED_GROUPS) == 0)
                && (count(Role.DATA) > 1 || !(sharedPart || count(Role.GROUPS_OF_ALL) > 0));
    }

    /** Returns the shape as a number below 16,384. */
    int code(boolean withoutOne) {
        int shares = 0;
        for (Role role : Role.OF_SHARES) {
            if (role != Role.SHARE_OTHER && count(role) > 0) {
                shares = shares == 0 ? role.number() - Role.SHARE_OTHER.number() : Role.OF_SHARES.size();
            }
        }
        int code = count(Role.DATA);
        code = code * MOST_GROUPS + Math.min(MOST_GROUPS - 1, count(Role.GROUPS));
        code = code * 4 + count(Role.REMOVED);
        code = code * 4 + count(Role.HELD_OUT);
        // Groups of all go with no other groups, so that three groups can be told by the two together.
        code = code * 2 + (count(Role.GROUPS) == MOST_GROUPS ? 1 : count(Role.GROUPS_OF_ALL));
        code = code * 2 + Math.min(1, count(Role.DROPPED_GROUPS) + (withoutOne ? 1 : 0));
        return code * 8 + shares;
    }

    /** Returns the name of a shape. */
    static String name(int code) {
        return "SHAPE-" + code;
    }
}
