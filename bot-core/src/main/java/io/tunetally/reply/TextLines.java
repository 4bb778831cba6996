package io.tunetally.reply;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines. */
public final class TextLines {
    private TextLines() {}

    /** Breaks at spaces so that no line is wider than the width; a longer word gets its own line, unbroken. */
    public static List<String> wrap(String text, int width, String indent) {
        if (text.length() <= width && text.indexOf('\n') < 0) {
            return List.of(text.stripTrailing());
        }
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String paragraph : text.split("\n", -1)) {
            line.setLength(0);
            boolean blank = true;
            int start = 0;
            while (start < paragraph.length()) {
                int end = wordEnd(paragraph, start);
                String word = paragraph.substring(start, end);
                if (!blank && line.length() + word.stripTrailing().length() > width) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                    line.append(indent);
                    word = word.stripLeading();
                    blank = indent.isBlank();
                }
                blank &= word.isBlank();
                line.append(word);
                start = end;
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    /** Returns the end of the spaces and the word that start here. */
    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        while (end < text.length() && text.charAt(end) != ' ') {
            end++;
        }
        return end;
    }
}
