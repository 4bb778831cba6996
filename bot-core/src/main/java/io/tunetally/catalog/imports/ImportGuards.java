package io.tunetally.catalog.imports;

import io.tunetally.catalog.BillingRule;
import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Meter;
import io.tunetally.units.Change;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rejects implausible imported prices. A wrong price that looks right is worse than none. */
final class ImportGuards {
    /** No token price outside these limits is known, in USD per 1,000,000. */
    private static final Money LEAST_TOKEN_PRICE = Money.of("0.001");

    private static final Money HIGHEST_TOKEN_PRICE = Money.of("1000");

    private final LastEdition last;
    private final SecondSource second;
    private final List<BillingRule> rules;

    ImportGuards(Catalog catalog, LastEdition last, SecondSource second) {
        this.last = last;
        this.second = second;
        this.rules = catalog.books().stream()
                .flatMap(book -> book.rules().stream())
                .filter(rule -> rule.name() == BillingRule.Name.BATCH_DISCOUNT)
                .toList();
    }

    /** Returns why a figure must be rejected, judged with the others of its row; empty if it is plausible. */
    Optional<String> refusal(Candidate candidate, List<Candidate> row) {
        return Stream.of(unit(candidate), cached(candidate, row), batch(candidate, row), change(candidate))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> unit(Candidate candidate) {
        Money price = candidate.price();
        if (!candidate.rate().figure().isPerToken()) {
            return Optional.empty();
        }
        if (price.isZero()) {
            return refuse(candidate, "is 0, which looks like a missing price");
        }
        if (price.compareTo(HIGHEST_TOKEN_PRICE) > 0) {
            return refuse(candidate, price + " looks like a price for more tokens than the unit says");
        }
        return price.compareTo(LEAST_TOKEN_PRICE) < 0
                ? refuse(candidate, price + " looks like a price for fewer tokens than the unit says, 1K or one")
                : Optional.empty();
    }

    private static Optional<String> cached(Candidate candidate, List<Candidate> row) {
        return switch (candidate.rate().figure()) {
            case TUNED_CACHED -> notAbove(candidate, Meter.TUNED_INPUT, row);
            case BASE_CACHED -> notAbove(candidate, Meter.BASE_INPUT, row);
            default -> Optional.empty();
        };
    }

    private Optional<String> batch(Candidate candidate, List<Candidate> row) {
        return switch (candidate.rate().figure()) {
            case TUNED_BATCH_INPUT -> batch(candidate, Meter.TUNED_INPUT, row);
            case TUNED_BATCH_OUTPUT -> batch(candidate, Meter.TUNED_OUTPUT, row);
            default -> Optional.empty();
        };
    }

    private Optional<String> batch(Candidate candidate, Meter standard, List<Candidate> row) {
        return notAbove(candidate, standard, row)
                .or(() -> candidate
                        .beside(standard, row)
                        .flatMap(price -> discounted(candidate, price)
                                .filter(due -> !due.equals(candidate.price()))
                                .flatMap(due -> refuse(
                                        candidate,
                                        candidate.price() + " is not the provider's batch discount on " + price + ", "
                                                + due))));
    }

    private Optional<Money> discounted(Candidate candidate, Money standard) {
        return rules.stream()
                .filter(rule -> rule.providers().isEmpty()
                        || rule.providers().contains(candidate.rate().provider()))
                .findFirst()
                .map(rule -> standard.times(BigDecimal.ONE.subtract(rule.value("discount"))));
    }

    private static Optional<String> notAbove(Candidate candidate, Meter standard, List<Candidate> row) {
        return candidate
                .beside(standard, row)
                .filter(price -> candidate.price().compareTo(price) > 0)
                .flatMap(
                        price -> refuse(candidate, candidate.price() + " is above " + standard.label() + ", " + price));
    }

    private Optional<String> change(Candidate candidate) {
        Optional<String> changed =
                last.priceOf(candidate).flatMap(said -> far(candidate, said.high(), "the edition " + said.edition()));
        return changed.or(() -> second.price(
                        candidate.rate().provider(),
                        candidate.model(),
                        candidate.rate().figure())
                .flatMap(price -> far(candidate, new Money(price), "the second source")));
    }

    private static Optional<String> far(Candidate candidate, Money known, String who) {
        Change change = new Change(known.usd(), candidate.price().usd());
        if (!change.needsSecondLook()) {
            return Optional.empty();
        }
        String times = change.factor()
                .map(factor -> factor.round(new MathContext(3)).toPlainString() + " times")
                .orElse("infinitely");
        return refuse(
                candidate,
                candidate.price() + " differs " + times + " from " + known + " of " + who + ", more than 5 times");
    }

    private static Optional<String> refuse(Candidate candidate, String why) {
        return Optional.of(candidate.rate().figure().label() + " " + why);
    }
}
