package io.tunetally.engine;

import io.tunetally.units.Band;
import java.math.BigDecimal;
import java.util.List;

/** Sums lines; every total comes from here. */
public final class LineItems {
    private LineItems() {}

    public static Band sum(List<LineItem> lines) {
        Band sum = Band.ZERO;
        for (LineItem line : lines) {
            sum = plus(sum, line);
        }
        return sum;
    }

    public static Band sum(List<LineItem> lines, Part part) {
        Band sum = Band.ZERO;
        for (LineItem line : lines) {
            sum = line.part() == part ? plus(sum, line) : sum;
        }
        return sum;
    }

    private static Band plus(Band sum, LineItem line) {
        Band amount = line.amount();
        return sum.isZero() ? amount : sum.plus(amount);
    }

    public static List<LineItem> of(List<LineItem> lines, Part part) {
        return lines.stream().filter(line -> line.part() == part).toList();
    }

    /** Returns the lines with every unit price multiplied. */
    static List<LineItem> atPrices(List<LineItem> lines, BigDecimal factor) {
        return lines.stream().map(line -> line.atPrices(factor)).toList();
    }
}
