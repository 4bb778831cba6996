package io.tunetally.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import io.tunetally.bot.Bot;
import io.tunetally.bot.Work;
import io.tunetally.console.PlatformProcess;
import io.tunetally.settings.Secret;
import io.tunetally.settings.SlackSettings;
import io.tunetally.storage.Deliveries;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running adapter: one app, one Slack client for the whole process, one transport. */
final class SlackApp implements PlatformProcess.Adapter {
    private static final Logger LOG = LoggerFactory.getLogger(SlackApp.class);
    private static final int CALL_TIMEOUT_MILLIS = 10_000;
    private static final int MOST_WORK = 500;

    /** What is left of the five seconds within which the process must be gone. */
    private static final Duration PATIENCE = Duration.ofMillis(3_500);

    private final Slack slack;
    private final App app;
    private final Work work;
    private final Transport transport;

    /**
     * Puts the adapter together and asks Slack who it is.
     *
     * @throws IllegalArgumentException where Slack does not take the bot token
     */
    SlackApp(SlackSettings settings, Bot bot, Deliveries deliveries, Clock clock) throws IOException {
        slack = Slack.getInstance(client(settings));
        work = new Work(MOST_WORK, PATIENCE);
        app = new App(config(settings, slack));
        ChannelPace.Pause pause = ChannelPace.Pause.SLEEPING;
        SlackSender sender = new SlackSender(slack, new ChannelPace(clock, pause), pause);
        SlackAnswers answers = new SlackAnswers(bot);
        new SlackEvents(answers, deliveries, sender, work).register(app);
        new Shortcuts(bot, answers, sender, work).register(app);
        transport = transport(settings, app, clock);
    }

    private static SlackConfig client(SlackSettings settings) {
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl().toString());
        config.setHttpClientCallTimeoutMillis(CALL_TIMEOUT_MILLIS);
        config.getMethodsConfig().setStatsEnabled(false);
        config.setPrettyResponseLoggingEnabled(false);
        return config;
    }

    private static AppConfig config(SlackSettings settings, Slack slack) {
        AppConfig config = AppConfig.builder()
                .slack(slack)
                .singleTeamBotToken(settings.botToken().map(Secret::reveal).orElse(null))
                .signingSecret("")
                // The transport has looked at the raw body; here it would be done once more.
                .requestVerificationEnabled(false)
                .authTestCacheEnabled(true)
                .authTestCacheExpirationMillis(-1)
                .allEventsApiAutoAckEnabled(true)
                .build();
        config.setClientId(null);
        config.setClientSecret(null);
        return config;
    }

    private static Transport transport(SlackSettings settings, App app, Clock clock) throws IOException {
        return switch (settings.transport()) {
            case SlackSettings.Transport.SocketMode mode ->
                new SocketModeTransport(app, mode.appToken().reveal());
            case SlackSettings.Transport.Http mode ->
                new HttpTransport(app, mode.signingSecret().reveal(), settings.port(), clock);
        };
    }

    /** Takes events from now on. */
    @Override
    public void start() throws Exception {
        app.start();
        transport.start();
        LOG.info("Slack adapter ready: {}", transport);
    }

    @Override
    public boolean isConnected() {
        return transport.isConnected();
    }

    Transport transport() {
        return transport;
    }

    /** Takes no more, ends what has begun, and lets go. */
    @Override
    public void close() {
        transport.stopIntake();
        work.close();
        transport.close();
        app.stop();
        try {
            slack.close();
        } catch (Exception unclosed) {
            LOG.warn("the client of Slack did not close", unclosed);
        }
        LOG.info("Slack adapter stopped");
    }
}
