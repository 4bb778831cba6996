package io.tunetally.interpreter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file of labelled messages: {@code text<TAB>label}; {@code #} begins a comment, {@code \n} in a text is a line break. */
record Corpus(String name, List<Line> lines) {
    record Line(String text, Label label) {}

    static Corpus load(String name) {
        List<Line> lines = new ArrayList<>();
        for (String line : rows(name)) {
            int tab = line.lastIndexOf('\t');
            lines.add(new Line(line.substring(0, tab).replace("\\n", "\n"), Label.parse(line.substring(tab + 1))));
        }
        return new Corpus(name, lines);
    }

    /** The rows of a corpus file without its comments. */
    static List<String> rows(String name) {
        List<String> rows = new ArrayList<>();
        try (InputStream in = Corpus.class.getResourceAsStream("/interpreter/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no corpus " + name);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    rows.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
