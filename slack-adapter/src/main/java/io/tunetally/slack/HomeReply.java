package io.tunetally.slack;

import io.tunetally.bot.Bot;
import io.tunetally.bot.TeamSettings;
import io.tunetally.catalog.PriceBook;
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
import io.tunetally.storage.RecentRequests;
import io.tunetally.storage.StorageException;
import io.tunetally.storage.TeamDefaults;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What App Home shows: how to ask, what the team assumes, what was asked lately, how old prices are, what is stored. */
final class HomeReply {
    private static final Logger LOG = LoggerFactory.getLogger(HomeReply.class);
    private static final int RECENT = 5;
    private static final int RECENT_LABEL = 60;

    private final Bot bot;
    private final TeamSettings team;
    private final RecentRequests recent;
    private final List<PriceBook> books;
    private final PersonalData personal;
    private final Clock clock;

    HomeReply(
            Bot bot,
            TeamSettings team,
            RecentRequests recent,
            List<PriceBook> books,
            PersonalData personal,
            Clock clock) {
        this.bot = bot;
        this.team = team;
        this.recent = recent;
        this.books = List.copyOf(books);
        this.personal = personal;
        this.clock = clock;
    }

    /** For one person in one workspace. */
    Reply of(String space, String user) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Text.of(
                Span.plain("Type "),
                Span.code(Notices.COMMAND + " cost gpt-4o 1k examples"),
                Span.plain(
                        " in any channel, where only you see the answer; mention me to be answered in a thread; or write"
                                + " to me here, under Messages.")));
        blocks.addAll(help(space, user));
        try {
            blocks.addAll(defaults(space));
            blocks.addAll(recent(space, user));
        } catch (StorageException unusable) {
            LOG.warn("App Home without what is stored", unusable);
            blocks.add(new Block.Notes(
                    Block.Tone.WARNING,
                    List.of(List.of(
                            Span.plain("Your team's defaults and recent estimates cannot be read right now.")))));
        }
        blocks.add(prices());
        personal.links(blocks);
        blocks.add(new Block.Choices("", List.of(PersonalData.PRIVACY, PersonalData.FORGET)));
        return new Reply("What fine-tuning a model will cost", blocks, Audience.ASKER);
    }

    /** The examples of the bot's own help. */
    private List<Block> help(String space, String user) {
        ConversationId home = SlackConversations.direct(space, "home of " + user);
        Envelope envelope = new Envelope("", home, new UserId(user), true);
        return bot.answer(new ChatEvent.Said(envelope, "help", List.of())).reply().blocks().stream()
                .filter(Block.Choices.class::isInstance)
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
                                ? " are not set: what a message does not say is that of the reference job."
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

    /** {@code guide: Fine-tuning cost guide, 120 prices, last seen 2026-10-08 (48 days ago)}. */
    private Block prices() {
        List<List<Span>> notes = books.stream().map(this::edition).toList();
        return new Block.Notes(Block.Tone.NOTE, notes);
    }

    private List<Span> edition(PriceBook book) {
        Optional<LocalDate> seen = book.rates().stream()
                .map(rate -> rate.provenance().observed())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        String age = seen.map(day -> "last seen " + day + " ("
                        + counted(ChronoUnit.DAYS.between(day, LocalDate.now(clock)), "day") + " ago)")
                .orElse("undated");
        return List.of(Span.plain(book.edition() + " prices: " + book.title() + ", "
                + counted(book.rates().size(), "price") + ", " + age));
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
