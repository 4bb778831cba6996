package io.tunetally.console.prices.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {
    private static final String QUOTES = "'quotes': [{'model': 'a', 'method': 'lora', 'provider': 'p',"
            + " 'training': {'low': '1.5', 'high': '2'}},"
            + " {'model': 'b', 'method': 'full', 'provider': 'q', 'training': {'low': '1', 'high': '1'}}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "QUOTES | training | $1.50-$2.00 | a lora at p",
                "'quotes': [{'model': 'a', 'method': 'lora', 'provider': 'p', 'total': {'months': 6, 'low': '9', 'high': '9'}}]"
                        + " | training and running for 6 months | $9.00 | a lora at p",
                "QUOTES, 'verdict': 'depends' | training | $1.50-$2.00 | depends",
                "'breakEven': {'kind': 'requests', 'low': '75000', 'high': '80000', 'between': ['a', 'base']}"
                        + " | break-even | 75,000-80,000 requests | a",
                "'breakEven': {'kind': 'requests', 'low': '75000', 'high': null, 'between': ['a', 'base']}"
                        + " | break-even | at least 75,000 requests | a",
                "'breakEven': {'kind': 'never', 'between': ['a', 'base b']} | break-even | never | base b",
                "QUOTES, 'breakEven': {'kind': 'never', 'between': ['a', 'b']} | break-even | never | b full at q",
                "'breakEven': {'kind': 'never', 'leastRequestsPerDay': '984615.38', 'between': ['a', 'base b']}"
                        + " | break-even | at least 984,616 requests a day | base b",
                "QUOTES, 'breakEven': {'kind': 'months', 'low': '2.5', 'high': '2.5', 'between': ['a', 'b']}"
                        + " | break-even | 2.5 months | b full at q",
                "QUOTES, 'verdict': 'not-yet', 'breakEven': {'kind': 'never', 'between': ['a', 'base']}"
                        + " | training | $1.50-$2.00 | not-yet",
                "'budget': [{'model': 'a', 'method': 'lora', 'provider': 'p', 'epochs': {'low': 2, 'high': 3},"
                        + " 'examples': {'low': 9, 'high': 9}}] | epochs | 2-3 epochs | a lora at p",
                "'budget': [{'model': 'a', 'method': 'lora', 'provider': 'p', 'examples': {'low': 9, 'high': 9},"
                        + " 'epochs': {'low': 3, 'high': 3}}] | examples | 9 examples | a lora at p",
                "'budget': [] | nothing fits | nothing fits | \"\"",
                "'models': [{'open': true}, {'open': false}, {'open': true}] | offers | 2 open offers | \"\"",
                "'status': 'refused' | refused | refused | \"\""
            })
    void readsTheMainNumberAndTheWinner(String json, String measure, String number, String winner) throws IOException {
        String answer = ("{" + json.replace("QUOTES", QUOTES) + "}").replace('\'', '"');
        Headline headline = Headline.of(JsonMapper.builder().build().readTree(answer));
        assertThat(headline.measure()).isEqualTo(measure);
        assertThat(headline).hasToString(number);
        assertThat(headline.winner()).isEqualTo(winner);
    }
}
