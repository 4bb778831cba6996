package io.tunetally.catalog.imports;

import java.util.List;

/**
 * The result of an import; nothing is written yet.
 *
 * @param yaml the whole price file of the edition, including its earlier content
 * @param figures the number of figures or dates taken from the imported file
 * @param differences the dates that differ from those of a price book, each as a sentence
 * @param refused the rejected rows, nearly all about models of the catalog
 * @param outside the number of rows about something unknown to the catalog
 */
public record ImportedEdition(
        String yaml, Content content, int figures, List<String> differences, List<Refusal> refused, int outside) {
    /** The content of an edition; an import replaces an edition of its own content only. */
    public enum Content {
        PRICES("price"),
        DATES("date");

        private final String one;

        Content(String one) {
            this.one = one;
        }

        /** Returns the name of one figure. */
        public String one() {
            return one;
        }
    }

    public ImportedEdition {
        differences = List.copyOf(differences);
        refused = List.copyOf(refused);
    }
}
