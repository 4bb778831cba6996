package io.tunetally.slack.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelPaceTest {
    private final MovableClock clock = new MovableClock();
    private final List<Duration> pauses = new ArrayList<>();
    private final ChannelPace pace = new ChannelPace(clock, pauses::add);

    @Test
    void leavesASecondBetweenTwo() throws Exception {
        pace.inTurn("C1", () -> "");
        clock.pass(Duration.ofMillis(300));
        pace.inTurn("C1", () -> "");
        pace.inTurn("C2", () -> "");

        assertThat(pauses).containsExactly(Duration.ofMillis(700));
    }

    @Test
    void leavesNoMoreThanThatWhereTheClockIsSetBack() throws Exception {
        pace.inTurn("C1", () -> "");
        clock.pass(Duration.ofHours(-1));
        pace.inTurn("C1", () -> "");

        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }
}
