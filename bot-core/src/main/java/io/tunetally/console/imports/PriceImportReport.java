package io.tunetally.console.imports;

import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.imports.ImportedEdition;
import io.tunetally.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of an import, and the remaining work.
 *
 * @param books all price books in look-up order, including the imported one
 */
record PriceImportReport(
        String edition,
        Path target,
        ImportedEdition imported,
        boolean changed,
        Settings settings,
        List<PriceBook> books) {
    PriceImportReport {
        books = List.copyOf(books);
    }

    /** Returns the report for a list without any usable price or date. */
    static String nothing(String edition, ImportedEdition imported) {
        return "Nothing arrived for price book " + edition + "; nothing was written.\n" + leftOut(imported);
    }

    @Override
    public String toString() {
        String fate = changed ? "written to " + target : "unchanged: " + target + " already has them";
        return "Price book %s: %s arrived, %s.\n"
                        .formatted(
                                edition,
                                count(imported.figures(), imported.content().one()),
                                fate)
                + leftOut(imported)
                + "\n"
                + use();
    }

    private static String leftOut(ImportedEdition imported) {
        String differences = imported.content() == ImportedEdition.Content.DATES
                ? listed("date", "differing from the price books", imported.differences())
                : "";
        return differences
                + listed("row", "refused", imported.refused())
                + count(imported.outside(), "row")
                + " outside: about models or offers that are in no price book here.\n";
    }

    /** Returns a sentence with a number, and the items on lines of their own. */
    private static String listed(String one, String what, List<?> items) {
        String lines = items.stream().map(item -> "  " + item + "\n").collect(Collectors.joining());
        return count(items.size(), one) + " " + what + (lines.isEmpty() ? "." : ":") + "\n" + lines;
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private String use() {
        String order = books.stream().map(PriceBook::edition).collect(Collectors.joining(", "));
        return settings.editions().contains(edition)
                ? "tunetally.yaml lists it; look-up order: " + order + ".\n" + again()
                : """
                %1$s is not in the list of editions, so it is looked up last (%2$s)
                and only fills what the others lack. To have it looked up first, put into
                %3$s:
                  editions: %4$s
                %5$s%6$s""".formatted(edition, order, settingsFile(), first(), forOneAnswer(), again());
    }

    /** Dates apply to the prices of every edition, so choosing an edition does not choose its dates. */
    private String forOneAnswer() {
        return imported.content() == ImportedEdition.Content.DATES
                ? ""
                : "For one answer: ./tunetally ask --edition " + edition + " \"cost ...\"\n";
    }

    private Path settingsFile() {
        return settings.overlay().orElse(Path.of("")).resolve("tunetally.yaml");
    }

    private String first() {
        return Stream.concat(Stream.of(edition), settings.editions().stream())
                .toList()
                .toString();
    }

    private String again() {
        return changes() + "A running adapter reads it at its next start.\n";
    }

    private String changes() {
        if (imported.content() == ImportedEdition.Content.DATES) {
            return "";
        }
        String other = settings.editions().stream()
                .filter(listed -> !listed.equals(edition))
                .findFirst()
                .orElse("guide");
        return "What it changes: ./tunetally prices diff " + other + " " + edition + "\n";
    }
}
