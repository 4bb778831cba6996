package io.tunetally.interpreter.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.request.Intent;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.request.SlotName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ImpliedEditTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost nova-pro bedrock 2500 examples 2 epochs | the team revised the number to 2,730. | examples=2730",
                "cost gpt-4.1-mini 3400 examples | no 3900, we found the winter log | examples=3900",
                "tco gpt-4.1-nano 3600 examples 1200 requests/day | in august are only 400 | requestsPerDay=400",
                "cost mistral-7b 2400 examples lora | It are now 2.650 because volume VII is also transcribed. | examples=2650",
                "break even llama-3.1-8b 2500 requests/day 3200 token prompt vs 900 token prompt | maybe 600 is enough after the tuning | tunedPromptTokens=600"
            })
    void aNumberReplacesTheOnlyValueThatItIsNearTo(String context, String text, String slot) {
        assertThat(Stages.label(read(context, text)).split(" ")).contains(slot);
    }

    @Test
    void itIsToldAsADoubt() {
        Interpretation read =
                read("cost nova-pro bedrock 2500 examples 2 epochs", "the team revised the number to 2,730.");

        assertThat(read.doubts()).extracting(Interpretation.Doubt::slot).isEqualTo(List.of(SlotName.EXAMPLES));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4.1-mini 3400 examples | thanks, the board meets on the 9th in room 3,900",
                "cost gpt-4.1-mini 3400 examples | the game drew a crowd of 61,000 people",
                "tco gpt-4.1-mini 1200 requests/day 1100 in 900 out | the fair last weekend had something like 1,000 visitors and marketing was happy"
            })
    void aNumberOfSomethingElseChangesNothing(String context, String text) {
        assertThat(read(context, text).status()).isEqualTo(Interpretation.Status.NOT_A_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"and per month?", "I meant monthly", "no I need the monthly figure", "whats the monthly on that"
            })
    void whoMeansTheMonthAsksForTheCostOfRunning(String text) {
        assertThat(read("cost llama-3.1-8b 4000 examples", text).request())
                .isNotNull()
                .extracting(Request::intent)
                .isEqualTo(Intent.TCO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"we meet monthly", "is that per month or once?", "retrain monthly"})
    void aMonthOfSomethingElseIsNoCostOfRunning(String text) {
        Request request = read("cost llama-3.1-8b 4000 examples", text).request();
        assertThat(request == null || request.intent() != Intent.TCO).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "one-off and monthly cost for llama 8b with 2,000 letters?",
                "setup cost plus ongoing cost, 2k letters, gpt-4.1-mini azure",
                "initial vs recurring cost for 4k claims on llama 8b"
            })
    void whatIsPaidOnceAndMonthlyIsTheCostOfBoth(String text) {
        assertThat(BuiltIn.read(text).request())
                .isNotNull()
                .extracting(Request::intent)
                .isEqualTo(Intent.TCO);
    }

    private static Interpretation read(String context, String text) {
        Request before = BuiltIn.read(context).request();
        assertThat(before).isNotNull();
        assertThat(before.slots().has(SlotName.MODELS)).isTrue();
        return BuiltIn.read(text, before);
    }
}
