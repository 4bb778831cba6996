package io.tunetally.discord.send;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.bot.Incident;
import io.tunetally.discord.api.DiscordRefusals;
import io.tunetally.discord.jda.JdaInternals;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.discord.message.DiscordMessage.Form;
import io.tunetally.discord.message.Notices;
import io.tunetally.discord.message.PostedBoard;
import io.tunetally.operations.Metrics;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.requests.restaction.MessageCreateAction;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import okhttp3.RequestBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends messages to channels: in the richest form the place allows, plainer where Discord refuses, silent where it may not. */
public final class DiscordSender {
    private static final Logger LOG = LoggerFactory.getLogger(DiscordSender.class);

    /** Discord says that it may not, or that what it would write to is gone; nothing is wrong with us. */
    private static final Set<ErrorResponse> CLOSED = Set.of(
            ErrorResponse.MISSING_PERMISSIONS,
            ErrorResponse.MISSING_ACCESS,
            ErrorResponse.THREAD_LOCKED,
            ErrorResponse.ILLEGAL_OPERATION_ARCHIVED_THREAD,
            ErrorResponse.UNKNOWN_CHANNEL,
            ErrorResponse.UNKNOWN_MESSAGE,
            ErrorResponse.CANNOT_SEND_TO_USER);

    private static final Duration TELL_AGAIN_AFTER = Duration.ofDays(1);
    private static final int TOLD = 10_000;

    /** What a nonce ends with; the whole has at most 25 characters. */
    private static final String FOR_NOW = "-wait";

    private final CommandKeys keys;
    private final Metrics metrics;
    private final SendPace pace;
    private final Cache<String, Boolean> told = Caffeine.newBuilder()
            .maximumSize(TOLD)
            .expireAfterWrite(TELL_AGAIN_AFTER)
            .build();

    /** An answer that was sent: what it takes to replace it. Of the message itself a menu would stay in memory, too. */
    public record Sent(long messageId, Form form) {}

    public DiscordSender(ActionKeys keys, StoreCalls calls, SendPace pace, Metrics metrics) {
        this.keys = new CommandKeys(keys, calls);
        this.pace = pace;
        this.metrics = metrics;
    }

    /** Stores what a message's components stand for where their ids are too short for it; before it is sent. */
    public void keep(DiscordMessage message) {
        keys.keep(message);
    }

    /** Receives the result of a reply, once. */
    public interface Receipt {
        /** The answer, empty where nothing could be sent. */
        void ended(Optional<Sent> answer);

        /** Something is wrong with us. */
        void failed(Throwable why);
    }

    /** Answers a message where it stands. Returns at once. */
    public void reply(Message asked, DiscordAnswers.Rendering rendering, Receipt receipt) {
        reply(asked, asked.getId(), rendering, receipt);
    }

    /** Writes a reply to a message that an answer will replace: Discord does not take it for the answer. Returns at once. */
    public void replyForNow(Message asked, DiscordAnswers.Rendering rendering, Receipt receipt) {
        reply(asked, asked.getId() + FOR_NOW, rendering, receipt);
    }

    private void reply(Message asked, String nonce, DiscordAnswers.Rendering rendering, Receipt receipt) {
        Allowed allowed = Allowed.in(asked.getChannel());
        SendAttempt sendAttempt = new SendAttempt(allowed);
        if (sendAttempt.goesOn()) {
            DiscordMessage message = sendAttempt.next(rendering);
            if (waitsForNothing(message)) {
                try {
                    ReplyRequest.withoutFiles(asked, nonce, message, ReplyRequest.mayRefer(asked.getChannel()))
                            .queue(id -> receipt.ended(Optional.of(new Sent(id, message.form()))), refused -> {
                                refused(sendAttempt, refused);
                                replyInTime(asked, nonce, rendering, receipt, sendAttempt);
                            });
                } catch (RejectedExecutionException stop) {
                    receipt.failed(stop);
                }
                return;
            }
        }
        replyInTime(asked, nonce, rendering, receipt, sendAttempt);
    }

    /** A sentence of the adapter's own in answer to a message. */
    public void notice(Message asked, String markdown, Consumer<Optional<Sent>> ended) {
        reply(asked, _ -> DiscordMessage.notice(markdown), new Receipt() {
            @Override
            public void ended(Optional<Sent> answer) {
                ended.accept(answer);
            }

            @Override
            public void failed(Throwable why) {
                if (DiscordRefusals.isOurEnd(why)) {
                    LOG.info("a notice was not sent before the end of the process");
                } else {
                    LOG.error("incident {}: a notice was not sent", Incident.id(), why);
                }
                ended.accept(Optional.empty());
            }
        });
    }

    /** A sentence in answer to an edit. By the nonce of the message, Discord would take it for the answer there is. */
    public void noticeOfEdit(Message edited, String markdown) {
        MessageChannel channel = edited.getChannel();
        Thread.ofVirtual().name("notice").start(() -> {
            try {
                pace.await();
                MessageCreateAction action =
                        channel.sendMessage(DiscordMessage.notice(markdown).data());
                if (ReplyRequest.mayRefer(channel)) {
                    action = action.setMessageReference(edited).failOnInvalidReply(false);
                }
                action.complete();
            } catch (ErrorResponseException refused) {
                log(refused);
            } catch (InsufficientPermissionException missing) {
                LOG.info("may not write in channel {}: {}", missing.getChannelId(), missing.getPermission());
            } catch (CancellationException | RejectedExecutionException stop) {
                LOG.info("a notice was not sent before the end of the process");
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private boolean waitsForNothing(DiscordMessage message) {
        return !message.hasFiles() && message.commands().isEmpty() && pace.isFree();
    }

    /** Replies on a thread that may wait. */
    private void replyInTime(
            Message asked, String nonce, DiscordAnswers.Rendering rendering, Receipt receipt, SendAttempt sendAttempt) {
        Thread.ofVirtual().name("reply").start(() -> {
            try {
                Optional<Sent> sent = untilTaken(sendAttempt, rendering, message -> {
                    boolean refers = ReplyRequest.mayRefer(asked.getChannel()) && sendAttempt.mayRefer();
                    RestAction<Long> request = message.hasFiles()
                            ? ReplyRequest.withFiles(asked, nonce, message, refers)
                            : ReplyRequest.withoutFiles(asked, nonce, message, refers);
                    return request.complete();
                });
                if (sent.isEmpty()) {
                    metrics.undelivered();
                }
                if (sent.isEmpty() && sendAttempt.isClosedToUs()) {
                    tell(asked.getAuthor(), asked.getChannel());
                }
                receipt.ended(sent);
            } catch (InterruptedException | RuntimeException | Error failure) {
                receipt.failed(failure);
            }
        });
    }

    /**
     * Replaces an answer, in the form it has.
     *
     * @param isWanted asked before each attempt: whether it is still the latest
     * @return the answer; empty if it is gone or cannot be changed any more
     */
    public Optional<Sent> edit(
            MessageChannel channel, Sent answer, DiscordAnswers.Rendering rendering, BooleanSupplier isWanted)
            throws InterruptedException {
        Allowed allowed = Allowed.in(channel).replacing(answer.form());
        return untilTaken(new SendAttempt(allowed), rendering, message -> {
            if (isWanted.getAsBoolean()) {
                channel.editMessageById(answer.messageId(), MessageEditData.fromCreateData(message.data()))
                        .complete();
            }
            return answer.messageId();
        });
    }

    private interface Attempt {
        /** Returns the message's id. */
        long send(DiscordMessage message);
    }

    private Optional<Sent> untilTaken(SendAttempt sendAttempt, DiscordAnswers.Rendering rendering, Attempt attempt)
            throws InterruptedException {
        while (sendAttempt.goesOn()) {
            Thread.sleep(sendAttempt.pause());
            DiscordMessage message = sendAttempt.next(rendering);
            keep(message);
            pace.await();
            try {
                return Optional.of(new Sent(attempt.send(message), message.form()));
            } catch (ErrorResponseException refused) {
                if (DiscordRefusals.isOurs(refused)) {
                    throw refused;
                }
                refused(sendAttempt, refused);
            } catch (InsufficientPermissionException refused) {
                refused(sendAttempt, refused);
            }
        }
        return Optional.empty();
    }

    private static void refused(SendAttempt sendAttempt, Throwable why) {
        switch (why) {
            case InsufficientPermissionException missing ->
                LOG.info("may not write in channel {}: {}", missing.getChannelId(), missing.getPermission());
            case ErrorResponseException refused -> log(refused);
            case CancellationException _ -> LOG.info("a message was not sent before the end of the process");
            default -> LOG.error("incident {}: a message was not sent", Incident.id(), why);
        }
        sendAttempt.refused(why instanceof RuntimeException refusal ? refusal : new IllegalStateException(why));
    }

    private static void log(ErrorResponseException refused) {
        if (CLOSED.contains(refused.getErrorResponse())) {
            LOG.info("Discord does not let us write there: {} {}", refused.getErrorCode(), refused.getMeaning());
        } else {
            LOG.warn("incident {}: Discord refused a message: {}", Incident.id(), refused.getMessage());
        }
    }

    /** Tells a user, once a day and channel, why there is no answer; silent where that is not allowed either. */
    private void tell(User user, MessageChannel channel) throws InterruptedException {
        if (!(channel instanceof GuildMessageChannel)
                || told.asMap().putIfAbsent(user.getId() + " " + channel.getId(), true) != null) {
            return;
        }
        try {
            writeTo(user, Notices.cannotWrite(channel.getId()));
        } catch (ErrorResponseException refused) {
            log(refused);
        }
    }

    /**
     * A message in a channel or thread, which need not be known to JDA.
     *
     * @throws ErrorResponseException where Discord does not take it
     */
    public void writeIn(JDA jda, String channelId, DiscordMessage message) throws InterruptedException {
        keep(message);
        pace.await();
        JdaInternals.request(
                        jda,
                        Route.Messages.SEND_MESSAGE.compile(channelId),
                        RequestBody.create(message.data().toData().toJson(), JdaInternals.JSON))
                .complete();
    }

    /**
     * Replaces a message of the bot, which need not be known to JDA.
     *
     * @return false if it is gone or cannot be changed any more
     * @throws ErrorResponseException if Discord does not take it for another reason
     */
    public boolean editIn(JDA jda, PostedBoard board, DiscordMessage message) throws InterruptedException {
        keep(message);
        pace.await();
        try {
            JdaInternals.request(
                            jda,
                            Route.Messages.EDIT_MESSAGE.compile(board.channel(), String.valueOf(board.message())),
                            RequestBody.create(
                                    MessageEditData.fromCreateData(message.data())
                                            .toData()
                                            .toJson(),
                                    JdaInternals.JSON))
                    .complete();
            return true;
        } catch (ErrorResponseException refused) {
            if (CLOSED.contains(refused.getErrorResponse())) {
                log(refused);
                return false;
            }
            throw refused;
        }
    }

    /**
     * A direct message.
     *
     * @throws ErrorResponseException where Discord does not take it
     */
    public void writeTo(User user, String markdown) throws InterruptedException {
        pace.await();
        user.openPrivateChannel()
                .complete()
                .sendMessage(DiscordMessage.notice(markdown).data())
                .complete();
    }
}
