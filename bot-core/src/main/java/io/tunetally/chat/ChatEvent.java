package io.tunetally.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A person's action that may need an answer. */
public sealed interface ChatEvent {
    Envelope envelope();

    /**
     * A message as typed, including the platform's markup.
     *
     * @param earlier its earlier wording, if it was edited
     */
    record Said(Envelope envelope, Markup markup, String text, List<Attachment> attachments, Optional<Earlier> earlier)
            implements ChatEvent {
        public Said {
            attachments = List.copyOf(attachments);
        }

        /** Creates a message that was not edited. */
        public Said(Envelope envelope, Markup markup, String text, List<Attachment> attachments) {
            this(envelope, markup, text, attachments, Optional.empty());
        }
    }

    /**
     * The state around an earlier wording that was answered before its message was edited, as remembered canonical
     * texts.
     *
     * @param before the memory before it, which the new wording refers to
     * @param after the memory because of it: if that has changed since, others have continued, and it stays
     */
    record Earlier(Optional<String> before, Optional<String> after) {}

    /** A typed command: {@code verb} is an intent's word, {@code options} are option name to value. */
    record Commanded(Envelope envelope, String verb, Map<String, String> options) implements ChatEvent {
        public Commanded {
            options = Map.copyOf(options);
        }
    }

    /**
     * A message by any author, including the platform's markup, for which a person requests the cost. It is interpreted
     * on its own and is not part of that person's conversation.
     */
    record PointedAt(Envelope envelope, Markup markup, String text) implements ChatEvent {}

    /**
     * A button or menu choice, as the canonical text of its command.
     *
     * @param discussion the conversation that the pressed message stands in, which may be another's; empty for a message
     *     that only the person sees
     */
    record Chose(Envelope envelope, String commandText, Optional<ConversationId> discussion) implements ChatEvent {
        /** Creates a choice in the person's own conversation. */
        public Chose(Envelope envelope, String commandText) {
            this(envelope, commandText, Optional.empty());
        }
    }
}
