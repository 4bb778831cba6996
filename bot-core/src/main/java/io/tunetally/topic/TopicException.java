package io.tunetally.topic;

/** Thrown if a file of topics cannot be used; the message names file, line and key. */
public final class TopicException extends RuntimeException {
    public TopicException(String message) {
        super(message);
    }

    public TopicException(String message, Throwable cause) {
        super(message, cause);
    }
}
