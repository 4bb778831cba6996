package io.tunetally.interpreter.corpus;

import io.tunetally.chat.Markup;
import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of labelled messages: {@code text<TAB>label}, or {@code context<TAB>text<TAB>label} where an earlier message
 * of the thread is (or may be) remembered; {@code #} begins a comment, {@code \n} in a text is a line break.
 */
public record Corpus(String name, List<Line> lines) {
    /**
     * One message.
     *
     * @param context an earlier message of the thread, empty if there is none
     */
    public record Line(String context, String text, Label label) {
        public Interpretation read() {
            Request remembered =
                    context.isEmpty() ? null : BuiltIn.read(context).request();
            return BuiltIn.INTERPRETER.read(text, markup(text), true, remembered);
        }
    }

    /** Detects the markup by syntax that only one platform uses. */
    public static Markup markup(String text) {
        boolean slack = text.contains("<@U") || text.contains("&amp;") || text.contains("<http");
        boolean discord = text.contains("~~") || text.contains("**") || text.contains("||");
        return slack ? Markup.MRKDWN : discord ? Markup.MARKDOWN : Markup.PLAIN;
    }

    public static Corpus load(String name) {
        List<Line> lines = new ArrayList<>();
        for (String line : rows(name)) {
            String[] columns = line.split("\t", -1);
            String context = columns.length > 2 ? columns[0].replace("\\n", "\n") : "";
            String text = columns[columns.length - 2].replace("\\n", "\n");
            lines.add(new Line(context, text, Label.parse(columns[columns.length - 1])));
        }
        return new Corpus(name, lines);
    }

    /** Returns the rows of a corpus file without its comments. */
    public static List<String> rows(String name) {
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
