package io.tunetally.interpreter.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.BuiltIn;
import io.tunetally.interpreter.Stages;
import io.tunetally.request.Interpretation;
import io.tunetally.request.Origin;
import io.tunetally.request.SlotName;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FollowUpTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1k examples | 2 epochs | cost gpt-4o 1000 examples 2 epochs",
                "cost gpt-4o 1k examples | 2k | cost gpt-4o 2000 examples",
                "cost gpt-4o 1k examples 3 epochs | 5 | cost gpt-4o 1000 examples 5 epochs",
                "cost gpt-4o 1k examples 3 epochs | 12 | cost gpt-4o 1000 examples 12 epochs",
                "cost gpt-4o 1k examples | what about 5k | cost gpt-4o 5000 examples",
                "cost gpt-4o 1k examples | what about llama 8b | cost llama-3.1-8b 1000 examples",
                "cost gpt-4o 1k examples | add llama 8b | compare gpt-4o vs llama-3.1-8b 1000 examples",
                "cost gpt-4o 1k examples | vs llama 8b | compare gpt-4o vs llama-3.1-8b 1000 examples",
                "cost gpt-4o 1k examples | compare with llama 8b | compare gpt-4o vs llama-3.1-8b 1000 examples",
                "gpt-4o vs llama 8b 1k examples | drop gpt-4o | cost llama-3.1-8b 1000 examples",
                "gpt-4o vs llama 8b 1k examples | drop the llama | cost gpt-4o 1000 examples",
                "gpt-4o vs llama 8b vs llama 70b 1k examples | without llama | cost gpt-4o 1000 examples",
                "cost llama 8b 1k examples | and with lora | cost llama-3.1-8b lora 1000 examples",
                "cost gpt-4o 1k examples | over 6 months | tco gpt-4o 1000 examples 6 months",
                "cost gpt-4o 1k examples | 10x the data | cost gpt-4o 10000 examples",
                "cost gpt-4o 1k examples | double the data | cost gpt-4o 2000 examples",
                "cost gpt-4o 1k examples | half the examples | cost gpt-4o 500 examples",
                "tco gpt-4o 100 requests/day | 3x the traffic | tco gpt-4o 300 requests/day",
                "budget $50 gpt-4o | double the budget | budget gpt-4o $100",
                "budget $50 gpt-4o | what does it cost | cost gpt-4o",
                "cost gpt-4o 1M tokens | 500 tokens per example | cost gpt-4o 500 tokens per example",
                "recommend | full | recommend full",
                "cost llama 8b 1k examples | the 70b I meant | cost llama-3.3-70b 1000 examples"
            })
    void whatIsSaidReplacesAndTheRestIsInherited(String before, String after, String canonical) {
        assertThat(Stages.follow(before, after).canonical()).isEqualTo(canonical);
    }

    @Test
    void whatIsInheritedIsRemembered() {
        Interpretation read = Stages.follow("cost gpt-4o 1k examples", "2 epochs");
        assertThat(Objects.requireNonNull(read.slots().get(SlotName.EXAMPLES)).origin())
                .isEqualTo(Origin.REMEMBERED);
        assertThat(Objects.requireNonNull(read.slots().get(SlotName.EPOCHS)).origin())
                .isEqualTo(Origin.SAID);
        assertThat(Objects.requireNonNull(Stages.follow("cost gpt-4o 1k examples", "double the data")
                                .slots()
                                .get(SlotName.EXAMPLES))
                        .origin())
                .isEqualTo(Origin.DERIVED);
    }

    @Test
    void aMethodThatTheNewModelDoesNotHaveIsForgone() {
        Interpretation read = Stages.follow("cost llama 8b lora 1k examples", "what about gpt-4o");
        assertThat(read.canonical()).isEqualTo("cost gpt-4o 1000 examples");
        assertThat(read.forgone())
                .singleElement()
                .satisfies(forgone -> assertThat(forgone.slot()).isEqualTo(SlotName.METHOD));
    }

    @Test
    void theArithmeticIsShownOnce() {
        assertThat(Stages.follow("cost gpt-4o 1k examples, show the arithmetic", "2 epochs")
                        .canonical())
                .isEqualTo("cost gpt-4o 1000 examples 2 epochs");
    }

    @ParameterizedTest
    @CsvSource({"10x the data, true", "3x the traffic, true", "10x better, false", "double the data, false"})
    void knowsWhetherARememberedValueIsMultiplied(String text, boolean multiplies) {
        assertThat(FollowUp.multiplies(Stages.filled(
                        text, BuiltIn.read("tco gpt-4o 100 requests/day").request())))
                .isEqualTo(multiplies);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5k | true",
                "make it 5k | true",
                "5k or 6k or 7k rooms | false",
                "2 epochs | false",
                "my boss went to the shop on floor 5 and came back late | false"
            })
    void aLoneNumberStandsInAClauseOfHardlyMoreThanIt(String text, boolean open) {
        assertThat(FollowUp.openNumber(Stages.filled(
                                text, BuiltIn.read("cost gpt-4o 1k examples").request()))
                        >= 0)
                .isEqualTo(open);
    }
}
