package io.tunetally.dataset;

import io.tunetally.dataset.format.Format;
import io.tunetally.dataset.format.Pair;
import io.tunetally.dataset.format.Reading;
import io.tunetally.dataset.source.ParquetFooter;
import io.tunetally.dataset.source.RecordSource;
import io.tunetally.dataset.token.ExampleTokenizer;
import io.tunetally.dataset.verdict.ProviderRules;
import io.tunetally.dataset.verdict.VerdictBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up measured records in the order of the file. */
final class Accumulator {
    private static final int BAD_KEPT = 20;
    private static final int MOST_EXACT = 2_000_000;
    private static final int MOST_BANDS = 2_000_000;
    private static final int SHORT = 20;

    private final List<VerdictBuilder> verdicts;
    private final List<TokenStatistics> statistics;
    private final List<Reading.Bad> bad = new ArrayList<>();
    private final LongSet exact = new LongSet(MOST_EXACT);
    private final LongSet bands = new LongSet(MOST_BANDS);
    private final LengthTable messages = new LengthTable();
    private @Nullable Format format;
    private @Nullable Pair pair;
    private Measurement.@Nullable Mixed mixed;
    private long badCount;
    private long withoutSystem;
    private long withoutUser;
    private long untrained;
    private long firstUntrained;
    private long tooShort;
    private long images;
    private long duplicates;
    private long nearDuplicates;

    Accumulator(List<ExampleTokenizer> tokenizers, List<ProviderRules> rules) {
        statistics = tokenizers.stream().map(TokenStatistics::new).toList();
        verdicts = rules.stream().map(VerdictBuilder::new).toList();
    }

    long examples() {
        return messages.examples();
    }

    void add(MeasuredRecord record) {
        switch (record) {
            case MeasuredRecord.Unreadable unreadable -> unreadable(unreadable.bad());
            case MeasuredRecord.Measured measured -> measured(measured);
        }
    }

    private void unreadable(Reading.Bad reading) {
        badCount++;
        if (bad.size() < BAD_KEPT) {
            bad.add(reading);
        }
        verdicts.forEach(verdict -> verdict.line(reading.line(), reading.why()));
    }

    private void measured(MeasuredRecord.Measured record) {
        Format first = format;
        format = first == null ? record.format() : first;
        if (first != null && mixed == null && record.format() != first) {
            mixed = new Measurement.Mixed(record.line(), record.format());
            verdicts.forEach(verdict -> verdict.file(
                    record.line(),
                    "has two formats: " + first.title() + ", and "
                            + record.format().title() + " from this line on",
                    "keep one format (another begins on line " + record.line() + ")"));
        }
        pair = pair == null ? record.pair() : pair;
        Repetition repetition = repetition(record.fingerprint());
        for (int i = 0; i < statistics.size(); i++) {
            statistics.get(i).add(record.counts().get(i), repetition);
        }
        for (int i = 0; i < record.problems().size(); i++) {
            VerdictBuilder verdict = verdicts.get(i);
            record.problems().get(i).forEach(why -> verdict.line(record.line(), why));
        }
        messages.add(record.messages());
        withoutSystem += record.system() ? 0 : 1;
        withoutUser += record.user() ? 0 : 1;
        firstUntrained = record.trained() || untrained > 0 ? firstUntrained : record.line();
        untrained += record.trained() ? 0 : 1;
        tooShort += record.characters() < SHORT ? 1 : 0;
        images += record.images();
        duplicates += repetition == Repetition.SAME ? 1 : 0;
        nearDuplicates += repetition == Repetition.SIMILAR ? 1 : 0;
    }

    private Repetition repetition(Fingerprint fingerprint) {
        boolean same = exact.seen(fingerprint.exact());
        boolean similar = false;
        for (long band : fingerprint.similar()) {
            similar |= bands.seen(band);
        }
        return same ? Repetition.SAME : similar ? Repetition.SIMILAR : Repetition.NEW;
    }

    Measurement result(String file, RecordSource source, @Nullable ParquetFooter parquet) {
        Format known = format;
        verdicts.forEach(verdict -> {
            verdict.size(parquet == null ? examples() : parquet.rows(), source.size());
            if (known != null) {
                verdict.format(source.container(), source.compressed(), known);
                verdict.columns(known, pair);
            } else if (parquet != null) {
                verdict.container(source.container(), false);
            }
        });
        return new Measurement(
                file,
                source.container(),
                known,
                pair,
                mixed,
                new Measurement.Lines(examples() + badCount, badCount, bad),
                new Measurement.Content(
                        messages,
                        withoutSystem,
                        withoutUser,
                        untrained,
                        firstUntrained,
                        tooShort,
                        images,
                        duplicates,
                        nearDuplicates,
                        !exact.full() && !bands.full()),
                statistics,
                verdicts.stream().map(VerdictBuilder::build).toList(),
                parquet);
    }
}
