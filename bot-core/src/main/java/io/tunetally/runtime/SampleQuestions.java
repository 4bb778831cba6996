package io.tunetally.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Different questions of every intent, no two alike: what the recording of a start, the warm-up of a process and the measurements
 * ask. The n-th question is always the same.
 */
public final class SampleQuestions {
    private static final String FILE = "sample-questions.txt";
    private static final String COMMENT = "#";
    private static final String LIST = " = ";
    private static final String BETWEEN = " \\| ";

    private static final int SMALLEST = 200;
    private static final int STEP = 7;
    private static final int FEW = 9;

    private final Map<String, List<String>> lists = new LinkedHashMap<>();
    private final List<String> questions = new ArrayList<>();

    private SampleQuestions(Stream<String> lines) {
        lines.filter(line -> !line.isBlank() && !line.startsWith(COMMENT)).forEach(this::add);
    }

    public static SampleQuestions builtIn() {
        try (InputStream file = Objects.requireNonNull(SampleQuestions.class.getResourceAsStream(FILE), FILE)) {
            return new SampleQuestions(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + FILE, unreadable);
        }
    }

    private void add(String line) {
        String[] list = line.split(LIST, 2);
        if (list.length == 2) {
            lists.put(list[0], List.of(list[1].split(BETWEEN, -1)));
        } else {
            questions.add(line);
        }
    }

    /** Returns questions from the first on. */
    public List<String> first(int count) {
        return IntStream.range(0, count).mapToObj(this::question).toList();
    }

    /** Returns a question by its number, from 0. */
    public String question(int number) {
        int round = number / questions.size();
        String text = questions
                .get(number % questions.size())
                .replace("{n}", String.valueOf(SMALLEST + STEP * number))
                .replace("{few}", String.valueOf(1 + number % FEW));
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            List<String> values = list.getValue();
            text = text.replace("{" + list.getKey() + "}", values.get((number + round) % values.size()));
        }
        return text;
    }
}
