package io.tunetally.interpreter.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoundaryTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gpt-4 | MODELS | gpt-4 | true",
                "gpt-4.5 | MODELS | gpt-4 | false",
                "gpt-4. Next | MODELS | gpt-4 | true",
                "gpt-4o | MODELS | gpt-4 | false",
                "gpt-4s | MODELS | gpt-4 | true",
                "epochs3 | UNITS | epochs | true",
                "ep3 | UNITS | ep | false",
                "row3 | UNITS | row | true",
                "~500 | CUES | ~ | true",
                "r8 | UNITS | r | true",
                "a100 | CUES | a | false",
                "llama3 | FAMILIES | llama | true",
                "loras | METHODS | lora | false",
                "gpt-4oの | MODELS | gpt-4o | true",
                "lora, | METHODS | lora | true"
            })
    void aWordEndsWhereItsKindMayEnd(String text, Category category, String phrase, boolean ends) {
        Trait.Bits traits = phrase.equals("r") ? Trait.Bits.of(Set.of(Trait.DIGIT_MAY_FOLLOW)) : TraitPatterns.NONE;
        Lexeme lexeme = new Lexeme(phrase, category, phrase, null, false, traits);
        assertThat(Boundary.follows(text, phrase.length(), text.length(), lexeme))
                .isEqualTo(ends);
    }

    @ParameterizedTest
    @CsvSource({
        "a, true, false",
        "Z, true, false",
        "é, true, false",
        "7, false, true",
        "-, false, false",
        "の, true, false"
    })
    void tellsLettersFromDigits(char c, boolean letter, boolean digit) {
        assertThat(Boundary.isLetter(c)).isEqualTo(letter);
        assertThat(Boundary.isDigit(c)).isEqualTo(digit);
        assertThat(Boundary.isLetterOrDigit(c)).isEqualTo(letter || digit);
    }

    @ParameterizedTest
    @CsvSource({"a, false", "é, false", "の, true", "Ж, true", "7, false"})
    void knowsLettersOfAnotherScript(char c, boolean other) {
        assertThat(Boundary.isOtherScript(c)).isEqualTo(other);
    }
}
