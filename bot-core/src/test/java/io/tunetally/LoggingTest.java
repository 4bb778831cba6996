package io.tunetally;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.ConsoleAppender;
import io.tunetally.log.LogConfigurator;
import org.junit.jupiter.api.Test;

/** Tests the program's own log; the tests themselves use {@code logback-test.xml}. */
class LoggingTest {
    @Test
    void keepsTheLogOffStandardOutput() {
        LoggerContext context = configured();

        assertThat(context.getLogger("ROOT").iteratorForAppenders())
                .toIterable()
                .singleElement()
                .isInstanceOfSatisfying(
                        ConsoleAppender.class,
                        appender -> assertThat(appender.getTarget()).isEqualTo("System.err"));
    }

    @Test
    void tellsOfItsOwnWorkButNotOfThatOfLibraries() {
        LoggerContext context = configured();

        assertThat(context.getLogger("io.tunetally.bot").getEffectiveLevel()).isEqualTo(Level.INFO);
        assertThat(context.getLogger("com.slack").getEffectiveLevel()).isEqualTo(Level.WARN);
    }

    private static LoggerContext configured() {
        LoggerContext context = new LoggerContext();
        LogConfigurator.apply(context);
        return context;
    }
}
