package io.tunetally.console.terminal;

import io.tunetally.chat.ConversationId;
import io.tunetally.chat.PlatformId;
import io.tunetally.reply.PlainText;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/**
 * What a command runs in: its streams, its environment and the time, so that a test can give its own.
 *
 * @param out results
 * @param err diagnostics
 * @param terminal whether a person sits in front of it
 */
public record CommandContext(
        Map<String, String> environment,
        BufferedReader in,
        PrintWriter out,
        PrintWriter err,
        Clock clock,
        boolean terminal) {
    public static final int WIDTH = 80;

    public CommandContext {
        environment = Map.copyOf(environment);
    }

    /** A conversation at the terminal. */
    public static ConversationId conversation(String name) {
        return new ConversationId(PlatformId.CONSOLE, "", name, "");
    }

    /** Colours only where a person sees them and has not said NO_COLOR. */
    public boolean coloured() {
        String noColour = environment.get("NO_COLOR");
        return terminal && (noColour == null || noColour.isEmpty());
    }

    /** Plain text of the terminal's width. */
    public PlainText plainText() {
        return new PlainText(WIDTH, coloured() ? PlainText.Style.ANSI : PlainText.Style.NONE);
    }
}
