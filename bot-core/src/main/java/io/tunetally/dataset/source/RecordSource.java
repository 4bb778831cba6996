package io.tunetally.dataset.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The records of a training file, one after the other. Memory is bounded by the longest record read. */
public final class RecordSource implements Closeable {
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final CountedInput stored;
    private final InputStream content;
    private final ByteCursor cursor;
    private final Container container;
    private final long size;
    private final boolean compressed;
    private final Deque<RawRecord> recovered = new ArrayDeque<>();
    private boolean ended;

    private RecordSource(CountedInput stored, InputStream content, long size, boolean compressed, int recordBytes)
            throws IOException {
        this.stored = stored;
        this.content = content;
        this.size = size;
        this.compressed = compressed;
        this.cursor = new ByteCursor(content, recordBytes);
        if (OtherFiles.startsWith(cursor.ahead(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            cursor.skip(BYTE_ORDER_MARK.length);
        }
        this.container = ContentSniffer.detect(cursor.ahead(ContentSniffer.AHEAD));
        if (container == Container.JSON_ARRAY) {
            skipBlanks();
            cursor.next();
        }
    }

    /**
     * Opens a file.
     *
     * @throws DatasetException if its content is not training data, or it is too large
     */
    public static RecordSource open(Path file, SizeLimits limits) throws IOException {
        long size = Files.size(file);
        if (size > limits.fileBytes()) {
            throw new DatasetException(
                    "has " + (size >> 20) + " MiB; at most " + (limits.fileBytes() >> 20) + " MiB are read. Split it");
        }
        return open(Files.newInputStream(file), size, limits);
    }

    /** Reads a stream of a known size in bytes. Closes it with this source, or if it is refused. */
    public static RecordSource open(InputStream in, long size, SizeLimits limits) throws IOException {
        CountedInput stored = new CountedInput(in);
        InputStream content = new BufferedInputStream(stored, 1 << 16);
        try {
            content.mark(2);
            boolean compressed = content.read() == 0x1F && content.read() == 0x8B;
            content.reset();
            if (compressed) {
                content = new UnpackedInput(new GZIPInputStream(content, 1 << 16), stored, limits);
            }
            return new RecordSource(stored, content, size, compressed, limits.recordBytes());
        } catch (IOException | DatasetException refused) {
            content.close();
            throw refused;
        }
    }

    public Container container() {
        return container;
    }

    public boolean compressed() {
        return compressed;
    }

    /** Returns the size of the stored file in bytes. */
    public long size() {
        return size;
    }

    /** Returns the stored bytes that have been read. */
    public long position() {
        return stored.count();
    }

    /** Returns the next record that is not blank, or null at the end. */
    public @Nullable RawRecord next() throws IOException {
        return switch (container) {
            case JSONL, TEXT -> nextLine();
            case CSV, CSV_SEMICOLON, TSV -> nextRow();
            case JSON_ARRAY -> nextElement();
            case JSON_OBJECTS -> nextObject();
            case PARQUET -> null;
        };
    }

    /** Reads to the end and returns up to a number of the last bytes. */
    byte[] last(int most) throws IOException {
        return cursor.last(most);
    }

    private @Nullable RawRecord nextLine() throws IOException {
        long start = cursor.line();
        while (cursor.copyLine()) {
            RawRecord record = cursor.take(start);
            if (!record.isBlank()) {
                return record;
            }
            start = cursor.line();
        }
        return null;
    }

    /** A line break inside quotes belongs to the row. */
    private @Nullable RawRecord nextRow() throws IOException {
        while (cursor.peek() >= 0) {
            long start = cursor.line();
            CellState state = CellState.START;
            int read = cursor.copyNext();
            while (read >= 0 && (state == CellState.QUOTED || read != '\n')) {
                state = state.after(read, container.separator());
                read = cursor.copyNext();
            }
            RawRecord record = cursor.take(start);
            if (read < 0 && state == CellState.QUOTED) {
                return RawRecord.faulty(
                        start,
                        "opens a quote that is never closed, so nothing after it was read; write a quote inside a cell twice");
            }
            if (!record.isBlank()) {
                return record;
            }
        }
        return null;
    }

    private @Nullable RawRecord nextElement() throws IOException {
        if (ended) {
            return recovered.poll();
        }
        skipCommas();
        int first = cursor.peek();
        long start = cursor.line();
        if (first < 0) {
            ended = true;
            return RawRecord.faulty(start, "ends the file inside the JSON array; its closing ] is missing");
        }
        if (first == ']') {
            return afterArray();
        }
        ended = !copyElement();
        return ended ? unclosed(start) : cursor.take(start);
    }

    private void skipCommas() throws IOException {
        skipBlanks();
        while (cursor.peek() == ',') {
            cursor.next();
            skipBlanks();
        }
    }

    /** Objects may also follow each other with commas between them. */
    private @Nullable RawRecord nextObject() throws IOException {
        if (ended) {
            return recovered.poll();
        }
        skipCommas();
        int first = cursor.peek();
        long start = cursor.line();
        if (first != '{') {
            return cursor.copyLine() ? cursor.take(start) : null;
        }
        Nesting nesting = new Nesting();
        do {
            ended = cursor.peek() < 0;
            nesting.pass(cursor.copyNext());
        } while (!ended && !nesting.isOutside());
        return ended ? unclosed(start) : cursor.take(start);
    }

    /** An element without its end has swallowed all that follow; those that stand on a line of their own are read. */
    private RawRecord unclosed(long start) {
        recovered.addAll(cursor.take(start).linesLikeTheFirst());
        return RawRecord.faulty(
                start,
                "does not close before the file ends; a }, a ] or a quote is missing"
                        + (recovered.isEmpty() ? ", so nothing after it was read" : ""));
    }

    /** Passes the end of the array, after which nothing may follow. */
    private @Nullable RawRecord afterArray() throws IOException {
        ended = true;
        cursor.next();
        skipBlanks();
        return cursor.peek() < 0
                ? null
                : RawRecord.faulty(
                        cursor.line(),
                        "has content after the closing ] of the JSON array; remove it, or write JSON Lines");
    }

    /** Copies one element of the array. False if the file ends inside it. */
    private boolean copyElement() throws IOException {
        Nesting nesting = new Nesting();
        while (true) {
            int ahead = cursor.peek();
            if (ahead < 0) {
                return false;
            }
            if (nesting.isOutside() && (ahead == ',' || ahead == ']')) {
                return true;
            }
            nesting.pass(cursor.copyNext());
        }
    }

    private void skipBlanks() throws IOException {
        int ahead = cursor.peek();
        while (ahead == ' ' || ahead == '\t' || ahead == '\r' || ahead == '\n') {
            cursor.next();
            ahead = cursor.peek();
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
