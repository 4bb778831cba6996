package io.tunetally.settings;

import java.net.InetAddress;
import java.util.Optional;

/** Where a process answers for its health and metrics. */
public sealed interface OperationsPort {
    /** Nowhere. */
    record Off() implements OperationsPort {}

    /** On this port of an address of this machine; 0 takes a free one. */
    record On(int port, InetAddress address) implements OperationsPort {
        /** Of 127.0.0.1. */
        public On(int port) {
            this(port, InetAddress.ofLiteral("127.0.0.1"));
        }
    }

    /** {@code TUNETALLY_OPS_PORT}, or the port that is usual for the adapter, of {@code TUNETALLY_OPS_ADDRESS} or 127.0.0.1. */
    static OperationsPort from(SettingsReader reader, int usual) {
        Optional<InetAddress> address =
                reader.parsed(Setting.TUNETALLY_OPS_ADDRESS, OperationsPort::literal, "is no IP address");
        OperationsPort port = reader.parsed(Setting.TUNETALLY_OPS_PORT, OperationsPort::parse, "is no port number")
                .orElse(new On(usual));
        return port instanceof On on ? new On(on.port(), address.orElse(on.address())) : port;
    }

    /** No name is looked up: the network may not be there yet. */
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
