package io.tunetally.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tunetally.console.Platform;
import io.tunetally.reply.PlainText;
import io.tunetally.reply.Reply;
import io.tunetally.settings.DiscordSettings;
import io.tunetally.settings.SettingsException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Discord as the console and {@link DiscordMain} run it. */
public final class DiscordPlatform implements Platform {
    private static final int UNAVAILABLE = 69;
    private static final int BAD_CONFIGURATION = 78;
    private static final int CONTENT = 2_000;

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
    public List<String> missingSettings(Map<String, String> environment) {
        try {
            DiscordSettings.read(environment);
            return List.of();
        } catch (SettingsException e) {
            return e.problems();
        }
    }

    /** Plain text, as long as Discord takes. */
    @Override
    public String payload(Reply reply) {
        String text = new PlainText(80, PlainText.Style.NONE).render(reply);
        String content = text.length() <= CONTENT ? text : text.substring(0, CONTENT - 1) + "…";
        return JsonNodeFactory.instance.objectNode().put("content", content).toString();
    }

    @Override
    public int run(Map<String, String> environment) {
        List<String> missing = missingSettings(environment);
        if (!missing.isEmpty()) {
            missing.forEach(diagnostics::println);
            return BAD_CONFIGURATION;
        }
        diagnostics.println(
                "The settings for Discord are complete, but this build of the adapter does not connect yet.");
        return UNAVAILABLE;
    }
}
