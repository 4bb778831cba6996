package io.tunetally.discord.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Boards;
import io.tunetally.bot.Bulkhead;
import io.tunetally.bot.CoolDown;
import io.tunetally.bot.Incident;
import io.tunetally.chat.FileQuestion;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.discord.api.DiscordRefusals;
import io.tunetally.discord.message.AskedBy;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.Notices;
import io.tunetally.discord.send.DiscordSender;
import io.tunetally.discord.send.PendingAnswers;
import io.tunetally.operations.Metrics;
import io.tunetally.storage.bounded.WriteBehindThreadMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers mentions in servers and direct messages where they stand; {@link EditHandler} follows their edits. */
public final class MessageHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MessageHandler.class);

    private static final int MOST_TOLD = 10_000;
    private static final Duration TELL_AGAIN_AFTER = Duration.ofSeconds(5);

    private final MessageAnswers answers;
    private final EditHandler edits;
    private final WriteBehindThreadMemory memory;
    private final Boards boards;
    private final DiscordSender sender;
    private final RecentDeliveries recentDeliveries;
    private final CoolDown coolDown;
    private final Bulkhead bulkhead;
    private final PendingAnswers pendingAnswers;
    private final Metrics metrics;
    private final Instant began = Instant.now();

    /** The channels that were told lately why there is no answer. */
    private final Cache<Long, Boolean> told = Caffeine.newBuilder()
            .maximumSize(MOST_TOLD)
            .expireAfterWrite(TELL_AGAIN_AFTER)
            .executor(Runnable::run)
            .build();

    public MessageHandler(
            MessageAnswers answers,
            EditHandler edits,
            WriteBehindThreadMemory memory,
            Boards boards,
            DiscordSender sender,
            RecentDeliveries recentDeliveries,
            CoolDown coolDown,
            Bulkhead bulkhead,
            PendingAnswers pendingAnswers,
            Metrics metrics) {
        this.answers = answers;
        this.edits = edits;
        this.memory = memory;
        this.boards = boards;
        this.metrics = metrics;
        this.sender = sender;
        this.recentDeliveries = recentDeliveries;
        this.coolDown = coolDown;
        this.bulkhead = bulkhead;
        this.pendingAnswers = pendingAnswers;
    }

    /** Tells the author of a message that the bot is being restarted. */
    void turnAway(Message message) {
        if (Mention.isForUs(message)) {
            metrics.undelivered();
            sparingly(message, Notices.restarting());
        }
    }

    /** A channel is told once in a few seconds: where many ask at once, telling each would make it worse. */
    private void sparingly(Message message, String notice) {
        if (told.asMap().putIfAbsent(message.getChannelIdLong(), true) == null) {
            sender.notice(message, notice, _ -> {});
        }
    }

    void received(Message message) {
        if (!Mention.isForUs(message)) {
            return;
        }
        switch (coolDown.act(DiscordConversations.person(message.getAuthor()))) {
            case GO -> begin(message);
            case TELL -> sender.notice(message, Notices.coolDown(), _ -> {});
            case SILENT -> {}
        }
    }

    private void begin(Message message) {
        Optional<Bulkhead.Permit> permit = bulkhead.enter();
        if (permit.isEmpty()) {
            LOG.warn("too much work: message {} in channel {} is not answered", message.getId(), channel(message));
            metrics.undelivered();
            sparingly(message, Notices.busy());
            return;
        }
        if (!recentDeliveries.isNew(message.getId())) {
            permit.get().close();
            return;
        }
        Answering answering = new Answering(message, permit.get(), edits.begin(message));
        pendingAnswers.add(answering);
        memory.recallAhead(DiscordConversations.of(message), () -> RequestThreads.sendHere(() -> answer(answering)));
    }

    /** The answer to a message while it is under way. */
    private final class Answering implements PendingAnswers.Waiter {
        private final Message message;
        private final Bulkhead.Permit permit;
        private final FollowedAnswer followed;

        private Answering(Message message, Bulkhead.Permit permit, FollowedAnswer followed) {
            this.message = message;
            this.permit = permit;
            this.followed = followed;
        }

        /** Writes a direct message, as Discord holds back the channel; a question in a direct message gets no notice. */
        @Override
        public void turnAway() throws InterruptedException {
            if (message.isFromGuild()) {
                sender.writeTo(message.getAuthor(), Notices.restarting());
            }
        }

        /** Logs ids only, never a message's text. */
        void end(Optional<DiscordSender.Sent> answer) {
            pendingAnswers.remove(this);
            followed.answer().complete(answer);
            LOG.info(
                    "message {} in channel {}: {}",
                    message.getId(),
                    channel(message),
                    answer.isEmpty() ? "not answered" : "answered");
            permit.close();
        }
    }

    /** Should another process have been told of the message, too: Discord takes one reply of ours to it, by its nonce. */
    private void answer(Answering answering) {
        if (MessageAnswers.data(answering.message).isPresent()) {
            Thread.ofVirtual().name("file").start(() -> measure(answering));
            return;
        }
        try {
            send(answering, answers.answered(answering.message, answering.followed, FileQuestion.Progress.NONE));
        } catch (RuntimeException | Error bug) { // Errors, too: the permit would never be released.
            fail(answering, bug);
        }
    }

    private void send(Answering answering, Answer answer) {
        Message message = answering.message;
        sender.reply(message, DiscordAnswers.post(answer), new DiscordSender.Receipt() {
            @Override
            public void ended(Optional<DiscordSender.Sent> sent) {
                sent.filter(_ -> answer.isBoard())
                        .ifPresent(board ->
                                boards.shown(DiscordConversations.of(message), MessageAnswers.board(message, board)));
                answering.end(sent);
            }

            @Override
            public void failed(Throwable why) {
                fail(answering, why);
            }
        });
    }

    /** Answers a message with a training file; a reply says how far it is, and the answer replaces that. */
    private void measure(Answering answering) {
        Message message = answering.message;
        try {
            Reading reading =
                    new Reading(MessageAnswers.data(message).orElseThrow().getFileName());
            ReadingReply reply = new ReadingReply(sender, message, reading);
            Answer answer;
            Optional<DiscordSender.Sent> shown;
            try {
                answer = answers.answered(message, answering.followed, reading);
            } finally {
                shown = reply.end();
            }
            Optional<DiscordSender.Sent> replaced = shown.isEmpty() ? shown : replaced(message, shown.get(), answer);
            if (replaced.isPresent()) {
                answering.end(replaced);
            } else {
                send(answering, answer);
            }
        } catch (InterruptedException | RuntimeException | Error why) {
            fail(answering, why);
        }
    }

    /** Replaces a reply by the answer. Empty if it is gone, for example deleted by a moderator. */
    private Optional<DiscordSender.Sent> replaced(Message message, DiscordSender.Sent shown, Answer answer)
            throws InterruptedException {
        AskedBy askedBy = AskedBy.of(message.getAuthor());
        return sender.edit(message.getChannel(), shown, askedBy.in(DiscordAnswers.post(answer)), () -> true);
    }

    private void fail(Answering answering, Throwable why) {
        if (DiscordRefusals.isOurEnd(why)) {
            metrics.undelivered();
            answering.end(Optional.empty());
            return;
        }
        String incident = Incident.id();
        LOG.error("incident {} in an answer to message {}", incident, answering.message.getId(), why);
        metrics.incident();
        sender.notice(answering.message, Notices.failed(incident), answering::end);
    }

    private static String channel(Message message) {
        return message.getChannel().getId();
    }

    void edited(Message message) {
        if (!edits.edited(message)) {
            mentionedLate(message);
        }
    }

    /**
     * An edit can add the mention to a message that was none of ours. A message from before this process may have been
     * answered then, and a message is followed for a while only.
     */
    private void mentionedLate(Message message) {
        Instant sent = message.getTimeCreated().toInstant();
        boolean isKnown = sent.isAfter(began) && sent.plus(EditHandler.FOLLOWED).isAfter(Instant.now());
        if (message.isEdited() && isKnown) {
            received(message);
        }
    }

    void deleted(long messageId) {
        edits.deleted(messageId);
    }
}
