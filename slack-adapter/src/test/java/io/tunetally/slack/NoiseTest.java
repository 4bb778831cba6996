package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Users get no unsolicited messages and no pings. */
@Requirement("slack-24")
class NoiseTest {
    @ParameterizedTest
    @EnumSource(Mode.class)
    void sendsOneMessageWhereOneIsAskedForAndNoneElsewhere(Mode mode) throws Exception {
        try (RunningSlack running = new RunningSlack(mode, SlackGoldenTest.bot())) {
            running.command("cost gpt-4o 1k examples");
            running.event(Incoming.homeOpened("Ev1", "home"));
            running.slack().home();
            running.event(Incoming.homeOpened("Ev2", "messages"));
            String address = running.slack().responseUrl();
            running.interaction(Incoming.pressOnOwn("command:0", "compare all", address));
            running.slack().response();
            running.interaction(Incoming.messageShortcut("cost gpt-4o 1k examples", address));
            running.slack().response();
            running.event(Incoming.mention("Ev3", "cost gpt-4o 1k examples", "1700000000.000001"));

            FakeSlack.Call asked = running.slack().post();
            assertThat(asked.get("channel")).isEqualTo("C1");
            assertThat(asked.get("thread_ts")).isEqualTo("1700000000.000001");
            assertThat(asked.get("text") + asked.get("blocks")).doesNotContain("<@", "<!");

            // Any other message would come before the answer to the last one.
            running.event(Incoming.directMessage("Ev4", "help"));
            assertThat(running.slack().post().get("channel")).isEqualTo("D1");
            assertThat(running.slack().postsWaiting()).isZero();
            assertThat(running.slack().responsesWaiting()).isZero();
            assertThat(running.slack().homesWaiting()).isZero();
        }
    }
}
