package io.tunetally.console;

import io.tunetally.bot.Bot;
import io.tunetally.bot.TeamSettings;
import io.tunetally.conversation.BackgroundMemory;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.operations.OperationsServer;
import io.tunetally.settings.OperationsPort;
import io.tunetally.settings.SettingsException;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.Storage;
import io.tunetally.storage.jdbc.JdbcStorage;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A chat platform's adapter as a process: opens what every adapter needs, runs it until SIGTERM, and lets go of it. */
public final class PlatformProcess {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformProcess.class);
    private static final String PRICE_BOOKS = "price books";

    private final String platform;
    private final PrintStream diagnostics;

    /**
     * A process that has not begun.
     *
     * @param platform its name as people write it, e.g. {@code Slack}
     * @param diagnostics gets one line for each thing that keeps it from running
     */
    public PlatformProcess(String platform, PrintStream diagnostics) {
        this.platform = platform;
        this.diagnostics = diagnostics;
    }

    /**
     * What an adapter is made of; what they do is counted in {@code metrics}.
     *
     * @param team what teams have set, as a form
     * @param memory to be settled before a deletion
     * @param storage all other ports
     */
    public record Parts(
            Bot bot,
            TeamSettings team,
            BackgroundMemory memory,
            Deliveries deliveries,
            ActionKeys actionKeys,
            Storage storage,
            Metrics metrics,
            Clock clock) {}

    /** What runs; closing it takes no more, ends what has begun and lets go. */
    public interface Adapter extends AutoCloseable {
        /**
         * Takes events from now on. Interrupted where the process is told to stop meanwhile; then it is closed.
         *
         * @throws SettingsException where the platform does not take what it was given
         */
        void start() throws Exception;

        /** Whether it can take events now; answers at once. */
        boolean isConnected();

        /** What else it waits for while it can take events, in an operator's words; empty where that is nothing. */
        default Optional<String> waitsFor() {
            return Optional.empty();
        }

        /**
         * Completed with the reason where it can take no events any more and never will again by itself: the process ends.
         * A {@link SettingsException} where the platform does not take any more what it was given.
         */
        default CompletableFuture<Exception> failure() {
            return new CompletableFuture<>();
        }

        @Override
        void close();
    }

    /** Makes an adapter of its parts. */
    @FunctionalInterface
    public interface Maker {
        Adapter make(Parts parts) throws Exception;
    }

    /**
     * Until it is told to stop; then what has begun is answered before this returns.
     *
     * @return the exit code of the process
     */
    public int run(Map<String, String> environment, OperationsPort port, Maker maker) {
        return ran(environment, port, maker, StopSignal.ofTheProcess());
    }

    /**
     * Until it has been put through a rehearsal.
     *
     * @return the exit code of the process
     */
    public int rehearse(Map<String, String> environment, OperationsPort port, Rehearsal.Maker maker) {
        StopSignal signal = new StopSignal();
        return ran(environment, port, parts -> new Rehearsed(maker.make(parts), signal), signal);
    }

    /** An adapter that stops when it has started and been put through a rehearsal. */
    private record Rehearsed(Rehearsal rehearsal, StopSignal signal) implements Adapter {
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

    private int ran(Map<String, String> environment, OperationsPort port, Maker maker, StopSignal signal) {
        try {
            run(environment, port, maker, signal);
            return ExitCode.OK;
        } catch (SettingsException unusable) {
            unusable.problems().forEach(diagnostics::println);
            return ExitCode.BAD_CONFIGURATION;
        } catch (Exception failure) {
            diagnostics.println(platform + ": " + failure.getMessage());
            LOG.error("the adapter for {} cannot run", platform, failure);
            return ExitCode.UNAVAILABLE;
        } finally {
            signal.ended();
        }
    }

    private void run(Map<String, String> environment, OperationsPort port, Maker maker, StopSignal signal)
            throws Exception {
        Clock clock = Clock.systemUTC();
        String connection = "connection to " + platform;
        Health health = new Health(PRICE_BOOKS, connection);
        // Price books and words are read while the database opens: each takes a third of the start.
        CompletableFuture<Assembly.Knowledge> reading =
                CompletableFuture.supplyAsync(() -> Assembly.Knowledge.read(environment, clock));
        try (Metrics metrics = new Metrics(platform.toLowerCase(Locale.ROOT), health);
                OperationsServer _ = OperationsServer.start(port, health, metrics);
                JdbcStorage storage = Stores.open(environment, clock).sweeping();
                BackgroundMemory memory = new BackgroundMemory(storage.threadMemory(), clock, lost -> {
                    LOG.warn("a thread's memory was not written", lost);
                    metrics.storageFailed("remember");
                })) {
            Assembly assembly =
                    Assembly.ofPlatform(read(reading), clock, Measured.memory(memory, metrics), storage.teamDefaults());
            health.watch(PRICE_BOOKS, () -> true);
            Parts parts = new Parts(
                    Measured.bot(assembly.bot(), metrics),
                    new TeamSettings(
                            storage.teamDefaults(),
                            assembly.interpreter(),
                            assembly.catalog().books()),
                    memory,
                    Measured.deliveries(storage.deliveries(), metrics),
                    Measured.actionKeys(storage.actionKeys(), metrics),
                    storage,
                    metrics,
                    clock);
            try (Adapter adapter = maker.make(parts)) {
                health.watch(connection, adapter::isConnected);
                health.alsoAwaits(adapter::waitsFor);
                if (signal.during(adapter::start)) {
                    signal.awaitOr(adapter.failure());
                }
                health.stop();
            }
        }
    }

    private static Assembly.Knowledge read(CompletableFuture<Assembly.Knowledge> reading) throws Exception {
        try {
            return reading.get();
        } catch (ExecutionException unreadable) {
            throw unreadable.getCause() instanceof Exception problem ? problem : unreadable;
        }
    }
}
