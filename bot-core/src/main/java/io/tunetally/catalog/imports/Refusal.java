package io.tunetally.catalog.imports;

/**
 * A rejected row of an import.
 *
 * @param row its name in the imported file
 * @param reason why it was rejected
 */
public record Refusal(String row, String reason) {
    @Override
    public String toString() {
        return row + ": " + reason;
    }
}
