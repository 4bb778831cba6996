package io.tunetally.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PluralTest {
    @ParameterizedTest
    @CsvSource({
        "customer, customers",
        "branch, branches",
        "bus, buses",
        "company, companies",
        "attorney, attorneys",
        "person, people",
        "child, children"
    })
    void followsTheEndOfTheNoun(String one, String many) {
        assertThat(Plural.of(one)).isEqualTo(many);
    }
}
