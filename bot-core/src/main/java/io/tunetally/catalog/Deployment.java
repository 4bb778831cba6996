package io.tunetally.catalog;

/** The deployment of a tuned model, at providers with a separate price for each. */
public enum Deployment {
    GLOBAL,
    REGIONAL,
    DEVELOPER,
    SERVERLESS,
    DEDICATED,
    PROVISIONED
}
