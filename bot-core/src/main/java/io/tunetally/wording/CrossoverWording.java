package io.tunetally.wording;

import io.tunetally.answer.outcome.CrossoverOutcome;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.Crossing;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.SlotName;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.MissingPrices;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.RequestSummary;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.table.ChartSource;
import io.tunetally.wording.table.CumulativeChart;
import io.tunetally.wording.table.QuoteTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words where the costs of two tuned models cross. */
final class CrossoverWording {
    Reply reply(CrossoverOutcome outcome) {
        Crossing crossing = outcome.crossing();
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry());
        if (outcome.asked() != null) {
            answerFrame.under(
                    "No seller on file runs a tuned " + outcome.asked().name() + " by the token; "
                            + outcome.quotes().getFirst().offer().model().name() + " is the nearest that one does");
        }
        if (outcome.quotes().stream()
                        .allMatch(quote -> quote.sum(Part.INFERENCE).isZero())
                && outcome.quotes().stream().anyMatch(quote -> quote.gpuNeed() != null)) {
            answerFrame.under("No seller on file runs a tuned "
                    + outcome.quotes().getFirst().offer().model().name() + " by the token");
        }
        answerFrame.warn(outcome.quotes());
        answerFrame.sources(outcome.quotes().stream()
                .flatMap(quote -> quote.lines().stream())
                .map(LineItem::rate)
                .filter(Objects::nonNull)
                .toList());
        answerFrame.figure(QuoteTable.inSight(outcome.quotes()));
        answerFrame.detail(outcome.quotes().size(), () -> QuoteTable.inFull(outcome.inquiry(), outcome.quotes()));
        if (crossing != null) {
            answerFrame.add(chart(crossing, outcome));
            addVolume(answerFrame, crossing);
        }
        EstimateWording.explainAll(answerFrame, outcome.quotes());
        return answerFrame.reply(
                (crossing == null ? withoutCrossing(outcome) : verdict(crossing))
                        + atTraffic(outcome)
                        + closed(outcome),
                outcome.followUps());
    }

    /** Where one of the two cannot run the tuned model at all, the other is what there is to choose. */
    private static String withoutCrossing(CrossoverOutcome outcome) {
        List<Quote> notRun =
                outcome.quotes().stream().filter(Standing::isNotRun).toList();
        List<Quote> run = outcome.quotes().stream()
                .filter(quote -> quote.unpriced().isEmpty())
                .toList();
        return notRun.size() != 1 || run.size() != 1
                ? "No verdict: " + MissingPrices.of(outcome.quotes())
                : only(run.getFirst(), new Standing(outcome.inquiry())) + "; "
                        + Labels.provider(notRun.getFirst().offer()) + Standing.NOT_RUN;
    }

    /** {@code Llama 3.3 70B on rented GPUs (A100 80 GB): $1.00-$22.63 to train, $1,363-$10,886 a month}. */
    private static String only(Quote quote, Standing standing) {
        return quote.gpuNeed() == null
                ? Labels.offer(quote) + ": " + standing.cost(quote)
                : TcoWording.modelOnGpus(quote, standing);
    }

    /** {@code ; OpenAI is closed to new customers, ends 2027-01-14}. */
    private static String closed(CrossoverOutcome outcome) {
        Standing standing = new Standing(outcome.inquiry());
        return outcome.quotes().stream()
                .filter(quote -> !standing.canStart(quote))
                .map(quote -> "; " + Labels.provider(quote.offer()) + " is " + standing.closed(quote))
                .collect(Collectors.joining());
    }

    private static void addVolume(AnswerFrame answerFrame, Crossing crossing) {
        BreakEven.Ends volume = crossing.requestsPerDay();
        if (volume != null) {
            answerFrame.add(Block.Text.of(Span.plain("Both cost the same over this period at "
                    + BreakEvenVerdict.ends(volume, 0).replace(BreakEvenVerdict.OR_NEVER, "") + " requests a day"
                    + (volume.high() == null ? ", or at no volume" : "") + "; above that "
                    + name(crossing, crossing.cheaperAbove()) + " is cheaper.")));
        }
    }

    private static Block.Chart chart(Crossing crossing, CrossoverOutcome outcome) {
        BreakEven.Ends months = crossing.months();
        return CumulativeChart.of(
                new RequestSummary(outcome.inquiry()).chartJob(),
                List.of(
                        Labels.offer(crossing.first().offer()),
                        Labels.offer(crossing.second().offer())),
                crossing::cumulative,
                firstEnd(outcome),
                outcome.inquiry().asOf(),
                months,
                months == null ? "" : "equal after " + BreakEvenVerdict.time(months),
                ChartSource.ofQuotes(outcome.inquiry().asOf(), List.of(crossing.first(), crossing.second())));
    }

    private static @Nullable LocalDate firstEnd(CrossoverOutcome outcome) {
        Standing standing = new Standing(outcome.inquiry());
        return outcome.quotes().stream()
                .flatMap(quote -> standing.end(quote).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    static String verdict(Crossing crossing) {
        BreakEven.Ends volume = crossing.requestsPerDay();
        if (volume != null && hasVolume(crossing)) {
            return name(crossing, crossing.cheaperAbove()) + " is cheaper above " + BreakEvenVerdict.ends(volume, 0)
                    + " requests a day";
        }
        String first = name(crossing, crossing.cheaperAtFirst());
        BreakEven.Ends months = crossing.months();
        return months == null
                ? first + " is cheaper from the first day and stays so"
                : first + " is cheaper at first; "
                        + name(crossing, crossing.cheaperLater()) + " overtakes it after "
                        + BreakEvenVerdict.time(months);
    }

    /** Two providers of one model differ by provider, two models by name. */
    private static String name(Crossing crossing, Quote side) {
        String model = side.offer().model().name();
        return isOfOneModel(crossing) ? model + " on " + Labels.provider(side.offer()) + Labels.gpu(side) : model;
    }

    /** {@code ; at your 3,000 take Thinking Machines}, if the traffic was said and decides. */
    private static String atTraffic(CrossoverOutcome outcome) {
        BigDecimal said = outcome.inquiry().request().slots().value(SlotName.REQUESTS_PER_DAY);
        Crossing crossing = outcome.crossing();
        if (said == null || crossing == null || !hasVolume(crossing)) {
            return "";
        }
        Quote below = crossing.first().equals(crossing.cheaperAbove()) ? crossing.second() : crossing.first();
        BreakEven.Ends volume = Objects.requireNonNull(crossing.requestsPerDay());
        Quote cheaper = said.compareTo(volume.low()) < 0
                ? below
                : said.compareTo(Objects.requireNonNull(volume.high())) > 0 ? crossing.cheaperAbove() : null;
        return cheaper == null
                ? "; at your " + Numbers.count(said.setScale(0, RoundingMode.HALF_UP)) + " either may be cheaper"
                : "; at your " + Numbers.count(said) + " take " + Labels.provider(cheaper.offer())
                        + Labels.gpu(cheaper);
    }

    private static boolean hasVolume(Crossing crossing) {
        BreakEven.Ends volume = crossing.requestsPerDay();
        return isOfOneModel(crossing) && volume != null && volume.high() != null;
    }

    private static boolean isOfOneModel(Crossing crossing) {
        return crossing.first().offer().model().equals(crossing.second().offer().model());
    }
}
