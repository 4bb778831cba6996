package io.tunetally.catalog.yaml;

import io.tunetally.units.Band;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads prices of price files: a number, or {@code {low, high}} where sources disagree. */
final class PriceValue {
    private PriceValue() {}

    /** Returns the price, or null and adds a fault if it is invalid. */
    static @Nullable Band read(YamlNode node, Faults faults) {
        if (node instanceof YamlNode.Mapping) {
            return band(new Fields(node, faults));
        }
        BigDecimal number = PlainNumber.read(node, faults);
        return number == null ? null : Band.exactly(new Money(number));
    }

    private static @Nullable Band band(Fields ends) {
        Money low = new Money(ends.requiredNumber("low"));
        Money high = new Money(ends.requiredNumber("high"));
        ends.end();
        if (low.compareTo(high) > 0) {
            ends.fault("low", "is above high; swap them");
            return null;
        }
        return new Band(low, high);
    }
}
