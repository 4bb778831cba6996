package io.tunetally.bot.file;

import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.FileRefusedException;
import io.tunetally.chat.SharedFile;
import io.tunetally.dataset.DatasetReader;
import io.tunetally.dataset.Measurement;
import io.tunetally.dataset.source.RecordSource;
import io.tunetally.dataset.source.SizeLimits;
import io.tunetally.dataset.token.ExampleTokenizer;
import io.tunetally.dataset.token.TokenizerFamilies;
import io.tunetally.dataset.verdict.ProviderRules;
import io.tunetally.settings.FileSettings;
import io.tunetally.wording.dataset.FileWording;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Measures files as they arrive, in bounded memory: two at a time, since each takes all processors. A few more may wait. */
public final class FileMeter {
    static final int AT_ONCE = 2;

    /** More would not get their turn in time, and each takes the room of another question meanwhile. */
    static final int MOST_WAITING = 20;

    private static final int LONGEST_RECORD = 4 << 20;
    private static final int UNPACKED_TIMES = 8;
    private static final int UNPACKED_PER_BYTE = 200;

    private final FileSettings limits;
    private @Nullable List<ProviderRules> rules;
    private @Nullable TokenizerFamilies families;
    private final Semaphore slots = new Semaphore(AT_ONCE, true);
    private final AtomicInteger waiting = new AtomicInteger();

    public FileMeter(FileSettings limits) {
        this.limits = limits;
    }

    FileSettings limits() {
        return limits;
    }

    /** Returns the providers' rules, which are read with the first file. */
    synchronized List<ProviderRules> rules() {
        List<ProviderRules> known = rules == null ? ProviderRules.all() : rules;
        rules = known;
        return known;
    }

    /** Returns the tokenizers, which are read with the first file. */
    synchronized TokenizerFamilies families() {
        TokenizerFamilies known = families == null ? TokenizerFamilies.with(limits.tokenizers()) : families;
        families = known;
        return known;
    }

    /**
     * Measures a file.
     *
     * @throws FileRefusedException if it is too large, or too many others are being measured
     * @throws io.tunetally.dataset.source.DatasetException if it is no training data
     */
    Measurement measure(FileQuestion question, List<ExampleTokenizer> tokenizers) throws IOException {
        SharedFile file = question.file();
        if (file.sizeBytes() > limits.most()) {
            throw new FileRefusedException(FileWording.tooLarge(file.name(), file.sizeBytes(), limits.most()));
        }
        if (!entered()) {
            throw new FileRefusedException(FileWording.busy());
        }
        try (RecordSource source = RecordSource.open(file.opener().open(), file.sizeBytes(), sizes())) {
            return new DatasetReader(
                            tokenizers, rules(), sizes(), Runtime.getRuntime().availableProcessors())
                    .read(file.name(), source, question.progress()::at);
        } finally {
            slots.release();
        }
    }

    private boolean entered() {
        try {
            return waiting.incrementAndGet() <= MOST_WAITING
                    && slots.tryAcquire(limits.within().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Returns how many files wait for their turn. */
    int waiting() {
        return waiting.get();
    }

    private SizeLimits sizes() {
        return new SizeLimits(limits.most(), UNPACKED_TIMES * limits.most(), LONGEST_RECORD, UNPACKED_PER_BYTE);
    }
}
