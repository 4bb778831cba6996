package io.tunetally.console.prices.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsChangeTest {
    @ParameterizedTest
    @CsvSource({
        // before, after, none, ratio, second look
        "1, 2, 1.0, 2.00, true, 1, false",
        "1, 2, 1, 3, false, 1.5, false",
        "1, 2, 0.1, 2, false, 0.1, true",
        "1, 2, 2, 20, false, 10, true",
        "0, 2, 1, 2, false, , true",
        ", , , , true, , false",
        "1, 2, , , false, , true",
        "1, 2, 1, , false, , true",
        "1, , 2, , false, , true"
    })
    void isJudgedByTheEndThatChangedMost(
            BigDecimal lowBefore,
            BigDecimal highBefore,
            BigDecimal lowAfter,
            BigDecimal highAfter,
            boolean none,
            BigDecimal ratio,
            boolean secondLook) {
        BoundsChange change = new BoundsChange(new Bounds(lowBefore, highBefore), new Bounds(lowAfter, highAfter));
        assertThat(change.isNone()).isEqualTo(none);
        assertThat(change.ratio()).isEqualTo(Optional.ofNullable(ratio));
        assertThat(change.needsSecondLook()).isEqualTo(secondLook);
    }
}
