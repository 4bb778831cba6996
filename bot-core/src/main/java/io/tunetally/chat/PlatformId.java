package io.tunetally.chat;

/** Names a platform, e.g. {@code slack}; a record, so that a new platform touches no core file. */
public record PlatformId(String value) {
    public static final PlatformId CONSOLE = new PlatformId("console");
}
