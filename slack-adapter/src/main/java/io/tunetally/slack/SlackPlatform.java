package io.tunetally.slack;

import io.tunetally.bot.Answer;
import io.tunetally.chat.Markup;
import io.tunetally.runtime.Platform;
import io.tunetally.runtime.PlatformProcess;
import io.tunetally.runtime.TrainingRun;
import io.tunetally.settings.SettingsException;
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
    private static final int BAD_CONFIGURATION = 78;

    private final PrintStream diagnostics;

    /** For {@link java.util.ServiceLoader}; diagnostics go to standard error. */
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
        try {
            SlackSettings.read(environment);
            return List.of();
        } catch (SettingsException e) {
            return e.problems();
        }
    }

    /** The message of a mention's answer: {@code chat.postMessage} without channel and thread. */
    @Override
    public String payload(Answer answer, Map<String, String> environment) {
        boolean newBlocks = SlackSettings.newBlocks(environment);
        return SlackMessage.json(SlackAnswers.posted(answer, newBlocks).payload());
    }

    @Override
    public int run(Map<String, String> environment) {
        List<String> missing = missingSettings(environment);
        if (!missing.isEmpty()) {
            missing.forEach(diagnostics::println);
            return BAD_CONFIGURATION;
        }
        SlackSettings settings = SlackSettings.read(environment);
        return new PlatformProcess("Slack", diagnostics)
                .run(environment, settings.operations(), parts -> new SlackApp(settings, parts));
    }

    @Override
    public int rehearse(Map<String, String> environment) throws IOException {
        try (SlackStandIn slack = new SlackStandIn()) {
            Map<String, String> rehearsal = TrainingRun.settings(
                    environment,
                    Map.of(
                            SlackSetting.BOT_TOKEN.name(),
                            "xoxb-rehearsal",
                            SlackSetting.SIGNING_SECRET.name(),
                            SlackStandIn.SIGNING_SECRET,
                            SlackSetting.API_URL.name(),
                            slack.apiUrl(),
                            SlackSetting.PORT.name(),
                            "0"));
            SlackSettings settings = SlackSettings.read(rehearsal);
            return new PlatformProcess("Slack", diagnostics).rehearse(rehearsal, settings.operations(), parts -> {
                SlackApp app = new SlackApp(settings, parts);
                return new TrainingRun(app, () -> slack.ask(app.port().orElseThrow()));
            });
        }
    }
}
