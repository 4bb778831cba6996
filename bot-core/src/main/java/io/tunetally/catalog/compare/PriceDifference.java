package io.tunetally.catalog.compare;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceScope;
import io.tunetally.catalog.Provenance;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.yaml.Constants;
import io.tunetally.units.Change;
import io.tunetally.units.Exact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The prices of two editions for one figure of one model at one provider.
 *
 * @param one the rate of the first edition
 * @param other the rate of the second edition, possibly that of the model's size tier
 */
public record PriceDifference(ModelId model, Rate one, Rate other) {
    private static final BigDecimal TOLERANCE = new BigDecimal("0.05");

    /** Returns the second price divided by the first, at the high ends; empty if only the first is 0. */
    public Optional<BigDecimal> ratio() {
        return new Change(
                        one.price().price().high().usd(),
                        other.price().price().high().usd())
                .ratio();
    }

    /** True if they differ by more than 5 %. */
    public boolean isDisagreement() {
        return ratio().map(ratio -> ratio.subtract(BigDecimal.ONE).abs().compareTo(TOLERANCE) > 0)
                .orElse(true);
    }

    /** True if the editions price different methods, e.g. one a listed price and the other LoRA. */
    public boolean comparesMethods() {
        return !one.methods().equals(other.methods());
    }

    /** Returns both prices with method, source and date, and their difference. */
    public String explanation() {
        return describe(one) + "; " + describe(other) + ": " + change();
    }

    private String change() {
        return ratio().map(PriceDifference::inPercent).orElse("free against priced");
    }

    private static String inPercent(BigDecimal ratio) {
        BigDecimal percent = ratio.subtract(BigDecimal.ONE).movePointRight(2).setScale(1, RoundingMode.HALF_UP);
        if (ratio.compareTo(BigDecimal.ONE) == 0) {
            return "the same";
        }
        return Exact.normal(percent.abs()).toPlainString() + " % " + (percent.signum() < 0 ? "lower" : "higher");
    }

    private static String describe(Rate rate) {
        Provenance provenance = rate.provenance();
        LocalDate observed = provenance.lastSeen();
        String subject = switch (rate.subject()) {
            case PriceScope.OfSize _ -> " by size";
            case PriceScope.OfModel _, PriceScope.OfAny _ -> "";
        };
        String method = rate.methods().size() == 1
                ? Constants.name(rate.methods().iterator().next()) + " "
                : "";
        return provenance.edition() + " " + method + rate.price().price() + subject + " ("
                + provenance.sources().getFirst().title() + ", " + (observed == null ? "undated" : observed) + ")";
    }
}
