package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.request.CanonicalText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShownOffersTest {
    private static final String SELLERS = "cost 1k examples 3 epochs llama 8b lora";
    private static final String MODELS = "tco llama-3.1-8b vs qwen3-8b 5000 examples 800 requests/day 12 months";

    private final ConsoleBot bot = new ConsoleBot();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "and the second one? | cost llama-3.1-8b lora on fireworks 1000 examples 3 epochs",
                "Take the second | cost llama-3.1-8b lora on fireworks 1000 examples 3 epochs",
                "the third seller please | cost llama-3.1-8b lora on together 1000 examples 3 epochs",
                "ok then take the cheaper one | cost llama-3.1-8b lora on ori 1000 examples 3 epochs",
                "which is the second cheapest? | cost llama-3.1-8b lora on fireworks 1000 examples 3 epochs",
                "the second one in the list - what would be the total with that over a year? | "
                        + "tco llama-3.1-8b lora on fireworks 1000 examples 3 epochs 12 months",
            })
    void picksTheSellerThatWasShown(String typed, String answered) {
        bot.say(SELLERS);
        assertThat(canonical(bot.say(typed))).isEqualTo(answered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"take the cheaper one", "the first one", "I would go with the cheaper one"})
    void picksTheModelThatWasShownFirst(String typed) {
        bot.say(MODELS);
        assertThat(canonical(bot.say(typed)))
                .isEqualTo("tco qwen3-8b lora on thinking-machines 5000 examples 800 requests/day 12 months");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wait a second",
                "the second run died",
                "the first one was a disaster",
                "we meet on the second of March",
                "the fourth one"
            })
    void picksNothingFromARemarkOrBeyondTheTable(String typed) {
        bot.say(SELLERS);
        assertThat(bot.say(typed).outcome()).isInstanceOf(Outcome.NotUnderstood.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"take the second", "take the cheaper one"})
    void picksNothingWithoutAnAnswerBefore(String typed) {
        assertThat(bot.say(typed).outcome()).isInstanceOf(Outcome.NotUnderstood.class);
    }

    private static String canonical(Answer answer) {
        return answer.answered().map(CanonicalText::write).orElse(answer.reply().title());
    }
}
