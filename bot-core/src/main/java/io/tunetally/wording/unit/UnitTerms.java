package io.tunetally.wording.unit;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.UnitCost;
import io.tunetally.request.Origin;
import io.tunetally.request.PricedUnit;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import io.tunetally.units.UnitPrice;
import io.tunetally.wording.part.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Optional;

/** The terms on which one unit of an offer is sold, in words: {@code $1.60 per 1M output tokens, plus $1.70 an hour}. */
final class UnitTerms {
    private static final Money CENT = Money.of("0.01");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal SECONDS_OF_HOUR = BigDecimal.valueOf(3_600);
    private static final String PER_MILLION = " per 1M ";

    private final Inquiry inquiry;
    private final PricedUnit unit;

    UnitTerms(Inquiry inquiry, PricedUnit unit) {
        this.inquiry = inquiry;
        this.unit = unit;
    }

    /**
     * The terms of an offer.
     *
     * @param amount the price that offers are ordered by
     * @param fee whether an endpoint is billed by the hour besides it
     */
    record Terms(Band amount, boolean fee, String text) implements Comparable<Terms> {
        private static final Comparator<Terms> ORDER =
                Comparator.comparing(Terms::fee).thenComparing(Terms::amount, Band.LEAST_AT_MOST);

        /** A fee by the hour comes last: the price of a unit says little beside it. */
        @Override
        public int compareTo(Terms other) {
            return ORDER.compare(this, other);
        }
    }

    /** Returns the terms; empty if the unit has no price there. */
    Optional<Terms> of(Quote quote) {
        return switch (unit) {
            case EPOCH -> Optional.empty();
            case EXAMPLE -> example(quote);
            case TRAINING_TOKEN -> tokens(quote, LineItem.Kind.TRAINING_TOKENS, "training tokens", "");
            case TOKEN -> allTokens(quote);
            case INPUT_TOKEN -> run(quote, LineItem.Kind.INPUT, "input tokens");
            case OUTPUT_TOKEN -> run(quote, LineItem.Kind.OUTPUT, "output tokens");
            case REQUEST -> request(quote);
            case HOSTING_HOUR -> hour(quote);
        };
    }

    private static Optional<Terms> tokens(Quote quote, LineItem.Kind kind, String noun, String more) {
        return UnitCost.listed(quote, kind)
                .map(UnitPrice::price)
                .map(price -> new Terms(price, !more.isEmpty(), Numbers.listed(price) + PER_MILLION + noun + more));
    }

    private Optional<Terms> run(Quote quote, LineItem.Kind kind, String noun) {
        return tokens(quote, kind, noun, fee(quote)).or(() -> byTheHour(quote));
    }

    /** {@code , plus $1.70 an hour while it is deployed}; nothing without an endpoint that is billed by the hour. */
    private static String fee(Quote quote) {
        return UnitCost.endpointHour(quote)
                .map(hour -> ", plus " + whileDeployed(hour))
                .orElse("");
    }

    private static String whileDeployed(Band hour) {
        return Numbers.amount(hour) + " an hour while it is deployed";
    }

    /** An endpoint that bills its hours sells no tokens; at a speed that was said, its hour has so many of them. */
    private Optional<Terms> byTheHour(Quote quote) {
        BigDecimal speed = inquiry.filled().value(SlotName.TOKENS_PER_SECOND);
        return UnitCost.endpointHour(quote)
                .map(hour -> speed == null || quote.gpuNeed() == null
                        ? new Terms(hour, true, "not sold by the token; " + whileDeployed(hour))
                        : atSpeed(hour, speed));
    }

    /** {@code $0.054 per 1M tokens at 1,800 tokens/s all the time; $0.35 an hour while it is deployed}. */
    private static Terms atSpeed(Band hour, BigDecimal speed) {
        BigDecimal millions = MILLION.divide(speed.multiply(SECONDS_OF_HOUR), MathContext.DECIMAL64);
        Band million = hour.times(millions);
        return new Terms(
                million,
                false,
                Numbers.amount(million) + PER_MILLION + "tokens at " + Numbers.count(speed) + " tokens/s all the time; "
                        + whileDeployed(hour));
    }

    private Optional<Terms> allTokens(Quote quote) {
        String training = UnitCost.listed(quote, LineItem.Kind.TRAINING_TOKENS)
                .map(price -> Numbers.listed(price.price()) + PER_MILLION + "training tokens")
                .orElse("");
        Optional<Terms> running = bothWays(quote).or(() -> run(quote, LineItem.Kind.INPUT, "input tokens"));
        String text = running.map(terms -> (training.isEmpty() ? "" : training + "; to run it ") + terms.text())
                .orElse(training);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Terms(
                        running.map(Terms::amount).orElse(quote.main().price().price()),
                        running.map(Terms::fee).orElse(true),
                        text));
    }

    /** {@code $0.20 in and $0.80 out per 1M tokens}, where both have a price. */
    private static Optional<Terms> bothWays(Quote quote) {
        String fee = fee(quote);
        return UnitCost.listed(quote, LineItem.Kind.INPUT)
                .flatMap(in -> UnitCost.listed(quote, LineItem.Kind.OUTPUT)
                        .map(out -> new Terms(
                                in.price(),
                                !fee.isEmpty(),
                                Numbers.listed(in.price()) + " in and " + Numbers.listed(out.price()) + " out"
                                        + PER_MILLION + "tokens" + fee)));
    }

    private Optional<Terms> request(Quote quote) {
        Slot<BigDecimal> day = inquiry.filled().get(SlotName.REQUESTS_PER_DAY);
        if (day == null || !quote.unpriced().isEmpty() || quote.monthly().isZero()) {
            return Optional.empty();
        }
        Band all = UnitCost.request(quote, day.value(), day.highOrValue());
        Band tokens = UnitCost.tokensOfRequest(quote, day.value(), day.highOrValue());
        Optional<Band> hour = UnitCost.endpointHour(quote);
        if (hour.isEmpty() || !isAssumed(day)) {
            return Optional.of(new Terms(all, false, each(all) + (hour.isEmpty() ? "" : ", hosting included")));
        }
        String fee = whileDeployed(hour.get());
        String atAssumed = Numbers.amount(all) + " a request at " + Numbers.count(day.value()) + " a day (assumed)";
        return Optional.of(new Terms(
                all,
                false,
                tokens.isZero()
                        ? atAssumed + ", as only hours are billed: " + fee
                        : each(tokens) + ", plus " + fee + ": " + atAssumed));
    }

    private static boolean isAssumed(Slot<?> slot) {
        return slot.origin() == Origin.DEFAULT || slot.origin() == Origin.TEAM;
    }

    /** {@code $0.000368 a request ($0.368 per 1,000)}: below a cent a thousand is easier to read. */
    private static String each(Band request) {
        String one = Numbers.amount(request) + " a request";
        return request.high().compareTo(CENT) < 0
                ? one + " (" + Numbers.amount(request.times(THOUSAND)) + " per 1,000)"
                : one;
    }

    private Optional<Terms> example(Quote quote) {
        Slot<Long> examples = inquiry.filled().get(SlotName.EXAMPLES);
        if (examples == null || quote.training().isZero()) {
            return Optional.empty();
        }
        Band one = UnitCost.example(quote, examples.value(), examples.highOrValue());
        return Optional.of(new Terms(
                one,
                false,
                Numbers.amount(one) + " an example to train, " + Numbers.money(quote.training()) + " for all"));
    }

    private Optional<Terms> hour(Quote quote) {
        return UnitCost.endpointHour(quote)
                .map(hour -> new Terms(hour, false, whileDeployed(hour)))
                .or(() -> run(quote, LineItem.Kind.INPUT, "input tokens")
                        .map(_ ->
                                new Terms(Band.ZERO, false, hourOfTokens(quote) + "no fee an hour, only the tokens")));
    }

    /** {@code $0.05 an hour at 4,000 requests a day: }, where the traffic was said. */
    private String hourOfTokens(Quote quote) {
        Slot<BigDecimal> day = inquiry.filled().get(SlotName.REQUESTS_PER_DAY);
        return day == null
                        || isAssumed(day)
                        || day.high() != null
                        || !quote.unpriced().isEmpty()
                ? ""
                : Numbers.amount(UnitCost.hour(quote)) + " an hour at " + Numbers.count(day.value())
                        + " requests a day: ";
    }
}
