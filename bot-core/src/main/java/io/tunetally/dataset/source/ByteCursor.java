package io.tunetally.dataset.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A position in a file that knows its line and copies a record up to a limit of size. */
final class ByteCursor {
    /** A buffer that grew beyond this size is not kept for the next record. */
    private static final int USUAL = 1 << 16;

    private final InputStream in;
    private final int limit;
    private byte[] buffer = new byte[1 << 16];
    private int position;
    private int end;
    private long line = 1;

    /** The record under way, and its length. */
    private byte[] record = new byte[USUAL];

    private int length;
    private boolean tooLong;

    ByteCursor(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    long line() {
        return line;
    }

    /** Returns the next byte without passing it, or -1 at the end. */
    int peek() throws IOException {
        return position < end || fill() ? buffer[position] & 0xFF : -1;
    }

    /** Returns the next byte, or -1 at the end. */
    int next() throws IOException {
        int read = peek();
        if (read >= 0) {
            position++;
            line += read == '\n' ? 1 : 0;
        }
        return read;
    }

    /** Returns up to a number of the next bytes without passing them. */
    byte[] ahead(int most) throws IOException {
        while (end - position < most && fill()) {
            // Each call adds to the buffer.
        }
        return Arrays.copyOfRange(buffer, position, Math.min(end, position + most));
    }

    void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    /** Copies the rest of the line into the record and passes its end. False at the end of the file. */
    boolean copyLine() throws IOException {
        if (peek() < 0) {
            return false;
        }
        do {
            int stop = position;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            copy(buffer, position, stop - position);
            position = stop;
            if (position < end) {
                position++;
                line++;
                return true;
            }
        } while (fill());
        return true;
    }

    /** Copies the next byte into the record and returns it, or -1 at the end. */
    int copyNext() throws IOException {
        int read = next();
        if (read >= 0) {
            copy(buffer, position - 1, 1);
        }
        return read;
    }

    private void copy(byte[] from, int offset, int bytes) {
        tooLong = tooLong || length + bytes > limit;
        if (!tooLong) {
            if (length + bytes > record.length) {
                record = Arrays.copyOf(record, Math.max(length + bytes, 2 * record.length));
            }
            System.arraycopy(from, offset, record, length, bytes);
            length += bytes;
        }
    }

    /** Returns what was copied and begins a new record. */
    RawRecord take(long startLine) {
        RawRecord taken = tooLong
                ? RawRecord.faulty(startLine, "is longer than " + (limit >> 20) + " MiB, which is not read")
                : RawRecord.of(startLine, Arrays.copyOf(record, length));
        record = record.length > USUAL ? new byte[USUAL] : record;
        length = 0;
        tooLong = false;
        return taken;
    }

    /** Passes all bytes that are left and returns up to a number of the last of them. */
    byte[] last(int most) throws IOException {
        LastBytes last = new LastBytes(most);
        while (position < end || fill()) {
            last.add(buffer, position, end - position);
            position = end;
        }
        return last.bytes();
    }

    private boolean fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, end - position);
            end -= position;
            position = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, end * 2);
        }
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(0, read);
        return read > 0;
    }
}
