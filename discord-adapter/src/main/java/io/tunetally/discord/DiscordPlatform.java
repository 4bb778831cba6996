package io.tunetally.discord;

import io.tunetally.bot.Answer;
import io.tunetally.chat.Markup;
import io.tunetally.discord.api.DiscordSetting;
import io.tunetally.discord.api.DiscordSettings;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.runtime.Platform;
import io.tunetally.runtime.PlatformSpec;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Discord as the console and {@link DiscordMain} run it. */
public final class DiscordPlatform implements Platform {
    static final PlatformSpec<DiscordSettings, DiscordApp> SPEC =
            new PlatformSpec<>("Discord", DiscordSettings::read, DiscordSettings::operations, DiscordApp::new);

    private final PrintStream diagnostics;

    /** Called by {@link java.util.ServiceLoader}; diagnostics go to standard error. */
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
        return SPEC.missingSettings(environment);
    }

    /** The message of a mention's answer: message-create without what it replies to. */
    @Override
    public String payload(Answer answer, Map<String, String> environment) {
        return DiscordAnswers.post(answer).in(DiscordMessage.Form.PICTURES).json();
    }

    @Override
    public int run(Map<String, String> environment) {
        return SPEC.run(environment, diagnostics);
    }

    @Override
    public int rehearse(Map<String, String> environment) throws IOException {
        try (DiscordStandIn discord = new DiscordStandIn()) {
            return SPEC.rehearse(
                    environment,
                    diagnostics,
                    Map.of(DiscordSetting.TOKEN.name(), "rehearsal", DiscordSetting.API_URL.name(), discord.apiUrl()),
                    _ -> discord::askAndWait);
        }
    }
}
