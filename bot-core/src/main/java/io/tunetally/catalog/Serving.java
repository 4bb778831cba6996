package io.tunetally.catalog;

/** A way in which a provider lets a customer run a tuned model. */
public enum Serving {
    /** Paid per token only. */
    SERVERLESS,
    /** Paid per token, plus a fee per hour while the model is deployed. */
    HOSTED,
    /** GPUs paid by the hour. */
    DEDICATED,
    /** Model units paid by the hour. */
    PROVISIONED,
    /** The weights can be downloaded, to be run elsewhere. */
    DOWNLOAD,
    /** The provider neither runs the tuned model nor hands it out. */
    NONE
}
