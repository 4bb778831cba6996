package io.tunetally.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Footers in Thrift's compact protocol: the high half of a field's header is the distance of its id, the low half its type. */
class ParquetFooterTest {
    private static final int STRUCTS = 0x0C;

    @TempDir
    private Path folder;

    @Test
    void readsRowsAndColumns() throws IOException {
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        footer.writeBytes(new byte[] {0x15, 0x04}); // 1: version 2
        footer.writeBytes(new byte[] {0x19, 3 << 4 | STRUCTS}); // 2: a list of three columns
        column(footer, "schema");
        column(footer, "prompt");
        column(footer, "completion");
        footer.writeBytes(new byte[] {0x16, (byte) 0xD8, 0x04}); // 3: 300 rows, zigzag
        footer.write(0);
        ParquetFooter read = ParquetFooter.read(file(footer.toByteArray()));
        assertThat(read.rows()).isEqualTo(300);
        assertThat(read.columns()).containsExactly("prompt", "completion");
    }

    @Test
    void refusesListsNestedWithoutEnd() throws IOException {
        byte[] footer = new byte[1 << 20];
        Arrays.fill(footer, (byte) 0x19); // A list of one list.
        assertThatThrownBy(() -> ParquetFooter.read(file(footer)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("footer cannot be read");
    }

    private static void column(ByteArrayOutputStream footer, String name) {
        footer.write(0x48); // 4: the name
        footer.write(name.length());
        footer.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
        footer.write(0);
    }

    private Path file(byte[] footer) throws IOException {
        byte[] mark = "PAR1".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(mark);
        bytes.writeBytes(footer);
        bytes.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(footer.length)
                .array());
        bytes.writeBytes(mark);
        return Files.write(folder.resolve("train.parquet"), bytes.toByteArray());
    }
}
