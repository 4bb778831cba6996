package io.tunetally.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingIntervalTest {
    private static final String JOB = "tco gpt-4o 1000 examples 100 requests/day, retrain ";

    @ParameterizedTest
    @CsvSource({
        "4 times a year, 90",
        "twice a year, 180",
        "2 times a month, 15",
        "every 30 d, 30",
        "every 2 w, 14",
        "every friday, 7",
        "each morning, 1",
        "on the first of the month, 30",
        "on the 15th of each month, 30",
        "2x a month, 15"
    })
    void isThePeriodByItsTimes(String often, long days) {
        assertThat(BuiltIn.read(JOB + often).slots().value(SlotName.RETRAIN_EVERY_DAYS))
                .isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"one retrain per quarter, 90", "a retrain a month, 30"})
    void isThatOfOne(String often, long days) {
        assertThat(BuiltIn.read(often + ", tco gpt-4o 1000 examples 100 requests/day")
                        .slots()
                        .value(SlotName.RETRAIN_EVERY_DAYS))
                .isEqualTo(days);
    }

    @Test
    void isNoneOfNoTimes() {
        assertThat(BuiltIn.read(JOB + "0 times a year").slots().has(SlotName.RETRAIN_EVERY_DAYS))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "training and monthly run cost,",
        "training and the monthly running cost,",
        "quarterly training,90",
        "'retrained monthly, running cost',30"
    })
    void isNotThePeriodOfRunning(String text, @Nullable Long days) {
        assertThat(BuiltIn.read("gpt-oss-20b lora 1500 examples, 3,000 requests a day, " + text)
                        .slots()
                        .value(SlotName.RETRAIN_EVERY_DAYS))
                .isEqualTo(days);
    }
}
