package io.tunetally.settings;

import java.util.Optional;

/** Where a process answers for its health and metrics, on 127.0.0.1. */
public sealed interface OperationsPort {
    /** Nowhere. */
    record Off() implements OperationsPort {}

    /** On this port; 0 takes a free one. */
    record On(int port) implements OperationsPort {}

    /** {@code TUNETALLY_OPS_PORT}, or the port that is usual for the adapter. */
    static OperationsPort from(SettingsReader reader, int usual) {
        return reader.parsed(Setting.TUNETALLY_OPS_PORT, OperationsPort::parse, "is no port number")
                .orElse(new On(usual));
    }

    private static Optional<OperationsPort> parse(String value) {
        return value.equals("off")
                ? Optional.of(new Off())
                : SettingsReader.asPort(value).map(On::new);
    }
}
