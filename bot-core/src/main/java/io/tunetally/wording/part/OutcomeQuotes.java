package io.tunetally.wording.part;

import io.tunetally.answer.outcome.BreakEvenOutcome;
import io.tunetally.answer.outcome.BudgetOutcome;
import io.tunetally.answer.outcome.CompareOutcome;
import io.tunetally.answer.outcome.CrossoverOutcome;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.ExplainOutcome;
import io.tunetally.answer.outcome.GpuPricesOutcome;
import io.tunetally.answer.outcome.MigrateOutcome;
import io.tunetally.answer.outcome.ModelsOutcome;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.OwnOrSellerOutcome;
import io.tunetally.answer.outcome.RecommendOutcome;
import io.tunetally.answer.outcome.TcoOutcome;
import io.tunetally.answer.outcome.TippingPointsOutcome;
import io.tunetally.answer.outcome.WorthItOutcome;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.BudgetFit;
import io.tunetally.engine.tipping.PricedContender;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The quotes of an outcome, the main one first. */
public final class OutcomeQuotes {
    private OutcomeQuotes() {}

    public static List<Quote> of(Outcome outcome) {
        return switch (outcome) {
            case EstimateOutcome estimated -> estimated.quotes();
            case CompareOutcome compared -> compared.quotes();
            case TcoOutcome total -> total.quotes();
            case BreakEvenOutcome back -> {
                List<Quote> quotes = new ArrayList<>(
                        back.comparisons().stream().map(BreakEven::tuned).toList());
                back.uncompared().stream()
                        .map(BreakEvenOutcome.Uncompared::tuned)
                        .forEach(quotes::add);
                yield quotes;
            }
            case CrossoverOutcome crossed -> crossed.quotes();
            case BudgetOutcome afforded ->
                afforded.fits().stream().map(BudgetFit::quote).toList();
            case RecommendOutcome recommended -> {
                List<Quote> quotes = new ArrayList<>();
                if (recommended.pick() != null) {
                    quotes.add(recommended.pick());
                }
                quotes.addAll(recommended.alternatives());
                yield quotes;
            }
            case OwnOrSellerOutcome either ->
                either.hourSaid() ? List.of(either.seller(), either.own()) : List.of(either.seller());
            case MigrateOutcome migrated -> migrated.targets();
            case WorthItOutcome judged -> judged.quote() == null ? List.of() : List.of(judged.quote());
            case TippingPointsOutcome tipping ->
                Stream.of(tipping.winner(), tipping.runnerUp())
                        .flatMap(Stream::ofNullable)
                        // A bill is no offer.
                        .filter(contender -> contender.contender().bill() == null)
                        .map(PricedContender::quote)
                        .toList();
            case Outcome.Asked asked ->
                asked.readings().stream()
                        .flatMap(reading -> of(reading.answer()).stream())
                        .toList();
            case ExplainOutcome explained
            when explained.finding() instanceof ExplainOutcome.ByTheToken served -> served.quotes();
            case ExplainOutcome explained -> explained.quote() == null ? List.of() : List.of(explained.quote());
            case ModelsOutcome _,
                    GpuPricesOutcome _,
                    Outcome.Helped _,
                    Outcome.Discussed _,
                    Outcome.FileRefused _,
                    Outcome.Refused _,
                    Outcome.NotUnderstood _,
                    Outcome.Failed _ -> List.of();
        };
    }
}
