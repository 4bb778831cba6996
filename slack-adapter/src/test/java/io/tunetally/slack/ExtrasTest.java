package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.slack.RunningSlack.Mode;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExtrasTest {
    private static final String LONG = "compare all 1000 examples show the arithmetic";
    private static final String NO_MEMBER = "{\"ok\":false,\"error\":\"not_in_channel\"}";
    private static final String EXPIRED = "{\"ok\":false,\"error\":\"expired_url\"}";
    private static final String COMPARISON = "compare gpt-4o vs llama-3.3-70b 1000 examples";

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
            running.slack()
                    .next("files.getUploadURLExternal", 200, Map.of(), "{\"ok\":false,\"error\":\"missing_scope\"}");
            running.interaction(
                    Incoming.pressInThread("chart", COMPARISON, running.slack().responseUrl(), "1700000000.000001"));
            assertThat(running.slack().response().get("text").getAsString()).contains("bars in the message");

            running.slack().next("response_url", 404, Map.of(), "{\"ok\":false,\"error\":\"invalid_blocks\"}");
            running.interaction(
                    Incoming.pressOnOwn("chart", COMPARISON, running.slack().responseUrl()));
            assertThat(running.slack().response().get("text").getAsString()).contains("bars in the message");
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
            JsonObject own = running.slack().response();
            assertThat(own.get("response_type").getAsString()).isEqualTo("ephemeral");

            running.interaction(
                    Incoming.pressInThread("whole", LONG, running.slack().responseUrl(), "1700000000.000001"));
            FakeSlack.Call shared = running.slack().post();
            assertThat(shared.get("thread_ts")).isEqualTo("1700000000.000001");
            assertThat(shared.get("text"))
                    .isEqualTo(own.get("text").getAsString())
                    .startsWith("```");
            assertThat(shared.get("text").lines().count()).isGreaterThan(100);
            assertThat(running.slack().faults()).isEmpty();
        }
    }

    /** As where an answer was shared at a response address. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void showsAllOfAnAnswerToWhoPressedWhereItIsNoMember(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            slack.next("chat.postMessage", 200, Map.of(), NO_MEMBER);
            running.interaction(Incoming.pressInThread("whole", LONG, slack.responseUrl(), "1700000000.000001"));
            JsonObject shown = slack.response();

            assertThat(shown.get("response_type").getAsString()).isEqualTo("ephemeral");
            assertThat(shown.get("text").getAsString().lines().count()).isGreaterThan(100);
            assertThat(slack.postsWaiting()).isZero();
        }
    }

    @Test
    void showsAllOfAnAnswerAsADirectMessageWhereNothingElseIsTaken() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            FakeSlack slack = running.slack();
            slack.next("chat.postMessage", 200, Map.of(), NO_MEMBER);
            slack.next("response_url", 404, Map.of(), EXPIRED);
            slack.next("chat.postEphemeral", 200, Map.of(), NO_MEMBER);
            running.interaction(Incoming.pressInThread("whole", LONG, slack.responseUrl(), "1700000000.000001"));
            FakeSlack.Call direct = slack.post();

            assertThat(direct.method() + " " + direct.get("channel")).isEqualTo("chat.postMessage U1");
            assertThat(direct.parameters()).doesNotContainKey("blocks");
            assertThat(direct.get("text")).startsWith("```").contains("/invite");
            assertThat(direct.get("text").lines().count()).isGreaterThan(100);
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void showsAllOfAnOwnAnswerWhereItsResponseAddressTakesNothing(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            slack.next("response_url", 404, Map.of(), EXPIRED);
            running.interaction(Incoming.pressOnOwn("whole", LONG, slack.responseUrl()));
            FakeSlack.Call shown = slack.post();

            assertThat(shown.method() + " " + shown.get("user")).isEqualTo("chat.postEphemeral U1");
            assertThat(shown.get("text").lines().count()).isGreaterThan(100);

            slack.next("response_url", 404, Map.of(), EXPIRED);
            slack.next("response_url", 404, Map.of(), EXPIRED);
            running.interaction(Incoming.pressOnOwn("chart", COMPARISON, slack.responseUrl()));
            assertThat(slack.post().get("text")).contains("bars in the message");
        }
    }

    private static RunningSlack start(Mode mode) throws Exception {
        return new RunningSlack(mode, SlackGoldenTest.bot());
    }
}
