package io.tunetally.console.terminal;

import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.PlatformId;
import io.tunetally.chat.UserId;
import io.tunetally.reply.PlainText;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/**
 * The context of a command: its streams, environment and clock, which tests can replace.
 *
 * @param out results
 * @param err diagnostics
 * @param terminal whether it is interactive
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

    /** Returns the id of a conversation at the terminal. */
    public static ConversationId conversation(String name) {
        return new ConversationId(PlatformId.CONSOLE, "", name, "");
    }

    /** Returns a message typed at the console; each command line is its own conversation. */
    public static ChatEvent.Said said(String text, String conversation) {
        return said(text, conversation, new UserId("console"));
    }

    /** Returns the same of one of several people at the console. */
    public static ChatEvent.Said said(String text, String conversation, UserId person) {
        Envelope envelope = new Envelope("", conversation(conversation), person, true);
        return new ChatEvent.Said(envelope, Markup.PLAIN, text, List.of());
    }

    /** True for colours: only on a terminal without NO_COLOR. */
    public boolean coloured() {
        String noColour = environment.get("NO_COLOR");
        return terminal && (noColour == null || noColour.isEmpty());
    }

    /** Returns a plain-text format of the terminal's width. */
    public PlainText plainText() {
        return plainText("ask --save DIR writes it");
    }

    /**
     * Returns the same with another note.
     *
     * @param fileNote the note beside the name of each file
     */
    public PlainText plainText(String fileNote) {
        return new PlainText(WIDTH, coloured() ? PlainText.Style.ANSI : PlainText.Style.NONE, fileNote);
    }
}
