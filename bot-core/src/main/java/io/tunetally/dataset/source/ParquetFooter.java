package io.tunetally.dataset.source;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
     * Reads the footer of a file, without what is before it.
     *
     * @throws DatasetException if it is damaged
     */
    public static ParquetFooter read(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(in.length(), MOST_BYTES + TAIL)];
            in.seek(in.length() - end.length);
            in.readFully(end);
            return of(end);
        }
    }

    /**
     * Reads the footer of an opened file, which is read to its end.
     *
     * @throws DatasetException if it is damaged
     */
    public static ParquetFooter read(RecordSource source) throws IOException {
        return of(source.last(MOST_BYTES + TAIL));
    }

    private static ParquetFooter of(byte[] end) {
        int before = end.length - TAIL;
        if (before < TAIL || !new String(end, before + 4, 4, StandardCharsets.US_ASCII).equals("PAR1")) {
            throw damaged();
        }
        int length = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt(before);
        if (length <= 0 || length > before) {
            throw damaged();
        }
        return parse(Arrays.copyOfRange(end, before - length, before));
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
