package io.tunetally;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.ConsoleAppender;
import io.tunetally.log.LogConfigurator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * The product's log while a test runs. Tests of one process run beside each other, so an event belongs to the test whose
 * thread started the thread that logs it, directly or not. The JDK's shared threads belong to none.
 */
public final class WrittenLog implements AutoCloseable {
    private static final InheritableThreadLocal<RunningTest> TEST = new InheritableThreadLocal<>();
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("io.tunetally");
    private static final LoggerContext PRODUCT = product();

    static {
        // Starts the JDK's thread for delays, from which others inherit, before it belongs to a test.
        CompletableFuture.delayedExecutor(0, TimeUnit.SECONDS).execute(() -> {});
    }

    private final RunningTest test = RunningTest.begun();
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (test.isOf(Thread.currentThread())) {
                events.add(event);
            }
        }
    };

    public WrittenLog() {
        appender.setContext(ROOT.getLoggerContext());
        appender.start();
        ROOT.addAppender(appender);
        OURS.setLevel(Level.INFO); // The console's level is its own.
    }

    /** A test with open logs. */
    private static final class RunningTest {
        private final Thread thread;
        private final AtomicInteger logs = new AtomicInteger();

        private RunningTest(Thread thread) {
            this.thread = thread;
        }

        /** A thread with which JUnit runs tests begins one; any other belongs to the test that it was started by. */
        static RunningTest begun() {
            RunningTest inherited = TEST.get();
            Thread current = Thread.currentThread();
            boolean begins =
                    inherited == null || inherited.isOver() || (isShared(current) && inherited.thread != current);
            RunningTest test = begins ? new RunningTest(current) : inherited;
            TEST.set(test);
            test.logs.incrementAndGet();
            return test;
        }

        private boolean isOver() {
            return logs.get() == 0;
        }

        /** A thread that works for one test after the other was started by any of them. */
        private static boolean isShared(Thread thread) {
            return thread instanceof ForkJoinWorkerThread || ProgramTime.runsTests(thread.getName());
        }

        boolean isOf(Thread logging) {
            return isShared(logging) ? logging == thread : TEST.get() == this;
        }

        void close() {
            if (logs.decrementAndGet() == 0) {
                TEST.remove();
            }
        }
    }

    private static LoggerContext product() {
        LoggerContext context = new LoggerContext();
        LogConfigurator.apply(context);
        return context;
    }

    public List<ILoggingEvent> events() {
        return List.copyOf(events);
    }

    /** What is logged, without the product's levels and pattern. */
    public List<String> messages() {
        return events.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    /** What the product writes, by its own levels and in its own pattern; a stack trace belongs to its line. */
    public List<String> lines() {
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>)
                PRODUCT.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("stderr");
        return events.stream()
                .filter(event -> PRODUCT.getLogger(event.getLoggerName()).isEnabledFor(event.getLevel()))
                .map(event -> new String(console.getEncoder().encode(event), StandardCharsets.UTF_8))
                .toList();
    }

    /** The lines as one text. */
    public String text() {
        return String.join("", lines());
    }

    @Override
    public void close() {
        ROOT.detachAppender(appender);
        appender.stop();
        test.close();
    }
}
