package io.tunetally.discord.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.discord.message.DiscordMessage.Form;
import io.tunetally.request.CanonicalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;

/** The bot's answers as messages, with what can be done with a whole answer: another model, other numbers, sharing. */
public final class DiscordAnswers {
    /**
     * Caches posts by form and by identity of the answer: the bot returns the same object for a cached answer; both drop it
     * together.
     */
    private static final Cache<Answer, Map<Form, DiscordMessage>> POSTS =
            Caffeine.newBuilder().weakKeys().build();

    private DiscordAnswers() {}

    /** A message in whichever form its place takes. */
    public interface Rendering {
        DiscordMessage in(Form form);
    }

    /** An answer for everybody. */
    public static Rendering post(Answer answer) {
        return form -> POSTS.get(answer, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(form, it -> message(answer, it, false));
    }

    /** An answer for the asker alone; with the button to share it, unless it is a refusal. */
    public static Rendering own(Answer answer) {
        return form -> message(answer, form, true);
    }

    private static DiscordMessage message(Answer answer, Form form, boolean own) {
        DiscordMessage message = new DiscordFormatter(form).format(answer.reply());
        if (!(answer.outcome() instanceof Outcome.Answered answered)) {
            return message;
        }
        Optional<ModelMenu> menu = ModelMenu.of(answered);
        if (menu.isPresent()) {
            message = message.with(ActionRow.of(menu.get().menu()), menu.get().commands());
        }
        List<Button> buttons = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        FormState.of(answered.inquiry().request()).map(FormState::write).ifPresent(state -> {
            buttons.add(Button.secondary(
                    ComponentId.of(ComponentId.Op.EDIT, 0, state).write(), "Change the numbers"));
            commands.add(state);
        });
        String command = CanonicalText.write(answered.inquiry().request());
        if (own && ComponentId.canCarry(command)) {
            buttons.add(Button.secondary(
                    ComponentId.of(ComponentId.Op.SHARE, 0, command).write(), "Share"));
            commands.add(command);
        }
        return buttons.isEmpty() ? message : message.with(ActionRow.of(buttons), commands);
    }
}
