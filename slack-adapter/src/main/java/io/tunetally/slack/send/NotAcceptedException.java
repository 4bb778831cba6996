package io.tunetally.slack.send;

/**
 * Signals an event that cannot be taken now and is not acknowledged, so that Slack sends it again. An exception, as the SDK
 * acknowledges an event in the place of a handler whose response is not a success.
 */
public final class NotAcceptedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotAcceptedException(String why) {
        super(why);
    }

    public NotAcceptedException(String why, Exception cause) {
        super(why, cause);
    }
}
