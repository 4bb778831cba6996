package io.tunetally.request;

/** Whether a message is meant for the bot. */
public enum Address {
    /** It was written to others, so it is never a request. */
    OVERHEARD,
    /** A mention, a direct message or a command. */
    ADDRESSED,
    /** A person chose a message for an estimate, their own or another's, so it is a request even if it asks nothing. */
    POINTED_AT;

    public static Address of(boolean addressed) {
        return addressed ? ADDRESSED : OVERHEARD;
    }
}
