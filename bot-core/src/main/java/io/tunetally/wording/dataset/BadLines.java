package io.tunetally.wording.dataset;

import io.tunetally.dataset.format.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Words the lines that are no example: each fault once, with the first lines that have it. */
final class BadLines {
    private static final int MOST_FAULTS = 5;
    private static final int MOST_LINES = 5;

    private BadLines() {}

    static List<String> faults(List<Reading.Bad> bad) {
        Map<String, List<Long>> linesByFault = bad.stream()
                .collect(Collectors.groupingBy(
                        Reading.Bad::why,
                        LinkedHashMap::new,
                        Collectors.mapping(Reading.Bad::line, Collectors.toList())));
        return linesByFault.entrySet().stream()
                .limit(MOST_FAULTS)
                .map(fault -> fault(fault.getKey(), fault.getValue()))
                .toList();
    }

    private static String fault(String why, List<Long> lines) {
        List<String> others =
                lines.stream().distinct().skip(1).map(String::valueOf).toList();
        String first = "line " + lines.getFirst() + " " + why;
        if (others.isEmpty()) {
            return first;
        }
        String named = String.join(", ", others.subList(0, Math.min(MOST_LINES, others.size())));
        return first + " (also " + (others.size() == 1 ? "line " : "lines ") + named
                + (others.size() > MOST_LINES ? ", ..." : "") + ")";
    }
}
