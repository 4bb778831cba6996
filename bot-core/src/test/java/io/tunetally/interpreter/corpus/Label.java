package io.tunetally.interpreter.corpus;

import io.tunetally.request.Interpretation;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The expected reading of a message, in one line of a corpus: {@code status intent slot=value slot=low..high}. Slots
 * are in alphabetical order; lists are joined with commas, spaces within a value are written as {@code _}.
 */
public record Label(String status, String intent, Map<String, String> slots) {
    public static Label parse(String line) {
        String[] parts = line.strip().split(" ", -1);
        Map<String, String> slots = new TreeMap<>();
        for (int i = 2; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            slots.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
        }
        return new Label(parts[0], parts[1], slots);
    }

    public static Label of(Interpretation read) {
        return new Label(read.status().word(), read.intent().word(), slots(read.slots()));
    }

    /** Returns values by their names, as a label writes them. */
    public static Map<String, String> slots(Slots said) {
        Map<String, String> slots = new TreeMap<>();
        for (SlotName<?> name : said.names()) {
            Slot<?> slot = said.get(name);
            if (slot != null) {
                Object high = slot.high();
                slots.put(name.word(), text(slot.value()) + (high == null ? "" : ".." + text(high)));
            }
        }
        return slots;
    }

    private static String text(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Label::text).collect(Collectors.joining(","));
        }
        String text = value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
        return text.toLowerCase(java.util.Locale.ROOT).replace(' ', '_');
    }

    public boolean isRequest() {
        return !status.equals("not_a_request");
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(status).append(' ').append(intent);
        slots.forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
        return line.toString();
    }
}
