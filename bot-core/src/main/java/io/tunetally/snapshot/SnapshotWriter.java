package io.tunetally.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record and what it holds: records, enums, lists, sets, maps, texts, flags, characters, whole numbers of 32 bits, decimals
 * and dates. Equal texts, lists and records are written once.
 */
public final class SnapshotWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Class<?>, Integer> types = new HashMap<>();
    private final Map<Object, Integer> written = new HashMap<>();

    private SnapshotWriter() {}

    /**
     * Returns the snapshot of a value.
     *
     * @throws SnapshotException naming the class of a value that it cannot hold
     */
    public static byte[] write(Record value) {
        SnapshotWriter writer = new SnapshotWriter();
        writer.value(value);
        return writer.out.toByteArray();
    }

    private void value(@Nullable Object value) {
        switch (value) {
            case null -> number(Code.NULL);
            case Boolean flag -> number(flag ? Code.TRUE : Code.FALSE);
            case Integer whole -> {
                number(Code.INT);
                number((whole << 1) ^ (whole >> (Integer.SIZE - 1)));
            }
            case Character character -> {
                number(Code.CHAR);
                number(character);
            }
            case BigDecimal decimal -> {
                number(Code.DECIMAL);
                value(decimal.toString());
            }
            case LocalDate date -> {
                number(Code.DATE);
                number(Math.toIntExact(date.toEpochDay()));
            }
            case Set<?> set -> all(Code.SET, set);
            case Map<?, ?> map -> {
                number(Code.MAP);
                number(map.size());
                map.forEach((key, of) -> {
                    value(key);
                    value(of);
                });
            }
            case Enum<?> constant -> {
                number(type(constant.getDeclaringClass()));
                value(constant.name());
            }
            default -> shared(value);
        }
    }

    /** Writes a value that may occur again. */
    private void shared(Object value) {
        Integer before = written.get(value);
        if (before != null) {
            number(Code.AGAIN);
            number(before);
            return;
        }
        switch (value) {
            case String text -> {
                byte[] bytes = text.getBytes(UTF_8);
                number(Code.STRING);
                number(bytes.length);
                out.writeBytes(bytes);
            }
            case List<?> list -> all(Code.LIST, list);
            case Record whole -> {
                number(type(whole.getClass()));
                for (RecordComponent component : whole.getClass().getRecordComponents()) {
                    value(component(whole, component));
                }
            }
            default ->
                throw new SnapshotException(
                        "no snapshot holds a " + value.getClass().getName());
        }
        // The reader knows a value's index when it has read the whole of it.
        written.put(value, written.size());
    }

    private void all(int code, Collection<?> values) {
        number(code);
        number(values.size());
        values.forEach(this::value);
    }

    private static @Nullable Object component(Record whole, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new SnapshotException("cannot read " + component, e);
        }
    }

    /** Returns the code of a type, and writes its name before the first value. */
    private int type(Class<?> type) {
        Integer known = types.get(type);
        if (known == null) {
            number(Code.TYPE);
            byte[] name = type.getName().getBytes(UTF_8);
            number(name.length);
            out.writeBytes(name);
            known = types.size();
            types.put(type, known);
        }
        return Code.FIRST_TYPE + known;
    }

    /** Writes seven bits a byte, the lowest first; the highest bit tells that more follow. */
    private void number(int number) {
        int rest = number;
        while ((rest & ~0x7f) != 0) {
            out.write((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
