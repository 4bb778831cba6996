package io.tunetally.wording;

import io.tunetally.answer.CrossoverOutcome;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.Crossing;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.ChartSource;
import io.tunetally.wording.part.CumulativeChart;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.MissingPrices;
import io.tunetally.wording.part.QuoteTable;
import java.util.List;
import java.util.Objects;

/** Words where the costs of two tuned models cross. */
final class CrossoverWording {
    Reply reply(CrossoverOutcome outcome) {
        Crossing crossing = outcome.crossing();
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry());
        answerFrame.warn(outcome.quotes());
        answerFrame.sources(outcome.quotes().stream()
                .flatMap(quote -> quote.lines().stream())
                .map(LineItem::rate)
                .filter(Objects::nonNull)
                .toList());
        answerFrame.add(QuoteTable.of(outcome.quotes()));
        if (crossing != null) {
            answerFrame.add(chart(crossing, outcome));
            addVolume(answerFrame, crossing);
        }
        if (Boolean.TRUE.equals(outcome.inquiry().filled().value(SlotName.EXPLAIN))) {
            EstimateWording.explainAll(answerFrame, outcome.quotes());
        }
        return answerFrame.reply(
                crossing == null ? "No verdict: " + MissingPrices.of(outcome.quotes()) : verdict(crossing),
                outcome.followUps());
    }

    private static void addVolume(AnswerFrame answerFrame, Crossing crossing) {
        BreakEven.Ends volume = crossing.requestsPerDay();
        if (volume != null) {
            answerFrame.add(Block.Text.of(Span.plain("Both cost the same over this period at "
                    + BreakEvenWording.ends(volume, 0).replace(BreakEvenWording.OR_NEVER, "") + " requests a day"
                    + (volume.high() == null ? ", or at no volume" : "") + "; above that "
                    + name(crossing, crossing.cheaperAbove()) + " is cheaper.")));
        }
    }

    private static Block.Chart chart(Crossing crossing, CrossoverOutcome outcome) {
        BreakEven.Ends months = crossing.months();
        return CumulativeChart.of(
                List.of(
                        Labels.offer(crossing.first().offer()),
                        Labels.offer(crossing.second().offer())),
                crossing::cumulative,
                months,
                months == null ? "" : "equal after " + BreakEvenWording.time(months),
                ChartSource.ofQuotes(outcome.inquiry().asOf(), List.of(crossing.first(), crossing.second())));
    }

    static String verdict(Crossing crossing) {
        BreakEven.Ends volume = crossing.requestsPerDay();
        if (isOfOneModel(crossing) && volume != null && volume.high() != null) {
            return name(crossing, crossing.cheaperAbove()) + " is cheaper above " + BreakEvenWording.ends(volume, 0)
                    + " requests a day";
        }
        String first = name(crossing, crossing.cheaperAtFirst());
        BreakEven.Ends months = crossing.months();
        return months == null
                ? first + " is cheaper from the first day and stays so"
                : first + " is cheaper at first; "
                        + name(crossing, crossing.cheaperLater()) + " overtakes it after "
                        + BreakEvenWording.time(months);
    }

    /** Two providers of one model differ by provider, two models by name. */
    private static String name(Crossing crossing, Quote side) {
        String model = side.offer().model().name();
        return isOfOneModel(crossing) ? model + " on " + Labels.provider(side.offer()) : model;
    }

    private static boolean isOfOneModel(Crossing crossing) {
        return crossing.first().offer().model().equals(crossing.second().offer().model());
    }
}
