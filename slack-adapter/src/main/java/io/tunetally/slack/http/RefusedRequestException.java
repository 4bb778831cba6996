package io.tunetally.slack.http;

import java.io.IOException;

/** A request that no handler sees: malformed or too large. */
final class RefusedRequestException extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;

    RefusedRequestException(int status, String reason) {
        super(reason);
        this.status = status;
        this.reason = reason;
    }

    HttpReply reply() {
        return HttpReply.text(status, reason);
    }
}
