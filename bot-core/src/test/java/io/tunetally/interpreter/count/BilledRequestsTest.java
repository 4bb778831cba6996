package io.tunetally.interpreter.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BilledRequestsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "we pay $600 a month for gpt-4o, 18k messages. is tuning 4o-mini worth it? | 600",
                "gpt-4o costs us $600 a month (18k messages). worth tuning? | 600",
                "our bill is $600 a month with gpt-4o for about 18k chats, is fine-tuning worth it? | 600",
                "we spend $600/mo on gpt-4o, around 18k requests. would tuning 4o-mini pay off? | 600"
            })
    void whatABillIsForAreTheRequestsOfAMonth(String text, String perDay) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.number(SlotName.REQUESTS_PER_DAY)).isEqualByComparingTo(perDay);
        assertThat(slots.has(SlotName.EXAMPLES)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we pay $600 a month for gpt-4o, 18k tickets labelled. is tuning worth it?",
                "we pay $600 a month for gpt-4o and have 18k messages to train on. is tuning worth it?",
                "we pay $600 a month for gpt-4o, 18k training examples. is tuning worth it?"
            })
    void whatIsTrainedOnIsNone(String text) {
        assertThat(BuiltIn.read(text).slots().has(SlotName.REQUESTS_PER_DAY)).isFalse();
    }
}
