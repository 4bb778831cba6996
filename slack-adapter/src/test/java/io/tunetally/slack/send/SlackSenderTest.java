package io.tunetally.slack.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.model.view.View;
import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.ChartSpec;
import io.tunetally.reply.Reply;
import io.tunetally.slack.api.ChannelPace;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.RecordedPause;
import io.tunetally.slack.message.BlockBudget;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.SlackFormatter;
import io.tunetally.slack.message.SlackPost;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSenderTest {
    private static final SlackSender.Place CHANNEL =
            new SlackSender.Place(FakeSlack.BOT_TOKEN, "C1", "1700000000.000001", "U1");

    private static final ChartSpec CHART = new ChartSpec.Bars("Training", "", List.of());

    private final FakeSlack fake = new FakeSlack();
    private final Slack slack = NoReplayClient.client(config());
    private final MovableClock clock = new MovableClock();
    private final RecordedPause pause = new RecordedPause(clock);
    private final Metrics metrics = new Metrics("slack", new Health());
    private final RefusedTokens refused = new RefusedTokens(metrics);
    private final SlackSender sender = new SlackSender(slack, new ChannelPace(clock, pause), pause, metrics, refused);

    SlackSenderTest() throws IOException {}

    private SlackConfig config() {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(fake.apiUrl());
        return config;
    }

    @AfterEach
    void close() throws Exception {
        slack.close();
        fake.close();
        assertThat(fake.faults()).isEmpty();
    }

    @Requirement("slack-7a")
    @Test
    void waitsAsLongAsSlackSaysAndThenSends() throws Exception {
        fake.next("chat.postMessage", 429, Map.of("Retry-After", "7"), "{\"ok\":false,\"error\":\"ratelimited\"}");

        sender.post(CHANNEL, post());

        assertThat(fake.post().get("channel")).isEqualTo("C1");
        assertThat(pause.waits()).containsExactly(Duration.ofSeconds(7));
    }

    @Requirement("slack-7a")
    @Test
    void waitsTwiceAndForLongerThanAMinuteWhereSlackSaysSo() throws Exception {
        limit("chat.postMessage", "90");
        limit("chat.postMessage", "30");

        sender.post(CHANNEL, post());

        assertThat(fake.post().get("channel")).isEqualTo("C1");
        assertThat(pause.waits()).containsExactly(Duration.ofSeconds(90), Duration.ofSeconds(30));
    }

    @Test
    void waitsNoLongerThanAnAnswerIsWorthAndCountsItAsLost() throws Exception {
        limit("chat.postMessage", "90000");

        sender.post(CHANNEL, post());

        assertThat(pause.waits()).isEmpty();
        assertThat(undelivered()).isEqualTo(1);
    }

    @Requirement("slack-7a")
    @Test
    void waitsAlsoForAppHomePicturesAndResponseAddresses() throws Exception {
        limit("views.publish", "20");
        sender.publish(
                FakeSlack.BOT_TOKEN,
                "U1",
                View.builder()
                        .type("home")
                        .blocks(List.of(BlockBudget.section("home")))
                        .build());
        limit("files.getUploadURLExternal", "21");
        sender.upload(FakeSlack.BOT_TOKEN, SlackFile.picture(new byte[] {1}, CHART));
        limit("response_url", "22");
        boolean taken = sender.respond(fake.responseUrl(), Notices.busy());

        assertThat(fake.home().get("type").getAsString()).isEqualTo("home");
        assertThat(fake.files().next().call().get("channel_id")).isEmpty();
        assertThat(taken).isTrue();
        assertThat(pause.waits()).extracting(Duration::toSeconds).containsExactly(20L, 21L, 22L);
    }

    @Requirement("slack-37")
    @Test
    void sendsAgainWhatHasNotLeftWhereTheNetworkFailsForAMoment() throws Exception {
        try (FakeSlack later = new FakeSlack()) {
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            SlackConfig nowhere = new SlackConfig();
            nowhere.setMethodsEndpointUrlPrefix("http://127.0.0.1:" + port + "/api/");
            ChannelPace.Pause mended = _ -> nowhere.setMethodsEndpointUrlPrefix(later.apiUrl());
            Slack client = NoReplayClient.client(nowhere);

            new SlackSender(client, new ChannelPace(clock, pause), mended, metrics, refused).post(CHANNEL, post());

            assertThat(later.post().get("text")).contains("$37.50");
            assertThat(undelivered()).isZero();
            client.close();
        }
    }

    /** The fake has posted it when the connection ends, as Slack may have: everybody sees it once, the asker again. */
    @Requirement("slack-23b")
    @Test
    void showsEverybodyNothingTwiceThatMayHaveArrived() throws Exception {
        fake.next("chat.postMessage", 0, Map.of(), "");
        fake.next("files.completeUploadExternal", 0, Map.of(), "");

        SlackSender.Arrival arrival = sender.post(CHANNEL, post());
        assertThatThrownBy(() -> sender.upload(CHANNEL, SlackFile.picture(new byte[] {1}, CHART)))
                .isInstanceOf(IOException.class);

        assertThat(arrival).isEqualTo(SlackSender.Arrival.UNCERTAIN);
        assertThat(fake.post().method()).isEqualTo("chat.postMessage");
        assertThat(fake.post().method()).isEqualTo("chat.postEphemeral");
        assertThat(fake.postsWaiting()).isZero();
        assertThat(fake.files().next().call().get("thread_ts")).isEqualTo(CHANNEL.threadTs());
        assertThat(fake.files().waiting()).isZero();
        assertThat(metrics.scrape()).contains("tunetally_undelivered_total{platform=\"slack\"} 0.0");
    }

    /** A lost answer is worse than one that its asker saw twice. */
    @Requirement("slack-38")
    @Test
    void showsOnePersonAgainWhatMayHaveArrived() throws Exception {
        fake.next("chat.postEphemeral", 0, Map.of(), "");
        fake.next("response_url", 0, Map.of(), "");

        sender.showOwn(CHANNEL, fake.responseUrl(), post().plain());
        boolean responded = sender.respond(fake.responseUrl(), Notices.busy());

        assertThat(fake.postsWaiting()).isEqualTo(2);
        assertThat(responded).isTrue();
        assertThat(fake.responsesWaiting()).isEqualTo(2);
    }

    /** A call that only sets a value is idempotent. */
    @Test
    void setsAgainWhatMayHaveArrived() throws Exception {
        fake.next("views.publish", 0, Map.of(), "");
        fake.next("response_url", 0, Map.of(), "");
        View home = View.builder()
                .type("home")
                .blocks(List.of(BlockBudget.section("home")))
                .build();

        sender.publish(FakeSlack.BOT_TOKEN, "U1", home);
        boolean taken = sender.respond(fake.responseUrl(), post().plain().response("ephemeral", true));

        assertThat(fake.homesWaiting()).isEqualTo(2);
        assertThat(fake.responsesWaiting()).isEqualTo(2);
        assertThat(taken).isTrue();
        assertThat(undelivered()).isZero();
    }

    private void limit(String method, String seconds) {
        fake.next(method, 429, Map.of("Retry-After", seconds), "{\"ok\":false,\"error\":\"ratelimited\"}");
    }

    private long undelivered() {
        return metrics.scrape()
                .lines()
                .filter(line -> line.equals("tunetally_undelivered_total{platform=\"slack\"} 1.0"))
                .count();
    }

    @Requirement("slack-7a")
    @Test
    void sendsOneMessageASecondToEachChannel() throws Exception {
        sender.post(CHANNEL, post());
        sender.post(CHANNEL, post());
        sender.post(new SlackSender.Place(FakeSlack.BOT_TOKEN, "C2", null, "U1"), post());

        assertThat(pause.waits()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void sendsTextWhereSlackRefusesTheTable() throws Exception {
        for (String error : List.of("invalid_blocks", "msg_blocks_too_long")) {
            fake.next("chat.postMessage", 200, Map.of(), "{\"ok\":false,\"error\":\"" + error + "\"}");

            sender.post(CHANNEL, post());

            assertThat(fake.post().get("blocks")).contains("```").doesNotContain("\"table\"");
        }
    }

    @Test
    void sendsTextWhereTheTableBreaksSlack() throws Exception {
        fake.next("chat.postMessage", 500, Map.of(), "");

        sender.post(CHANNEL, post());

        assertThat(fake.post().get("blocks")).doesNotContain("\"table\"");
    }

    @Requirement("slack-13")
    @ParameterizedTest
    @CsvSource({
        "not_in_channel, /invite",
        "channel_not_found, /invite",
        "is_archived, archived",
        "restricted_action, settings of this workspace",
        "restricted_action_read_only_channel, settings of this workspace",
        "restricted_action_thread_locked, settings of this workspace",
        "user_not_in_channel, you are not a member",
        "cannot_reply_to_message, cannot_reply_to_message"
    })
    void saysToTheAskerWhyItDoesNotAnswerThere(String error, String reason) throws Exception {
        String refusal = "{\"ok\":false,\"error\":\"" + error + "\"}";
        fake.next("chat.postMessage", 200, Map.of(), refusal);
        fake.next("chat.postEphemeral", 200, Map.of(), refusal);

        sender.post(CHANNEL, post());
        sender.postToPerson(CHANNEL, post().plain());

        for (FakeSlack.Call direct : List.of(fake.post(), fake.post())) {
            assertThat(direct.method()).isEqualTo("chat.postMessage");
            assertThat(direct.get("channel")).isEqualTo("U1");
            assertThat(direct.get("thread_ts")).isEmpty();
            assertThat(direct.get("blocks")).contains("$37.50", "#C1", reason);
            assertThat(direct.get("blocks").contains("/invite")).isEqualTo(reason.equals("/invite"));
        }
    }

    @Requirement("slack-37")
    @Test
    void sendsAgainWhereSlackIsBrokenForAMoment() throws Exception {
        for (String method : List.of("chat.postMessage", "chat.postEphemeral", "views.publish", "response_url")) {
            fake.next(method, 503, Map.of(), "");
        }
        SlackPost plain = new SlackPost(post().plain(), post().plain());
        View home = View.builder()
                .type("home")
                .blocks(List.of(BlockBudget.section("home")))
                .build();

        sender.post(CHANNEL, plain);
        sender.postToPerson(new SlackSender.Place(FakeSlack.BOT_TOKEN, "C2", null, "U1"), post().plain());
        sender.publish(FakeSlack.BOT_TOKEN, "U1", home);
        boolean taken = sender.respond(fake.responseUrl(), Notices.busy());

        assertThat(fake.post().method()).isEqualTo("chat.postMessage");
        assertThat(fake.post().method()).isEqualTo("chat.postEphemeral");
        assertThat(fake.homesWaiting()).isEqualTo(1);
        assertThat(taken).isTrue();
        assertThat(pause.waits()).hasSize(4).containsOnly(Duration.ofSeconds(1));
    }

    /** With a status of 200, and no word of the message or its place. */
    @Requirement("slack-37")
    @ParameterizedTest
    @ValueSource(strings = {"service_unavailable", "ratelimited", "request_timeout"})
    void sendsAgainWhatSlackSaysItDidNotDo(String error) throws Exception {
        fake.next("chat.postMessage", 200, Map.of(), "{\"ok\":false,\"error\":\"" + error + "\"}");

        sender.post(CHANNEL, post());

        FakeSlack.Call there = fake.post();
        assertThat(there.get("channel")).isEqualTo("C1");
        assertThat(there.get("blocks")).doesNotContain("could not answer");
        assertThat(pause.waits()).containsExactly(Duration.ofSeconds(1));
    }

    @Requirement("slack-37")
    @ParameterizedTest
    @ValueSource(strings = {"internal_error", "fatal_error"})
    void blamesNoPlaceWhereSlackItselfBreaks(String error) throws Exception {
        String broken = "{\"ok\":false,\"error\":\"" + error + "\"}";
        fake.next("chat.postMessage", 200, Map.of(), broken);
        fake.next("chat.postMessage", 200, Map.of(), broken);
        for (int attempt = 0; attempt < 4; attempt++) {
            fake.next("chat.postEphemeral", 200, Map.of(), broken);
        }

        SlackSender.Arrival arrival = sender.post(CHANNEL, post());

        assertThat(arrival).isEqualTo(SlackSender.Arrival.UNCERTAIN);
        assertThat(fake.postsWaiting()).isZero();
        assertThat(undelivered()).isEqualTo(1);
    }

    @Test
    void namesNoPlaceInDirectMessages() throws Exception {
        fake.next("chat.postMessage", 200, Map.of(), "{\"ok\":false,\"error\":\"channel_not_found\"}");

        sender.post(new SlackSender.Place(FakeSlack.BOT_TOKEN, "D1", null, "U1"), post());

        FakeSlack.Call direct = fake.post();
        assertThat(direct.get("channel")).isEqualTo("U1");
        assertThat(direct.get("text") + direct.get("blocks")).contains("$37.50").doesNotContain("could not answer");
    }

    @Requirement("slack-37")
    @Test
    void countsAnAnswerThatABrokenSlackNeverTook() throws Exception {
        for (int failure = 0; failure < 20; failure++) {
            fake.next("chat.postEphemeral", 503, Map.of(), "");
        }

        sender.postToPerson(CHANNEL, post().plain());

        assertThat(pause.waits()).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L);
        assertThat(undelivered()).isEqualTo(1);
    }

    @Requirement("slack-13")
    @Test
    void sendsTheTextAloneWhereSlackTakesNoBlocks() throws Exception {
        String refusal = "{\"ok\":false,\"error\":\"invalid_blocks\"}";
        fake.next("chat.postEphemeral", 200, Map.of(), refusal);
        fake.next("chat.postMessage", 200, Map.of(), refusal);
        fake.next("chat.postMessage", 200, Map.of(), refusal);

        sender.postToPerson(CHANNEL, post().plain());
        sender.post(CHANNEL, post());

        for (FakeSlack.Call text : List.of(fake.post(), fake.post())) {
            assertThat(text.get("channel")).isEqualTo("C1");
            assertThat(text.get("text")).contains("$37.50");
            assertThat(text.parameters()).doesNotContainKey("blocks");
        }
    }

    /** The person's own messages are the last place there is. */
    @Test
    void countsAnAnswerThatThePersonCannotBeSent() throws Exception {
        fake.next("chat.postMessage", 200, Map.of(), "{\"ok\":false,\"error\":\"user_disabled\"}");

        sender.post(new SlackSender.Place(FakeSlack.BOT_TOKEN, "U1", null, "U1"), post());

        assertThat(fake.postsWaiting()).isZero();
        assertThat(undelivered()).isEqualTo(1);
    }

    @Test
    void showsAPersonInAChannelAnAnswerThatOthersDoNotSee() throws Exception {
        sender.postToPerson(CHANNEL, post().plain());

        FakeSlack.Call shown = fake.post();
        assertThat(shown.method()).isEqualTo("chat.postEphemeral");
        assertThat(shown.get("channel") + " " + shown.get("user")).isEqualTo("C1 U1");
        assertThat(shown.get("thread_ts")).isEqualTo("1700000000.000001");
    }

    private static SlackPost post() {
        Block.Table table = new Block.Table(
                List.of(Block.Column.text("GPU"), Block.Column.number("$")), List.of(List.of("H100", "2.50")));
        Reply reply = new Reply("GPT-4o: $37.50", List.of(table), Audience.EVERYONE);
        return new SlackPost(
                new SlackFormatter(SlackFormatter.Tables.NATIVE).format(reply),
                new SlackFormatter(SlackFormatter.Tables.TEXT).format(reply));
    }
}
