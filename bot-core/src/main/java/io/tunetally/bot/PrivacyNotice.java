package io.tunetally.bot;

import io.tunetally.reply.Audience;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.storage.Lifetimes;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Says which data is stored, in which table, how long, and how to delete it. */
final class PrivacyNotice {
    private static final List<Map.Entry<Duration, String>> UNITS = List.of(
            Map.entry(Duration.ofDays(365), "year"),
            Map.entry(Duration.ofDays(1), "day"),
            Map.entry(Duration.ofHours(1), "hour"),
            Map.entry(Duration.ofMinutes(1), "minute"));

    private PrivacyNotice() {}

    static Reply of(Lifetimes kept) {
        return new Reply(
                "What is stored, and how to delete it",
                List.of(
                        new Block.Facts(List.of(
                                conversations(kept),
                                discussions(kept.discussion()),
                                rules(kept.discussion()),
                                asTyped(),
                                Block.Fact.of(
                                        "Buttons",
                                        Span.plain("the question behind each, without who asked, for "
                                                + time(kept.actionKey()) + " after it was last shown: "),
                                        Span.code("action_key")),
                                technical(kept),
                                Block.Fact.of(
                                        "Not stored",
                                        Span.plain(
                                                "messages as they were typed apart from that, names of people, profiles, and files: of a"
                                                        + " training file only its counts stay")),
                                deleting())),
                        Block.Text.of(Span.plain("No data is passed on."))),
                Audience.ASKER);
    }

    private static Block.Fact conversations(Lifetimes kept) {
        return Block.Fact.of(
                "Conversations",
                Span.plain(
                        "the last question of each, in the bot's own words (such as \"cost gpt-4o 1000 examples\") and who"
                                + " asked, for " + time(kept.conversation()) + ": "),
                Span.code("thread_memory"),
                Span.plain("; of a training file its tokens by tokenizer and who sent it, as long: "),
                Span.code("team_record"));
    }

    private static Block.Fact discussions(Lifetimes.OfDiscussion kept) {
        return Block.Fact.of(
                "Discussions",
                Span.plain("each with who asked by id: a thread's scenarios and the message of its board for "
                        + time(kept.scenario())
                        + ", votes for " + time(kept.vote()) + ", decisions for " + time(kept.decision())
                        + "; the workspace's quotes for " + time(kept.quote()) + ", bills for " + time(kept.bill())
                        + "; watches for " + time(kept.watch()) + ": "),
                Span.code("team_record"),
                Span.plain("; the last letters and quote numbers given: "),
                Span.code("team_sequence"));
    }

    private static Block.Fact rules(Lifetimes.OfDiscussion kept) {
        return Block.Fact.of(
                "Team rules",
                Span.plain("prices, discounts, currency and customer relations for " + time(kept.rule())
                        + " unless they are removed: "),
                Span.code("team_record"),
                Span.plain("; defaults until they are reset: "),
                Span.code("team_defaults"));
    }

    private static Block.Fact asTyped() {
        return Block.Fact.of(
                "Kept as typed",
                Span.plain(
                        "names of scenarios, reasons of decisions, prices and discounts, and what a watch is about, as"
                                + " long as the record that they belong to: "),
                Span.code("team_record"));
    }

    private static Block.Fact technical(Lifetimes kept) {
        return Block.Fact.of(
                "Technical",
                Span.plain("ids of deliveries for " + time(kept.delivery()) + ": "),
                Span.code("delivery"),
                Span.plain("; installations with encrypted tokens until the bot is removed: "),
                Span.code("installation"),
                Span.plain(", "),
                Span.code("organisation_team"),
                Span.plain("; used sign-in states for " + time(kept.oauthState()) + ": "),
                Span.code("oauth_state"),
                Span.plain("; a log of deletions without ids for " + time(kept.deletion()) + ": "),
                Span.code("deletion"));
    }

    private static Block.Fact deleting() {
        return Block.Fact.of(
                "To delete",
                Span.code("reset"),
                Span.plain(" forgets this conversation, "),
                Span.code("forget me"),
                Span.plain(
                        " takes you out of all of it (a decision stays without you); removing the bot deletes all of the"
                                + " workspace or server"));
    }

    /** {@code 3 years}, {@code 180 days}, {@code 36 hours}: the largest unit that gives a whole number. */
    private static String time(Duration duration) {
        for (Map.Entry<Duration, String> unit : UNITS) {
            long count = duration.dividedBy(unit.getKey());
            if (count > 0 && duration.equals(unit.getKey().multipliedBy(count))) {
                return count + " " + unit.getValue() + (count == 1 ? "" : "s");
            }
        }
        return duration.toMinutes() + " minutes";
    }
}
