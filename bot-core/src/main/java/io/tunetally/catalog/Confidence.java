package io.tunetally.catalog;

/** The level of support for a figure. */
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
