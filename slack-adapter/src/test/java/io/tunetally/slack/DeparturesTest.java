package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.MovableClock;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.storage.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who leaves while the store fails, beside {@link InstallationTest#deletesAllOfAWorkspaceThatLeaves}. */
class DeparturesTest {
    private final MovableClock clock = new MovableClock();
    private final TestStore store = new TestStore(clock);

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void hasSlackSayAgainWhatCouldNotBeDeleted(Mode mode) throws Exception {
        try (RunningSlack running = installed(mode)) {
            JsonObject left = Incoming.uninstalled("EvX", "T1", "", clock.instant());
            store.keepAllOf("installation");
            assertThat(running.isAcknowledged(left)).isFalse();
            store.keepNothing();
            running.eventAgain(left, 1);

            assertThat(installations()).isZero();
        }
    }

    private long installations() {
        return store.storage().archive().counts().of(Kind.INSTALLATIONS);
    }

    private RunningSlack installed(Mode mode) throws Exception {
        RunningSlack running = RunningSlack.ofManyWorkspaces(mode, store.bot(), store, clock);
        InstallationTest.install(running, running.slack().grants().allow("", "T1", "U7"));
        running.slack().post();
        return running;
    }
}
