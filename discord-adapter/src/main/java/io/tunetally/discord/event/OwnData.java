package io.tunetally.discord.event;

import io.tunetally.discord.api.DiscordConversations;
import io.tunetally.discord.event.InteractionReplies.Response;
import io.tunetally.discord.install.SlashCommands;
import io.tunetally.discord.message.Notices;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.RecentRequests;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.bounded.StoreCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.dv8tion.jda.api.entities.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows and deletes the data stored about a user, on all of Discord, at that user's request. */
public final class OwnData {
    private static final Logger LOG = LoggerFactory.getLogger(OwnData.class);

    /** The limit of a deferred call: longer than a question's, so that a deletion rarely has to be repeated. */
    private static final Duration WITHIN = Duration.ofSeconds(10);

    /** More than a user asks in a day, which is how long it is stored. */
    private static final int MOST_EXPORTED = 1_000;

    private final Deletion deletion;
    private final RecentRequests recent;
    private final StoreCalls calls;

    public OwnData(Deletion deletion, RecentRequests recent, StoreCalls calls) {
        this.deletion = deletion;
        this.recent = recent;
        this.calls = calls;
    }

    Response forgotten(User user) {
        try {
            long rows = calls.within(
                    WITHIN,
                    () -> deletion.ofUser(DiscordConversations.DISCORD, DiscordConversations.person(user))
                            .total());
            return Response.notice(Notices.forgotten(rows));
        } catch (StorageException unusable) {
            LOG.warn("a user's data could not be deleted: {}", unusable.getMessage());
            return Response.notice(Notices.notForgotten());
        }
    }

    /** Lists the stored data: the user's id, and the last question of each conversation in which no other user asked. */
    Response exported(User user) {
        try {
            List<String> asked = calls.within(
                    WITHIN,
                    () -> recent.of(DiscordConversations.DISCORD, DiscordConversations.person(user), MOST_EXPORTED));
            return asked.isEmpty()
                    ? Response.notice(Notices.nothingStored())
                    : Response.own(new Reply("All that is stored about you", blocks(user, asked), Audience.ASKER));
        } catch (StorageException unusable) {
            LOG.warn("a user's data could not be read: {}", unusable.getMessage());
            return Response.notice(Notices.notExported());
        }
    }

    private static List<Block> blocks(User user, List<String> asked) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                Block.Text.of(
                        Span.plain("Your id "),
                        Span.code(user.getId()),
                        Span.plain(
                                " stands beside these: the last question of each of your conversations, then what your teams keep.")));
        asked.forEach(question -> blocks.add(Block.Text.of(Span.code(question))));
        blocks.add(Block.Text.of(
                Span.code("/" + Notices.COMMAND + " " + SlashCommands.FORGET_ME), Span.plain(" deletes them.")));
        return blocks;
    }
}
