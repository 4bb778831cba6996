package io.tunetally.chat;

/**
 * A request to say what a training file costs.
 *
 * @param text the words beside the file, which may name models, a method and epochs
 */
public record FileQuestion(Envelope envelope, Markup markup, String text, SharedFile file, Progress progress) {
    /** Is told how far a file was read. */
    @FunctionalInterface
    public interface Progress {
        /** Reports nothing. */
        Progress NONE = (_, _, _) -> {};

        /** Called now and then from the reading thread. */
        void at(long bytes, long ofBytes, long examples);
    }
}
