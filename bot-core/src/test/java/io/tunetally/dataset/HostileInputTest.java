package io.tunetally.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tunetally.dataset.format.Reading;
import io.tunetally.dataset.source.DatasetException;
import io.tunetally.dataset.source.RecordSource;
import io.tunetally.dataset.source.SizeLimits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files made to do harm give a clear error or a correct count, in bounded memory. */
class HostileInputTest {
    private static final String GOOD = "{\"text\": \"a\"}";

    @Test
    void stopsAtAZipBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 20];
            Arrays.fill(zeros, (byte) ' ');
            for (int i = 0; i < 100; i++) {
                gzip.write(zeros);
            }
        }
        assertThatThrownBy(() -> DatasetFixture.measure(bytes.toByteArray()))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("unpacks to more than 200 times its size");
    }

    @Test
    void skipsALineOf256Mebibytes() {
        long length = 1L << 28;
        InputStream in = new java.io.SequenceInputStream(
                new Endless((GOOD + "\n{\"text\": \"").getBytes(StandardCharsets.UTF_8), length),
                stream("\"}\n" + GOOD));
        Measurement measured = DatasetFixture.measure(in, length);
        assertThat(measured.examples()).isEqualTo(2);
        assertThat(measured.lines().bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.line() + " " + bad.why())
                        .isEqualTo("2 is longer than 1 MiB, which is not read"));
    }

    @Test
    void namesALineThatIsNotUtf8() {
        byte[] bytes = (GOOD + "\n{\"text\": \"\u00E9\"}\n" + GOOD).getBytes(StandardCharsets.ISO_8859_1);
        Measurement measured = DatasetFixture.measure(bytes);
        assertThat(measured.examples()).isEqualTo(2);
        assertThat(measured.lines().bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.line() + " " + bad.why())
                        .isEqualTo("2 is not UTF-8 text; save the file as UTF-8"));
    }

    @Test
    void refusesDeepNesting() {
        Measurement measured =
                DatasetFixture.measure(GOOD, "{\"text\": " + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        assertThat(measured.examples()).isEqualTo(1);
        assertThat(measured.lines().bad().getFirst().why())
                .isEqualTo("is beyond a limit: lists and objects more than 64 deep; shorten or split the example");
    }

    @Test
    void refusesAMillionKeys() {
        StringBuilder line = new StringBuilder("{\"text\": \"a\"");
        for (int i = 0; i < 1_000_000; i++) {
            line.append(",\"").append(Integer.toString(i, 36)).append("\":1");
        }
        byte[] bytes = (GOOD + "\n" + line + "}").getBytes(StandardCharsets.UTF_8);
        Measurement measured = DatasetFixture.measure(stream(bytes), bytes.length, SizeLimits.COMMAND_LINE);
        assertThat(measured.examples()).isEqualTo(1);
        assertThat(measured.lines().bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.why())
                        .isEqualTo(
                                "is beyond a limit: more than 400,000 keys and values; shorten or split the example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        <!DOCTYPE html><title>Sign in</title> | is a web page, perhaps one to sign in; download the file itself
        version https://git-lfs.github.com/spec/v1 | is a pointer of Git LFS, not the file itself; get that with: git lfs pull
        %PDF-1.7 | is a PDF; copy its text into examples, as JSON Lines or CSV
        BZh91AY | is compressed with bzip2; unpack it first, or compress it with gzip
        PK\u0003\u0004x[Content_Types].xml | is a workbook or document of Office; save its table as CSV in UTF-8
        \u0089PNG | is a picture; name it in an example, and send the examples
        ARROW1 | is an Arrow file; write it as JSON Lines: dataset.to_json("train.jsonl")
        """)
    void saysWhatToDoWithFilesOfOtherKinds(String beginning, String why) {
        assertThatThrownBy(() -> DatasetFixture.measure(beginning.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(DatasetException.class)
                .hasMessage(why);
    }

    @Test
    void refusesWhatIsCompressedTwice() throws IOException {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 2; i++) {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(bytes);
            }
            bytes = packed.toByteArray();
        }
        byte[] twice = bytes;
        assertThatThrownBy(() -> DatasetFixture.measure(twice))
                .hasMessage("is compressed with gzip twice; unpack it once");
    }

    @Test
    void refusesBinary() {
        byte[] elf = new byte[4096];
        elf[0] = 0x7F;
        elf[1] = 'E';
        assertThatThrownBy(() -> DatasetFixture.measure(elf)).hasMessageContaining("is binary");
        assertThatThrownBy(() -> DatasetFixture.measure(new byte[] {'P', 'K', 3, 4, 0, 0}))
                .hasMessageContaining("zip archive");
        assertThatThrownBy(() -> DatasetFixture.measure(GOOD.getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("UTF-16");
    }

    @Test
    void saysThatGzipIsDamaged() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write((GOOD + "\n").repeat(1000).getBytes(StandardCharsets.UTF_8));
        }
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12);
        assertThatThrownBy(() -> DatasetFixture.measure(cut)).hasMessageContaining("is damaged");
    }

    @Test
    void readsWindowsLinesAndAByteOrderMark() {
        Measurement measured = DatasetFixture.measure("\uFEFF" + GOOD + "\r\n" + GOOD + "\r\n\r\n");
        assertThat(measured.examples()).isEqualTo(2);
        assertThat(measured.lines().badCount()).isZero();
        assertThat(measured.content().duplicates()).isEqualTo(1);
    }

    @Test
    void saysThatLinesEndWithCarriageReturnsAlone() {
        assertThat(DatasetFixture.measure(GOOD + "\r" + GOOD + "\r").lines().bad())
                .extracting(Reading.Bad::why)
                .containsExactly("ends its lines with carriage returns alone; save the file with line feeds");
    }

    @Test
    void readsOrNamesALineWithNul() {
        Measurement measured = DatasetFixture.measure("{\"text\": \"a\\u0000b\"}", "{\"text\": \"a\0b\"}", GOOD);
        assertThat(measured.examples()).isEqualTo(2);
        assertThat(measured.lines().bad())
                .singleElement()
                .satisfies(bad -> assertThat(bad.line()).isEqualTo(2));
    }

    @Test
    void saysThatAFileIsEmpty() {
        for (String empty : new String[] {"", "\n\n \n"}) {
            Measurement measured = DatasetFixture.measure(empty);
            assertThat(measured.examples()).isZero();
            assertThat(measured.verdicts()).isNotEmpty().noneMatch(verdict -> verdict.passes());
        }
    }

    @Test
    void closesTheGzipStream() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write((GOOD + "\n").repeat(20_000).getBytes(StandardCharsets.UTF_8));
        }
        RecordSource source = RecordSource.open(stream(bytes.toByteArray()), bytes.size(), DatasetFixture.LIMITS);
        source.close();
        assertThatThrownBy(() -> {
                    while (source.next() != null) {
                        // Until the bytes that were read ahead are used up.
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed");
    }

    private static InputStream stream(String text) {
        return stream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** A beginning, then the letter x up to a length. */
    private static final class Endless extends InputStream {
        private final byte[] beginning;
        private final long length;
        private long at;

        Endless(byte[] beginning, long length) {
            this.beginning = beginning;
            this.length = length;
        }

        @Override
        public int read() {
            return at >= length ? -1 : at < beginning.length ? beginning[(int) at++] : next();
        }

        private int next() {
            at++;
            return 'x';
        }

        @Override
        public int read(byte[] into, int offset, int bytes) {
            int first = read();
            if (first < 0) {
                return -1;
            }
            into[offset] = (byte) first;
            int count = (int) Math.min(bytes, length - at + 1);
            for (int i = 1; i < count; i++) {
                into[offset + i] = (byte) read();
            }
            return count;
        }
    }
}
