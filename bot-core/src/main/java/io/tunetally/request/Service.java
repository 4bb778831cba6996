package io.tunetally.request;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A request about the bot itself or about stored data, which asks for no cost. */
public enum Service {
    /** Forget the conversation. */
    RESET,
    /** Greet in return. */
    GREETING,
    /** Take thanks, or the end of a talk. */
    THANKS,
    /** Describe the bot and its prices. */
    ABOUT,
    /** Say which data is stored, for how long, and how to delete it. */
    PRIVACY,
    /** Delete the asker's data. */
    FORGET_ME,
    /** Show the asker's data. */
    EXPORT_ME;

    /** Returns its word in the lexicon and in commands: {@code forget-me}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the service of a word. */
    public static Optional<Service> of(String word) {
        return Stream.of(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
