package io.tunetally.chat;

import java.net.URI;

/** A file that came with a message. */
public record Attachment(String name, String mediaType, long sizeBytes, URI location) {}
