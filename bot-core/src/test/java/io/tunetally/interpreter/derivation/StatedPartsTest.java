package io.tunetally.interpreter.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a remembered count becomes that of all parts. */
final class StatedPartsTest {
    private static final String JOB = "cost gpt-4o-mini 240 examples 400 tokens each 3 epochs";
    private static final String RUNNING = "tco gpt-4o-mini 3000 examples 3 epochs 90 requests per day 6 months";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wait, that's per branch and there are 7 of them                          | 1680 | 7 × 240
            that was only for one year and we have 5 years of it                     | 1200 | 5 × 240
            that many from every depot, 4 depots                                     | 960  | 4 × 240
            each of those 240 comes in three versions (short, long, for kids)        | 720  | 3 × 240
            every one of the 240 comes twice, once formal and once friendly          | 480  | 2 × 240
            times 12, there is one such set for each month of the almanac            | 2880 | 12 × 240
            for one of the three unions, the other two have exactly as many          | 720  | 3 × 240
            isso é por loja, e são 6 lojas                                           | 1440 | 6 × 240
            das ist pro Filiale, und wir haben 8 Filialen                            | 1920 | 8 × 240
            这只是一家门店的,我们有8家                                               | 1920 | 8 × 240
            """)
    void countsTheExamplesOfAllParts(String said, long examples, String arithmetic) {
        Slot<Long> read = Stages.follow(JOB, said).slots().get(SlotName.EXAMPLES);

        assertThat(read).isNotNull();
        assertThat(read.value()).isEqualTo(examples);
        assertThat(read.arithmetic()).isEqualTo(arithmetic);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the 90 is one hotel, we run four and they are all about as busy. Lisbon has 210 rooms | 360
            that 90 was for one of the two call centres, Cebu does exactly the same again         | 180
            double the 90, the night shift gets just as many                                      | 180
            """)
    void countsTheRequestsOfAllParts(String said, BigDecimal requests) {
        Interpretation read = Stages.follow(RUNNING, said);

        assertThat(read.slots().number(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo(requests);
        assertThat(read.slots().value(SlotName.EXAMPLES)).isEqualTo(3000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "there are 4 of us in the team so no hurry",
                "there are two of those printers, one is broken",
                "this is for one of the two managers, the other wants the same coffee"
            })
    void changesNothingBesideIt(String said) {
        assertThat(Stages.follow(JOB, said).status()).isEqualTo(Interpretation.Status.NOT_A_REQUEST);
    }

    @Test
    void saysThatNothingWasChangedWhereEitherCountMayBeMeant() {
        Interpretation read = Stages.follow(RUNNING, "double that, x7, one for each of our seven sites, please");

        assertThat(read.slots().value(SlotName.EXAMPLES)).isEqualTo(3000);
        assertThat(read.problems()).hasAtLeastOneElementOfType(Problem.UnknownWord.class);
    }
}
