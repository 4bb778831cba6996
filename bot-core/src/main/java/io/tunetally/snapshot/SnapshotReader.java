package io.tunetally.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link SnapshotWriter} has written: much faster than the files that it was made of, and without their checks. */
public final class SnapshotReader {
    private final byte[] bytes;
    private final List<Type> types = new ArrayList<>();
    private final List<Object> read = new ArrayList<>();
    private int next;

    private SnapshotReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Returns the value of a snapshot.
     *
     * @param type its class
     * @throws SnapshotException if it is none of this program
     */
    public static <T extends Record> T read(byte[] snapshot, Class<T> type) {
        SnapshotReader reader = new SnapshotReader(snapshot);
        try {
            return type.cast(reader.present());
        } catch (ReflectiveOperationException | IndexOutOfBoundsException | ClassCastException e) {
            throw new SnapshotException(
                    "no snapshot of " + type.getSimpleName() + ", or of another version: byte " + reader.next, e);
        }
    }

    private @Nullable Object value() throws ReflectiveOperationException {
        int code = number();
        return switch (code) {
            case Code.NULL -> null;
            case Code.FALSE -> false;
            case Code.TRUE -> true;
            case Code.INT -> whole();
            case Code.CHAR -> (char) number();
            case Code.STRING -> shared(text());
            case Code.LIST -> shared(list());
            case Code.SET -> set();
            case Code.MAP -> map();
            case Code.DECIMAL -> new BigDecimal(String.valueOf(value()));
            case Code.DATE -> LocalDate.ofEpochDay(number());
            case Code.AGAIN -> read.get(number());
            case Code.TYPE -> {
                types.add(Type.of(Class.forName(text())));
                yield value();
            }
            default ->
                switch (types.get(code - Code.FIRST_TYPE)) {
                    case Type.Enums(Map<String, Object> constants) -> constants.get(String.valueOf(value()));
                    case Type.Records(Constructor<?> constructor) -> shared(whole(constructor));
                };
        };
    }

    private <T> T shared(T value) {
        read.add(value);
        return value;
    }

    private int whole() {
        int number = number();
        return (number >>> 1) ^ -(number & 1);
    }

    private Object whole(Constructor<?> constructor) throws ReflectiveOperationException {
        @Nullable Object[] components = new @Nullable Object[constructor.getParameterCount()];
        for (int i = 0; i < components.length; i++) {
            components[i] = value();
        }
        return constructor.newInstance(components);
    }

    private String text() {
        int length = number();
        next += length;
        return new String(bytes, next - length, length, UTF_8);
    }

    private Set<Object> set() throws ReflectiveOperationException {
        return Collections.unmodifiableSet(new LinkedHashSet<>(list()));
    }

    private List<Object> list() throws ReflectiveOperationException {
        Object[] values = new Object[number()];
        for (int i = 0; i < values.length; i++) {
            values[i] = present();
        }
        return List.of(values);
    }

    private Map<Object, Object> map() throws ReflectiveOperationException {
        int size = number();
        Map<Object, Object> map = LinkedHashMap.newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            map.put(present(), present());
        }
        return Collections.unmodifiableMap(map);
    }

    /** Returns a value where there is one: only a component of a record may have none. */
    private Object present() throws ReflectiveOperationException {
        Object value = value();
        if (value == null) {
            throw new SnapshotException("byte " + next + " of a snapshot: a value is missing");
        }
        return value;
    }

    private int number() {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            byte bits = bytes[next++];
            number |= (bits & 0x7f) << shift;
            if (bits >= 0) {
                return number;
            }
        }
    }

    /** How values of a type are made. */
    private sealed interface Type {
        /** By name. */
        record Enums(Map<String, Object> constants) implements Type {}

        /** Of its components. */
        record Records(Constructor<?> constructor) implements Type {}

        static Type of(Class<?> type) throws NoSuchMethodException {
            if (type.isEnum()) {
                Map<String, Object> constants = new HashMap<>();
                for (Object constant : type.getEnumConstants()) {
                    constants.put(((Enum<?>) constant).name(), constant);
                }
                return new Enums(constants);
            }
            Class<?>[] components = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(components);
            constructor.setAccessible(true);
            return new Records(constructor);
        }
    }
}
