package io.tunetally.discussion.command;

import io.tunetally.discussion.Figures;
import io.tunetally.reply.Block;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.wording.part.Numbers;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the costs of two offers: one training, the fee a month of an endpoint, and the requests of a month.
 *
 * @param total whether running counts
 */
record CostParts(Figures examined, Figures other, boolean total) {
    private static final String NONE = "none";

    private enum Part {
        TRAINING,
        ENDPOINT,
        REQUESTS
    }

    /** Names the part in which they differ most, with both amounts. */
    String reason() {
        Part part = Stream.of(Part.values())
                .filter(each -> total || each == Part.TRAINING)
                .max(Comparator.comparing(this::apart))
                .orElse(Part.TRAINING);
        return switch (part) {
            case TRAINING -> "training: " + trained(examined) + ", " + trained(other);
            case ENDPOINT -> "the endpoint's fee a month: " + endpoint(examined) + ", " + endpoint(other);
            case REQUESTS -> "the requests of a month: " + requests(examined) + ", " + requests(other);
        };
    }

    /** Returns the parts side by side. */
    Block table(String letter, String otherLetter) {
        return new Block.Table(
                List.of(Block.Column.text(""), Block.Column.number(letter), Block.Column.number(otherLetter)),
                List.of(
                        List.of("One training", Numbers.money(examined.training()), Numbers.money(other.training())),
                        List.of("Endpoint, a month", fee(examined), fee(other)),
                        List.of("Requests, a month", amount(requestsOf(examined)), amount(requestsOf(other)))));
    }

    private BigDecimal apart(Part part) {
        BigDecimal mine = of(part, examined).usd();
        return mine.subtract(of(part, other).usd()).abs();
    }

    private static Money of(Part part, Figures figures) {
        Band hosting = figures.hosting();
        return switch (part) {
            case TRAINING -> figures.training().low();
            case ENDPOINT -> hosting == null ? Money.ZERO : over(hosting.low(), figures);
            case REQUESTS -> over(requestsOf(figures).low(), figures);
        };
    }

    private static Money over(Money month, Figures figures) {
        return month.times(figures.months());
    }

    private static Band requestsOf(Figures figures) {
        Band monthly = figures.monthly();
        Band hosting = figures.hosting();
        if (monthly == null) {
            return Band.ZERO;
        }
        return hosting == null
                ? monthly
                : new Band(monthly.low().minus(hosting.low()), monthly.high().minus(hosting.high()));
    }

    /** The offers of one provider are told apart by their models. */
    private String on(Figures figures) {
        return examined.provider().equals(other.provider())
                ? " for " + figures.offer()
                : " on " + figures.providerName();
    }

    private String trained(Figures figures) {
        return Numbers.money(figures.training())
                + on(figures)
                + (figures.rate().isEmpty() ? "" : " (" + figures.rate() + ")");
    }

    private String endpoint(Figures figures) {
        return fee(figures)
                + on(figures)
                + (isNone(figures.hosting())
                        ? ", where each request is billed (" + Numbers.money(requestsOf(figures)) + " a month)"
                        : "");
    }

    private String requests(Figures figures) {
        return amount(requestsOf(figures)) + on(figures);
    }

    private static String fee(Figures figures) {
        Band hosting = figures.hosting();
        return hosting == null || isNone(hosting) ? NONE : Numbers.money(hosting);
    }

    private static String amount(Band band) {
        return band.isZero() ? NONE : Numbers.money(band);
    }

    private static boolean isNone(@Nullable Band band) {
        return band == null || band.isZero();
    }
}
