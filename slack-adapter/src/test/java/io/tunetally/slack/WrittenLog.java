package io.tunetally.slack;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The product's log while a test runs, by its own levels and in its own pattern. */
public final class WrittenLog implements AutoCloseable {
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.tunetally");
    private final @Nullable Level before = ours.getLevel();
    private final LoggerContext product = new LoggerContext();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }
    };

    public WrittenLog() throws JoranException {
        JoranConfigurator configuration = new JoranConfigurator();
        configuration.setContext(product);
        configuration.doConfigure(
                Objects.requireNonNull(WrittenLog.class.getResource("/logback.xml"), "the product's own"));
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
        ours.setLevel(Level.INFO);
    }

    /** Line by line; a stack trace belongs to its line. */
    public List<String> lines() {
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>)
                product.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("stderr");
        return events.stream()
                .filter(event -> product.getLogger(event.getLoggerName()).isEnabledFor(event.getLevel()))
                .map(event -> new String(console.getEncoder().encode(event), StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void close() {
        ours.setLevel(before);
        root.detachAppender(appender);
        appender.stop();
        product.stop();
    }
}
