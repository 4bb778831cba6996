package io.tunetally.answer.advice;

import io.tunetally.engine.LineItem;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A sum that was quoted or paid for a training, beside today's price of the same job.
 *
 * @param cheapest the cheapest of the quotes that it is judged by
 * @param dearest the dearest of these
 * @param verdict how the sum lies to their price
 * @param times the sum as a multiple of the end of the price that is nearest to it, 1 within the price
 * @param examplesAssumed the number of examples of the price, if it was assumed; else null
 * @param tokensEach the tokens per example that would explain the sum, if their number was assumed and these are likely; else null
 */
public record SumCheck(
        Sum sum,
        Quote cheapest,
        Quote dearest,
        Verdict verdict,
        BigDecimal times,
        @Nullable Long examplesAssumed,
        @Nullable Long tokensEach) {
    /** An assumed length that is wrong by more than this, either way, is not likely. */
    private static final BigDecimal LIKELY = BigDecimal.TEN;

    /** Less is no difference that decides anything. */
    private static final BigDecimal IN_LINE = new BigDecimal("1.05");

    private static final BigDecimal FAR = BigDecimal.TWO;

    /** A unit of these currencies has been worth between half a dollar and two for many years, so that a sum far off needs no rate. */
    private static final Set<String> LIKE_DOLLARS = Set.of("EUR", "GBP", "CHF", "CAD", "AUD", "SGD");

    private static final MathContext ROUGHLY = new MathContext(2);

    /** How a sum lies to the price. */
    public enum Verdict {
        /** Less than half of it. */
        FAR_BELOW,
        BELOW,
        IN_LINE,
        ABOVE,
        /** More than twice of it. */
        FAR_ABOVE,
        /** In another currency, and not so far off that any rate gives the same verdict. */
        OPEN
    }

    /**
     * A sum as it was said.
     *
     * @param amount of the whole job, in its own currency
     * @param each the amount of one example, if that was said; else null
     * @param currency its ISO code
     * @param text the words of a sum in another currency than dollars; else empty
     */
    public record Sum(Band amount, @Nullable Band each, boolean paid, String currency, String text) {
        public boolean inDollars() {
            return text.isEmpty();
        }
    }

    /** Returns the cost of training from the cheapest seller to the dearest. */
    public Band price() {
        return new Band(
                cheapest.training().low(),
                cheapest.training().high().max(dearest.training().high()));
    }

    /**
     * Judges the sum that was said, if one was.
     *
     * @param filled the values of the job
     * @param problems what the message says beside them, such as a sum in another currency
     * @param quotes of one model, at the seller that was named or at each
     */
    public static Optional<SumCheck> of(Slots filled, List<Problem> problems, List<Quote> quotes) {
        List<Quote> sellers =
                quotes.stream().filter(quote -> quote.gpuNeed() == null).toList();
        List<Quote> ranked = Quote.cheapestFirst(sellers.isEmpty() ? quotes : sellers);
        return ranked.isEmpty()
                ? Optional.empty()
                : sum(filled, problems).map(sum -> judged(sum, filled, ranked.getFirst(), ranked.getLast()));
    }

    private static SumCheck judged(Sum sum, Slots filled, Quote cheapest, Quote dearest) {
        Long assumed = examplesAssumed(filled);
        SumCheck open = new SumCheck(sum, cheapest, dearest, Verdict.OPEN, BigDecimal.ONE, assumed, null);
        BigDecimal times = times(sum.amount(), open.price());
        Verdict verdict = verdict(times);
        boolean far = verdict == Verdict.FAR_BELOW || verdict == Verdict.FAR_ABOVE;
        if (!sum.inDollars()) {
            return far && LIKE_DOLLARS.contains(sum.currency())
                    ? new SumCheck(sum, cheapest, dearest, verdict, times, assumed, null)
                    : open;
        }
        Quote nearest = times.compareTo(BigDecimal.ONE) < 0 ? cheapest : dearest;
        Long tokensEach = tokensEach(filled, nearest, verdict, times);
        return new SumCheck(sum, cheapest, dearest, verdict, times, assumed, tokensEach);
    }

    private static @Nullable Long examplesAssumed(Slots filled) {
        Slot<Long> examples = filled.get(SlotName.EXAMPLES);
        return examples != null && examples.origin() == Origin.DEFAULT ? examples.value() : null;
    }

    private static BigDecimal times(Band sum, Band price) {
        if (price.high().isZero()) {
            return BigDecimal.ONE;
        }
        if (sum.low().compareTo(price.high()) > 0) {
            return Exact.quotient(sum.low().usd(), price.high().usd());
        }
        return sum.high().compareTo(price.low()) < 0
                ? Exact.quotient(sum.high().usd(), price.low().usd())
                : BigDecimal.ONE;
    }

    private static Verdict verdict(BigDecimal times) {
        if (times.compareTo(FAR) > 0) {
            return Verdict.FAR_ABOVE;
        }
        if (times.compareTo(IN_LINE) > 0) {
            return Verdict.ABOVE;
        }
        if (times.multiply(IN_LINE).compareTo(BigDecimal.ONE) >= 0) {
            return Verdict.IN_LINE;
        }
        return times.multiply(FAR).compareTo(BigDecimal.ONE) < 0 ? Verdict.FAR_BELOW : Verdict.BELOW;
    }

    /** Returns the length that explains a sum; a minimum or an hourly price does not follow the length. */
    private static @Nullable Long tokensEach(Slots filled, Quote quote, Verdict verdict, BigDecimal times) {
        Slot<Long> assumed = filled.get(SlotName.TOKENS_PER_EXAMPLE);
        Slot<Long> examples = filled.get(SlotName.EXAMPLES);
        boolean open = verdict != Verdict.IN_LINE
                && assumed != null
                && assumed.origin() == Origin.DEFAULT
                && examples != null
                && examples.origin() != Origin.DEFAULT;
        boolean likely = times.compareTo(LIKELY) <= 0 && times.multiply(LIKELY).compareTo(BigDecimal.ONE) >= 0;
        boolean byTheToken = LineItem.ofPart(quote.lines(), Part.TRAINING).stream()
                .allMatch(line -> line.kind() == LineItem.Kind.TRAINING_TOKENS);
        return open && assumed != null && likely && byTheToken
                ? BigDecimal.valueOf(assumed.value())
                        .multiply(times)
                        .round(ROUGHLY)
                        .longValue()
                : null;
    }

    /** Returns the sum that is to be judged, if one was said. */
    public static Optional<Sum> sum(Slots filled, List<Problem> problems) {
        Slot<BigDecimal> paid = filled.get(SlotName.PAID_USD);
        Slot<BigDecimal> quoted = paid == null ? filled.get(SlotName.QUOTED_USD) : paid;
        if (quoted != null) {
            return Optional.of(new Sum(band(quoted), null, paid != null, "USD", ""));
        }
        Slot<Long> examples = filled.get(SlotName.EXAMPLES);
        Slot<BigDecimal> each = filled.get(SlotName.QUOTED_PER_EXAMPLE_USD);
        if (each != null) {
            return Optional.ofNullable(examples)
                    .map(count -> new Sum(times(band(each), count), band(each), false, "USD", ""));
        }
        return problems.stream()
                .filter(Problem.ForeignCurrency.class::isInstance)
                .map(Problem.ForeignCurrency.class::cast)
                .filter(Problem.ForeignCurrency::isJudged)
                .findFirst()
                .flatMap(money -> foreign(money, examples));
    }

    private static Optional<Sum> foreign(Problem.ForeignCurrency money, @Nullable Slot<Long> examples) {
        BigDecimal amount = money.amount();
        boolean perExample = money.slot() == SlotName.QUOTED_PER_EXAMPLE_USD;
        if (amount == null || (perExample && examples == null)) {
            return Optional.empty();
        }
        Band said = Band.exactly(new Money(amount));
        boolean paid = money.slot() == SlotName.PAID_USD;
        return Optional.of(
                perExample && examples != null
                        ? new Sum(times(said, examples), said, paid, money.code(), money.text())
                        : new Sum(said, null, paid, money.code(), money.text()));
    }

    private static Band band(Slot<BigDecimal> slot) {
        return new Band(new Money(slot.value()), new Money(slot.highOrValue()));
    }

    private static Band times(Band each, Slot<Long> count) {
        return new Band(
                each.low().times(BigDecimal.valueOf(count.value())),
                each.high().times(BigDecimal.valueOf(count.highOrValue())));
    }
}
