package io.tunetally.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The order of amounts that are not exactly known. */
final class BandOrderTest {
    @Test
    void anAmountThatIsLikelyLargerComesAfterACertainOne() {
        Band ori = Band.of("0.69");
        Band together = Band.of("0.72", "4.00");
        Band fireworks = Band.of("0.75");
        assertThat(List.of(together, fireworks, ori).stream().sorted(Band.LEAST_AT_MOST))
                .containsExactly(ori, fireworks, together);
    }

    @Test
    void ofEqualMostTheSmallerLeastComesFirst() {
        assertThat(List.of(Band.of("2", "4"), Band.of("1", "4")).stream().sorted(Band.LEAST_AT_MOST))
                .first()
                .isEqualTo(Band.of("1", "4"));
    }
}
