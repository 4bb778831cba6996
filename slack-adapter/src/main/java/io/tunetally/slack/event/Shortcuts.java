package io.tunetally.slack.event;

import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.GlobalShortcutContext;
import com.slack.api.bolt.context.builtin.MessageShortcutContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import io.tunetally.bot.Bot;
import io.tunetally.bot.CommandSpec;
import io.tunetally.bot.TeamSettings;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.UserId;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.OptionForm;
import io.tunetally.slack.send.SlackSender;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles the shortcuts for users who type no syntax: an estimate of a message, also in a thread, and a form. */
public final class Shortcuts {
    public static final String MESSAGE = "estimate_message";
    public static final String GLOBAL = "estimate";
    private static final String FORM = "estimate_form";
    private static final Logger LOG = LoggerFactory.getLogger(Shortcuts.class);

    private final SlackAnswers answers;
    private final SlackSender sender;
    private final Background background;
    private final OptionForm form;
    private final TeamSettings settings;

    public Shortcuts(Bot bot, TeamSettings settings, SlackAnswers answers, SlackSender sender, Background background) {
        this.answers = answers;
        this.sender = sender;
        this.background = background;
        this.settings = settings;
        this.form = new OptionForm(FORM, "Estimate a cost", "Estimate", options(bot.commands()));
    }

    /** The options of the command {@code cost}, without the one for a private answer. */
    private static List<CommandSpec.Option> options(List<CommandSpec> commands) {
        return commands.stream()
                .filter(command -> command.verb().equals("cost"))
                .flatMap(command -> command.options().stream())
                .filter(option -> !option.name().equals("private"))
                .toList();
    }

    public void register(App app) {
        app.messageShortcut(MESSAGE, this::message);
        app.globalShortcut(GLOBAL, this::global);
        app.viewSubmission(FORM, this::submitted);
    }

    /** Reads the message it is used on; only who asked sees the answer, in the thread if the message is in one. */
    private Response message(MessageShortcutRequest request, MessageShortcutContext context) {
        MessageShortcutPayload payload = request.getPayload();
        String channel = payload.getChannel().getId();
        String user = payload.getUser().getId();
        ConversationId conversation = SlackConversations.own(context.getTeamId(), channel, user);
        String text = SlackConversations.orEmpty(payload.getMessage().getText());
        String thread = SlackConversations.threadAround(
                payload.getMessage().getTs(), payload.getMessage().getThreadTs());
        SlackSender.Place place = new SlackSender.Place(context.getBotToken(), channel, thread, user);
        Background.Recipient recipient = notice -> sender.tell(payload.getResponseUrl(), place, notice);
        if (text.isBlank()) {
            background.tell(recipient, Notices.noText());
            return context.ack();
        }
        Envelope envelope = new Envelope(payload.getTriggerId(), conversation, new UserId(user), true);
        background.run(
                "an estimate of a message",
                recipient,
                () -> sender.showOwn(
                        place,
                        payload.getResponseUrl(),
                        answers.own(new ChatEvent.PointedAt(envelope, Markup.MRKDWN, text))));
        return context.ack();
    }

    /** Slack takes a form within three seconds of the shortcut only, so it is opened at once, beside the acknowledgement. */
    private Response global(GlobalShortcutRequest request, GlobalShortcutContext context) {
        GlobalShortcutPayload payload = request.getPayload();
        String token = context.getBotToken();
        String user = payload.getUser().getId();
        SlackSender.Place direct = new SlackSender.Place(token, user, null, user);
        Background.Recipient recipient = notice -> sender.tell(direct, notice);
        background.run("the form", recipient, () -> {
            if (!sender.open(token, payload.getTriggerId(), form.view(Map.of()))) {
                recipient.tell(Notices.notOpened());
            }
        });
        return context.ack();
    }

    /** A field that is wrong is named and all that was typed stays; else the answer comes as a direct message. */
    private Response submitted(ViewSubmissionRequest request, ViewSubmissionContext context) {
        Map<String, String> typed = form.typed(request.getPayload().getView().getState());
        Map<String, String> errors = form.missing(typed);
        errors.putAll(settings.faults(typed));
        if (!errors.isEmpty()) {
            return context.ackWithErrors(errors);
        }
        String user = request.getPayload().getUser().getId();
        ConversationId conversation = SlackConversations.direct(context.getTeamId(), user);
        Envelope envelope = new Envelope(request.getPayload().getView().getId(), conversation, new UserId(user), true);
        SlackSender.Place place = new SlackSender.Place(context.getBotToken(), user, null, user);
        boolean taken = background.begin(
                "a form",
                notice -> sender.tell(place, notice),
                () -> sender.post(place, answers.post(new ChatEvent.Commanded(envelope, "cost", typed))));
        if (!taken) {
            LOG.warn("too much work to take a form");
            return context.ackWithErrors(Map.of(form.firstField(), "Too much at once just now, try again."));
        }
        return context.ack();
    }
}
