package io.tunetally.settings;

import java.net.InetAddress;
import java.util.Optional;

/** The port where a process serves its health and metrics. */
public sealed interface OperationsPort {
    /** No port. */
    record Off() implements OperationsPort {}

    /** A port of one of this machine's addresses; 0 picks a free one. */
    record On(int port, InetAddress address) implements OperationsPort {
        /** Creates a port of 127.0.0.1. */
        public On(int port) {
            this(port, InetAddress.ofLiteral("127.0.0.1"));
        }
    }

    /** Reads {@code TUNETALLY_OPS_PORT}, with the adapter's usual port as default, and {@code TUNETALLY_OPS_ADDRESS}, with 127.0.0.1. */
    static OperationsPort from(SettingsReader reader, int usual) {
        Optional<InetAddress> address =
                reader.parsed(Setting.TUNETALLY_OPS_ADDRESS, OperationsPort::literal, "is not an IP address");
        OperationsPort port = reader.parsed(Setting.TUNETALLY_OPS_PORT, OperationsPort::parse, "is not a port number")
                .orElse(new On(usual));
        return port instanceof On on ? new On(on.port(), address.orElse(on.address())) : port;
    }

    /** Parses an address without a name lookup: the network may not be up yet. */
    private static Optional<InetAddress> literal(String value) {
        try {
            return Optional.of(InetAddress.ofLiteral(value));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<OperationsPort> parse(String value) {
        return value.equals("off")
                ? Optional.of(new Off())
                : SettingsReader.asPort(value).map(On::new);
    }
}
