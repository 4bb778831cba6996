package io.tunetally.chat;

/** The id of a platform, e.g. {@code slack}; a record, so that a new platform touches no core file. */
public record PlatformId(String value) {
    public static final PlatformId CONSOLE = new PlatformId("console");
}
