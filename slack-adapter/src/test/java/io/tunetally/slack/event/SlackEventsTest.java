package io.tunetally.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.tunetally.ProgramTime;
import io.tunetally.Requirement;
import io.tunetally.bot.Answer;
import io.tunetally.bot.AnsweringBot;
import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.Markup;
import io.tunetally.runtime.Platform;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackPlatform;
import io.tunetally.slack.TestStore;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.fake.LimitsCheck;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real app against the fake Slack, over both transports. */
@Execution(ExecutionMode.CONCURRENT)
public class SlackEventsTest {
    private static final Platform PLATFORM = new SlackPlatform();
    private static final Duration RELEASED_WITHIN = Duration.ofSeconds(20);

    private final TestStore store = new TestStore(Clock.systemUTC());
    private final Bot bot = store.bot();

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersTheCommandInItsAcknowledgement(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            JsonObject answer = running.command("cost gpt-4o 1k examples");

            assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(LimitsCheck.of(answer).visible()).contains("$37.50");
            assertThat(answer.get("blocks").toString())
                    .contains("\"Compare all models\"", "\"Share to channel\"")
                    .doesNotContain("\"table\"");
        }
    }

    @Requirement("slack-9")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void helpsWithCopyableExamplesWhereTheCommandIsBare(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            assertThat(running.command("  ")).isEqualTo(running.command("help"));
            JsonObject help = running.command("help");
            assertThat(LimitsCheck.of(help).visible())
                    .contains("`/finetune cost 1k examples 3 epochs llama 8b lora`", "`/finetune models`")
                    .doesNotContain("`cost", "`models");
            assertThat(help.get("blocks").toString()).contains("\"value\":\"cost 1k examples 3 epochs llama 8b lora\"");
        }
    }

    @Requirement("slack-14a")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersAMentionInItsThreadWithThePayloadThatAskPrints(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.event(Incoming.mention("Ev1", "compare all 1000 examples 3 epochs", "1700000000.000001"));

            FakeSlack.Call post = running.slack().post();
            JsonObject printed = JsonParser.parseString(
                            PLATFORM.payload(answer("compare all 1000 examples 3 epochs"), Map.of()))
                    .getAsJsonObject();
            assertThat(post.get("channel")).isEqualTo("C1");
            assertThat(post.get("thread_ts")).isEqualTo("1700000000.000001");
            assertThat(withoutWhoAsked(post.message().get("blocks"))).isEqualTo(printed.get("blocks"));
            assertThat(post.get("text")).isEqualTo(printed.get("text").getAsString());
            assertThat(post.get("unfurl_links") + post.get("unfurl_media")).isEqualTo("00");
        }
    }

    /** A printed answer has no asker. */
    private static JsonElement withoutWhoAsked(JsonElement blocks) {
        blocks.getAsJsonArray().forEach(block -> block.getAsJsonObject().remove("block_id"));
        return blocks;
    }

    @Requirement("slack-14a")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void remembersTheThreadForAllWhoWriteInIt(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.event(Incoming.mention("Ev1", "cost gpt-4o 1k examples", "1700000000.000001"));
            running.slack().post();
            running.event(
                    Incoming.mentionInThread("Ev2", "what about 5 epochs", "1700000000.000002", "1700000000.000001"));

            FakeSlack.Call followUp = running.slack().post();
            assertThat(followUp.get("thread_ts")).isEqualTo("1700000000.000001");
            assertThat(followUp.get("text")).contains("$62.50");
        }
    }

    @Requirement("slack-47")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysThatAFileBesideAMentionIsNotRead(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            JsonObject mention = Incoming.mention("Ev1", "cost this on gpt-4o", "1700000000.000001");
            mention.getAsJsonObject("event")
                    .add("files", JsonParser.parseString("[{\"id\":\"F1\",\"name\":\"train.jsonl\",\"size\":1024}]"));
            running.event(mention);

            FakeSlack.Call post = running.slack().post();
            assertThat(post.get("text")).contains("$37.50", "I read only the text beside the file");
            assertThat(post.get("blocks")).contains("I read only the text beside the file");
        }
    }

    @Requirement("slack-14b")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void remembersOutsideOfThreadsForEachPersonInAChannel(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.event(Incoming.mention("Ev1", "cost gpt-4o 1k examples", "1700000000.000001"));
            running.slack().post();
            running.event(Incoming.mention("Ev2", "what about 5 epochs", "1700000000.000002"));
            FakeSlack.Call own = running.slack().post();
            running.event(Incoming.ofUser("U2", Incoming.mention("Ev3", "what about 5 epochs", "1700000000.000003")));
            FakeSlack.Call another = running.slack().post();
            running.event(Incoming.ofUser(
                    "U2", Incoming.mentionInThread("Ev4", "and 6 epochs", "1700000000.000004", "1700000000.000002")));

            assertThat(own.get("thread_ts")).isEqualTo("1700000000.000002");
            assertThat(own.get("text")).startsWith("GPT-4o").contains("$62.50");
            assertThat(another.get("text")).startsWith("Start with ");
            assertThat(running.slack().post().get("text")).startsWith("GPT-4o").contains("$75");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersADirectMessageWithoutAMention(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.event(Incoming.directMessage("Ev1", "cost gpt-4o 1k examples"));

            FakeSlack.Call post = running.slack().post();
            assertThat(post.get("channel")).isEqualTo("D1");
            assertThat(post.get("thread_ts")).isEmpty();
            assertThat(post.get("text")).contains("$37.50");
        }
    }

    @Requirement("slack-23a")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void replacesTheMessageWhoseButtonIsPressed(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.interaction(Incoming.pressOnOwn(
                    "command:0",
                    "cost gpt-4o 1000 examples 5 epochs",
                    running.slack().responseUrl()));

            JsonObject replaced = running.slack().response();
            assertThat(replaced.get("replace_original").getAsBoolean()).isTrue();
            assertThat(replaced.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(replaced.get("text").getAsString()).contains("$62.50");

            running.interaction(Incoming.pressInThread(
                    "command:3", "compare all", running.slack().responseUrl(), "1700000000.000001"));
            JsonObject inThread = running.slack().response();
            assertThat(inThread.get("replace_original").getAsBoolean()).isTrue();
            assertThat(inThread.get("blocks").toString()).contains("\"table\"");
        }
    }

    @Requirement("slack-11")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void sharesOnceAndNamesTheAskerWithoutAPing(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            String address = running.slack().responseUrl();
            running.interaction(Incoming.pressOnOwn("share", "cost gpt-4o 1000 examples", address));
            FakeSlack.Call shared = running.slack().post();
            JsonObject own = running.slack().response();
            running.interaction(Incoming.pressOnOwn("share", "cost gpt-4o 1000 examples", address));
            JsonObject again = running.slack().response();

            assertThat(again.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(again.get("replace_original").getAsBoolean()).isTrue();
            assertThat(again.toString()).contains("shared already").doesNotContain("Share to channel");
            assertThat(shared.method() + " " + shared.get("channel") + shared.get("thread_ts"))
                    .isEqualTo("chat.postMessage C1");
            assertThat(shared.message().toString()).contains("Asked by ada &lt;!here&gt;");
            assertThat(own.get("replace_original").getAsBoolean()).isTrue();
            assertThat(own.toString()).doesNotContain("Share to channel");
            assertThat(running.slack().responsesWaiting() + running.slack().postsWaiting())
                    .isZero();
        }
    }

    @Requirement("slack-4")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersTheSameEventOnceAlsoAfterARestart(Mode mode) throws Exception {
        JsonObject event = Incoming.directMessage("Ev1", "cost gpt-4o 1k examples");
        try (RunningSlack running = start(mode)) {
            running.event(event);
            running.event(event);
            running.slack().post();
            running.event(Incoming.directMessage("Ev2", "help"));

            assertThat(running.slack().post().get("text")).contains("What fine-tuning a model will cost");
            assertThat(running.slack().postsWaiting()).isZero();
        }
        try (RunningSlack again = start(mode)) {
            again.event(event);
            again.event(Incoming.directMessage("Ev3", "help"));

            assertThat(again.slack().post().get("text")).contains("What fine-tuning a model will cost");
        }
    }

    @Requirement("slack-6")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void ignoresBotsEditsAndMessagesInChannels(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            JsonObject bot = Incoming.directMessage("Ev1", "cost gpt-4o 1k examples");
            bot.getAsJsonObject("event").addProperty("bot_id", "B1");
            JsonObject own = Incoming.directMessage("Ev2", "cost gpt-4o 1k examples");
            own.getAsJsonObject("event").addProperty("user", FakeSlack.BOT_USER);
            JsonObject changed = Incoming.directMessage("Ev3", "cost gpt-4o 1k examples");
            changed.getAsJsonObject("event").addProperty("subtype", "message_changed");
            JsonObject inChannel = Incoming.directMessage("Ev4", "cost gpt-4o 1k examples");
            inChannel.getAsJsonObject("event").addProperty("channel_type", "channel");
            for (JsonObject each : List.of(bot, own, changed, inChannel)) {
                running.event(each);
            }
            running.event(Incoming.directMessage("Ev5", "help"));

            assertThat(running.slack().post().get("text")).contains("What fine-tuning a model will cost");
            assertThat(running.slack().postsWaiting()).isZero();
            running.slack().provoked("not subscribed to message.channel");
        }
    }

    @Requirement({"slack-3", "slack-9"})
    @ParameterizedTest
    @EnumSource(Mode.class)
    void isPoliteAboutWhatItDoesNotKnow(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            assertThat(running.command("/other", "x").get("text").getAsString()).contains("/other", "/finetune help");

            running.interaction(Incoming.pressOnOwn("old", "x", running.slack().responseUrl()));
            assertThat(running.slack().response().get("text").getAsString()).contains("older version");
        }
    }

    @Requirement("slack-13")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysInADirectMessageHowToInviteItWhereItIsMentionedAndNotThere(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.slack().next("chat.postMessage", 200, Map.of(), "{\"ok\":false,\"error\":\"not_in_channel\"}");
            running.event(Incoming.mention("Ev1", "cost gpt-4o 1k examples", "1700000000.000001"));

            FakeSlack.Call direct = running.slack().post();
            assertThat(direct.get("channel")).isEqualTo("U1");
            assertThat(direct.get("text") + direct.get("blocks")).contains("$37.50", "/invite");
        }
    }

    @Requirement({"slack-3", "slack-35a"})
    @ParameterizedTest
    @EnumSource(Mode.class)
    void acknowledgesAFailureWithAnIncident(Mode mode) throws Exception {
        Bot broken = new AnsweringBot(event -> {
            throw new IllegalStateException("broken for a test");
        });
        try (RunningSlack running = new RunningSlack(mode, broken, store)) {
            assertThat(running.answer("cost gpt-4o")).containsPattern("incident [0-9a-f]{8}");

            running.interaction(Incoming.pressOnOwn(
                    "command:0", "compare all", running.slack().responseUrl()));
            assertThat(running.slack().response().get("text").getAsString()).containsPattern("incident [0-9a-f]{8}");
            assertThat(store.metrics().scrape())
                    .contains(
                            "tunetally_incidents_total{platform=\"slack\",type=\"command\"} 1.0",
                            "tunetally_incidents_total{platform=\"slack\",type=\"background\"} 1.0",
                            "tunetally_incidents_total{platform=\"slack\",type=\"event\"} 0.0",
                            "tunetally_acknowledgement_seconds_count{platform=\"slack\",type=\"button\"} 1");
        }
    }

    @Requirement("slack-2")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void postsToTheAskerWhereTheResponseAddressIsUsedUp(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.slack().next("response_url", 404, Map.of(), "{\"ok\":false,\"error\":\"expired_url\"}");
            running.interaction(Incoming.pressOnOwn(
                    "command:0", "compare all", running.slack().responseUrl()));

            FakeSlack.Call post = running.slack().post();
            assertThat(post.method()).isEqualTo("chat.postEphemeral");
            assertThat(post.get("user")).isEqualTo("U1");
            assertThat(post.get("channel")).isEqualTo("C1");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void answersABurstOnceEachWithoutLosingOne(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            Map<String, String> channels = new HashMap<>();
            List<CompletableFuture<JsonObject>> acknowledged = new ArrayList<>();
            for (int n = 1; n <= 200; n++) {
                JsonObject event =
                        Incoming.ofUser("U" + n, Incoming.directMessage("Ev" + n, "cost gpt-4o " + n + "k examples"));
                String channel = "D" + (n <= 4 ? 0 : n);
                event.getAsJsonObject("event").addProperty("channel", channel);
                channels.merge(channel, "x", String::concat);
                acknowledged.add(running.eventAtOnce(event));
            }
            CompletableFuture.allOf(acknowledged.toArray(CompletableFuture<?>[]::new))
                    .get(2, TimeUnit.MINUTES);

            Map<String, String> answered = new HashMap<>();
            for (int n = 0; n < 200; n++) {
                answered.merge(running.slack().post().get("channel"), "x", String::concat);
            }
            assertThat(answered).isEqualTo(channels).containsEntry("D0", "xxxx");
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    private RunningSlack start(Mode mode) throws Exception {
        return new RunningSlack(mode, bot, store);
    }

    private Answer answer(String text) {
        io.tunetally.chat.Envelope envelope = new io.tunetally.chat.Envelope(
                "x", SlackConversations.direct("T9", "D9"), new io.tunetally.chat.UserId("U9"), true);
        return bot.answer(new ChatEvent.Said(envelope, Markup.MRKDWN, text, List.of()));
    }

    public static void await(CountDownLatch latch) {
        try {
            if (!ProgramTime.await(latch, RELEASED_WITHIN)) {
                throw new IllegalStateException("the handlers were not released");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
