package io.tunetally.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.Requirement;
import io.tunetally.bot.CoolDown.Verdict;
import io.tunetally.chat.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

@Requirement("discord-26")
class CoolDownTest {
    private final MovingClock clock = new MovingClock();
    private final CoolDown coolDown = new CoolDown(clock);

    @Test
    void letsTwentyActionsInTenSecondsThroughAndTellsOnce() {
        for (int n = 0; n < 20; n++) {
            assertThat(coolDown.act(new UserId("a"))).isEqualTo(Verdict.GO);
        }

        assertThat(coolDown.act(new UserId("a"))).isEqualTo(Verdict.TELL);
        assertThat(coolDown.act(new UserId("a"))).isEqualTo(Verdict.SILENT);
        assertThat(coolDown.act(new UserId("b"))).isEqualTo(Verdict.GO);

        clock.now = clock.now.plus(Duration.ofSeconds(10));
        assertThat(coolDown.act(new UserId("a"))).isEqualTo(Verdict.GO);
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-11-25T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
