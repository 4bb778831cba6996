package io.tunetally.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.slf4j.Logger;

/**
 * Configures the log, unless the system property {@code logback.configurationFile} names a file that does. In code, since the same
 * in XML takes 20 to 30 ms of each start.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {
    /** A library that fails on a platform's data logs it as JSON, including user text and tokens, so that JSON is left out. */
    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{20} "
            + "%replace(%msg){'(?s)\\{\\s*\".*', '{...}'}%n%replace(%ex){'\\{\\s*\".*', '{...}'}";

    private static final String LEVELS = "levels.properties";
    private static final String FILE_PROPERTY = "logback.configurationFile";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(FILE_PROPERTY) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        apply(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Logs to the standard error, as the standard output is for the answer. */
    public static void apply(LoggerContext context) {
        context.getStatusManager().add(new NopStatusListener());
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setName("stderr");
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        levels().forEach((name, level) -> context.getLogger((String) name).setLevel(Level.valueOf((String) level)));
    }

    private static Properties levels() {
        try (InputStream in = LogConfigurator.class.getResourceAsStream(LEVELS)) {
            Properties levels = new Properties();
            levels.load(Objects.requireNonNull(in, LEVELS));
            return levels;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
