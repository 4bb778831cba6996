package io.tunetally.discord.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.discord.BesideRunningDiscord;
import io.tunetally.discord.RunningDiscord;
import io.tunetally.discord.fake.Bodies;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discord.fake.LimitsCheck;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.storage.ActionKeys;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Buttons and menus. */
class ButtonHandlerTest extends BesideRunningDiscord {
    private static final String LONG = "compare gpt-4o-mini vs llama-3.3-70b vs mistral-7b 1000 examples 3 epochs"
            + " 100 requests/day 500 input tokens 200 output tokens 6 months";
    private static final int EPHEMERAL = 64;
    private static final int COMPONENTS_V2 = 1 << 15;

    private JsonNode sent(String model, boolean privately) throws Exception {
        return running.interact(Incoming.slash("cost", Map.of("model", model, "private", privately)))
                .message();
    }

    @Requirement("discord-22")
    @Test
    void replacesTheAskersAnswerAlsoTheSecondTime() throws Exception {
        JsonNode sent = sent("llama-3.1-8b", false);
        ObjectNode answer = Incoming.answer(Incoming.USER, false, sent);
        String months = RunningDiscord.button(sent, "Over 6 months");

        Call replaced = running.answer(Incoming.press(months, answer));
        assertThat(replaced.text()).contains("### Llama 3.1 8B", "over 6 months");

        Call again = running.answer(Incoming.press(months, answer));
        assertThat(withoutPlan(again)).isEqualTo(withoutPlan(replaced));

        Call guide = running.interact(Incoming.press(RunningDiscord.button(sent, "The guide's prices"), answer));
        assertThat(guide.body().path("type").asInt()).isEqualTo(7);
    }

    /** Returns the message without the line of its plan, which names the plan before it only once. */
    private static String withoutPlan(Call call) {
        return call.message().toString().replaceFirst("Scenario B[^\"]*", "");
    }

    @Requirement("discord-21")
    @Test
    void answersAnotherUserPrivatelyAndLeavesTheMessageAsItIs() throws Exception {
        JsonNode sent = sent("llama-3.1-8b", false);
        ObjectNode anothers = Incoming.answer("999", false, sent);

        Call callback = running.interact(Incoming.press(RunningDiscord.button(sent, "Over 6 months"), anothers));

        assertThat(callback.body().path("type").asInt()).isEqualTo(5);
        assertThat(callback.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(discord.take(Kind.ORIGINAL).text()).contains("over 6 months", "Share\n");
    }

    @Requirement("discord-21")
    @Test
    void replacesTheAnswerUnderTheAskersMentionAndAnswersOthersPrivately() throws Exception {
        JsonNode sent =
                running.say(Incoming.inGuild("<@100> cost llama-3.1-8b")).body();
        String months = RunningDiscord.button(sent, "Over 6 months");

        Call anothers = running.interact(Incoming.by("999", Incoming.press(months, Incoming.reply(sent))));
        assertThat(anothers.body().path("type").asInt()).isEqualTo(5);
        assertThat(discord.take(Kind.ORIGINAL).text()).contains("over 6 months", "Share\n");

        Call replaced = running.answer(Incoming.press(months, Incoming.reply(sent)));
        assertThat(replaced.message().path("flags").asInt() & EPHEMERAL).isZero();
        assertThat(replaced.text()).contains("### Llama 3.1 8B", "over 6 months");

        ObjectNode second = Incoming.reply(replaced.message());
        Call guide = running.interact(
                Incoming.press(RunningDiscord.button(replaced.message(), "The guide's prices"), second));
        assertThat(guide.body().path("type").asInt()).isEqualTo(6);
        Call edited = discord.take(Kind.ORIGINAL);
        Call form =
                running.interact(Incoming.press(RunningDiscord.button(edited.message(), "Change the numbers"), second));
        Call changed = running.answer(Incoming.submit(
                form.message().path("custom_id").asText(),
                Map.of("model", "gpt-4o", "numbers", "Examples: 2000"),
                second));
        assertThat(changed.text()).contains("### GPT-4o").doesNotContain("Share\n");
    }

    @Requirement("discord-21")
    @Test
    void knowsTheAskerAlsoUnderAnAnswerWithAPicture() throws Exception {
        JsonNode sent = running.say(Incoming.inGuild("<@100> cost llama-3.1-8b over 6 months"))
                .body();
        assertThat(sent.path("attachments")).isNotEmpty();

        Call replaced = running.interact(
                Incoming.press(RunningDiscord.button(sent, "The guide's prices"), Incoming.reply(sent)));
        assertThat(replaced.body().path("type").asInt()).isEqualTo(6);
    }

    @Requirement("discord-19")
    @Test
    void aButtonFromBeforeARestartStillWorksAlsoOneThatNeedsTheStore() throws Exception {
        JsonNode sent = running.answer(Incoming.slash("ask", Map.of("message", LONG, "private", true)))
                .message();
        String share = RunningDiscord.button(sent, "Share");
        assertThat(share).contains("|#");
        running.close();
        running = new RunningDiscord(discord, folder);

        discord.interact(Incoming.press(share, Incoming.answer(Incoming.USER, true, sent)));
        discord.take(Kind.CALLBACK);
        assertThat(discord.take(Kind.FOLLOWUP).text()).contains("GPT-4o mini", "Llama 3.3 70B");
    }

    @Requirement({"discord-18", "discord-22"})
    @Test
    void sharesOnceAndTakesTheButtonAway() throws Exception {
        JsonNode sent = sent("gpt-4o", true);
        ObjectNode own = Incoming.answer(Incoming.USER, true, sent);
        String share = RunningDiscord.button(sent, "Share");

        discord.interact(Incoming.press(share, own));
        assertThat(discord.take(Kind.CALLBACK).body().path("type").asInt()).isEqualTo(6);
        assertThat(discord.take(Kind.ORIGINAL).text()).contains("$37.50").doesNotContain("Share\n");
        Call shared = discord.take(Kind.FOLLOWUP);
        assertThat(shared.body().path("flags").asInt() & EPHEMERAL).isZero();
        assertThat(shared.text()).contains("$37.50", "-# Shared by ada");

        discord.interact(Incoming.press(share, own));
        assertThat(discord.take(Kind.CALLBACK).body().path("type").asInt()).isEqualTo(6);
        Call again = discord.take(Kind.FOLLOWUP);
        assertThat(again.body().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(again.text()).contains("has been shared");
        running.app().close(); // Running work ends first.
        assertThat(discord.waiting(Kind.FOLLOWUP)).isZero();
        assertThat(running.metrics().scrape())
                .contains("tunetally_deliveries_duplicate_total{platform=\"discord\"} 1.0");
    }

    @Test
    void switchesTheModelByAMenu() throws Exception {
        JsonNode sent = sent("gpt-4o", false);
        JsonNode menu = sent.findParents("options").getFirst();
        JsonNode other = menu.path("options").findParents("label").getLast();

        Call picked = running.interact(Incoming.pick(
                menu.path("custom_id").asText(),
                other.path("value").asText(),
                Incoming.answer(Incoming.USER, false, sent)));

        assertThat(picked.text()).contains("### " + other.path("label").asText());
    }

    /** A message of an earlier form, or from a place where the bot might not embed, cannot be given the second version unseen. */
    @Requirement("discord-22")
    @ParameterizedTest
    @ValueSource(strings = {"EMBED", "TEXT"})
    void replacesAMessageInTheFormItHas(DiscordMessage.Form form) throws Exception {
        ObjectNode answer = Incoming.answer(Incoming.USER, false, Bodies.read("{\"content\":\"an answer\"}"));
        if (form == DiscordMessage.Form.EMBED) {
            answer.withArray("embeds").addObject().put("type", "rich").put("description", "an answer");
        }

        Call replaced = running.interact(Incoming.press("v1|say|0|=cost gpt-4o", answer));
        assertThat(replaced.body().path("type").asInt()).isEqualTo(7);
        assertThat(replaced.message().path("flags").asInt() & COMPONENTS_V2).isZero();
        assertThat(replaced.message().path("embeds")).hasSize(form == DiscordMessage.Form.EMBED ? 1 : 0);
        assertThat(replaced.text()).contains("$37.50");
    }

    @Requirement("discord-8")
    @Test
    void answersAButtonInAGroupOfPeople() throws Exception {
        Call sent = running.interact(Incoming.outsideOfGuilds(Incoming.slash("cost", Map.of("model", "gpt-4o")), 2));
        ObjectNode answer = Incoming.answer(Incoming.USER, false, sent.message());
        String months = RunningDiscord.button(sent.message(), "Over 6 months");

        Call replaced = running.answer(Incoming.outsideOfGuilds(Incoming.press(months, answer), 2));
        assertThat(replaced.text()).contains("6 months · assumed: 1,000 examples");

        ObjectNode anothers = Incoming.answer("999", false, sent.message());
        Call alone = running.interact(Incoming.outsideOfGuilds(Incoming.press(months, anothers), 2));
        assertThat(alone.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
    }

    @Requirement("discord-13")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsTheAnswerWhereWhatAButtonSaysIsRefused(boolean privately) throws Exception {
        ObjectNode answer = Incoming.answer(Incoming.USER, privately, sent("gpt-4o", privately));

        Call refused = running.interact(Incoming.press("v1|say|0|=the weather", answer));
        assertThat(refused.body().path("type").asInt()).isEqualTo(4);
        assertThat(refused.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(refused.text()).contains("I found no question about fine-tuning cost in that");
    }

    @Requirement({"discord-20", "discord-21"})
    @ParameterizedTest
    @ValueSource(
            strings = {
                "v0|say|0|=help",
                "v1|nothing|0|=help",
                "v1|say|-1|=help",
                "v1|say|0|",
                "v1|say|0|#short",
                "v1|pick|0|=help",
                "v1|edit|0|=cost;admin=1",
                "v1|edit|0|=help",
                "'; DROP TABLE action_key; --",
                "\uD83D\uDE00|||",
                "x"
            })
    void isPoliteAboutIdsThatItDoesNotKnow(String customId) throws Exception {
        Call callback =
                running.interact(Incoming.press(customId, Incoming.answer(Incoming.USER, true, Bodies.read("{}"))));

        assertThat(callback.body().path("type").asInt()).isEqualTo(4);
        assertThat(callback.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(callback.text()).contains("from an older version", "/finetune help");
    }

    @Test
    void doesNotBlameAVersionForACommandThatIsNotStored() throws Exception {
        assertThat(running.interact(Incoming.press(
                                "v1|say|0|#AAAAAAAAAAAAAAAAAAAAAA",
                                Incoming.answer(Incoming.USER, true, Bodies.read("{}"))))
                        .text())
                .contains("is not known", "/finetune help")
                .doesNotContain("version");
    }

    @Requirement("discord-21")
    @Test
    void takesWhatIsInAnIdForAQuestionAndNothingElse() throws Exception {
        ObjectNode answer = Incoming.answer(Incoming.USER, true, Bodies.read("{}"));

        assertThat(running.interact(
                                Incoming.press("v1|say|0|=@everyone <@1> cost gpt-4o 99999999999999 examples", answer))
                        .text())
                .contains("examples must be 1 to 1,000,000,000");
        assertThat(running.interact(Incoming.pick("v1|pick|0|=model", "reset; help", answer))
                        .text())
                .contains("from an older version");
    }

    @Requirement("discord-19")
    @Test
    void keepsAKeyForEachCommandThatIsTooLong() throws Exception {
        JsonNode sent =
                running.answer(Incoming.slash("ask", Map.of("message", LONG))).message();

        List<String> keyed = LimitsCheck.of(sent).buttons().stream()
                .filter(id -> id.contains("|#"))
                .map(id -> id.substring(id.indexOf('#') + 1))
                .toList();
        assertThat(keyed).isNotEmpty().allSatisfy(key -> {
            String command = running.storage().actionKeys().command(key).orElseThrow();
            assertThat(ActionKeys.keyOf(command)).isEqualTo(key);
        });
    }
}
