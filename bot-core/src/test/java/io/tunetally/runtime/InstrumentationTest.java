package io.tunetally.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.bot.Answer;
import io.tunetally.bot.AnsweringBot;
import io.tunetally.bot.Bot;
import io.tunetally.bot.CommandSpec;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.operations.OperationsServer;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Reply;
import io.tunetally.settings.OperationsPort;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.ThreadMemory;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstrumentationTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final ConversationId HERE = new ConversationId(PlatformId.CONSOLE, "", "here", "");

    private final Health health = new Health();
    private final Metrics metrics = new Metrics("slack", health);
    private final OperationsServer server = OperationsServer.start(new OperationsPort.On(0), health, metrics);

    @AfterEach
    void close() {
        server.close();
        metrics.close();
    }

    @Test
    void countsAnswersByIntentAndStatus() throws IOException {
        Bot bot = Instrumentation.bot(assembly(new NoMemory()).bot(), metrics);

        bot.answer(CommandContext.said("cost gpt-4o 1k examples for customer Ada Lovelace", "here"));
        bot.answer(CommandContext.said("cost llama 1k examples", "here"));
        bot.answer(CommandContext.said("what a lovely day", "here"));

        assertThat(scraped())
                .contains(
                        "answers_total{intent=\"estimate\",platform=\"slack\",status=\"answered\"} 1.0",
                        "answers_total{intent=\"estimate\",platform=\"slack\",status=\"question\"} 1.0",
                        "answers_total{intent=\"none\",platform=\"slack\",status=\"none\"} 1.0",
                        "answer_seconds_count{platform=\"slack\"} 3",
                        "incidents_total{platform=\"slack\",type=\"answer\"} 0.0")
                .doesNotContain("Lovelace", "lovelace", "lovely");
    }

    @Test
    void countsABugAsAnIncident() throws IOException {
        Bot bot = Instrumentation.bot(assembly(new BrokenMemory()).bot(), metrics);

        bot.answer(CommandContext.said("cost gpt-4o 1k examples", "here"));

        assertThat(scraped())
                .contains(
                        "answers_total{intent=\"none\",platform=\"slack\",status=\"failed\"} 1.0",
                        "incidents_total{platform=\"slack\",type=\"answer\"} 1.0");
    }

    /** An answer without an outcome makes counting fail. */
    @Test
    @SuppressWarnings("NullAway")
    void answersAlsoWhereCountingFails() {
        Answer uncountable = new Answer(null, new Reply("An answer", List.of(), Audience.ASKER));
        Bot bot = Instrumentation.bot(new AnsweringBot(_ -> uncountable), metrics);

        assertThat(bot.answer(CommandContext.said("cost gpt-4o 1k examples", "here")))
                .isSameAs(uncountable);
    }

    @Test
    void completesAndListsCommandsAsTheBotDoes() {
        Bot plain = assembly(new NoMemory()).bot();
        Bot bot = Instrumentation.bot(plain, metrics);

        assertThat(bot.complete("cost gpt", 8)).isNotEmpty().isEqualTo(plain.complete("cost gpt", 8));
        assertThat(bot.commands()).isNotEmpty().isEqualTo(plain.commands());
        CommandSpec.Option option = plain.commands().stream()
                .flatMap(command -> command.options().stream())
                .filter(it -> !plain.choices(it).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(bot.choices(option)).isEqualTo(plain.choices(option));
    }

    @Test
    void countsFailuresOfTheStore() throws IOException {
        ThreadMemory memory = Instrumentation.memory(new NoMemory(), metrics);
        ActionKeys keys = Instrumentation.actionKeys(new NoKeys(), metrics);
        Deliveries deliveries = Instrumentation.deliveries(new NoDeliveries(), metrics);

        assertThatThrownBy(() -> memory.recall(HERE)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> memory.remember(HERE, "help")).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> memory.forget(HERE)).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> keys.keep(List.of("help"))).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> keys.command("k")).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> deliveries.claim(PlatformId.CONSOLE, "1")).isInstanceOf(StorageException.class);
        assertThatThrownBy(() -> deliveries.release(PlatformId.CONSOLE, "1")).isInstanceOf(StorageException.class);

        for (String operation : List.of("recall", "remember", "forget", "keep", "command", "claim", "release")) {
            assertThat(scraped())
                    .contains("storage_failures_total{operation=\"" + operation + "\",platform=\"slack\"} 1.0");
        }
    }

    @Test
    void countsDeliveriesThatComeAgain() throws IOException {
        Deliveries deliveries = Instrumentation.deliveries(new KeptDeliveries(new HashSet<>()), metrics);

        assertThat(deliveries.claim(PlatformId.CONSOLE, "1")).isTrue();
        assertThat(deliveries.claim(PlatformId.CONSOLE, "1")).isFalse();

        assertThat(scraped()).contains("deliveries_duplicate_total{platform=\"slack\"} 1.0");
    }

    private String scraped() throws IOException {
        return new String(
                URI.create("http://127.0.0.1:" + server.port().orElseThrow() + "/metrics")
                        .toURL()
                        .openStream()
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private static Assembly assembly(ThreadMemory memory) {
        return Assembly.of(SharedKnowledge.at(CLOCK), CLOCK, memory);
    }

    private static StorageException gone() {
        return new StorageException("the database is away", new IOException("away"));
    }

    /** A memory that always fails. */
    private static final class NoMemory implements ThreadMemory {
        @Override
        public Optional<String> recall(ConversationId conversation) {
            throw gone();
        }

        @Override
        public void remember(ConversationId conversation, String canonicalText, UserId asker) {
            throw gone();
        }

        @Override
        public void forget(ConversationId conversation) {
            throw gone();
        }
    }

    /** A memory with a bug. */
    private static final class BrokenMemory implements ThreadMemory {
        @Override
        public Optional<String> recall(ConversationId conversation) {
            throw new IllegalStateException("a bug");
        }

        @Override
        public void remember(ConversationId conversation, String canonicalText, UserId asker) {
            throw new IllegalStateException("a bug");
        }

        @Override
        public void forget(ConversationId conversation) {
            throw new IllegalStateException("a bug");
        }
    }

    /** Action keys that always fail. */
    private static final class NoKeys implements ActionKeys {
        @Override
        public void keep(Collection<String> commandTexts) {
            throw gone();
        }

        @Override
        public Optional<String> command(String key) {
            throw gone();
        }
    }

    private record KeptDeliveries(Set<String> claimed) implements Deliveries {
        @Override
        public boolean claim(PlatformId platform, String deliveryId) {
            return claimed.add(deliveryId);
        }

        @Override
        public boolean claim(PlatformId platform, String id, Duration lifetime) {
            return claimed.add(id);
        }

        @Override
        public void release(PlatformId platform, String deliveryId) {
            claimed.remove(deliveryId);
        }
    }

    private static final class NoDeliveries implements Deliveries {
        @Override
        public boolean claim(PlatformId platform, String deliveryId) {
            throw gone();
        }

        @Override
        public boolean claim(PlatformId platform, String id, Duration lifetime) {
            throw gone();
        }

        @Override
        public void release(PlatformId platform, String deliveryId) {
            throw gone();
        }
    }
}
