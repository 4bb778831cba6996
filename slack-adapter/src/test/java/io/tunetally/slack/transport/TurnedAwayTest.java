package io.tunetally.slack.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.WrittenLog;
import io.tunetally.slack.api.Signature;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Requirement("slack-31d")
class TurnedAwayTest {
    private final MovableClock clock = new MovableClock();
    private final TurnedAway turnedAway = new TurnedAway(clock);

    @Test
    void isLoggedAtOnceAndThenOnceAMinuteWithHowMany() throws Exception {
        try (WrittenLog log = new WrittenLog()) {
            wrong(1_000);
            clock.pass(Duration.ofSeconds(59));
            wrong(1_000);
            assertThat(log.lines()).singleElement().asString().contains("turned away, 1 since");

            clock.pass(Duration.ofSeconds(1));
            wrong(1_000);
            assertThat(log.lines()).hasSize(2).last().asString().contains("turned away, 2000 since");
        }
    }

    @Test
    void tellsEachReasonOnItsOwn() throws Exception {
        try (WrittenLog log = new WrittenLog()) {
            wrong(5);
            turnedAway.add(Signature.Verdict.UNTIMELY, Duration.ofSeconds(400));
            turnedAway.add(Signature.Verdict.UNTIMELY, Duration.ofSeconds(-400));
            clock.pass(Duration.ofMinutes(1));
            turnedAway.add(Signature.Verdict.UNTIMELY, Duration.ofSeconds(-400));

            assertThat(log.lines()).hasSize(3);
            assertThat(log.lines().get(1)).contains("400 s ahead of this machine's");
            assertThat(log.lines().get(2)).contains("2 since", "400 s behind this machine's");
        }
    }

    private void wrong(int requests) {
        for (int n = 0; n < requests; n++) {
            turnedAway.add(Signature.Verdict.WRONG, Duration.ZERO);
        }
    }
}
