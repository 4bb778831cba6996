package io.tunetally.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import io.tunetally.chat.Markup;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the messages of a labelled corpus in turn, kind by kind, and prints the least processor time and the bytes of a message.
 * Unlike {@link ReadingBenchmark} it can be compiled beside the classes of another commit, to compare both.
 */
public final class ReadingRates {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ReadingRates() {}

    /**
     * Measures.
     *
     * @param arguments the corpus (JSON Lines with {@code text} and {@code group}), the seconds for each kind
     */
    public static void main(String[] arguments) throws IOException {
        Duration each = Duration.ofSeconds(Long.parseLong(arguments[1]));
        texts(Path.of(arguments[0])).forEach((kind, texts) -> measure(kind, texts, each));
    }

    private static Map<String, List<String>> texts(Path corpus) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(corpus)) {
            JsonNode message = mapper.readTree(line);
            if (!message.hasNonNull("context")) {
                texts.computeIfAbsent(message.path("group").asText(), _ -> new ArrayList<>())
                        .add(message.path("text").asText());
            }
        }
        return texts;
    }

    private static void measure(String kind, List<String> texts, Duration each) {
        boolean addressed = !kind.equals("chatter");
        long end = System.nanoTime() + each.toNanos();
        long leastNanos = Long.MAX_VALUE;
        long bytes = 0;
        int read = 0;
        while (System.nanoTime() < end) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long begun = THREADS.getCurrentThreadCpuTime();
            for (String text : texts) {
                // The status is used, so that no reading can be left out.
                read += BuiltIn.INTERPRETER
                                .read(text, Markup.MRKDWN, addressed, null)
                                .status()
                                .ordinal()
                        + 1;
            }
            leastNanos = Math.min(leastNanos, (THREADS.getCurrentThreadCpuTime() - begun) / texts.size());
            bytes = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / texts.size();
        }
        System.out.printf(
                "%-10s %,4d messages  %6.1f us  %5.1f kB  (%,d)%n",
                kind, texts.size(), leastNanos / 1_000.0, bytes / 1_000.0, read);
    }
}
