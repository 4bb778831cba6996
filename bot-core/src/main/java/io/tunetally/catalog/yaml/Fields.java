package io.tunetally.catalog.yaml;

import io.tunetally.catalog.FilePosition;
import io.tunetally.units.Band;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys of a mapping, read one by one; a key left at the {@link #end} is unknown. */
final class Fields {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]*");

    private final YamlNode.Mapping node;
    private final Faults faults;
    private final Set<String> known = new LinkedHashSet<>();

    Fields(YamlNode node, Faults faults) {
        this.faults = faults;
        if (node instanceof YamlNode.Mapping mapping) {
            this.node = mapping;
        } else {
            faults.add(node.place(), "must be keys with values");
            this.node = YamlNode.Mapping.empty(node.place());
        }
    }

    FilePosition place() {
        return node.place();
    }

    FilePosition place(String key) {
        YamlNode value = node.values().get(key);
        // The file as a whole has no line; its missing keys are reported at its beginning.
        return value == null ? node.place().child(key, Math.max(1, node.place().line())) : value.place();
    }

    boolean has(String key) {
        return node.values().containsKey(key);
    }

    Set<String> names() {
        return node.values().keySet();
    }

    void fault(String key, String problem) {
        faults.add(place(key), problem);
    }

    private Optional<YamlNode> value(String key) {
        known.add(key);
        return Optional.ofNullable(node.values().get(key));
    }

    private Optional<YamlNode> valueIfAny(String key) {
        return value(key).filter(found -> !found.isNull());
    }

    @Nullable String text(String key) {
        return value(key).map(this::textOf).orElse(null);
    }

    String requiredText(String key) {
        String text = text(key);
        if (text == null) {
            missing(key);
            return "";
        }
        return text;
    }

    /** Reads a name that is used in references and commands. */
    String requiredId(String key) {
        String id = requiredText(key);
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            fault(key, "'" + id + "' is not an id; use lower case letters, digits, '.' and '-'");
        }
        return id;
    }

    private void missing(String key) {
        if (!has(key)) {
            fault(key, "is missing; add it");
        }
    }

    private @Nullable String textOf(YamlNode value) {
        if (value instanceof YamlNode.Scalar scalar
                && scalar.kind() != YamlNode.Kind.NULL
                && !scalar.text().isBlank()) {
            return scalar.text();
        }
        faults.add(value.place(), "must be text");
        return null;
    }

    List<String> texts(String key) {
        return items(key).stream()
                .map(this::textOf)
                .map(text -> text == null ? "" : text)
                .toList();
    }

    List<Fields> list(String key) {
        return items(key).stream().map(item -> new Fields(item, faults)).toList();
    }

    private List<YamlNode> items(String key) {
        YamlNode value = value(key).orElse(null);
        if (value instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        if (value != null) {
            fault(key, "must be a list; write [a, b]");
        }
        return List.of();
    }

    /** The mapping under a key, or null if it is absent or explicitly left open with {@code null}. */
    @Nullable Fields mapping(String key) {
        return valueIfAny(key).map(found -> new Fields(found, faults)).orElse(null);
    }

    boolean flag(String key) {
        YamlNode value = value(key).orElse(null);
        if (value instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.FLAG) {
            return Boolean.parseBoolean(scalar.text());
        }
        if (value != null) {
            fault(key, "must be true or false");
        }
        return false;
    }

    @Nullable BigDecimal number(String key) {
        return value(key).map(found -> PlainNumber.read(found, faults)).orElse(null);
    }

    BigDecimal requiredNumber(String key) {
        BigDecimal number = number(key);
        if (number == null) {
            missing(key);
            return BigDecimal.ZERO;
        }
        return number;
    }

    /** A price: a number, or {@code {low, high}}; null if it is absent or explicitly left open. */
    @Nullable Band price(String key) {
        return valueIfAny(key).map(found -> PriceValue.read(found, faults)).orElse(null);
    }

    /** A date, or null if it is absent or explicitly left open. */
    @Nullable LocalDate date(String key) {
        return valueIfAny(key).map(found -> Dates.read(found, faults)).orElse(null);
    }

    <E extends Enum<E>> @Nullable E choice(String key, Class<E> type) {
        String text = text(key);
        return text == null ? null : constant(key, text, type);
    }

    <E extends Enum<E>> @Nullable E requiredChoice(String key, Class<E> type) {
        missing(key);
        return choice(key, type);
    }

    <E extends Enum<E>> Set<E> choices(String key, Class<E> type) {
        Set<E> chosen = new LinkedHashSet<>();
        for (String text : texts(key)) {
            E constant = constant(key, text, type);
            if (constant != null) {
                chosen.add(constant);
            }
        }
        return chosen;
    }

    private <E extends Enum<E>> @Nullable E constant(String key, String text, Class<E> type) {
        E constant = Constants.named(text, type);
        if (constant == null) {
            fault(key, "'" + text + "' is not one of " + Constants.names(type));
        }
        return constant;
    }

    /** Reports unknown keys; call it after all known keys have been read. */
    void end() {
        List<String> unknown = new ArrayList<>(node.values().keySet());
        unknown.removeAll(known);
        String choices = known.stream().sorted().collect(Collectors.joining(", "));
        unknown.forEach(key -> fault(key, "unknown key; known here: " + choices));
    }
}
