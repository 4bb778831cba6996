package io.tunetally.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tunetally.chat.Markup;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.request.Interpretation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reads the messages of a corpus in turn: commands, sentences, posts of several sentences, and talk that is not meant for
 * the bot. The floor of each is the minimal work of any reader.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingBenchmark {
    private static final String CORPUS = "/interpreter/offices.jsonl";

    @Param({"command", "sentence", "thread", "chatter"})
    private String group = "command";

    private final Interpreter interpreter = InterpreterBenchmark.interpreter(0);
    private final Floor floor = new Floor(Lexicon.builtIn());
    private List<String> texts = List.of();
    private boolean addressed;
    private int next;

    @Setup
    public void setUp() throws IOException {
        addressed = !group.equals("chatter");
        texts = texts(group);
    }

    private static List<String> texts(String group) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<String> texts = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(ReadingBenchmark.class.getResourceAsStream(CORPUS), CORPUS);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode message = mapper.readTree(line);
                if (message.path("group").asText().equals(group)) {
                    texts.add(message.path("text").asText());
                }
            }
        }
        return texts;
    }

    private String next() {
        next = next + 1 == texts.size() ? 0 : next + 1;
        return texts.get(next);
    }

    @Benchmark
    public Interpretation read() {
        return interpreter.read(next(), Markup.MRKDWN, addressed, null);
    }

    /** Makes one pass: classifies each character, folds numbers, hashes and looks up words exactly, records the spans. */
    @Benchmark
    public int floor() {
        return floor.pass(next());
    }
}
