package io.tunetally.discord;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.bot.Incident;
import io.tunetally.discord.DiscordMessage.Form;
import io.tunetally.operations.Metrics;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.internal.requests.RestActionImpl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages to channels: in the richest form the place allows, plainer where Discord refuses, silent where it may not. */
final class DiscordSender {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordSender.class);

    /** Discord says that it may not, or that what it would write to is gone; nothing is wrong with us. */
    private static final Set<ErrorResponse> CLOSED = Set.of(
            ErrorResponse.MISSING_PERMISSIONS,
            ErrorResponse.MISSING_ACCESS,
            ErrorResponse.UNKNOWN_CHANNEL,
            ErrorResponse.UNKNOWN_MESSAGE,
            ErrorResponse.CANNOT_SEND_TO_USER);

    private static final Duration TELL_AGAIN_AFTER = Duration.ofDays(1);
    private static final int TOLD = 10_000;

    private final ActionKeys keys;
    private final Patience patience;
    private final Metrics metrics;
    private final SendPace pace;
    private final ReplyBodies bodies = new ReplyBodies();
    private final Cache<String, Boolean> told = Caffeine.newBuilder()
            .maximumSize(TOLD)
            .expireAfterWrite(TELL_AGAIN_AFTER)
            .build();

    /** An answer that was sent: what it takes to replace it. Of the message itself a menu would stay in memory, too. */
    record Sent(long messageId, Form form) {}

    DiscordSender(ActionKeys keys, Patience patience, SendPace pace, Metrics metrics) {
        this.keys = keys;
        this.patience = patience;
        this.pace = pace;
        this.metrics = metrics;
    }

    /** Stores what a message's components stand for where their ids are too short for it; before it is sent. */
    void keep(DiscordMessage message) throws InterruptedException {
        List<String> commands = message.commands();
        if (commands.isEmpty()) {
            return;
        }
        try {
            patience.of(() -> {
                keys.keep(commands);
                return true;
            });
        } catch (StorageException unusable) {
            LOG.warn("some buttons of a message will not work: {}", unusable.getMessage());
        }
    }

    /**
     * Answers a message where it stands.
     *
     * @return the answer, empty where nothing could be sent
     */
    Optional<Sent> reply(Message asked, DiscordAnswers.Rendering rendering) throws InterruptedException {
        MessageChannel channel = asked.getChannel();
        Allowed allowed = Allowed.in(channel);
        List<Form> forms = allowed.forms();
        Optional<Sent> sent = Optional.empty();
        while (sent.isEmpty() && !forms.isEmpty()) {
            DiscordMessage message = allowed.fitting(rendering.in(forms.getFirst()));
            keep(message);
            Outcome outcome = send(channel, asked, message);
            sent = outcome.sent();
            forms = outcome.left(forms);
        }
        if (sent.isEmpty()) {
            metrics.undelivered();
            tell(asked.getAuthor(), channel);
        }
        return sent;
    }

    /** Replaces an answer, in the form it has. */
    void edit(MessageChannel channel, Sent answer, DiscordAnswers.Rendering rendering) throws InterruptedException {
        Allowed allowed = Allowed.in(channel).replacing(answer.form());
        DiscordMessage message = allowed.fitting(rendering.in(allowed.forms().getFirst()));
        keep(message);
        pace.await();
        try {
            channel.editMessageById(answer.messageId(), MessageEditData.fromCreateData(message.data()))
                    .complete();
        } catch (ErrorResponseException refused) {
            log(refused);
        }
    }

    /** What came of sending, and which forms could still be taken. */
    private record Outcome(Optional<Sent> sent, Retry retry) {
        List<Form> left(List<Form> forms) {
            return switch (retry) {
                case PLAINER ->
                    forms.stream()
                            .filter(form -> form.compareTo(forms.getFirst()) > 0)
                            .filter(form -> !(forms.getFirst().isComponents() && form.isComponents()))
                            .toList();
                case PLAINEST -> forms.getFirst() == Form.TEXT ? List.of() : List.of(Form.TEXT);
                case NEVER -> List.of();
            };
        }

        static Outcome refused(Retry retry) {
            return new Outcome(Optional.empty(), retry);
        }
    }

    private enum Retry {
        PLAINER,
        PLAINEST,
        NEVER
    }

    private Outcome send(MessageChannel channel, Message asked, DiscordMessage message) throws InterruptedException {
        pace.await();
        try {
            boolean refers = !(channel instanceof GuildMessageChannel guildChannel)
                    || Allowed.may(guildChannel, Permission.MESSAGE_HISTORY);
            long id = message.hasFiles()
                    ? withFiles(channel, asked, message, refers)
                    : withoutFiles(channel, asked, message, refers);
            return new Outcome(Optional.of(new Sent(id, message.form())), Retry.NEVER);
        } catch (InsufficientPermissionException missing) {
            LOG.info("may not write in channel {}: {}", channel.getId(), missing.getPermission());
            return Outcome.refused(Retry.PLAINEST);
        } catch (ErrorResponseException refused) {
            log(refused);
            return Outcome.refused(retry(refused.getErrorResponse()));
        }
    }

    private static long withFiles(MessageChannel channel, Message asked, DiscordMessage message, boolean refers) {
        MessageCreateAction action = channel.sendMessage(message.data()).setNonce(asked.getId());
        if (refers) {
            action = action.setMessageReference(asked).failOnInvalidReply(false);
        }
        return action.complete().getIdLong();
    }

    /** Of what Discord answers, only the id is looked at: JDA would make a message of it with all its components. */
    private long withoutFiles(MessageChannel channel, Message asked, DiscordMessage message, boolean refers) {
        return new RestActionImpl<Long>(
                        channel.getJDA(),
                        Route.Messages.SEND_MESSAGE.compile(channel.getId()),
                        bodies.of(message, asked, refers),
                        (response, _) -> response.getObject().getLong("id"))
                .complete();
    }

    private static Retry retry(ErrorResponse why) {
        if (why == ErrorResponse.MISSING_PERMISSIONS) {
            return Retry.PLAINEST;
        }
        return CLOSED.contains(why) ? Retry.NEVER : Retry.PLAINER;
    }

    private static void log(ErrorResponseException refused) {
        if (CLOSED.contains(refused.getErrorResponse())) {
            LOG.info("Discord does not let us write there: {} {}", refused.getErrorCode(), refused.getMeaning());
        } else {
            LOG.warn("incident {}: Discord refused a message: {}", Incident.id(), refused.getMessage());
        }
    }

    /** Tells somebody, once a day and channel, why there is no answer; silent where that is not allowed either. */
    private void tell(User user, MessageChannel channel) throws InterruptedException {
        if (!(channel instanceof GuildMessageChannel)
                || told.asMap().putIfAbsent(user.getId() + " " + channel.getId(), true) != null) {
            return;
        }
        pace.await();
        try {
            user.openPrivateChannel()
                    .complete()
                    .sendMessage(DiscordMessage.notice(Notices.cannotWrite(channel.getId()))
                            .data())
                    .complete();
        } catch (ErrorResponseException refused) {
            log(refused);
        }
    }
}
