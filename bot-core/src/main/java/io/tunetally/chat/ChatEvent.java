package io.tunetally.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Something a person did that may want an answer. */
public sealed interface ChatEvent {
    Envelope envelope();

    /**
     * A message as typed, the platform's markup still in it.
     *
     * @param earlier its earlier wording, where it was edited
     */
    record Said(Envelope envelope, Markup markup, String text, List<Attachment> attachments, Optional<Earlier> earlier)
            implements ChatEvent {
        public Said {
            attachments = List.copyOf(attachments);
        }

        /** A message that was not edited. */
        public Said(Envelope envelope, Markup markup, String text, List<Attachment> attachments) {
            this(envelope, markup, text, attachments, Optional.empty());
        }
    }

    /**
     * A wording that was answered before its message was edited, by what the conversation remembered, in canonical text.
     *
     * @param before what was remembered before it: the new wording leans on that, not on the old one
     * @param after what was remembered because of it: where that is something else by now, others have gone on, and it stays
     */
    record Earlier(Optional<String> before, Optional<String> after) {}

    /** A typed command: {@code verb} is an intent's word, {@code options} are option name to value. */
    record Commanded(Envelope envelope, String verb, Map<String, String> options) implements ChatEvent {
        public Commanded {
            options = Map.copyOf(options);
        }
    }

    /**
     * A message of anybody's, the platform's markup still in it, at which somebody points who wants its cost. It is read on
     * its own and is no part of that person's conversation.
     */
    record PointedAt(Envelope envelope, Markup markup, String text) implements ChatEvent {}

    /** A button or menu: the command it stands for, in canonical text. */
    record Chose(Envelope envelope, String commandText) implements ChatEvent {}
}
