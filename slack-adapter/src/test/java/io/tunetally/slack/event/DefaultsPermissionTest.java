package io.tunetally.slack.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.Requirement;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.UserId;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.TestStore;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.storage.Kind;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The permission to change a workspace's defaults. */
@Requirement("slack-27b")
class DefaultsPermissionTest {
    private static final Map<String, String> EPOCHS = Map.of("epochs", "5");

    private final TestStore store = new TestStore(Clock.systemUTC());

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void opensTheFormForAdminsAloneAndSaysWhomToAsk(Mode mode) throws Exception {
        try (RunningSlack running = with(mode, "admins")) {
            isNoAdmin(running);
            running.interaction(Incoming.pressOnHome("defaults", "defaults"));

            FakeSlack.Call told = running.slack().post();
            assertThat(told.method()).isEqualTo("chat.postMessage");
            assertThat(told.get("channel")).isEqualTo("D1");
            assertThat(told.get("text")).contains("Admins and owners of this workspace", "ask one of them");
            assertThat(running.slack().postsWaiting()).isZero();
        }
    }

    /** A form can stay open while its user loses their role, and a request can be made by hand. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void storesNothingOfAnotherUsersForm(Mode mode) throws Exception {
        try (RunningSlack running = with(mode, "admins")) {
            isNoAdmin(running);
            JsonObject acknowledged = running.interaction(Incoming.defaults(EPOCHS));

            assertThat(acknowledged.getAsJsonObject("errors").get("model").getAsString())
                    .contains("Admins and owners");
            assertThat(stored()).isZero();
        }
    }

    @Test
    void asksSlackOnceForThePressAndTheForm() throws Exception {
        try (RunningSlack running = with(Mode.HTTP, "admins")) {
            running.slack().next("users.info", 200, Map.of(), FakeSlack.member("U1", true));
            running.interaction(Incoming.pressOnHome("defaults", "defaults"));
            assertThat(running.slack().post().method()).isEqualTo("views.open");
            isNoAdmin(running);
            running.interaction(Incoming.defaults(EPOCHS));

            assertThat(stored()).isEqualTo(1);
            assertThat(running.slack().prepared("users.info"))
                    .as("not asked again")
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        200 | {"ok":false,"error":"missing_scope"}  | users:read
        200 | {"ok":false,"error":"user_not_found"} | try again in a minute
        500 | broken                                | try again in a minute
        """)
    void changesNothingWhereSlackDoesNotSay(int status, String answer, String said) throws Exception {
        try (RunningSlack running = with(Mode.HTTP, "admins")) {
            running.slack().next("users.info", status, Map.of(), answer);
            JsonObject acknowledged = running.interaction(Incoming.defaults(EPOCHS));

            assertThat(acknowledged.getAsJsonObject("errors").get("model").getAsString())
                    .contains(said);
            assertThat(stored()).isZero();
            running.interaction(Incoming.defaults(EPOCHS));
            assertThat(stored()).as("asked again the next time").isEqualTo(1);
        }
    }

    @Test
    void asksNoQuestionWhereEveryoneMay() throws Exception {
        try (RunningSlack running = with(Mode.HTTP, "everyone")) {
            isNoAdmin(running);
            running.interaction(Incoming.defaults(EPOCHS));

            assertThat(stored()).isEqualTo(1);
            assertThat(running.slack().prepared("users.info")).isEqualTo(1);
        }
    }

    /** The same setting holds for {@code defaults set} and the team's prices in a thread. */
    @ParameterizedTest
    @CsvSource({"admins, true, true", "admins, false, false", "everyone, false, true"})
    void asksTheSameForCommandsOfADiscussion(String by, boolean admin, boolean may) throws Exception {
        try (RunningSlack running = with(Mode.HTTP, by)) {
            running.slack().next("users.info", 200, Map.of(), FakeSlack.member("U1", admin));
            ConversationId thread = SlackConversations.thread("T1", "C1", "1700.1");

            assertThat(running.app().mayChangeTeam(new Envelope("", thread, new UserId("U1"), true)))
                    .isEqualTo(may);
        }
    }

    private static void isNoAdmin(RunningSlack running) {
        running.slack().next("users.info", 200, Map.of(), FakeSlack.member("U1", false));
    }

    private long stored() {
        return store.storage().archive().counts().of(Kind.TEAM_DEFAULTS);
    }

    private RunningSlack with(Mode mode, String by) throws Exception {
        return RunningSlack.with(Map.of("SLACK_DEFAULTS_BY", by), mode, store.bot(), store);
    }
}
