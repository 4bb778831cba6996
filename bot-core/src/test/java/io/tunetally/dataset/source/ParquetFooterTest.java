package io.tunetally.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetFooterTest {
    @TempDir
    private Path folder;

    @Test
    void readsRowsAndColumns() throws IOException {
        Path file = Files.write(folder.resolve("train.parquet"), ParquetFile.of(300, "prompt", "completion"));
        ParquetFooter read = ParquetFooter.read(file);
        assertThat(read.rows()).isEqualTo(300);
        assertThat(read.columns()).containsExactly("prompt", "completion");
        assertThat(streamed(Files.readAllBytes(file))).isEqualTo(read);
    }

    @Test
    void readsTheFooterAtTheEndOfALongStream() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] data = new byte[3 << 20];
        new Random(23).nextBytes(data);
        file.writeBytes("PAR1".getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(data);
        byte[] end = ParquetFile.of(70_000, "text");
        file.writeBytes(Arrays.copyOfRange(end, 4, end.length));
        assertThat(streamed(file.toByteArray()).rows()).isEqualTo(70_000);
    }

    @Test
    void refusesListsNestedWithoutEnd() {
        byte[] footer = new byte[1 << 20];
        Arrays.fill(footer, (byte) 0x19); // A list of one list.
        refused(ParquetFile.withFooter(footer));
    }

    @ValueSource(ints = {0, -1, 1_000, Integer.MAX_VALUE})
    @ParameterizedTest
    void refusesAFooterOfAnImpossibleLength(int length) {
        byte[] file = ParquetFile.of(1, "text");
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(file.length - 8, length);
        refused(file);
    }

    private static void refused(byte[] file) {
        assertThatThrownBy(() -> streamed(file))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("footer cannot be read");
    }

    private static ParquetFooter streamed(byte[] file) throws IOException {
        try (RecordSource source =
                RecordSource.open(new ByteArrayInputStream(file), file.length, SizeLimits.COMMAND_LINE)) {
            return ParquetFooter.read(source);
        }
    }
}
