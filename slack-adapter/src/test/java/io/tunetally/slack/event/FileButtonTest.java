package io.tunetally.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.reply.Block;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.SlackGoldenTest;
import io.tunetally.slack.fake.FakeFiles;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.fake.LimitsCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The button for the file of an answer, here the calendar of a migration. */
@Requirement("slack-20b")
class FileButtonTest {
    private static final String QUESTION = "migrate gpt-4o-mini 2000 examples 20000 requests/day";
    private static final String NAME = "gpt-4o-mini-openai-dates.ics";
    private static final String THREAD = "1700000000.000001";
    private static final String NO_MEMBER = "{\"ok\":false,\"error\":\"not_in_channel\"}";
    private static final String NO_SCOPE = "{\"ok\":false,\"error\":\"missing_scope\"}";

    @ParameterizedTest
    @EnumSource(Mode.class)
    void uploadsTheFileOfASharedMessageIntoItsThread(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            running.event(Incoming.mention("Ev1", QUESTION, THREAD));
            FakeSlack.Call post = slack.post();
            assertThat(LimitsCheck.of(post.message()).visible())
                    .contains("Calendar (.ics)")
                    .doesNotContain("VCALENDAR");
            assertThat(post.get("blocks")).contains("\"action_id\":\"file\"");

            running.interaction(pressInThread(slack));
            FakeFiles.Upload upload = slack.files().next();

            assertThat(upload.call().get("channel_id")).isEqualTo("C1");
            assertThat(upload.call().get("thread_ts")).isEqualTo(THREAD);
            assertThat(upload.name()).isEqualTo(NAME);
            assertThat(upload.text()).isEqualTo(file().text()).startsWith("BEGIN:VCALENDAR\r\n");
            assertThat(slack.faults()).isEmpty();
        }
    }

    /** An ephemeral message cannot show a file that is no picture. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void uploadsTheFileOfAnOwnMessageToDirectMessages(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            assertThat(running.command(QUESTION).get("blocks").toString()).contains("\"action_id\":\"file\"");
            running.interaction(Incoming.pressOnOwn("file", QUESTION, slack.responseUrl()));

            assertDirect(slack);
            assertThat(slack.faults()).isEmpty();
        }
    }

    @Requirement("slack-12")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void uploadsTheFileToDirectMessagesWhereItIsNoMember(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            for (int press = 0; press < 2; press++) {
                slack.next("files.completeUploadExternal", 200, Map.of(), NO_MEMBER);
                running.interaction(pressInThread(slack));
                assertDirect(slack);
            }
        }
    }

    @Test
    void uploadsTheFileWhereItIsWithinDirectMessages() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            FakeSlack slack = running.slack();
            running.interaction(Incoming.inChannel("D7", Incoming.pressOnOwn("file", QUESTION, slack.responseUrl())));

            FakeFiles.Upload upload = slack.files().next();
            assertThat(upload.call().get("channel_id")).isEqualTo("D7");
            assertThat(slack.postsWaiting()).isZero();
        }
    }

    @Requirement("slack-23c")
    @ParameterizedTest
    @EnumSource(Mode.class)
    void postsTheFileOnceHoweverManyPress(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            running.interaction(pressInThread(slack));
            assertThat(slack.files().next().call().get("channel_id")).isEqualTo("C1");
            JsonObject again = pressInThread(slack);
            again.getAsJsonObject("user").addProperty("id", "U2");
            running.interaction(again);

            assertThat(slack.response().get("text").getAsString()).contains("posted already");
            assertThat(slack.files().waiting()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysWhichScopeIsMissing(Mode mode) throws Exception {
        try (RunningSlack running = start(mode)) {
            FakeSlack slack = running.slack();
            slack.next("files.getUploadURLExternal", 200, Map.of(), NO_SCOPE);
            running.interaction(pressInThread(slack));

            assertThat(slack.response().get("text").getAsString()).contains("`files:write`", "message says the same");
            assertThat(slack.postsWaiting()).isZero();
        }
    }

    @Test
    void saysSoWhereTheFileCannotBeSent() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            FakeSlack slack = running.slack();
            slack.next("chat.postMessage", 200, Map.of(), "{\"ok\":false,\"error\":\"cannot_dm_bot\"}");
            running.interaction(Incoming.pressOnOwn("file", QUESTION, slack.responseUrl()));
            assertThat(slack.response().get("text").getAsString()).contains("could not be sent");

            slack.next("files.completeUploadExternal", 200, Map.of(), "{\"ok\":false,\"error\":\"file_not_found\"}");
            running.interaction(Incoming.pressOnOwn("file", QUESTION, slack.responseUrl()));
            assertThat(slack.response().get("text").getAsString()).contains("could not be sent");
            assertThat(slack.files().waiting()).isZero();
        }
    }

    @Requirement("slack-23b")
    @Test
    void doesNotSendAFileAgainThatMayBeThere() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            FakeSlack slack = running.slack();
            slack.next("files.completeUploadExternal", 0, Map.of(), "");
            running.interaction(pressInThread(slack));

            assertThat(slack.response().get("text").getAsString()).contains("did not say whether the file");
            assertThat(slack.files().next().call().get("channel_id")).isEqualTo("C1");
            assertThat(slack.files().waiting() + slack.postsWaiting()).isZero();
        }
    }

    @Test
    void saysSoWhereTheAnswerHasNoFile() throws Exception {
        try (RunningSlack running = start(Mode.SOCKET)) {
            FakeSlack slack = running.slack();
            assertThat(running.command("cost gpt-4o 1k examples").get("blocks").toString())
                    .doesNotContain("\"action_id\":\"file\"");
            running.interaction(Incoming.pressOnOwn("file", "cost gpt-4o 1k examples", slack.responseUrl()));

            assertThat(slack.response().get("text").getAsString()).contains("older version");
        }
    }

    private static void assertDirect(FakeSlack slack) throws Exception {
        FakeSlack.Call announced = slack.post();
        assertThat(announced.method() + " " + announced.get("channel")).isEqualTo("chat.postMessage U1");
        assertThat(announced.get("text")).contains(NAME);
        FakeFiles.Upload upload = slack.files().next();
        assertThat(upload.call().get("channel_id")).isEqualTo("DU1");
        assertThat(upload.text()).isEqualTo(file().text());
        JsonObject told = slack.response();
        assertThat(told.get("response_type").getAsString()).isEqualTo("ephemeral");
        assertThat(told.get("text").getAsString()).contains("in your direct messages");
    }

    private static JsonObject pressInThread(FakeSlack slack) {
        return Incoming.pressInThread("file", QUESTION, slack.responseUrl(), THREAD);
    }

    private static Block.File file() {
        return SlackGoldenTest.bot()
                .answer(SlackGoldenTest.said(QUESTION))
                .reply()
                .files()
                .getFirst();
    }

    private static RunningSlack start(Mode mode) throws Exception {
        return new RunningSlack(mode, SlackGoldenTest.bot());
    }
}
