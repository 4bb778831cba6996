package io.tunetally.dataset;

/** Whether an example stands in the file before. */
enum Repetition {
    NEW,
    SIMILAR,
    SAME
}
