package io.tunetally.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.EventContext;
import com.slack.api.bolt.context.builtin.SlashCommandContext;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import io.tunetally.bot.Incident;
import io.tunetally.bot.Work;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.UserId;
import io.tunetally.storage.Deliveries;
import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens in Slack, as events of the bot: the command, mentions, direct messages; buttons are in {@link Presses}. */
final class SlackEvents {
    private static final Logger LOG = LoggerFactory.getLogger(SlackEvents.class);

    /** Slack waits three seconds for an acknowledgement; the network needs some of it. */
    static final Duration ACK_WITHIN = Duration.ofSeconds(2);

    private static final int UNAVAILABLE = 503;

    private final SlackAnswers answers;
    private final Deliveries deliveries;
    private final SlackSender sender;
    private final Work work;

    SlackEvents(SlackAnswers answers, Deliveries deliveries, SlackSender sender, Work work) {
        this.answers = answers;
        this.deliveries = deliveries;
        this.sender = sender;
        this.work = work;
    }

    /** Registers every handler. */
    void register(App app) {
        app.use(new Courtesy(sender, work));
        app.command(Notices.COMMAND, this::command);
        app.event(AppMentionEvent.class, this::mentioned);
        app.event(MessageEvent.class, this::messaged);
        new Presses(answers, deliveries, sender, work).register(app);
    }

    private Response command(SlashCommandRequest request, SlashCommandContext context) {
        SlashCommandPayload payload = request.getPayload();
        String text = SlackConversations.orEmpty(payload.getText()).strip();
        ConversationId conversation =
                SlackConversations.person(context.getTeamId(), payload.getChannelId(), payload.getUserId());
        ChatEvent event = said(payload.getTriggerId(), conversation, payload.getUserId(), text);
        Optional<Future<SlackMessage>> begun = work.begin(() -> answers.own(event));
        if (begun.isEmpty()) {
            return Courtesy.json(Notices.busy());
        }
        try {
            return Courtesy.json(begun.get()
                    .get(ACK_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                    .answer());
        } catch (TimeoutException slow) {
            work.run("a late answer", () -> answerLate(begun.get(), payload, context.getBotToken()));
            return Courtesy.json(Notices.working());
        } catch (ExecutionException failed) {
            throw new IllegalStateException("no answer to a command", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Courtesy.json(Notices.busy());
        }
    }

    private void answerLate(Future<SlackMessage> begun, SlashCommandPayload command, String token) throws Exception {
        Map<String, Object> failure;
        try {
            SlackMessage answer = begun.get();
            if (!sender.respond(command.getResponseUrl(), answer.response("ephemeral", false))) {
                sender.postToPerson(
                        new SlackSender.Place(token, command.getChannelId(), null, command.getUserId()), answer);
            }
            return;
        } catch (ExecutionException failed) {
            String incident = Incident.id();
            LOG.error("incident {} in a late answer", incident, failed);
            failure = Notices.failed(incident);
        }
        sender.respond(command.getResponseUrl(), failure);
    }

    private Response mentioned(EventsApiPayload<AppMentionEvent> payload, EventContext context) {
        AppMentionEvent event = payload.getEvent();
        if (event.getBotId() == null && event.getUser() != null && event.getEdited() == null) {
            String thread = event.getThreadTs() == null ? event.getTs() : event.getThreadTs();
            ConversationId conversation = SlackConversations.thread(context.getTeamId(), event.getChannel(), thread);
            return answer(payload.getEventId(), context, conversation, event.getUser(), event.getText(), thread);
        }
        return context.ack();
    }

    /** A message in a channel is none of ours: only a mention is meant for the bot there. */
    private Response messaged(EventsApiPayload<MessageEvent> payload, EventContext context) {
        MessageEvent event = payload.getEvent();
        boolean direct = "im".equals(event.getChannelType());
        if (direct && event.getBotId() == null && event.getUser() != null && event.getEdited() == null) {
            ConversationId conversation = SlackConversations.direct(context.getTeamId(), event.getChannel());
            return answer(
                    payload.getEventId(),
                    context,
                    conversation,
                    event.getUser(),
                    SlackConversations.orEmpty(event.getText()),
                    event.getThreadTs());
        }
        return context.ack();
    }

    /** Acknowledged before it is answered. What cannot be taken now is not acknowledged, so that Slack sends it again. */
    private Response answer(
            String eventId,
            EventContext context,
            ConversationId conversation,
            String user,
            String text,
            @Nullable String thread) {
        String token = context.getBotToken();
        if (context.getRetryNum() != null) {
            LOG.info("event {} comes again: {}, {}", eventId, context.getRetryNum(), context.getRetryReason());
        }
        boolean taken = work.run("an answer", () -> {
            if (isFirst(eventId)) {
                SlackSender.Place place = new SlackSender.Place(token, conversation.channel(), thread, user);
                sender.post(place, answers.post(said(eventId, conversation, user, text)));
            }
        });
        return taken ? context.ack() : Response.error(UNAVAILABLE);
    }

    /** Without the store an event is rather answered twice than not at all. */
    private boolean isFirst(String deliveryId) {
        try {
            return deliveries.claim(SlackConversations.SLACK, deliveryId);
        } catch (StorageException unusable) {
            LOG.warn("deliveries cannot be claimed now, an event could be answered twice", unusable);
            return true;
        }
    }

    private static ChatEvent said(String deliveryId, ConversationId conversation, String user, String text) {
        Envelope envelope = new Envelope(SlackConversations.orEmpty(deliveryId), conversation, new UserId(user), true);
        return new ChatEvent.Said(envelope, text.isBlank() ? "help" : text, List.of());
    }
}
