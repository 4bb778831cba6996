package io.tunetally.slack.event;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.File;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageMeEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import io.tunetally.bot.Boards;
import io.tunetally.bot.Bulkhead;
import io.tunetally.bot.CoolDown;
import io.tunetally.chat.BoardMessage;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.Markup;
import io.tunetally.chat.UserId;
import io.tunetally.slack.api.ChannelPace;
import io.tunetally.slack.api.CompleteRequests;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.message.AskedBy;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.PostedBoard;
import io.tunetally.slack.message.SlackMessage;
import io.tunetally.slack.message.SlackPost;
import io.tunetally.slack.send.NotAcceptedException;
import io.tunetally.slack.send.SlackSender;
import io.tunetally.storage.bounded.Deduplicator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns Slack's command, mentions and direct messages into events of the bot; {@link ButtonHandler} handles buttons. */
public final class SlackEvents {
    private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);

    /** Slack waits three seconds for an acknowledgement; the network needs some of it. */
    public static final Duration ACK_WITHIN = Duration.ofSeconds(2);

    private final SlackAnswers answers;
    private final Optional<SlackFiles> files;
    private final Deduplicator deduplicator;
    private final CoolDown coolDown;
    private final SlackSender sender;
    private final ChannelPace pace;
    private final Boards boards;
    private final Background commands;
    private final Background background;

    /**
     * Creates the handlers.
     *
     * @param files answers training files, where that is enabled
     * @param boards is told where an answer shows a board
     * @param commands room for commands, which needs nothing to be posted
     * @param background runs posts
     */
    public SlackEvents(
            SlackAnswers answers,
            Optional<SlackFiles> files,
            Deduplicator deduplicator,
            CoolDown coolDown,
            SlackSender sender,
            ChannelPace pace,
            Boards boards,
            Background commands,
            Background background) {
        this.answers = answers;
        this.files = files;
        this.deduplicator = deduplicator;
        this.coolDown = coolDown;
        this.sender = sender;
        this.pace = pace;
        this.boards = boards;
        this.commands = commands;
        this.background = background;
    }

    /** Registers every handler. */
    public void register(App app) {
        app.command(Notices.COMMAND, this::command);
        app.event(AppMentionEvent.class, this::mentioned);
        app.event(
                MessageEvent.class,
                (payload, context) -> payload.getEvent().getEdited() == null
                        ? messaged(payload.getEventId(), DirectMessage.of(payload.getEvent()), context)
                        : context.ack());
        app.event(
                MessageFileShareEvent.class,
                (payload, context) -> messaged(payload.getEventId(), DirectMessage.of(payload.getEvent()), context));
        app.event(
                MessageThreadBroadcastEvent.class,
                (payload, context) -> messaged(payload.getEventId(), DirectMessage.of(payload.getEvent()), context));
        app.event(
                MessageMeEvent.class,
                (payload, context) -> messaged(payload.getEventId(), DirectMessage.of(payload.getEvent()), context));
    }

    private Response command(SlashCommandRequest request, SlashCommandContext context) {
        SlashCommandPayload payload = request.getPayload();
        String text = SlackConversations.orEmpty(payload.getText()).strip();
        ConversationId conversation =
                SlackConversations.own(context.getTeamId(), payload.getChannelId(), payload.getUserId());
        ChatEvent event = said(payload.getTriggerId(), conversation, payload.getUserId(), text);
        // The first to complete it decides how the answer goes out: in the acknowledgement, or after it.
        CompletableFuture<SlackMessage> inTime = new CompletableFuture<>();
        String responseUrl = payload.getResponseUrl();
        SlackSender.Place place =
                new SlackSender.Place(context.getBotToken(), payload.getChannelId(), null, payload.getUserId());
        Background.Recipient recipient = notice -> sender.tell(responseUrl, place, notice);
        if (!commands.begin("an answer", recipient, () -> answer(event, inTime, responseUrl, place))) {
            return ErrorMiddleware.json(Notices.busy());
        }
        try {
            SlackMessage answer = inTime.get(ACK_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return ErrorMiddleware.json(answers.acknowledgement(answer));
        } catch (TimeoutException slow) {
            return inTime.cancel(false)
                    ? ErrorMiddleware.json(Notices.working())
                    : ErrorMiddleware.json(answers.acknowledgement(inTime.join()));
        } catch (ExecutionException failed) {
            throw new IllegalStateException("no answer to a command", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return ErrorMiddleware.json(Notices.busy());
        }
    }

    private void answer(
            ChatEvent event, CompletableFuture<SlackMessage> inTime, String responseUrl, SlackSender.Place place)
            throws Exception {
        SlackMessage answer;
        try {
            answer = answers.own(event);
        } catch (RuntimeException | Error failure) {
            if (inTime.completeExceptionally(failure)) {
                return;
            }
            throw failure;
        }
        if (!inTime.complete(answer) && !sender.respond(responseUrl, answer.response("ephemeral", false))) {
            sender.postToPerson(place, answer);
        }
    }

    /** Answers a mention: all users of a thread share its memory; outside, each user has their own in the channel. */
    private Response mentioned(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
        AppMentionEvent event = payload.getEvent();
        if (!isFromPerson(event.getUser(), event.getBotId(), context) || event.getEdited() != null) {
            return context.ack();
        }
        String team = context.getTeamId();
        String user = CompleteRequests.id(event.getUser(), "user");
        String channel = CompleteRequests.id(event.getChannel(), "channel");
        boolean opens = event.getThreadTs() == null;
        String thread = CompleteRequests.id(opens ? event.getTs() : event.getThreadTs(), "ts");
        ConversationId inThread = SlackConversations.thread(team, channel, thread);
        ConversationId own = SlackConversations.own(team, channel, user);
        String text = withoutMention(event.getText(), context);
        Envelope inIt = envelope(payload.getEventId(), opens ? own : inThread, user);
        ChatEvent.Said said = said(opens ? inIt.opening(inThread) : inIt, text);
        SlackSender.Place place = new SlackSender.Place(context.getBotToken(), channel, thread, user, opens);
        AskedBy asked = new AskedBy(user, false);
        List<File> shared = SlackFiles.of(event.getFiles());
        Optional<Bulkhead.Task> file = file(shared, words(said, text), inThread, place);
        if (file.isPresent()) {
            return begin(said, place, context, file.get());
        }
        return answer(
                said,
                place,
                context,
                () -> ofText(shared, opens ? answers.post(said, inThread) : answers.post(said))
                        .map(answer -> answer.with(asked)));
    }

    /** The answer to a training file among those of a message; empty if there is none, or files are not read. */
    private Optional<Bulkhead.Task> file(
            List<File> shared, ChatEvent.Said said, ConversationId thread, SlackSender.Place place) {
        return files.flatMap(
                enabled -> SlackFiles.data(shared).map(data -> () -> enabled.answer(said, data, thread, place)));
    }

    private SlackPost ofText(List<File> shared, SlackPost post) {
        if (shared.isEmpty()) {
            return post;
        }
        boolean isData = SlackFiles.data(shared).isPresent();
        return post.map(isData ? Notices::filesNotEnabled : Notices::filesUnread);
    }

    /** The text of a message, without the bot's name. */
    private static String withoutMention(@Nullable String text, EventContext context) {
        String name = "<@" + Pattern.quote(SlackConversations.orEmpty(context.getBotUserId())) + "(\\|[^>]*)?>";
        return SlackConversations.orEmpty(text).replaceAll(name, " ").strip();
    }

    /** A message in a channel is none of ours: only a mention is meant for the bot there. */
    private Response messaged(String eventId, DirectMessage message, EventContext context) {
        String user = message.user();
        if (!"im".equals(message.channelType()) || user == null || !isFromPerson(user, message.bot(), context)) {
            return context.ack();
        }
        String channel = CompleteRequests.id(message.channel(), "channel");
        ConversationId conversation = SlackConversations.direct(context.getTeamId(), CompleteRequests.id(user, "user"));
        String text = withoutMention(message.text(), context);
        ChatEvent.Said said = said(eventId, conversation, user, text);
        SlackSender.Place place = new SlackSender.Place(context.getBotToken(), channel, message.threadTs(), user);
        Optional<Bulkhead.Task> file = file(message.files(), words(said, text), conversation, place);
        if (file.isPresent()) {
            return begin(said, place, context, file.get());
        }
        return answer(said, place, context, () -> ofText(message.files(), answers.post(said)));
    }

    /** Bots, this one among them, are not answered: two of them would never end. */
    private static boolean isFromPerson(@Nullable String user, @Nullable String bot, EventContext context) {
        return bot == null && user != null && !user.equals(context.getBotUserId());
    }

    /** Acknowledges an event, then answers it, in the order of its channel. */
    private Response answer(ChatEvent said, SlackSender.Place place, EventContext context, Supplier<SlackPost> answer) {
        Bulkhead.Task sending = () -> {
            if (answers.isPrivate(said)) {
                sender.postToPerson(place, answer.get().plain());
            } else {
                post(place, answer.get(), said.envelope());
            }
        };
        return begin(said, place, context, first(said, sending), true);
    }

    /** Acknowledges an event, then answers it whenever that is done: other answers need not wait for it. */
    private Response begin(ChatEvent said, SlackSender.Place place, EventContext context, Bulkhead.Task answering) {
        return begin(said, place, context, first(said, answering), false);
    }

    private Bulkhead.Task first(ChatEvent said, Bulkhead.Task task) {
        return () -> {
            if (deduplicator.isFirst(said.envelope().deliveryId())) {
                task.run();
            }
        };
    }

    /** An event that cannot be taken now is not acknowledged, so that Slack sends it again. */
    private Response begin(
            ChatEvent said, SlackSender.Place place, EventContext context, Bulkhead.Task task, boolean inOrder) {
        String eventId = said.envelope().deliveryId();
        if (context.getRetryNum() != null) {
            LOG.info("event {} comes again: {}, {}", eventId, context.getRetryNum(), context.getRetryReason());
        }
        Background.Recipient recipient = notice -> sender.tell(place, notice);
        CoolDown.Verdict verdict =
                context.getRetryNum() == null ? coolDown.act(new UserId(place.user())) : CoolDown.Verdict.GO;
        if (verdict != CoolDown.Verdict.GO) {
            if (verdict == CoolDown.Verdict.TELL) {
                background.tell(recipient, Notices.coolDown());
            }
            return context.ack();
        }
        if (pace.isFull(place.channel())) {
            throw new NotAcceptedException("too much waits to be sent to the channel of the event " + eventId);
        }
        boolean taken =
                background.begin("an answer", recipient, inOrder ? () -> pace.inOrder(place.channel(), task) : task);
        if (!taken) {
            throw new NotAcceptedException("too much work to take the event " + eventId);
        }
        return context.ack();
    }

    private void post(SlackSender.Place place, SlackPost post, Envelope asked) throws Exception {
        sender.post(place, post, (channel, ts) -> {
            if (post.isBoard()) {
                boards.shown(asked.discussion(), new BoardMessage(new PostedBoard(channel, ts).name(), asked.user()));
            }
        });
    }

    /** The same with the words as they are: beside a file, none ask for the file itself. */
    private static ChatEvent.Said words(ChatEvent.Said said, String text) {
        return new ChatEvent.Said(said.envelope(), said.markup(), text, said.attachments());
    }

    private static ChatEvent.Said said(String deliveryId, ConversationId conversation, String user, String text) {
        return said(envelope(deliveryId, conversation, user), text);
    }

    private static Envelope envelope(String deliveryId, ConversationId conversation, String user) {
        return new Envelope(SlackConversations.orEmpty(deliveryId), conversation, new UserId(user), true);
    }

    private static ChatEvent.Said said(Envelope envelope, String text) {
        return new ChatEvent.Said(envelope, Markup.MRKDWN, text.isBlank() ? "help" : text, List.of());
    }
}
