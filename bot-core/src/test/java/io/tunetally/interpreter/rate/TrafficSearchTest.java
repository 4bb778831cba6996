package io.tunetally.interpreter.rate;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.weight.Weights;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from the figures and periods of a message, whether it is likely or not. */
final class TrafficSearchTest {
    private static TrafficReader reader(String text) {
        ParseState state = Stages.settled(Stages.readerWithoutTraffic(), text, null);
        return new TrafficReader(state, Weights.none());
    }

    private static String names(TrafficDerivation derivation) {
        String roles = String.join(
                " ", derivation.roles().stream().map(TrafficRole::name).toList());
        return roles + (derivation.period() == null ? "" : " " + derivation.unit());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            We get 90 mails a day, what would a tuned llama 8b cost in total?                           | RATE DAY                | 90         | 90
            Our 22 nurses ask 10 times a day, what would a tuned llama 8b cost in total?                | TIMES RATE DAY          | 220        | 22 × 10
            We get 210 mails a week, what would a tuned llama 8b cost in total?                         | RATE WEEK               | 30         | 210 / 7 days
            We get 15 mails an hour, what would a tuned llama 8b cost in total?                         | RATE HOUR               | 360        | 15 × 24 hours
            We get 2 mails a minute, what would a tuned llama 8b cost in total?                         | RATE MINUTE             | 2880       | 2 × 60 × 24 hours
            We had 9,000 mails in the last 3 months, what would a tuned llama 8b cost in total?         | RATE SPAN MONTH         | 100        | '9,000 / 90 days'
            We get 15 mails an hour from 8 to 18, what would a tuned llama 8b cost in total?            | RATE HOURS HOUR         | 150        | 15 × 10 hours
            We get one mail every 20 minutes, what would a tuned llama 8b cost in total?                | SPAN MINUTE             | 72         | 1 × 60 × 24 hours / 20
            We get 40 mails and 25 chats a day, what would a tuned llama 8b cost in total?              | RATE RATE DAY           | 65         | 40 + 25
            We get 700 visitors a day, 20% of them write, what would a tuned llama 8b cost in total?    | RATE SHARE_SENT DAY     | 140        | '700, 20% of it'
            We get 700 visitors a day, 20% of them write, what would a tuned llama 8b cost in total?    | RATE SHARE_SPARED DAY   | 560        | '700, less 20%'
            """)
    void worksOutWhatFollowsFromRoles(String text, String roles, BigDecimal perDay, String arithmetic) {
        TrafficReader reader = reader(text);

        assertThat(reader.all())
                .filteredOn(each -> names(each).equals(roles.strip()))
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.perDay(reader.figures())).isEqualByComparingTo(perDay);
                    assertThat(each.arithmetic(reader.figures())).isEqualTo(arithmetic);
                });
    }

    @Test
    void hasOneDerivationWithoutTraffic() {
        TrafficReader reader = reader("Our 22 nurses ask 10 times a day, what would a tuned llama 8b cost in total?");

        assertThat(reader.all())
                .filteredOn(each -> !each.hasTraffic())
                .singleElement()
                .satisfies(each -> assertThat(each.perDay(reader.figures())).isNull());
    }

    @Test
    void keepsTheLargestMessageSmall() {
        TrafficReader reader =
                reader("We have 12 shops, 70 clerks, 90 mails, 30 chats, 40 calls, 20 forms, 80 notes a day, a week, a"
                        + " month and an hour, 10% of them are blank, what would a tuned llama 8b cost in total?");

        assertThat(reader.figures()).hasSize(7);
        assertThat(reader.all().size()).isLessThan(20_000);
    }
}
