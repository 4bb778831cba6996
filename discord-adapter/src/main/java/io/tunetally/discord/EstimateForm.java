package io.tunetally.discord;

import io.tunetally.bot.CommandSpec;
import io.tunetally.interpreter.WrittenNumber;
import io.tunetally.reply.Cut;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/** The first options of a command as a form, filled with what is asked now; the others stay as they are. */
final class EstimateForm {
    private static final List<String> SHOWN = List.of("model", "examples", "tokens", "epochs", "requests_per_day");
    private static final int LONGEST_TEXT = 100;

    private final Map<String, CommandSpec.Option> options = new LinkedHashMap<>();

    EstimateForm(List<CommandSpec> commands) {
        commands.stream()
                .filter(command -> command.verb().equals("cost"))
                .flatMap(command -> command.options().stream())
                .filter(option -> SHOWN.contains(option.name()))
                .forEach(option -> options.put(option.name(), option));
    }

    /**
     * The form.
     *
     * @param place that of the button that opens it: {@link Presses#AGAIN} for one that has to be corrected
     */
    Modal modal(FormState state, int place) {
        String id = ComponentId.of(ComponentId.Op.FORM, place, state.write()).write();
        return Modal.create(id, "Change the numbers")
                .addComponents(options.values().stream()
                        .map(option -> field(option, state.options().getOrDefault(option.name(), "")))
                        .toList())
                .build();
    }

    private static Label field(CommandSpec.Option option, String value) {
        boolean number = option.type() == CommandSpec.Type.WHOLE_NUMBER;
        TextInput.Builder input = TextInput.create(option.name(), TextInputStyle.SHORT)
                .setRequired(option.required())
                .setMaxLength(LONGEST_TEXT);
        if (!value.isBlank()) {
            input.setValue(Cut.to(value, LONGEST_TEXT));
        } else if (number) {
            input.setPlaceholder("assumed where it is left empty");
        }
        return Label.of(label(option.name()), option.description(), input.build());
    }

    /** {@code requests_per_day} is read as "Requests per day". */
    static String label(String name) {
        String words = name.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What was typed into the fields there are; whatever else comes is left out. */
    Map<String, String> typed(Map<String, String> values) {
        Map<String, String> typed = new LinkedHashMap<>();
        options.keySet().forEach(name -> {
            String value = values.get(name);
            if (value != null) {
                typed.put(name, Cut.to(value.strip(), LONGEST_TEXT));
            }
        });
        return typed;
    }

    /** The first field whose value is no number though it should be; whether it may be that number, the answer says. */
    Optional<String> wrong(Map<String, String> typed) {
        return options.values().stream()
                .filter(option -> option.type() == CommandSpec.Type.WHOLE_NUMBER)
                .map(CommandSpec.Option::name)
                .filter(name -> !typed.getOrDefault(name, "").isEmpty()
                        && WrittenNumber.of(typed.getOrDefault(name, "")).isEmpty())
                .findFirst();
    }
}
