package io.tunetally.wording;

import io.tunetally.answer.Outcome;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Reply;
import io.tunetally.request.SlotName;
import io.tunetally.wording.part.Frame;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.QuoteTable;
import java.util.List;

/** Offers side by side, the cheapest first. */
final class CompareWording {
    Reply reply(Outcome.Compared outcome) {
        List<Quote> quotes = outcome.quotes();
        Frame frame = Frame.of(outcome.inquiry());
        frame.add(QuoteTable.of(quotes));
        String amounts = outcome.inquiry().running() ? "Total cost" : "Training cost";
        QuoteTable.chart(amounts, outcome.inquiry().asOf(), quotes).ifPresent(frame::add);
        if (Boolean.TRUE.equals(outcome.inquiry().filled().value(SlotName.EXPLAIN))) {
            EstimateWording.explainAll(frame, quotes);
        }
        outcome.leftOut().forEach(reason -> frame.warn(RefusedWording.sentence(reason)));
        frame.warn(quotes);
        frame.sources(quotes.stream().map(Quote::main).toList());
        frame.passOver(outcome.closed());
        return frame.reply(title(outcome), outcome.followUps());
    }

    private static String title(Outcome.Compared outcome) {
        Quote cheapest = outcome.quotes().getFirst();
        String what = outcome.inquiry().running() ? "in total" : "to train";
        return "Cheapest " + what + ": " + Labels.offer(cheapest.offer()) + ", " + Numbers.money(cheapest.ranking());
    }
}
