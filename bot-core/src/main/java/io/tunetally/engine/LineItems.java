package io.tunetally.engine;

import io.tunetally.units.Band;
import java.math.BigDecimal;
import java.util.List;

/** Sums lines; every total comes from here. */
public final class LineItems {
    private LineItems() {}

    public static Band sum(List<LineItem> lines) {
        return lines.stream().map(LineItem::amount).reduce(Band.ZERO, Band::plus);
    }

    public static Band sum(List<LineItem> lines, Part part) {
        return sum(of(lines, part));
    }

    public static List<LineItem> of(List<LineItem> lines, Part part) {
        return lines.stream().filter(line -> line.part() == part).toList();
    }

    /** Returns the lines with every unit price multiplied. */
    static List<LineItem> atPrices(List<LineItem> lines, BigDecimal factor) {
        return lines.stream().map(line -> line.atPrices(factor)).toList();
    }
}
