package io.tunetally.wording;

import io.tunetally.reply.ChartSpec;
import io.tunetally.units.Band;

/** Amounts as a chart takes them. */
final class Charted {
    private Charted() {}

    static ChartSpec.Amount amount(Band amount) {
        return new ChartSpec.Amount(amount.low().usd(), amount.high().usd(), Numbers.money(amount));
    }
}
