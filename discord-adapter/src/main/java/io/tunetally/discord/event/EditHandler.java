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
import io.tunetally.discord.message.AskedBy;
import io.tunetally.discord.message.DiscordAnswers;
import io.tunetally.discord.message.Notices;
import io.tunetally.discord.send.DiscordSender;
import io.tunetally.operations.Metrics;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import net.dv8tion.jda.api.entities.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers edited messages anew, in place of their answers. */
public final class EditHandler {
    private static final Logger LOG = LoggerFactory.getLogger(EditHandler.class);

    /** The time for which an answer follows the edits of its question. */
    static final Duration FOLLOWED = Duration.ofMinutes(15);

    private static final int MOST_FOLLOWED = 10_000;

    private final MessageAnswers answers;
    private final Boards boards;
    private final DiscordSender sender;
    private final CoolDown coolDown;
    private final Bulkhead bulkhead;
    private final ConcurrencyLimiter concurrencyLimiter;
    private final Metrics metrics;
    private final Cache<Long, FollowedAnswer> followed = Caffeine.newBuilder()
            .maximumSize(MOST_FOLLOWED)
            .expireAfterWrite(FOLLOWED)
            // Otherwise each message wakes another thread to look after the cache.
            .executor(Runnable::run)
            .build();

    public EditHandler(
            MessageAnswers answers,
            Boards boards,
            DiscordSender sender,
            CoolDown coolDown,
            Bulkhead bulkhead,
            ConcurrencyLimiter concurrencyLimiter,
            Metrics metrics) {
        this.answers = answers;
        this.boards = boards;
        this.sender = sender;
        this.coolDown = coolDown;
        this.bulkhead = bulkhead;
        this.concurrencyLimiter = concurrencyLimiter;
        this.metrics = metrics;
    }

    /** Follows the edits of a message from now on; returns its answer, which is still to come. */
    FollowedAnswer begin(Message message) {
        FollowedAnswer begun = new FollowedAnswer(question(message));
        followed.put(message.getIdLong(), begun);
        return begun;
    }

    /** Returns whether it follows the message that was edited. */
    boolean edited(Message message) {
        FollowedAnswer known = followed.getIfPresent(message.getIdLong());
        if (known == null) {
            return false;
        }
        if (known.question() != question(message) && Mention.isForUs(message)) {
            followOrTell(message, known);
        }
        return true;
    }

    private void followOrTell(Message message, FollowedAnswer known) {
        switch (coolDown.act(DiscordConversations.person(message.getAuthor()))) {
            case GO -> follow(message, known);
            case TELL -> sender.noticeOfEdit(message, Notices.coolDown());
            case SILENT -> {}
        }
    }

    private static int question(Message message) {
        return message.getContentRaw().hashCode();
    }

    private void follow(Message message, FollowedAnswer known) {
        FollowedAnswer now = known.edited(question(message));
        followed.put(message.getIdLong(), now);
        if (!bulkhead.run("an answer to an edited message", () -> replaceOrTell(message, now))) {
            followed.put(message.getIdLong(), known); // Else the same words would not be looked at again.
            LOG.warn(
                    "too much work: the edit of message {} in channel {} is not followed",
                    message.getId(),
                    message.getChannel().getId());
            metrics.undelivered();
        }
    }

    private void replaceOrTell(Message message, FollowedAnswer edit) throws Exception {
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
    private void replace(Message message, FollowedAnswer edit) throws Exception {
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
                    boards.shown(DiscordConversations.of(message), MessageAnswers.board(message, answer.get()));
                } else {
                    boards.replaced(
                            DiscordConversations.of(message),
                            MessageAnswers.board(message, answer.get()).name());
                }
            }
        } finally {
            edit.order().unlock();
        }
    }

    /** A file is measured for longer than a turn lasts, and has turns of its own. */
    private Answer changed(Message message, FollowedAnswer edit) throws Exception {
        return MessageAnswers.data(message).isPresent()
                ? answers.answered(message, edit, FileQuestion.Progress.NONE)
                : concurrencyLimiter.of(() -> answers.answered(message, edit, FileQuestion.Progress.NONE));
    }

    /** The answer stays: others may have read it. */
    void deleted(long messageId) {
        followed.invalidate(messageId);
    }
}
