package io.tunetally.slack;

import io.tunetally.bot.Boards;
import io.tunetally.bot.Bot;
import io.tunetally.bot.TeamSettings;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.Knowledge;
import io.tunetally.runtime.LiveBoards;
import io.tunetally.runtime.PlatformProcess;
import io.tunetally.runtime.SharedKnowledge;
import io.tunetally.slack.fake.Gate;
import io.tunetally.storage.Lifetimes;
import io.tunetally.storage.Storage;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.StoreCalls;
import io.tunetally.storage.bounded.WriteBehindThreadMemory;
import io.tunetally.storage.jdbc.DatabaseUrl;
import io.tunetally.storage.jdbc.JdbcStorage;
import io.tunetally.storage.jdbc.Keys;
import io.tunetally.storage.jdbc.MigratedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A real database in a file of its own, which outlives an adapter as it would outlive a process. */
public final class TestStore implements AutoCloseable {
    private static final Knowledge KNOWLEDGE = SharedKnowledge.at(SlackGoldenTest.DAY);

    private static final Duration BOARDS_AFTER = Duration.ofMillis(300);

    private final Metrics metrics = new Metrics("slack", new Health());
    private final Path folder;
    private final Clock clock;
    private final Gate gate = new Gate();
    private final JdbcStorage storage;
    private final Storage gated;
    private final WriteBehindThreadMemory memory;
    private final AtomicReference<LiveBoards.Editor> editor = new AtomicReference<>((_, _, _) -> true);
    private final List<LiveBoards> live = new ArrayList<>();
    private Boards boards = Boards.NONE;
    private final List<StorageException> lost = new CopyOnWriteArrayList<>();

    public TestStore(Clock clock) {
        this(copied(), clock);
    }

    private TestStore(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        storage = open(folder, clock);
        gated = gate.of(storage);
        memory = new WriteBehindThreadMemory(gated.threadMemory(), clock, lost::add);
    }

    private static Path copied() {
        try {
            Path folder = Files.createTempDirectory("slack-adapter");
            MigratedFile.at(folder.resolve("tunetally.db"));
            return folder;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** The process ends, and the next one opens the same file. */
    TestStore restarted() {
        stop();
        return new TestStore(folder, clock);
    }

    private static JdbcStorage open(Path folder, Clock clock) {
        return JdbcStorage.open(DatabaseUrl.in(folder), new Keys.InFile(folder.resolve("key")), Lifetimes.USUAL, clock);
    }

    /** The metrics of all adapters on this store. */
    public Metrics metrics() {
        return metrics;
    }

    /** Holds back an adapter's calls of the store on demand; {@link #storage} itself never waits. */
    public Gate gate() {
        return gate;
    }

    public JdbcStorage storage() {
        return storage;
    }

    public WriteBehindThreadMemory memory() {
        return memory;
    }

    /** All that an adapter is made of, with this store. */
    PlatformProcess.Parts parts(Bot bot, Clock now) {
        TeamSettings team = new TeamSettings(
                gated.teamDefaults(),
                KNOWLEDGE.interpreter(),
                KNOWLEDGE.catalog().books());
        return new PlatformProcess.Parts(
                bot, team, memory, gated.deliveries(), gated.actionKeys(), gated, boards, metrics, now);
    }

    /** The bot of the shipped price books, which remembers here and assumes what teams have set here. */
    public Bot bot() {
        Assembly assembly = Assembly.ofPlatform(
                KNOWLEDGE,
                SlackGoldenTest.DAY,
                memory,
                storage.teamDefaults(),
                storage.teamRecords(),
                _ -> true,
                StoreCalls::withoutDeadline);
        LiveBoards made = new LiveBoards(
                assembly.discussion().orElseThrow(),
                assembly.assumptions(),
                (place, message, reply) -> editor.get().edit(place, message, reply),
                BOARDS_AFTER,
                Duration.ofSeconds(20));
        live.add(made);
        boards = made;
        return assembly.bot();
    }

    /** Names the adapter that brings boards up to date. */
    void editBoardsBy(LiveBoards.Editor adapter) {
        editor.set(adapter);
    }

    /** From now on nothing of this table can be deleted, as where the store fails. */
    public void keepAllOf(String table) throws SQLException {
        change("CREATE TRIGGER keep BEFORE DELETE ON " + table
                + " BEGIN SELECT RAISE(ABORT, 'broken for a test'); END");
    }

    public void keepNothing() throws SQLException {
        change("DROP TRIGGER keep");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("tunetally.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The whole file, in which nothing secret may be read. */
    public byte[] bytes() throws IOException {
        return Files.readAllBytes(folder.resolve("tunetally.db"));
    }

    /** The ids of what was claimed, as they are stored. */
    List<String> claimed() throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("tunetally.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT delivery_id FROM delivery")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Closes and deletes the database. */
    @Override
    public void close() {
        stop();
        try {
            remove(folder);
        } catch (IOException undeletable) {
            throw new UncheckedIOException(undeletable);
        }
    }

    private void stop() {
        live.forEach(LiveBoards::close);
        gate.drain();
        memory.close();
        storage.close();
        if (!lost.isEmpty()) {
            throw new AssertionError("not written: " + lost);
        }
    }
}
