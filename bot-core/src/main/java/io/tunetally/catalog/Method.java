package io.tunetally.catalog;

/** The part of the model that a training updates. */
public enum Method {
    /** All weights; also the listed price of a provider that does not specify the method. */
    FULL,
    /** A small adapter beside the frozen weights. */
    LORA
}
