package io.tunetally.dataset.source;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the footer of a Parquet file says: its rows and columns. The data itself is not read.
 *
 * @param columns the names of the leaves and groups below the root, in order
 */
public record ParquetFooter(long rows, List<String> columns) {
    private static final int MOST_BYTES = 32 << 20;
    private static final int TAIL = 8;

    public ParquetFooter {
        columns = List.copyOf(columns);
    }

    /**
     * Reads the footer.
     *
     * @throws DatasetException if it is damaged
     */
    public static ParquetFooter read(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            if (in.length() < 2 * TAIL) {
                throw damaged();
            }
            byte[] tail = new byte[TAIL];
            in.seek(in.length() - TAIL);
            in.readFully(tail);
            int length = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN).getInt();
            boolean marked = new String(tail, 4, 4, StandardCharsets.US_ASCII).equals("PAR1");
            if (!marked || length <= 0 || length > MOST_BYTES || length > in.length() - TAIL) {
                throw damaged();
            }
            byte[] footer = new byte[length];
            in.seek(in.length() - TAIL - length);
            in.readFully(footer);
            return parse(footer);
        }
    }

    private static ParquetFooter parse(byte[] footer) {
        try {
            ThriftReader thrift = new ThriftReader(ByteBuffer.wrap(footer));
            long[] rows = {-1};
            List<String> columns = new ArrayList<>();
            thrift.struct((field, type) -> {
                if (field == 2 && type == ThriftReader.LIST) {
                    thrift.list(() -> columns.add(columnName(thrift)));
                } else if (field == 3) {
                    rows[0] = thrift.number();
                } else {
                    thrift.skip(type);
                }
            });
            if (rows[0] < 0 || columns.isEmpty()) {
                throw damaged();
            }
            return new ParquetFooter(rows[0], columns.subList(1, columns.size()));
        } catch (java.nio.BufferUnderflowException | IllegalArgumentException cut) {
            throw damaged();
        }
    }

    private static String columnName(ThriftReader thrift) {
        String[] name = {""};
        thrift.struct((field, type) -> {
            if (field == 4 && type == ThriftReader.BINARY) {
                name[0] = thrift.text();
            } else {
                thrift.skip(type);
            }
        });
        return name[0];
    }

    private static DatasetException damaged() {
        return new DatasetException(
                "is a Parquet file whose footer cannot be read; write it again, or export it as JSON Lines");
    }
}
