package io.tunetally.catalog;

/** How much of the model a training updates. */
public enum Method {
    /** All weights; also the listed price of a provider that does not say. */
    FULL,
    /** A small adapter beside the frozen weights. */
    LORA
}
