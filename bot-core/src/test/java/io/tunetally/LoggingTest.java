package io.tunetally;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.ConsoleAppender;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tests the program's {@code logback.xml}; the tests themselves use {@code logback-test.xml}. */
class LoggingTest {
    @Test
    void keepsTheLogOffStandardOutput() throws Exception {
        LoggerContext context = configured();

        assertThat(context.getLogger("ROOT").iteratorForAppenders())
                .toIterable()
                .singleElement()
                .isInstanceOfSatisfying(
                        ConsoleAppender.class,
                        appender -> assertThat(appender.getTarget()).isEqualTo("System.err"));
    }

    @Test
    void tellsOfItsOwnWorkButNotOfThatOfLibraries() throws Exception {
        LoggerContext context = configured();

        assertThat(context.getLogger("io.tunetally.bot").getEffectiveLevel()).isEqualTo(Level.INFO);
        assertThat(context.getLogger("com.slack").getEffectiveLevel()).isEqualTo(Level.WARN);
    }

    private static LoggerContext configured() throws Exception {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(LoggingTest.class.getResource("/logback.xml")));
        return context;
    }
}
