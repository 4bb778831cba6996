package io.tunetally.chat;

import java.util.List;
import java.util.Map;

/** Something a person did that may want an answer. */
public sealed interface ChatEvent {
    Envelope envelope();

    /** A message as typed, the platform's markup still in it. */
    record Said(Envelope envelope, String text, List<Attachment> attachments) implements ChatEvent {
        public Said {
            attachments = List.copyOf(attachments);
        }
    }

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
    record PointedAt(Envelope envelope, String text) implements ChatEvent {}

    /** A button or menu: the command it stands for, in canonical text. */
    record Chose(Envelope envelope, String commandText) implements ChatEvent {}
}
