package io.tunetally.slack.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.response.oauth.OAuthV2AccessResponse;
import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.bot.Bulkhead;
import io.tunetally.slack.RunningSlack;
import io.tunetally.slack.RunningSlack.Mode;
import io.tunetally.slack.TestStore;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.api.SlackSettings;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.Incoming;
import io.tunetally.storage.Installations;
import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tokens that live for twelve hours. */
@Requirement("slack-32b")
class TokenRotationTest {
    private final MovableClock clock = new MovableClock();
    private final TestStore store = new TestStore(clock);

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void renewsATokenTwoHoursBeforeItExpiresBesideTheAnswer() throws Exception {
        try (RunningSlack running = installed()) {
            clock.pass(Duration.ofHours(9));
            assertThat(tokenOfAnAnswer(running, "Ev1")).startsWith("Bearer xoxe.xoxb-T1");
            assertThat(running.slack().grants().refreshes()).isZero();

            clock.pass(Duration.ofMinutes(90));
            assertThat(tokenOfAnAnswer(running, "Ev2")).isNotEmpty();
            awaitRefreshes(running, 1);
            running.app().forgetTokens();
            assertThat(tokenOfAnAnswer(running, "Ev3")).isEqualTo("Bearer xoxe.xoxb-renewed-1");

            clock.pass(Duration.ofHours(11));
            assertThat(tokenOfAnAnswer(running, "Ev4")).isNotEmpty();
            awaitRefreshes(running, 2);
            assertThat(running.slack().faults()).isEmpty();
        }
    }

    /** An acknowledgement has less time than Slack may take for a token. */
    @Test
    void renewsWhatHasExpiredBeforeAnybodyAsks() throws Exception {
        try (RunningSlack one = installed()) {
            clock.pass(Duration.ofHours(13));
            try (RunningSlack _ = RunningSlack.at(one.slack().apiUrl(), store.bot(), store, clock)) {
                awaitRefreshes(one, 1);
            }
        }
    }

    @Test
    void waitsForATokenThatHasExpired() throws Exception {
        try (RunningSlack running = installed()) {
            clock.pass(Duration.ofHours(13));

            assertThat(tokenOfAnAnswer(running, "Ev1")).isEqualTo("Bearer xoxe.xoxb-renewed-1");
        }
    }

    @Test
    void triesAgainWhereSlackDidNotRenewIt() throws Exception {
        try (RunningSlack running = installed()) {
            clock.pass(Duration.ofHours(13));
            running.slack().next("oauth.v2.access", 503, Map.of(), "");

            assertThat(running.answer("cost gpt-4o 1k examples")).containsPattern("incident [0-9a-f]{8}");
            assertThat(running.answer("cost gpt-4o 1k examples")).contains("$37.50");
        }
    }

    /** As after a crash between Slack's answer and the store: no repetition helps, only another installation. */
    @ParameterizedTest
    @EnumSource(Mode.class)
    void isNotInstalledWhereSlackTakesItsRefreshTokenNoMore(Mode mode) throws Exception {
        try (RunningSlack running = installed(mode)) {
            running.slack().grants().takeBackRefreshTokens();
            clock.pass(Duration.ofHours(11));
            assertThat(tokenOfAnAnswer(running, "Ev1")).as("good for an hour").startsWith("Bearer xoxe.xoxb-T1");
            clock.pass(Duration.ofHours(2));
            running.app().forgetTokens();

            for (int asked = 0; asked < 3; asked++) {
                assertThat(running.command("cost gpt-4o 1k examples")
                                .get("text")
                                .getAsString())
                        .contains("not installed", "install it again");
            }
            assertThat(running.event(Incoming.directMessage("Ev2", "help")).isEmpty())
                    .isTrue();
            assertThat(running.slack().grants().refusals()).isEqualTo(1);

            InstallationFixture.install(running, running.slack().grants().allowRotating("", "T1", "U7"));
            assertThat(running.answer("cost gpt-4o 1k examples")).contains("$37.50");
        }
    }

    /** Its claim stays, as that of a process does which ends during a renewal. */
    @Test
    void isRenewedWithinAMinuteOfACrash() throws Exception {
        try (RunningSlack one = installed()) {
            clock.pass(Duration.ofHours(13));
            one.slack().next("oauth.v2.access", 503, Map.of(), "");
            store.gate().failOnce("release");
            assertThat(one.command("help").get("text").getAsString()).contains("incident");
            clock.pass(Duration.ofMinutes(1));

            assertThat(tokenOfAnAnswer(one, "Ev1")).isEqualTo("Bearer xoxe.xoxb-renewed-1");
        }
    }

    /** The claim of the one that was refused keeps no other one from hearing so. */
    @Test
    void isNotInstalledInAnotherProcessEither() throws Exception {
        try (RunningSlack one = installed()) {
            clock.pass(Duration.ofHours(13));
            one.slack().grants().takeBackRefreshTokens();
            assertThat(one.command("help").get("text").getAsString()).contains("not installed");
            try (RunningSlack two = RunningSlack.at(one.slack().apiUrl(), store.bot(), store, clock)) {
                assertThat(two.command("help").get("text").getAsString()).contains("not installed");
            }
        }
    }

    /** An event has no place for an excuse, so that it fails is not acknowledged. */
    @Requirement("slack-41")
    @Test
    void hasSlackSendAnEventAgainWhoseTokenCouldNotBeRenewed() throws Exception {
        try (RunningSlack running = installed(Mode.HTTP)) {
            clock.pass(Duration.ofHours(13));
            running.slack().next("oauth.v2.access", 503, Map.of(), "");
            JsonObject event = Incoming.directMessage("Ev1", "cost gpt-4o 1k examples");

            assertThat(running.post(event.toString()).statusCode()).isEqualTo(503);
            running.eventAgain(event, 1);
            assertThat(running.slack().post().get("text")).contains("$37.50");
        }
    }

    /** Slack has taken the refresh token by then, so the new one must not be lost. */
    @Test
    void keepsATokenThatTheStoreDidNotTakeAndStoresItLater() throws Exception {
        try (RunningSlack running = installed(Mode.HTTP)) {
            clock.pass(Duration.ofHours(13));
            store.gate().failOnce("save");

            assertThat(tokenOfAnAnswer(running, "Ev1")).isEqualTo("Bearer xoxe.xoxb-renewed-1");
            assertThat(stored()).doesNotContain("renewed");
            assertThat(tokenOfAnAnswer(running, "Ev2")).isEqualTo("Bearer xoxe.xoxb-renewed-1");
            awaitRefreshes(running, 1);
        }
    }

    @Test
    void triesAgainWhereThereWasTooMuchToDo() throws Exception {
        try (FakeSlack fake = new FakeSlack();
                Bulkhead bulkhead = new Bulkhead(1, Duration.ofSeconds(1))) {
            Slack slack = Slack.getInstance(config(fake));
            Installations installations = store.storage().installations();
            TokenRotation rotation = new TokenRotation(
                    slack, app(), installations, store.storage().deliveries(), bulkhead, clock);
            Installations.Id id = granted(fake, slack);
            clock.pass(Duration.ofHours(13));
            CountDownLatch goOn = new CountDownLatch(1);
            assertThat(bulkhead.begin(() -> goOn.await(10, TimeUnit.SECONDS))).isPresent();

            assertThatThrownBy(() -> rotation.usable(installations.find(id).orElseThrow()))
                    .isInstanceOf(StorageException.class);
            goOn.countDown();
            assertThat(until(() -> rotation.usable(installations.find(id).orElseThrow()))
                            .token())
                    .isEqualTo("xoxe.xoxb-renewed-1");
            assertThat(fake.faults()).isEmpty();
            slack.close();
        }
    }

    @Test
    void renewsAlsoWhatComesAfterAnInstallationThatCannotBeRead() throws Exception {
        try (FakeSlack fake = new FakeSlack();
                Bulkhead bulkhead = new Bulkhead(1, Duration.ofSeconds(1))) {
            Slack slack = Slack.getInstance(config(fake));
            Installations installations = store.storage().installations();
            TokenRotation rotation = new TokenRotation(
                    slack, app(), installations, store.storage().deliveries(), bulkhead, clock);
            installations.save(new Installations.Id(SlackConversations.SLACK, "", "T0", ""), "{\"token\":");
            Installations.Id id = granted(fake, slack);
            clock.pass(Duration.ofHours(11).plusMinutes(30));

            rotation.renewAll();

            assertThat(installations.find(id).orElseThrow().secret()).contains("xoxe.xoxb-renewed-1");
            slack.close();
        }
    }

    private static SlackSettings.Installation app() {
        return SlackSettings.read(Map.of(
                        "SLACK_CLIENT_ID", RunningSlack.CLIENT_ID,
                        "SLACK_CLIENT_SECRET", RunningSlack.CLIENT_SECRET,
                        "SLACK_SIGNING_SECRET", RunningSlack.SECRET))
                .installation()
                .orElseThrow();
    }

    /** A workspace whose token expires. */
    private Installations.Id granted(FakeSlack fake, Slack slack) throws Exception {
        String code = fake.grants().allowRotating("", "T1", "U7");
        OAuthV2AccessResponse granted = slack.methods()
                .oauthV2Access(request -> request.clientId(app().clientId())
                        .clientSecret(app().clientSecret().reveal())
                        .code(code));
        Installations.Id id = BotGrant.idOf(granted);
        store.storage()
                .installations()
                .save(id, BotGrant.of(granted, clock.instant()).json());
        return id;
    }

    private static SlackConfig config(FakeSlack fake) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(fake.apiUrl());
        return config;
    }

    /** Until the one piece of work has left its room. */
    private static BotGrant until(Supplier<Optional<BotGrant>> usable) throws InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            try {
                return usable.get().orElseThrow();
            } catch (StorageException notYet) {
                Thread.sleep(20);
            }
        }
        return usable.get().orElseThrow();
    }

    /** Two adapters on one database, as two processes are. */
    @Test
    void isDoneByOneProcessAlone() throws Exception {
        try (RunningSlack one = installed();
                RunningSlack two = RunningSlack.at(one.slack().apiUrl(), store.bot(), store, clock)) {
            clock.pass(Duration.ofHours(11));
            assertThat(tokenOfAnAnswer(one, "Ev1")).isNotEmpty();
            awaitRefreshes(one, 1);
            two.app().forgetTokens();
            two.event(Incoming.directMessage("Ev2", "help"));

            assertThat(one.slack().post().authorization()).isEqualTo("Bearer xoxe.xoxb-renewed-1");
            assertThat(one.slack().grants().refreshes()).isEqualTo(1);
        }
    }

    private RunningSlack installed() throws Exception {
        return installed(Mode.SOCKET);
    }

    private RunningSlack installed(Mode mode) throws Exception {
        RunningSlack running = RunningSlack.ofManyWorkspaces(mode, store.bot(), store, clock);
        InstallationFixture.install(running, running.slack().grants().allowRotating("", "T1", "U7"));
        running.slack().post();
        return running;
    }

    private static String tokenOfAnAnswer(RunningSlack running, String event) throws Exception {
        running.app().forgetTokens();
        running.event(Incoming.directMessage(event, "help"));
        return running.slack().post().authorization();
    }

    /** Until the token that Slack gave for the old one is stored. */
    private void awaitRefreshes(RunningSlack running, int refreshes) throws InterruptedException {
        for (int wait = 0; wait < 400 && !stored().contains("xoxb-renewed-" + refreshes + "\""); wait++) {
            Thread.sleep(50);
        }
        assertThat(stored()).contains("xoxb-renewed-" + refreshes + "\"");
        assertThat(running.slack().grants().refreshes()).isEqualTo(refreshes);
    }

    private String stored() {
        Installations.Id id = new Installations.Id(SlackConversations.SLACK, "", "T1", "");
        return store.storage().installations().find(id).orElseThrow().secret();
    }
}
