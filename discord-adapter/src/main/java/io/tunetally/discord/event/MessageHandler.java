package io.tunetally.discord.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tunetally.bot.Answer;
import io.tunetally.bot.Boards;
import io.tunetally.bot.Bulkhead;
import io.tunetally.bot.CoolDown;
import io.tunetally.bot.Incident;
import io.tunetally.chat.BoardMessage;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.FileQuestion;
import io.tunetally.chat.Markup;
import io.tunetally.chat.SharedFile;
import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.discord.api.DiscordRefusals;
import io.tunetally.discord.message.AskedBy;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.MessageText;
import io.tunetally.discord.message.Notices;
import io.tunetally.discord.message.PostedBoard;
import io.tunetally.discord.send.DiscordSender;
import io.tunetally.discord.send.FileDownloads;
import io.tunetally.discord.send.PendingAnswers;
import io.tunetally.operations.Metrics;
import io.tunetally.request.CanonicalText;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.WriteBehindThreadMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers mentions in servers and direct messages where they stand; an edited message is answered anew. */
public final class MessageHandler {
    private static final Logger LOG = LoggerFactory.getLogger(MessageHandler.class);

    /** The time for which an answer follows the edits of its question. */
    private static final Duration FOLLOWED = Duration.ofMinutes(15);

    private static final int MOST_FOLLOWED = 10_000;
    private static final Duration TELL_AGAIN_AFTER = Duration.ofSeconds(5);

    private final DiscordBot bot;
    private final FileDownloads files;
    private final WriteBehindThreadMemory memory;
    private final Boards boards;
    private final DiscordSender sender;
    private final RecentDeliveries recentDeliveries;
    private final CoolDown coolDown;
    private final Bulkhead bulkhead;
    private final ConcurrencyLimiter concurrencyLimiter;
    private final PendingAnswers pendingAnswers;
    private final Metrics metrics;
    private final Instant began = Instant.now();
    private final Cache<Long, Followed> followed = Caffeine.newBuilder()
            .maximumSize(MOST_FOLLOWED)
            .expireAfterWrite(FOLLOWED)
            // Otherwise each message wakes another thread to look after the cache.
            .executor(Runnable::run)
            .build();

    /** The channels that were told lately why there is no answer. */
    private final Cache<Long, Boolean> told = Caffeine.newBuilder()
            .maximumSize(MOST_FOLLOWED)
            .expireAfterWrite(TELL_AGAIN_AFTER)
            .executor(Runnable::run)
            .build();

    /**
     * An answer, perhaps still under way.
     *
     * @param answer empty where none could be sent
     * @param question a hash of what it is for: a link that Discord unfolds is an edit, too
     * @param order held while it is replaced
     * @param earlier how its question was read last; empty before that was done
     */
    private record Followed(
            CompletableFuture<Optional<DiscordSender.Sent>> answer,
            int question,
            ReentrantLock order,
            AtomicReference<Optional<ChatEvent.Earlier>> earlier) {
        Followed(int question) {
            this(new CompletableFuture<>(), question, new ReentrantLock(), new AtomicReference<>(Optional.empty()));
        }

        Followed edited(int otherQuestion) {
            return new Followed(answer, otherQuestion, order, earlier);
        }
    }

    public MessageHandler(
            DiscordBot bot,
            FileDownloads files,
            WriteBehindThreadMemory memory,
            Boards boards,
            DiscordSender sender,
            RecentDeliveries recentDeliveries,
            CoolDown coolDown,
            Bulkhead bulkhead,
            ConcurrencyLimiter concurrencyLimiter,
            PendingAnswers pendingAnswers,
            Metrics metrics) {
        this.bot = bot;
        this.files = files;
        this.memory = memory;
        this.boards = boards;
        this.metrics = metrics;
        this.sender = sender;
        this.recentDeliveries = recentDeliveries;
        this.coolDown = coolDown;
        this.bulkhead = bulkhead;
        this.concurrencyLimiter = concurrencyLimiter;
        this.pendingAnswers = pendingAnswers;
    }

    /** Tells the author of a message that the bot is being restarted. */
    void turnAway(Message message) {
        if (isForUs(message)) {
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
        if (!isForUs(message)) {
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
        Answering answering = new Answering(message, permit.get(), new Followed(question(message)));
        followed.put(message.getIdLong(), answering.followed);
        pendingAnswers.add(answering);
        memory.recallAhead(DiscordConversations.of(message), () -> RequestThreads.sendHere(() -> answer(answering)));
    }

    /** The answer to a message while it is under way. */
    private final class Answering implements PendingAnswers.Waiter {
        private final Message message;
        private final Bulkhead.Permit permit;
        private final Followed followed;

        private Answering(Message message, Bulkhead.Permit permit, Followed followed) {
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

    /**
     * A bot, a webhook and a reply's ping ask nothing; in a server only a mention in the text does. Nor does what Discord says in
     * a person's name (that a message was pinned, that a poll has ended), to which it takes no reply.
     */
    private static boolean isForUs(Message message) {
        if (message.getAuthor().isBot() || message.getAuthor().isSystem() || message.isWebhookMessage()) {
            return false;
        }
        if (message.getType() != MessageType.DEFAULT && message.getType() != MessageType.INLINE_REPLY) {
            return false;
        }
        if (!message.isFromGuild()) {
            return true;
        }
        String text = message.getContentRaw();
        return text.contains(mention(message)) || text.contains(oldMention(message));
    }

    private static String mention(Message message) {
        return "<@" + message.getJDA().getSelfUser().getId() + ">";
    }

    /** The mention as old clients write it. */
    private static String oldMention(Message message) {
        return "<@!" + message.getJDA().getSelfUser().getId() + ">";
    }

    /** Should another process have been told of the message, too: Discord takes one reply of ours to it, by its nonce. */
    private void answer(Answering answering) {
        if (data(answering.message).isPresent()) {
            Thread.ofVirtual().name("file").start(() -> measure(answering));
            return;
        }
        try {
            send(answering, answered(answering.message, answering.followed, FileQuestion.Progress.NONE));
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
                        .ifPresent(board -> boards.shown(DiscordConversations.of(message), board(message, board)));
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
            Reading reading = new Reading(data(message).orElseThrow().getFileName());
            ReadingReply reply = new ReadingReply(sender, message, reading);
            Answer answer;
            Optional<DiscordSender.Sent> shown;
            try {
                answer = answered(message, answering.followed, reading);
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

    /** Returns the first attachment that may hold training data. */
    private static Optional<Message.Attachment> data(Message message) {
        return message.getAttachments().stream()
                .filter(attachment -> SharedFile.mayBeData(attachment.getFileName()))
                .findFirst();
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

    private static BoardMessage board(Message asked, DiscordSender.Sent answer) {
        return new BoardMessage(
                PostedBoard.of(asked, answer.messageId(), answer.form()).name(),
                DiscordConversations.person(asked.getAuthor()));
    }

    private Answer answered(Message message, Followed asked, FileQuestion.Progress progress) {
        String text = MessageText.of(message)
                .replace(mention(message), " ")
                .replace(oldMention(message), " ")
                .strip();
        ConversationId conversation = DiscordConversations.of(message);
        Envelope own =
                new Envelope(message.getId(), conversation, DiscordConversations.person(message.getAuthor()), true);
        Envelope envelope = message.isFromGuild() ? own.readByAll() : own;
        Optional<ChatEvent.Earlier> earlier = asked.earlier().get();
        ChatEvent.Earlier known = earlier.orElseGet(() -> unanswered(conversation));
        ChatEvent.Said said = new ChatEvent.Said(envelope, Markup.MARKDOWN, text, List.of(), earlier);
        Answer answer = data(message)
                .map(file -> bot.answer(new FileQuestion(envelope, Markup.MARKDOWN, text, files.of(file), progress)))
                .orElseGet(() -> bot.answer(said, message.getJDA()));
        Optional<String> after = answer.remembered().map(CanonicalText::write).or(known::after);
        asked.earlier().set(Optional.of(new ChatEvent.Earlier(known.before(), after)));
        return answer;
    }

    /** The memory that a message and its edits are read with; nothing if the store does not give it. */
    private ChatEvent.Earlier unanswered(ConversationId conversation) {
        Optional<String> now;
        try {
            now = memory.recall(conversation);
        } catch (StorageException unreadable) {
            now = Optional.empty(); // The answer says so.
        }
        return new ChatEvent.Earlier(now, now);
    }

    private static int question(Message message) {
        return message.getContentRaw().hashCode();
    }

    private static String channel(Message message) {
        return message.getChannel().getId();
    }

    void edited(Message message) {
        Followed known = followed.getIfPresent(message.getIdLong());
        if (known == null) {
            mentionedLate(message);
            return;
        }
        if (known.question() == question(message) || !isForUs(message)) {
            return;
        }
        switch (coolDown.act(DiscordConversations.person(message.getAuthor()))) {
            case GO -> follow(message, known);
            case TELL -> sender.noticeOfEdit(message, Notices.coolDown());
            case SILENT -> {}
        }
    }

    /**
     * An edit can add the mention to a message that was none of ours. A message from before this process may have been
     * answered then, and a message is followed for a while only.
     */
    private void mentionedLate(Message message) {
        Instant sent = message.getTimeCreated().toInstant();
        boolean isKnown = sent.isAfter(began) && sent.plus(FOLLOWED).isAfter(Instant.now());
        if (message.isEdited() && isKnown) {
            received(message);
        }
    }

    private void follow(Message message, Followed known) {
        Followed now = known.edited(question(message));
        followed.put(message.getIdLong(), now);
        if (!bulkhead.run("an answer to an edited message", () -> replaceOrTell(message, now))) {
            followed.put(message.getIdLong(), known); // Else the same words would not be looked at again.
            LOG.warn(
                    "too much work: the edit of message {} in channel {} is not followed",
                    message.getId(),
                    channel(message));
            metrics.undelivered();
        }
    }

    private void replaceOrTell(Message message, Followed edit) throws Exception {
        try {
            replace(message, edit);
        } catch (CancellationException | RejectedExecutionException stop) {
            metrics.undelivered();
            LOG.info("the edit of message {} was not followed before the end of the process", message.getId());
        } catch (RuntimeException | Error bug) {
            String incident = Incident.id();
            LOG.error("incident {} in an answer to the edit of message {}", incident, message.getId(), bug);
            metrics.incident();
            sender.noticeOfEdit(message, Notices.failed(incident));
        }
    }

    /** Replaces answers one after the other; skips an edit that a newer one has overtaken. */
    private void replace(Message message, Followed edit) throws Exception {
        Optional<DiscordSender.Sent> answer = edit.answer().get();
        if (answer.isEmpty()) {
            return;
        }
        edit.order().lockInterruptibly();
        try {
            BooleanSupplier isLatest = () -> edit.equals(followed.getIfPresent(message.getIdLong()));
            if (isLatest.getAsBoolean()) {
                Answer changed = changed(message, edit);
                AskedBy askedBy = AskedBy.of(message.getAuthor());
                if (sender.edit(message.getChannel(), answer.get(), askedBy.in(DiscordAnswers.post(changed)), isLatest)
                        .isEmpty()) {
                    metrics.undelivered();
                }
                if (changed.isBoard()) {
                    boards.shown(DiscordConversations.of(message), board(message, answer.get()));
                } else {
                    boards.replaced(
                            DiscordConversations.of(message),
                            board(message, answer.get()).name());
                }
            }
        } finally {
            edit.order().unlock();
        }
    }

    /** A file is measured for longer than a turn lasts, and has turns of its own. */
    private Answer changed(Message message, Followed edit) throws Exception {
        return data(message).isPresent()
                ? answered(message, edit, FileQuestion.Progress.NONE)
                : concurrencyLimiter.of(() -> answered(message, edit, FileQuestion.Progress.NONE));
    }

    /** The answer stays: others may have read it. */
    void deleted(long messageId) {
        followed.invalidate(messageId);
    }
}
