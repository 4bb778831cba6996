package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.fake.FakeAnswers;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer of which Slack does not say whether it took it still comes to the asker. */
@Requirement("slack-38")
class LostAnswersTest {
    private static final String PRICE = "$37.50";
    private static final String ASKED = "cost gpt-4o 1000 examples";
    private static final String TS = "1700000000.000001";

    /** The ways to lose an answer. */
    enum Trouble {
        STATUS_500(500, ""),
        INTERNAL_ERROR(200, "{\"ok\":false,\"error\":\"internal_error\"}"),
        FATAL_ERROR(200, "{\"ok\":false,\"error\":\"fatal_error\"}"),
        /** Slack takes it, and the connection ends before Slack says so. */
        CUT_OFF(FakeAnswers.CUT_OFF, "");

        private final int status;
        private final String body;

        Trouble(int status, String body) {
            this.status = status;
            this.body = body;
        }

        void strike(FakeSlack slack, String method) {
            slack.next(method, status, Map.of(), body);
        }

        /** How many of those that were struck are there all the same. */
        int arrived() {
            return this == CUT_OFF ? 1 : 0;
        }
    }

    private static Stream<Arguments> everywhere() {
        return Arrays.stream(Mode.values())
                .flatMap(mode -> Arrays.stream(Trouble.values()).map(trouble -> Arguments.of(mode, trouble)));
    }

    /** The thread may not exist yet, and Slack shows a message to one person in no such thread: it stands in the channel. */
    @ParameterizedTest
    @MethodSource("everywhere")
    void ofAMentionIsShownToTheAskerAlone(Mode mode, Trouble trouble) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, SlackGoldenTest.bot())) {
            FakeSlack slack = running.slack();
            trouble.strike(slack, "chat.postMessage");
            running.event(Incoming.mention("Ev1", ASKED, TS));
            if (trouble == Trouble.CUT_OFF) {
                assertThat(slack.post().get("thread_ts")).isEqualTo(TS);
            }

            FakeSlack.Call own = slack.post();
            assertThat(own.method()).isEqualTo("chat.postEphemeral");
            assertThat(own.get("channel") + " " + own.get("user")).isEqualTo("C1 U1");
            assertThat(own.get("thread_ts")).isEmpty();
            assertThat(own.get("text")).contains(PRICE, "Slack did not say");
            assertThat(slack.postsWaiting()).as("seen twice by everybody").isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void ofAMentionInAThreadIsShownToTheAskerThere(Mode mode, Trouble trouble) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, SlackGoldenTest.bot())) {
            FakeSlack slack = running.slack();
            trouble.strike(slack, "chat.postMessage");
            trouble.strike(slack, "chat.postEphemeral");
            running.event(Incoming.mentionInThread("Ev1", ASKED, "1700000000.000002", TS));
            for (int n = 0; n < 2 * trouble.arrived(); n++) {
                slack.post();
            }

            FakeSlack.Call own = slack.post();
            assertThat(own.method()).isEqualTo("chat.postEphemeral");
            assertThat(own.get("thread_ts")).isEqualTo(TS);
            assertThat(own.get("text")).contains(PRICE, "Slack did not say");
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void ofADirectMessageIsSentThereAgain(Mode mode, Trouble trouble) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, SlackGoldenTest.bot())) {
            FakeSlack slack = running.slack();
            trouble.strike(slack, "chat.postMessage");
            trouble.strike(slack, "chat.postMessage");
            running.event(Incoming.directMessage("Ev1", ASKED));
            for (int n = 0; n < 2 * trouble.arrived(); n++) {
                slack.post();
            }

            FakeSlack.Call again = slack.post();
            assertThat(again.method() + " " + again.get("channel")).isEqualTo("chat.postMessage D1");
            assertThat(again.get("text")).contains(PRICE, "Slack did not say");
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void ofAMessageShortcutIsSentAgain(Mode mode, Trouble trouble) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, SlackGoldenTest.bot())) {
            FakeSlack slack = running.slack();
            trouble.strike(slack, "response_url");
            running.interaction(Incoming.messageShortcut(ASKED, slack.responseUrl()));
            for (int n = 0; n <= trouble.arrived(); n++) {
                JsonObject answer = slack.response();
                assertThat(answer.get("response_type").getAsString()).isEqualTo("ephemeral");
                assertThat(answer.get("text").getAsString()).contains(PRICE);
            }
            trouble.strike(slack, "chat.postEphemeral");
            running.interaction(Incoming.messageShortcutInThread(ASKED, slack.responseUrl(), TS));
            for (int n = 0; n <= trouble.arrived(); n++) {
                FakeSlack.Call answer = slack.post();
                assertThat(answer.method() + " " + answer.get("thread_ts")).isEqualTo("chat.postEphemeral " + TS);
                assertThat(answer.get("text")).contains(PRICE);
            }
            assertThat(slack.responsesWaiting()).isZero();
        }
    }

    /** Where the response address takes nothing it comes to the channel. */
    @ParameterizedTest
    @MethodSource("everywhere")
    void ofAMessageShortcutComesToTheChannelWhereTheAddressBreaks(Mode mode, Trouble trouble) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, SlackGoldenTest.bot())) {
            FakeSlack slack = running.slack();
            trouble.strike(slack, "response_url");
            trouble.strike(slack, "response_url");
            running.interaction(Incoming.messageShortcut(ASKED, slack.responseUrl()));

            FakeSlack.Call own = slack.post();
            assertThat(own.method()).isEqualTo("chat.postEphemeral");
            assertThat(own.get("text")).contains(PRICE);
        }
    }
}
