package io.tunetally.conversation;

import io.tunetally.request.Request;
import io.tunetally.storage.StorageException;

/** The result of looking up a conversation. */
public sealed interface Recall {
    /** The last request. */
    record Remembered(Request request) implements Recall {}

    /** There is no last request. */
    record Nothing() implements Recall {}

    /** The memory cannot be read now; there may be a last request. */
    record Unavailable(StorageException cause) implements Recall {}
}
