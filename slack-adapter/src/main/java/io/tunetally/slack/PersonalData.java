package io.tunetally.slack;

import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.UserId;
import io.tunetally.reply.Action;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Emphasis;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.settings.Links;
import io.tunetally.storage.Deletion;
import io.tunetally.storage.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code privacy} says what is stored, {@code forget me} deletes what is somebody's own. */
final class PersonalData {
    static final Action PRIVACY = Action.of("Privacy", "privacy");
    static final Action FORGET = new Action("Delete my data", "forget me", Emphasis.DANGER);
    private static final Logger LOG = LoggerFactory.getLogger(PersonalData.class);
    private static final Pattern ASKS_WHAT = Pattern.compile("privacy( policy)?|what do you (store|remember)");
    private static final Pattern ASKS_TO_FORGET = Pattern.compile("forget[ -]me|delete my data");
    private static final Pattern AROUND = Pattern.compile("<@[^>]*>|[.!?]");

    private final Deletion deletion;
    private final Links links;
    private final Duration remembered;

    /**
     * Answers.
     *
     * @param remembered for how long a conversation is
     */
    PersonalData(Deletion deletion, Links links, Duration remembered) {
        this.deletion = deletion;
        this.links = links;
        this.remembered = remembered;
    }

    /** The answer, where something like that is asked. */
    Optional<Reply> reply(ChatEvent event) {
        String text = AROUND.matcher(text(event)).replaceAll("").strip().toLowerCase(Locale.ROOT);
        if (ASKS_WHAT.matcher(text).matches()) {
            return Optional.of(privacy());
        }
        return ASKS_TO_FORGET.matcher(text).matches()
                ? Optional.of(forget(event.envelope().user()))
                : Optional.empty();
    }

    private static String text(ChatEvent event) {
        return switch (event) {
            case ChatEvent.Said said -> said.text();
            case ChatEvent.Chose chose -> chose.commandText();
            case ChatEvent.Commanded command -> command.verb();
        };
    }

    private Reply forget(UserId user) {
        try {
            long rows = deletion.ofUser(SlackConversations.SLACK, user).total();
            String what = rows == 1 ? "1 conversation." : rows + " conversations.";
            return said(rows == 0 ? "Nothing was stored about you" : "Deleted: all that was stored about you, " + what);
        } catch (StorageException unusable) {
            LOG.error("somebody's data could not be deleted", unusable);
            return said(
                    "Nothing was deleted: the store cannot be reached at the moment. Please try again in a minute.");
        }
    }

    private static Reply said(String title) {
        return new Reply(title, List.of(), Audience.ASKER);
    }

    private Reply privacy() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Text.of(
                Span.plain("Of each conversation its last request, as a command such as "),
                Span.code("cost gpt-4o 1000 examples"),
                Span.plain(" and never as you typed it, for " + remembered.toHours()
                        + " hours. Where only you asked it is yours: "),
                Span.code(FORGET.command()),
                Span.plain(" deletes it.")));
        blocks.add(Block.Text.of(Span.plain(
                "Of your team its defaults and, encrypted, the token it gave me. When the app is removed, all of that is"
                        + " deleted with the conversations. A log of deletions names nobody.")));
        blocks.add(Block.Text.of(Span.plain("I read what is said to me, and a message on which somebody uses"
                + " \"Estimate cost\"; no channel's history. Nothing is given to others.")));
        links(blocks);
        blocks.add(new Block.Choices("", List.of(FORGET)));
        return new Reply("What is stored", blocks, Audience.ASKER);
    }

    /** The operator's pages, where there are any. */
    void links(List<Block> blocks) {
        List<Span> spans = new ArrayList<>();
        links.privacy().ifPresent(url -> spans.add(new Span.Link("Privacy policy", url.toString())));
        links.support().ifPresent(url -> {
            spans.add(Span.plain(spans.isEmpty() ? "" : " · "));
            spans.add(new Span.Link("Support", url.toString()));
        });
        if (!spans.isEmpty()) {
            blocks.add(new Block.Text(spans));
        }
    }
}
