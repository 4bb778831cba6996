package io.tunetally.interpreter;

import io.tunetally.catalog.Catalog;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.yaml.CatalogLoader;
import io.tunetally.catalog.yaml.NamedYaml;
import io.tunetally.chat.Markup;
import io.tunetally.interpreter.lexicon.Lexicon;
import io.tunetally.request.Interpretation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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

/** Measures reading against the minimal work of any reader: one pass over the characters with eight look-ups. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class InterpreterBenchmark {
    @Param({"terse", "sentence", "typos", "markup", "chatter", "spaces", "digits", "letters", "dashes", "manyModels"})
    private String message = "terse";

    private String text = "";
    private Interpreter interpreter = interpreter(0);
    private final Floor floor = new Floor(Lexicon.builtIn());

    @Setup
    public void setUp() {
        interpreter = interpreter(message.equals("manyModels") ? 500 : 0);
        text = switch (message) {
            case "sentence" -> "how much would it cost to fine-tune gpt-4o-mini on 2,500 support tickets of 300 tokens each for 3 epochs on openai, please?";
            case "typos" -> "cosst gpt-4o 1k exmaples 3 epohcs";
            case "markup" -> "<@U123> *cost* `gpt-4o` ~500~ 1k examples &amp; 3 epochs :tada:";
            case "chatter" -> "thanks, that looks good to me, let us talk about it tomorrow";
            case "spaces" -> " ".repeat(2000);
            case "digits" -> "1".repeat(2000);
            case "letters" -> "a".repeat(2000);
            case "dashes" -> "-".repeat(2000);
            default -> "cost 1k examples 3 epochs llama 8b lora";
        };
    }

    static Interpreter interpreter(int moreModels) {
        Catalog catalog = new CatalogLoader(Clock.systemUTC())
                .load(List.of("published", "guide"), NamedYaml.builtIn(List.of("guide.yaml", "published/")), List.of());
        List<Model> models = new ArrayList<>(catalog.models());
        for (int i = 0; i < moreModels; i++) {
            models.add(new Model(new ModelId("made-up-" + i + "x"), "Made up " + i + "x", null, true, List.of()));
        }
        Catalog larger = new Catalog(models, catalog.providers(), catalog.lifecycle(), catalog.books());
        return new Interpreter(larger, Lexicon.builtIn());
    }

    @Benchmark
    public Interpretation read() {
        return interpreter.read(text, Markup.MRKDWN, true, null);
    }

    /**
     * Makes one pass: classifies each character, folds numbers, hashes and looks up words exactly, records the spans.
     * Allocates nothing.
     */
    @Benchmark
    public int floor() {
        return floor.pass(text);
    }
}
