package io.tunetally.discord.event;

import io.tunetally.bot.Choice;
import io.tunetally.bot.CommandSpec;
import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.discord.message.ComponentId;
import io.tunetally.discord.message.FormState;
import io.tunetally.discord.message.Markdown;
import io.tunetally.interpreter.WrittenNumber;
import io.tunetally.reply.Cut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.attachmentupload.AttachmentUpload;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/**
 * Shows the options of a command as a form, filled with the current request: a menu for each that is chosen, one field with a
 * line for each number, and one for a training file, as a form takes five fields at most.
 */
final class EstimateForm {
    private static final String NUMBERS = "numbers";
    private static final String FILE = "file";

    /** An answer has a button for the other price book, so the form has room for a file. */
    private static final String ELSEWHERE = "edition";

    /** Marks an option that is not said. */
    private static final String NOT_SAID = "-";

    private static final int LONGEST_VALUE = 100;

    private final DiscordBot bot;
    private final Map<String, CommandSpec.Option> chosen = new LinkedHashMap<>();
    private final Map<String, CommandSpec.Option> numbers = new LinkedHashMap<>();

    EstimateForm(DiscordBot bot) {
        this.bot = bot;
        bot.commands().stream()
                .filter(command -> command.verb().equals("cost"))
                .flatMap(command -> command.options().stream())
                .filter(option -> !option.name().equals(ELSEWHERE))
                .forEach(option -> {
                    if (option.type() == CommandSpec.Type.WHOLE_NUMBER) {
                        numbers.put(option.name(), option);
                    } else if (option.type() == CommandSpec.Type.TEXT) {
                        chosen.put(option.name(), option);
                    }
                });
    }

    /**
     * The form.
     *
     * @param place that of the button that opens it: {@link ButtonHandler#AGAIN} for one that has to be corrected
     */
    Modal modal(FormState state, int place) {
        List<Label> fields = new ArrayList<>();
        chosen.values()
                .forEach(option -> fields.add(menu(option, state.options().getOrDefault(option.name(), ""))));
        fields.add(numbers(state.options()));
        fields.add(Label.of(
                "Training file",
                "Measured, so that examples and tokens need not be typed",
                AttachmentUpload.create(FILE)
                        .setRequiredRange(0, 1)
                        .setRequired(false)
                        .build()));
        String id = ComponentId.of(ComponentId.Op.FORM, place, state.write()).write();
        return Modal.create(id, "Change the numbers").addComponents(fields).build();
    }

    private Label menu(CommandSpec.Option option, String current) {
        Map<String, SelectOption> choices = new LinkedHashMap<>();
        if (!option.required()) {
            choices.put(
                    NOT_SAID, SelectOption.of("Not said", NOT_SAID).withDescription("The default, or all there are"));
        }
        List<Choice> known = bot.choices(option);
        known.stream()
                .filter(choice -> choice.value().equals(current))
                .findFirst()
                .or(() -> current.isBlank() || current.length() > DiscordLimits.OPTION_VALUE
                        ? Optional.empty()
                        : Optional.of(new Choice(current, "", false)))
                .ifPresent(choice -> choices.put(choice.value(), option(choice)));
        known.stream()
                .filter(choice -> !choice.closed())
                .takeWhile(_ -> choices.size() < DiscordLimits.OPTIONS)
                .forEach(choice -> choices.putIfAbsent(choice.value(), option(choice)));
        String shown = choices.containsKey(current) ? current : NOT_SAID;
        StringSelectMenu menu = StringSelectMenu.create(option.name())
                .addOptions(choices.values())
                .setDefaultValues(choices.containsKey(shown) ? List.of(shown) : List.of())
                .setRequired(true)
                .build();
        return Label.of(label(option.name()), option.description(), menu);
    }

    private static SelectOption option(Choice choice) {
        SelectOption option =
                SelectOption.of(Cut.to(Markdown.plain(choice.value()), DiscordLimits.OPTION_LABEL), choice.value());
        return choice.note().isEmpty()
                ? option
                : option.withDescription(Cut.to(Markdown.plain(choice.note()), DiscordLimits.OPTION_LABEL));
    }

    private Label numbers(Map<String, String> values) {
        String lines = numbers.values().stream()
                .map(option ->
                        label(option.name()) + ": " + Cut.to(values.getOrDefault(option.name(), ""), LONGEST_VALUE))
                .collect(Collectors.joining("\n"));
        TextInput input = TextInput.create(NUMBERS, TextInputStyle.PARAGRAPH)
                .setRequired(false)
                .setMaxLength(numbers.size() * (LONGEST_VALUE + DiscordLimits.MODAL_LABEL))
                .setValue(lines)
                .build();
        return Label.of("Numbers", "One a line; empty ones are assumed", input);
    }

    /** Returns what a form says beside a file, in words: {@code llama-3.1-8b lora on together 3 epochs}. */
    static String words(Map<String, String> options) {
        StringBuilder words = new StringBuilder();
        words.append(options.getOrDefault("model", "")).append(' ').append(options.getOrDefault("method", ""));
        said(options, "provider").ifPresent(provider -> words.append(" on ").append(provider));
        said(options, "epochs")
                .ifPresent(epochs -> words.append(' ').append(epochs).append(" epochs"));
        return words.toString().strip();
    }

    private static Optional<String> said(Map<String, String> options, String name) {
        return Optional.ofNullable(options.get(name)).filter(value -> !value.isBlank());
    }

    /** {@code requests_per_day} is read as "Requests per day". */
    static String label(String name) {
        String words = name.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /**
     * The input of a form.
     *
     * @param options option name to value, empty where it was left empty
     * @param strange a line of the numbers that is none; empty where there is no such line
     */
    record Filled(Map<String, String> options, Optional<String> strange) {}

    /**
     * Reads the known fields of a form and ignores others. Empty for a form of an older version, which had a field for each number.
     *
     * @param values field to the typed or chosen value
     */
    Optional<Filled> filled(Map<String, String> values) {
        Map<String, String> options = new LinkedHashMap<>();
        chosen.keySet().forEach(name -> {
            String value = values.get(name);
            if (value != null) {
                options.put(name, value.equals(NOT_SAID) ? "" : Cut.to(value.strip(), LONGEST_VALUE));
            }
        });
        String lines = values.get(NUMBERS);
        if (lines == null) {
            return Optional.empty();
        }
        numbers.keySet().forEach(name -> options.put(name, ""));
        Optional<String> strange = lines.lines()
                .filter(line -> !line.isBlank() && !put(options, line))
                .findFirst()
                .map(line -> Cut.to(line.strip(), LONGEST_VALUE));
        return Optional.of(new Filled(options, strange));
    }

    /** {@code Examples: 1000}, or {@code 1000 examples}; false where the line is neither. */
    private boolean put(Map<String, String> options, String typed) {
        String line = typed.strip();
        int sign = IntStream.range(0, line.length())
                .filter(at -> line.charAt(at) == ':' || line.charAt(at) == '=')
                .findFirst()
                .orElse(-1);
        int space = line.indexOf(' ');
        if (sign < 0 && space < 0) {
            return false;
        }
        Optional<String> name = number(sign < 0 ? line.substring(space) : line.substring(0, sign));
        String value = sign < 0 ? line.substring(0, space) : line.substring(sign + 1);
        name.ifPresent(it -> options.put(it, Cut.to(value.strip(), LONGEST_VALUE)));
        return name.isPresent();
    }

    /** Finds a number by its name or its description. */
    private Optional<String> number(String called) {
        String folded = folded(called);
        return numbers.values().stream()
                .filter(option -> folded(option.name()).equals(folded)
                        || folded(option.description()).equals(folded))
                .map(CommandSpec.Option::name)
                .findFirst();
    }

    private static String folded(String name) {
        return name.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
    }

    /** The labels of the numbers. */
    List<String> numberLabels() {
        return numbers.keySet().stream().map(EstimateForm::label).toList();
    }

    /** The first field whose value is no number though it should be; whether it may be that number, the answer says. */
    Optional<String> wrong(Map<String, String> filled) {
        return numbers.keySet().stream()
                .filter(name -> !filled.getOrDefault(name, "").isEmpty()
                        && WrittenNumber.of(filled.getOrDefault(name, "")).isEmpty())
                .findFirst();
    }
}
