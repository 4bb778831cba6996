package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.slack.event.AppHome;
import io.tunetally.slack.event.SlackEvents;
import io.tunetally.slack.fake.FakeSocketMode;
import io.tunetally.slack.install.InstalledWorkspaces;
import io.tunetally.slack.install.UninstallHandler;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The waits of an acknowledgement stay within Slack's three seconds; checked without a clock, which other load would slow down. */
@Requirement("slack-1a")
class AcknowledgementLimitsTest {
    private static final Duration SLACK_WAITS = Duration.ofSeconds(FakeSocketMode.SENT_AGAIN_AFTER_SECONDS);
    private static final Duration FOR_THE_NETWORK = Duration.ofMillis(200);

    @Test
    void areBelowThreeSecondsTogetherWithTheLookUpOfTheWorkspace() {
        for (Duration longest : List.of(
                SlackEvents.ACK_WITHIN, AppHome.STORED_WITHIN, AppHome.READ_WITHIN, UninstallHandler.DELETED_WITHIN)) {
            assertThat(InstalledWorkspaces.LOOKED_UP_WITHIN.plus(longest).plus(FOR_THE_NETWORK))
                    .isLessThan(SLACK_WAITS);
        }
    }
}
