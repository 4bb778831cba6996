package io.tunetally.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.discord.FakeDiscord.Call;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Forms behind a button of an answer. */
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
        assertThat(form.message().findParents("value").stream()
                        .map(field -> field.path("custom_id").asText() + "="
                                + field.path("value").asText()))
                .containsExactly("model=gpt-4o", "examples=2000", "epochs=2");

        Call changed = running.answer(Incoming.submit(
                form.message().path("custom_id").asText(),
                Map.of("model", "gpt-4o", "examples", "4000", "tokens", "", "epochs", "2", "requests_per_day", ""),
                answer));
        assertThat(changed.text()).contains("$100.00", "3 months");
    }

    @Test
    void namesANumberThatIsNoneAndBringsTheFormBackWithIt() throws Exception {
        JsonNode sent = sent();
        ObjectNode answer = Incoming.answer(Incoming.USER, false, sent);
        Call form = running.interact(Incoming.press(RunningDiscord.button(sent, "Change the numbers"), answer));

        Call wrong = running.interact(Incoming.submit(
                form.message().path("custom_id").asText(), Map.of("model", "gpt-4o", "examples", "many; =x"), answer));
        assertThat(wrong.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(wrong.text()).contains("`many; =x` is no number for *examples*");

        Call again = running.interact(Incoming.press(
                RunningDiscord.button(wrong.message(), "Back to the form"),
                Incoming.answer(Incoming.USER, true, wrong.message())));
        assertThat(again.message().findValuesAsText("value")).contains("gpt-4o", "many   x");

        Call right = running.interact(Incoming.submit(
                again.message().path("custom_id").asText(),
                Map.of("model", "gpt-4o", "examples", "2k"),
                Incoming.answer(Incoming.USER, true, wrong.message())));
        assertThat(right.body().path("type").asInt())
                .as("not in the notice's place")
                .isEqualTo(4);
        assertThat(right.message().path("flags").asInt()).isEqualTo(COMPONENTS_V2 | EPHEMERAL);
        assertThat(right.text()).contains("$75.00", "Share\n");
    }

    /** What is stored for a button stays for months. */
    @Test
    void storesNoWordsThatWereTypedIntoAForm() throws Exception {
        String before = "tco;model=gpt-4o;provider=openai;examples=1000;requests_per_day=100;months=6";
        ObjectNode answer = Incoming.answer(Incoming.USER, false, sent());
        String words = "our secretproject for Ada Lovelace and everybody who works with her, as she said";

        Call wrong = running.interact(Incoming.submit(
                "v1|form|0|=" + before,
                Map.of("model", words, "examples", words, "tokens", "2,000", "epochs", words),
                answer));
        String again = RunningDiscord.button(wrong.message(), "Back to the form");
        assertThat(again).contains("|#");
        assertThat(running.storage().actionKeys().command(again.substring(again.indexOf('#') + 1)))
                .contains("tco;model=gpt-4o;provider=openai;examples=1000;requests_per_day=100;months=6;tokens=2,000");

        Call short1 = running.interact(
                Incoming.submit("v1|form|0|=cost;model=gpt-4o", Map.of("model", "gpt-4o", "examples", words), answer));
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
        Map<String, String> filled = form.message().findParents("value").stream()
                .collect(Collectors.toMap(
                        field -> field.path("custom_id").asText(),
                        field -> field.path("value").asText()));
        assertThat(filled.get("requests_per_day")).startsWith("14.2857");

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
                Map.of("model", "gpt-4o", "examples", "2,000", "tokens", "1k", "epochs", "1"),
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
                Map.of("model", "gpt-4o", "examples", "5000000000"),
                answer));
        assertThat(refused.body().path("type").asInt())
                .as("no edit of the answer")
                .isEqualTo(4);
        assertThat(refused.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(refused.text()).contains("examples must be 1 to 1,000,000,000");

        Call again = running.interact(Incoming.press(
                RunningDiscord.button(refused.message(), "Back to the form"),
                Incoming.answer(Incoming.USER, true, refused.message())));
        assertThat(again.message().findValuesAsText("value")).contains("gpt-4o", "5000000000");
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
