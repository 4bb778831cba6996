package io.tunetally.reply;

import io.tunetally.units.Rounded;

/**
 * A button. Pressing it says {@code command}, so it survives a restart without stored state.
 *
 * @param label a few words
 * @param command canonical command text, as a person could type it
 */
public record Action(String label, String command, Emphasis emphasis) {
    /** Returns the command as it is shown to be typed; the answer to its rounded numbers is the same. */
    public String shown() {
        return Rounded.text(command);
    }

    public static Action of(String label, String command) {
        return new Action(label, command, Emphasis.NORMAL);
    }
}
