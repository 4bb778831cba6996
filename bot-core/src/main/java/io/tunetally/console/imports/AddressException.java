package io.tunetally.console.imports;

/** Thrown if an address does not give a list; the message names the address, the problem and the remedy. */
public final class AddressException extends RuntimeException {
    AddressException(String message) {
        super(message);
    }
}
