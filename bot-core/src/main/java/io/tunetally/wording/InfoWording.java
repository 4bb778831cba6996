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
}
