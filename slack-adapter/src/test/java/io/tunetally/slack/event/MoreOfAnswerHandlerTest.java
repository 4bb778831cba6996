package io.tunetally.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.WrittenLog;
import io.tunetally.reply.Block;
import io.tunetally.reply.PlainText;
import io.tunetally.reply.Reply;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.fake.FakeFiles;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.fake.LimitsCheck;
import io.tunetally.slack.message.SlackFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Requirement("slack-20b")
class MoreOfAnswerHandlerTest {
    private static final String LONG = "compare all 1000 examples show the arithmetic";
    /** The number of messages it takes, at least two. */
    private static final int PIECES = pieces();

    private static final String NO_MEMBER = "{\"ok\":false,\"error\":\"not_in_channel\"}";
    private static final String EXPIRED = "{\"ok\":false,\"error\":\"expired_url\"}";
    private static final String COMPARISON = "compare gpt-4.1 vs llama-3.3-70b 1000 examples guide prices";
    private static final String ANOTHER_COMPARISON = "compare gpt-4.1 vs llama-3.3-70b 2000 examples guide prices";

    @ParameterizedTest
    @EnumSource(Mode.class)
    void showsTheChartOfAnOwnMessageToItsReaderAlone(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            assertThat(running.command(COMPARISON).get("blocks").toString()).contains("\"chart\"");
            running.interaction(
                    Incoming.pressOnOwn("chart", COMPARISON, running.slack().responseUrl()));

            FakeFiles.Upload upload = running.slack().files().next();
            assertThat(ImageIO.read(upload.bytes()).getWidth()).isGreaterThan(500);
            assertThat(upload.altText()).contains("Llama 3.3 70B", "$2.25-$3.00");
            assertThat(upload.call().get("channel_id")).isEmpty();
            JsonObject shown = running.slack().response();
            assertThat(shown.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(shown.get("replace_original").getAsBoolean()).isFalse();
            assertThat(shown.get("blocks").toString()).contains("\"slack_file\":{\"id\":\"F1\"}", "$2.25-$3.00");
            assertThat(running.slack().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void uploadsTheChartOfASharedMessageIntoItsThread(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            running.event(Incoming.mention("Ev1", COMPARISON, "1700000000.000001"));
            assertThat(running.slack().post().get("blocks")).contains("\"chart\"");
            running.interaction(
                    Incoming.pressInThread("chart", COMPARISON, running.slack().responseUrl(), "1700000000.000001"));

            FakeFiles.Upload upload = running.slack().files().next();
            assertThat(upload.call().get("channel_id")).isEqualTo("C1");
            assertThat(upload.call().get("thread_ts")).isEqualTo("1700000000.000001");
            assertThat(running.slack().faults()).isEmpty();
        }
    }

    @Test
    void saysSoWhereSlackTakesNoPicture() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            for (int way = 0; way < 2; way++) {
                running.slack()
                        .next(
                                "files.getUploadURLExternal",
                                200,
                                Map.of(),
                                "{\"ok\":false,\"error\":\"missing_scope\"}");
            }
            running.interaction(
                    Incoming.pressInThread("chart", COMPARISON, running.slack().responseUrl(), "1700000000.000001"));
            assertThat(running.slack().response().get("text").getAsString()).contains("says the same in figures");

            running.slack().next("response_url", 404, Map.of(), "{\"ok\":false,\"error\":\"invalid_blocks\"}");
            running.interaction(
                    Incoming.pressOnOwn("chart", COMPARISON, running.slack().responseUrl()));
            assertThat(running.slack().response().get("text").getAsString()).contains("says the same in figures");
        }
    }

    /** As where an answer was shared at a response address. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void showsTheChartOfASharedMessageToWhoPressedWhereItIsNoMember(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            slack.next("files.completeUploadExternal", 200, Map.of(), NO_MEMBER);
            running.interaction(Incoming.pressInThread("chart", COMPARISON, slack.responseUrl(), "1700000000.000001"));

            assertThat(slack.files().next().call().get("channel_id")).isEmpty();
            JsonObject shown = slack.response();
            assertThat(shown.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(shown.get("blocks").toString()).contains("\"slack_file\"", "$2.25-$3.00");

            slack.next("files.completeUploadExternal", 200, Map.of(), NO_MEMBER);
            slack.next("response_url", 404, Map.of(), "{\"ok\":false,\"error\":\"invalid_blocks\"}");
            running.interaction(
                    Incoming.pressInThread("chart", ANOTHER_COMPARISON, slack.responseUrl(), "1700000000.000001"));
            assertThat(slack.response().get("text").getAsString()).contains("/invite", "says the same in figures");
        }
    }

    @Requirement("slack-23c")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void postsMoreOfAnAnswerOnceHoweverManyPress(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            running.interaction(Incoming.pressInThread("chart", COMPARISON, slack.responseUrl(), "1700000000.000001"));
            assertThat(slack.files().next().call().get("channel_id")).isEqualTo("C1");
            running.interaction(Incoming.pressInThread("whole", LONG, slack.responseUrl(), "1700000000.000001"));
            posts(slack);
            for (JsonObject again : List.of(
                    Incoming.pressInThread("chart", COMPARISON, slack.responseUrl(), "1700000000.000001"),
                    Incoming.pressInThread("whole", LONG, slack.responseUrl(), "1700000000.000001"))) {
                again.getAsJsonObject("user").addProperty("id", "U2");
                running.interaction(again);
                JsonObject told = slack.response();
                assertThat(told.get("response_type").getAsString()).isEqualTo("ephemeral");
                assertThat(told.get("text").getAsString()).contains("posted already");
            }
            assertThat(slack.postsWaiting()).isZero();
            assertThat(slack.files().waiting()).isZero();

            running.interaction(Incoming.pressOnOwn("chart", COMPARISON, slack.responseUrl()));
            assertThat(slack.response().get("blocks").toString()).contains("\"slack_file\"");
            running.interaction(Incoming.pressOnOwn("chart", COMPARISON, slack.responseUrl()));
            assertThat(slack.response().get("blocks").toString()).contains("\"slack_file\"");
        }
    }

    /** The holder of an upload URL may fill the file. */
    @Test
    void logsWhySlackTookNoPictureAndNotWhereItWasUploadedTo() throws Exception {
        try (WrittenLog log = new WrittenLog();
                RunningSlack running = start(Mode.HTTP)) {
            FakeSlack slack = running.slack();
            slack.next("files.completeUploadExternal", 200, Map.of(), "{\"ok\":false,\"error\":\"invalid_channel\"}");
            running.interaction(Incoming.pressOnOwn("chart", COMPARISON, slack.responseUrl()));
            assertThat(slack.response().get("text").getAsString()).contains("says the same in figures");

            assertThat(log.text()).contains("invalid_channel").doesNotContain("/upload/", FakeSlack.BOT_TOKEN);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void showsAllOfAnAnswerThatWasCut(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            JsonObject cut = running.command(LONG);
            assertThat(LimitsCheck.of(cut).visible()).contains(" more. ");
            assertThat(cut.get("blocks").toString()).contains("\"whole\"");

            running.interaction(
                    Incoming.pressOnOwn("whole", LONG, running.slack().responseUrl()));
            assertWhole(responses(running.slack()));

            running.interaction(
                    Incoming.pressInThread("whole", LONG, running.slack().responseUrl(), "1700000000.000001"));
            List<FakeSlack.Call> shared = posts(running.slack());
            assertThat(shared)
                    .allSatisfy(post -> assertThat(post.get("thread_ts")).isEqualTo("1700000000.000001"));
            assertWhole(shared.stream().map(FakeSlack.Call::message).toList());
            assertThat(running.slack().postsWaiting() + running.slack().responsesWaiting())
                    .isZero();
        }
    }

    /** The pieces hold every line in order, each in a code block that ends in its piece. */
    private static void assertWhole(List<JsonObject> pieces) {
        StringBuilder read = new StringBuilder();
        for (JsonObject piece : pieces) {
            for (JsonElement block : piece.getAsJsonArray("blocks")) {
                String section = block.getAsJsonObject()
                        .getAsJsonObject("text")
                        .get("text")
                        .getAsString();
                assertThat(section).startsWith("```\n").endsWith("\n```");
                read.append(section, "```\n".length(), section.length() - "```".length());
            }
        }
        assertThat(read.toString().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
                .isEqualTo(new PlainText(80, PlainText.Style.NONE)
                                .render(spoken(LONG))
                                .stripTrailing() + "\n");
        assertThat(read.toString().lines().count()).isGreaterThan(100);
    }

    /** All but the buttons and the bars, which the message itself has. */
    private static Reply spoken(String text) {
        Reply reply = SlackGoldenTest.bot().answer(SlackGoldenTest.said(text)).reply();
        return new Reply(
                reply.title(),
                reply.blocks().stream()
                        .filter(block -> !(block instanceof Block.Choices || block instanceof Block.Chart))
                        .toList(),
                reply.audience());
    }

    private static int pieces() {
        int pieces = new SlackFormatter(SlackFormatter.Tables.TEXT, "")
                .whole(spoken(LONG))
                .size();
        assertThat(pieces).isGreaterThan(1);
        return pieces;
    }

    private static List<JsonObject> responses(FakeSlack slack) throws InterruptedException {
        List<JsonObject> responses = new ArrayList<>();
        for (int piece = 0; piece < PIECES; piece++) {
            responses.add(slack.response());
            assertThat(responses.getLast().get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(responses.getLast().get("replace_original").getAsBoolean())
                    .isFalse();
        }
        return responses;
    }

    private static List<FakeSlack.Call> posts(FakeSlack slack) throws InterruptedException {
        List<FakeSlack.Call> posts = new ArrayList<>();
        for (int piece = 0; piece < PIECES; piece++) {
            posts.add(slack.post());
        }
        return posts;
    }

    /** As where an answer was shared at a response address. */
    @Requirement("slack-12")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void showsAllOfAnAnswerToWhoPressedWhereItIsNoMember(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            slack.next("chat.postMessage", 200, Map.of(), NO_MEMBER);
            running.interaction(Incoming.pressInThread("whole", LONG, slack.responseUrl(), "1700000000.000001"));

            assertWhole(responses(slack));
            assertThat(slack.postsWaiting()).isZero();
        }
    }

    @Test
    void showsAllOfAnAnswerAsADirectMessageWhereNothingElseIsTaken() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            FakeSlack slack = running.slack();
            slack.next("chat.postMessage", 200, Map.of(), NO_MEMBER);
            for (int piece = 0; piece < PIECES; piece++) {
                slack.next("response_url", 404, Map.of(), EXPIRED);
                slack.next("chat.postEphemeral", 200, Map.of(), NO_MEMBER);
            }
            running.interaction(Incoming.pressInThread("whole", LONG, slack.responseUrl(), "1700000000.000001"));

            assertThat(posts(slack)).allSatisfy(direct -> {
                assertThat(direct.method() + " " + direct.get("channel")).isEqualTo("chat.postMessage U1");
                assertThat(direct.get("blocks")).contains("```", "/invite");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void showsAllOfAnOwnAnswerWhereItsResponseAddressTakesNothing(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            for (int piece = 0; piece < PIECES; piece++) {
                slack.next("response_url", 404, Map.of(), EXPIRED);
            }
            running.interaction(Incoming.pressOnOwn("whole", LONG, slack.responseUrl()));
            List<FakeSlack.Call> shown = posts(slack);

            assertThat(shown)
                    .allSatisfy(post ->
                            assertThat(post.method() + " " + post.get("user")).isEqualTo("chat.postEphemeral U1"));
            assertWhole(shown.stream().map(FakeSlack.Call::message).toList());

            slack.next("response_url", 404, Map.of(), EXPIRED);
            slack.next("response_url", 404, Map.of(), EXPIRED);
            running.interaction(Incoming.pressOnOwn("chart", COMPARISON, slack.responseUrl()));
            assertThat(slack.post().get("text")).contains("says the same in figures");
        }
    }

    private static RunningSlack start(Mode mode) throws Exception {
        return new RunningSlack(mode, SlackGoldenTest.bot());
    }
}
