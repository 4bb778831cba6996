package io.tunetally.catalog;

/** How well a figure is supported. */
public enum Confidence {
    /** A vendor's feed or a dated crawl of the vendor's page. */
    A,
    /** A vendor's document, or two independent copies that agree. */
    B,
    /** One secondary copy. */
    C,
    /** Derived or unverified. */
    D
}
