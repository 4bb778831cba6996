package io.tunetally.discord;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What is logged while a test runs. */
final class LogLines implements AutoCloseable {
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.tunetally");
    private final @Nullable Level before = ours.getLevel();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    };

    LogLines() {
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        ours.setLevel(Level.INFO);
    }

    List<String> all() {
        return events.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** Warnings and errors of JDA, and whatever came with a stack trace; not what JDA says only because it was ended. */
    List<String> trouble() {
        return events.stream()
                .filter(event -> event.getThrowableProxy() != null
                        || (event.getLoggerName().startsWith("net.dv8tion")
                                && event.getLevel().isGreaterOrEqual(Level.WARN)))
                .map(LogLines::text)
                .filter(line -> !line.contains("Was unable to schedule next packet"))
                .toList();
    }

    private static String text(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        String line = event.getLoggerName() + ": " + event.getFormattedMessage();
        return thrown == null ? line : line + ": " + thrown.getClassName() + ": " + thrown.getMessage();
    }

    @Override
    public void close() {
        ours.setLevel(before);
        root.detachAppender(appender);
        appender.stop();
    }
}
