package io.tunetally.conversation;

import io.tunetally.request.Interpretation;
import io.tunetally.request.Request;
import io.tunetally.storage.StorageException;
import org.jspecify.annotations.Nullable;

/** The result of looking up a conversation. */
public sealed interface Recall {
    /**
     * The last request.
     *
     * @param open the question that was asked back about it, null if it was answered
     */
    record Remembered(Request request, Interpretation.@Nullable Question open) implements Recall {}

    /** There is no last request. */
    record Nothing() implements Recall {}

    /** The memory cannot be read now; there may be a last request. */
    record Unavailable(StorageException cause) implements Recall {}
}
