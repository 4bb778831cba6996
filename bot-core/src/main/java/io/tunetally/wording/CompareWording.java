package io.tunetally.wording;

import io.tunetally.answer.Outcome;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Warning;
import io.tunetally.interpreter.SlotName;
import io.tunetally.reply.Reply;
import java.util.List;

/** Offers side by side, the cheapest first. */
final class CompareWording {
    Reply reply(Outcome.Compared outcome) {
        List<Quote> quotes = outcome.quotes();
        Frame frame = Frame.of(outcome.inquiry());
        frame.add(QuoteTable.of(quotes));
        if (quotes.size() > 1) {
            frame.add(QuoteTable.chart(outcome.inquiry().running() ? "Total" : "Training", quotes));
        }
        if (Boolean.TRUE.equals(outcome.inquiry().filled().value(SlotName.EXPLAIN))) {
            EstimateWording.explainAll(frame, quotes);
        }
        WarningWording warnings = new WarningWording(outcome.inquiry().asOf());
        for (Quote quote : quotes) {
            List<Warning> shown = quote.warnings().stream()
                    .filter(CompareWording::concernsAComparison)
                    .toList();
            warnings.texts(shown, quote.offer()).forEach(frame::warn);
        }
        frame.sources(quotes.stream().map(Quote::main).toList());
        frame.passOver(outcome.closed());
        return frame.reply(title(outcome), outcome.followUps());
    }

    /** A comparison names what ends and what is not offered; the rest is said where one model is asked about. */
    private static boolean concernsAComparison(Warning warning) {
        return switch (warning) {
            case Warning.Lifecycle _,
                    Warning.MethodNotOffered _,
                    Warning.ProviderNotOffered _,
                    Warning.ByTier _,
                    Warning.Unpriced _,
                    Warning.Pauses _ -> true;
            case Warning.Minimum _, Warning.Disagreement _, Warning.Stale _ -> false;
        };
    }

    private static String title(Outcome.Compared outcome) {
        Quote cheapest = outcome.quotes().getFirst();
        String what = outcome.inquiry().running() ? "in total" : "to train";
        return "Cheapest " + what + ": " + Labels.offer(cheapest.offer()) + ", " + Numbers.money(cheapest.ranking());
    }
}
