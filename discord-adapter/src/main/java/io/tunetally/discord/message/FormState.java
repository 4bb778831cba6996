package io.tunetally.discord.message;

import io.tunetally.interpreter.WrittenNumber;
import io.tunetally.reply.Cut;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A command and its options while a user changes them in a form: as text behind a button, so that the form comes back as
 * typed.
 *
 * @param verb the command
 * @param options option name to value, in the order of the command
 */
public record FormState(String verb, Map<String, String> options) {
    private static final String BETWEEN = ";";

    /** Enough for the name of a model. */
    private static final int LONGEST_WORDS = 30;

    /** The slots that options can say, with how they say them. */
    private static final List<Field<?>> FIELDS = List.of(
            new Field<>("model", SlotName.MODELS, models -> models.getFirst().value()),
            new Field<>("provider", SlotName.PROVIDER, provider -> provider.value()),
            new Field<>("examples", SlotName.EXAMPLES, String::valueOf),
            new Field<>("tokens", SlotName.TOKENS_PER_EXAMPLE, String::valueOf),
            new Field<>("epochs", SlotName.EPOCHS, String::valueOf),
            new Field<>("requests_per_day", SlotName.REQUESTS_PER_DAY, requests -> requests.toPlainString()),
            new Field<>("months", SlotName.MONTHS, String::valueOf),
            new Field<>("method", SlotName.METHOD, method -> method.name().toLowerCase(Locale.ROOT)),
            new Field<>("edition", SlotName.EDITION, edition -> edition));

    private record Field<T>(String option, SlotName<T> name, Function<T, String> spelling) {
        Optional<String> in(Request request) {
            return Optional.ofNullable(request.slots().value(name)).map(spelling);
        }
    }

    public FormState {
        options = new LinkedHashMap<>(options);
    }

    /** The state of a request; empty if it says more than options can: a form would lose it. */
    static Optional<FormState> of(Request request) {
        Optional<String> verb = verb(request);
        boolean sayable = request.slots().names().stream().allMatch(name -> isSayable(request, name));
        if (verb.isEmpty() || !sayable) {
            return Optional.empty();
        }
        Map<String, String> options = new LinkedHashMap<>();
        FIELDS.forEach(field -> field.in(request).ifPresent(value -> options.put(field.option(), value)));
        return Optional.of(new FormState(verb.get(), options));
    }

    private static Optional<String> verb(Request request) {
        return switch (request) {
            case Request.Estimate _ -> Optional.of("cost");
            case Request.Tco _ -> Optional.of("tco");
            case Request.BreakEven _ -> Optional.of("breakeven");
            case Request.Compare _,
                    Request.Budget _,
                    Request.Recommend _,
                    Request.WorthIt _,
                    Request.Migrate _,
                    Request.TippingPoints _,
                    Request.Models _,
                    Request.Explain _,
                    Request.Help _ -> Optional.empty();
        };
    }

    private static boolean isSayable(Request request, SlotName<?> name) {
        Slot<?> slot = request.slots().get(name);
        boolean one = slot == null
                || (slot.high() == null && !(slot.value() instanceof List<?> values && values.size() != 1));
        return one && FIELDS.stream().anyMatch(field -> field.name().equals(name));
    }

    /** The same with the values of a form; an empty field removes the option. */
    public FormState with(Map<String, String> typed) {
        Map<String, String> changed = new LinkedHashMap<>(options);
        typed.forEach((name, value) -> {
            if (value.isBlank()) {
                changed.remove(name);
            } else {
                changed.put(name, value.strip());
            }
        });
        return new FormState(verb, changed);
    }

    /**
     * The same for the button that goes back to a form. Words that were typed there come along, cut, as long as the button's id
     * holds them: what has to be stored for it is only numbers and what stood there before.
     *
     * @param before what the form was opened with
     */
    public FormState toGoBackTo(FormState before) {
        FormState cut = withWords(before, (typed, _) -> Cut.to(typed, LONGEST_WORDS));
        return ComponentId.needsKey(cut.write()) ? withWords(before, (_, was) -> was) : cut;
    }

    private FormState withWords(FormState before, BinaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>();
        options.forEach((name, value) -> {
            String was = before.options.getOrDefault(name, "");
            boolean isWords = !value.equals(was) && WrittenNumber.of(value).isEmpty();
            changed.put(name, isWords ? change.apply(value, was) : value);
        });
        return with(changed);
    }

    /** {@code cost;model=gpt-4o;examples=1000}. */
    public String write() {
        return verb
                + options.entrySet().stream()
                        .map(option -> BETWEEN + option.getKey() + "=" + clean(option.getValue()))
                        .collect(Collectors.joining());
    }

    private static String clean(String value) {
        return value.replaceAll("[;=\\p{Cntrl}]", " ");
    }

    /** Reads a state; empty for a text that {@link #write} has not written. */
    public static Optional<FormState> parse(String text) {
        List<String> parts = List.of(text.split(BETWEEN, -1));
        if (!parts.getFirst().matches("cost|tco|breakeven")) {
            return Optional.empty();
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals < 1 || FIELDS.stream().noneMatch(field -> field.option().equals(part.substring(0, equals)))) {
                return Optional.empty();
            }
            options.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return Optional.of(new FormState(parts.getFirst(), options));
    }
}
