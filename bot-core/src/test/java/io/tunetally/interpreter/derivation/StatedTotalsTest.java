package io.tunetally.interpreter.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.request.Interpretation;
import io.tunetally.request.SlotName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a total or a share that adds up with what is remembered becomes the number of examples. */
final class StatedTotalsTest {
    private static final String JOB = "cost gpt-4o-mini 2000 examples 400 tokens each 3 epochs";

    private static Interpretation after(String said) {
        return Stages.follow(JOB, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            so 2,400 in total with the 400 new ones from Ghent                     | 2400
            2,600 in total, counting the 600 new ones                              | 2600
            now 1,800 in total without the 200 spoiled ones                        | 1800
            we have 1,500 old and 500 new ones                                     | 2000
            only half of that. The other half are in Welsh and we leave those out  | 1000
            half of these are duplicates, the other half is fine                   | 1000
            just a quarter please. the other three quarters are still with legal   | 500
            Our number is 1,040 grievances. The 2,000 is how many members we have  | 1040
            the 400 new ones from Ghent are already in there. 4 epochs though      | 2000
            """)
    void readsTheNumberOfExamples(String said, long examples) {
        assertThat(after(said).slots().value(SlotName.EXAMPLES)).isEqualTo(examples);
    }

    @Test
    void leavesTheLengthWhereEachRunHasTheSameExamples() {
        Interpretation read = after("we would do the training run 4 times, and it is 2,000 each time");

        assertThat(read.slots().value(SlotName.RUNS)).isEqualTo(4);
        assertThat(read.slots().value(SlotName.TOKENS_PER_EXAMPLE)).isEqualTo(400);
    }

    @Test
    void keepsWhatIsTrainedOnBesideALargerTest() {
        Interpretation read = Stages.follow(
                "cost gpt-4.1-mini 840 training examples 60 validation examples 3 epochs",
                "a bigger check set, so 90 held out. The 840 for training stay as they are.");

        assertThat(read.slots().value(SlotName.EXAMPLES)).isEqualTo(840);
        assertThat(read.slots().value(SlotName.HELD_OUT_EXAMPLES)).isEqualTo(90);
    }
}
