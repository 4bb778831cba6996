package io.tunetally.wording.unit;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.TcoOutcome;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Block;
import io.tunetally.reply.Card;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.PricedUnit;
import io.tunetally.request.SlotName;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.OutcomeQuotes;
import io.tunetally.wording.part.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Words the price of one unit: above the answer for the job, where one was said, else in the place of that answer, with the
 * same unit at the other sellers.
 */
public final class UnitPriceWording {
    /** The values of a usual job, which the price of a unit does not depend on. */
    private static final SlotName<?>[] OF_JOB = {
        SlotName.EXAMPLES,
        SlotName.TOKENS_PER_EXAMPLE,
        SlotName.TOTAL_TOKENS,
        SlotName.BILLED_TOKENS,
        SlotName.EPOCHS,
        SlotName.REQUESTS_PER_DAY,
        SlotName.INPUT_TOKENS,
        SlotName.OUTPUT_TOKENS,
        SlotName.PROMPT_TOKENS,
        SlotName.MONTHS
    };

    private UnitPriceWording() {}

    /** Returns the reply with the price of the unit that was asked for; the usual one if none was, or it has no price. */
    public static Reply of(Outcome.Answered outcome, Supplier<Reply> usual) {
        Inquiry inquiry = outcome.inquiry();
        PricedUnit unit = inquiry.request().slots().value(SlotName.PRICED_UNIT);
        if (unit == null || unit == PricedUnit.EPOCH) {
            return usual.get();
        }
        List<Row> rows = rows(outcome, unit);
        if (rows.isEmpty()) {
            return usual.get();
        }
        String title = title(rows);
        boolean ofJob = unit == PricedUnit.REQUEST
                || unit == PricedUnit.EXAMPLE
                || Stream.of(OF_JOB).anyMatch(inquiry.request().slots()::has);
        return ofJob ? above(title, usual.get()) : alone(title, rows, outcome);
    }

    /** One offer's price of the unit. */
    private record Row(Quote quote, boolean canStart, UnitTerms.Terms terms) {
        String price() {
            return terms.text();
        }
    }

    private static List<Row> rows(Outcome.Answered outcome, PricedUnit unit) {
        Standing standing = new Standing(outcome.inquiry());
        UnitTerms terms = new UnitTerms(outcome.inquiry(), unit);
        List<Row> all = quotes(outcome, unit)
                .flatMap(quote -> terms.of(quote).stream().map(term -> new Row(quote, standing.canStart(quote), term)))
                .sorted(Comparator.comparing(Row::terms))
                .toList();
        List<Row> open = all.stream().filter(Row::canStart).toList();
        return open.isEmpty() ? all : open;
    }

    /** A request has a price on rented GPUs, too, which may lead the answer for the job. */
    private static Stream<Quote> quotes(Outcome.Answered outcome, PricedUnit unit) {
        if (!(outcome instanceof TcoOutcome total)) {
            return OutcomeQuotes.of(outcome).stream();
        }
        return total.untuned() != null
                ? Stream.of(total.untuned())
                : Stream.concat(
                        OutcomeQuotes.of(outcome).stream(),
                        unit == PricedUnit.REQUEST ? Stream.ofNullable(total.onRentedGpus()) : Stream.empty());
    }

    private static String title(List<Row> rows) {
        Row first = rows.getFirst();
        return (isOfSeller(rows)
                        ? "A tuned model on " + Labels.provider(first.quote().offer())
                        : Labels.offer(first.quote()))
                + ": " + first.price();
    }

    /** True if several models cost the same at one seller. */
    private static boolean isOfSeller(List<Row> rows) {
        return rows.stream().map(row -> row.quote().offer().model()).distinct().count() > 1
                && rows.stream()
                                .map(row -> row.price()
                                        + Labels.provider(row.quote().offer()))
                                .distinct()
                                .count()
                        == 1;
    }

    /** Returns a reply under another first line; its own becomes the first of the lines under that. */
    public static Reply above(String title, Reply usual) {
        List<Block> blocks = new ArrayList<>(usual.blocks());
        List<Span> own = List.of(Span.plain(usual.title()));
        if (!blocks.isEmpty() && blocks.getFirst() instanceof Block.Notes first && first.tone() == Block.Tone.BASIS) {
            List<List<Span>> lines = new ArrayList<>(List.of(own));
            lines.addAll(first.notes());
            blocks.set(0, new Block.Notes(Block.Tone.BASIS, lines));
        } else {
            blocks.addFirst(Block.Text.of(own.getFirst()));
        }
        return new Reply(title, blocks, usual.audience());
    }

    private static Reply alone(String title, List<Row> rows, Outcome.Answered outcome) {
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry().withoutDefaults(OF_JOB));
        if (!isOfSeller(rows)) {
            answerFrame.cite(rows.getFirst().quote());
        }
        answerFrame.explain(rows.getFirst().quote().lines());
        if (rows.stream().map(Row::price).distinct().count() > 1) {
            Block.Table table = new Block.Table(
                    List.of(Block.Column.text("Offer"), Block.Column.text("Price")),
                    rows.stream()
                            .map(row -> List.of(Labels.offer(row.quote()), row.price()))
                            .toList(),
                    false);
            answerFrame.figure(table);
            if (rows.size() > Card.ROWS) {
                answerFrame.detail(table);
            }
        }
        return answerFrame.reply(title, outcome.followUps());
    }
}
