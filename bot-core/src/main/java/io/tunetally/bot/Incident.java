package io.tunetally.bot;

import java.util.UUID;

/** The number under which a failure is logged and reported. */
public final class Incident {
    private Incident() {}

    public static String id() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
