package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.fake.LimitsCheck;
import io.tunetally.slack.install.InstallationFixture;
import io.tunetally.storage.Installations;
import io.tunetally.storage.Kind;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request to forget deletes the asker's data in their workspace and is answered to them alone. */
@Requirement("slack-34")
class ForgettingTest {
    private final TestStore store = new TestStore(Clock.systemUTC());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void leavesWhoHasTheSameIdInAnotherWorkspace() throws Exception {
        try (RunningSlack running = RunningSlack.ofManyWorkspaces(Mode.HTTP, store.bot(), store, Clock.systemUTC())) {
            for (String team : List.of("T1", "T2")) {
                InstallationFixture.install(running, running.slack().grants().allow("", team, "U7"));
                running.slack().post();
                running.command(Incoming.ofTeam(
                        team,
                        Incoming.command(
                                "/finetune",
                                "cost gpt-4o 1k examples",
                                "U1",
                                running.slack().responseUrl())));
            }

            assertThat(running.answer("forget me")).contains("Deleted", "5 entries");

            assertThat(store.storage().deletion().spaces(SlackConversations.SLACK))
                    .containsExactly("T2");
        }
    }

    @Test
    void namesNoUserInRemainingData() throws Exception {
        try (RunningSlack running = RunningSlack.ofManyWorkspaces(Mode.SOCKET, store.bot(), store, Clock.systemUTC())) {
            InstallationFixture.install(running, running.slack().grants().allow("", "T1", "U7"));
            running.slack().post();
            running.interaction(Incoming.pressOnOwn(
                    "share", "cost gpt-4o 1000 examples", running.slack().responseUrl()));
            running.slack().response();

            assertThat(store.claimed()).hasSize(2).noneMatch(claim -> claim.contains("U7") || claim.contains("U1"));
            Installations.Id installed = new Installations.Id(SlackConversations.SLACK, "", "T1", "");
            assertThat(store.storage()
                            .installations()
                            .find(installed)
                            .orElseThrow()
                            .secret())
                    .contains("xoxb")
                    .doesNotContain("U7");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void tellsWhoMentionsTheBotAlone(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, store.bot(), store)) {
            running.event(Incoming.mention("Ev1", "forget me", "1700000000.000001"));
            FakeSlack.Call inChannel = running.slack().post();
            running.event(Incoming.mentionInThread("Ev2", "forget me", "1700000000.000003", "1700000000.000002"));
            FakeSlack.Call inThread = running.slack().post();

            assertThat(inChannel.method()).isEqualTo("chat.postEphemeral");
            assertThat(inChannel.get("user")).isEqualTo("U1");
            assertThat(inChannel.get("text")).contains("Nothing was stored about you");
            assertThat(inChannel.get("thread_ts")).as("there is no thread yet").isEmpty();
            assertThat(inThread.method()).isEqualTo("chat.postEphemeral");
            assertThat(inThread.get("thread_ts")).isEqualTo("1700000000.000002");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void givesWhatIsStoredAboutAPersonToThemAlone(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, store.bot(), store)) {
            assertThat(running.answer("export me")).isEqualTo("Nothing is stored about you");
            running.command("cost gpt-4o 1k examples");
            running.event(Incoming.ofUser(
                    "U2", Incoming.mention("Ev1", "cost gpt-4o-mini 2k examples", "1700000000.000001")));
            running.slack().post();

            running.event(Incoming.mention("Ev2", "export my data", "1700000000.000003"));
            FakeSlack.Call exported = running.slack().post();

            assertThat(exported.method()).isEqualTo("chat.postEphemeral");
            assertThat(LimitsCheck.of(exported.message()).visible())
                    .contains("All that is stored about you", "`U1`", "`cost gpt-4o 1000 examples`", "forget me")
                    .doesNotContain("gpt-4o-mini", "U2");
        }
    }

    @Test
    void tellsWhoPressesTheButtonOfEverybodysMessageAlone() throws Exception {
        try (RunningSlack running = new RunningSlack(Mode.SOCKET, store.bot(), store)) {
            running.command("cost gpt-4o 1k examples");
            running.interaction(Incoming.pressInThread(
                    "command:0", "forget me", running.slack().responseUrl(), "1700000000.000001"));

            FakeSlack.Call told = running.slack().post();
            assertThat(told.method()).isEqualTo("chat.postEphemeral");
            assertThat(told.get("text")).contains("Deleted");
            assertThat(running.slack().responsesWaiting()).isZero();
            assertThat(store.storage().archive().counts().of(Kind.CONVERSATIONS))
                    .isZero();
        }
    }
}
