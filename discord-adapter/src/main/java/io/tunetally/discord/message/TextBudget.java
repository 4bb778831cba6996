package io.tunetally.discord.message;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the text of one message: as much as fits from the beginning, and a count of omitted parts. A part that would fit
 * after an omitted one is omitted, too: it would stand under the wrong heading.
 */
final class TextBudget {
    private static final int ROOM_TO_SAY_HOW_MUCH_MORE = 80;

    /** Room for the name of a user who shares it. */
    private static final int ROOM_TO_SIGN = 100;

    private static final int FENCES = Markdown.fenced("").length();

    private final List<String> sections = new ArrayList<>();
    private final StringBuilder section = new StringBuilder();
    private int left;
    private int omitted;
    private boolean gap;

    /** Creates a budget of characters for all sections together. */
    TextBudget(int characters) {
        left = characters - ROOM_TO_SAY_HOW_MUCH_MORE - ROOM_TO_SIGN;
    }

    /** A line of markup. */
    void line(String markdown) {
        add(markdown, 1);
    }

    /** Sets the next line apart from the lines before it. */
    void gap() {
        gap = !section.isEmpty();
    }

    /** Begins another section. */
    void section() {
        if (!section.isEmpty()) {
            sections.add(section.toString());
            section.setLength(0);
            left--;
        }
        gap = false;
    }

    /** Rows in a code block, as many as fit, under lines that stand above them in any case. */
    void code(String header, List<String> rows) {
        StringBuilder block = new StringBuilder(header);
        int shown = 0;
        int fixed = FENCES + 2;
        for (String row : rows) {
            if (fixed + block.length() + 1 + Markdown.fenced(row).length() - FENCES > left) {
                break;
            }
            block.append(block.isEmpty() ? "" : "\n").append(row);
            shown++;
        }
        if (shown > 0 || rows.isEmpty()) {
            add(Markdown.fenced(block.toString()), Math.max(1, shown));
        }
        omitted += rows.size() - shown;
    }

    private void add(String text, int parts) {
        String before = section.isEmpty() ? "" : gap ? "\n\n" : "\n";
        if (omitted > 0 || before.length() + text.length() > left) {
            omitted += parts;
            return;
        }
        left -= before.length() + text.length();
        section.append(before).append(text);
        gap = false;
    }

    void omit(int parts) {
        omitted += parts;
    }

    boolean isWhole() {
        return omitted == 0;
    }

    /** The sections; the last one ends with how much is missing and where it is. */
    List<String> finish(String whereTheRestIs) {
        if (omitted > 0) {
            section.append(section.isEmpty() ? "" : "\n")
                    .append("-# ... ")
                    .append(omitted)
                    .append(" more.")
                    .append(whereTheRestIs);
        }
        section();
        return List.copyOf(sections);
    }
}
