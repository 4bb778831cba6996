package io.tunetally.dataset.source;

/** A file that cannot be read as training data at all. The message says why and what to do. */
public final class DatasetException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public DatasetException(String message) {
        super(message);
    }
}
