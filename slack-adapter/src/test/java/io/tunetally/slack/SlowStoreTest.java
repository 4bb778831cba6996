package io.tunetally.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.tunetally.MovableClock;
import io.tunetally.ProgramTime;
import io.tunetally.Requirement;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.fake.Entrance;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.slack.install.InstallationFixture;
import io.tunetally.storage.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A store that hangs keeps no acknowledgement waiting; it hangs until each has come. */
@Requirement("slack-1b")
@Execution(ExecutionMode.CONCURRENT)
class SlowStoreTest {
    private final MovableClock clock = new MovableClock();
    private final TestStore store = new TestStore(clock);

    @AfterEach
    void close() {
        store.close();
    }

    private static Stream<Arguments> everywhere() {
        return Arrays.stream(Mode.values())
                .flatMap(mode -> Arrays.stream(Entrance.values()).map(entrance -> Arguments.of(mode, entrance)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void servesAWorkspaceThatItKnowsByItsLastToken(Mode mode, Entrance entrance) throws Exception {
        try (RunningSlack running = hanging(mode)) {
            JsonObject acknowledged = entrance.use(running);

            String answer =
                    entrance == Entrance.COMMAND ? acknowledged.get("text").getAsString() : entrance.answer(running);
            assertThat(answer).contains("$37.50");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void opensFormsAndAppHome(Mode mode) throws Exception {
        try (RunningSlack running = hanging(mode)) {
            running.interaction(Incoming.globalShortcut());
            assertThat(running.slack().post().get("view")).contains("Estimate a cost");
            clock.pass(Duration.ofMinutes(1));
            running.interaction(Incoming.pressOnHome("defaults", "defaults"));
            clock.pass(Duration.ofMinutes(1));
            running.event(Incoming.homeOpened("Ev1", "home"));
            store.gate().goOn();

            assertThat(running.slack().post().get("view")).contains("Team defaults");
            assertThat(running.slack().home().toString()).contains("Hello");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void saysAtTheFormThatItsValuesAreNotStored(Mode mode) throws Exception {
        try (RunningSlack running = hanging(mode)) {
            JsonObject acknowledged = running.interaction(Incoming.defaults(Map.of("epochs", "5")));

            assertThat(acknowledged.getAsJsonObject("errors").toString()).contains("cannot be stored");
        }
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void asksWhomItDoesNotKnowToComeAgain(Mode mode) throws Exception {
        try (RunningSlack running = hanging(mode)) {
            JsonObject acknowledged = running.command(Incoming.ofTeam(
                    "T2",
                    Incoming.command("/finetune", "help", "U1", running.slack().responseUrl())));

            assertThat(acknowledged.get("text").getAsString()).contains("Ask again");
        }
    }

    @Test
    void goesOnWithNoTokenThatHasExpired() throws Exception {
        try (RunningSlack running = RunningSlack.ofManyWorkspaces(Mode.HTTP, SlackGoldenTest.bot(), store, clock)) {
            InstallationFixture.install(running, running.slack().grants().allowRotating("", "T1", "U7"));
            running.slack().post();
            running.command("help");
            clock.pass(Duration.ofHours(13));
            store.gate().hang();

            assertThat(running.answer("help")).contains("Ask again");
        }
    }

    @Test
    void hasSlackSayAgainWhoLeft() throws Exception {
        try (RunningSlack running = hanging(Mode.HTTP)) {
            JsonObject left = Incoming.uninstalled("EvX", "T1", "", clock.instant());
            long begun = ProgramTime.now();
            assertThat(running.post(left.toString()).statusCode()).isEqualTo(503);
            assertThat(ProgramTime.since(begun)).isLessThan(Duration.ofSeconds(3));
            store.gate().goOn();
            running.eventAgain(left, 1);

            assertThat(store.storage().archive().counts().of(Kind.INSTALLATIONS))
                    .isZero();
        }
    }

    /** One workspace, which has been answered before the store began to hang. */
    private RunningSlack hanging(Mode mode) throws Exception {
        RunningSlack running = RunningSlack.ofManyWorkspaces(mode, SlackGoldenTest.bot(), store, clock);
        InstallationFixture.install(running, running.slack().grants().allow("", "T1", "U7"));
        running.slack().post();
        running.command("help");
        clock.pass(Duration.ofMinutes(1));
        store.gate().hang();
        return running;
    }
}
