package io.tunetally.interpreter.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindsTakenOutTest {
    @CsvSource({
        "basel is left out, true",
        "price without basel please, true",
        "basel stays out of it, true",
        "leave out the basel, true",
        "basel and bern go in, false",
        "bern is left out, false",
        "basel put out a new form, false",
    })
    @ParameterizedTest
    void aKindIsTakenOutByWordsBesideItsName(String text, boolean out) {
        assertThat(KindsTakenOut.isTakenOut(text, "basel", 0)).isEqualTo(out);
    }
}
