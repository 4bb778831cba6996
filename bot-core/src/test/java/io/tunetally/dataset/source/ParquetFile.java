package io.tunetally.dataset.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Parquet files without data, whose footers are written in Thrift's compact protocol. */
public final class ParquetFile {
    private static final int STRUCTS = 0x0C;

    private ParquetFile() {}

    /** Returns a file with a number of rows and columns of these names. */
    public static byte[] of(long rows, String... columns) {
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        footer.writeBytes(new byte[] {0x15, 0x04}); // 1: version 2
        footer.write(0x19); // 2: a list of the root and the columns
        footer.write(((columns.length + 1) << 4) | STRUCTS);
        column(footer, "schema");
        for (String column : columns) {
            column(footer, column);
        }
        footer.write(0x16); // 3: the rows
        varint(footer, rows << 1);
        footer.write(0);
        return withFooter(footer.toByteArray());
    }

    static byte[] withFooter(byte[] footer) {
        byte[] mark = "PAR1".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(mark);
        bytes.writeBytes(footer);
        bytes.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array());
        bytes.writeBytes(mark);
        return bytes.toByteArray();
    }

    /** The high half of a field's header is the distance of its id, the low half its type. */
    private static void column(ByteArrayOutputStream footer, String name) {
        footer.write(0x48); // 4: the name
        footer.write(name.length());
        footer.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        footer.write(0);
    }

    private static void varint(ByteArrayOutputStream footer, long value) {
        long left = value;
        while (left > 0x7F) {
            footer.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        footer.write((int) left);
    }
}
