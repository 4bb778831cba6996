package io.tunetally.dataset;

import io.tunetally.dataset.format.ExampleReader;
import io.tunetally.dataset.format.Reading;
import io.tunetally.dataset.source.Container;
import io.tunetally.dataset.source.DatasetException;
import io.tunetally.dataset.source.ParquetFooter;
import io.tunetally.dataset.source.RawRecord;
import io.tunetally.dataset.source.RecordSource;
import io.tunetally.dataset.source.SizeLimits;
import io.tunetally.dataset.token.ExampleTokenizer;
import io.tunetally.dataset.verdict.ProviderRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;

/** Measures training files: one thread reads, all cores count, and the results are added up in the order of the file. */
public final class DatasetReader {
    private static final int BATCH_BYTES = 1 << 19;
    private static final int BATCH_RECORDS = 2_000;

    private final List<ExampleTokenizer> tokenizers;
    private final List<ProviderRules> rules;
    private final SizeLimits limits;
    private final int threads;

    /** Creates a reader. */
    public DatasetReader(List<ExampleTokenizer> tokenizers, List<ProviderRules> rules, SizeLimits limits, int threads) {
        this.tokenizers = List.copyOf(tokenizers);
        this.rules = List.copyOf(rules);
        this.limits = limits;
        this.threads = threads;
    }

    /**
     * Measures a file.
     *
     * @throws DatasetException if it is no training data, or beyond the limits
     */
    public Measurement read(Path file, ReadingProgress progress) throws IOException {
        try (RecordSource source = RecordSource.open(file, limits)) {
            String name = String.valueOf(file.getFileName());
            return source.container() == Container.PARQUET && !source.compressed()
                    ? rows(name, source, ParquetFooter.read(file))
                    : read(name, source, progress);
        }
    }

    /** Of Parquet the footer is read only, so that there are no tokens. */
    private Measurement rows(String name, RecordSource source, ParquetFooter footer) {
        return new Accumulator(List.of(), rules).result(name, source, footer);
    }

    /** Measures an opened file. */
    public Measurement read(String name, RecordSource source, ReadingProgress progress) throws IOException {
        if (source.container() == Container.PARQUET) {
            return rows(name, source, ParquetFooter.read(source));
        }
        Accumulator accumulator = new Accumulator(tokenizers, rules);
        ExampleReader reader =
                ExampleReader.of(source.container(), source.container().isTable() ? source.next() : null);
        BlockingQueue<List<ExampleTokenizer.Counter>> idle = new LinkedBlockingQueue<>();
        for (int i = 0; i < threads; i++) {
            idle.add(tokenizers.stream().map(ExampleTokenizer::counter).toList());
        }
        Deque<Future<List<MeasuredRecord>>> pending = new ArrayDeque<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            try {
                for (List<RawRecord> batch = batch(source); !batch.isEmpty(); batch = batch(source)) {
                    List<RawRecord> records = batch;
                    pending.add(pool.submit(() -> measure(records, reader, idle)));
                    if (pending.size() > 2 * threads) {
                        add(pending.remove(), accumulator);
                        progress.at(source.position(), source.size(), accumulator.examples());
                    }
                }
                while (!pending.isEmpty()) {
                    add(pending.remove(), accumulator);
                }
            } finally {
                pool.shutdownNow();
            }
        }
        progress.at(source.size(), source.size(), accumulator.examples());
        return accumulator.result(name, source, null);
    }

    private static List<RawRecord> batch(RecordSource source) throws IOException {
        List<RawRecord> batch = new ArrayList<>();
        int bytes = 0;
        while (bytes < BATCH_BYTES && batch.size() < BATCH_RECORDS) {
            RawRecord record = source.next();
            if (record == null) {
                return batch;
            }
            batch.add(record);
            bytes += record.size();
        }
        return batch;
    }

    private List<MeasuredRecord> measure(
            List<RawRecord> records, ExampleReader reader, BlockingQueue<List<ExampleTokenizer.Counter>> idle)
            throws InterruptedException {
        List<ExampleTokenizer.Counter> counters = idle.take();
        try {
            List<MeasuredRecord> measured = new ArrayList<>(records.size());
            for (RawRecord record : records) {
                measured.add(
                        switch (reader.read(record)) {
                            case Reading.Bad bad -> new MeasuredRecord.Unreadable(bad);
                            case Reading.Good good ->
                                MeasuredRecord.Measured.of(good.line(), good.example(), counters, rules);
                        });
            }
            return measured;
        } finally {
            idle.add(counters);
        }
    }

    private static void add(Future<List<MeasuredRecord>> batch, Accumulator accumulator) {
        try {
            batch.get().forEach(accumulator::add);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new DatasetException("the reading was interrupted");
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a batch could not be measured", failed.getCause());
        }
    }
}
