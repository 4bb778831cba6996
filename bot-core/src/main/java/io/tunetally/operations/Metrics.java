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
     * Counts from zero.
     *
     * @param platform the label {@code platform} of every metric, e.g. {@code slack}
     * @param health tells whether messages can be taken
     */
    public Metrics(String platform, Health health) {
        registry.config().commonTags("platform", platform);
        answers = Timer.builder("tunetally.answer")
                .description("From an event to its answer in words")
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

    /**
     * What is counted of one type of request: looked up once, for all requests of the type. Counts from zero.
     *
     * @param type a word of the program, e.g. {@code command}
     */
    public Requests requests(String type) {
        Timer acknowledgements = Timer.builder("tunetally.acknowledgement")
                .description("From an event's arrival to its acknowledgement, by what it was")
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

        /** One was acknowledged. */
        public void acknowledged(Duration took) {
            acknowledgements.record(took);
        }

        /** One failed that should not, and was logged as an incident. */
        public void incident() {
            incidents.increment();
        }
    }

    /** An answer failed that should not, and was logged as an incident. */
    public void incident() {
        incident(ANSWER);
    }

    /**
     * Something failed that should not, and was logged as an incident.
     *
     * @param type what failed, a word of the program, e.g. {@code background}
     */
    public void incident(String type) {
        incidents(type).increment();
    }

    private Counter incidents(String type) {
        return incidents.computeIfAbsent(
                type,
                _ -> Counter.builder("tunetally.incidents")
                        .description("Bugs, by where: whoever asked was given an incident id, the log has it too")
                        .tag("type", type)
                        .register(registry));
    }

    /** An event came that was answered already. */
    public void duplicate() {
        duplicates.increment();
    }

    /** An event failed each time it came, and is not waited for any more. */
    public void abandoned() {
        abandoned.increment();
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

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }
}
