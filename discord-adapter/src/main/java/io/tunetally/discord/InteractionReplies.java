package io.tunetally.discord;

import io.tunetally.bot.Incident;
import io.tunetally.bot.Work;
import io.tunetally.discord.DiscordMessage.Form;
import io.tunetally.operations.Metrics;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.InteractionType;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.modals.Modal;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.restaction.interactions.InteractionCallbackAction;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers interactions within the three seconds Discord waits: at once where that can be done, deferred where it cannot. */
final class InteractionReplies {
    private static final Logger LOG = LoggerFactory.getLogger(InteractionReplies.class);

    private static final int INVALID_BODY = 50_035;

    /** Discord waits three seconds; the network needs some of it. */
    private static final Duration DEFER_AFTER = Duration.ofSeconds(2);

    private final DiscordSender sender;
    private final Work work;
    private final Turns turns;
    private final Metrics metrics;
    private final Map<InteractionType, Metrics.Requests> requests = new EnumMap<>(InteractionType.class);

    InteractionReplies(DiscordSender sender, Work work, Turns turns, Metrics metrics) {
        this.sender = sender;
        this.work = work;
        this.turns = turns;
        this.metrics = metrics;
        for (InteractionType type : InteractionType.values()) {
            requests.put(type, metrics.requests(type.name().toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * What an interaction is answered with.
     *
     * @param privately whether the asker alone sees it
     */
    record Response(DiscordAnswers.Rendering rendering, boolean privately) {
        static Response notice(String markdown) {
            return new Response(_ -> DiscordMessage.notice(markdown), true);
        }
    }

    /**
     * Answers an interaction.
     *
     * @param privately who sees the answer where it has to be deferred before it is known
     */
    void answer(IReplyCallback event, boolean privately, Callable<Response> answering) {
        answer(event, new InChannel(event, privately), answering);
    }

    void answer(IReplyCallback event, ReplyTarget target, Callable<Response> answering) {
        long begun = System.nanoTime();
        boolean taken = work.run("an interaction", () -> {
            Optional<Future<Response>> response = work.begin(() -> turns.of(() -> kept(answering.call())));
            if (response.isEmpty()) {
                say(event, Notices.busy());
            } else {
                await(event, target, response.get());
            }
            counted(event).acknowledged(Duration.ofNanos(System.nanoTime() - begun));
        });
        if (!taken) {
            refuse(event);
        }
    }

    private Metrics.Requests counted(IReplyCallback event) {
        return Objects.requireNonNull(requests.get(event.getType()));
    }

    /** Opens a form, which cannot be deferred. */
    void open(ButtonInteractionEvent event, Callable<Modal> opening) {
        boolean taken = work.run("a form", () -> {
            try {
                event.replyModal(opening.call()).complete();
            } catch (NotAnswerable why) {
                say(event, why.notice());
            } catch (ErrorResponseException refused) {
                LOG.warn("incident {}: Discord refused a form: {}", Incident.id(), refused.getMessage());
            }
        });
        if (!taken) {
            refuse(event);
        }
    }

    private static void refuse(IReplyCallback event) {
        event.reply(DiscordMessage.notice(Notices.busy()).data())
                .setEphemeral(true)
                .queue();
    }

    /** Buttons must work as soon as they are seen. */
    private Response kept(Response response) throws InterruptedException {
        sender.keep(response.rendering().in(Form.TEXT));
        return response;
    }

    private void await(IReplyCallback event, ReplyTarget target, Future<Response> response)
            throws InterruptedException {
        try {
            Response ready;
            try {
                ready = response.get(DEFER_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                target.defer();
                ready = response.get();
            }
            send(event, target, ready);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof NotAnswerable why) {
                say(event, why.notice());
                return;
            }
            String incident = Incident.id();
            counted(event).incident();
            LOG.error("incident {} in an interaction", incident, failed.getCause());
            say(event, Notices.failed(incident));
        } catch (ErrorResponseException refused) {
            metrics.undelivered();
            LOG.warn("incident {}: Discord refused an answer: {}", Incident.id(), refused.getMessage());
        }
    }

    /** In the richest form the place takes; plainer, or once more where Discord was at fault, if the first attempt is refused. */
    private static void send(IReplyCallback event, ReplyTarget target, Response response) throws InterruptedException {
        Allowed allowed = target.allowed(Allowed.in(event));
        List<Form> left = allowed.forms();
        boolean byHand = false;
        while (true) {
            DiscordMessage message = allowed.fitting(response.rendering().in(left.getFirst()));
            boolean deferred = false;
            try {
                if (byHand) {
                    callBack(event, target.callbackType(), message, response.privately());
                    return;
                }
                if (message.hasFiles()) {
                    target.defer();
                }
                deferred = event.isAcknowledged();
                target.send(message, response.privately());
                return;
            } catch (ErrorResponseException refused) {
                left = left(left, refused, byHand);
                if (left.isEmpty() || (deferred && refused.isServerError())) {
                    throw refused;
                }
                byHand |= !deferred;
                LOG.warn("Discord refused a message, trying it as {}: {}", left.getFirst(), refused.getMessage());
            }
        }
    }

    /** The forms that are left to try. */
    private static List<Form> left(List<Form> forms, ErrorResponseException refused, boolean byHand) {
        if (refused.getErrorCode() == INVALID_BODY) {
            return forms.subList(1, forms.size());
        }
        return refused.isServerError() && !byHand ? forms : List.of();
    }

    /** Past JDA, which allows a callback one attempt. A file does not go along; what it holds is cut. */
    private static void callBack(IReplyCallback event, int type, DiscordMessage message, boolean privately) {
        DataObject data = message.withoutFile().data().toData();
        if (privately) {
            data.put("flags", data.getInt("flags", 0) | Message.MessageFlag.EPHEMERAL.getValue());
        }
        new RestActionImpl<Void>(
                        event.getJDA(),
                        Route.Interactions.CALLBACK.compile(event.getId(), event.getToken()),
                        DataObject.empty().put("type", type).put("data", data))
                .complete();
    }

    private void say(IReplyCallback event, String notice) {
        try {
            DiscordMessage message = DiscordMessage.notice(notice);
            if (event.isAcknowledged()) {
                event.getHook().sendMessage(message.data()).setEphemeral(true).complete();
            } else {
                event.reply(message.data()).setEphemeral(true).complete();
            }
        } catch (ErrorResponseException refused) {
            LOG.warn("Discord did not take a notice: {}", refused.getMessage());
        }
    }

    /** There is no answer, for a reason that the person is told. */
    static final class NotAnswerable extends Exception {
        private final String notice;

        NotAnswerable(String notice) {
            super(notice);
            this.notice = notice;
        }

        /** What the person is told, in markup. */
        String notice() {
            return notice;
        }
    }

    /** Where the answer of an interaction goes. */
    interface ReplyTarget {
        /** Tells Discord that the answer takes longer; does nothing the second time. */
        void defer();

        void send(DiscordMessage message, boolean privately) throws InterruptedException;

        /** What kind of callback it is when sent at once. */
        int callbackType();

        /** What can go there, of what the place allows. */
        default Allowed allowed(Allowed place) {
            return place;
        }
    }

    /** As a new message. */
    private record InChannel(IReplyCallback event, boolean deferPrivately) implements ReplyTarget {
        @Override
        public void defer() {
            if (!event.isAcknowledged()) {
                event.deferReply(deferPrivately).complete();
            }
        }

        @Override
        public int callbackType() {
            return InteractionCallbackAction.ResponseType.CHANNEL_MESSAGE_WITH_SOURCE.getRaw();
        }

        @Override
        public void send(DiscordMessage message, boolean privately) {
            if (event.isAcknowledged()) {
                InteractionHook hook = event.getHook();
                hook.editOriginal(MessageEditData.fromCreateData(message.data()))
                        .complete();
            } else {
                event.reply(message.data()).setEphemeral(privately).complete();
            }
        }
    }
}
