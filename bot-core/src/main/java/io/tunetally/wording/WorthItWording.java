package io.tunetally.wording;

import io.tunetally.answer.advice.PromptLimit;
import io.tunetally.answer.advice.TodaysBill;
import io.tunetally.answer.advice.Verdict;
import io.tunetally.answer.advice.Why;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.WorthItOutcome;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.engine.Unpriceable;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.reply.Block;
import io.tunetally.reply.Reply;
import io.tunetally.reply.Span;
import io.tunetally.request.Criterion;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.units.Money;
import io.tunetally.wording.part.AnswerFrame;
import io.tunetally.wording.part.Caveat;
import io.tunetally.wording.part.Labels;
import io.tunetally.wording.part.Numbers;
import io.tunetally.wording.part.Standing;
import io.tunetally.wording.part.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words whether to fine-tune at all, with the reasons, this team's numbers and what would change the verdict. */
final class WorthItWording {
    private static final int OFTEN_DAYS = 31;

    Reply reply(WorthItOutcome outcome) {
        AnswerFrame answerFrame = AnswerFrame.of(outcome.inquiry());
        Quote quote = outcome.quote();
        BreakEven breakEven = outcome.breakEven();
        VerdictWording verdict = new VerdictWording(outcome);
        verdict.under().ifPresent(answerFrame::under);
        if (quote != null) {
            paidFor(outcome.inquiry(), quote).ifPresent(answerFrame::under);
        }
        boolean namesInstead = switch (outcome.why()) {
            case Why.Superseded _, Why.DearToRun _ -> true;
            case Why.NoSaving none -> !none.comparison().isOfOneModel();
            default -> false;
        };
        if (!namesInstead && breakEven != null) {
            answerFrame.instead(outcome.instead(), breakEven, true);
        } else if (!namesInstead) {
            answerFrame.instead(outcome.instead(), true);
        }
        if (quote != null) {
            boolean told =
                    outcome.why() instanceof Why.DearToRun || !quote.unpriced().isEmpty();
            answerFrame.monthlyLimit(told ? null : quote.monthly()).cite(quote);
            TcoWording.explain(answerFrame, quote);
        }
        if (breakEven != null) {
            answerFrame.sources(breakEven.lines().stream()
                    .map(LineItem::rate)
                    .filter(Objects::nonNull)
                    .toList());
        }
        retraining(outcome).ifPresent(text -> answerFrame.warn(Caveat.Rank.RUNNING_COST, text));
        if (outcome.inquiry().filled().value(SlotName.OBJECTIVE) == Objective.RFT) {
            answerFrame.footnote(CriterionWording.ROLLOUTS);
        }
        return answerFrame
                .add(new Block.Facts(numbers(outcome)))
                .footnote("What would change it: " + change(outcome) + ".")
                .reply(verdict.headline(), outcome.followUps());
    }

    /** {@code gpt-oss 20B ... costs less than $2,000 up to 370,000 requests a day}, where the model of the bill has no price. */
    static Optional<String> paidFor(Inquiry inquiry, Quote quote) {
        BigDecimal bill = inquiry.filled().value(SlotName.MONTHLY_BILL_USD);
        BigDecimal assumed = inquiry.filled().value(SlotName.REQUESTS_PER_DAY);
        boolean measured = inquiry.request().slots().has(SlotName.REQUESTS_PER_DAY)
                || TodaysBill.isTraffic(inquiry.request().slots(), inquiry.filled());
        return bill == null || assumed == null || measured || !inquiry.filled().has(SlotName.UNTUNED)
                ? Optional.empty()
                : TodaysBill.requestsPaidFor(bill, quote, assumed)
                        .map(requests -> Labels.offer(quote.offer()) + " costs less than "
                                + Numbers.money(new Money(bill)) + " a month up to " + Numbers.count(requests)
                                + " requests a day");
    }

    private static List<Block.Fact> numbers(WorthItOutcome outcome) {
        List<Block.Fact> facts = new ArrayList<>();
        Quote quote = outcome.quote();
        Unpriceable.OwnHardware own = outcome.own();
        PromptLimit limit = outcome.promptLimit();
        if (limit != null) {
            facts.add(Block.Fact.of("Today", Span.plain(today(outcome, limit))));
        }
        if (own != null) {
            facts.add(Block.Fact.of(
                    "Own GPUs", Span.plain(Numbers.quantity(own.hours()) + " of training, electricity only")));
        }
        if (quote != null && !new VerdictWording(outcome).namesStart()) {
            facts.add(start(outcome, quote));
        }
        if (limit == null) {
            against(outcome).forEach(facts::add);
        }
        reasons(outcome).forEach(facts::add);
        return facts;
    }

    /** {@code $7,050 a month; $4,275 with a 200-token prompt (assumed); training $37.50}. */
    private static String today(WorthItOutcome outcome, PromptLimit limit) {
        BreakEven comparison = limit.comparison();
        Slot<Long> tuned = outcome.inquiry().filled().get(SlotName.TUNED_PROMPT_TOKENS);
        String assumed = tuned != null && tuned.origin() == Origin.DEFAULT ? " (assumed)" : "";
        return Numbers.money(comparison.base()) + " a month untuned; "
                + Numbers.money(comparison.tuned().monthly()) + " tuned with a "
                + (tuned == null ? "shorter" : Numbers.count(tuned.value()) + "-token") + " prompt" + assumed
                + "; training " + Numbers.money(comparison.tuned().training())
                + Standing.oneOff(comparison.tuned());
    }

    /** A one-off is paid back over the months, so these decide. */
    private static String within(PromptLimit limit, WorthItOutcome outcome) {
        return Standing.oneOff(limit.comparison().tuned()).isEmpty()
                ? ""
                : " within " + Standing.period(outcome.inquiry());
    }

    /** Returns where to start and what it costs, which the headline does not say. */
    private static Block.Fact start(WorthItOutcome outcome, Quote quote) {
        String name = outcome.verdict() == Verdict.NOT_YET || outcome.verdict() == Verdict.NO
                ? "If you tune anyway"
                : "Where you can start";
        return Block.Fact.of(name, Span.strong(VerdictWording.offer(outcome.inquiry(), quote)));
    }

    private static Stream<Block.Fact> against(WorthItOutcome outcome) {
        BreakEven breakEven = outcome.breakEven();
        if (breakEven != null && breakEven.isAgainstBill()) {
            return Stream.of(
                    Block.Fact.of("Today", Span.plain(Numbers.money(breakEven.base()) + " a month, as you said")));
        }
        return breakEven == null
                ? Stream.empty()
                : Stream.of(Block.Fact.of(
                        "Untuned",
                        Span.plain(Numbers.money(breakEven.base()) + " a month with "
                                + breakEven.untuned().model().name())));
    }

    private static List<Block.Fact> reasons(WorthItOutcome outcome) {
        List<Block.Fact> facts = new ArrayList<>();
        for (boolean speaksFor : new boolean[] {true, false}) {
            String criteria = Stream.of(Criterion.values())
                    .filter(criterion -> criterion.speaksFor() == speaksFor)
                    .filter(outcome.said()::contains)
                    .map(CriterionWording::fact)
                    .collect(Collectors.joining(", "));
            if (!criteria.isEmpty()) {
                facts.add(Block.Fact.of(speaksFor ? "Reasons for it" : "Reasons against", Span.plain(criteria)));
            }
        }
        return facts;
    }

    /** Warns of trainings that repeat, as the guide does. */
    private static Optional<String> retraining(WorthItOutcome outcome) {
        Long days = outcome.inquiry().filled().value(SlotName.RETRAIN_EVERY_DAYS);
        Quote quote = outcome.quote();
        Total total = quote == null ? null : quote.total();
        return quote == null || days == null || days > OFTEN_DAYS || total == null
                ? Optional.empty()
                : Optional.of("Retrained every " + Text.counted(days, "day") + ": "
                        + Text.counted(total.retrainings(), "more training") + " at "
                        + Numbers.money(quote.training()) + " over " + Standing.period(total)
                        + ". If the data changes that often, consider retrieval (RAG) instead.");
    }

    private static String change(WorthItOutcome outcome) {
        return switch (outcome.why()) {
            case Why.Reason reason -> CriterionWording.change(reason.criterion());
            case Why.Open _ -> "any of the answers below";
            case Why.Superseded old -> "a newer model, such as " + old.newer().name();
            case Why.Closed _, Why.NotTuned _ -> "another model" + task(outcome);
            case Why.NothingToStart _ -> "a larger budget, or another provider or method";
            case Why.DearToRun _ -> "a higher limit, or a model that is paid per request";
            case Why.Prompt prompt ->
                "the tuned prompt: below " + VerdictWording.tokens(prompt.limit()) + " tokens it saves"
                        + within(prompt.limit(), outcome) + ", above it does not";
            case Why.MoreExamples _ -> "500 good examples";
            case Why.CachedPrompt _ -> "the cached price against the tuned one, by a break-even with both prompts";
            case Why.Retraining _ -> "labels that stay the same for longer, a smaller model, or more traffic";
            case Why.Traffic _ -> "how many requests a day the bill pays for";
            case Why.OneOff _ -> "more requests, a longer period, or a reason besides money, such as quality";
            case Why.SmallVolume _ -> "a prompt that fails, or hundreds of requests a day";
            case Why.TokensPerRequest _ -> "the length of your inputs and answers";
            case Why.LongInput _ -> "shorter inputs, or a seller that trains on sequences that long";
            case Why.Grader _ -> "an exact check of every answer; rollouts and the grader are billed on top";
            case Why.EndpointFee _ -> "a provider that is paid per token only, or much more traffic";
            case Why.Saving _ -> "the quality: try the tuned model on a hundred of your requests before you switch";
            case Why.NoSaving none -> saving(outcome, none.comparison());
        };
    }

    /** Returns what would make a tuned model save that does not: of a prompt that was said, the length below which it does. */
    private static String saving(WorthItOutcome outcome, BreakEven comparison) {
        if (comparison.result() instanceof BreakEven.Result.EndsFirst) {
            return "a model that stays, or more requests a day until the end";
        }
        if (comparison.isAgainstBill()) {
            return "a model that is paid per request, a higher bill, or a reason besides money, such as quality";
        }
        PromptLimit limit = outcome.promptLimit();
        return limit == null || limit.tokens().signum() <= 0
                ? "a longer prompt today, or a dearer model that the tuned one replaces"
                : "a tuned prompt below " + VerdictWording.tokens(limit) + " tokens" + within(limit, outcome);
    }

    /** Returns the reason for tuning that another model serves as well. */
    private static String task(WorthItOutcome outcome) {
        return outcome.said().stream()
                .filter(Criterion::speaksFor)
                .sorted()
                .findFirst()
                .map(criterion -> ": " + CriterionWording.reason(criterion))
                .orElse("");
    }
}
