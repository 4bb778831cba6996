package io.tunetally.discussion.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that was asked about before keeps its letter, in whatever words it is asked about again. */
class SamePlanTest {
    private final OneThread thread = new OneThread();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cost llama 8b lora 1k examples 3 epochs",
                "cost llama 8b lora 1000 examples 3 epochs 500 tokens each",
                "cost llama 8b lora 1k examples",
                "cost llama 8b lora on ori 1k examples 3 epochs",
                "what would lora on llama 3.1 8b cost with 1,000 examples and 3 epochs?",
                "A with 3 epochs"
            })
    void hasTheSameLetterAndQuote(String again) {
        thread.say("cost llama 8b lora 1k examples 3 epochs");

        assertThat(thread.say(again)).contains("Scenario A again · Q1");
        assertThat(thread.say("scenarios")).startsWith("One scenario: A");
        assertThat(thread.say("cost llama 8b lora 1k examples 4 epochs")).contains("Scenario B · Q2");
    }

    @Test
    void isFoundAmongTheSidesOfAComparison() {
        thread.say("cost llama 8b lora 1k examples 3 epochs");

        assertThat(thread.say("compare llama 8b vs llama 70b lora 1k examples 3 epochs"))
                .contains("A again: Llama 3.1 8B, LoRA on Ori (Q1)")
                .contains("B: Llama 3.3 70B, LoRA on Together AI (Q2)");
    }

    @Test
    void isFoundAmongTheModelsWhoseCostsCross() {
        thread.say("tco gpt-4.1-mini on azure 1k examples 6 months");

        assertThat(thread.say("when is gpt-4.1-mini on azure cheaper than qwen3 8b?"))
                .contains("A again: GPT-4.1 mini on Azure OpenAI (global) (Q1)")
                .contains("B: Qwen3 8B, LoRA on Thinking Machines (Q2)");
    }

    @Test
    void isCountedAndKeepsItsFirstAsker() {
        thread.answer("bob", "cost llama 8b lora 1k examples 3 epochs");
        thread.say("cost llama 8b lora 1k examples 3 epochs");
        thread.say("cost llama 8b lora 1k examples 3 epochs");

        assertThat(thread.say("who proposed A?")).contains("by bob").contains("Asked about 3 times.");
    }

    @Test
    void comesBackWhenItIsAskedAboutAfterItWasDropped() {
        thread.say("cost llama 8b lora 1k examples 3 epochs");
        thread.say("drop A");

        assertThat(thread.say("cost llama 8b lora 1k examples 3 epochs")).contains("Scenario A is back · Q2");
        assertThat(thread.say("scenarios")).startsWith("One scenario: A");
    }

    @Test
    void isAnotherOneUnderOtherDefaults() {
        thread.say("cost llama 8b lora 1k examples");
        thread.say("cost llama 8b lora 1k examples 5 epochs");
        thread.say("defaults set 5 epochs");

        assertThat(thread.say("cost llama 8b lora 1k examples")).contains("Scenario B again · Q2");
    }
}
