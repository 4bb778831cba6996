package io.tunetally.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RunsOfPeopleTest {
    private static final String JOB = "llama 8b lora 600 examples, ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for 30 students, each does one run, total? | 30",
                "30 students each do one run, total? | 30",
                "each of my 12 interns trains once, total? | 12",
                "each of our 12 new trainees runs one training, total? | 12",
                "a class of 25, one job per head, total? | 25",
                "30 students, per student one run, total? | 30",
                "workshop with 16 people, one lora run per person, total? | 16"
            })
    void eachOfSeveralPeopleTrainsOne(String people, long runs) {
        assertThat(BuiltIn.read(JOB + people).slots().value(SlotName.RUNS)).isEqualTo(runs);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we are a team of 6, one training run, price per person?",
                "30 students, each gets the result once",
                "a team of 4 per room, price?",
                "40 students, each asks 10 questions a day, one training"
            })
    void peopleWhoDoSomethingElseTrainNone(String people) {
        assertThat(BuiltIn.read(JOB + people).slots().has(SlotName.RUNS)).isFalse();
    }
}
