package io.tunetally.catalog;

/** A provider's name in lower case, e.g. {@code together}. */
public record ProviderId(String value) {
    public static final ProviderId SELF_HOSTED = new ProviderId("selfhost");

    @Override
    public String toString() {
        return value;
    }
}
