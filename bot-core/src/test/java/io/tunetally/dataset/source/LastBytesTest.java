package io.tunetally.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastBytesTest {
    @CsvSource({"0, 10", "1, 10", "9, 10", "10, 10", "11, 10", "1000, 10", "1000, 999", "1000, 1000", "1000, 5000", "5, 1"})
    @ParameterizedTest
    void keepsTheEndOfAnyStream(int length, int most) {
        Random random = new Random(length * 31L + most);
        byte[] stream = new byte[length];
        random.nextBytes(stream);
        LastBytes last = new LastBytes(most);
        for (int at = 0; at < length; ) {
            int part = Math.min(length - at, 1 + random.nextInt(2 * most));
            last.add(stream, at, part);
            at += part;
        }
        assertThat(last.bytes()).isEqualTo(Arrays.copyOfRange(stream, Math.max(0, length - most), length));
    }
}
