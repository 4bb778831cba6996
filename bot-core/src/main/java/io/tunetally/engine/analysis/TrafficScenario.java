package io.tunetally.engine.analysis;

import io.tunetally.engine.Factor;
import io.tunetally.engine.LineItem;
import io.tunetally.units.Band;
import io.tunetally.units.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A case of a traffic with ranges: the named factors are at their high end, all others at their low one. Two models are
 * compared case by case, as both get the same requests; monthly cost is linear in each factor, so the extremes are
 * among these cases.
 */
record TrafficScenario(Set<Factor.Name> high) {
    TrafficScenario {
        high = Set.copyOf(high);
    }

    /** Returns every case of the factors that are ranges. */
    static List<TrafficScenario> all(Set<Factor.Name> ranges) {
        List<TrafficScenario> corners = new ArrayList<>(List.of(new TrafficScenario(Set.of())));
        for (Factor.Name range : ranges) {
            corners.addAll(corners.stream().map(corner -> corner.with(range)).toList());
        }
        return corners;
    }

    /** Returns the case with one more factor at its high end. */
    TrafficScenario with(Factor.Name name) {
        Set<Factor.Name> more = EnumSet.of(name);
        more.addAll(high);
        return new TrafficScenario(more);
    }

    /** Returns the sum of lines in this case: a band only if their prices are. */
    Band sum(List<LineItem> lines) {
        return lines.stream().map(this::amount).reduce(Band.ZERO, Band::plus);
    }

    private Band amount(LineItem line) {
        BigDecimal count = line.counted().factors().stream()
                .map(factor -> high.contains(factor.name()) ? factor.high() : factor.low())
                .reduce(BigDecimal.ONE, BigDecimal::multiply);
        return line.unitPrice().of(Quantity.of(count, line.counted().unit()));
    }
}
