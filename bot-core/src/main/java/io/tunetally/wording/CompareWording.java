package io.tunetally.wording;

import io.tunetally.answer.Outcome;
import io.tunetally.engine.Quote;
import io.tunetally.interpreter.SlotName;
import io.tunetally.reply.Reply;
import java.util.List;

/** Offers side by side, the cheapest first. */
final class CompareWording {
    /** So many different sources are named; the rest are in the JSON and in `prices list`. */
    private static final int SOURCES_NAMED = 4;

    Reply reply(Outcome.Compared outcome) {
        List<Quote> quotes = outcome.quotes();
        Frame frame = Frame.of(outcome.inquiry());
        frame.add(QuoteTable.of(quotes, true));
        if (quotes.size() > 1) {
            frame.add(QuoteTable.chart(outcome.inquiry().running() ? "Total" : "Training", quotes));
        }
        if (Boolean.TRUE.equals(outcome.inquiry().filled().value(SlotName.EXPLAIN))) {
            EstimateWording.explainAll(frame, quotes);
        }
        WarningWording warnings = new WarningWording(outcome.inquiry().asOf());
        for (Quote quote : quotes) {
            quote.warnings().stream()
                    .filter(CompareWording::concernsAComparison)
                    .forEach(warning -> frame.warn(warnings.text(warning, quote.offer())));
        }
        quotes.stream()
                .map(quote -> SourceWording.of(quote.main()))
                .distinct()
                .limit(SOURCES_NAMED)
                .forEach(frame::note);
        frame.passOver(outcome.closed());
        return frame.reply(title(outcome), outcome.followUps());
    }

    /** A comparison names what ends and what is not offered; the rest is said where one model is asked about. */
    private static boolean concernsAComparison(io.tunetally.engine.Warning warning) {
        return switch (warning) {
            case io.tunetally.engine.Warning.Lifecycle _,
                    io.tunetally.engine.Warning.MethodNotOffered _,
                    io.tunetally.engine.Warning.ProviderNotOffered _,
                    io.tunetally.engine.Warning.ByTier _,
                    io.tunetally.engine.Warning.Unpriced _,
                    io.tunetally.engine.Warning.Pauses _ -> true;
            case io.tunetally.engine.Warning.Minimum _,
                    io.tunetally.engine.Warning.Disagreement _,
                    io.tunetally.engine.Warning.Stale _ -> false;
        };
    }

    private static String title(Outcome.Compared outcome) {
        Quote cheapest = outcome.quotes().getFirst();
        String what = outcome.inquiry().running() ? "in total" : "to train";
        return "Cheapest " + what + ": " + Labels.offer(cheapest.offer()) + ", " + Numbers.money(cheapest.ranking());
    }
}
