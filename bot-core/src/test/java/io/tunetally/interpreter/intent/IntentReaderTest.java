package io.tunetally.interpreter.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.interpreter.Stages;
import io.tunetally.request.Intent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IntentReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost gpt-4o 1k examples | ESTIMATE",
                "gpt-4o 1k examples | ESTIMATE",
                "compare gpt-4o and llama 8b | COMPARE",
                "gpt-4o vs llama 8b | COMPARE",
                "lora vs full llama 8b | COMPARE",
                "tco gpt-4o | TCO",
                "cost gpt-4o 100 requests/day | TCO",
                "cost gpt-4o over 6 months | TCO",
                "break even gpt-4o | BREAKEVEN",
                "budget $50 gpt-4o | BUDGET",
                "what can I train for $50 | BUDGET",
                "cost gpt-4o for $50 | BUDGET",
                "recommend | RECOMMEND",
                "recommend gpt-4o or llama 8b | COMPARE",
                "should I fine-tune | WORTHIT",
                "should I fine-tune gpt-4o or llama 8b | COMPARE",
                "Do I need to fine-tune? | WORTHIT",
                "we have 1k rows, do I need to fine-tune? | WORTHIT",
                "is it good and do I need to fine-tune? | WORTHIT",
                "anything cheaper than gpt-4o with 1k examples? | RECOMMEND",
                "models | MODELS",
                "which models can be tuned | MODELS",
                "which models can I train for $50 | BUDGET",
                "help | HELP",
                "500 examples for chat models, what would gpt-4o cost? | ESTIMATE",
                "I know it's overkill. What would gpt-4o cost with 1k examples? | ESTIMATE"
            })
    void aWordSaysItBeforeTheShapeOfTheRequest(String text, Intent intent) {
        assertThat(new IntentReader(Stages.filled(text)).intent()).isEqualTo(intent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "don't quote that",
                "cheaper than our coffee",
                "recommend a good book about lora",
                "we are tuning models all day",
                "is rank 64 overkill?",
                "it cost me $10",
                "how much memory do I need to fine-tune it",
                "gpt-4o 1k examples"
            })
    void aWordThatAsksForNothingOfOursIsNotSaid(String text) {
        assertThat(new IntentReader(Stages.filled(text)).isSaid()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"it cost me $10, true", "cost gpt-4o, false"})
    void knowsWhetherAPriceIsTold(String text, boolean told) {
        assertThat(new IntentReader(Stages.filled(text)).tellsAPrice()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({"who owns the fine-tuning budget?, false", "500 examples for chat models, false", "cost gpt-4o, true"})
    void knowsWhetherTheIntentFitsTheValues(String text, boolean ofThis) {
        assertThat(new IntentReader(Stages.filled(text)).isSaidOfThis()).isEqualTo(ofThis);
    }
}
