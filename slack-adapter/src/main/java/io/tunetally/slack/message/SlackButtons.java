package io.tunetally.slack.message;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Cut;
import io.tunetally.reply.Reply;
import io.tunetally.slack.api.SlackLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The buttons of messages. A button's value is the command it stands for, so that it works after any restart. */
public final class SlackButtons {
    /** Actions of buttons that say a command. */
    public static final Pattern COMMAND = Pattern.compile("command:\\d+");

    public static final String SHARE = "share";

    /** Draws the answer's chart. */
    public static final String CHART = "chart";

    /** Uploads the answer's file. */
    public static final String FILE = "file";

    /** Shows an answer that was cut. */
    public static final String WHOLE = "whole";

    /** Opens the form of the team's defaults. */
    public static final String DEFAULTS = "defaults";

    /** The most buttons: the rest of a message needs room, too. */
    private static final int MOST = 2 * SlackLimits.ACTIONS;

    /** A command that four buttons say leaves room for a reply with buttons of its own. */
    public static final int LONGEST_OF_AN_ANSWER = 1_000;

    private final List<BlockElement> buttons = new ArrayList<>();
    private int characters;
    private int left;

    private SlackButtons(Reply reply) {
        reply.blocks().stream()
                .filter(Block.Choices.class::isInstance)
                .map(Block.Choices.class::cast)
                .flatMap(choices -> choices.actions().stream())
                .forEach(this::add);
    }

    static SlackButtons of(Reply reply) {
        return new SlackButtons(reply);
    }

    private void add(Action action) {
        int length = Math.min(action.label().length(), SlackLimits.BUTTON_LABEL)
                + action.command().length();
        boolean fits = buttons.size() < MOST
                && action.command().length() <= SlackLimits.BUTTON_VALUE
                && !action.command().isBlank()
                && characters + length <= SlackLimits.BLOCKS_TEXT / 2;
        if (!fits) {
            left++;
            return;
        }
        characters += length;
        buttons.add(button("command:" + buttons.size(), action));
    }

    private static ButtonElement button(String actionId, Action action) {
        ButtonElement.ButtonElementBuilder button = ButtonElement.builder()
                .actionId(actionId)
                .text(label(action.label()))
                .value(action.command());
        return switch (action.emphasis()) {
            case NORMAL -> button.build();
            case PRIMARY -> button.style("primary").build();
            case DANGER -> button.style("danger").confirm(sure(action)).build();
        };
    }

    /** The buttons of an answer; {@code command} asks for it again. */
    public static LayoutBlock forAnswer(List<String> actionIds, Reply reply, String command) {
        return block(actionIds.stream()
                .map(id -> (BlockElement) button(id, labelOf(id, reply), command))
                .toList());
    }

    /** The most characters that {@link #forAnswer} takes. */
    public static int charactersForAnswer(Reply reply, String command) {
        Stream<String> file = reply.files().stream().limit(1).map(_ -> FILE);
        return Stream.concat(Stream.of(SHARE, CHART, WHOLE), file)
                .mapToInt(id -> labelOf(id, reply).length() + command.length())
                .sum();
    }

    private static String labelOf(String actionId, Reply reply) {
        return switch (actionId) {
            case SHARE -> "Share to channel";
            case CHART -> "Chart";
            case FILE -> reply.files().getFirst().label();
            case WHOLE -> "Show all of it";
            default -> throw new IllegalArgumentException(actionId);
        };
    }

    public static LayoutBlock defaults() {
        return block(List.of(button(DEFAULTS, "Change the team's defaults", DEFAULTS)));
    }

    private static LayoutBlock block(List<BlockElement> elements) {
        return ActionsBlock.builder().elements(elements).build();
    }

    private static ButtonElement button(String actionId, String label, String value) {
        return ButtonElement.builder()
                .actionId(actionId)
                .text(label(label))
                .value(value)
                .build();
    }

    private static ConfirmationDialogObject sure(Action action) {
        return ConfirmationDialogObject.builder()
                .title(label("Are you sure?"))
                .text(label("This cannot be undone."))
                .confirm(PlainTextObject.builder()
                        .text(Cut.to(Mrkdwn.plain(action.label()), SlackLimits.CONFIRM_BUTTON))
                        .build())
                .deny(label("Cancel"))
                .style("danger")
                .build();
    }

    private static PlainTextObject label(String label) {
        String plain = Mrkdwn.plain(label.isBlank() ? "..." : label);
        return PlainTextObject.builder()
                .text(Cut.to(plain, SlackLimits.BUTTON_LABEL))
                .emoji(false)
                .build();
    }

    List<LayoutBlock> blocks() {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (int start = 0; start < buttons.size(); start += SlackLimits.ACTIONS) {
            int end = Math.min(buttons.size(), start + SlackLimits.ACTIONS);
            blocks.add(ActionsBlock.builder()
                    .elements(List.copyOf(buttons.subList(start, end)))
                    .build());
        }
        return blocks;
    }

    int characters() {
        return characters;
    }

    /** How many actions could not become a button. */
    int left() {
        return left;
    }
}
