package io.tunetally.slack.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import io.tunetally.MovableClock;
import io.tunetally.Requirement;
import io.tunetally.bot.Bulkhead;
import io.tunetally.operations.Health;
import io.tunetally.operations.Metrics;
import io.tunetally.slack.TestStore;
import io.tunetally.slack.api.ChannelPace;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.fake.FakeSlack;
import io.tunetally.slack.fake.RecordedPause;
import io.tunetally.slack.send.RefusedTokens;
import io.tunetally.slack.send.SlackSender;
import io.tunetally.storage.Installations;
import io.tunetally.storage.bounded.Deduplicator;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@Requirement("slack-26")
class WelcomeTest {
    private static final Installations.Id INSTALLED = new Installations.Id(SlackConversations.SLACK, "", "T1", "");
    private static final BotGrant GRANT =
            new BotGrant(FakeSlack.BOT_TOKEN, "UBOT", null, null, "U1", "A1", "chat:write");

    @Test
    void isSentOnceAlsoWhereThereIsNoRoomForMoreWork() throws Exception {
        SlackConfig config = new SlackConfig();
        try (FakeSlack fake = new FakeSlack();
                TestStore store = new TestStore(Clock.systemUTC());
                Bulkhead full = new Bulkhead(0, Duration.ZERO)) {
            Slack slack = Slack.getInstance(config);
            config.setMethodsEndpointUrlPrefix(fake.apiUrl());
            MovableClock clock = new MovableClock();
            RecordedPause pause = new RecordedPause(clock);
            Metrics metrics = new Metrics("slack", new Health());
            SlackSender sender =
                    new SlackSender(slack, new ChannelPace(clock, pause), pause, metrics, new RefusedTokens(metrics));
            Welcome welcome = new Welcome(
                    new Deduplicator(SlackConversations.SLACK, store.storage().deliveries(), new StoreCalls()),
                    sender,
                    full);

            welcome.to(INSTALLED, GRANT);
            welcome.to(INSTALLED, GRANT);

            assertThat(fake.post().get("channel")).isEqualTo("U1");
            assertThat(fake.postsWaiting()).isZero();
            slack.close();
            assertThat(fake.faults()).isEmpty();
        }
    }
}
