package io.tunetally.wording;

import io.tunetally.answer.RecommendOutcome;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.Criterion;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.QuoteTable;

/** Words a recommendation, cheap alternatives, and the models that were ruled out. */
final class RecommendWording {
    private static final String WHY =
            "It costs least to train and run over that time, among what can be started today and stays open. ";
    private static final String WHY_BY_GUIDE =
            "The guide's starting points are GPT-4o mini and Llama 3.1 8B with LoRA. ";
    private static final String HOW = "Prepare 500-1,000 good examples, run 3 epochs, and evaluate before scaling up.";

    Reply reply(RecommendOutcome outcome) {
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry());
        Quote pick = outcome.pick();
        if (pick == null) {
            return answerFrame
                    .passOver(outcome.passedOver())
                    .reply("Nothing fits that a new customer can start today", outcome.followUps());
        }
        answerFrame.cite(pick);
        answerFrame.add(new Block.Facts(TcoWording.facts(pick)));
        answerFrame.add(Block.Text.of(Span.plain((outcome.inquiry().isByGuide() ? WHY_BY_GUIDE : WHY) + HOW)));
        TcoWording.explain(answerFrame, pick);
        if (!outcome.alternatives().isEmpty()) {
            answerFrame.add(Block.Text.of(Span.strong("The cheapest others")));
            answerFrame.add(QuoteTable.of(outcome.alternatives()));
        }
        answerFrame.passOver(outcome.passedOver());
        Criterion against = outcome.judgement().reason();
        if (against != null && !against.speaksFor()) {
            answerFrame.warn("First: " + CriterionWording.reason(against) + ".");
        }
        return answerFrame.reply("Start with " + VerdictWording.offer(pick), outcome.followUps());
    }
}
