package io.tunetally.interpreter.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OneOffCostsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gpt-4.1 2k examples, labelling costs us $5,000                  | 5000
            upfront consultant fee of $3k, llama 8b lora 4k chats           | 3000
            one-off $800 for data cleaning, gpt-4.1 1k examples             | 800
            gpt-4.1-mini 2k examples and 2,500 dollars for annotation       | 2500
            labelling $400, training $60 budget, gpt-4.1 2k examples        | 400
            cost gpt-4.1-mini 2000 examples $5000 for preparation           | 5000
            """)
    void readsASumThatIsPaidOnce(String text, String dollars) {
        assertThat(slots(text).value(SlotName.PREPARATION_USD)).isEqualByComparingTo(dollars);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            we pay annotators 2 dollars per example, 1500 examples, gpt-4.1    | 2
            gpt-4.1 1500 tickets, annotation at $0.40 a ticket                  | 0.4
            labelling is $1 each, gpt-4.1 with 1500 tickets                     | 1
            cost gpt-4.1 1500 examples $2 per example for preparation           | 2
            """)
    void readsAPriceOfEachExample(String text, String dollars) {
        assertThat(slots(text).value(SlotName.PREPARATION_PER_EXAMPLE_USD)).isEqualByComparingTo(dollars);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we spent 400 dollars on labelling and have $60 left for training gpt-4.1 on 2k examples",
                "our annotation budget is $900, gpt-4.1 2k examples",
                "annotators cost $900 a month, gpt-4.1 2k examples",
                "cost of gpt-4.1 with 2k labelled examples for $900",
                "gpt-4.1 2k examples, annotation costs 900 EUR"
            })
    void leavesOtherAmounts(String text) {
        assertThat(slots(text).has(SlotName.PREPARATION_USD)).isFalse();
        assertThat(slots(text).has(SlotName.PREPARATION_PER_EXAMPLE_USD)).isFalse();
    }

    private static Slots slots(String text) {
        return Stages.filled(text).slots.build();
    }
}
