package io.tunetally.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tunetally.bot.Allocation;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.chart.ChartPicture;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.jdbc.DatabaseUrl;
import io.tunetally.storage.jdbc.JdbcStorage;
import io.tunetally.storage.jdbc.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Measures the cost of answers to different questions in this process, beside the least that any bot does for one: it writes the
 * same JSON, checks the signature of the body and reads once from the database.
 */
public final class AnswerCosts {
    /** The work that is measured. */
    public enum Step {
        REPLY("text to Reply"),
        JSON("Reply to JSON"),
        COMPARE_ALL("compare all, text to Reply"),
        PICTURE("a picture"),
        SAME_JSON("least: the same JSON"),
        SIGNATURE("least: a signature"),
        DATABASE_READ("least: a read from SQLite");

        private static final List<Step> LEAST = List.of(SAME_JSON, SIGNATURE, DATABASE_READ);

        private final String title;

        Step(String title) {
            this.title = title;
        }
    }

    /** Comparisons of all models and pictures take long, so that a round has a tenth of them. */
    private static final int TENTH = 10;

    private static final String MAC = "HmacSHA256";
    private static final String BODY =
            "token=x&team_id=T1&channel_id=C1&user_id=U1&command=%2Ffinetune&text=".repeat(4);
    private static final String REQUEST = "cost gpt-4o 1000 examples 3 epochs";

    private final SampleQuestions questions = SampleQuestions.builtIn();
    private final ObjectMapper mapper = new ObjectMapper();
    private final Bot bot;
    private final Function<Answer, String> json;
    private final JdbcStorage storage;
    private final Map<Step, List<Allocation>> measured = new EnumMap<>(Step.class);

    private AnswerCosts(Function<Answer, String> json, JdbcStorage storage) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-28T00:00:00Z"), ZoneOffset.UTC);
        this.bot = Assembly.of(SharedKnowledge.at(clock), clock).bot();
        this.json = json;
        this.storage = storage;
    }

    /**
     * Measures after as many questions to warm up.
     *
     * @param json builds the platform's message of an answer
     * @param questions the number of questions in a round
     */
    public static AnswerCosts of(Function<Answer, String> json, int rounds, int questions) throws IOException {
        Path folder = Files.createTempDirectory("answer-costs");
        try (JdbcStorage storage = JdbcStorage.open(
                DatabaseUrl.in(folder), new Keys.InFile(folder.resolve("key")), Lifetimes.USUAL, Clock.systemUTC())) {
            AnswerCosts costs = new AnswerCosts(json, storage);
            for (int n = 0; n < questions; n++) {
                storage.threadMemory().remember(conversation(n), REQUEST, new UserId("U1"));
            }
            for (int round = 0; round < rounds; round++) {
                costs.round(round * questions, questions);
            }
            costs.measured.clear();
            for (int round = rounds; round < 2 * rounds; round++) {
                costs.round(round * questions, questions);
            }
            return costs;
        }
    }

    /** Measures as the arguments say, and prints a table. Usage: {@code ROUNDS QUESTIONS}. */
    public static void print(Function<Answer, String> json, String... arguments) throws IOException {
        AnswerCosts costs = of(json, Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        for (Step step : Step.values()) {
            System.out.printf(
                    "%-28s %9.1f us %5.1f times the least %9.1f kB %5.1f times%n",
                    step.title,
                    costs.micros(step),
                    costs.timesLeastMicros(step),
                    costs.kilobytes(step),
                    costs.timesLeastKilobytes(step));
        }
    }

    /** Returns the median of all rounds, on the processor. */
    public double micros(Step step) {
        return median(step, Allocation::micros);
    }

    public double kilobytes(Step step) {
        return median(step, Allocation::kilobytes);
    }

    public double timesLeastMicros(Step step) {
        return micros(step) / Step.LEAST.stream().mapToDouble(this::micros).sum();
    }

    public double timesLeastKilobytes(Step step) {
        return kilobytes(step)
                / Step.LEAST.stream().mapToDouble(this::kilobytes).sum();
    }

    private double median(Step step, Function<Allocation, Double> figure) {
        List<Double> sorted = measured.getOrDefault(step, List.of()).stream()
                .map(figure)
                .sorted()
                .toList();
        return sorted.get(sorted.size() / 2);
    }

    private void round(int first, int count) {
        Answer[] answers = new Answer[count];
        add(Step.REPLY, Allocation.of(0, count, n -> answers[n] = answer(questions.question(first + n))));
        add(Step.JSON, Allocation.of(0, count, n -> json.apply(answers[n])));
        List<JsonNode> trees = IntStream.range(0, count)
                .mapToObj(n -> tree(json.apply(answers[n])))
                .toList();
        add(Step.SAME_JSON, Allocation.of(0, count, n -> trees.get(n).toString()));
        add(Step.SIGNATURE, Allocation.of(first, count, AnswerCosts::signature));
        add(
                Step.DATABASE_READ,
                Allocation.of(0, count, n -> storage.threadMemory().recall(conversation(n))));
        add(
                Step.COMPARE_ALL,
                Allocation.of(first, count / TENTH, n -> answer("compare all " + (1_000 + n) + " examples")));
        ChartSpec chart = largestChart(answers);
        add(Step.PICTURE, Allocation.of(0, count / TENTH, _ -> ChartPicture.png(chart)));
    }

    private void add(Step step, Allocation cost) {
        measured.computeIfAbsent(step, _ -> new ArrayList<>()).add(cost);
    }

    /** A message that a person points at is answered without the conversation's memory. */
    private Answer answer(String question) {
        Envelope envelope = new Envelope("d", conversation(0), new UserId("U1"), true);
        return bot.answer(new ChatEvent.PointedAt(envelope, Markup.PLAIN, question));
    }

    private static ConversationId conversation(int number) {
        return new ConversationId(new PlatformId("costs"), "T1", "C" + number, "");
    }

    private JsonNode tree(String text) {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException noJson) {
            throw new UncheckedIOException(noJson);
        }
    }

    private static byte[] signature(int number) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), MAC));
            return mac.doFinal((BODY + number).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + MAC, missing);
        }
    }

    private static ChartSpec largestChart(Answer[] answers) {
        return List.of(answers).stream()
                .flatMap(answer -> answer.reply().blocks().stream())
                .filter(Block.Chart.class::isInstance)
                .map(block -> ((Block.Chart) block).spec())
                .max(Comparator.comparingInt(chart -> chart.toString().length()))
                .orElseThrow();
    }
}
