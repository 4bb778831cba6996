package io.tunetally.console.prices;

import io.tunetally.catalog.compare.PriceDifference;
import java.time.LocalDate;
import java.util.List;

/**
 * Two editions side by side on a day.
 *
 * @param all every figure in both, including those that agree
 */
record PriceComparison(String one, String other, LocalDate day, List<PriceDifference> all) {
    PriceComparison {
        all = List.copyOf(all);
    }

    List<PriceDifference> disagreements() {
        return all.stream().filter(PriceDifference::isDisagreement).toList();
    }

    /** Counts the figures that differ by at most 5 %. */
    int agreeing() {
        return all.size() - disagreements().size();
    }
}
