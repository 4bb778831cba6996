package io.tunetally.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            55.08    | $0 $20 $40 $60
            1029.50  | $0 $500 $1,000 $1,500
            7472.22  | $0 $2,000 $4,000 $6,000 $8,000
            30667.50 | $0 $10,000 $20,000 $30,000 $40,000
            3.12     | $0 $1 $2 $3 $4
            5        | $0 $1 $2 $3 $4 $5
            0.72     | $0.00 $0.20 $0.40 $0.60 $0.80
            0.0041   | $0.00 $0.001 $0.002 $0.003 $0.004 $0.005
            0        | $0 $1
            """)
    void hasRoundMarksUpToTheLargest(BigDecimal largest, String marks) {
        Scale scale = Scale.to(largest);

        assertThat(scale.marksUsd().stream().map(scale::written)).containsExactly(marks.split(" "));
        assertThat(scale.marksUsd().getLast()).isGreaterThanOrEqualTo(largest);
    }

    @Test
    void tellsHowFarUpAnAmountStands() {
        assertThat(Scale.to(new BigDecimal("55.08")).share(new BigDecimal("15")))
                .isEqualTo(0.25);
    }
}
