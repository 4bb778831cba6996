package io.tunetally.bot;

import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.PriceBook;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.Interpreter;
import io.tunetally.request.CanonicalText;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands and their options, and the translation of a typed command into text for the interpreter. */
final class Commands {
    private static final String PROVIDER = "provider";
    private static final Pattern BETWEEN_VALUES = Pattern.compile(CommandSpec.BETWEEN_VALUES, Pattern.CASE_INSENSITIVE);

    /** Maps each option to its phrase, in the order of the contract; {@code #} stands for the value. */
    private static final List<Map.Entry<CommandSpec.Option, String>> PRICING_OPTIONS = pricingOptions();

    private static List<Map.Entry<CommandSpec.Option, String>> pricingOptions() {
        List<Map.Entry<CommandSpec.Option, String>> options = new ArrayList<>();
        options.add(Map.entry(text("model", "Which model, e.g. gpt-4o or llama 8b"), "#"));
        options.add(Map.entry(text(PROVIDER, "Where to train it, e.g. together"), "on #"));
        for (SlotName<?> slot : SlotName.all()) {
            slot.option().ifPresent(name -> options.add(Map.entry(number(name, slot), slot.pattern())));
        }
        options.add(Map.entry(choice("method", "LoRA or full fine-tuning", List.of("lora", "full")), "#"));
        return List.copyOf(options);
    }

    private final List<String> editions;
    private final Map<String, List<String>> known;

    static Commands of(List<PriceBook> books, Interpreter interpreter) {
        return new Commands(
                books.stream().map(PriceBook::edition).toList(),
                Map.of("model", interpreter.models(), PROVIDER, interpreter.providers()));
    }

    /**
     * Creates the commands for these price books.
     *
     * @param known suggested values by option name
     */
    Commands(List<String> editions, Map<String, List<String>> known) {
        this.editions = List.copyOf(editions);
        this.known = Map.copyOf(known);
    }

    List<CommandSpec> specs() {
        List<CommandSpec> specs = new ArrayList<>();
        specs.add(new CommandSpec("cost", "What training a model costs", pricing(true)));
        specs.add(new CommandSpec("compare", "Models, providers or methods side by side", pricing(false)));
        specs.add(new CommandSpec("tco", "Training and running a model over months", pricing(false)));
        specs.add(new CommandSpec("breakeven", "When a tuned model has paid for itself", pricing(false)));
        specs.add(new CommandSpec("budget", "What a budget buys", budget()));
        specs.add(new CommandSpec("recommend", "What to start with", pricing(false)));
        specs.add(new CommandSpec("worthit", "Whether to fine-tune at all", pricing(false)));
        specs.add(new CommandSpec("migrate", "Where to move a tuned model, by when, at what cost", pricing(false)));
        specs.add(new CommandSpec("models", "The models, who trains them and whether one can start", List.of()));
        specs.add(new CommandSpec("help", "How to ask", List.of()));
        specs.add(new CommandSpec("about", "What answers here, and from which prices", List.of()));
        specs.add(new CommandSpec("privacy", "What is stored, for how long, and how to delete it", List.of()));
        return List.copyOf(specs);
    }

    /** Returns a command as text, e.g. {@code cost gpt-4o on openai 1000 examples}, so that one interpreter also reads forms. */
    String text(String verb, Map<String, String> options) {
        StringJoiner text = new StringJoiner(" ");
        text.add(verbPhrase(verb));
        for (Map.Entry<CommandSpec.Option, String> option : PRICING_OPTIONS) {
            String name = option.getKey().name();
            String value = options.get(name);
            if (value != null) {
                text.add(option.getValue().replace("#", name.equals(PROVIDER) ? providers(value) : value));
            }
        }
        String usd = options.get("usd");
        if (usd != null) {
            text.add("$" + usd);
        }
        String edition = options.get("edition");
        if (edition != null) {
            text.add(edition + " prices");
        }
        return text.toString();
    }

    /** Maps suggested provider ids to names: the interpreter does not know the ids as words. */
    private String providers(String typed) {
        return Arrays.stream(BETWEEN_VALUES.splitWithDelimiters(typed, 0))
                .map(this::provider)
                .collect(Collectors.joining());
    }

    private String provider(String typed) {
        String id = typed.strip().toLowerCase(Locale.ROOT);
        return known.getOrDefault(PROVIDER, List.of()).contains(id)
                ? CanonicalText.provider(new ProviderId(id))
                : typed;
    }

    /** Returns the options that a team can set for all its questions. */
    List<CommandSpec.Option> defaults() {
        return pricing(false).stream()
                .filter(option -> !option.name().equals("private"))
                .toList();
    }

    /** Returns the known values of an option; empty if it takes a number. */
    List<String> known(String option) {
        return defaults().stream()
                .filter(it -> it.name().equals(option))
                .flatMap(it -> Stream.concat(it.choices().stream(), it.known().stream()))
                .toList();
    }

    /** Returns option values by name, to show in a form what was understood; slots without an option are left out. */
    Map<String, String> values(Slots slots) {
        Map<String, String> values = new LinkedHashMap<>();
        List<ModelId> models = slots.value(SlotName.MODELS);
        if (models != null && models.size() == 1) {
            values.put("model", models.getFirst().value());
        }
        ProviderId provider = slots.value(SlotName.PROVIDER);
        if (provider != null) {
            values.put(PROVIDER, provider.value());
        }
        for (SlotName<?> slot : SlotName.all()) {
            slot.option().ifPresent(option -> put(values, option, slots.value(slot)));
        }
        Method method = slots.value(SlotName.METHOD);
        if (method != null) {
            values.put("method", method.name().toLowerCase(Locale.ROOT));
        }
        put(values, "edition", slots.value(SlotName.EDITION));
        return values;
    }

    private static void put(Map<String, String> values, String option, @Nullable Object value) {
        if (value != null) {
            values.put(option, value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
    }

    private static String verbPhrase(String verb) {
        return switch (verb) {
            case "breakeven" -> "break even";
            case "worthit" -> "worth it";
            default -> verb;
        };
    }

    private List<CommandSpec.Option> budget() {
        List<CommandSpec.Option> options = new ArrayList<>(pricing(false));
        options.addFirst(new CommandSpec.Option(
                "usd",
                "The budget in US dollars",
                CommandSpec.Type.TEXT,
                true,
                List.of(),
                List.of(),
                OptionalLong.empty()));
        return options;
    }

    private List<CommandSpec.Option> pricing(boolean modelRequired) {
        List<CommandSpec.Option> options = new ArrayList<>();
        for (Map.Entry<CommandSpec.Option, String> entry : PRICING_OPTIONS) {
            CommandSpec.Option option = entry.getKey();
            boolean required = modelRequired && option.name().equals("model");
            options.add(new CommandSpec.Option(
                    option.name(),
                    option.description(),
                    option.type(),
                    required,
                    option.choices(),
                    known.getOrDefault(option.name(), List.of()),
                    option.most()));
        }
        options.add(choice("edition", "Which price book to look at first", editions));
        options.add(new CommandSpec.Option(
                "private",
                "Show the answer to me only",
                CommandSpec.Type.YES_NO,
                false,
                List.of(),
                List.of(),
                OptionalLong.empty()));
        return options;
    }

    private static CommandSpec.Option text(String name, String description) {
        return new CommandSpec.Option(
                name, description, CommandSpec.Type.TEXT, false, List.of(), List.of(), OptionalLong.empty());
    }

    private static CommandSpec.Option number(String name, SlotName<?> slot) {
        OptionalLong most = OptionalLong.of(slot.limits().maximum().longValueExact());
        return new CommandSpec.Option(
                name, slot.optionDescription(), CommandSpec.Type.WHOLE_NUMBER, false, List.of(), List.of(), most);
    }

    private static CommandSpec.Option choice(String name, String description, List<String> choices) {
        return new CommandSpec.Option(
                name, description, CommandSpec.Type.TEXT, false, choices, List.of(), OptionalLong.empty());
    }
}
