package io.tunetally.catalog.imports;

import java.util.List;

/**
 * The result of an import; nothing is written yet.
 *
 * @param yaml the whole price file of the edition, including its earlier content
 * @param figures the number of figures taken from the imported file
 * @param refused the rejected rows about models of the catalog
 * @param outside the number of rows about something unknown to the catalog
 */
public record ImportedEdition(String yaml, int figures, List<Refusal> refused, int outside) {
    public ImportedEdition {
        refused = List.copyOf(refused);
    }
}
