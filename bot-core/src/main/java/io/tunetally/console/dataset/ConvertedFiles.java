package io.tunetally.console.dataset;

import io.tunetally.console.json.Json;
import io.tunetally.console.terminal.CommandContext;
import io.tunetally.dataset.format.ExampleConverter;
import io.tunetally.dataset.format.ExampleReader;
import io.tunetally.dataset.format.Format;
import io.tunetally.dataset.format.Reading;
import io.tunetally.dataset.source.Container;
import io.tunetally.dataset.source.DatasetException;
import io.tunetally.dataset.source.RawRecord;
import io.tunetally.dataset.source.RecordSource;
import io.tunetally.dataset.source.SizeLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Prints the examples of training files in another format, and says which lines are left out. */
final class ConvertedFiles {
    private static final int MOST_NAMED = 5;

    private final CommandContext commandContext;
    private final Format target;

    ConvertedFiles(CommandContext commandContext, Format target) {
        this.commandContext = commandContext;
        this.target = target;
    }

    /** Prints the examples of a file. False if there is none, or a line is left out. */
    boolean print(Path file) {
        try (RecordSource source = RecordSource.open(file, SizeLimits.COMMAND_LINE)) {
            if (source.container() == Container.PARQUET) {
                throw new DatasetException("is Parquet, whose rows are not read; write it as JSON Lines first");
            }
            return print(file, source);
        } catch (DatasetException refused) {
            commandContext.err().println("tunetally: " + file + ": " + refused.getMessage());
        } catch (IOException unreadable) {
            commandContext.err().println("tunetally: " + DataFiles.unreadable(file, unreadable));
        }
        return false;
    }

    private boolean print(Path file, RecordSource source) throws IOException {
        ExampleReader reader =
                ExampleReader.of(source.container(), source.container().isTable() ? source.next() : null);
        long written = 0;
        long omitted = 0;
        for (RawRecord record = source.next(); record != null; record = source.next()) {
            Optional<String> why = written(reader.read(record));
            written += why.isEmpty() ? 1 : 0;
            omitted += why.isPresent() ? 1 : 0;
            if (why.isPresent() && omitted <= MOST_NAMED) {
                commandContext.err().println("tunetally: " + file + ": line " + record.line() + " " + why.get());
            }
        }
        if (omitted > 0) {
            commandContext.err().println("tunetally: " + file + ": " + written + " written, " + omitted + " left out");
        }
        return written > 0 && omitted == 0;
    }

    /** Writes an example; returns why it is left out, or nothing. */
    private Optional<String> written(Reading reading) {
        return switch (reading) {
            case Reading.Bad bad -> Optional.of(bad.why());
            case Reading.Good good ->
                ExampleConverter.row(good.example(), target)
                        .map(row -> {
                            commandContext.out().print(Json.line(row) + "\n");
                            return Optional.<String>empty();
                        })
                        .orElseGet(() -> Optional.of(
                                "is " + good.example().format().title() + " and has no equal in " + target.title()
                                        + "; calls of tools, pictures and answers without a prompt are not converted"));
        };
    }
}
