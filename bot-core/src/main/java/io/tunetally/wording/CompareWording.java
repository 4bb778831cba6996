package io.tunetally.wording;

import io.tunetally.answer.CompareOutcome;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Reply;
import io.tunetally.request.SlotName;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.QuoteTable;
import java.util.List;

/** Words offers side by side, the cheapest first. */
final class CompareWording {
    Reply reply(CompareOutcome outcome) {
        List<Quote> quotes = outcome.quotes();
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry());
        answerFrame.add(QuoteTable.of(quotes));
        String amounts = outcome.inquiry().running() ? "Total cost" : "Training cost";
        QuoteTable.chart(amounts, outcome.inquiry().asOf(), quotes).ifPresent(answerFrame::add);
        if (Boolean.TRUE.equals(outcome.inquiry().filled().value(SlotName.EXPLAIN))) {
            EstimateWording.explainAll(answerFrame, quotes);
        }
        outcome.leftOut().forEach(reason -> answerFrame.warn(RefusalWording.sentence(reason)));
        answerFrame.warn(quotes);
        answerFrame.sources(quotes.stream().map(Quote::main).toList());
        answerFrame.passOver(outcome.closed());
        return answerFrame.reply(title(outcome), outcome.followUps());
    }

    private static String title(CompareOutcome outcome) {
        Quote cheapest = outcome.quotes().getFirst();
        String what = outcome.inquiry().running() ? "in total" : "to train";
        return "Cheapest " + what + ": " + Labels.offer(cheapest) + ", " + Numbers.money(cheapest.ranking());
    }
}
