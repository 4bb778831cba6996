package io.tunetally.slack;

import io.tunetally.bot.Answer;
import io.tunetally.chat.Markup;
import io.tunetally.runtime.Platform;
import io.tunetally.runtime.PlatformSpec;
import io.tunetally.slack.api.SlackSetting;
import io.tunetally.slack.api.SlackSettings;
import io.tunetally.slack.event.SlackAnswers;
import io.tunetally.slack.message.SlackMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Slack as the console and {@link SlackMain} run it. */
public final class SlackPlatform implements Platform {
    static final PlatformSpec<SlackSettings, SlackApp> SPEC =
            new PlatformSpec<>("Slack", SlackSettings::read, SlackSettings::operations, SlackApp::new);

    private final PrintStream diagnostics;

    /** Called by {@link java.util.ServiceLoader}; diagnostics go to standard error. */
    public SlackPlatform() {
        this(System.err);
    }

    SlackPlatform(PrintStream diagnostics) {
        this.diagnostics = diagnostics;
    }

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public Markup markup() {
        return Markup.MRKDWN;
    }

    @Override
    public List<String> missingSettings(Map<String, String> environment) {
        return SPEC.missingSettings(environment);
    }

    /** The message of a mention's answer: {@code chat.postMessage} without channel and thread. */
    @Override
    public String payload(Answer answer, Map<String, String> environment) {
        boolean newBlocks = SlackSettings.newBlocks(environment);
        return SlackMessage.json(SlackAnswers.posted(answer, newBlocks).payload());
    }

    @Override
    public int run(Map<String, String> environment) {
        return SPEC.run(environment, diagnostics);
    }

    @Override
    public int rehearse(Map<String, String> environment) throws IOException {
        try (SlackStandIn slack = new SlackStandIn()) {
            return SPEC.rehearse(
                    environment,
                    diagnostics,
                    Map.of(
                            SlackSetting.BOT_TOKEN.name(),
                            "xoxb-rehearsal",
                            SlackSetting.SIGNING_SECRET.name(),
                            SlackStandIn.SIGNING_SECRET,
                            SlackSetting.API_URL.name(),
                            slack.apiUrl(),
                            SlackSetting.PORT.name(),
                            "0"),
                    app -> () -> slack.ask(app.port().orElseThrow()));
        }
    }
}
