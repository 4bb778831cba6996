package io.tunetally.slack;

import io.tunetally.console.Assembly;
import io.tunetally.console.Platform;
import io.tunetally.console.Stores;
import io.tunetally.conversation.BackgroundMemory;
import io.tunetally.reply.Reply;
import io.tunetally.settings.SettingsException;
import io.tunetally.settings.SlackSettings;
import io.tunetally.storage.jdbc.JdbcStorage;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack as the console and {@link SlackMain} run it. */
public final class SlackPlatform implements Platform {
    private static final Logger LOG = LoggerFactory.getLogger(SlackPlatform.class);
    private static final int OK = 0;
    private static final int UNAVAILABLE = 69;
    private static final int BAD_CONFIGURATION = 78;

    private final PrintStream diagnostics;

    /** For {@link java.util.ServiceLoader}; diagnostics go to standard error. */
    public SlackPlatform() {
        this(System.err);
    }

    SlackPlatform(PrintStream diagnostics) {
        this.diagnostics = diagnostics;
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public List<String> missingSettings(Map<String, String> environment) {
        try {
            SlackSettings.read(environment);
            return List.of();
        } catch (SettingsException e) {
            return e.problems();
        }
    }

    /** The message of a mention's answer: {@code chat.postMessage} without channel and thread. */
    @Override
    public String payload(Reply reply) {
        return SlackMessage.json(
                new SlackFormatter(SlackFormatter.Tables.NATIVE).format(reply).payload());
    }

    @Override
    public int run(Map<String, String> environment) {
        List<String> missing = missingSettings(environment);
        if (!missing.isEmpty()) {
            missing.forEach(diagnostics::println);
            return BAD_CONFIGURATION;
        }
        HttpPort.limitClients();
        StopSignal signal = StopSignal.ofTheProcess();
        try {
            run(environment, signal);
            return OK;
        } catch (SettingsException unusable) {
            unusable.problems().forEach(diagnostics::println);
            return BAD_CONFIGURATION;
        } catch (Exception failure) {
            diagnostics.println("Slack: " + failure.getMessage());
            LOG.error("the Slack adapter cannot run", failure);
            return UNAVAILABLE;
        } finally {
            signal.ended();
        }
    }

    /** Until it is told to stop; then what has begun is answered before this returns. */
    private static void run(Map<String, String> environment, StopSignal signal) throws Exception {
        SlackSettings settings = SlackSettings.read(environment);
        Clock clock = Clock.systemUTC();
        try (JdbcStorage storage = Stores.open(environment, clock).sweeping();
                BackgroundMemory memory = new BackgroundMemory(
                        storage.threadMemory(), lost -> LOG.warn("a thread's memory was not written", lost))) {
            Assembly assembly = Assembly.of(environment, clock, memory);
            try (SlackApp app = new SlackApp(settings, assembly.bot(), SlackStores.of(storage, memory), clock)) {
                app.start();
                signal.await();
            }
        }
    }
}
