package io.tunetally.wording.table;

import io.tunetally.reply.ChartSpec;
import io.tunetally.units.Band;
import io.tunetally.wording.part.Numbers;

/** Converts amounts for charts. */
public final class ChartAmounts {
    private ChartAmounts() {}

    public static ChartSpec.Amount amount(Band amount) {
        return new ChartSpec.Amount(amount.low().usd(), amount.high().usd(), Numbers.money(amount));
    }
}
