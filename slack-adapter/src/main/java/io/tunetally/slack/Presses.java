package io.tunetally.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import io.tunetally.bot.Incident;
import io.tunetally.bot.Work;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.UserId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Buttons. Each carries the command it stands for, so one of any age, from before any restart, still works. */
final class Presses {
    private static final Logger LOG = LoggerFactory.getLogger(Presses.class);

    private final SlackAnswers answers;
    private final AppHome home;
    private final Claims claims;
    private final SlackSender sender;
    private final Work work;

    Presses(SlackAnswers answers, AppHome home, Claims claims, SlackSender sender, Work work) {
        this.answers = answers;
        this.home = home;
        this.claims = claims;
        this.sender = sender;
        this.work = work;
    }

    void register(App app) {
        app.blockAction(SlackButtons.COMMAND, this::command);
        app.blockAction(SlackButtons.SHARE, this::share);
    }

    /**
     * A press.
     *
     * @param own whether the message is seen by the presser alone
     * @param threadTs the thread of the message, null where it has none
     */
    private record Press(
            String command,
            String team,
            String channel,
            String user,
            String name,
            String messageTs,
            @Nullable String threadTs,
            boolean own,
            String responseUrl,
            String token) {
        static Press of(BlockActionPayload payload, ActionContext context) {
            BlockActionPayload.Container container = payload.getContainer();
            if (payload.getView() != null) {
                return onHome(payload, context);
            }
            String thread = container.getThreadTs();
            if (thread == null && payload.getMessage() != null) {
                thread = payload.getMessage().getThreadTs();
            }
            return new Press(
                    SlackConversations.orEmpty(payload.getActions().getFirst().getValue()),
                    SlackConversations.orEmpty(context.getTeamId()),
                    container.getChannelId(),
                    payload.getUser().getId(),
                    SlackConversations.orEmpty(payload.getUser().getName()),
                    SlackConversations.orEmpty(container.getMessageTs()),
                    thread,
                    container.isEphemeral(),
                    payload.getResponseUrl(),
                    context.getBotToken());
        }

        /** App Home has no message and no response address: the answer is a direct message. */
        private static Press onHome(BlockActionPayload payload, ActionContext context) {
            String user = payload.getUser().getId();
            String direct = SlackConversations.orEmpty(payload.getView().getPrivateMetadata());
            return new Press(
                    SlackConversations.orEmpty(payload.getActions().getFirst().getValue()),
                    SlackConversations.orEmpty(context.getTeamId()),
                    direct.isEmpty() ? user : direct,
                    user,
                    SlackConversations.orEmpty(payload.getUser().getName()),
                    "",
                    null,
                    false,
                    "",
                    context.getBotToken());
        }

        boolean onHome() {
            return responseUrl.isEmpty();
        }

        /** What the pressed message belongs to. */
        ConversationId conversation() {
            if (onHome() || SlackConversations.isDirect(channel)) {
                return SlackConversations.direct(team, channel);
            }
            return own
                    ? SlackConversations.person(team, channel, user)
                    : SlackConversations.thread(team, channel, threadTs == null ? messageTs : threadTs);
        }

        ChatEvent event() {
            return new ChatEvent.Chose(new Envelope(responseUrl, conversation(), new UserId(user), true), command);
        }

        SlackSender.Place place() {
            return new SlackSender.Place(token, channel, threadTs, user);
        }
    }

    private Response command(BlockActionRequest request, ActionContext context) {
        Press press = Press.of(request.getPayload(), context);
        take(press, () -> {
            if (press.onHome()) {
                sender.post(press.place(), answers.post(press.event()));
                home.show(press.token(), press.team(), press.user(), press.channel());
            } else if (press.own()) {
                replaceOwn(press);
            } else {
                replace(press);
            }
        });
        return context.ack();
    }

    private void replaceOwn(Press press) throws Exception {
        SlackMessage answer = answers.own(press.event());
        if (!sender.respond(press.responseUrl(), answer.response("ephemeral", true))) {
            sender.postToPerson(press.place(), answer);
        }
    }

    private void replace(Press press) throws Exception {
        SlackAnswers.Post post = answers.post(press.event());
        boolean replaced = sender.respond(press.responseUrl(), post.rich().response("in_channel", true))
                || (post.rich().hasTable()
                        && sender.respond(press.responseUrl(), post.plain().response("in_channel", true)));
        if (!replaced) {
            sender.post(press.place(), post);
        }
    }

    /** Posts the answer for everybody, once, and takes the button away. */
    private Response share(BlockActionRequest request, ActionContext context) {
        Press press = Press.of(request.getPayload(), context);
        take(press, () -> {
            if (!claims.isFirst("share " + press.channel() + " " + press.user() + " " + press.messageTs())) {
                return;
            }
            SlackMessage answer = answers.shared(press.event());
            SlackMessage credited = Notices.shared(answer, press.name());
            if (!sender.respond(press.responseUrl(), credited.response("in_channel", false))) {
                sender.post(press.place(), new SlackAnswers.Post(credited, credited));
            }
            sender.respond(press.responseUrl(), answer.response("ephemeral", true));
        });
        return context.ack();
    }

    private void take(Press press, Work.Piece piece) {
        boolean taken = work.run("a button", () -> {
            try {
                piece.run();
            } catch (RuntimeException failure) {
                String incident = Incident.id();
                LOG.error("incident {} after a button", incident, failure);
                if (!press.onHome()) {
                    sender.respond(press.responseUrl(), Notices.failed(incident));
                }
            }
        });
        if (!taken) {
            throw new IllegalStateException("too much work to take a button");
        }
    }
}
