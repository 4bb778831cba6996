package io.tunetally.bot;

import io.tunetally.chat.ConversationId;

/** Is told where the board of a discussion stands, so that it is brought up to date there. Returns immediately. */
public interface Boards {
    /** Keeps no board up to date. */
    Boards NONE = new Boards() {
        @Override
        public void shown(ConversationId discussion, String message) {}

        @Override
        public void replaced(ConversationId discussion, String message) {}
    };

    /**
     * Is told of a message that shows the board.
     *
     * @param message the platform's name of it, as the adapter reads it
     */
    void shown(ConversationId discussion, String message);

    /** Is told that a message shows something else now. */
    void replaced(ConversationId discussion, String message);
}
