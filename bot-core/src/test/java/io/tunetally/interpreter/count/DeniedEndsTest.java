package io.tunetally.interpreter.count;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeniedEndsTest {
    @ParameterizedTest
    @CsvSource({
        "'our finance says the prompt would only shrink to 1,500, not to 200',1500",
        "'it shrinks to 900 tokens, not to 400 tokens',900",
        "'the prompt would shrink to 1,500, not 200',1500"
    })
    void anEndThatIsDeniedIsNoLengthOfToday(String text, long tuned) {
        var before = BuiltIn.read(
                        "gpt-4.1 with a 4,800 token system prompt, 12k requests a day, 220 in 310 out. does tuning pay off?")
                .request();
        var slots = BuiltIn.read(text, before).slots();
        assertThat(slots.value(SlotName.PROMPT_TOKENS)).isEqualTo(4800);
        assertThat(slots.value(SlotName.TUNED_PROMPT_TOKENS)).isEqualTo(tuned);
    }
}
