package io.tunetally.bot;

import io.tunetally.chat.BoardMessage;
import io.tunetally.chat.ConversationId;

/** Is told where the board of a discussion stands, so that it is brought up to date there. Returns immediately. */
public interface Boards {
    /** Keeps no board up to date. */
    Boards NONE = new Boards() {
        @Override
        public void shown(ConversationId discussion, BoardMessage message) {}

        @Override
        public void replaced(ConversationId discussion, String message) {}
    };

    /** Is told of a message that shows the board. */
    void shown(ConversationId discussion, BoardMessage message);

    /**
     * Is told that a message shows something else now.
     *
     * @param message the platform's name of it
     */
    void replaced(ConversationId discussion, String message);
}
