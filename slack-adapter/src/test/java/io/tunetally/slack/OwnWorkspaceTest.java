package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.Slack;
import io.tunetally.MovableClock;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.settings.SettingsException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A start that Slack does not answer at once. */
class OwnWorkspaceTest {
    private final FakeSlack fake = new FakeSlack();
    private final Slack slack = WrittenOnce.client(fake.config());
    private final RecordedPause pause = new RecordedPause(new MovableClock());
    private final OwnWorkspace own =
            new OwnWorkspace(slack, FakeSlack.BOT_TOKEN, new Retries(pause, new Metrics("slack", new Health())));

    OwnWorkspaceTest() throws IOException {}

    @AfterEach
    void close() throws Exception {
        slack.close();
        fake.close();
    }

    @Test
    void isIdentifiedOnceSlackAnswers() throws Exception {
        fake.next("auth.test", 503, Map.of(), "");
        fake.next("auth.test", 429, Map.of("Retry-After", "7"), "");
        fake.next("auth.test", 200, Map.of(), "{\"ok\":false,\"error\":\"internal_error\"}");
        assertThat(own.find("", "T1")).isEmpty();

        own.identify();

        assertThat(own.find("", "T1")).map(Workspace::team).contains("T1");
        assertThat(pause.waits()).extracting(Duration::toSeconds).containsExactly(1L, 7L, 2L);
    }

    @Test
    void isNotTriedAgainWithATokenThatSlackDoesNotTake() {
        fake.next("auth.test", 200, Map.of(), "{\"ok\":false,\"error\":\"invalid_auth\"}");

        assertThatThrownBy(own::identify)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("SLACK_BOT_TOKEN: Slack does not take it (invalid_auth)");
        assertThat(pause.waits()).isEmpty();
    }

    @Test
    void saysWhySlackCannotBeAskedInTheEnd() {
        for (int attempt = 0; attempt < 4; attempt++) {
            fake.next("auth.test", 503, Map.of(), "");
        }

        assertThatThrownBy(own::identify).isInstanceOf(IOException.class).hasMessage("auth.test: status 503");
        assertThat(pause.waits()).hasSize(3);
    }
}
