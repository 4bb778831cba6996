package io.tunetally.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.MovableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InstallStateTest {
    private final MovableClock clock = new MovableClock();
    private final InstallState state = new InstallState("secret", clock, Duration.ofMinutes(5));

    @Test
    void isGoodInEveryProcessForItsTime() {
        String issued = state.issue();
        InstallState other = new InstallState("secret", clock, Duration.ofMinutes(5));

        assertThat(issued).isNotEqualTo(state.issue());
        clock.pass(Duration.ofMinutes(5));
        assertThat(other.isGood(issued)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(other.isGood(issued)).isFalse();
    }
}
