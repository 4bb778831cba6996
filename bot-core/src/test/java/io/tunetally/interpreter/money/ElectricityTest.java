package io.tunetally.interpreter.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.request.SlotName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElectricityTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 watts and 32 cents per kWh",
                "electricity: 400 watts, 0.32 per kWh",
                "what about electricity, it draws 400 watts and we pay 0.32 per kWh"
            })
    void anAnswerWithWattsIsReadInAConversationAboutAGpu(String text) {
        var before = BuiltIn.read("tco llama 8b on our own l40s 24/7").request();
        assertThat(BuiltIn.read(text, before).slots().value(SlotName.GPU_HOUR_USD))
                .isEqualByComparingTo("0.128");
    }
}
