package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberJoinerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two thousand five hundred | 2500",
                "three hundred and fifty | 350",
                "twenty five | 25",
                "twenty-five | 25",
                "thirty-two hundred | 3200",
                "three thousand two hundred | 3200",
                "one million | 1000000",
                "5 million | 5000000",
                "half a million | 500000",
                "a dozen | 12",
                "a hundred | 100",
                "a thousand | 1000",
                "10-thousand | 10000",
                "-5 | -5",
                "$-5 | -5",
                "15-20k | 15000..20000",
                "10 to 20k | 10000..20000",
                "1..3 | 1..3",
                "3 or 4 | 3..4",
                "between 3 and 5k | 3000..5000",
                "500-1000 | 500..1000",
                "one full pass | 1",
                "just one | 1",
                "cost gpt-4o one epoch | 1",
                "take one thousand rows | 1000",
                "over a quarter | 1",
                "for a year | 1"
            })
    void joinsWordsMultipliersSignsAndRanges(String text, String number) {
        assertThat(numbers(text)).containsExactly(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"20-15 | 20, 15", "8b or 70b | 8, 70", "1 and 2 | 1, 2", "2 epochs 1000 examples | 2, 1000"})
    void leavesNumbersApartThatAreNoRange(String text, String numbers) {
        assertThat(numbers(text)).containsExactly(numbers.split(", ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"~500", "500+", "about 500", "at least 500"})
    void knowsAnApproximateNumber(String text) {
        assertThat(tokens(Stages.drafted(text)))
                .filteredOn(Token::isNumber)
                .singleElement()
                .matches(token -> token.numeral().approximate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tell me which one is cheaper", "a few hundred", "that one is nice", "the model for us"})
    void aPronounAndAVagueAmountAreNoNumber(String text) {
        assertThat(numbers(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tokens_per_example=350, 350", "tokens-per-row 500, 500"})
    void aNameWithinHyphensStaysOne(String text, String number) {
        assertThat(numbers(text)).containsExactly(number);
        assertThat(tokens(Stages.drafted(text))).noneMatch(token -> token.isSymbol('_') || token.isSymbol('-'));
    }

    private static List<String> numbers(String text) {
        return tokens(Stages.drafted(text)).stream()
                .filter(Token::isNumber)
                .map(token -> Stages.written(token.numeral()))
                .toList();
    }

    private static List<Token> tokens(ParseState state) {
        return Arrays.asList(state.all());
    }
}
