package io.tunetally.discussion.command;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Rate;
import io.tunetally.catalog.team.TeamTerms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Identifies the prices that an answer was made from: equal for equal prices, on every machine. */
final class BookDigest {
    private static final int LENGTH = 12;

    private BookDigest() {}

    static String of(Catalog catalog) {
        return of(catalog.books().stream()
                .flatMap(book -> Stream.concat(Stream.of(book.edition()), lines(book.rates()).stream())));
    }

    /** Returns the digest of a team's prices over a book's digest: the same one without terms. */
    static String of(String book, TeamTerms terms) {
        if (terms.equals(TeamTerms.NONE)) {
            return book;
        }
        Set<String> others = new TreeSet<>();
        terms.customerOf().forEach(provider -> others.add("customer " + provider.value()));
        terms.discounts().forEach((provider, discount) -> others.add(provider.value() + " " + discount));
        return of(Stream.of(List.of(book), others, lines(terms.rates())).flatMap(Collection::stream));
    }

    private static String of(Stream<String> lines) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> sha.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Sorts, as neither the order of files nor that of sets matters. */
    private static Set<String> lines(List<Rate> rates) {
        Set<String> lines = new TreeSet<>();
        for (Rate rate : rates) {
            lines.add(String.join(
                    "|",
                    List.of(
                            rate.figure().toString(),
                            rate.subject().toString(),
                            rate.provider().value(),
                            new TreeSet<>(rate.methods()).toString(),
                            new TreeSet<>(rate.objectives()).toString(),
                            String.valueOf(rate.deployment()),
                            rate.variant(),
                            rate.price().toString(),
                            rate.effective().toString())));
        }
        return lines;
    }
}
