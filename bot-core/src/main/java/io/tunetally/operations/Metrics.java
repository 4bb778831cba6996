package io.tunetally.operations;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * What a process counts and times, for Prometheus. Labels are words of the program, never what a person wrote or an id.
 * Safe for use by many threads.
 */
public final class Metrics implements AutoCloseable {
    /** From an answer out of the cache to one that took as long as Slack and Discord wait for an acknowledgement. */
    private static final Duration[] LATENCIES = Stream.of(1, 5, 10, 25, 50, 100, 250, 500, 1000, 2000, 3000, 5000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Timer answers;
    private final Timer acknowledgements;
    private final Map<Answered, Counter> answered = new ConcurrentHashMap<>();
    private final Counter incidents;
    private final Counter duplicates;
    private final Counter reconnects;
    private final Counter rateLimits;
    private final Counter undelivered;

    /**
     * Counts from zero.
     *
     * @param platform the label {@code platform} of every metric, e.g. {@code slack}
     * @param health tells whether messages can be taken
     */
    public Metrics(String platform, Health health) {
        registry.config().commonTags("platform", platform);
        answers = latency("tunetally.answer", "From an event to its answer in words");
        acknowledgements = latency("tunetally.acknowledgement", "From an event's arrival to its acknowledgement");
        incidents = counter("tunetally.incidents", "Bugs: whoever asked was given an incident id, the log has it too");
        duplicates = counter("tunetally.deliveries.duplicate", "Deliveries of an event that was answered already");
        reconnects = counter("tunetally.reconnects", "Connections to the platform that were lost or refused");
        rateLimits = counter("tunetally.rate.limits", "Times the platform asked to wait before the next call");
        undelivered = counter("tunetally.undelivered", "Answers that the platform did not take");
        Gauge.builder("tunetally.ready", health, now -> now.missing().isEmpty() ? 1 : 0)
                .description("1 while messages can be taken")
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /**
     * An answer was given.
     *
     * @param intent what was asked for, a word of the contract, e.g. {@code estimate}
     * @param status how it was answered, e.g. {@code answered}, {@code question}
     */
    public void answered(String intent, String status, Duration took) {
        answers.record(took);
        answered.computeIfAbsent(new Answered(intent, status), this::counter).increment();
    }

    private record Answered(String intent, String status) {}

    private Counter counter(Answered answer) {
        return Counter.builder("tunetally.answers")
                .description("Answers given, by what was asked for and whether it could be answered")
                .tag("intent", answer.intent())
                .tag("status", answer.status())
                .register(registry);
    }

    /** An event of the platform was acknowledged. */
    public void acknowledged(Duration took) {
        acknowledgements.record(took);
    }

    /** Something failed that should not, and was logged as an incident. */
    public void incident() {
        incidents.increment();
    }

    /** An event came that was answered already. */
    public void duplicate() {
        duplicates.increment();
    }

    /** A connection to the platform was lost or refused and is opened again. */
    public void reconnecting() {
        reconnects.increment();
    }

    /** The platform asked to wait before the next call. */
    public void rateLimited() {
        rateLimits.increment();
    }

    /** An answer could not be handed to the platform. */
    public void undelivered() {
        undelivered.increment();
    }

    /**
     * The store could not be used.
     *
     * @param operation a word for what was tried, e.g. {@code recall}
     */
    public void storageFailed(String operation) {
        Counter.builder("tunetally.storage.failures")
                .description("Uses of the database that failed or took too long, by what was tried")
                .tag("operation", operation)
                .register(registry)
                .increment();
    }

    /**
     * A figure that is looked up whenever it is asked for.
     *
     * @param name with dots, its unit last, e.g. {@code tunetally.gateway.ping.seconds}
     */
    public void gauge(String name, String description, DoubleSupplier value) {
        Gauge.builder(name, value, DoubleSupplier::getAsDouble)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** All of it in Prometheus' text format, version 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    private Timer latency(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
