package io.tunetally.console;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Mutates a configuration file: characters and lines lost, doubled, moved and reindented, values of another kind, rarer YAML syntax. */
final class MutatedYaml {
    /** Replacements for a value. */
    private static final List<String> VALUES = List.of(
            "",
            "null",
            "~",
            "[]",
            "{}",
            "[a, [b, {c: d}]]",
            "{low: 5, high: 1}",
            "{from: 2027-01-01, until: 2026-01-01}",
            "{a: {b: {c: 1}}}",
            "true",
            "maybe",
            "0",
            "-1",
            "-0",
            "1e999999999",
            "9223372036854775808",
            "999999999999999.999999999999999",
            "0.000000000000001",
            "NaN",
            ".nan",
            ".inf",
            "0x1F",
            "0o17",
            "1_000",
            "1:30",
            "2026-02-30",
            "9999-12-31",
            "+999999999-12-31",
            "1970-01-01",
            "\"\"",
            "' '",
            "\"\\0\\x07\\uD800\"",
            "\"\\UFFFFFFFF\"",
            "\"\\U00110000\"",
            "&a b",
            "*a",
            "*gone",
            "&a [*a]",
            "!!int x",
            "!!binary =",
            "!!null 5",
            "!!float .",
            "!<tag:> x",
            "!",
            "|\n",
            ">-9\n",
            "@x",
            "`x`",
            "%x",
            "? x",
            "gpt-4o",
            "openai");

    /** Insertions before, within or after a file. */
    private static final List<String> PIECES = List.of(
            "\t",
            "\r",
            "\u0085",
            "\u2028",
            "\uFEFF",
            "\u0000",
            "\u0007",
            "\u00a0",
            "\uD83D\uDE00",
            "\u202E",
            "---\n",
            "...\n",
            "%YAML 1.2\n---\n",
            "%YAML 99999999999.9999999999\n---\n",
            "%TAG ! tag:x,2000:\n---\n",
            "<<: *a\n",
            "? [a, b]\n: c\n",
            "? {a: b}\n: c\n",
            "*a : b\n",
            "- ",
            ": ",
            ", ",
            "#",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]");

    private static final int MOST_CHARACTERS = 15_000;

    private final Random random;

    MutatedYaml(Random random) {
        this.random = random;
    }

    /** Returns {@code text} after one or two changes. */
    String of(String text) {
        String changed = random.nextInt(40) == 0 ? one(PIECES) + one(VALUES) : text;
        int changes = 1 + random.nextInt(2);
        for (int i = 0; i < changes; i++) {
            changed = random.nextInt(3) == 0 ? charactersChanged(changed) : linesChanged(changed);
        }
        return changed.substring(0, Math.min(MOST_CHARACTERS, changed.length()));
    }

    private String charactersChanged(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = at + random.nextInt(Math.min(8, text.length() - at) + 1);
        String before = text.substring(0, at);
        String part = text.substring(at, to);
        String after = text.substring(to);
        return switch (random.nextInt(6)) {
            case 0 -> before + after;
            case 1 -> before + part + part + after;
            case 2 -> before + (char) random.nextInt(0x10000) + after;
            case 3 -> before + (char) (' ' + random.nextInt(95)) + after;
            case 4 -> before + one(PIECES) + after;
            default -> before;
        };
    }

    private String linesChanged(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(11)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
            case 3 -> lines.set(at, " ".repeat(random.nextInt(5)) + line);
            case 4 -> lines.set(at, line.replaceFirst("^ {1,2}", ""));
            case 5 -> lines.set(at, one(PIECES) + line);
            case 6 -> lines.set(at, line + " " + nested());
            case 7 -> lines.addAll(at, Collections.nCopies(random.nextInt(random.nextInt(8) == 0 ? 300 : 10), line));
            default -> lines.set(at, valueReplaced(line));
        }
        return String.join("\n", lines);
    }

    /** Replaces one value of a line: the text between a colon, a comma or a bracket and the next. */
    private String valueReplaced(String line) {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < line.length(); i++) {
            if (": ,[".indexOf(line.charAt(i)) >= 0 && i + 1 < line.length()) {
                starts.add(i + 1);
            }
        }
        if (starts.isEmpty()) {
            return line + ": " + one(VALUES);
        }
        int start = one(starts);
        int end = start;
        while (end < line.length() && ",]}".indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return line.substring(0, start) + " " + replacement() + line.substring(end);
    }

    private String replacement() {
        return switch (random.nextInt(12)) {
            case 0 -> nested();
            case 1 -> String.valueOf((char) random.nextInt(0x10000)).repeat(1 + random.nextInt(3));
            case 2 -> "x".repeat(1 + random.nextInt(5_000));
            case 3 -> "9".repeat(1 + random.nextInt(2_000));
            default -> one(VALUES);
        };
    }

    private String nested() {
        int depth = 1 + random.nextInt(random.nextInt(4) == 0 ? 1_200 : 60);
        return random.nextBoolean() ? "[".repeat(depth) + "]".repeat(depth) : "{a: ".repeat(depth) + "}".repeat(depth);
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
