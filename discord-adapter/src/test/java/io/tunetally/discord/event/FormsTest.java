package io.tunetally.discord.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.discord.BesideRunningDiscord;
import io.tunetally.discord.RunningDiscord;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discord.fake.LimitsCheck;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Forms behind a button of an answer. */
@Requirement("discord-23")
class FormsTest extends BesideRunningDiscord {
    private static final int EPHEMERAL = 64;
    private static final int COMPONENTS_V2 = 1 << 15;

    private JsonNode sent() throws Exception {
        return running.interact(Incoming.slash("cost", Map.of("model", "gpt-4o")))
                .message();
    }

    @Test
    void opensAFormFilledWithWhatIsAskedAndAnswersWhatIsChanged() throws Exception {
        JsonNode sent = running.answer(
                        Incoming.slash("cost", Map.of("model", "gpt-4o", "examples", 2000, "epochs", 2, "months", 3)))
                .message();
        ObjectNode answer = Incoming.answer(Incoming.USER, false, sent);

        Call form = running.interact(Incoming.press(RunningDiscord.button(sent, "Change the numbers"), answer));
        assertThat(form.body().path("type").asInt()).isEqualTo(9);
        assertThat(filled(form))
                .containsExactly(
                        Map.entry("model", "gpt-4o"),
                        Map.entry("provider", "-"),
                        Map.entry("method", "-"),
                        Map.entry("numbers", "Examples: 2000\nTokens: \nEpochs: 2\nRequests per day: \nMonths: 3"),
                        Map.entry("file", ""));

        Call changed = running.answer(Incoming.submit(
                form.message().path("custom_id").asText(),
                Map.of("model", "gpt-4o", "provider", "-", "numbers", "Examples: 4000\nTokens:\nEpochs: 2\nMonths: 3"),
                answer));
        assertThat(changed.text()).contains("$100.00", "3 months");
    }

    @Test
    void offersModelsProvidersAndMethodsToChooseWithTheirPrices() throws Exception {
        JsonNode sent = running.answer(Incoming.slash("cost", Map.of("model", "llama-3.1-8b", "provider", "together")))
                .message();
        Call form = running.interact(Incoming.press(
                RunningDiscord.button(sent, "Change the numbers"), Incoming.answer(Incoming.USER, false, sent)));

        assertThat(menu(form, "model").findValuesAsText("value"))
                .startsWith("llama-3.1-8b")
                .contains("gpt-4.1-mini")
                .as("closed to new customers")
                .doesNotContain("babbage-002");
        assertThat(menu(form, "model").findValuesAsText("description"))
                .anyMatch(description -> description.matches("Ori, \\$[0-9.]+ / 1M tokens"));
        assertThat(menu(form, "provider").findValuesAsText("value"))
                .startsWith("-", "together")
                .contains("fireworks");
        assertThat(menu(form, "method").findValuesAsText("value")).containsExactly("-", "lora", "full");

        Call changed = running.answer(Incoming.submit(
                form.message().path("custom_id").asText(),
                Map.of("model", "mistral-7b", "provider", "fireworks", "method", "lora", "numbers", "2k examples"),
                Incoming.answer(Incoming.USER, false, sent)));
        assertThat(title(changed)).contains("Mistral 7B, LoRA on Fireworks AI");
        assertThat(changed.text()).contains("2,000 examples");
    }

    @Test
    void takesAChoiceAwayAndKeepsAClosedModelThatIsAskedAbout() throws Exception {
        JsonNode sent = running.answer(Incoming.slash("cost", Map.of("model", "babbage-002", "provider", "openai")))
                .message();
        ObjectNode answer = Incoming.answer(Incoming.USER, false, sent);
        Call form = running.interact(Incoming.press(RunningDiscord.button(sent, "Change the numbers"), answer));
        assertThat(filled(form)).containsEntry("model", "babbage-002").containsEntry("provider", "openai");

        Call changed = running.answer(Incoming.submit(
                form.message().path("custom_id").asText(),
                Map.of("model", "gpt-4o", "provider", "-", "numbers", ""),
                answer));
        assertThat(RunningDiscord.button(changed.message(), "Change the numbers"))
                .isEqualTo("v1|edit|0|=cost;model=gpt-4o");
    }

    @Test
    void takesNoFormWithTheFieldsOfAnOlderVersion() throws Exception {
        Call older = running.interact(Incoming.submit(
                "v1|form|0|=cost;model=gpt-4o",
                Map.of("model", "gpt-4o", "examples", "2000"),
                Incoming.answer(Incoming.USER, false, sent())));

        assertThat(older.text()).contains("older version");
    }

    @Test
    void namesALineThatIsNoneOfTheNumbers() throws Exception {
        ObjectNode answer = Incoming.answer(Incoming.USER, false, sent());
        for (String line : new String[] {"learning rate: 3", "lots", ": 5", "3 wishes"}) {
            Call wrong = running.interact(Incoming.submit(
                    "v1|form|0|=cost;model=gpt-4o",
                    Map.of("model", "gpt-4o", "numbers", "Epochs: 2\n" + line),
                    answer));

            assertThat(wrong.text()).contains("`" + line + "` is none of the numbers", "Requests per day");
            assertThat(RunningDiscord.button(wrong.message(), "Back to the form"))
                    .isEqualTo("v1|edit|1|=cost;model=gpt-4o;epochs=2");
        }
    }

    private static JsonNode menu(Call form, String name) {
        return form.message().findParents("options").stream()
                .filter(field -> field.path("custom_id").asText().equals(name))
                .findFirst()
                .orElseThrow()
                .path("options");
    }

    /** Field to what it is filled with. */
    private static Map<String, String> filled(Call form) {
        Map<String, String> filled = new LinkedHashMap<>();
        form.message().path("components").forEach(label -> {
            JsonNode field = label.path("component");
            String value = field.path("value").asText("");
            for (JsonNode option : field.path("options")) {
                value = option.path("default").asBoolean()
                        ? option.path("value").asText()
                        : value;
            }
            filled.put(field.path("custom_id").asText(), value);
        });
        return filled;
    }

    @Test
    void namesANumberThatIsNoneAndBringsTheFormBackWithIt() throws Exception {
        JsonNode sent = sent();
        ObjectNode answer = Incoming.answer(Incoming.USER, false, sent);
        Call form = running.interact(Incoming.press(RunningDiscord.button(sent, "Change the numbers"), answer));

        Call wrong = running.interact(Incoming.submit(
                form.message().path("custom_id").asText(),
                Map.of("model", "gpt-4o", "numbers", "Examples: many; =x"),
                answer));
        assertThat(wrong.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(wrong.text()).contains("`many; =x` is no number for *examples*");

        Call again = running.interact(Incoming.press(
                RunningDiscord.button(wrong.message(), "Back to the form"),
                Incoming.answer(Incoming.USER, true, wrong.message())));
        assertThat(filled(again)).containsEntry("model", "gpt-4o");
        assertThat(filled(again).get("numbers")).startsWith("Examples: many   x\n");

        Call right = running.interact(Incoming.submit(
                again.message().path("custom_id").asText(),
                Map.of("model", "gpt-4o", "numbers", "Examples: 2k"),
                Incoming.answer(Incoming.USER, true, wrong.message())));
        assertThat(right.body().path("type").asInt())
                .as("not in the notice's place")
                .isEqualTo(4);
        assertThat(right.message().path("flags").asInt()).isEqualTo(COMPONENTS_V2 | EPHEMERAL);
        assertThat(right.text()).contains("$75.00", "Share\n");
    }

    /** A button's stored command stays for months. */
    @Test
    void storesNoWordsThatWereTypedIntoAForm() throws Exception {
        String before = "tco;model=gpt-4o;provider=openai;examples=1000;requests_per_day=100;months=6";
        ObjectNode answer = Incoming.answer(Incoming.USER, false, sent());
        String words = "our secretproject for Ada Lovelace and everybody who works with her, as she said";

        Call wrong = running.interact(Incoming.submit(
                "v1|form|0|=" + before,
                Map.of(
                        "model",
                        words,
                        "numbers",
                        "Examples: " + words + "\nTokens: 2,000\nEpochs: " + words
                                + "\nRequests per day: 100\nMonths: 6"),
                answer));
        String again = RunningDiscord.button(wrong.message(), "Back to the form");
        assertThat(again).contains("|#");
        assertThat(running.storage().actionKeys().command(again.substring(again.indexOf('#') + 1)))
                .contains("tco;model=gpt-4o;provider=openai;examples=1000;requests_per_day=100;months=6;tokens=2,000");

        Call short1 = running.interact(Incoming.submit(
                "v1|form|0|=cost;model=gpt-4o", Map.of("model", "gpt-4o", "numbers", "Examples: " + words), answer));
        assertThat(RunningDiscord.button(short1.message(), "Back to the form"))
                .isEqualTo("v1|edit|1|=cost;model=gpt-4o;examples=our secretproject for Ada…");
    }

    @Test
    void takesAFormAsItWasFilled() throws Exception {
        JsonNode sent = running.answer(Incoming.slash(
                        "ask", Map.of("message", "tco gpt-4o 1000 examples 100 requests a week 6 months")))
                .message();
        ObjectNode answer = Incoming.answer(Incoming.USER, false, sent);
        Call form = running.interact(Incoming.press(RunningDiscord.button(sent, "Change the numbers"), answer));
        Map<String, String> filled = filled(form);
        assertThat(filled.get("numbers")).contains("\nRequests per day: 14.2857");

        Call again =
                running.answer(Incoming.submit(form.message().path("custom_id").asText(), filled, answer));
        assertThat(title(again)).isEqualTo(title(sent));
    }

    @Test
    void takesNumbersInAFormAsTheyAreTypedElsewhere() throws Exception {
        JsonNode sent = sent();
        ObjectNode answer = Incoming.answer(Incoming.USER, false, sent);
        Call form = running.interact(Incoming.press(RunningDiscord.button(sent, "Change the numbers"), answer));

        Call changed = running.answer(Incoming.submit(
                form.message().path("custom_id").asText(),
                Map.of("model", "gpt-4o", "numbers", "Examples: 2,000\nTokens per example = 1k\n1 epochs"),
                answer));
        assertThat(changed.body().path("type").asInt()).isEqualTo(7);
        assertThat(title(changed)).contains("$50.00");
    }

    @Test
    void keepsTheAnswerWhereAFormIsRefusedAndBringsTheFormBack() throws Exception {
        JsonNode sent = sent();
        ObjectNode answer = Incoming.answer(Incoming.USER, false, sent);
        Call form = running.interact(Incoming.press(RunningDiscord.button(sent, "Change the numbers"), answer));

        Call refused = running.interact(Incoming.submit(
                form.message().path("custom_id").asText(),
                Map.of("model", "gpt-4o", "numbers", "Examples: 5000000000"),
                answer));
        assertThat(refused.body().path("type").asInt())
                .as("no edit of the answer")
                .isEqualTo(4);
        assertThat(refused.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(refused.text()).contains("examples must be 1 to 1,000,000,000");

        Call again = running.interact(Incoming.press(
                RunningDiscord.button(refused.message(), "Back to the form"),
                Incoming.answer(Incoming.USER, true, refused.message())));
        assertThat(filled(again)).containsEntry("model", "gpt-4o");
        assertThat(filled(again).get("numbers")).startsWith("Examples: 5000000000\n");
    }

    private static String title(Call call) {
        return title(call.message());
    }

    private static String title(JsonNode message) {
        return LimitsCheck.of(message)
                .visible()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElseThrow();
    }
}
