package io.tunetally.runtime;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bot;
import io.tunetally.bot.BotDecorator;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.operations.Metrics;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.ThreadMemory;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wraps the bot and its stores to count their use; their behaviour is unchanged. */
public final class Instrumentation {
    private static final Logger LOG = LoggerFactory.getLogger(Instrumentation.class);

    private Instrumentation() {}

    /** Counts answers by intent and status, times them, and counts the bugs among them; a counting failure loses no answer. */
    public static Bot bot(Bot bot, Metrics metrics) {
        return new MeasuredBot(bot, metrics);
    }

    private static void count(Outcome outcome, Duration took, Metrics metrics) {
        Interpretation read = outcome.interpretation();
        boolean failed = outcome instanceof Outcome.Failed;
        metrics.answered(
                (read == null ? Intent.NONE : read.intent()).word(),
                failed ? "failed" : outcome.status().word(),
                took);
        if (failed) {
            metrics.incident();
        }
    }

    /** Counts duplicates and failures. */
    public static Deliveries deliveries(Deliveries deliveries, Metrics metrics) {
        return new MeasuredDeliveries(deliveries, metrics);
    }

    /** Counts failures. */
    public static ThreadMemory memory(ThreadMemory memory, Metrics metrics) {
        return new MeasuredMemory(memory, metrics);
    }

    /** Counts failures. */
    public static ActionKeys actionKeys(ActionKeys keys, Metrics metrics) {
        return new MeasuredActionKeys(keys, metrics);
    }

    private static <T> T counted(String operation, Metrics metrics, Supplier<T> use) {
        try {
            return use.get();
        } catch (StorageException failed) {
            metrics.storageFailed(operation);
            throw failed;
        }
    }

    private static void counting(String operation, Metrics metrics, Runnable use) {
        counted(operation, metrics, () -> {
            use.run();
            return "";
        });
    }

    private record MeasuredBot(Bot bot, Metrics metrics) implements BotDecorator {
        @Override
        public Answer answer(ChatEvent event) {
            return counted(() -> bot.answer(event));
        }

        @Override
        public Answer answer(FileQuestion question) {
            return counted(() -> bot.answer(question));
        }

        private Answer counted(Supplier<Answer> answering) {
            long begun = System.nanoTime();
            Answer answer = answering.get();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            try {
                count(answer.outcome(), took, metrics);
            } catch (RuntimeException bug) {
                LOG.error("an answer was given, but not counted", bug);
            }
            return answer;
        }
    }

    private record MeasuredDeliveries(Deliveries deliveries, Metrics metrics) implements Deliveries {
        @Override
        public boolean claim(PlatformId platform, String deliveryId) {
            boolean first = counted("claim", metrics, () -> deliveries.claim(platform, deliveryId));
            if (!first) {
                metrics.duplicate();
            }
            return first;
        }

        /** A claim with its own lifetime is not a delivery, so a second one is not a duplicate. */
        @Override
        public boolean claim(PlatformId platform, String id, Duration lifetime) {
            return counted("claim", metrics, () -> deliveries.claim(platform, id, lifetime));
        }

        @Override
        public void release(PlatformId platform, String deliveryId) {
            counting("release", metrics, () -> deliveries.release(platform, deliveryId));
        }
    }

    private record MeasuredMemory(ThreadMemory memory, Metrics metrics) implements ThreadMemory {
        @Override
        public Optional<String> recall(ConversationId conversation) {
            return counted("recall", metrics, () -> memory.recall(conversation));
        }

        @Override
        public void remember(ConversationId conversation, String canonicalText, UserId asker) {
            counting("remember", metrics, () -> memory.remember(conversation, canonicalText, asker));
        }

        @Override
        public void forget(ConversationId conversation) {
            counting("forget", metrics, () -> memory.forget(conversation));
        }
    }

    private record MeasuredActionKeys(ActionKeys keys, Metrics metrics) implements ActionKeys {
        @Override
        public void keep(Collection<String> commandTexts) {
            counting("keep", metrics, () -> keys.keep(commandTexts));
        }

        @Override
        public Optional<String> command(String key) {
            return counted("command", metrics, () -> keys.command(key));
        }
    }
}
