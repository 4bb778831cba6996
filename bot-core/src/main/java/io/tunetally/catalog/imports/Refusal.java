package io.tunetally.catalog.imports;

/**
 * A row of an import that was not taken.
 *
 * @param row its name in the imported file
 * @param reason why not
 */
public record Refusal(String row, String reason) {
    @Override
    public String toString() {
        return row + ": " + reason;
    }
}
