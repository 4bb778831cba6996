package io.tunetally.runtime;

import io.tunetally.bot.Answer;
import io.tunetally.bot.Boards;
import io.tunetally.bot.Bot;
import io.tunetally.bot.TeamSettings;
import io.tunetally.chat.BoardMessage;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.discussion.OwnRecords;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.operations.OperationsServer;
import io.tunetally.reply.Reply;
import io.tunetally.settings.OperationsPort;
import io.tunetally.settings.SettingsException;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.Installations;
import io.tunetally.storage.OAuthStates;
import io.tunetally.storage.RecentRequests;
import io.tunetally.storage.Storage;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.FlushedDeletion;
import io.tunetally.storage.bounded.FlushedRequests;
import io.tunetally.storage.bounded.WriteBehindThreadMemory;
import io.tunetally.storage.jdbc.JdbcStorage;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a chat platform's adapter as a process: opens the shared resources, runs until SIGTERM, and closes them. */
public final class PlatformProcess {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformProcess.class);
    private static final String PRICE_BOOKS = "price books";
    private static final String DATABASE = "database";

    private final String platform;
    private final PrintStream diagnostics;
    private final Clock clock;

    /**
     * Creates a process without starting it.
     *
     * @param platform its display name, e.g. {@code Slack}
     * @param diagnostics receives one line per problem that prevents it from running
     */
    public PlatformProcess(String platform, PrintStream diagnostics) {
        this(platform, diagnostics, Clock.systemUTC());
    }

    PlatformProcess(String platform, PrintStream diagnostics, Clock clock) {
        this.platform = platform;
        this.diagnostics = diagnostics;
        this.clock = clock;
    }

    /**
     * The parts an adapter is built from; {@code metrics} counts their use.
     *
     * @param team the defaults of teams, as a form
     * @param deletion waits until pending writes of the memory are stored
     * @param recentRequests waits likewise
     * @param ownRecords everything stored beside a person's id, the latest requests first
     * @param boards is told where the boards of discussions stand
     */
    public record Parts(
            Bot bot,
            TeamSettings team,
            WriteBehindThreadMemory memory,
            Deliveries deliveries,
            ActionKeys actionKeys,
            Deletion deletion,
            RecentRequests recentRequests,
            RecentRequests ownRecords,
            Installations installations,
            OAuthStates oauthStates,
            Boards boards,
            Metrics metrics,
            Clock clock) {
        /** Takes the other ports from the storage. */
        public Parts(
                Bot bot,
                TeamSettings team,
                WriteBehindThreadMemory memory,
                Deliveries deliveries,
                ActionKeys actionKeys,
                Storage storage,
                Boards boards,
                Metrics metrics,
                Clock clock) {
            this(
                    bot,
                    team,
                    memory,
                    deliveries,
                    actionKeys,
                    new FlushedDeletion(memory, storage.deletion()),
                    new FlushedRequests(memory, storage.recentRequests()),
                    new OwnRecords(new FlushedRequests(memory, storage.recentRequests()), storage.teamRecords()),
                    storage.installations(),
                    storage.oauthStates(),
                    boards,
                    metrics,
                    clock);
        }
    }

    /** A running adapter. Closing it rejects new events, finishes those in progress and releases its resources. */
    public interface Adapter extends AutoCloseable {
        /**
         * Starts to take events. Interrupted if the process is told to stop meanwhile; it is closed then.
         *
         * @throws SettingsException if the platform rejects a setting
         */
        void start() throws Exception;

        /** True if it can take events now; returns immediately. */
        boolean isConnected();

        /** Returns whether the person of a message may change what the whole team assumes; takes less than a second. */
        default boolean mayChangeTeam(Envelope from) {
            return true;
        }

        /**
         * Posts a reply in a conversation, unasked: for what a team wants to be told of.
         *
         * @throws Exception if the platform does not take it
         */
        default void announce(ConversationId place, Reply reply) throws Exception {
            throw new UnsupportedOperationException("this platform takes no message unasked");
        }

        /**
         * Replaces a message of the bot, unasked.
         *
         * @param message as the adapter has told it to {@link Boards}
         * @return false if it is gone or cannot be changed any more
         * @throws Exception if the platform cannot be reached
         */
        default boolean replace(ConversationId place, BoardMessage message, Reply reply) throws Exception {
            return false;
        }

        /** Returns, in an operator's words, the problems beside the connection that keep it from answering anyone; returns immediately. */
        default List<String> missing() {
            return List.of();
        }

        /** Returns, in an operator's words, the problems that affect only some of its users; returns immediately. */
        default List<String> missingForSome() {
            return List.of();
        }

        /** Builds the platform's message of an answer and drops it, so that the code for it is loaded and compiled; see {@link WarmUp}. */
        default void render(Answer answer) {}

        /**
         * Completes with the reason if it can no longer take events and cannot recover; the process then ends. The
         * reason is a {@link SettingsException} if the platform no longer accepts a setting.
         */
        default CompletableFuture<Exception> failure() {
            return new CompletableFuture<>();
        }

        @Override
        void close();
    }

    /** Creates an adapter from its parts. */
    @FunctionalInterface
    public interface Maker {
        Adapter make(Parts parts) throws Exception;
    }

    /**
     * Runs until told to stop; finishes events in progress before it returns.
     *
     * @return the exit code of the process
     */
    public int run(Map<String, String> environment, OperationsPort port, Maker maker) {
        return run(environment, port, maker, StopSignal.ofTheProcess());
    }

    /**
     * Runs until the training run is over.
     *
     * @return the exit code of the process
     */
    public int rehearse(Map<String, String> environment, OperationsPort port, TrainingRun.Maker maker) {
        StopSignal signal = new StopSignal();
        return run(environment, port, parts -> new Rehearsed(maker.make(parts), signal), signal);
    }

    /** An adapter that stops after it has started and completed a training run. */
    private record Rehearsed(TrainingRun rehearsal, StopSignal signal) implements Adapter {
        @Override
        public void start() throws Exception {
            rehearsal.adapter().start();
            rehearsal.play().run();
            signal.ask();
        }

        @Override
        public boolean isConnected() {
            return rehearsal.adapter().isConnected();
        }

        @Override
        public void close() {
            rehearsal.adapter().close();
        }
    }

    /** Runs until the signal is given. */
    int run(Map<String, String> environment, OperationsPort port, Maker maker, StopSignal signal) {
        int code = ExitCode.BUG;
        try {
            code = attempted(environment, port, maker, signal);
        } finally {
            signal.ended(code);
        }
        return code;
    }

    private int attempted(Map<String, String> environment, OperationsPort port, Maker maker, StopSignal signal) {
        try {
            serve(environment, port, maker, signal);
            return ExitCode.OK;
        } catch (SettingsException unusable) {
            unusable.problems().forEach(diagnostics::println);
            return ExitCode.BAD_CONFIGURATION;
        } catch (Exception failure) {
            diagnostics.println(platform + ": " + failure.getMessage());
            LOG.error("the adapter for {} cannot run", platform, failure);
            return ExitCode.UNAVAILABLE;
        }
    }

    private void serve(Map<String, String> environment, OperationsPort port, Maker maker, StopSignal signal)
            throws Exception {
        String connection = "connection to " + platform;
        Health health = new Health(PRICE_BOOKS, DATABASE, connection);
        // Price books and lexicon are read while the database opens: each takes a third of the start.
        // The common pool has one thread on two processors, which reads the lexicon.
        CompletableFuture<Knowledge> reading = CompletableFuture.supplyAsync(
                () -> Knowledge.read(environment, clock),
                task -> Thread.ofPlatform().name("knowledge").daemon().start(task));
        try (Metrics metrics = new Metrics(platform.toLowerCase(Locale.ROOT), health);
                OperationsServer _ = OperationsServer.start(port, health, metrics);
                JdbcStorage storage = Stores.openToServe(environment, clock).sweeping();
                WriteBehindThreadMemory memory =
                        new WriteBehindThreadMemory(storage.threadMemory(), clock, lost -> notWritten(lost, metrics))) {
            health.watch(DATABASE, memory::isWriting);
            // The adapter knows who is an admin, and is made from the bot.
            AtomicReference<Predicate<Envelope>> permission = new AtomicReference<>(_ -> false);
            Knowledge knowledge = read(reading);
            Assembly assembly = Assembly.ofPlatform(
                    knowledge,
                    clock,
                    Instrumentation.memory(memory, metrics),
                    storage.teamDefaults(),
                    storage.teamRecords(),
                    from -> permission.get().test(from));
            health.watch(PRICE_BOOKS, () -> true);
            AtomicReference<LiveBoards.Editor> editor = new AtomicReference<>((_, _, _) -> true);
            LiveBoards boards = new LiveBoards(
                    assembly.discussion().orElseThrow(),
                    assembly.assumptions(),
                    (place, message, reply) -> editor.get().edit(place, message, reply));
            WarmUp.Asked asked = new WarmUp.Asked(Instrumentation.bot(assembly.bot(), metrics));
            Parts parts = new Parts(
                    asked,
                    new TeamSettings(
                            storage.teamDefaults(),
                            assembly.interpreter(),
                            assembly.catalog().books()),
                    memory,
                    Instrumentation.deliveries(storage.deliveries(), metrics),
                    Instrumentation.actionKeys(storage.actionKeys(), metrics),
                    storage,
                    boards,
                    metrics,
                    clock);
            AtomicReference<Consumer<Answer>> rendering = new AtomicReference<>(_ -> {});
            // The warm-up has a bot of its own, so that its questions are kept nowhere.
            try (WarmUp _ = new WarmUp(
                            Assembly.ofSession(knowledge, clock).bot(),
                            asked::questions,
                            answer -> rendering.get().accept(answer));
                    Adapter adapter = maker.make(parts);
                    boards) {
                permission.set(adapter::mayChangeTeam);
                editor.set(adapter::replace);
                rendering.set(adapter::render);
                health.watch(connection, adapter::isConnected);
                health.watchMore(adapter::missing, adapter::missingForSome);
                if (signal.during(adapter::start)) {
                    try (EarlyCollection _ = EarlyCollection.watch();
                            WatchSchedule _ = WatchSchedule.start(assembly, storage.deliveries(), adapter, platform)) {
                        signal.awaitOr(adapter.failure());
                    }
                }
                health.stop();
            }
        }
    }

    private static void notWritten(StorageException why, Metrics metrics) {
        if (why.isRefusal()) {
            LOG.warn("thread memory rejected by the database is set aside: {}", why.getMessage());
            metrics.storageFailed("remember-refused");
        } else {
            LOG.warn("cannot write thread memory, retrying every second", why);
            metrics.storageFailed("remember");
        }
    }

    private static Knowledge read(CompletableFuture<Knowledge> reading) throws Exception {
        try {
            return reading.get();
        } catch (ExecutionException unreadable) {
            throw unreadable.getCause() instanceof Exception problem ? problem : unreadable;
        }
    }
}
