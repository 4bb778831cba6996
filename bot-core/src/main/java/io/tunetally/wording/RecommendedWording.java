package io.tunetally.wording;

import io.tunetally.answer.Outcome;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.wording.part.Frame;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.QuoteTable;

/** What to start with, what else is cheap, and what would have been named. */
final class RecommendedWording {
    private static final String WHY =
            "The guide's starting points are GPT-4o mini and Llama 3.1 8B with LoRA; after them comes what costs least over the whole time. ";
    private static final String HOW = "Prepare 500-1,000 good examples, run 3 epochs, and evaluate before scaling up.";

    Reply reply(Outcome.Recommended outcome) {
        Frame frame = Frame.of(outcome.inquiry());
        Quote pick = outcome.pick();
        if (pick == null) {
            return frame.passOver(outcome.passedOver())
                    .reply("Nothing fits that a new customer can start today", outcome.followUps());
        }
        frame.cite(pick);
        frame.add(new Block.Facts(TotalCostWording.facts(pick)));
        frame.add(Block.Text.of(Span.plain(WHY + HOW)));
        TotalCostWording.explain(frame, pick);
        if (!outcome.alternatives().isEmpty()) {
            frame.add(Block.Text.of(Span.strong("The cheapest others")));
            frame.add(QuoteTable.of(outcome.alternatives()));
        }
        frame.passOver(outcome.passedOver());
        return frame.reply(
                "Start with " + Labels.offer(pick.offer()) + ": " + Numbers.money(pick.training()) + " to train",
                outcome.followUps());
    }
}
