package io.tunetally.discord.message;

import io.tunetally.chat.UserId;
import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.discord.message.DiscordMessage.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.actionrow.ActionRowChildComponent;
import net.dv8tion.jda.api.components.attribute.ICustomId;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;

/**
 * The asker of a message's answer, encoded in the id of its first component with room for it, as nearly all have; without one, no
 * press changes the answer in place. With a press Discord names the message that the answer replies to, but not its author.
 *
 * @param code the person's id to the base of 36, so that it leaves most of an id to the command
 */
public record AskedBy(String code) {
    /** The length of every id until the middle of this century. */
    private static final int LONGEST = 12;

    private static final String UNNAMED = "v1|";
    private static final String NAMED = "v2|";
    private static final Pattern FORM = Pattern.compile("v2\\|([0-9a-z]{1," + LONGEST + "})\\|(.*)");
    private static final int BASE = 36;

    public static AskedBy of(User user) {
        return new AskedBy(Long.toString(user.getIdLong(), BASE));
    }

    public static AskedBy of(UserId user) {
        return new AskedBy(Long.toString(Long.parseLong(user.value()), BASE));
    }

    public UserId user() {
        return new UserId(Long.toString(Long.parseLong(code, BASE)));
    }

    /** Reads the asker from a message of ours; empty if it names none. */
    public static Optional<AskedBy> of(Message answer) {
        return answer.getComponentTree().findAll(ICustomId.class).stream()
                .map(component -> FORM.matcher(component.getCustomId()))
                .filter(Matcher::matches)
                .map(id -> new AskedBy(id.group(1)))
                .findFirst();
    }

    /** An id without the asker. */
    static String without(String customId) {
        Matcher named = FORM.matcher(customId);
        return named.matches() ? UNNAMED + named.group(2) : customId;
    }

    /** Rendered with this person in it. */
    public DiscordAnswers.Rendering in(DiscordAnswers.Rendering rendering) {
        return (Form form) -> rendering.in(form).askedBy(this);
    }

    /** The rows with this person in one of their components. */
    public List<ActionRow> in(List<ActionRow> rows) {
        List<ActionRow> named = new ArrayList<>(rows);
        for (int row = 0; row < rows.size(); row++) {
            List<ActionRowChildComponent> components =
                    new ArrayList<>(rows.get(row).getComponents());
            for (int place = 0; place < components.size(); place++) {
                if (components.get(place) instanceof ICustomId component && hasRoom(id(component))) {
                    components.set(place, in(component));
                    named.set(row, ActionRow.of(components));
                    return named;
                }
            }
        }
        return named;
    }

    private static boolean hasRoom(String customId) {
        return customId.length() + LONGEST + 1 <= DiscordLimits.CUSTOM_ID;
    }

    private ActionRowChildComponent in(ICustomId component) {
        String id = NAMED + code + "|" + id(component).substring(UNNAMED.length());
        return switch (component) {
            case Button button -> button.withCustomId(id);
            case StringSelectMenu menu -> menu.createCopy().setCustomId(id).build();
            default -> throw new IllegalStateException("neither a button nor a menu: " + component);
        };
    }

    private static String id(ICustomId component) {
        return Objects.requireNonNull(component.getCustomId(), "each of our components has an id");
    }
}
