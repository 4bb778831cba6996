package io.tunetally.dataset;

/** Is told how far a file has been read. */
@FunctionalInterface
public interface ReadingProgress {
    /** Reports nothing. */
    ReadingProgress NONE = (_, _, _) -> {};

    /** Called now and then from the reading thread. */
    void at(long bytes, long ofBytes, long examples);
}
