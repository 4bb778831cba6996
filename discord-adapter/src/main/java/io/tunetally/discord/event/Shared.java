package io.tunetally.discord.event;

import io.tunetally.discord.api.DiscordRefusals;
import io.tunetally.discord.message.DiscordMessage;
import io.tunetally.discord.message.Markdown;
import io.tunetally.discord.message.MessageText;
import io.tunetally.discord.message.Notices;
import io.tunetally.discord.send.Allowed;
import io.tunetally.discord.send.Callback;
import io.tunetally.storage.ActionKeys;
import io.tunetally.storage.bounded.Deduplicator;
import java.io.IOException;
import java.util.Optional;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.User;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares an answer that only its asker saw: posts it once for everybody, then removes the button. A refusal goes to the asker
 * alone, and the answer stays.
 *
 * @param reference the command it answers: a message that was replaced is another answer
 * @param recent recognises a second press in this process also without the store
 */
record Shared(Message message, String reference, User user, RecentDeliveries recent, Deduplicator deduplicator)
        implements InteractionReplies.ReplyTarget {
    private static final Logger LOG = LoggerFactory.getLogger(Shared.class);
    private static final String SIGNED = "Shared by ";

    /** The signature below a shared message of ours; empty if it was not shared. */
    static Optional<String> signature(Message answer) {
        String smallPrint = DiscordMessage.SMALL_PRINT + SIGNED;
        return MessageText.of(answer)
                .lines()
                .filter(line -> line.startsWith(smallPrint))
                .map(line -> line.substring(DiscordMessage.SMALL_PRINT.length()))
                .reduce((_, last) -> last);
    }

    @Override
    public void defer(Callback callback) {
        callback.edit();
    }

    @Override
    public void send(Callback callback, DiscordMessage answer, boolean privately)
            throws InterruptedException, InteractionReplies.NotAnswerable {
        if (privately) {
            callback.tell(answer);
            return;
        }
        callback.edit();
        if (!recent.isNew(claim()) || !deduplicator.isFirst(claim())) {
            throw new InteractionReplies.NotAnswerable(Notices.sharedAlready());
        }
        post(callback, answer);
        try {
            callback.replace(answer);
        } catch (ErrorResponseException refused) {
            LOG.warn("shared, but the button to share stays: {}", refused.getMessage());
        }
    }

    private String claim() {
        return "share " + ActionKeys.keyOf(message.getId() + " " + reference);
    }

    private void release() {
        recent.forget(claim());
        deduplicator.release(claim());
    }

    /** Posts the answer; after a failure it can be shared again. */
    private void post(Callback callback, DiscordMessage answer)
            throws InterruptedException, InteractionReplies.NotAnswerable {
        String name = Markdown.escape(Markdown.plain(user.getEffectiveName()));
        try {
            callback.followUp(answer.signed(SIGNED + name), false);
        } catch (ErrorResponseException refused) {
            release();
            if (DiscordRefusals.isForItsForm(refused)) {
                throw refused;
            }
            boolean unknown = refused.getResponse().getException() instanceof IOException;
            throw new InteractionReplies.NotAnswerable(
                    unknown ? Notices.perhapsShared() : Notices.notShared(), refused);
        } catch (RuntimeException | Error bug) {
            release();
            throw bug;
        }
    }

    @Override
    public Allowed allowed(Allowed place, boolean privately) {
        return privately ? place : place.replacing(DiscordMessage.Form.of(message));
    }
}
