package io.tunetally.catalog.yaml;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Spells the constants of an enum for price files: {@code CLOSED_TO_NEW_CUSTOMERS} is {@code closed-to-new-customers}. */
public final class Constants {
    private Constants() {}

    static <E extends Enum<E>> @Nullable E named(String name, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (name.equals(name(constant))) {
                return constant;
            }
        }
        return null;
    }

    static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Constants::name).collect(Collectors.joining(", "));
    }

    /** A single letter stays unchanged: confidence A to D. */
    public static String name(Enum<?> constant) {
        String name = constant.name();
        return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
