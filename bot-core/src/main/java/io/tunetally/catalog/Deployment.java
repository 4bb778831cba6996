package io.tunetally.catalog;

/** How a tuned model is deployed where a provider prices that apart. */
public enum Deployment {
    GLOBAL,
    REGIONAL,
    DEVELOPER,
    SERVERLESS,
    DEDICATED,
    PROVISIONED
}
