package io.tunetally.reply;

/** A run of text with one emphasis. Never contains markup: each adapter escapes for itself. */
public sealed interface Span {
    String text();

    record Plain(String text) implements Span {}

    record Strong(String text) implements Span {}

    /** Text to be typed or copied literally. */
    record Code(String text) implements Span {}

    record Link(String text, String url) implements Span {}

    /** A person by the platform's id, whose name the platform shows. */
    record Person(String id) implements Span {
        @Override
        public String text() {
            return id;
        }
    }

    static Span plain(String text) {
        return new Plain(text);
    }

    static Span strong(String text) {
        return new Strong(text);
    }

    static Span code(String text) {
        return new Code(text);
    }
}
