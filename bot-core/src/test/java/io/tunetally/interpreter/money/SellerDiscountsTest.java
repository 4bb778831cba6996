package io.tunetally.interpreter.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What sellers take off their prices. */
final class SellerDiscountsTest {
    private static final String AT_TOGETHER = "cost llama-3.3-70b on together 15000000 tokens total 3 epochs";

    private static String canonical(String before, String said) {
        return Stages.follow(before, said).canonical();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "we get 20% off",
                "with a 20% discount",
                "we negotiated 20% off with them",
                "Together gives us a 20% discount",
                "20% off the list price",
                "a discount of 20%"
            })
    void isOfTheSellerOfTheConversation(String said) {
        assertThat(canonical(AT_TOGETHER, said)).isEqualTo(AT_TOGETHER + " 20% off at together");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            and Fireworks 10%    | 20% off at together 10% off at fireworks
            the discount is 30%  | 30% off at together
            """)
    void isOneOfEachSeller(String said, String discounts) {
        assertThat(canonical(AT_TOGETHER + " 20% off at together", said)).endsWith(discounts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"without the discount", "no discount", "drop the discount"})
    void isTakenBack(String said) {
        assertThat(canonical(AT_TOGETHER + " 20% off at together", said)).isEqualTo(AT_TOGETHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Vendor B gives 10% off if we sign this year", "10% off if we sign"})
    void isNotThatOfAQuote(String said) {
        String quoted = "cost llama-3.3-70b lora on together 30000 examples 1200 tokens per example quoted $3100 fair";

        assertThat(canonical(quoted, said)).isEqualTo(quoted);
    }

    @Test
    void isNoneOfTheData() {
        Slots slots = Stages.follow("cost qwen3-8b 15000 examples", "20% off the examples please")
                .slots();

        assertThat(slots.has(SlotName.DISCOUNTS)).isFalse();
        assertThat(slots.value(SlotName.EXAMPLES)).isEqualTo(12_000);
    }
}
