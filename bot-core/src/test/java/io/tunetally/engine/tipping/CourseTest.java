package io.tunetally.engine.tipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class CourseTest {
    @Test
    void reachesFromAThousandthToAThousandTimesTheValue() {
        assertThat(around("5000", "0.000001", "10000000000"))
                .isEqualTo(new Course(new BigDecimal("5000"), 5, 5_000_000));
    }

    @Test
    void staysWithinTheLimitsOfTheNumber() {
        assertThat(around("3", "1", "100")).isEqualTo(new Course(new BigDecimal("3"), 1, 100));
    }

    @Test
    void triesWholeValuesOnly() {
        Course course = around("0.5", "0.000001", "10000000000");
        assertThat(course.least()).isEqualTo(1);
        assertThat(course.most()).isEqualTo(500);
        assertThat(course.below()).isZero();
        assertThat(course.above()).isEqualTo(1);
    }

    @Test
    void refusesAValueThatIsNotPositive() {
        assertThatThrownBy(() -> new Course(BigDecimal.ZERO, 1, 10))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above zero");
    }

    private static Course around(String now, String minimum, String maximum) {
        return Course.around(new BigDecimal(now), new BigDecimal(minimum), new BigDecimal(maximum));
    }
}
