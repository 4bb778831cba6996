package io.tunetally.slack.message;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewState;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import io.tunetally.bot.CommandSpec;
import io.tunetally.slack.api.SlackConversations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Options of a command as a form. A field's block is named like its option. */
public final class OptionForm {
    private static final String INPUT = "value";
    private static final int LONGEST_TEXT = 150;

    private final String callback;
    private final String title;
    private final String submit;
    private final List<CommandSpec.Option> options;

    /**
     * A form.
     *
     * @param callback names it to Slack
     * @param submit the text on its button
     */
    public OptionForm(String callback, String title, String submit, List<CommandSpec.Option> options) {
        this.callback = callback;
        this.title = title;
        this.submit = submit;
        this.options = List.copyOf(options);
    }

    /** The first field, which shows the errors of no field in particular. */
    public String firstField() {
        return options.getFirst().name();
    }

    /** The form, some of its fields filled in. */
    public View view(Map<String, String> values) {
        return View.builder()
                .type("modal")
                .callbackId(callback)
                .title(ViewTitle.builder().type("plain_text").text(title).build())
                .submit(ViewSubmit.builder().type("plain_text").text(submit).build())
                .close(ViewClose.builder().type("plain_text").text("Cancel").build())
                .blocks(options.stream()
                        .map(option -> field(option, values.getOrDefault(option.name(), "")))
                        .toList())
                .build();
    }

    private static LayoutBlock field(CommandSpec.Option option, String value) {
        return InputBlock.builder()
                .blockId(option.name())
                .optional(!option.required())
                .label(plain(label(option.name())))
                .hint(plain(option.description()))
                .element(option.choices().isEmpty() ? text(value) : choice(option.choices(), value))
                .build();
    }

    private static BlockElement text(String value) {
        PlainTextInputElement.PlainTextInputElementBuilder element =
                PlainTextInputElement.builder().actionId(INPUT).maxLength(LONGEST_TEXT);
        return value.isEmpty() ? element.build() : element.initialValue(value).build();
    }

    private static BlockElement choice(List<String> choices, String value) {
        StaticSelectElement.StaticSelectElementBuilder element = StaticSelectElement.builder()
                .actionId(INPUT)
                .options(choices.stream().map(OptionForm::option).toList());
        return choices.contains(value) ? element.initialOption(option(value)).build() : element.build();
    }

    private static OptionObject option(String choice) {
        return OptionObject.builder().text(plain(choice)).value(choice).build();
    }

    /** {@code requests_per_day} is read as "Requests per day". */
    public static String label(String name) {
        String words = name.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static PlainTextObject plain(String text) {
        return PlainTextObject.builder().text(text).build();
    }

    /** Reads option name to value, as typed or chosen; an empty field is absent. */
    public Map<String, String> typed(ViewState state) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (CommandSpec.Option option : options) {
            ViewState.Value value =
                    state.getValues().getOrDefault(option.name(), Map.of()).get(INPUT);
            String text = value == null ? "" : text(value);
            if (!text.isEmpty()) {
                typed.put(option.name(), text);
            }
        }
        return typed;
    }

    private static String text(ViewState.Value value) {
        return value.getSelectedOption() == null
                ? SlackConversations.orEmpty(value.getValue()).strip()
                : SlackConversations.orEmpty(value.getSelectedOption().getValue());
    }

    /** Maps each incomplete field to its error. The bot reads the values of the others, as in a command. */
    public Map<String, String> missing(Map<String, String> typed) {
        Map<String, String> missing = new LinkedHashMap<>();
        options.stream()
                .filter(option -> option.required() && !typed.containsKey(option.name()))
                .forEach(option -> missing.put(option.name(), "Please say one, " + option.description()));
        return missing;
    }
}
