package io.tunetally.discord.message;

import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.storage.ActionKeys;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a button, menu or form: {@code v1|op|place|reference}, or {@code v2|asker|op|place|reference} where it says who
 * asked ({@link AskedBy}). An id that comes back is untrusted input.
 *
 * @param place tells components of one message apart
 * @param reference the command, see {@link #reference(String)}
 */
public record ComponentId(Op op, int place, String reference) {
    private static final Pattern FORM = Pattern.compile("v1\\|([a-z]{3,5})\\|(\\d{1,2})\\|([=#].{1,84})");
    private static final Pattern KEY = Pattern.compile("#[A-Za-z0-9_-]{22}");

    /** The longest command that fits into an id. */
    private static final int COMMAND = 84;

    /** The operation of a component on its command. */
    public enum Op {
        /** Answers it. */
        SAY,
        /** Answers it for everybody. */
        SHARE,
        /** Opens a form filled with it. */
        EDIT,
        /** Answers the command that was picked from a menu. */
        PICK,
        /** Answers it as a form has changed it. */
        FORM;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Optional<Op> of(String word) {
            return Arrays.stream(values()).filter(op -> op.word().equals(word)).findFirst();
        }
    }

    public static ComponentId of(Op op, int place, String command) {
        return new ComponentId(op, place, reference(command));
    }

    /** {@code =command}, or {@code #key} of one that is too long or could break the id; the sender stores what the key stands for. */
    static String reference(String command) {
        return needsKey(command) ? "#" + ActionKeys.keyOf(command) : "=" + command;
    }

    static boolean needsKey(String command) {
        return command.length() > COMMAND || command.chars().anyMatch(Character::isISOControl);
    }

    /** Whether a command can stand behind a component at all. */
    static boolean canCarry(String command) {
        return !command.isBlank() && command.length() <= Interpreter.MAXIMUM_LENGTH;
    }

    public String write() {
        return "v1|" + op.word() + "|" + place + "|" + reference;
    }

    /** Reads an id; empty if this version has not written it. */
    public static Optional<ComponentId> parse(String customId) {
        Matcher form = FORM.matcher(AskedBy.without(customId));
        if (customId.length() > DiscordLimits.CUSTOM_ID || !form.matches() || !isReference(form.group(3))) {
            return Optional.empty();
        }
        return Op.of(form.group(1)).map(op -> new ComponentId(op, Integer.parseInt(form.group(2)), form.group(3)));
    }

    public static boolean isReference(String text) {
        return text.startsWith("=") ? text.length() > 1 : KEY.matcher(text).matches();
    }
}
