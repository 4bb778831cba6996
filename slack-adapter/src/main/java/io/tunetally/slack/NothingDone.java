package io.tunetally.slack;

import java.io.IOException;

/** Slack has certainly not done what it was asked, so it can be asked again and nothing is seen twice. */
final class NothingDone extends IOException {
    private static final long serialVersionUID = 1;

    NothingDone(IOException cause) {
        super(cause.toString(), cause);
    }
}
