package io.tunetally.discord.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tunetally.Requirement;
import io.tunetally.bot.CommandSpec;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.UserId;
import io.tunetally.discord.BesideRunningDiscord;
import io.tunetally.discord.DiscordGoldenTest;
import io.tunetally.discord.DiscordPlatform;
import io.tunetally.discord.RunningDiscord;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.discord.fake.Bodies;
import io.tunetally.discord.fake.FakeDiscord.Call;
import io.tunetally.discord.fake.FakeDiscord.Kind;
import io.tunetally.discord.fake.Incoming;
import io.tunetally.discord.install.Invitation;
import io.tunetally.runtime.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real JDA against the fake Discord: messages and commands. */
@Execution(ExecutionMode.CONCURRENT)
class DiscordEventsTest extends BesideRunningDiscord {
    private static final Platform PLATFORM = new DiscordPlatform();
    private static final ConversationId CHANNEL =
            new ConversationId(DiscordConversations.DISCORD, Incoming.GUILD, Incoming.CHANNEL, "");
    private static final int EPHEMERAL = 64;
    private static final String ADA = "b4"; // 400 to the base of 36

    @Requirement("discord-7")
    @ParameterizedTest
    @ValueSource(strings = {"<@100> compare all 1000 examples 3 epochs", "<@!100> compare all 1000 examples 3 epochs"})
    void answersAMentionAsAReplyWithTheBodyThatAskPrints(String text) throws Exception {
        ObjectNode message = Incoming.inGuild(text);
        Call post = running.say(message);

        Envelope envelope = new Envelope("", CHANNEL, new UserId("1"), true);
        JsonNode printed = Bodies.read(PLATFORM.payload(
                DiscordGoldenTest.bot()
                        .answer(new ChatEvent.Said(
                                envelope, Markup.MARKDOWN, "compare all 1000 examples 3 epochs", List.of())),
                Map.of()));
        assertThat(post.id()).isEqualTo(Incoming.CHANNEL);
        assertThat(post.body().at("/message_reference/message_id")).isEqualTo(message.path("id"));
        // Discord takes it once, however often it is sent.
        assertThat(post.body().path("nonce")).isEqualTo(message.path("id"));
        JsonNode posted = Bodies.read(post.body().toString().replace("\"v2|" + ADA + "|", "\"v1|"));
        assertThat(posted).as("it says who asked").isNotEqualTo(post.body());
        printed.properties()
                .forEach(field -> assertThat(posted.path(field.getKey()))
                        .as(field.getKey())
                        .isEqualTo(field.getValue()));
    }

    @Requirement("discord-6")
    @Test
    void givesTheSameNumbersAtAllFourEntrances() throws Exception {
        String mentioned = running.say(Incoming.inGuild("<@100> cost gpt-4o 1000 examples 3 epochs"))
                .text();
        String direct = running.say(Incoming.direct("cost gpt-4o 1000 examples 3 epochs"))
                .text();
        String typed = running.interact(
                        Incoming.slash("cost", Map.of("model", "gpt-4o", "examples", 1000, "epochs", 3)))
                .text();
        String pointedAt = running.interact(Incoming.messageCommand("gpt-4o, 1000 examples, 3 epochs please"))
                .text();
        String asked = running.interact(Incoming.slash("ask", Map.of("message", "cost gpt-4o 1000 examples 3 epochs")))
                .text();

        assertThat(withoutQuote(mentioned))
                .contains("GPT-4o on OpenAI: $37.50", "1,500,000 tokens × $25.00 / 1M tokens = $37.50")
                .isEqualTo(withoutQuote(direct))
                .isEqualTo(withoutQuote(typed))
                .isEqualTo(withoutQuote(asked));
        assertThat(pointedAt).contains("GPT-4o on OpenAI: $37.50", "1,500,000 tokens × $25.00 / 1M tokens = $37.50");
    }

    /** Only what all of a channel can read has a quote of the server. */
    private static String withoutQuote(String answer) {
        return answer.replaceAll("-# Scenario .*\n", "");
    }

    @Requirement("discord-9")
    @Test
    void remembersAThreadForAllWhoWriteInItAndAnswersThere() throws Exception {
        running.say(Incoming.inGuild(Incoming.THREAD, "<@100> cost gpt-4o 1k examples"));
        Call followUp = running.say(Incoming.inGuild(Incoming.THREAD, "<@100> what about 5 epochs"));
        Call elsewhere = running.say(Incoming.inGuild("<@100> what about 5 epochs"));

        assertThat(followUp.id()).isEqualTo(Incoming.THREAD);
        assertThat(followUp.text()).contains("GPT-4o on OpenAI: $62.50");
        assertThat(elsewhere.text()).doesNotContain("GPT-4o on OpenAI");
    }

    /** A thread's memory is for mentions there; a command is its asker's own, in the thread as elsewhere. */
    @Requirement("discord-9")
    @Test
    void leansInAThreadWithACommandOnNoEarlierRequest() throws Exception {
        running.say(Incoming.inGuild(Incoming.THREAD, "<@100> cost gpt-4o 1k examples"));
        ObjectNode another = Incoming.by("401", asking("what about 5 epochs"));
        assertThat(running.interact(another).text()).doesNotContain("GPT-4o on OpenAI");

        Call command = running.interact(asking("cost mistral 7b 2k examples on together"));
        running.interact(Incoming.inThread(Incoming.press(
                RunningDiscord.button(command.message(), "With 1 epoch"),
                Incoming.answer(Incoming.USER, false, command.message()))));
        assertThat(running.interact(asking("what about 5 epochs")).text())
                .as("on the asker's own command")
                .contains("Mistral 7B", "2,000 examples", "5 epochs");
        assertThat(running.say(Incoming.inGuild(Incoming.THREAD, "<@100> what about 5 epochs"))
                        .text())
                .as("the thread goes on from its mention")
                .contains("GPT-4o on OpenAI: $62.50");
    }

    private static ObjectNode asking(String question) {
        return Incoming.inThread(Incoming.slash("ask", Map.of("message", question)));
    }

    @Requirement("discord-9")
    @ParameterizedTest
    @ValueSource(strings = {Incoming.FORUM_POST, Incoming.ANNOUNCEMENT_THREAD})
    void remembersPostsOfAForumAndThreadsOfAnnouncementsLikeAnyThread(String thread) throws Exception {
        assertThat(running.say(Incoming.inGuild(thread, "<@100> cost gpt-4o 1k examples"))
                        .id())
                .isEqualTo(thread);
        ObjectNode another = Incoming.inGuild(thread, "<@100> what about 5 epochs");
        another.set("author", Incoming.user("401", "grace"));

        Call followUp = running.say(another);
        assertThat(followUp.id()).isEqualTo(thread);
        assertThat(followUp.text()).contains("GPT-4o on OpenAI: $62.50");
    }

    @Requirement("discord-9")
    @Test
    void answersInTheChatOfAVoiceChannel() throws Exception {
        discord.gateway()
                .dispatch(
                        "GUILD_ROLE_UPDATE",
                        Incoming.everyone(Incoming.USUAL_PERMISSIONS | Permission.VOICE_CONNECT.getRawValue()));
        Call post = running.say(Incoming.inGuild(Incoming.VOICE, "<@100> cost gpt-4o 1k examples"));

        assertThat(post.id()).isEqualTo(Incoming.VOICE);
        assertThat(post.text()).contains("$37.50");
    }

    @Test
    void remembersInAChannelWhatEachPersonAsked() throws Exception {
        running.say(Incoming.inGuild("<@100> cost gpt-4o 1k examples"));
        ObjectNode another = Incoming.inGuild("<@100> what about 5 epochs");
        another.set("author", Incoming.user("401", "grace"));

        assertThat(running.say(another).text()).doesNotContain("GPT-4o on OpenAI");
        assertThat(running.say(Incoming.inGuild("<@100> what about 5 epochs")).text())
                .contains("GPT-4o on OpenAI: $62.50");
    }

    @Test
    void answersADirectMessageWithoutAMention() throws Exception {
        Call post = running.say(Incoming.direct("cost gpt-4o 1k examples"));

        assertThat(post.id()).isEqualTo(Incoming.DIRECT);
        assertThat(post.text()).contains("$37.50");
    }

    @Requirement("discord-4")
    @Test
    void leavesOneAnswerToAMentionThatTwoProcessesAreToldOf() throws Exception {
        ObjectNode asked = Incoming.inGuild("<@100> cost gpt-4o 1k examples");
        running.say(asked);
        running.close();

        running = new RunningDiscord(discord, folder);
        assertThat(running.say(asked).body().path("nonce").asText())
                .isEqualTo(asked.path("id").asText());
        running.app().close(); // Running work ends first.
        assertThat(discord.messages()).isEqualTo(1);
    }

    @Requirement("discord-7")
    @Test
    void explainsItselfToAnEmptyMention() throws Exception {
        assertThat(running.say(Incoming.inGuild(" <@100> ")).text())
                .contains("`cost 1k examples 3 epochs llama 8b lora`");
    }

    @Requirement({"discord-4", "discord-7"})
    @Test
    void ignoresBotsWebhooksItselfAndWhatIsNoMentionOfIt() throws Exception {
        ObjectNode bot = Incoming.inGuild("<@100> cost gpt-4o");
        ((ObjectNode) bot.path("author")).put("bot", true).put("id", "401");
        ObjectNode itself = Incoming.inGuild("<@100> cost gpt-4o");
        itself.set("author", Incoming.bot());
        ObjectNode webhook = Incoming.inGuild("<@100> cost gpt-4o").put("webhook_id", "402");
        ObjectNode replyPing = Incoming.inGuild("cost gpt-4o");
        replyPing.withArray("mentions").add(Incoming.bot());
        ObjectNode everyone = Incoming.inGuild("@everyone cost gpt-4o").put("mention_everyone", true);
        ObjectNode role = Incoming.inGuild("<@&100> cost gpt-4o");
        ObjectNode pinned = Incoming.direct("").put("type", 6);
        ObjectNode pollHasEnded = Incoming.direct("").put("type", 46);
        ObjectNode threadCreated = Incoming.inGuild("ask <@100>").put("type", 18);
        for (ObjectNode each :
                List.of(bot, itself, webhook, replyPing, everyone, role, pinned, pollHasEnded, threadCreated)) {
            discord.gateway().dispatch("MESSAGE_CREATE", each);
        }

        assertThat(running.say(Incoming.inGuild("<@100> help")).text()).contains("What fine-tuning a model will cost");
        assertThat(discord.waiting(Kind.POST)).isZero();
    }

    @Test
    void answersTheSameMessageOnce() throws Exception {
        ObjectNode message = Incoming.inGuild("<@100> cost gpt-4o 1k examples");
        running.say(message);
        discord.gateway().dispatch("MESSAGE_CREATE", message);

        assertThat(running.say(Incoming.inGuild("<@100> help")).text()).contains("What fine-tuning a model will cost");
        assertThat(discord.waiting(Kind.POST)).isZero();
    }

    @Requirement("discord-10")
    @Test
    void followsTheEditOfAQuestionAndNotItsDeletion() throws Exception {
        ObjectNode message = Incoming.inGuild("<@100> cost gpt-4o 1k examples 1 epoch");
        running.say(message);
        discord.gateway().dispatch("MESSAGE_UPDATE", message); // a link was unfolded
        discord.gateway()
                .dispatch(
                        "MESSAGE_UPDATE", message.deepCopy().put("content", "<@100> cost gpt-4o 2k examples 3 epochs"));

        Call edit = discord.take(Kind.EDIT);
        assertThat(edit.text()).contains("$75.00");
        Call pressed = running.interact(
                Incoming.press(RunningDiscord.button(edit.body(), "With 1 epoch"), Incoming.reply(edit.body())));
        assertThat(pressed.body().path("type").asInt())
                .as("in place, for the asker")
                .isEqualTo(7);
        discord.gateway()
                .dispatch(
                        "MESSAGE_DELETE",
                        Bodies.MAPPER
                                .createObjectNode()
                                .put("id", message.path("id").asText())
                                .put("channel_id", Incoming.CHANNEL)
                                .put("guild_id", Incoming.GUILD));
        discord.gateway()
                .dispatch(
                        "MESSAGE_UPDATE", message.deepCopy().put("content", "<@100> cost gpt-4o 3k examples 3 epochs"));
        running.say(Incoming.inGuild("<@100> help")); // It has been told of by now.
        running.app().close(); // Running work ends first.
        assertThat(discord.waiting(Kind.EDIT)).isZero();
    }

    @Requirement("discord-5")
    @Test
    void answersACommandAtOnceForEverybody() throws Exception {
        Call callback = running.interact(Incoming.slash("cost", Map.of("model", "gpt-4o", "examples", 1000)));

        assertThat(callback.body().path("type").asInt()).isEqualTo(4);
        assertThat(callback.message().path("flags").asInt() & EPHEMERAL).isZero();
        assertThat(callback.text()).contains("$37.50").doesNotContain("Share\n");
    }

    @Requirement("discord-18")
    @Test
    void answersPrivatelyWhereThatIsWishedAndOffersToShare() throws Exception {
        Call callback = running.interact(Incoming.slash("cost", Map.of("model", "gpt-4o", "private", true)));

        assertThat(callback.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(callback.text()).contains("Share\n");
    }

    @Requirement("discord-13")
    @Test
    void refusesPrivatelyInASentenceThatSaysWhatToType() throws Exception {
        Call callback = running.interact(Incoming.slash("ask", Map.of("message", "the weather")));

        assertThat(callback.message().path("flags").asInt() & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(callback.text())
                .contains("I found no question about fine-tuning cost in that", "Try `cost 1k examples")
                .doesNotContain("Exception");
    }

    @Test
    void everyCommandIsAnswered() throws Exception {
        for (CommandSpec spec : DiscordGoldenTest.bot().commands()) {
            Map<String, Object> options = spec.options().isEmpty()
                    ? Map.of()
                    : spec.verb().equals("budget") ? Map.of("usd", "50") : Map.of("model", "gpt-4o");
            assertThat(running.answer(Incoming.slash(spec.verb(), options)).text())
                    .as(spec.verb())
                    .contains("### ");
        }
    }

    @Requirement("discord-8")
    @Test
    void remembersForEachOfTwoPeopleInADirectMessageBetweenThem() throws Exception {
        running.interact(Incoming.betweenPeople(Incoming.slash("cost", Map.of("model", "gpt-4o", "private", true))));

        ObjectNode friends = Incoming.betweenPeople(Incoming.slash("ask", Map.of("message", "what about 5 epochs")));
        friends.set("user", Incoming.user("999", "bob"));
        assertThat(running.interact(friends).text()).doesNotContain("### GPT-4o");
        assertThat(running.interact(
                                Incoming.betweenPeople(Incoming.slash("ask", Map.of("message", "what about 5 epochs"))))
                        .text())
                .contains("### GPT-4o");
    }

    @Test
    void remembersCommandsAndMessagesTogetherInTheBotsDirectMessages() throws Exception {
        running.interact(Incoming.outsideOfGuilds(Incoming.slash("cost", Map.of("model", "gpt-4o")), 1));

        assertThat(running.say(Incoming.direct("what about 5 epochs")).text()).contains("### GPT-4o");
    }

    @Requirement("discord-8")
    @Test
    void worksInPlacesWhereItIsNoMember() throws Exception {
        ObjectNode elsewhere = Incoming.inGuild(Incoming.slash("cost", Map.of("model", "gpt-4o")), "201", "2011", "1");
        ObjectNode group = Incoming.outsideOfGuilds(Incoming.slash("cost", Map.of("model", "gpt-4o")), 2);
        ObjectNode direct = Incoming.outsideOfGuilds(Incoming.slash("cost", Map.of("model", "gpt-4o")), 1);
        for (ObjectNode each : List.of(elsewhere, group, direct)) {
            assertThat(running.interact(each).text()).contains("$37.50");
        }
        assertThat(discord.waiting(Kind.FOLLOWUP)).isZero();

        running.memory().settle(Duration.ofSeconds(5));
        assertThat(running.storage().deletion().spaces(DiscordConversations.DISCORD))
                .as("servers that have not installed the app own nothing")
                .isEmpty();
    }

    @Requirement({"discord-2", "discord-33"})
    @Test
    void saysItsVersionAndTheAgeOfItsPrices() throws Exception {
        assertThat(running.interact(Incoming.slash("about", Map.of())).text())
                .contains("Published prices", "last seen 20")
                .contains(Invitation.toServer(Incoming.APP), Invitation.toAccount(Incoming.APP));
    }
}
