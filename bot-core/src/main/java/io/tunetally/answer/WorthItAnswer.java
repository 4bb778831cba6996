package io.tunetally.answer;

import io.tunetally.answer.advice.Judgement;
import io.tunetally.answer.advice.PromptLimit;
import io.tunetally.answer.advice.SaidInNumbers;
import io.tunetally.answer.advice.TodaysBill;
import io.tunetally.answer.advice.Verdict;
import io.tunetally.answer.advice.Why;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.NextQuestion;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.answer.outcome.WorthItOutcome;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.Objective;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Part;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.CostAnalysis;
import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Request;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether to fine-tune at all. The criteria decide first, then what can be started, then whether money that was
 * the reason is saved.
 */
final class WorthItAnswer {
    private static final int OPEN_QUESTIONS = 4;
    /** Another prompt after tuning to ask about. */
    private static final long OTHER_TUNED_PROMPT_TOKENS = 500;

    /** An endpoint whose fee is this many times the cost of its requests decides by itself. */
    private static final BigDecimal MUCH_MORE = BigDecimal.TEN;

    /** Reasons that are about money alone: without a saving they are none. */
    private static final Set<Criterion> MONEY = EnumSet.of(Criterion.LENGTHY_PROMPTS, Criterion.HIGH_VOLUME);

    /** Ordered by significance. */
    private static final List<Criterion> IN_ORDER = List.of(
            Criterion.FEW_SHOT_WORKS,
            Criterion.CONSISTENT_FORMAT,
            Criterion.DATA_CHANGES,
            Criterion.LENGTHY_PROMPTS,
            Criterion.NICHE_TASK,
            Criterion.BROAD_KNOWLEDGE);

    private final Inquiry inquiry;
    private final Set<Criterion> said;
    private final Start start;
    /** The untuned model that is used today; null if none was said. */
    private final @Nullable Offer incumbent;

    /** What is paid a month today for a model that was not said; null if the model or no bill was. */
    private final @Nullable Band bill;

    private final @Nullable Quote instead;
    private final @Nullable PromptLimit promptLimit;
    private final @Nullable BreakEven breakEven;

    private WorthItAnswer(Inquiry inquiry) {
        this.inquiry = inquiry;
        List<Criterion> words = inquiry.filled().value(SlotName.CRITERIA);
        this.said = SaidInNumbers.with(
                words == null || words.isEmpty() ? Set.of() : EnumSet.copyOf(words), inquiry.filled());
        this.start = Start.of(inquiry);
        this.incumbent = new Selection(inquiry).untuned().orElse(null);
        this.bill = TodaysBill.withoutModel(inquiry.filled()).orElse(null);
        this.promptLimit = promptLimit();
        BreakEven comparison = promptLimit == null ? breakEven() : promptLimit.comparison();
        this.breakEven = comparison == null ? null : inquiry.untilItsEnd(comparison);
        this.instead = inquiry.isByGuide() ? null : instead();
    }

    static Outcome of(Inquiry inquiry) {
        return new WorthItAnswer(inquiry).answer();
    }

    private @Nullable Quote instead() {
        return bill == null || breakEven == null ? start.instead(inquiry) : Nearest.belowBill(inquiry, breakEven);
    }

    private Outcome answer() {
        List<Criterion> open = IN_ORDER.stream()
                .filter(criterion -> !said.contains(criterion))
                .limit(OPEN_QUESTIONS)
                .toList();
        NextQuestions nextQuestions = NextQuestions.withDetails(inquiry);
        if (breakEven != null) {
            nextQuestions.tippingPoints();
        }
        open.forEach(criterion -> nextQuestions.add(NextQuestion.Kind.CRITERION, with(criterion)));
        Judgement judgement = Judgement.of(said);
        Why why = why(judgement);
        return new WorthItOutcome(
                inquiry,
                verdict(judgement, why),
                why,
                said,
                open,
                start.quote(),
                instead,
                start.own(),
                start.listed(),
                promptLimit,
                breakEven,
                prompt(nextQuestions).recommend().list());
    }

    /** Asks for the prompt after tuning; where none was said before it either, an example shows what it does. */
    private NextQuestions prompt(NextQuestions nextQuestions) {
        Slots slots = inquiry.request().slots();
        if (bill != null) {
            return nextQuestions.breakEven(null);
        }
        if (!slots.has(SlotName.PROMPT_TOKENS)) {
            return nextQuestions.breakEvenExample();
        }
        return nextQuestions.add(
                NextQuestion.Kind.TUNED_PROMPT,
                Request.of(
                        Intent.WORTHIT,
                        slots.with(SlotName.TUNED_PROMPT_TOKENS, Slot.of(OTHER_TUNED_PROMPT_TOKENS, Origin.SAID))));
    }

    private Why why(Judgement judgement) {
        Criterion reason = judgement.reason();
        if (reason != null && !reason.speaksFor()) {
            return new Why.Reason(reason, judgement.despite());
        }
        Why.Closed closed = said.contains(Criterion.TUNED_MODEL_ENDS) ? null : start.closed();
        if (reason == Criterion.LENGTHY_PROMPTS
                && promptLimit == null
                && inquiry.filled().has(SlotName.CACHED_PERCENT)) {
            return new Why.CachedPrompt();
        }
        Quote dear = start.quote();
        if (dear != null && isForMoneyOnly() && isOneOffLost(dear)) {
            return new Why.OneOff(dear, Plans.horizonOf(inquiry).days());
        }
        boolean decidesByMoney = reason == null || MONEY.contains(reason);
        if (promptLimit != null && breakEven != null && decidesByMoney && closed == null && isPromptDecided()) {
            return new Why.NoSaving(breakEven);
        }
        if (promptLimit != null && promptLimit.tokens().signum() > 0 && decidesByMoney) {
            return new Why.Prompt(promptLimit, closed);
        }
        if (closed != null) {
            return closed;
        }
        Model notTuned = start.notTuned();
        if (notTuned != null) {
            return new Why.NotTuned(notTuned);
        }
        if (start.quote() == null && start.own() == null && start.listed() == null) {
            return new Why.NothingToStart();
        }
        Quote quote = start.quote();
        if (quote != null && quote.unpriced().isEmpty() && !inquiry.isWithinMonthlyLimit(quote)) {
            return new Why.DearToRun();
        }
        Offer named = start.named();
        Model newer = named == null || instead == null
                ? null
                : Nearest.newer(named.model(), inquiry).orElse(null);
        if (named != null && newer != null) {
            return new Why.Superseded(named.model(), newer);
        }
        if (bill != null && breakEven != null && isForMoneyOnly() && !isTrafficSaid()) {
            return isPaidForByNone(breakEven) ? new Why.NoSaving(breakEven) : new Why.Traffic(breakEven);
        }
        if ((incumbent != null || bill != null) && breakEven != null && isForMoneyOnly()) {
            return breakEven.result() instanceof BreakEven.Result.PaysBack
                    ? new Why.Saving(breakEven)
                    : new Why.NoSaving(breakEven);
        }
        if (reason == null) {
            return inquiry.filled().value(SlotName.OBJECTIVE) == Objective.RFT ? new Why.Grader() : new Why.Open();
        }
        return ofNumbers().orElseGet(() -> new Why.Reason(reason, null));
    }

    private boolean isTrafficSaid() {
        return TodaysBill.isTrafficSaid(inquiry.request().slots());
    }

    /** True if a bill does not even pay for the endpoint of the tuned model. */
    private static boolean isPaidForByNone(BreakEven comparison) {
        Quote tuned = comparison.tuned();
        return tuned.sum(Part.HOSTING)
                        .plus(tuned.sum(Part.STORAGE))
                        .low()
                        .compareTo(comparison.base().high())
                >= 0;
    }

    /** True if what is paid once besides training is not saved within the months, neither by a shorter prompt nor by another model. */
    private boolean isOneOffLost(Quote quote) {
        boolean prompt = promptLimit != null && promptLimit.tokens().signum() > 0;
        boolean saved = breakEven != null
                && breakEven.result() instanceof BreakEven.Result.PaysBack back
                && back.months().low().compareTo(Plans.horizonOf(inquiry).months()) <= 0;
        return !quote.sum(Part.PREPARATION).isZero() && !prompt && !saved;
    }

    /** Returns what in the numbers decides against a criterion that speaks for tuning. */
    private Optional<Why> ofNumbers() {
        if (SaidInNumbers.needsMoreExamples(inquiry.filled())) {
            Slot<Long> examples = inquiry.filled().get(SlotName.EXAMPLES);
            return Optional.of(new Why.MoreExamples(examples == null ? 0 : examples.value()));
        }
        if (isForMoneyOnly() && breakEven != null && !(breakEven.result() instanceof BreakEven.Result.PaysBack)) {
            return Optional.of(new Why.NoSaving(breakEven));
        }
        long input = SaidInNumbers.longInput(inquiry.filled());
        if (input > 0) {
            return Optional.of(new Why.LongInput(input));
        }
        if (isBudgetOpen()) {
            return Optional.of(new Why.TokensPerRequest());
        }
        if (isRetrainingDearer()) {
            return Optional.of(new Why.Retraining());
        }
        if (SaidInNumbers.isSmallVolume(inquiry.filled()) && !said.contains(Criterion.PROMPTING_FAILS)) {
            return Optional.of(new Why.SmallVolume());
        }
        return isMostlyFee() ? Optional.of(new Why.EndpointFee()) : Optional.empty();
    }

    /** True if running may exceed the budget that was said, by tokens that were not. */
    private boolean isBudgetOpen() {
        BigDecimal budget = inquiry.filled().value(SlotName.BUDGET_USD);
        Quote quote = start.quote();
        Total total = quote == null ? null : quote.total();
        boolean tokensSaid = inquiry.request().slots().has(SlotName.INPUT_TOKENS);
        return budget != null
                && total != null
                && !tokensSaid
                && total.amount().high().usd().compareTo(budget) > 0;
    }

    private boolean isRetrainingDearer() {
        Long days = inquiry.filled().value(SlotName.RETRAIN_EVERY_DAYS);
        Quote quote = start.quote();
        return days != null
                && quote != null
                && quote.training()
                                .low()
                                .usd()
                                .multiply(BigDecimal.valueOf(Period.DAYS_PER_MONTH))
                                .compareTo(quote.monthly().low().usd().multiply(BigDecimal.valueOf(days)))
                        > 0;
    }

    private boolean isForMoneyOnly() {
        return said.stream().filter(Criterion::speaksFor).allMatch(MONEY::contains);
    }

    private boolean isMostlyFee() {
        Quote quote = start.quote();
        boolean paysBack = breakEven != null && breakEven.result() instanceof BreakEven.Result.PaysBack;
        return quote != null
                && !paysBack
                && quote.gpuNeed() == null
                && quote.sum(Part.HOSTING)
                                .low()
                                .usd()
                                .compareTo(
                                        quote.sum(Part.INFERENCE).high().usd().multiply(MUCH_MORE))
                        > 0;
    }

    private Verdict verdict(Judgement judgement, Why why) {
        return switch (why) {
            case Why.Reason _ -> judgement.verdict();
            case Why.Open _,
                    Why.MoreExamples _,
                    Why.EndpointFee _,
                    Why.CachedPrompt _,
                    Why.Retraining _,
                    Why.SmallVolume _,
                    Why.LongInput _,
                    Why.TokensPerRequest _,
                    Why.Traffic _,
                    Why.Grader _ -> Verdict.DEPENDS;
            case Why.Closed _, Why.NotTuned _, Why.NothingToStart _, Why.Superseded _, Why.DearToRun _ -> Verdict.NO;
            case Why.Saving _ -> Verdict.WORTH_IT;
            case Why.NoSaving _, Why.OneOff _ -> Verdict.NOT_YET;
            case Why.Prompt prompt ->
                prompt.closed() == null && isReached(prompt.limit()) ? Verdict.WORTH_IT : Verdict.DEPENDS;
        };
    }

    /** True if the model ends before it has paid back, or the tuned prompt that was said is too long: no other prompt is a condition. */
    private boolean isPromptDecided() {
        return breakEven != null
                && (breakEven.result() instanceof BreakEven.Result.EndsFirst
                        || (inquiry.request().slots().has(SlotName.TUNED_PROMPT_TOKENS)
                                && !(breakEven.result() instanceof BreakEven.Result.PaysBack)));
    }

    /** True if the tuned prompt that was said or assumed is short enough. */
    private boolean isReached(PromptLimit limit) {
        Long tuned = inquiry.filled().value(SlotName.TUNED_PROMPT_TOKENS);
        return tuned != null && limit.tokens().compareTo(BigDecimal.valueOf(tuned)) >= 0;
    }

    /** The model that was named is compared with itself, whether or not it can be started; else the one to start with. */
    private @Nullable PromptLimit promptLimit() {
        if (bill != null) {
            return null;
        }
        Offer offer = start.named() == null ? offerOf(start.quote()) : start.named();
        return offer == null
                ? null
                : PromptLimit.of(inquiry.engine(), offer, incumbent == null ? offer : incumbent, Plans.of(inquiry))
                        .orElse(null);
    }

    /** The one to start with is compared with the untuned model that was named, which it replaces. */
    private @Nullable BreakEven breakEven() {
        Quote quote = start.quote();
        Traffic traffic = Plans.of(inquiry).traffic();
        if (quote == null || traffic == null) {
            return null;
        }
        if (bill != null) {
            return new CostAnalysis(inquiry.engine())
                    .againstBill(quote, bill, traffic)
                    .orElse(null);
        }
        Offer named = start.named() == null ? quote.offer() : start.named();
        Offer untuned = incumbent == null ? named : incumbent;
        return new CostAnalysis(inquiry.engine())
                .breakEven(quote, untuned, traffic)
                .orElse(null);
    }

    private static @Nullable Offer offerOf(@Nullable Quote quote) {
        return quote == null ? null : quote.offer();
    }

    private Request with(Criterion more) {
        List<Criterion> inWords = inquiry.request().slots().value(SlotName.CRITERIA);
        List<Criterion> criteria = new ArrayList<>(inWords == null ? List.of() : inWords);
        criteria.add(more);
        Slots slots = inquiry.request().slots().with(SlotName.CRITERIA, Slot.of(List.copyOf(criteria), Origin.SAID));
        return Request.of(Intent.WORTHIT, slots);
    }
}
