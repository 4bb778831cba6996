package io.tunetally.discord.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** When Discord is asked for a sign of life, by a clock of the test's own. */
@Requirement("discord-29")
class GatewayHealthCheckTest {
    private final MovableClock clock = new MovableClock();
    private Instant lastEvent = clock.instant();
    private boolean gatewayIsThere = true;
    private boolean apiIsThere = true;
    private int askedGateway;
    private int askedApi;

    private final GatewayHealthCheck gatewayHealthCheck = new GatewayHealthCheck(
            new GatewayHealthCheck.Probes() {
                @Override
                public boolean isConnected() {
                    return true;
                }

                @Override
                public boolean isGatewayThere() {
                    askedGateway++;
                    return waited(gatewayIsThere, 1);
                }

                @Override
                public boolean isApiThere() {
                    askedApi++;
                    return waited(apiIsThere, 2);
                }

                private boolean waited(boolean isThere, int seconds) {
                    if (!isThere) {
                        clock.pass(Duration.ofSeconds(seconds));
                    }
                    return isThere;
                }
            },
            () -> lastEvent,
            clock);

    private void pass(Duration time) throws InterruptedException {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            clock.pass(Duration.ofSeconds(1));
            gatewayHealthCheck.look();
        }
    }

    @Test
    void asksTheApiOnceAMinuteAtMostWhileNothingHappens() throws Exception {
        pass(Duration.ofMinutes(30));

        assertThat(gatewayHealthCheck.isThere()).isTrue();
        assertThat(askedApi).isBetween(25, 30);
        assertThat(askedGateway).isGreaterThan(300);
    }

    @Test
    void asksNothingWhileEventsCome() throws Exception {
        for (int second = 0; second < 600; second++) {
            lastEvent = clock.instant();
            pass(Duration.ofSeconds(1));
        }

        assertThat(askedApi + askedGateway).isZero();
    }

    @Test
    void knowsWithinTenSecondsThatDiscordIsGoneAndThatItIsBack() throws Exception {
        pass(Duration.ofMinutes(5));
        gatewayIsThere = false;
        apiIsThere = false;
        pass(Duration.ofSeconds(9));
        assertThat(gatewayHealthCheck.isThere()).isFalse();

        pass(Duration.ofMinutes(5));
        gatewayIsThere = true;
        apiIsThere = true;
        pass(Duration.ofSeconds(5));
        assertThat(gatewayHealthCheck.isThere()).isTrue();
    }

    @Test
    void knowsWithinAMinuteThatTheApiAloneIsGoneUntilItIsBack() throws Exception {
        pass(Duration.ofMinutes(5));
        apiIsThere = false;
        pass(Duration.ofSeconds(70));
        assertThat(gatewayHealthCheck.isThere()).isFalse();

        pass(Duration.ofMinutes(5));
        assertThat(gatewayHealthCheck.isThere()).isFalse();
        apiIsThere = true;
        pass(Duration.ofSeconds(5));
        assertThat(gatewayHealthCheck.isThere()).isTrue();
    }

    @Test
    void isThereWhereOnlyPingsAreNotAnswered() throws Exception {
        gatewayIsThere = false;
        pass(Duration.ofMinutes(5));

        assertThat(gatewayHealthCheck.isThere()).isTrue();
    }
}
