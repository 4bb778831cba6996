package io.tunetally.interpreter.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnitFinderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000 examples | 1000 | examples",
                "500 input tokens | 500 | tokens",
                "9k instruction/response pairs | 9k | pairs",
                "2k text-sql pairs | 2k | pairs",
                "800 query/title pairs | 800 | pairs",
                "400 high quality support tickets | 400 | support tickets",
                "1000, 3 epochs | 1000 | ",
                "3 epochs 1000 | 1000 | "
            })
    void theUnitStandsToTheRightOverWordsThatDescribe(String text, String number, String unit) {
        ParseState state = Stages.drafted(text);
        int right = state.unitFinder.right(Stages.place(state, number));
        assertThat(right < 0 ? null : state.typed(right, right)).isEqualTo(unit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epochs 3 examples 1000 | 3 | true",
                "epochs 3 examples 1000 | 1000 | true",
                "epochs=3 | 3 | true",
                "ep=2 | 2 | true",
                "epochs: 3 | 3 | true",
                "a quote: 3 epochs | 3 | false",
                "GSM8k: 7,473 examples | 7,473 | false",
                "either way: 1k examples | 1k | false",
                "lr: 2e-5 epochs: 3 | 2e-5 | true",
                "search = 12 runs | 12 | false",
                "3 epochs | 3 | false",
                "3 epochs 1000 examples | 1000 | false",
                "2k ex 3ep + run 5k rpd 900in | 5k | false",
                "runs 3 rpd 500 | 3 | true",
                "n=2000 tok/ex=800 | 2000 | true",
                "n=2000 tok | 2000 | false"
            })
    void theNameOnTheLeftCountsWhereTheTextRunsSo(String text, String number, boolean named) {
        ParseState state = Stages.drafted(text);
        assertThat(state.unitFinder.isNamed(Stages.place(state, number))).isEqualTo(named);
    }

    @ParameterizedTest
    @CsvSource({"1000 examples, true", "examples: 1000, true", "50 tickets, true", "3 epochs, false", "examples, false"
    })
    void knowsWhetherExamplesAreCountedAnywhere(String text, boolean counted) {
        assertThat(Stages.drafted(text).unitFinder.countsExamples()).isEqualTo(counted);
    }
}
