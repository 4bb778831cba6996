package io.tunetally.reply;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** A chart in block characters, in eighths of a character; a band shows its low end solid and the rest shaded. */
final class TextBars {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
    private static final int LABEL_PERCENT = 55;

    private TextBars() {}

    static String of(ChartSpec spec, int width) {
        BigDecimal largest = spec.series().stream()
                .flatMap(series -> series.high().stream())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
        List<String> lines = new ArrayList<>();
        lines.add(spec.title());
        for (ChartSpec.Series series : spec.series()) {
            if (spec.series().size() > 1) {
                lines.add(series.name());
            }
            int labels = Math.min(
                    width * LABEL_PERCENT / 100,
                    spec.labels().stream().mapToInt(String::length).max().orElse(0));
            for (int i = 0; i < spec.labels().size(); i++) {
                String label = spec.labels().get(i);
                String shown = shortened(label, labels);
                int room = Math.max(1, width - labels - 1);
                lines.add((shown + " ".repeat(labels - shown.length()) + " "
                                + bar(series.low().get(i), series.high().get(i), largest, room))
                        .stripTrailing());
            }
        }
        return String.join("\n", lines);
    }

    /** Cut before the last word, which is the bar's value. */
    private static String shortened(String label, int length) {
        if (label.length() <= length) {
            return label;
        }
        String value = label.substring(label.lastIndexOf(' ') + 1);
        int kept = length - value.length() - 2;
        return kept < 1
                ? label.substring(0, length - 1) + "…"
                : label.substring(0, kept).stripTrailing() + "… " + value;
    }

    private static String bar(BigDecimal low, BigDecimal high, BigDecimal largest, int room) {
        if (largest.signum() == 0) {
            return "";
        }
        int solid = eighths(low, largest, room);
        int shaded = (eighths(high, largest, room) - solid) / 8;
        String end = solid % 8 == 0 ? "" : String.valueOf(EIGHTHS.charAt(solid % 8));
        String bar = "█".repeat(solid / 8) + end + "░".repeat(shaded);
        return bar.isEmpty() && high.signum() > 0 ? "▏" : bar;
    }

    private static int eighths(BigDecimal value, BigDecimal largest, int room) {
        return value.multiply(BigDecimal.valueOf(room * 8L))
                .divide(largest, 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
