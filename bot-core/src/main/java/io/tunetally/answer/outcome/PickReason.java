package io.tunetally.answer.outcome;

/** Why a recommendation leads with its pick. */
public enum PickReason {
    /** It costs least to train and run of all that can be started and stay open. */
    CHEAPEST,
    /** It is the cheapest way to train and run the model that was named. */
    CHEAPEST_OF_MODEL,
    /** It costs least to train and run of the models that were named and can be started. */
    CHEAPEST_OF_NAMED,
    /** The largest was asked for, and it is that of those that fit. */
    LARGEST,
    /** Several cost the same, and it is the guide's starting point among them. */
    STARTING_POINT,
    /** Only training has a price, so only that is compared. */
    RUNNING_UNKNOWN,
    /** The guide's prices were asked for, and it is one of the guide's starting points. */
    GUIDE
}
