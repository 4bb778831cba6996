package io.tunetally.download;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An address that was not read, or not to its end. The message is for the log and names no query. */
public final class DownloadException extends IOException {
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int status;
    private final String location;

    /** The reasons. */
    public enum Kind {
        /** The address is not one of those that may be read. */
        FOREIGN,
        /** The server answered with another status than 200; a redirect is one. */
        STATUS,
        TOO_LARGE,
        /** It did not arrive in time, or nothing arrived for a while. */
        TOO_SLOW,
        UNREACHABLE,
        /** The connection cannot be trusted. */
        UNTRUSTED,
        /** It ended too early. */
        BROKEN,
        INTERRUPTED
    }

    DownloadException(Kind kind, String message) {
        this(kind, message, null);
    }

    DownloadException(Kind kind, String message, @Nullable Throwable cause) {
        this(kind, message, 0, "", cause);
    }

    private DownloadException(Kind kind, String message, int status, String location, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = status;
        this.location = location;
    }

    /** Returns the problem of an answer other than 200. */
    static DownloadException of(int status, String location) {
        return new DownloadException(Kind.STATUS, "answers " + status, status, location, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Returns the server's answer; 0 if it gave none or 200. */
    public int status() {
        return status;
    }

    /** Returns the address that a redirect names; empty if it is none. */
    public String location() {
        return location;
    }
}
