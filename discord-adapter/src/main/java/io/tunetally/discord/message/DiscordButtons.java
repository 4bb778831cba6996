package io.tunetally.discord.message;

import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Cut;
import io.tunetally.reply.Emphasis;
import io.tunetally.reply.Reply;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;

/** The buttons of a reply. Each carries the command it stands for or a key of it, so that it works after any restart. */
final class DiscordButtons {
    /** The other rows are for a menu of models and for what can be done with the whole answer. */
    private static final int ROWS = DiscordLimits.ROWS - 2;

    private static final int MOST = ROWS * DiscordLimits.BUTTONS_OF_A_ROW;

    private final List<Button> buttons = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private int left;

    private DiscordButtons(Reply reply) {
        reply.blocks().stream()
                .filter(Block.Choices.class::isInstance)
                .map(Block.Choices.class::cast)
                .flatMap(choices -> choices.actions().stream())
                .forEach(this::add);
    }

    static DiscordButtons of(Reply reply) {
        return new DiscordButtons(reply);
    }

    private void add(Action action) {
        if (buttons.size() == MOST || !ComponentId.canCarry(action.command())) {
            left++;
            return;
        }
        ComponentId id = ComponentId.of(ComponentId.Op.SAY, buttons.size(), action.command());
        buttons.add(Button.of(style(action.emphasis()), id.write(), label(action.label())));
        commands.add(action.command());
    }

    private static ButtonStyle style(Emphasis emphasis) {
        return switch (emphasis) {
            case NORMAL -> ButtonStyle.SECONDARY;
            case PRIMARY -> ButtonStyle.PRIMARY;
            case DANGER -> ButtonStyle.DANGER;
        };
    }

    static String label(String label) {
        String plain = Markdown.plain(label);
        return Cut.to(plain.isEmpty() ? "..." : plain, DiscordLimits.BUTTON_LABEL);
    }

    List<ActionRow> rows() {
        List<ActionRow> rows = new ArrayList<>();
        for (int start = 0; start < buttons.size(); start += DiscordLimits.BUTTONS_OF_A_ROW) {
            rows.add(ActionRow.of(
                    buttons.subList(start, Math.min(buttons.size(), start + DiscordLimits.BUTTONS_OF_A_ROW))));
        }
        return rows;
    }

    /** The commands of the buttons, in their order. */
    List<String> commands() {
        return commands;
    }

    /** How many actions could not become a button. */
    int left() {
        return left;
    }
}
