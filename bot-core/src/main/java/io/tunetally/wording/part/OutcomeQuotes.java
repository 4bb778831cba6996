package io.tunetally.wording.part;

import io.tunetally.answer.Outcome;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.BudgetFit;
import java.util.ArrayList;
import java.util.List;

/** The quotes an outcome rests on, the main one first. */
public final class OutcomeQuotes {
    private OutcomeQuotes() {}

    public static List<Quote> of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Estimated estimated -> estimated.quotes();
            case Outcome.Compared compared -> compared.quotes();
            case Outcome.TotalCost total -> total.quotes();
            case Outcome.PaidBack back -> {
                List<Quote> quotes = new ArrayList<>(
                        back.comparisons().stream().map(BreakEven::tuned).toList());
                back.uncompared().stream().map(Outcome.Uncompared::tuned).forEach(quotes::add);
                yield quotes;
            }
            case Outcome.Crossed crossed -> crossed.quotes();
            case Outcome.Afforded afforded ->
                afforded.fits().stream().map(BudgetFit::quote).toList();
            case Outcome.Recommended recommended -> {
                List<Quote> quotes = new ArrayList<>();
                if (recommended.pick() != null) {
                    quotes.add(recommended.pick());
                }
                quotes.addAll(recommended.alternatives());
                yield quotes;
            }
            case Outcome.Judged judged -> judged.quote() == null ? List.of() : List.of(judged.quote());
            case Outcome.Asked asked ->
                asked.readings().stream()
                        .flatMap(reading -> of(reading.answer()).stream())
                        .toList();
            case Outcome.ModelsListed _,
                    Outcome.Helped _,
                    Outcome.Refused _,
                    Outcome.NotUnderstood _,
                    Outcome.Failed _ -> List.of();
        };
    }
}
