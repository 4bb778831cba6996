package io.tunetally.catalog.yaml;

import io.tunetally.units.Exact;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers of price files: decimals of 0 or more, without exponents, separators or quotes. */
final class PlainNumber {
    private static final Pattern PLAIN_DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

    private PlainNumber() {}

    /** Returns the number, or null and adds a fault if it is invalid. */
    static @Nullable BigDecimal read(YamlNode node, Faults faults) {
        if (!(node instanceof YamlNode.Scalar scalar)
                || scalar.kind() != YamlNode.Kind.NUMBER
                || !PLAIN_DECIMAL.matcher(scalar.text()).matches()) {
            faults.add(node.place(), "is not a number; write a plain decimal such as 25.00");
            return null;
        }
        BigDecimal number = new BigDecimal(scalar.text());
        if (number.signum() < 0) {
            faults.add(node.place(), "is negative; a price or size is 0 or more");
            return null;
        }
        return Exact.normal(number);
    }
}
