package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.part.Part;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes how a number of examples follows from the figures of a message, so that people can check it: {@code (12 - 2) × 80, less
 * 25%}. Steps that take a share of what is left follow one another, in the order of the message, as they are worked out.
 */
public final class CountArithmetic {
    private static final String MINUS = " - ";
    public static final String TIMES = " × ";

    private final Assignment assignment;
    private final boolean withoutOne;

    private CountArithmetic(Assignment assignment, boolean withoutOne) {
        this.assignment = assignment;
        this.withoutOne = withoutOne;
    }

    /** Returns the arithmetic of a derivation that has a number of examples. */
    static String text(List<Figure> figures, Derivation derivation) {
        return new CountArithmetic(new Assignment(figures, derivation.roles()), derivation.withoutOne()).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        String groups = "";
        for (int place : assignment.inOrderOfText()) {
            if (assignment.is(place, Role.DATA)) {
                text.append(text.isEmpty() ? "" : " + ").append(term(place));
            } else if (assignment.is(place, Role.GROUPS_OF_ALL)) {
                groups = count(assignment.figure(place).value()) + TIMES;
            }
        }
        if (!groups.isEmpty()) {
            text.insert(0, groups + "(").append(')');
        }
        boolean ofShares = false;
        for (int place : assignment.inOrderOfText()) {
            Figure figure = assignment.figure(place);
            switch (assignment.role(place)) {
                case REMOVED, HELD_OUT ->
                    text.append(ofShares ? ", less " : MINUS).append(count(figure.value()));
                case SHARE_REMOVED, SHARE_HELD_OUT -> {
                    text.append(", less ").append(share(figure));
                    ofShares = true;
                }
                case SHARE_KEPT -> {
                    text.append(", ").append(share(figure)).append(" of it");
                    ofShares = true;
                }
                default -> {
                    // It is part of a term, or of nothing.
                }
            }
        }
        return text.toString();
    }

    /** {@code 14 × 120}, {@code 800 less 50%}. */
    private String term(int data) {
        List<String> factors = new ArrayList<>();
        boolean open = withoutOne;
        for (int place = 0; place < assignment.size(); place++) {
            if (assignment.is(place, Role.GROUPS)) {
                // The first groups are those of which one drops out.
                if (assignment.nearest(place, Role.DATA) == data) {
                    factors.add(groups(place, open));
                }
                open = false;
            }
        }
        factors.add(count(assignment.figure(data).value()));
        StringBuilder term = new StringBuilder(String.join(TIMES, factors));
        for (int place = 0; place < assignment.size(); place++) {
            boolean kept = assignment.is(place, Role.SHARE_OF_PART_KEPT);
            boolean ofThis = (kept || assignment.is(place, Role.SHARE_OF_PART_REMOVED))
                    && assignment.addendBefore(place) == data;
            if (ofThis && kept) {
                term.insert(0, share(assignment.figure(place)) + " of ");
            } else if (ofThis) {
                term.insert(0, "(")
                        .append(" less ")
                        .append(share(assignment.figure(place)))
                        .append(')');
            }
        }
        return term.toString();
    }

    /** {@code 14}, {@code (12 - 2)}. */
    private String groups(int groups, boolean withoutOneOfThem) {
        StringBuilder text = new StringBuilder(count(assignment.figure(groups).value()));
        if (withoutOneOfThem) {
            text.append(MINUS).append('1');
        }
        boolean dropped = withoutOneOfThem;
        for (int place = 0; place < assignment.size(); place++) {
            if (assignment.is(place, Role.DROPPED_GROUPS) && assignment.nearest(place, Role.GROUPS) == groups) {
                text.append(MINUS).append(count(assignment.figure(place).value()));
                dropped = true;
            }
        }
        return dropped ? text.insert(0, '(').append(')').toString() : text.toString();
    }

    /** {@code 25%}, {@code 1/3}. */
    public static String share(Figure figure) {
        return share(figure.shareOf());
    }

    public static String share(Part part) {
        return part.isPercent() ? plain(part.of()) + "%" : plain(part.of()) + "/" + plain(part.parts());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** {@code 1,200}, {@code 17.14}. */
    public static String number(BigDecimal number) {
        return new DecimalFormat("#,##0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    /** {@code 1,200}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
