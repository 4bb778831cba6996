package io.tunetally.dataset.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The records of a training file, one after the other. Memory is bounded by the longest record read. */
public final class RecordSource implements Closeable {
    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final CountedInput stored;
    private final ByteCursor cursor;
    private final Container container;
    private final long size;
    private final boolean compressed;
    private boolean ended;

    private RecordSource(CountedInput stored, InputStream content, long size, boolean compressed, int recordBytes)
            throws IOException {
        this.stored = stored;
        this.size = size;
        this.compressed = compressed;
        this.cursor = new ByteCursor(content, recordBytes);
        if (ContentSniffer.startsWith(cursor.ahead(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
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
        try {
            BufferedInputStream buffered = new BufferedInputStream(stored, 1 << 16);
            buffered.mark(2);
            boolean compressed = buffered.read() == 0x1F && buffered.read() == 0x8B;
            buffered.reset();
            InputStream content =
                    compressed ? new UnpackedInput(new GZIPInputStream(buffered, 1 << 16), stored, limits) : buffered;
            return new RecordSource(stored, content, size, compressed, limits.recordBytes());
        } catch (IOException | DatasetException refused) {
            stored.close();
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
            case CSV, TSV -> nextRow();
            case JSON_ARRAY -> nextElement();
            case PARQUET -> null;
        };
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
            boolean quoted = false;
            int read = cursor.copyNext();
            while (read >= 0 && (quoted || read != '\n')) {
                quoted ^= read == '"';
                read = cursor.copyNext();
            }
            RawRecord record = cursor.take(start);
            if (read < 0 && quoted) {
                return RawRecord.faulty(start, "opens a quote that is never closed");
            }
            if (!record.isBlank()) {
                return record;
            }
        }
        return null;
    }

    private @Nullable RawRecord nextElement() throws IOException {
        skipBlanks();
        while (cursor.peek() == ',') {
            cursor.next();
            skipBlanks();
        }
        int first = ended ? -1 : cursor.peek();
        long start = cursor.line();
        if (first < 0 && !ended) {
            ended = true;
            return RawRecord.faulty(start, "the file ends inside the JSON array; its closing ] is missing");
        }
        if (first < 0 || first == ']') {
            ended = true;
            return null;
        }
        boolean complete = copyElement();
        ended = !complete;
        RawRecord record = cursor.take(start);
        return complete ? record : RawRecord.faulty(start, "the file ends inside this element");
    }

    /** Copies one element of the array. False if the file ends inside it. */
    private boolean copyElement() throws IOException {
        int depth = 0;
        boolean quoted = false;
        while (true) {
            int ahead = cursor.peek();
            if (ahead < 0) {
                return false;
            }
            if (!quoted && depth == 0 && (ahead == ',' || ahead == ']')) {
                return true;
            }
            cursor.copyNext();
            if (quoted) {
                if (ahead == '\\') {
                    cursor.copyNext();
                }
                quoted = ahead != '"';
            } else {
                quoted = ahead == '"';
                depth += ahead == '{' || ahead == '[' ? 1 : ahead == '}' || ahead == ']' ? -1 : 0;
            }
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
        stored.close();
    }
}
