package io.tunetally.discussion.command;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.Rate;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Identifies the prices that an answer was made from: equal for equal prices, on every machine. */
final class BookDigest {
    private static final int LENGTH = 12;

    private BookDigest() {}

    static String of(Catalog catalog) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (PriceBook book : catalog.books()) {
                sha.update(book.edition().getBytes(StandardCharsets.UTF_8));
                lines(book).forEach(line -> sha.update(line.getBytes(StandardCharsets.UTF_8)));
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Sorts, as neither the order of files nor that of sets matters. */
    private static Set<String> lines(PriceBook book) {
        Set<String> lines = new TreeSet<>();
        for (Rate rate : book.rates()) {
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
