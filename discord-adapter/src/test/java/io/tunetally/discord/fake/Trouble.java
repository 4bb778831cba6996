package io.tunetally.discord.fake;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import io.tunetally.WrittenLog;
import java.util.List;

/** Trouble in a log: warnings and errors of JDA, and everything with a stack trace. */
public final class Trouble {
    private Trouble() {}

    /** Leaves out what JDA says only because it was ended. */
    public static List<String> in(WrittenLog log) {
        return log.events().stream()
                .filter(event -> event.getThrowableProxy() != null
                        || (event.getLoggerName().startsWith("net.dv8tion")
                                && event.getLevel().isGreaterOrEqual(Level.WARN)))
                .map(Trouble::text)
                .filter(line -> !line.contains("Was unable to schedule next packet"))
                .toList();
    }

    private static String text(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        String line = event.getLoggerName() + ": " + event.getFormattedMessage();
        return thrown == null ? line : line + ": " + thrown.getClassName() + ": " + thrown.getMessage();
    }
}
