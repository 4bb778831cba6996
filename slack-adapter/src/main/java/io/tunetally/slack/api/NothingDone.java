package io.tunetally.slack.api;

import java.io.IOException;

/** Slack has certainly not done what it was asked, so it can be asked again and nothing is seen twice. */
public final class NothingDone extends IOException {
    private static final long serialVersionUID = 1;

    public NothingDone(IOException cause) {
        super(cause.toString(), cause);
    }
}
