package io.tunetally.discord.event;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Boards;
import io.tunetally.chat.BoardMessage;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.Markup;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.discord.api.DiscordLimits;
import io.tunetally.discord.event.InteractionReplies.Response;
import io.tunetally.discord.message.AskedBy;
import io.tunetally.discord.message.ComponentId;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.discord.message.FormState;
import io.tunetally.discord.message.Notices;
import io.tunetally.discord.message.PostedBoard;
import io.tunetally.discord.send.FileDownloads;
import io.tunetally.reply.Audience;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.Deduplicator;
import io.tunetally.storage.bounded.StoreCalls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.ModalInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.StringSelectInteractionEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionContextType;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.modals.ModalMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles buttons, menus and forms. Each carries its command, so one of any age, from before any restart, still works. */
public final class ButtonHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ButtonHandler.class);

    /** The place of a button that goes back to a form: there, no answer stands that the next one could replace. */
    static final int AGAIN = 1;

    private final DiscordBot bot;
    private final FileDownloads files;
    private final ActionKeys keys;
    private final StoreCalls calls;
    private final InteractionReplies replies;
    private final RecentDeliveries recentDeliveries;
    private final Deduplicator deduplicator;
    private final Boards boards;
    private final EstimateForm form;

    public ButtonHandler(
            DiscordBot bot,
            FileDownloads files,
            ActionKeys keys,
            StoreCalls calls,
            InteractionReplies replies,
            RecentDeliveries recentDeliveries,
            Deduplicator deduplicator,
            Boards boards) {
        this.boards = boards;
        this.bot = bot;
        this.files = files;
        this.keys = keys;
        this.calls = calls;
        this.replies = replies;
        this.recentDeliveries = recentDeliveries;
        this.deduplicator = deduplicator;
        this.form = new EstimateForm(bot);
    }

    void pressed(ButtonInteractionEvent event) {
        Optional<ComponentId> id = ComponentId.parse(event.getComponentId());
        if (id.isEmpty()) {
            replies.answer(event, true, () -> Response.notice(Notices.older()));
            return;
        }
        switch (id.get().op()) {
            case SAY -> say(event, event.getMessage(), id.get().reference());
            case SHARE -> share(event, id.get().reference());
            case EDIT -> edit(event, id.get());
            case PICK, FORM -> replies.answer(event, true, () -> Response.notice(Notices.older()));
        }
    }

    void picked(StringSelectInteractionEvent event) {
        boolean ours = ComponentId.parse(event.getComponentId())
                .filter(id -> id.op() == ComponentId.Op.PICK)
                .isPresent();
        String reference = event.getValues().isEmpty() ? "" : event.getValues().getFirst();
        if (ours && ComponentId.isReference(reference)) {
            say(event, event.getMessage(), reference);
        } else {
            replies.answer(event, true, () -> Response.notice(Notices.older()));
        }
    }

    /** Whether the request is remembered for the asker alone: if no other user sees it, or it goes on from a command. */
    private static boolean isOwn(Message message, boolean inPlace) {
        return !inPlace || message.isEphemeral() || message.getInteractionMetadata() != null;
    }

    private void say(IReplyCallback event, Message message, String reference) {
        boolean inPlace = belongsTo(event, message);
        answer(event, message, inPlace, () -> {
            String command = command(reference);
            Envelope envelope = DiscordConversations.envelope(event, isOwn(message, inPlace));
            Optional<ConversationId> discussion = message.isEphemeral()
                    ? Optional.empty()
                    : Optional.of(DiscordConversations.envelope(event, false).conversation());
            Answer answer = bot.answer(new ChatEvent.Chose(envelope, command, discussion), event.getJDA());
            return new Asked(
                    answer,
                    Optional.empty(),
                    () -> discussion.ifPresent(of -> noteBoard(of, board(event, message), answer)));
        });
    }

    /** A press has put another answer into the place of a message. */
    private void noteBoard(ConversationId discussion, BoardMessage place, Answer answer) {
        if (answer.isBoard()) {
            boards.shown(discussion, place);
        } else {
            boards.replaced(discussion, place.name());
        }
    }

    private static BoardMessage board(Interaction event, Message message) {
        AskedBy asker = AskedBy.of(message).orElseGet(() -> AskedBy.of(event.getUser()));
        return new BoardMessage(PostedBoard.of(message).name(), asker.user());
    }

    /**
     * A request by a press or a form, with its answer.
     *
     * @param form a submitted form, which was opened from an answer; empty for a press
     * @param replaced runs once it has taken the place of a message
     */
    private record Asked(Answer answer, Optional<FormState> form, Runnable replaced) {
        /** A refusal takes the place of nothing, nor does a question back the place of the answer that a form was opened from. */
        boolean isAside() {
            boolean answered = answer.outcome() instanceof Outcome.Answered;
            return answer.reply().audience() == Audience.ASKER || (form.isPresent() && !answered);
        }

        /** The message with a button back to the form. */
        DiscordMessage aside(DiscordMessage.Form shape) {
            DiscordMessage message = DiscordAnswers.own(answer).in(shape);
            return form.map(state -> withTheForm(message, state)).orElse(message);
        }
    }

    private void answer(IReplyCallback event, Message message, boolean inPlace, Callable<Asked> asking) {
        boolean own = !inPlace || message.isEphemeral();
        Callable<Response> answering = () -> {
            Asked asked = asking.call();
            if (asked.isAside()) {
                return new Response(asked::aside, true);
            }
            Answer answer = asked.answer();
            return new Response(
                    own ? DiscordAnswers.own(answer) : DiscordAnswers.post(answer),
                    !inPlace,
                    inPlace ? asked.replaced() : () -> {});
        };
        if (inPlace) {
            replies.answer(event, new InPlace(message), answering);
        } else {
            replies.answer(event, true, answering);
        }
    }

    /** Removes the button to share from the answer, and posts it for everybody. */
    private void share(ButtonInteractionEvent event, String reference) {
        Shared target = new Shared(event.getMessage(), reference, event.getUser(), recentDeliveries, deduplicator);
        replies.answer(event, target, () -> {
            ChatEvent.Chose chose = new ChatEvent.Chose(DiscordConversations.envelope(event, true), command(reference));
            return Response.of(bot.answer(chose, event.getJDA()), false);
        });
    }

    /** Whether the presser may change the answer: the asker may; others are answered privately, and the message stays. */
    private static boolean belongsTo(Interaction event, Message message) {
        return message.isEphemeral()
                || event.getContext() == InteractionContextType.BOT_DM
                || asker(message).filter(AskedBy.of(event.getUser())::equals).isPresent();
    }

    private static Optional<AskedBy> asker(Message message) {
        Message.InteractionMetadata interaction = message.getInteractionMetadata();
        return interaction == null ? AskedBy.of(message) : Optional.of(AskedBy.of(interaction.getUser()));
    }

    /**
     * The command a reference stands for.
     *
     * @throws InteractionReplies.NotAnswerable where it cannot be looked up, or is not known any more
     */
    private String command(String reference) throws InteractionReplies.NotAnswerable {
        if (reference.startsWith("=")) {
            return reference.substring(1);
        }
        try {
            return calls.within(DiscordLimits.STORE_CALL, () -> keys.command(reference.substring(1)))
                    .orElseThrow(() -> new InteractionReplies.NotAnswerable(Notices.unknown()));
        } catch (StorageException unreadable) {
            LOG.warn("a command could not be looked up: {}", unreadable.getMessage());
            throw new InteractionReplies.NotAnswerable(Notices.unreadable());
        }
    }

    /** A form must be opened at once: it cannot be deferred. */
    private void edit(ButtonInteractionEvent event, ComponentId id) {
        replies.open(event, () -> form.modal(state(id.reference()), id.place()));
    }

    /** Answers a form; a wrong number is named, and the form comes back as typed, also if the bot refuses it. */
    void submitted(ModalInteractionEvent event) {
        Optional<ComponentId> id =
                ComponentId.parse(event.getModalId()).filter(form -> form.op() == ComponentId.Op.FORM);
        Message message = event.getMessage();
        Optional<EstimateForm.Filled> filled = form.filled(values(event));
        if (id.isEmpty() || filled.isEmpty() || message == null) {
            replies.answer(event, true, () -> Response.notice(Notices.older()));
            return;
        }
        Map<String, String> typed = filled.get().options();
        Optional<String> wrong = filled.get()
                .strange()
                .map(line -> Notices.notALine(line, form.numberLabels()))
                .or(() -> form.wrong(typed).map(option -> Notices.notANumber(option, typed.getOrDefault(option, ""))));
        if (wrong.isPresent()) {
            replies.answer(event, true, () -> wrong(state(id.get().reference()), typed, wrong.get()));
            return;
        }
        boolean inPlace = belongsTo(event, message) && id.get().place() != AGAIN;
        Optional<Message.Attachment> file = file(event);
        if (file.isPresent()) {
            measure(event, file.get(), EstimateForm.words(typed), isOwn(message, inPlace));
            return;
        }
        answer(event, message, inPlace, () -> {
            FormState before = state(id.get().reference());
            FormState state = before.with(typed);
            Envelope envelope = DiscordConversations.envelope(event, isOwn(message, inPlace));
            Answer answer =
                    bot.answer(new ChatEvent.Commanded(envelope, state.verb(), state.options()), event.getJDA());
            return new Asked(answer, Optional.of(state.toGoBackTo(before)), () -> {});
        });
    }

    /** Answers with a message of its own: the report is not the answer that the form was opened from. */
    private void measure(ModalInteractionEvent event, Message.Attachment file, String words, boolean own) {
        Envelope envelope = DiscordConversations.envelope(event, own);
        replies.measure(
                event,
                own,
                file.getFileName(),
                progress -> bot.answer(new FileQuestion(envelope, Markup.MARKDOWN, words, files.of(file), progress)));
    }

    private static Optional<Message.Attachment> file(ModalInteractionEvent event) {
        return event.getValues().stream()
                .filter(value -> value.getType() == Component.Type.FILE_UPLOAD)
                .flatMap(value -> value.getAsAttachmentList().stream())
                .findFirst();
    }

    private FormState state(String reference) throws InteractionReplies.NotAnswerable {
        return FormState.parse(command(reference))
                .orElseThrow(() -> new InteractionReplies.NotAnswerable(Notices.older()));
    }

    private static Response wrong(FormState before, Map<String, String> typed, String why) {
        DiscordMessage notice =
                withTheForm(DiscordMessage.notice(why), before.with(typed).toGoBackTo(before));
        return new Response(_ -> notice, true);
    }

    private static DiscordMessage withTheForm(DiscordMessage message, FormState state) {
        String written = state.write();
        Button again = Button.primary(
                ComponentId.of(ComponentId.Op.EDIT, AGAIN, written).write(), "Back to the form");
        return message.with(ActionRow.of(again), List.of(written));
    }

    private static Map<String, String> values(ModalInteractionEvent event) {
        Map<String, String> values = new LinkedHashMap<>();
        for (ModalMapping value : event.getValues()) {
            if (value.getType() == Component.Type.TEXT_INPUT) {
                values.put(value.getCustomId(), value.getAsString());
            } else if (value.getType() == Component.Type.STRING_SELECT) {
                value.getAsStringList().forEach(chosen -> values.put(value.getCustomId(), chosen));
            }
        }
        return values;
    }
}
