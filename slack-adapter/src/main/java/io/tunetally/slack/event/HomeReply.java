package io.tunetally.slack.event;

import io.tunetally.bot.Bot;
import io.tunetally.bot.TeamSettings;
import io.tunetally.chat.ChatEvent;
import io.tunetally.chat.ConversationId;
import io.tunetally.chat.Envelope;
import io.tunetally.chat.UserId;
import io.tunetally.reply.Action;
import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Cut;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.slack.api.SlackConversations;
import io.tunetally.slack.message.Notices;
import io.tunetally.slack.message.OptionForm;
import io.tunetally.storage.RecentRequests;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.TeamDefaults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the content of App Home: how to ask, the team's defaults, recent requests, the age of prices, stored data. */
public final class HomeReply {
    private static final Logger LOG = LoggerFactory.getLogger(HomeReply.class);
    private static final int RECENT = 5;
    private static final int RECENT_LABEL = 60;

    private final Bot bot;
    private final TeamSettings team;
    private final RecentRequests recent;
    private final PersonalData personal;

    public HomeReply(Bot bot, TeamSettings team, RecentRequests recent, PersonalData personal) {
        this.bot = bot;
        this.team = team;
        this.recent = recent;
        this.personal = personal;
    }

    /** The content for one user in one workspace. */
    Reply of(String space, String user) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Text.of(
                Span.plain("Hello, I say what fine-tuning an AI model will cost. Type "),
                Span.code(Notices.COMMAND + " cost gpt-4o 1k examples"),
                Span.plain(
                        " in any channel, where only you see the answer; mention me to be answered in a thread; or write"
                                + " to me here, under Messages.")));
        blocks.addAll(of("help", Block.Choices.class, space, user));
        try {
            blocks.addAll(defaults(space));
            blocks.addAll(recent(space, user));
        } catch (StorageException unusable) {
            LOG.warn("App Home is shown without stored data", unusable);
            blocks.add(new Block.Notes(
                    Block.Tone.WARNING,
                    List.of(List.of(
                            Span.plain("Your team's defaults and recent estimates cannot be read right now.")))));
        }
        blocks.add(Block.Text.of(Span.strong("The prices")));
        blocks.addAll(of("about", Block.Facts.class, space, user));
        personal.links(blocks);
        blocks.add(new Block.Choices("", List.of(PersonalData.PRIVACY, PersonalData.FORGET)));
        return new Reply("What fine-tuning a model will cost", blocks, Audience.ASKER);
    }

    /** The blocks of one kind in an answer of the bot about itself. */
    private List<Block> of(String command, Class<? extends Block> kind, String space, String user) {
        ConversationId home = SlackConversations.direct(space, "home of " + user);
        Envelope envelope = new Envelope("", home, new UserId(user), true);
        return bot.answer(new ChatEvent.Chose(envelope, command)).reply().blocks().stream()
                .filter(kind::isInstance)
                .toList();
    }

    private List<Block> defaults(String space) {
        Map<String, String> values = team.values(new TeamDefaults.Scope(SlackConversations.SLACK, space, ""));
        List<Block.Fact> facts = values.entrySet().stream()
                .map(each -> Block.Fact.of(OptionForm.label(each.getKey()), Span.plain(each.getValue())))
                .toList();
        Block.Text title = Block.Text.of(
                Span.strong("Your team's defaults"),
                Span.plain(
                        values.isEmpty()
                                ? " are not set: values that a message does not say are those of the reference job."
                                : " hold where a message does not say otherwise:"));
        return facts.isEmpty() ? List.of(title) : List.of(title, new Block.Facts(facts));
    }

    private List<Block> recent(String space, String user) {
        List<Action> again = recent.of(SlackConversations.SLACK, space, new UserId(user), RECENT).stream()
                .map(command -> Action.of(shortened(command), command))
                .toList();
        return again.isEmpty() ? List.of() : List.of(new Block.Choices("Your recent estimates, priced anew:", again));
    }

    private static String shortened(String command) {
        return Cut.to(command, RECENT_LABEL);
    }
}
