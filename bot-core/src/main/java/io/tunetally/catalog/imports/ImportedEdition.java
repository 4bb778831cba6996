package io.tunetally.catalog.imports;

import java.util.List;

/**
 * What an import makes of a file; nothing is written yet.
 *
 * @param yaml the whole price file of the edition, what it held before included
 * @param figures how many figures were taken from the imported file
 * @param refused the rows that were not taken although they are about models of the catalog
 * @param outside how many rows are about something the catalog does not know
 */
public record ImportedEdition(String yaml, int figures, List<Refusal> refused, int outside) {
    public ImportedEdition {
        refused = List.copyOf(refused);
    }
}
