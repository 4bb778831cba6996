package io.tunetally.discussion;

import io.tunetally.units.Band;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one way to buy a job, on one day.
 *
 * @param offer in words: {@code Llama 3.1 8B, LoRA on Ori}
 * @param training one training
 * @param monthly running it, null if that was not asked or has no price
 * @param total training and running over the months, null likewise
 * @param months 0 if running was not asked; with months and no total, its cost is unknown
 * @param closed why it cannot be started; empty if it can
 * @param ends the day from which it no longer runs, empty if none is announced
 * @param rate the price behind the training: {@code $0.46 / 1M tokens}
 * @param rateSince the day from which that price is known, empty if undated
 * @param digest of the price book it was made from
 */
public record Figures(
        String model,
        String provider,
        String providerName,
        String offer,
        Band training,
        @Nullable Band monthly,
        @Nullable Band total,
        long months,
        String closed,
        String ends,
        String rate,
        String rateSince,
        String digest) {
    /** Returns the amount that ranks it: the total where there is one, else the training. */
    public Band headline() {
        return total == null ? training : total;
    }

    void write(Body body) {
        body.with("model", model)
                .with("provider", provider)
                .with("providerName", providerName)
                .with("offer", offer)
                .with("training", text(training))
                .with("monthly", text(monthly))
                .with("total", text(total))
                .with("months", months)
                .with("closed", closed)
                .with("ends", ends)
                .with("rate", rate)
                .with("rateSince", rateSince)
                .with("digest", digest);
    }

    static Figures read(Body body) {
        Band training = band(body.text("training"));
        return new Figures(
                body.text("model"),
                body.text("provider"),
                body.text("providerName"),
                body.text("offer"),
                training == null ? Band.ZERO : training,
                band(body.text("monthly")),
                band(body.text("total")),
                body.number("months"),
                body.text("closed"),
                body.text("ends"),
                body.text("rate"),
                body.text("rateSince"),
                body.text("digest"));
    }

    private static String text(@Nullable Band band) {
        return band == null ? "" : band.low().toDecimal() + " " + band.high().toDecimal();
    }

    private static @Nullable Band band(String text) {
        if (text.isEmpty()) {
            return null;
        }
        String[] ends = text.split(" ", -1);
        return new Band(new Money(new BigDecimal(ends[0])), new Money(new BigDecimal(ends[1])));
    }
}
