package io.tunetally.request;

/**
 * The people, places or other parties among whom a cost is divided: {@code 300 customers}.
 *
 * @param noun in the plural
 */
public record CostSplit(long parts, String noun) {
    @Override
    public String toString() {
        return parts + " " + noun;
    }
}
