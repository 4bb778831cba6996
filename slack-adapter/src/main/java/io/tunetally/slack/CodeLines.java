package io.tunetally.slack;

/** Lines that stand under each other, in code blocks. */
final class CodeLines {
    private CodeLines() {}

    /** As many lines as a section takes in each block; a line that is longer than a section is counted as missing. */
    static void add(Sheet sheet, String text) {
        StringBuilder lines = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (Mrkdwn.fencedLength(line) > SlackLimits.SECTION) {
                sheet.omit(1);
                continue;
            }
            if (Mrkdwn.fencedLength(lines + line) + 1 > SlackLimits.SECTION) {
                flush(sheet, lines);
            }
            lines.append(lines.isEmpty() ? "" : "\n").append(line);
        }
        flush(sheet, lines);
    }

    private static void flush(Sheet sheet, StringBuilder lines) {
        if (!lines.isEmpty()) {
            String fenced = Mrkdwn.fenced(lines.toString());
            sheet.add(Sheet.section(fenced), fenced.length(), (int)
                    lines.toString().lines().count());
            lines.setLength(0);
        }
    }
}
