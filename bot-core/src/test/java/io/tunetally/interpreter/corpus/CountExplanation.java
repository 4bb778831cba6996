package io.tunetally.interpreter.corpus;

import io.tunetally.interpreter.role.NumberRoles;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explains an expected number of examples as a sum or a remainder of the counts in a message. */
public final class CountExplanation {
    /** Below it a count is of something else: {@code 3 colours}. */
    private static final BigDecimal FEWEST = BigDecimal.TEN;

    /** An explanation by more numbers may be chance. */
    private static final int MOST_PARTS = 4;

    private final List<Integer> places;
    private final Map<Integer, BigDecimal> counts;
    private final List<Map<Integer, Boolean>> found = new ArrayList<>();

    private CountExplanation(Map<Integer, BigDecimal> counts) {
        this.counts = counts;
        places = counts.entrySet().stream()
                .filter(count -> count.getValue().compareTo(FEWEST) >= 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the labels of the parts by their place, or none if there is no explanation or no shortest one. */
    public static Map<Integer, String> of(Map<Integer, BigDecimal> counts, BigDecimal expected) {
        CountExplanation explanation = new CountExplanation(counts);
        explanation.search(0, new LinkedHashMap<>(), expected);
        int fewest = explanation.found.stream().mapToInt(Map::size).min().orElse(0);
        List<Map<Integer, Boolean>> shortest =
                explanation.found.stream().filter(each -> each.size() == fewest).toList();
        return shortest.size() == 1 ? labels(shortest.getFirst()) : Map.of();
    }

    private void search(int next, Map<Integer, Boolean> parts, BigDecimal rest) {
        if (parts.size() > 1 && rest.signum() == 0) {
            found.add(new LinkedHashMap<>(parts));
            return;
        }
        if (parts.size() == MOST_PARTS) {
            return;
        }
        for (int i = next; i < places.size(); i++) {
            int place = places.get(i);
            for (boolean added : List.of(true, false)) {
                parts.put(place, added);
                BigDecimal count = counts.get(place);
                search(i + 1, parts, added ? rest.subtract(count) : rest.add(count));
                parts.remove(place);
            }
        }
    }

    private static Map<Integer, String> labels(Map<Integer, Boolean> parts) {
        long added = parts.values().stream().filter(each -> each).count();
        String whole = added > 1 ? NumberRoles.ADDEND : SlotName.EXAMPLES.word();
        Map<Integer, String> labels = new LinkedHashMap<>();
        parts.forEach((place, each) -> labels.put(place, each ? whole : NumberRoles.REMOVED));
        return labels;
    }
}
