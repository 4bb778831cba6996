package io.tunetally.conversation;

import io.tunetally.request.Request;
import io.tunetally.storage.StorageException;

/** What came of looking a conversation up. */
public sealed interface Recall {
    /** The last request. */
    record Remembered(Request request) implements Recall {}

    /** There is none. */
    record Nothing() implements Recall {}

    /** The memory cannot be read now; there may be a last request. */
    record Unavailable(StorageException cause) implements Recall {}
}
