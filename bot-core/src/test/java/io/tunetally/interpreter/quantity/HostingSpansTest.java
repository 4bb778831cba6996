package io.tunetally.interpreter.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostingSpansTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "36 hours of hosting for a tuned llama 8b on fireworks | 36",
                "run the tuned qwen3-8b endpoint on fireworks for 5 hours, cost? | 5",
                "demo day: endpoint online 8 hours, llama 8b on fireworks, what do we pay? | 8",
                "we deploy it 12 hours only, gpt-4.1-mini on azure. price? | 12",
                "the dedicated endpoint of gpt-4.1-mini on azure for a 5 hour workshop, price? | 5",
                "hosting for 36 hours, llama 8b fireworks | 36"
            })
    void anEndpointIsUpForHours(String text, String hours) {
        Slots slots = BuiltIn.read(text).slots();
        assertThat(slots.value(SlotName.HOSTING_HOURS)).isEqualByComparingTo(hours);
        assertThat(slots.has(SlotName.TRAINING_HOURS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the endpoint answers within 2 hours, gpt-4.1-mini on azure cost",
                "host it 8 hours a day, tuned llama 8b on fireworks",
                "train llama 8b for 5 hours on an h100 and host it"
            })
    void otherHoursAreNone(String text) {
        assertThat(BuiltIn.read(text).slots().has(SlotName.HOSTING_HOURS)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tco gpt-4.1-mini on azure 3 days of hosting | 36 hours of hosting | 36",
                "tco gpt-4.1-mini on azure | only for 36 hours | 36"
            })
    void aConversationChangesTheHours(String before, String text, String hours) {
        Request remembered = BuiltIn.read(before).request();
        Slots slots = BuiltIn.read(text, remembered).slots();
        assertThat(slots.value(SlotName.HOSTING_HOURS)).isEqualByComparingTo(hours);
        assertThat(slots.has(SlotName.DAYS)).isFalse();
    }
}
