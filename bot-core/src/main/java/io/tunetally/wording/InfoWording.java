package io.tunetally.wording;

import io.tunetally.catalog.PriceBook;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.PriceAge;
import io.tunetally.wording.part.Text;
import java.time.LocalDate;
import java.util.List;

/** Words the bot's information about itself. */
public final class InfoWording {
    private InfoWording() {}

    /** Returns the bot's purpose and version, and the age of its prices. */
    public static Reply about(List<PriceBook> books, LocalDate today) {
        String version = InfoWording.class.getPackage().getImplementationVersion();
        return AnswerFrame.bare(
                "TuneTally" + (version == null ? "" : " " + version) + " says what fine-tuning a model will cost",
                List.of(
                        Block.Text.of(
                                Span.plain(
                                        "Every figure comes from a dated price book, with its arithmetic, its source and what was assumed.")),
                        new Block.Facts(
                                books.stream().map(book -> fact(book, today)).toList()),
                        Block.Text.of(
                                Span.plain("Free software under the Apache License 2.0; no model writes the answers.")),
                        new Block.Choices("", List.of(Action.of("Help", "help"), Action.of("Privacy", "privacy")))));
    }

    private static Block.Fact fact(PriceBook book, LocalDate today) {
        String seen = PriceAge.latest(List.of(book))
                .map(day -> ", last seen " + PriceAge.of(day, today))
                .orElse(", undated");
        return Block.Fact.of(Text.capitalised(book.edition()) + " prices", Span.plain(book.title() + seen));
    }

    /** Returns which data is stored, how long, and how to delete it. */
    public static Reply privacy() {
        return AnswerFrame.bare(
                "What is stored, and how to delete it",
                List.of(
                        new Block.Facts(List.of(
                                Block.Fact.of(
                                        "Conversations",
                                        Span.plain("the last question of each, in the bot's own words"
                                                + " (such as \"cost gpt-4o 1000 examples\") and who asked,"
                                                + " for a day unless the operator set another time")),
                                Block.Fact.of(
                                        "Discussions",
                                        Span.plain(
                                                "a thread's scenarios, votes and decisions, the workspace's quotes and"
                                                        + " bills, watches, each with who asked by id: scenarios and votes for 180"
                                                        + " days, watches a year, quotes two years, bills and decisions three"
                                                        + " years")),
                                Block.Fact.of(
                                        "Team rules",
                                        Span.plain("defaults, prices, discounts, currency and customer relations, until"
                                                + " they are removed")),
                                Block.Fact.of("Buttons", Span.plain("the question behind each, without who asked")),
                                Block.Fact.of(
                                        "Technical",
                                        Span.plain("ids of deliveries for a quarter of an hour, counters of letters and"
                                                + " quotes, installations with encrypted tokens, used sign-in states, a log"
                                                + " of deletions without ids for a year")),
                                Block.Fact.of(
                                        "Not stored",
                                        Span.plain(
                                                "messages as they were typed, names, profiles, files; of a training file only its"
                                                + " counts stay, as the last question of its conversation")),
                                Block.Fact.of(
                                        "To delete",
                                        Span.code("reset"),
                                        Span.plain(" forgets this conversation, "),
                                        Span.code("forget me"),
                                        Span.plain(
                                                " takes you out of all of it (a decision stays without you); removing the bot deletes all of the"
                                                        + " workspace or server")))),
                        Block.Text.of(Span.plain("Nothing is passed on to anybody."))));
    }
}
