package io.tunetally.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");
    private static final Pattern SAMPLE = Pattern.compile("[a-z][a-z0-9_]*\\{(\\w+=\"[^\"]*\",?)+} ([0-9.E+-]+|NaN)");

    private final Health health = new Health("connection");
    private final Metrics metrics = new Metrics("discord", health);

    @AfterEach
    void close() {
        metrics.close();
    }

    @Test
    void countsAnswersByIntentAndStatus() {
        metrics.answered("estimate", "answered", Duration.ofMillis(7));
        metrics.answered("estimate", "answered", Duration.ofMillis(70));
        metrics.answered("none", "failed", Duration.ofMillis(1));

        assertThat(metrics.scrape())
                .contains(
                        "tunetally_answers_total{intent=\"estimate\",platform=\"discord\",status=\"answered\"} 2.0\n",
                        "tunetally_answers_total{intent=\"none\",platform=\"discord\",status=\"failed\"} 1.0\n");
    }

    @Test
    void putsLatenciesIntoBuckets() {
        metrics.answered("estimate", "answered", Duration.ofMillis(7));
        metrics.answered("estimate", "answered", Duration.ofMillis(70));

        assertThat(metrics.scrape())
                .contains(
                        "tunetally_answer_seconds_bucket{platform=\"discord\",le=\"0.005\"} 0\n",
                        "tunetally_answer_seconds_bucket{platform=\"discord\",le=\"0.01\"} 1\n",
                        "tunetally_answer_seconds_bucket{platform=\"discord\",le=\"0.1\"} 2\n",
                        "tunetally_answer_seconds_count{platform=\"discord\"} 2\n");
    }

    @Test
    void beginsAtZeroSoThatTheFirstIncidentIsARise() {
        assertThat(metrics.scrape())
                .contains(
                        "tunetally_incidents_total{platform=\"discord\",type=\"answer\"} 0.0\n",
                        "tunetally_reconnects_total{platform=\"discord\"} 0.0\n",
                        "tunetally_undelivered_total{platform=\"discord\"} 0.0\n",
                        "tunetally_rate_limits_total{platform=\"discord\"} 0.0\n",
                        "tunetally_deliveries_duplicate_total{platform=\"discord\"} 0.0\n");
    }

    @Test
    void countsEachKindOfTrouble() {
        metrics.incident();
        metrics.duplicate();
        metrics.abandoned();
        metrics.reconnecting();
        metrics.rateLimited();
        metrics.undelivered();
        metrics.storageFailed("recall");

        assertThat(metrics.scrape())
                .contains(
                        "tunetally_incidents_total{platform=\"discord\",type=\"answer\"} 1.0\n",
                        "tunetally_deliveries_duplicate_total{platform=\"discord\"} 1.0\n",
                        "tunetally_deliveries_abandoned_total{platform=\"discord\"} 1.0\n",
                        "tunetally_reconnects_total{platform=\"discord\"} 1.0\n",
                        "tunetally_rate_limits_total{platform=\"discord\"} 1.0\n",
                        "tunetally_undelivered_total{platform=\"discord\"} 1.0\n",
                        "tunetally_storage_failures_total{operation=\"recall\",platform=\"discord\"} 1.0\n");
    }

    @Test
    void countsRequestsByTypeFromZero() {
        Metrics.Requests commands = metrics.requests("command");
        metrics.requests("event");
        commands.acknowledged(Duration.ofMillis(20));
        commands.incident();
        metrics.incident("background");

        assertThat(metrics.scrape())
                .contains(
                        "tunetally_acknowledgement_seconds_count{platform=\"discord\",type=\"command\"} 1\n",
                        "tunetally_acknowledgement_seconds_count{platform=\"discord\",type=\"event\"} 0\n",
                        "tunetally_incidents_total{platform=\"discord\",type=\"background\"} 1.0\n",
                        "tunetally_incidents_total{platform=\"discord\",type=\"command\"} 1.0\n",
                        "tunetally_incidents_total{platform=\"discord\",type=\"event\"} 0.0\n");
    }

    @Test
    void saysWhetherItIsReady() {
        assertThat(metrics.scrape()).contains("tunetally_ready{platform=\"discord\"} 0.0\n");

        health.watch("connection", () -> true);

        assertThat(metrics.scrape()).contains("tunetally_ready{platform=\"discord\"} 1.0\n");
    }

    @Test
    void tellsAboutTheProcessToo() {
        assertThat(metrics.scrape())
                .contains("jvm_memory_used_bytes{", "process_uptime_seconds{", "jvm_threads_live_threads{");
    }

    @Test
    void isWellFormedAndHasFewLabels() {
        metrics.answered("estimate", "answered", Duration.ofMillis(7));
        metrics.storageFailed("claim");

        assertThat(metrics.scrape().lines().filter(line -> !line.startsWith("#")))
                .allMatch(line -> SAMPLE.matcher(line).matches());
        Set<String> labels = new TreeSet<>();
        metrics.scrape()
                .lines()
                .filter(line -> line.startsWith("tunetally_"))
                .flatMap(line -> LABEL.matcher(line).results())
                .map((MatchResult match) -> match.group(1))
                .forEach(labels::add);
        assertThat(labels).containsExactly("intent", "le", "operation", "platform", "status", "type");
    }
}
