package io.tunetally.slack.event;

import io.tunetally.bot.Bot;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.Envelope;
import io.tunetally.reply.Action;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Emphasis;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.Service;
import io.tunetally.settings.Links;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.RecentRequests;
import io.tunetally.storage.StorageException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code forget me}, which deletes a user's data, and {@code export me}, which returns it; adds both, and the operator's
 * pages, to the bot's answer to {@code privacy}.
 */
public final class PersonalData {
    static final Action PRIVACY = Action.of("Privacy", "privacy");
    static final Action FORGET = new Action("Delete my data", "forget me", Emphasis.DANGER);
    private static final String EXPORT = "export me";
    private static final Logger LOG = LoggerFactory.getLogger(PersonalData.class);
    /** More than a user asks in a day, which is how long it is stored. */
    private static final int MOST_EXPORTED = 1_000;

    private final Bot bot;
    private final Deletion deletion;
    private final RecentRequests recent;
    private final Links links;

    public PersonalData(Bot bot, Deletion deletion, RecentRequests recent, Links links) {
        this.bot = bot;
        this.deletion = deletion;
        this.recent = recent;
        this.links = links;
    }

    /** Whether there is more to an answer than what the bot says. */
    boolean answers(ChatEvent event) {
        return bot.service(event)
                .filter(service -> service == Service.PRIVACY || isPrivate(service))
                .isPresent();
    }

    /** Whether the answer is for the asker alone, in any channel. */
    boolean isPrivate(ChatEvent event) {
        return bot.service(event).filter(PersonalData::isPrivate).isPresent();
    }

    private static boolean isPrivate(Service service) {
        return service == Service.FORGET_ME || service == Service.EXPORT_ME;
    }

    /** The answer to a request to delete or export the asker's data. */
    Optional<Reply> answer(ChatEvent event) {
        return bot.service(event)
                .filter(PersonalData::isPrivate)
                .map(service -> service == Service.FORGET_ME ? forget(event.envelope()) : export(event.envelope()));
    }

    /** The bot's answer; the one about privacy is extended. */
    Reply completed(ChatEvent event, Reply reply) {
        if (bot.service(event).filter(Service.PRIVACY::equals).isEmpty()) {
            return reply;
        }
        List<Block> blocks = new ArrayList<>(reply.blocks());
        blocks.add(Block.Text.of(
                Span.code(FORGET.command()),
                Span.plain(" deletes the conversations in which only you asked and takes you out of the team's, "),
                Span.code(EXPORT),
                Span.plain(" shows the stored data. I read messages to me, and a message on"
                        + " which a member uses \"Estimate cost\"; no channel's history.")));
        links(blocks);
        blocks.add(new Block.Choices("", List.of(FORGET)));
        return new Reply(reply.title(), blocks, reply.audience());
    }

    /** Deletes the user's data in this workspace: in another one the same id can belong to another person. */
    private Reply forget(Envelope from) {
        try {
            String workspace = from.conversation().space();
            long rows = deletion.ofUser(SlackConversations.SLACK, workspace, from.user())
                    .total();
            String what = rows == 1 ? "1 entry." : rows + " entries.";
            return said(rows == 0 ? "Nothing was stored about you" : "Deleted: all that was stored about you, " + what);
        } catch (StorageException unusable) {
            LOG.error("a user's data could not be deleted", unusable);
            return said(
                    "Nothing was deleted: the store cannot be reached at the moment. Please try again in a minute.");
        }
    }

    /** Lists the stored data: the user's id, and the last question of each conversation in which no other user asked. */
    private Reply export(Envelope from) {
        try {
            String workspace = from.conversation().space();
            List<String> asked = recent.of(SlackConversations.SLACK, workspace, from.user(), MOST_EXPORTED);
            if (asked.isEmpty()) {
                return said("Nothing is stored about you");
            }
            List<Block> blocks = new ArrayList<>();
            blocks.add(
                    Block.Text.of(
                            Span.plain("Your id "),
                            Span.code(from.user().value()),
                            Span.plain(
                                    " stands beside these: the last question of each of your conversations, then what your teams keep.")));
            asked.forEach(question -> blocks.add(Block.Text.of(Span.code(question))));
            blocks.add(new Block.Choices("", List.of(FORGET)));
            return new Reply("All that is stored about you", blocks, Audience.ASKER);
        } catch (StorageException unusable) {
            LOG.error("a user's data could not be read", unusable);
            return said("The store cannot be reached at the moment. Please try again in a minute.");
        }
    }

    private static Reply said(String title) {
        return new Reply(title, List.of(), Audience.ASKER);
    }

    /** The operator's pages, where there are any. */
    void links(List<Block> blocks) {
        List<Span> spans = new ArrayList<>();
        link(spans, "Privacy policy", links.privacy());
        link(spans, "Terms of service", links.terms());
        link(spans, "Support", links.support());
        if (!spans.isEmpty()) {
            blocks.add(new Block.Text(spans));
        }
    }

    private static void link(List<Span> spans, String name, Optional<URI> address) {
        address.ifPresent(url -> {
            spans.add(Span.plain(spans.isEmpty() ? "" : " · "));
            spans.add(new Span.Link(name, url.toString()));
        });
    }
}
