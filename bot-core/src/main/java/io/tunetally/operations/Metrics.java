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

/** The counters and timers of a process, for Prometheus. Labels are words of the program, never user text or ids. Thread-safe. */
public final class Metrics implements AutoCloseable {
    /** From a cached answer to one as slow as the acknowledgement limit of Slack and Discord. */
    private static final Duration[] LATENCIES = Stream.of(1, 5, 10, 25, 50, 100, 250, 500, 1000, 2000, 3000, 5000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final String ANSWER = "answer";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Timer answers;
    private final Map<Answered, Counter> answered = new ConcurrentHashMap<>();
    private final Map<String, Counter> incidents = new ConcurrentHashMap<>();
    private final Counter duplicates;
    private final Counter abandoned;
    private final Counter reconnects;
    private final Counter rateLimits;
    private final Counter undelivered;

    /**
     * Creates metrics that count from zero.
     *
     * @param platform the label {@code platform} of every metric, e.g. {@code slack}
     * @param health tells whether messages can be taken
     */
    public Metrics(String platform, Health health) {
        registry.config().commonTags("platform", platform);
        answers = Timer.builder("tunetally.answer")
                .description("Time from an event to its worded answer")
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
        incidents(ANSWER);
        duplicates = counter("tunetally.deliveries.duplicate", "Deliveries of an event that was answered already");
        abandoned = counter("tunetally.deliveries.abandoned", "Events that failed each time the platform sent them");
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
     * Counts an answer.
     *
     * @param intent a word of the contract, e.g. {@code estimate}
     * @param status the result, e.g. {@code answered}, {@code question}
     */
    public void answered(String intent, String status, Duration took) {
        answers.record(took);
        answered.computeIfAbsent(new Answered(intent, status), this::counter).increment();
    }

    private record Answered(String intent, String status) {}

    private Counter counter(Answered answer) {
        return Counter.builder("tunetally.answers")
                .description("Answers, by intent and status")
                .tag("intent", answer.intent())
                .tag("status", answer.status())
                .register(registry);
    }

    /**
     * Returns the counters of one request type, starting from zero; look them up once and keep them.
     *
     * @param type a word of the program, e.g. {@code command}
     */
    public Requests requests(String type) {
        Timer acknowledgements = Timer.builder("tunetally.acknowledgement")
                .description("Time from an event's arrival to its acknowledgement, by type")
                .tag("type", type)
                .serviceLevelObjectives(LATENCIES)
                .register(registry);
        return new Requests(acknowledgements, incidents(type));
    }

    /** Counts one type of request. */
    public static final class Requests {
        private final Timer acknowledgements;
        private final Counter incidents;

        private Requests(Timer acknowledgements, Counter incidents) {
            this.acknowledgements = acknowledgements;
            this.incidents = incidents;
        }

        /** Counts an acknowledged request. */
        public void acknowledged(Duration took) {
            acknowledgements.record(took);
        }

        /** Counts a request that failed unexpectedly and was logged as an incident. */
        public void incident() {
            incidents.increment();
        }
    }

    /** Counts an answer that failed unexpectedly and was logged as an incident. */
    public void incident() {
        incident(ANSWER);
    }

    /**
     * Counts an unexpected failure that was logged as an incident.
     *
     * @param type the failed part, a word of the program, e.g. {@code background}
     */
    public void incident(String type) {
        incidents(type).increment();
    }

    private Counter incidents(String type) {
        return incidents.computeIfAbsent(
                type,
                _ -> Counter.builder("tunetally.incidents")
                        .description("Bugs, by type: the user was given an incident id, which is also in the log")
                        .tag("type", type)
                        .register(registry));
    }

    /** Counts an event that was already answered. */
    public void duplicate() {
        duplicates.increment();
    }

    /** Counts an event that failed at every delivery and is given up. */
    public void abandoned() {
        abandoned.increment();
    }

    /** Counts a connection to the platform that was lost or refused and is reopened. */
    public void reconnecting() {
        reconnects.increment();
    }

    /** Counts a request by the platform to wait before the next call. */
    public void rateLimited() {
        rateLimits.increment();
    }

    /** Counts an answer that could not be delivered to the platform. */
    public void undelivered() {
        undelivered.increment();
    }

    /**
     * Counts a failure of the store.
     *
     * @param operation the attempted operation, e.g. {@code recall}
     */
    public void storageFailed(String operation) {
        Counter.builder("tunetally.storage.failures")
                .description("Database calls that failed or took too long, by operation")
                .tag("operation", operation)
                .register(registry)
                .increment();
    }

    /**
     * Registers a value that is read at every scrape.
     *
     * @param name with dots, its unit last, e.g. {@code tunetally.gateway.ping.seconds}
     */
    public void gauge(String name, String description, DoubleSupplier value) {
        Gauge.builder(name, value, DoubleSupplier::getAsDouble)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** Returns all metrics in Prometheus' text format, version 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
