package io.tunetally.wording;

import io.tunetally.answer.advice.SumCheck;
import io.tunetally.answer.outcome.EstimateOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.AppliedRate;
import io.tunetally.engine.GpuNeed;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.units.Band;
import io.tunetally.units.Exact;
import io.tunetally.units.Quantity;
import io.tunetally.units.Unit;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Arithmetic;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Rules;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.table.QuoteTable;
import io.tunetally.wording.table.Ranking;
import io.tunetally.wording.unit.MarkupWording;
import io.tunetally.wording.unit.SumCheckWording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words what one model costs to train: the figure, its derivation, and the alternatives. */
final class EstimateWording {
    Reply reply(EstimateOutcome outcome) {
        Inquiry inquiry = outcome.inquiry();
        Ranking ranking = Ranking.of(inquiry, outcome.quotes());
        Quote first = ranking.first();
        List<Quote> others = ranking.all().subList(1, ranking.all().size());
        Standing standing = new Standing(inquiry);
        Quote byTheToken = outcome.feeOnly() ? outcome.instead() : null;
        String offer = MarkupWording.ofTraining(inquiry, first) + title(first, ranking, standing);
        AnswerFrame answerFrame = AnswerFrame.of(inquiry);
        if (MarkupWording.isAdded(inquiry)) {
            answerFrame.judgesSum();
        }
        SumCheck sumCheck = outcome.sumCheck();
        if (sumCheck != null) {
            answerFrame.judgesSum().offer(offer);
        }
        if (byTheToken != null && sumCheck == null) {
            answerFrame.under(offer);
        } else if (outcome.feeOnly()) {
            answerFrame.under(TcoWording.notByTheToken(first));
        }
        sampled(inquiry, first).ifPresent(answerFrame::under);
        inTime(inquiry, first).ifPresent(answerFrame::under);
        answerFrame
                .instead(
                        byTheToken == null ? outcome.instead() : null,
                        !ranking.ranked().isEmpty())
                .cite(first);
        if (ranking.ranked().size() > 1) {
            answerFrame.figure(QuoteTable.inSight(ranking.ranked()));
        } else {
            answerFrame.figure(arithmetic(first));
        }
        answerFrame.footnotes(ranking.apart(inquiry, List.of(first)));
        answerFrame.detail(() -> new Block.Facts(facts(first)));
        explainGpus(answerFrame, first);
        answerFrame.explain(LineItem.paid(first.lines(), true));
        if (!others.isEmpty()) {
            answerFrame.detail(Block.Text.of(Span.strong("All ways to train it")));
            answerFrame.detail(ranking.all().size(), () -> QuoteTable.inFull(inquiry, ranking.all()));
            explainAll(answerFrame, others);
            answerFrame.citeOthers(first, others, ranking.ranked());
        }
        String headline = sumCheck != null
                ? SumCheckWording.of(sumCheck)
                : byTheToken == null ? offer : TcoWording.notByTheToken(first, byTheToken, standing);
        return answerFrame.reply(headline, outcome.followUps());
    }

    private static Optional<String> inTime(Inquiry inquiry, Quote quote) {
        GpuNeed need = quote.gpuNeed();
        return need == null
                ? Optional.empty()
                : gpuHours(quote).flatMap(hours -> HardwareWording.inTime(inquiry.filled(), need, hours));
    }

    /** {@code 16,000,000 tokens are generated and trained on each epoch, 48,000,000 in all}, where answers are sampled. */
    private static Optional<String> sampled(Inquiry inquiry, Quote quote) {
        Slot<Long> epochs = inquiry.filled().get(SlotName.EPOCHS);
        boolean said = inquiry.filled().has(SlotName.ROLLOUTS)
                && quote.lines().stream()
                        .anyMatch(line -> line.kind() == LineItem.Kind.GPU_ROLLOUTS
                                || line.kind() == LineItem.Kind.ROLLOUT_TOKENS);
        if (!said || epochs == null || epochs.high() != null) {
            return Optional.empty();
        }
        Quantity all = quote.billedTokens();
        BigDecimal each = BigDecimal.valueOf(epochs.value());
        Quantity one = new Quantity(Exact.quotient(all.low(), each), Exact.quotient(all.high(), each), all.unit());
        return Optional.of(Numbers.quantity(one) + " are generated and trained on each epoch, "
                + Numbers.range(all.low(), all.high()) + " in all");
    }

    /** {@code Llama 3.1 8B, LoRA: from $0.69 to train (Ori)}, or {@code GPT-4o on OpenAI: $37.50, closed to new customers}. */
    private static String title(Quote first, Ranking ranking, Standing standing) {
        String amount = standing.trainingOrEpoch(first);
        String closed = standing.closed(first);
        if (!closed.isEmpty()) {
            return Labels.offer(first) + ": "
                    + (amount.endsWith(Standing.TO_TRAIN) ? Numbers.money(first.training()) : amount)
                    + Standing.oneOff(first) + ", " + closed;
        }
        String deployed = Standing.oneOff(first) + standing.whileDeployed(first);
        boolean cheapest = ranking.ranked().stream()
                .noneMatch(other -> Band.LEAST_AT_MOST.compare(other.training(), first.training()) < 0);
        return ranking.ranked().size() > 1 && cheapest
                ? Labels.job(first) + ": " + (first.training().isExact() ? "from " : "") + amount + " ("
                        + Labels.provider(first.offer()) + gpuHours(first, ", ", "") + ")" + deployed
                : Labels.offer(first) + ": " + amount + gpuHours(first, " (", ")") + deployed;
    }

    /** Returns {@code 4.91-22.11 GPU-hours} for training on GPUs, which also says how long it takes; else nothing. */
    private static String gpuHours(Quote quote, String before, String after) {
        return gpuHours(quote)
                .map(hours -> before + Numbers.quantity(hours) + after)
                .orElse("");
    }

    private static Optional<Quantity> gpuHours(Quote quote) {
        return quote.lines().stream()
                .filter(line -> line.kind() == LineItem.Kind.GPU_HOURS || line.kind() == LineItem.Kind.GPU_ROLLOUTS)
                .map(line -> line.counted().quantity())
                .reduce((one, other) ->
                        new Quantity(one.low().add(other.low()), one.high().add(other.high()), one.unit()));
    }

    /** Returns the GPUs that training needs, if it runs on some, and the arithmetic of training and of a month. */
    static Block.Facts arithmetic(Quote quote) {
        return new Block.Facts(Stream.concat(
                        Stream.ofNullable(quote.gpuNeed()).map(Arithmetic::gpus),
                        quote.lines().stream().map(Arithmetic::of))
                .map(line -> Block.Fact.of("", Span.plain(line)))
                .toList());
    }

    static List<Block.Fact> facts(Quote quote) {
        List<Block.Fact> facts = new ArrayList<>();
        facts.add(Block.Fact.of("Training", Span.strong(Numbers.money(quote.training()))));
        oneOff(quote).ifPresent(facts::add);
        Band listed = quote.listedTraining();
        if (listed != null) {
            AppliedRate rate = quote.main();
            facts.add(Block.Fact.of(
                    "Full price",
                    Span.plain(Numbers.money(listed) + " (LoRA is " + Rules.phrase(rate) + " / 1M tokens)")));
        }
        GpuNeed need = quote.gpuNeed();
        facts.add(need == null ? billed(quote) : Block.Fact.of("Trained on", tokens(quote)));
        if (need != null) {
            facts.add(Block.Fact.of("Needs", Span.plain(Arithmetic.gpus(need))));
        }
        return facts;
    }

    /** Returns what the asker pays once besides training, if it was said. */
    static Optional<Block.Fact> oneOff(Quote quote) {
        Band amount = quote.sum(Part.PREPARATION);
        return amount.isZero()
                ? Optional.empty()
                : Optional.of(Block.Fact.of("One-off", Span.plain(Numbers.money(amount) + " besides training")));
    }

    /** Returns the billed quantity: hours if the provider bills them, else tokens. */
    private static Block.Fact billed(Quote quote) {
        Quantity first = LineItem.ofPart(quote.lines(), Part.TRAINING)
                .getFirst()
                .counted()
                .quantity();
        return Block.Fact.of("Billed", first.unit() == Unit.HOUR ? Span.plain(Numbers.quantity(first)) : tokens(quote));
    }

    private static Span tokens(Quote quote) {
        return Span.plain(Numbers.quantity(quote.billedTokens()));
    }

    /** Explains self-hosted hours and their price. */
    static void explainGpus(AnswerFrame answerFrame, Quote quote) {
        GpuNeed need = quote.gpuNeed();
        if (need != null) {
            answerFrame.detail(new Block.Facts(
                    List.of(Block.Fact.of("", Span.plain(Arithmetic.of(need, quote.billedTokens()))))));
            if (!quote.main().price().price().isExact()) {
                answerFrame.note(
                        quote.offer().provider().id().equals(ProviderId.SELF_HOSTED)
                                ? "The price of a GPU-hour runs from the cheapest provider on file to the dearest."
                                : "The price of a GPU-hour runs over the variants and offers of that provider.");
            }
        }
    }

    /** Explains the lines of several quotes, each under its offer. */
    static void explainAll(AnswerFrame answerFrame, List<Quote> quotes) {
        for (Quote quote : quotes) {
            answerFrame.detail(() -> Block.Text.of(Span.strong(Labels.offer(quote))));
            answerFrame.explain(quote.lines());
        }
    }
}
