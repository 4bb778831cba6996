package io.tunetally.discord.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.tunetally.ProgramTime;
import io.tunetally.Requirement;
import io.tunetally.discord.BesideRunningDiscord;
import io.tunetally.discord.fake.FakeDiscord;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.Incoming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Completions while a user types. */
@Requirement("discord-5")
class CompletionTest extends BesideRunningDiscord {

    @Test
    void completesModelsProvidersAndWholeQuestions() throws Exception {
        assertThat(choices("cost", "model", "llama 8")).first().isEqualTo("llama-3.1-8b");
        assertThat(choices("compare", "model", "gpt-4o vs llama 8")).first().isEqualTo("gpt-4o vs llama-3.1-8b");
        assertThat(choices("compare", "model", "gpt-4o, mistral-7b,")).contains("gpt-4o, mistral-7b,llama-3.1-8b");
        assertThat(choices("compare", "provider", "together or open")).contains("together or openai");
        assertThat(choices("cost", "provider", "")).contains("together").hasSizeLessThanOrEqualTo(25);
        assertThat(choices("ask", "message", "cost gpt"))
                .isNotEmpty()
                .allMatch(choice -> choice.startsWith("cost gpt"));
        assertThat(choices("ask", "message", "cost gpt-4o-mini 1000 examples 3 ep"))
                .containsOnlyOnce("cost gpt-4o-mini 1000 examples 3 epochs");
        assertThat(choices("ask", "message", "\u0000(((" + "x".repeat(5_000))).isEmpty();
        assertThat(choices("cost", "model", "%$[*")).isNotNull();
        assertThat(choices("compare", "model", "x".repeat(95) + " vs gpt"))
                .as("longer than a choice can be")
                .isEmpty();
    }

    @Test
    void saysBesideANameItsPriceItsProviderAndThatItIsClosed() throws Exception {
        assertThat(names("cost", "model", "gpt-4.1"))
                .filteredOn(name -> name.matches(
                        "gpt-4.1(-mini)?: Azure OpenAI \\(global\\), \\$[0-9.]+ / 1M tokens; closed at OpenAI"))
                .hasSize(2);
        assertThat(names("cost", "model", "babbage"))
                .singleElement(STRING)
                .matches("babbage-002: OpenAI, \\$[0-9.]+ / 1M tokens, closed \\d{4}-\\d{2}-\\d{2}");
        assertThat(names("compare", "model", "gpt-4o vs babbage"))
                .singleElement(STRING)
                .matches("gpt-4o vs babbage-002: OpenAI, \\$[0-9.]+ / 1M tokens, closed \\d{4}-\\d{2}-\\d{2}");
        assertThat(names("cost", "provider", "toge"))
                .first(STRING)
                .matches("together: Together AI, from \\$[0-9.]+ / 1M tokens");
        assertThat(names("cost", "provider", "openai"))
                .as("as it closed to new customers")
                .singleElement(STRING)
                .matches("openai: OpenAI, from \\$[0-9.]+ / 1M tokens, closed \\d{4}-\\d{2}-\\d{2}");
    }

    /** The time of a completion; the fastest of many, as the machine may be busy with something else. */
    @Test
    void completesWithinThreeHundredMilliseconds() throws Exception {
        for (Map.Entry<String, String> option : Map.of(
                        "message", "cost gpt-4o 1k ex", "model", "gpt-4", "provider", "op")
                .entrySet()) {
            String verb = option.getKey().equals("message") ? "ask" : "cost";
            List<Duration> times = new ArrayList<>();
            for (int n = 0; n < 21; n++) {
                long begun = ProgramTime.now();
                assertThat(choices(verb, option.getKey(), option.getValue())).isNotEmpty();
                times.add(ProgramTime.since(begun));
            }
            assertThat(Collections.min(times)).as(option.getKey()).isLessThan(Duration.ofMillis(300));
        }
    }

    /** It may have arrived; the next letter asks again. */
    @Test
    void answersOnceAlsoWhereTheConnectionBreaks() throws Exception {
        running.expectTrouble("I/O error");
        assertThat(choices("cost", "model", "gpt")).isNotEmpty();
        discord.cut(FakeDiscord.Kind.CALLBACK);
        Call broken = running.interact(Incoming.typing("cost", "model", "gpt-"));

        Call next = running.interact(Incoming.typing("cost", "model", "gpt-4"));

        assertThat(next.id()).isNotEqualTo(broken.id());
        assertThat(discord.waiting(FakeDiscord.Kind.CALLBACK)).isZero();
    }

    private List<String> names(String verb, String option, String typed) throws Exception {
        return running.interact(Incoming.typing(verb, option, typed))
                .message()
                .path("choices")
                .findValuesAsText("name");
    }

    private List<String> choices(String verb, String option, String typed) throws Exception {
        Call callback = running.interact(Incoming.typing(verb, option, typed));
        assertThat(callback.body().path("type").asInt()).isEqualTo(8);
        return callback.message().path("choices").findValuesAsText("value");
    }
}
