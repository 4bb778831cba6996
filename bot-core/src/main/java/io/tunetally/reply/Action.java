package io.tunetally.reply;

/**
 * A button. Pressing it says {@code command}, so it survives a restart without stored state.
 *
 * @param label a few words
 * @param command canonical command text, as a person could type it
 */
public record Action(String label, String command, Emphasis emphasis) {
    public static Action of(String label, String command) {
        return new Action(label, command, Emphasis.NORMAL);
    }
}
