package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.answer.outcome.BudgetOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.reply.Audience;
import io.tunetally.reply.PlainText;
import io.tunetally.runtime.Assembly;
import io.tunetally.runtime.SharedKnowledge;
import io.tunetally.storage.bounded.ProcessMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A typed option holds a value of its own kind, or the command is refused. */
@Requirement("discord-5")
final class TypedOptionsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final Bot BOT = Assembly.of(
                    SharedKnowledge.at(CLOCK), CLOCK, new ProcessMemory(Duration.ofHours(1), CLOCK))
            .bot();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zorkmodel-9",
                "gpt-9",
                "claude",
                "what is the cheapest model",
                "I want to know about gpt-4o",
                "gpt-4o 500",
                "gpt-4o for 3 epochs",
                "gpt-4o and I like cheese",
                "gpt-4o vs zorkmodel-9",
                "gpt-4o vs gpt-9",
                "gpt-4o vs base claude",
                "gpt-4o when cheese vs gpt-4o-mini",
                "welches Modell ist am besten",
                "forget me",
                "help"
            })
    void refusesAModelThatIsNone(String model) {
        Answer answer = answer("cost", Map.of("model", model, "examples", "1000"));

        assertThat(answer.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(answer.reply().audience()).isEqualTo(Audience.ASKER);
        assertThat(text(answer)).contains("Unknown model", "Nearest: ").doesNotContain("$");
    }

    @Test
    void namesUnknownValuesWithTheNearestNames() {
        assertThat(text(answer("cost", Map.of("model", "gtp-4o-mni"))))
                .contains("Unknown model: \"gtp-4o-mni\"", "Nearest: gpt-4o-mini");
        assertThat(text(answer("compare", Map.of("model", "gpt-4o vs gtp-4o-mni"))))
                .contains("Unknown model: \"gtp-4o-mni\"");
        assertThat(text(answer("compare", Map.of("model", "gpt-4o vs zorkmodel-9"))))
                .contains("Unknown model: \"zorkmodel-9\"");
        assertThat(text(answer("cost", Map.of("model", "gpt-4o", "provider", "fireplaces"))))
                .contains("Unknown provider: \"fireplaces\"", "fireworks");
        assertThat(text(answer("cost", Map.of("model", "mystral nemo large"))))
                .contains("Unknown model: \"mystral nemo large\"", "mistral");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "the moon", "together and gpt-4o", "together lora", "whoever is cheapest"})
    void refusesAProviderThatIsNone(String provider) {
        Answer answer = answer("cost", Map.of("model", "llama-3.1-8b", "provider", provider));

        assertThat(answer.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(text(answer)).contains("Unknown provider", "Nearest").doesNotContain("$");
    }

    @ParameterizedTest
    @CsvSource({"examples,many", "epochs,3 epochs and gpt-4o", "months,soon", "method,qlora-ish", "edition,gossip"})
    void refusesInvalidNumbersAndChoices(String option, String value) {
        Answer answer = answer("cost", Map.of("model", "gpt-4o", option, value));

        assertThat(answer.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(text(answer)).contains("\"" + value + "\"", option).doesNotContain("$");
    }

    @Test
    void refusesABudgetThatIsNoAmount() {
        assertThat(text(answer("budget", Map.of("usd", "many", "model", "gpt-4o"))))
                .contains("\"many\"", "usd")
                .doesNotContain("$");
        assertThat(text(answer("budget", Map.of("usd", "500 for gpt-4o"))))
                .contains("usd")
                .doesNotContain("$");
        for (String usd : new String[] {"500", "5k", "1,000", "500 USD"}) {
            assertThat(answer("budget", Map.of("usd", usd, "model", "gpt-4o")).outcome())
                    .as(usd)
                    .isInstanceOf(BudgetOutcome.class);
        }
    }

    /** Every name in a message is also valid here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cost|gpt-4o",
                "cost| GPT-4o ",
                "cost|gpt4o",
                "cost|llama 8b",
                "cost|gpt-4o-mni",
                "cost|gtp-4o",
                "cost|8b",
                "cost|meta-llama/Llama-3.1-8B",
                "cost|gpt-4o-2024-08-06",
                "cost|gpt-4o vs gpt-4o-mini",
                "compare|gpt-4o, mistral-7b,",
                "compare|gpt-4o vs mini",
                "compare|llama 8b vs 70b",
                "compare|all",
                "breakeven|gpt-4o vs base gpt-4o-mini",
                "cost|llama",
                "tco|llama 9b"
            })
    void acceptsModels(String verb, String model) {
        Answer answer = answer(verb, Map.of("model", model, "provider", "", "examples", "1,000"));

        assertThat(answer.outcome()).as(text(answer)).isNotInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "together",
                "Together AI",
                "tohether",
                "vertex",
                "azure openai",
                "own gpus",
                "together or fireworks"
            })
    void acceptsProviders(String provider) {
        Answer answer = answer("cost", Map.of("model", "llama-3.1-8b", "provider", provider));

        assertThat(text(answer)).doesNotContain("Unknown provider");
    }

    private static Answer answer(String verb, Map<String, String> options) {
        Map<String, String> said = new LinkedHashMap<>(options);
        said.values().removeIf(String::isEmpty);
        Envelope envelope =
                new Envelope("1", new ConversationId(new PlatformId("discord"), "1", "2", "3"), new UserId("4"), true);
        return BOT.answer(new ChatEvent.Commanded(envelope, verb, said));
    }

    private static String text(Answer answer) {
        return new PlainText(400, PlainText.Style.NONE).render(answer.reply());
    }
}
