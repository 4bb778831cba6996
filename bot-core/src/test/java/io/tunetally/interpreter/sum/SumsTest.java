package io.tunetally.interpreter.sum;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.request.SlotName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumsTest {
    /** Each sum with its period, and its value as a bill of a month. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the usage came to $560 a month                          | 560 MONTH 560
            they take $6,000 per year from us                       | 6000 YEAR 500.00
            the $900 we pay per month                               | 900 MONTH 900
            our yearly bill stands at $1,200                        | 1200 YEAR 100.00
            $389 for the training, and $40 a month for the hosting  | 389 null 389, 40 MONTH 40
            two H100s at $2.05 per card and hour                    | 2.05 HOUR 2.05
            labelling at $1.50 per example                          | 1.50 null 1.50
            3,000 rows and 20 epochs                                |
            EUR 900 were paid                                       |
            """)
    void findsSumsWithTheirPeriods(String text, String expected) {
        List<String> found = Sums.of(Stages.counted(text)).stream()
                .map(sum -> sum.value() + " " + sum.period() + " " + sum.in(SlotName.MONTHLY_BILL_USD))
                .toList();

        assertThat(String.join(", ", found)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void aMessageWithManySumsIsAList() {
        assertThat(Sums.of(Stages.counted("$11 $12 $13 $14 $15 $16 $17 $18 $19 for gpt-4o")))
                .isEmpty();
    }
}
