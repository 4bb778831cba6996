package io.tunetally.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The steps of answers to different questions in this process, beside the least that any bot does for one: it writes the same JSON,
 * checks the signature of the body and reads once from the database.
 */
public final class AnswerSteps implements AutoCloseable {
    /** The work that is measured, once for each number from 0. */
    public enum Step {
        REPLY("text to Reply", AnswerSteps::reply),
        JSON("Reply to JSON", (steps, n) -> steps.json.apply(in(steps.answers, n))),
        COMPARE_ALL(
                "compare all, text to Reply", (steps, n) -> steps.answer("compare all " + (1_000 + n) + " examples")),
        PICTURE("a picture of a total", (steps, n) -> ChartPicture.png(in(steps.totals, n))),
        SAME_JSON("least: the same JSON", (steps, n) -> in(steps.trees, n).toString()),
        SIGNATURE("least: a signature", (_, n) -> signature(n)),
        DATABASE_READ("least: a read from SQLite", AnswerSteps::recalled);

        public static final List<Step> LEAST = List.of(SAME_JSON, SIGNATURE, DATABASE_READ);

        private final String title;
        private final Work work;

        Step(String title, Work work) {
            this.title = title;
            this.work = work;
        }

        /** True if it takes milliseconds. */
        boolean isLong() {
            return this == COMPARE_ALL || this == PICTURE;
        }

        @Override
        public String toString() {
            return title;
        }
    }

    private interface Work {
        Object of(AnswerSteps steps, int number);
    }

    private static final String MAC = "HmacSHA256";
    private static final String BODY =
            "token=x&team_id=T1&channel_id=C1&user_id=U1&command=%2Ffinetune&text=".repeat(4);
    private static final String REQUEST = "cost gpt-4o 1000 examples 3 epochs";

    private final SampleQuestions questions = SampleQuestions.builtIn();
    private final Bot bot;
    private final Function<Answer, String> json;
    private final Path folder;
    private final JdbcStorage storage;
    private final List<Answer> answers;
    private final List<JsonNode> trees;
    private final List<ChartSpec> totals;

    /**
     * Prepares the steps after the first, which take the answers to the first questions in turn.
     *
     * @param json builds the platform's message of an answer
     * @param answers the number of answers
     */
    public AnswerSteps(Function<Answer, String> json, int answers) throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-11-28T00:00:00Z"), ZoneOffset.UTC);
        this.bot = Assembly.of(SharedKnowledge.at(clock), clock).bot();
        this.json = json;
        this.answers = questions.first(answers).stream().map(this::answer).toList();
        this.trees = this.answers.stream().map(json).map(AnswerSteps::tree).toList();
        this.totals = this.answers.stream()
                .flatMap(answer -> answer.reply().blocks().stream())
                .filter(Block.Chart.class::isInstance)
                .map(block -> ((Block.Chart) block).spec())
                .filter(ChartSpec.Lines.class::isInstance)
                .toList();
        this.folder = Files.createTempDirectory("answer-steps");
        this.storage = JdbcStorage.open(
                DatabaseUrl.in(folder), new Keys.InFile(folder.resolve("key")), Lifetimes.USUAL, Clock.systemUTC());
        for (int n = 0; n < answers; n++) {
            storage.threadMemory().remember(conversation(n), REQUEST, new UserId("U1"));
        }
    }

    /** Does the work of a step. The question of another number is another one, so that no answer comes from a cache. */
    public Object run(Step step, int number) {
        return step.work.of(this, number);
    }

    /** Does all the work between a question and the platform's message, without the network and the database. */
    public String textToJson(int number) {
        return json.apply(reply(number));
    }

    @Override
    public void close() throws IOException {
        storage.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The first questions are those of the prepared answers: asked again, they might come from the bot's cache. */
    private Answer reply(int number) {
        return answer(questions.question(answers.size() + number));
    }

    /** A message that a person points at is answered without the conversation's memory. */
    private Answer answer(String question) {
        Envelope envelope = new Envelope("d", conversation(0), new UserId("U1"), true);
        return bot.answer(new ChatEvent.PointedAt(envelope, Markup.PLAIN, question));
    }

    private Object recalled(int number) {
        return storage.threadMemory().recall(conversation(number % answers.size()));
    }

    private static <T> T in(List<T> prepared, int number) {
        return prepared.get(number % prepared.size());
    }

    private static ConversationId conversation(int number) {
        return new ConversationId(new PlatformId("costs"), "T1", "C" + number, "");
    }

    private static JsonNode tree(String text) {
        try {
            return new ObjectMapper().readTree(text);
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
}
