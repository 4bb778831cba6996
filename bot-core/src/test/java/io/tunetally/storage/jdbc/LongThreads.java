package io.tunetally.storage.jdbc;

import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SharedKnowledge;
import io.tunetally.storage.Lifetimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Measures whole answers in a thread of 500 scenarios, in a workspace with a few quotes and with many, in turns: {@code main}
 * takes {@code sqlite} or {@code postgresql}, and the two numbers of quotes. It prints medians, and the query plans of the
 * larger database.
 */
public final class LongThreads {
    private static final int SCENARIOS = 500;
    private static final int ROUNDS = 60;
    private static final ConversationId THREAD = new ConversationId(new PlatformId("slack"), "T1", "C1", "1700.1");

    /** {@code #} stands for a number that differs each time. */
    private static final List<String> SAID =
            List.of("cost llama 8b lora # examples", "quote #", "history", "scenarios", "which one is cheapest?");

    private LongThreads() {}

    /** A workspace with a number of quotes. */
    private record Workspace(DatabaseUrl database, JdbcStorage storage, Bot bot, int quotes) {
        static Workspace of(String engine, Path folder, int quotes) throws IOException {
            DatabaseUrl database = engine.equals("sqlite")
                    ? DatabaseUrl.in(Files.createDirectories(folder.resolve(String.valueOf(quotes))))
                    : DatabaseUrl.of(PostgresServer.migratedUrl());
            Clock clock = Clock.systemUTC();
            JdbcStorage storage =
                    JdbcStorage.open(database, new Keys.InFile(folder.resolve("key")), Lifetimes.USUAL, clock);
            Bot bot = Assembly.ofPlatform(
                            SharedKnowledge.at(Clock.fixed(clock.instant(), clock.getZone())),
                            clock,
                            storage.threadMemory(),
                            storage.teamDefaults(),
                            storage.teamRecords())
                    .bot();
            Workspace workspace = new Workspace(database, storage, bot, quotes);
            for (int i = 0; i < SCENARIOS; i++) {
                workspace.say("cost llama 8b lora " + (1_000 + i) + " examples");
            }
            workspace.fill(engine);
            return workspace;
        }

        String say(String text) {
            Envelope from = new Envelope("", THREAD, new UserId("ada"), true);
            return bot.answer(new ChatEvent.Said(from, Markup.PLAIN, text, List.of()))
                    .reply()
                    .title();
        }

        /** Copies the first quote. */
        private void fill(String engine) {
            String id = engine.equals("sqlite") ? "printf('%010d', i)" : "lpad(CAST(i AS TEXT), 10, '0')";
            Fixture.execute(
                    database,
                    """
                    INSERT INTO team_record (platform, space, channel, thread, record_kind, id, owner, belongs, body, written_at, expires_at)
                    WITH RECURSIVE n(i) AS (SELECT %d UNION ALL SELECT i + 1 FROM n WHERE i < %d)
                    SELECT platform, space, channel, thread, record_kind, %s, owner, belongs, body, written_at, expires_at
                    FROM n, team_record WHERE record_kind = 'quote' AND id = '0000000001'
                    """.formatted(SCENARIOS + 1, quotes, id),
                    "UPDATE team_sequence SET last_count = " + quotes + " WHERE name = 'quotes'",
                    "ANALYZE");
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("long-threads");
        String engine = arguments[0];
        Workspace few = Workspace.of(engine, folder, Integer.parseInt(arguments[1]));
        Workspace many = Workspace.of(engine, folder, Integer.parseInt(arguments[2]));
        Map<String, List<Long>> taken = new TreeMap<>();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            for (String text : SAID) {
                for (Workspace workspace : List.of(few, many)) {
                    String said = text.replace("#", String.valueOf(2_000 + round));
                    said = text.startsWith("quote")
                            ? "quote " + (1 + round * (workspace.quotes() / (2 * ROUNDS)))
                            : said;
                    long from = System.nanoTime();
                    workspace.say(said);
                    long nanos = System.nanoTime() - from;
                    if (round >= ROUNDS) { // The first half warms up.
                        taken.computeIfAbsent(text + " | " + workspace.quotes(), _ -> new ArrayList<>())
                                .add(nanos);
                    }
                }
            }
        }
        taken.forEach((what, nanos) -> System.out.printf("%s | %.2f ms%n", what, median(nanos) / 1e6));
        plans(many, engine);
        few.storage().close();
        many.storage().close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }

    private static void plans(Workspace workspace, String engine) {
        String explain = engine.equals("sqlite") ? "EXPLAIN QUERY PLAN " : "EXPLAIN (COSTS OFF) ";
        for (String statement : List.of(JdbcTeamRecords.FIND, JdbcTeamRecords.LATEST)) {
            String sql = statement
                    .replace("platform = ?", "platform = 'slack'")
                    .replace("space = ?", "space = 'T1'")
                    .replace("channel = ?", "channel = ''")
                    .replace("thread = ?", "thread = ''")
                    .replace("record_kind = ?", "record_kind = 'quote'")
                    .replace("id = ?", "id = '0000000017'")
                    .replace("id < ?", "id < 'zzzzzzzzzz'")
                    .replace("expires_at > ?", "expires_at > 1")
                    .replace("LIMIT ?", "LIMIT 5");
            Fixture.rows(workspace.database(), explain + sql).forEach(System.out::println);
        }
    }
}
