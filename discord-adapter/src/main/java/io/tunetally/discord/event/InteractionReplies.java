package io.tunetally.discord.event;

import io.tunetally.answer.outcome.Outcome;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Bulkhead;
import io.tunetally.bot.Incident;
import io.tunetally.chat.FileQuestion;
import io.tunetally.discord.api.DiscordRefusals;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.DiscordFormatter;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.discord.message.DiscordMessage.Form;
import io.tunetally.discord.message.Notices;
import io.tunetally.discord.send.Allowed;
import io.tunetally.discord.send.Callback;
import io.tunetally.discord.send.DiscordSender;
import io.tunetally.discord.send.PendingAnswers;
import io.tunetally.operations.Metrics;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Reply;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.InteractionType;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.modals.Modal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers interactions within the three seconds Discord waits: at once where that can be done, deferred where it cannot. */
public final class InteractionReplies {
    private static final Logger LOG = LoggerFactory.getLogger(InteractionReplies.class);

    private final DiscordSender sender;
    private final Bulkhead bulkhead;
    private final ConcurrencyLimiter concurrencyLimiter;
    private final PendingAnswers pendingAnswers;
    private final Duration deferAfter;
    private final Metrics metrics;
    private final Map<InteractionType, Metrics.Requests> requests = new EnumMap<>(InteractionType.class);

    /**
     * Creates the replies.
     *
     * @param deferAfter the time after which an answer that is not there is deferred
     */
    public InteractionReplies(
            DiscordSender sender,
            Bulkhead bulkhead,
            ConcurrencyLimiter concurrencyLimiter,
            PendingAnswers pendingAnswers,
            Duration deferAfter,
            Metrics metrics) {
        this.sender = sender;
        this.bulkhead = bulkhead;
        this.concurrencyLimiter = concurrencyLimiter;
        this.pendingAnswers = pendingAnswers;
        this.deferAfter = deferAfter;
        this.metrics = metrics;
        for (InteractionType type : InteractionType.values()) {
            requests.put(type, metrics.requests(type.name().toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * The response to an interaction.
     *
     * @param privately whether the asker alone sees it
     * @param sent runs once Discord has taken it
     */
    record Response(DiscordAnswers.Rendering rendering, boolean privately, Runnable sent) {
        Response(DiscordAnswers.Rendering rendering, boolean privately) {
            this(rendering, privately, () -> {});
        }

        /** An answer; a refusal or a hint is for the asker alone in any case. */
        static Response of(Answer answer, boolean privately) {
            boolean own = privately || answer.reply().audience() == Audience.ASKER;
            return new Response(own ? DiscordAnswers.own(answer) : DiscordAnswers.post(answer), own);
        }

        /** A reply of the adapter itself, for the asker alone. */
        static Response own(Reply reply) {
            return new Response(form -> new DiscordFormatter(form).format(reply), true);
        }

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
        answer(event, new InChannel(privately), answering);
    }

    /** Answers the asker alone, at leisure: outside of the limit of concurrent questions. */
    void answerInItsTime(IReplyCallback event, Callable<Response> answering) {
        answerWith(event, new InChannel(true), answering);
    }

    void answer(IReplyCallback event, ReplyTarget target, Callable<Response> answering) {
        answerWith(event, target, () -> concurrencyLimiter.of(answering));
    }

    /**
     * Answers a training file: while that takes, the deferred answer says how far it is.
     *
     * @param name of the file
     */
    void measure(IReplyCallback event, boolean privately, String name, Function<FileQuestion.Progress, Answer> asking) {
        Reading reading = new Reading(name);
        answerWith(event, new InChannel(privately), Optional.of(reading), () -> {
            Answer answer = asking.apply(reading);
            boolean own = privately || !(answer.outcome() instanceof Outcome.Answered);
            return new Response(DiscordAnswers.post(answer), own);
        });
    }

    private void answerWith(IReplyCallback event, ReplyTarget target, Callable<Response> answering) {
        answerWith(event, target, Optional.empty(), answering);
    }

    private void answerWith(
            IReplyCallback event, ReplyTarget target, Optional<Reading> reading, Callable<Response> answering) {
        run("an interaction", event, callback -> {
            Optional<Future<Response>> response = bulkhead.begin(() -> kept(answering.call()));
            if (response.isEmpty()) {
                callback.tell(DiscordMessage.notice(Notices.busy()));
                return;
            }
            Form richest = Allowed.in(event).forms().getFirst();
            Future<Response> awaited = response.get();
            send(
                    event,
                    callback,
                    target,
                    awaited(
                            callback,
                            target,
                            awaited,
                            () -> reading.map(it -> it.rendering().in(richest))));
        });
    }

    private Metrics.Requests counted(Interaction event) {
        return Objects.requireNonNull(requests.get(event.getType()));
    }

    /** Says why it is not answered, at once, also where there is no room for more work. */
    void refuse(IReplyCallback event, String notice) {
        new Callback(event, counted(event)).tellWithoutWaiting(DiscordMessage.notice(notice));
    }

    /** Opens a form, which cannot be deferred. */
    void open(ButtonInteractionEvent event, Callable<Modal> opening) {
        run("a form", event, callback -> callback.open(opening.call()));
    }

    /** Says what could be typed; nothing where that fails or there is no room, as the next letter asks again. */
    void complete(CommandAutoCompleteInteractionEvent event, Callable<List<Command.Choice>> completing) {
        boolean taken = bulkhead.run("a completion", () -> {
            List<Command.Choice> choices = List.of();
            try {
                choices = completing.call();
            } catch (Exception failure) {
                counted(event).incident();
                LOG.error("incident {}: a completion failed", Incident.id(), failure);
            }
            choose(event, choices);
        });
        if (!taken) {
            choose(event, List.of());
        }
    }

    /** Discord often refuses it, as it takes that of the last letter only. */
    private static void choose(CommandAutoCompleteInteractionEvent event, List<Command.Choice> choices) {
        event.replyChoices(choices)
                .queue(_ -> {}, refused -> LOG.debug("Discord did not take a completion: {}", refused.getMessage()));
    }

    /** The work of one interaction. */
    private interface Step {
        void run(Callback callback) throws Exception;
    }

    /** Runs a step for an interaction; after any failure the user is told, as long as Discord takes anything. */
    private void run(String what, IReplyCallback event, Step step) {
        Callback callback = new Callback(event, counted(event));
        boolean taken = bulkhead.run(what, () -> {
            pendingAnswers.add(callback);
            try {
                step.run(callback);
            } catch (InterruptedException stop) {
                throw stop;
            } catch (CancellationException | RejectedExecutionException stop) {
                metrics.undelivered();
                LOG.info("{} was not answered before the end of the process", what);
            } catch (Exception failure) {
                say(callback, notice(what, counted(event), failure));
            } finally {
                pendingAnswers.remove(callback);
            }
        });
        if (!taken) {
            callback.tellWithoutWaiting(DiscordMessage.notice(Notices.busy()));
        }
    }

    /** The notice of a failure, which is logged and counted; empty if the user can no longer be told. */
    private Optional<String> notice(String what, Metrics.Requests counts, Exception failure) {
        String incident = Incident.id();
        if (failure instanceof NotAnswerable why) {
            if (why.getCause() != null) {
                metrics.undelivered();
                LOG.warn("incident {}: not sent: {}", incident, why.getCause().getMessage());
            }
            return Optional.of(why.notice());
        }
        if (failure instanceof ErrorResponseException refused && !DiscordRefusals.isOurs(refused)) {
            metrics.undelivered();
            LOG.warn("incident {}: Discord refused an answer: {}", incident, refused.getMessage());
            return DiscordRefusals.isOver(refused) ? Optional.empty() : Optional.of(Notices.failed(incident));
        }
        counts.incident();
        LOG.error("incident {}: {} failed", incident, what, failure);
        return Optional.of(Notices.failed(incident));
    }

    private static void say(Callback callback, Optional<String> notice) throws InterruptedException {
        if (notice.isEmpty()) {
            return;
        }
        try {
            callback.tell(DiscordMessage.notice(notice.get()));
        } catch (ErrorResponseException refused) {
            LOG.warn("Discord did not take a notice: {}", refused.getMessage());
        }
    }

    /** Buttons must work as soon as they are seen. */
    private Response kept(Response response) {
        sender.keep(response.rendering().in(Form.TEXT));
        return response;
    }

    /** The response, deferred where it takes longer than Discord waits. */
    private Response awaited(
            Callback callback,
            ReplyTarget target,
            Future<Response> response,
            Supplier<Optional<DiscordMessage>> progress)
            throws Exception {
        try {
            try {
                return response.get(deferAfter.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                target.defer(callback);
                return awaited(callback, response, progress);
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        }
    }

    /** The response, before which the deferred answer says how far it is. */
    private static Response awaited(
            Callback callback, Future<Response> response, Supplier<Optional<DiscordMessage>> progress)
            throws Exception {
        while (progress.get().isPresent()) {
            try {
                return response.get(Reading.EVERY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException slow) {
                callback.show(progress.get().orElseThrow());
            }
        }
        return response.get();
    }

    /** Sends in the richest form that the place takes; in a plainer one if Discord refuses it. */
    private static void send(IReplyCallback event, Callback callback, ReplyTarget target, Response response)
            throws Exception {
        Allowed allowed = target.allowed(Allowed.in(event), response.privately());
        while (true) {
            try {
                DiscordMessage message =
                        allowed.fitting(response.rendering().in(allowed.forms().getFirst()));
                target.send(callback, message, response.privately());
                response.sent().run();
                return;
            } catch (ErrorResponseException refused) {
                allowed = plainer(allowed, refused);
                if (allowed.forms().isEmpty()) {
                    throw refused;
                }
                LOG.warn(
                        "Discord refused a message, trying it as {}{}: {}",
                        allowed.forms().getFirst(),
                        allowed.files() ? "" : " without files",
                        refused.getMessage());
            }
        }
    }

    /** The forms left to try; none if they would be refused, too. */
    private static Allowed plainer(Allowed refused, ErrorResponseException why) {
        List<Form> next = refused.forms().subList(1, refused.forms().size());
        if (DiscordRefusals.isForItsSize(why)) {
            return refused.files() ? refused.withoutFiles(refused.forms()) : refused.withoutFiles(next);
        }
        return new Allowed(DiscordRefusals.isForItsForm(why) ? next : List.of(), refused.files());
    }

    /** Signals that there is no answer; its notice tells the user why. */
    static final class NotAnswerable extends Exception {
        private final String notice;

        NotAnswerable(String notice) {
            super(notice);
            this.notice = notice;
        }

        /** Discord did not take it. */
        NotAnswerable(String notice, ErrorResponseException refused) {
            super(notice, refused);
            this.notice = notice;
        }

        /** The notice to the user, in markup. */
        String notice() {
            return notice;
        }
    }

    /** The target of an interaction's answer. */
    interface ReplyTarget {
        /** Tells Discord that the answer takes longer. */
        void defer(Callback callback);

        /**
         * Sends it.
         *
         * @throws NotAnswerable where the person is told why it could not be sent
         */
        void send(Callback callback, DiscordMessage message, boolean privately)
                throws InterruptedException, NotAnswerable;

        /** The forms that the target takes, out of those that the place allows. */
        Allowed allowed(Allowed place, boolean privately);
    }

    /** A new message. */
    private record InChannel(boolean deferPrivately) implements ReplyTarget {
        @Override
        public void defer(Callback callback) {
            callback.think(deferPrivately);
        }

        @Override
        public void send(Callback callback, DiscordMessage message, boolean privately) throws InterruptedException {
            if (privately) {
                callback.tell(message);
            } else {
                callback.answer(message);
            }
        }

        @Override
        public Allowed allowed(Allowed place, boolean privately) {
            return place;
        }
    }
}
