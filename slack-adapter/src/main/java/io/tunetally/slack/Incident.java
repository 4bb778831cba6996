package io.tunetally.slack;

import java.util.UUID;

/** The number under which a failure is logged and reported. */
final class Incident {
    private Incident() {}

    static String id() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
