package io.tunetally.wording;

import io.tunetally.answer.EstimateOutcome;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.AppliedRate;
import io.tunetally.engine.GpuNeed;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.LineItems;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.units.Quantity;
import io.tunetally.units.Unit;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Arithmetic;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.QuoteTable;
import io.tunetally.wording.part.Rules;
import java.util.ArrayList;
import java.util.List;

/** Words what one model costs to train: the figure, its derivation, and the alternatives. */
final class EstimateWording {
    Reply reply(EstimateOutcome outcome) {
        Quote first = outcome.quotes().getFirst();
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry()).cite(first);
        answerFrame.add(new Block.Facts(facts(first)));
        explainGpus(answerFrame, first);
        answerFrame.explain(LineItems.of(first.lines(), Part.TRAINING));
        List<Quote> others = outcome.quotes().subList(1, outcome.quotes().size());
        if (!others.isEmpty()) {
            answerFrame.add(Block.Text.of(Span.strong("Other ways to train it")));
            answerFrame.add(QuoteTable.of(others));
            if (Boolean.TRUE.equals(outcome.inquiry().filled().value(SlotName.EXPLAIN))) {
                explainAll(answerFrame, others);
            }
            answerFrame.citeOthers(first, others);
        }
        return answerFrame.reply(title(first), outcome.followUps());
    }

    private static String title(Quote quote) {
        return Labels.offer(quote) + ": " + Numbers.money(quote.training()) + " to train";
    }

    static List<Block.Fact> facts(Quote quote) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(Block.Fact.of("Training", Span.strong(Numbers.money(quote.training()))));
        Band listed = quote.listedTraining();
        if (listed != null) {
            AppliedRate rate = quote.main();
            facts.add(Block.Fact.of(
                    "Listed", Span.plain(Numbers.money(listed) + " (LoRA is " + Rules.phrase(rate) + " / 1M tokens)")));
        }
        GpuNeed need = quote.gpuNeed();
        facts.add(need == null ? billed(quote) : Block.Fact.of("Trained on", tokens(quote)));
        if (need != null) {
            facts.add(Block.Fact.of("Needs", Span.plain(Arithmetic.gpus(need))));
        }
        return facts;
    }

    /** Returns the billed quantity: hours if the provider bills them, else tokens. */
    private static Block.Fact billed(Quote quote) {
        Quantity first =
                LineItems.of(quote.lines(), Part.TRAINING).getFirst().counted().quantity();
        return Block.Fact.of("Billed", first.unit() == Unit.HOUR ? Span.plain(Numbers.quantity(first)) : tokens(quote));
    }

    private static Span tokens(Quote quote) {
        return Span.plain(Numbers.quantity(quote.billedTokens()));
    }

    /** Explains self-hosted hours and their price. */
    static void explainGpus(AnswerFrame answerFrame, Quote quote) {
        GpuNeed need = quote.gpuNeed();
        if (need != null) {
            answerFrame.add(new Block.Facts(
                    List.of(Block.Fact.of("", Span.plain(Arithmetic.of(need, quote.billedTokens()))))));
            if (!quote.main().price().price().isExact()) {
                answerFrame.note(
                        quote.offer().provider().id().equals(ProviderId.SELF_HOSTED)
                                ? "The price of a GPU-hour runs from the cheapest provider on file to the dearest."
                                : "The price of a GPU-hour runs over the variants and offers of that provider.");
            }
        }
    }

    /** Explains the lines of several quotes, each under its offer. */
    static void explainAll(AnswerFrame answerFrame, List<Quote> quotes) {
        for (Quote quote : quotes) {
            answerFrame.add(Block.Text.of(Span.strong(Labels.offer(quote))));
            List<LineItem> lines = quote.lines();
            answerFrame.explain(lines);
        }
    }
}
