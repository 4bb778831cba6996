package io.tunetally.catalog.imports;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.Rate;
import io.tunetally.units.Money;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The prices before an import: the edition imported into first, then the others in look-up order. */
final class LastEdition {
    private final List<PriceBook> books;
    private final LocalDate day;

    LastEdition(Catalog catalog, String edition, LocalDate day) {
        this.books = catalog.books().stream()
                .sorted(Comparator.comparing(book -> !book.edition().equals(edition)))
                .toList();
        this.day = day;
    }

    /** A price and its edition. */
    record Said(String edition, Money low, Money high) {
        boolean is(Money price) {
            return price.compareTo(low) >= 0 && price.compareTo(high) <= 0;
        }
    }

    Optional<Said> priceOf(Candidate candidate) {
        return books.stream()
                .flatMap(book -> book.rates().stream())
                .filter(rate -> isAbout(candidate, rate))
                .findFirst()
                .map(rate -> new Said(
                        rate.provenance().edition(),
                        rate.price().price().low(),
                        rate.price().price().high()));
    }

    private boolean isAbout(Candidate candidate, Rate rate) {
        Rate wanted = candidate.rate();
        return rate.figure() == wanted.figure()
                && rate.provider().equals(wanted.provider())
                && rate.subject().equals(wanted.subject())
                && rate.variant().equals(wanted.variant())
                && (rate.deployment() == null || rate.deployment() == wanted.deployment())
                && rate.effective().holdsOn(day);
    }
}
