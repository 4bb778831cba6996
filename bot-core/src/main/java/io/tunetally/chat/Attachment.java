package io.tunetally.chat;

import java.net.URI;

/** A file attached to a message. */
public record Attachment(String name, String mediaType, long sizeBytes, URI location) {}
