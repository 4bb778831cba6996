package io.tunetally.slack.api;

import java.io.IOException;

/** Slack has certainly not done what it was asked, so it can be asked again and nothing is seen twice. */
public final class NotProcessedException extends IOException {
    private static final long serialVersionUID = 1;

    public NotProcessedException(IOException cause) {
        super(cause.toString(), cause);
    }
}
