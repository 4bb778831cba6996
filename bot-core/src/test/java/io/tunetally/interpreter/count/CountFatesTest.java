package io.tunetally.interpreter.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CountFatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We have 3,400 deeds for gpt-4o. 215 of these are illegible. | 215 | FATE-AFTER-SPOILED",
                "We have 3,400 deeds for gpt-4o and 215 duplicates. | 215 | FATE-AFTER-DOUBLED",
                "We have 3,400 deeds for gpt-4o (215 scans). | 215 | IN-BRACKETS",
                "We have 3,400 deeds for gpt-4o, 215 of them are scans. | 215 | OF-THEM",
                "We have 3,400 deeds for gpt-4o and 215 deeds from Ghent. | 215 | SAME-NOUN",
                "We have 3,400 deeds for gpt-4o and 215 letters. | 215 | OTHER-NOUN",
                "We have 3,400 deeds for gpt-4o and 215 letters. | 3400 | LARGEST-COUNT",
                "We have 3,400 deeds for gpt-4o. | 3400 | ONE-COUNT"
            })
    void saysWhatBecomesOfACount(String text, String value, String symbol) {
        assertThat(said(text, new BigDecimal(value))).contains(symbol);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "We have 3,400 deeds for gpt-4o in 3 colours. | 3",
                "We have 3,400 deeds for gpt-4o, 12% are scans. | 12",
                "We have 3,400 deeds for gpt-4o and $215 in the till. | 215"
            })
    void aNumberOfSomethingElseIsNoCount(String text, String value) {
        assertThat(said(text, new BigDecimal(value))).isEmpty();
    }

    private static Set<String> said(String text, BigDecimal value) {
        ParseState state = Stages.open(text, null);
        List<Integer> numbers = new ArrayList<>();
        List<BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            if (state.token(i).isNumber()) {
                numbers.add(i);
                values.add(Amounts.counted(state.token(i).numeral()).value().stripTrailingZeros());
            }
        }
        Set<String> said = new TreeSet<>();
        CountFates fates = new CountFates(state, numbers, values);
        for (int place = 0; place < numbers.size(); place++) {
            if (values.get(place).compareTo(value) == 0) {
                fates.of(numbers.get(place), symbol -> said.add(symbol.toString()));
            }
        }
        return said;
    }
}
