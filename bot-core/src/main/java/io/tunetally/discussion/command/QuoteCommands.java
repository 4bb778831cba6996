package io.tunetally.discussion.command;

import io.tunetally.discussion.Bill;
import io.tunetally.discussion.Command;
import io.tunetally.discussion.DiscussionStore;
import io.tunetally.discussion.Plan;
import io.tunetally.discussion.SavedQuote;
import io.tunetally.reply.Action;
import io.tunetally.reply.Block;
import io.tunetally.reply.Span;
import io.tunetally.wording.part.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers the commands about quotes: one again, the latest, all as a file. */
final class QuoteCommands {
    private static final int SHOWN = 5;
    private static final int EXPORTED = 10_000;

    private final DiscussionStore store;
    private final Pricing pricing;

    QuoteCommands(DiscussionStore store, Pricing pricing) {
        this.store = store;
        this.pricing = pricing;
    }

    /** Returns the number of {@code Q17}, {@code #17} or {@code 17}. */
    static long number(String typed) {
        return Long.parseLong(typed.replaceAll("\\D", ""));
    }

    /** Says which quotes there are instead of one that is not. */
    Response missing(Context context, long number) {
        String last = store.quotes(context.from(), 1).stream()
                .findFirst()
                .map(quote -> "the latest you can see is " + quote.id())
                .orElse("nothing was quoted here yet");
        return Response.refused(context.verb(), "There is no quote Q" + number + " for you here; " + last);
    }

    Response quote(Context context) {
        Command command = context.command();
        long number = number(command.has("ref") ? command.value("ref") : command.value("number"));
        Optional<SavedQuote> found = store.quote(context.from(), number);
        if (found.isEmpty()) {
            return missing(context, number);
        }
        SavedQuote quote = found.get();
        Optional<Plan> now = pricing.price(quote.full(), context.defaults());
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.Text.of(Span.plain(
                now.map(priced -> Changes.since(quote.figures(), priced.figures(), Words.day(quote.quotedAt())))
                        .orElse("It has no price any more."))));
        blocks.add(new Block.Facts(facts(quote, now)));
        blocks.add(new Block.Choices(
                "", List.of(Action.of("Ask again", quote.canonical()), Action.of("History", "history"))));
        return Response.said(context.verb(), quote.id() + ": " + Words.summary(quote.figures()), blocks);
    }

    private static List<Block.Fact> facts(SavedQuote quote, Optional<Plan> now) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(Block.Fact.of("Asked", Span.code(quote.full())));
        if (!quote.asker().value().isEmpty()) {
            facts.add(Block.Fact.of("By", new Span.Person(quote.asker().value())));
        }
        String book = quote.figures().digest();
        boolean same = now.map(priced -> priced.figures().digest().equals(book)).orElse(false);
        facts.add(Block.Fact.of("Price book", Span.plain(book + (same ? " (today's)" : " (not today's)"))));
        Bill bill = quote.bill();
        if (bill != null) {
            facts.add(Block.Fact.of("Bill", Span.plain(BillCommands.compared(quote, bill) + replaced(bill))));
        }
        return facts;
    }

    private static String replaced(Bill bill) {
        return bill.earlier().isEmpty()
                ? ""
                : bill.earlier().stream()
                        .map(each -> Numbers.money(each.amount()) + " of " + each.day())
                        .collect(Collectors.joining(", ", "; before that ", ""));
    }

    Response history(Context context) {
        List<SavedQuote> latest = store.quotes(context.from(), SHOWN);
        if (latest.isEmpty()) {
            return Response.refused(context.verb(), "Nothing was quoted here yet: ask for a price first");
        }
        List<List<String>> rows = latest.stream()
                .map(quote -> List.of(
                        quote.id(),
                        Words.day(quote.quotedAt()).toString(),
                        quote.figures().offer(),
                        Words.priceInTable(quote.figures()),
                        billed(quote)))
                .toList();
        return Response.said(
                context.verb(),
                "The latest quotes, " + latest.getFirst().id() + " first",
                List.of(
                        new Block.Table(
                                List.of(
                                        Block.Column.text(""),
                                        Block.Column.text("On"),
                                        Block.Column.text("Plan"),
                                        Block.Column.number("Price"),
                                        Block.Column.number("Bill")),
                                rows),
                        new Block.Choices(
                                "",
                                List.of(
                                        Action.of("Export CSV", "export csv"),
                                        Action.of("Export JSON", "export json"),
                                        Action.of("FOCUS columns", "export focus")))));
    }

    private static String billed(SavedQuote quote) {
        Bill bill = quote.bill();
        return bill == null ? "-" : Numbers.money(bill.amount());
    }

    Response export(Context context) {
        List<SavedQuote> quotes = store.quotes(context.from(), EXPORTED);
        if (quotes.isEmpty()) {
            return Response.refused(context.verb(), "Nothing was quoted here yet: ask for a price first");
        }
        String format = context.command().value("format").toUpperCase(Locale.ROOT);
        QuoteExport.Format as = format.isEmpty() ? QuoteExport.Format.CSV : QuoteExport.Format.valueOf(format);
        return Response.said(
                context.verb(),
                quotes.size() == 1 ? "One quote as " + as.label() : quotes.size() + " quotes as " + as.label(),
                List.of(QuoteExport.file(as, quotes)));
    }
}
