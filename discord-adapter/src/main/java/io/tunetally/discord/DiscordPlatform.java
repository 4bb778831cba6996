package io.tunetally.discord;

import io.tunetally.bot.Answer;
import io.tunetally.chat.Markup;
import io.tunetally.discord.api.DiscordSetting;
import io.tunetally.discord.api.DiscordSettings;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.runtime.Platform;
import io.tunetally.runtime.PlatformProcess;
import io.tunetally.runtime.TrainingRun;
import io.tunetally.settings.SettingsException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Discord as the console and {@link DiscordMain} run it. */
public final class DiscordPlatform implements Platform {
    private static final int BAD_CONFIGURATION = 78;

    private final PrintStream diagnostics;

    /** For {@link java.util.ServiceLoader}; diagnostics go to standard error. */
    public DiscordPlatform() {
        this(System.err);
    }

    DiscordPlatform(PrintStream diagnostics) {
        this.diagnostics = diagnostics;
    }

    @Override
    public String name() {
        return "discord";
    }

    @Override
    public Markup markup() {
        return Markup.MARKDOWN;
    }

    @Override
    public List<String> missingSettings(Map<String, String> environment) {
        try {
            DiscordSettings.read(environment);
            return List.of();
        } catch (SettingsException e) {
            return e.problems();
        }
    }

    /** The message of a mention's answer: message-create without what it replies to. */
    @Override
    public String payload(Answer answer, Map<String, String> environment) {
        return DiscordAnswers.post(answer).in(DiscordMessage.Form.PICTURES).json();
    }

    @Override
    public int run(Map<String, String> environment) {
        List<String> missing = missingSettings(environment);
        if (!missing.isEmpty()) {
            missing.forEach(diagnostics::println);
            return BAD_CONFIGURATION;
        }
        DiscordSettings settings = DiscordSettings.read(environment);
        return new PlatformProcess("Discord", diagnostics)
                .run(environment, settings.operations(), parts -> new DiscordApp(settings, parts));
    }

    @Override
    public int rehearse(Map<String, String> environment) throws IOException {
        try (DiscordStandIn discord = new DiscordStandIn()) {
            Map<String, String> rehearsal = TrainingRun.settings(
                    environment,
                    Map.of(DiscordSetting.TOKEN.name(), "rehearsal", DiscordSetting.API_URL.name(), discord.apiUrl()));
            DiscordSettings settings = DiscordSettings.read(rehearsal);
            return new PlatformProcess("Discord", diagnostics)
                    .rehearse(
                            rehearsal,
                            settings.operations(),
                            parts -> new TrainingRun(new DiscordApp(settings, parts), discord::askAndWait));
        }
    }
}
