package io.tunetally.answer;

import io.tunetally.answer.outcome.BudgetOutcome;
import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.answer.outcome.Outcome;
import io.tunetally.catalog.Model;
import io.tunetally.catalog.ProviderId;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Total;
import io.tunetally.engine.TrainingJob;
import io.tunetally.engine.analysis.BudgetFit;
import io.tunetally.engine.analysis.CostAnalysis;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Band;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers what a budget buys: the number of examples, or epochs, that it pays for on each model. */
final class BudgetAnswer {
    /**
     * A purchase that a minimum may rule out comes after every one that fits for sure, and what waits at a fee or is not run
     * after what can be used with a training alone; of those that buy the same, the cheaper comes first.
     */
    private static Comparator<BudgetFit> mostFirst(Inquiry inquiry) {
        return Comparator.comparing((BudgetFit fit) -> fit.fits().low() > 0)
                .thenComparing(fit -> isUsable(inquiry, fit))
                .thenComparingLong(fit -> fit.fits().high())
                .reversed()
                .thenComparing(BudgetAnswer::running)
                .thenComparing(fit -> fit.quote().training().high());
    }

    /** True if running is paid for already, or needs no fee; the guide knows of none. */
    private static boolean isUsable(Inquiry inquiry, BudgetFit fit) {
        return inquiry.running() || inquiry.isByGuide() || inquiry.isRunByTheToken(fit.quote());
    }

    private static Money running(BudgetFit fit) {
        Band running = fit.running();
        return running == null ? Money.ZERO : running.high();
    }

    private final EstimateAnswer estimate;

    BudgetAnswer(EstimateAnswer estimate) {
        this.estimate = estimate;
    }

    Outcome answer(Inquiry asked) {
        // Billed tokens already define the whole job: a budget cannot buy more of anything.
        return asked.request().slots().has(SlotName.BILLED_TOKENS)
                ? estimate.estimate(asked)
                : answer(asked, unknown(asked.request().slots()));
    }

    private Outcome answer(Inquiry inquiry, BudgetFit.Unknown unknown) {
        BigDecimal said = Objects.requireNonNull(inquiry.filled().value(SlotName.BUDGET_USD));
        Money budget = new Money(said);
        Selection selection = new Selection(inquiry);
        List<Model> models = selection.asked();
        boolean named = !selection.named().isEmpty();
        List<BudgetFit> fits = new ArrayList<>();
        List<Outcome.Reason> leftOut = new ArrayList<>();
        Quoting quoting = Quoting.of(inquiry);
        CostAnalysis costAnalysis = new CostAnalysis(inquiry.engine());
        Comparator<BudgetFit> mostFirst = mostFirst(inquiry);
        for (Model model : models) {
            List<Offer> offers = quoting.offers(model);
            // The guide's listed price stands for a model, whatever its discount for LoRA would buy.
            boolean listedOnly = !named && inquiry.isByGuide();
            List<BudgetFit> ofModel = offers.stream()
                    .limit(listedOnly ? 1 : offers.size())
                    .filter(offer -> named || isWithinMonthlyLimit(inquiry, quoting, offer))
                    .flatMap(offer -> fit(inquiry, quoting, costAnalysis, offer, budget, unknown).stream())
                    .sorted(mostFirst)
                    .toList();
            fits.addAll(named ? ofModel : ofModel.stream().limit(1).toList());
            if (named && ofModel.isEmpty()) {
                leftOut.add(EstimateAnswer.why(
                        inquiry, List.of(model), quoting.quotes(model).unpriceable()));
            }
        }
        if (fits.isEmpty()) {
            // Hourly or self-hosted, a budget buys no number of examples, but the job's cost can be given.
            return estimate.estimate(inquiry);
        }
        fits.sort(mostFirst);
        Inquiry onGpus = named && inquiry.running() ? onCheaperGpus(inquiry, models, fits) : null;
        if (onGpus != null) {
            return estimate.estimate(onGpus);
        }
        boolean whichModels = !named && inquiry.totalBudget().isPresent() && !isDataSaid(inquiry);
        boolean asksHowLong = Boolean.TRUE.equals(inquiry.request().slots().value(SlotName.ASKS_HOW_LONG));
        return new BudgetOutcome(
                whichModels || asksHowLong ? inquiry : withoutTheUnknown(inquiry, unknown),
                budget,
                fits,
                whichModels || asksHowLong || isDataSaid(inquiry) ? jobs(inquiry, quoting, fits) : List.of(),
                whichModels,
                byTheToken(inquiry, budget, fits),
                quoting.plan().job().epochs(),
                leftOut,
                named ? List.of() : RecommendAnswer.dearToRun(inquiry.without(SlotName.BUDGET_USD)),
                NextQuestions.withDetails(inquiry).recommend().worthIt().list());
    }

    /** Returns the inquiry about rented GPUs, if no seller runs the model within the budget and those run it for less; else null. */
    private static @Nullable Inquiry onCheaperGpus(Inquiry inquiry, List<Model> models, List<BudgetFit> fits) {
        BudgetFit nearest = fits.getFirst();
        Band running = nearest.running();
        boolean placeSaid =
                inquiry.filled().has(SlotName.PROVIDER) || inquiry.filled().has(SlotName.PROVIDERS);
        if (running == null || nearest.fits().high() > 0 || placeSaid || models.size() > 1) {
            return null;
        }
        Inquiry rented = inquiry.with(SlotName.PROVIDER, ProviderId.SELF_HOSTED);
        return Quoting.of(rented).quotes(models.getFirst()).quotes().stream()
                        .flatMap(quote -> Stream.ofNullable(quote.total()))
                        .anyMatch(total -> total.amount().low().compareTo(running.low()) < 0)
                ? rented
                : null;
    }

    /** Returns what the budget buys after it has paid for running; empty if training or running has no price. */
    private static Optional<BudgetFit> fit(
            Inquiry inquiry,
            Quoting quoting,
            CostAnalysis costAnalysis,
            Offer offer,
            Money budget,
            BudgetFit.Unknown unknown) {
        TrainingJob job = quoting.plan().job();
        if (!inquiry.running()) {
            return costAnalysis.fit(offer, job, budget, unknown);
        }
        if (inquiry.monthlyLimit().isPresent()) {
            // A limit of its own pays for running, so the budget is for training alone.
            return costAnalysis
                    .fit(offer, job, budget, unknown)
                    .map(fit -> monthly(quoting, offer).map(fit::runFor).orElse(fit));
        }
        return quoting.quote(offer).filter(quote -> quote.total() != null).flatMap(quote -> {
            Total total = Objects.requireNonNull(quote.total());
            Money all = budget.minus(total.running().high());
            // What is trained again costs each time what the first training does.
            Money left = total.retrainings() == 0
                    ? all
                    : new Money(all.usd().divide(BigDecimal.valueOf(1 + total.retrainings()), MathContext.DECIMAL64));
            return costAnalysis
                    .fit(offer, job, left.isPositive() ? left : Money.ZERO, unknown)
                    .map(fit -> fit.afterRunning(quote));
        });
    }

    /** Returns the cost of running a month, if all of it has a price. */
    private static Optional<Band> monthly(Quoting quoting, Offer offer) {
        return quoting.quote(offer).filter(quote -> quote.unpriced().isEmpty()).map(Quote::monthly);
    }

    private static boolean isWithinMonthlyLimit(Inquiry inquiry, Quoting quoting, Offer offer) {
        return inquiry.monthlyLimit().isEmpty()
                || quoting.quote(offer)
                        .filter(quote -> quote.unpriced().isEmpty() && inquiry.isWithinMonthlyLimit(quote))
                        .isPresent();
    }

    private static boolean isDataSaid(Inquiry inquiry) {
        Slots said = inquiry.request().slots();
        return said.has(SlotName.EXAMPLES) || said.has(SlotName.TOTAL_TOKENS);
    }

    private static List<Quote> jobs(Inquiry inquiry, Quoting quoting, List<BudgetFit> fits) {
        return fits.stream()
                .flatMap(fit -> quoting.quote(fit.quote().offer()).stream())
                .filter(job -> !inquiry.running() || job.total() != null)
                .toList();
    }

    /** Returns the nearest that its seller runs without a fee, where the first purchase waits at one or is not run; else null. */
    private static @Nullable Quote byTheToken(Inquiry inquiry, Money budget, List<BudgetFit> fits) {
        Selection selection = new Selection(inquiry);
        BudgetFit first = fits.stream()
                .filter(fit -> selection.canStart(fit.quote()))
                .findFirst()
                .orElse(fits.getFirst());
        if (inquiry.running() || inquiry.isByGuide() || inquiry.isRunByTheToken(first.quote())) {
            return null;
        }
        Quote nearest = Nearest.byTheToken(first.quote().offer().model(), inquiry);
        return nearest != null && nearest.training().high().compareTo(budget) <= 0 ? nearest : null;
    }

    /** The solved unknown is not an assumption. */
    private static Inquiry withoutTheUnknown(Inquiry inquiry, BudgetFit.Unknown unknown) {
        SlotName<Long> solved = switch (unknown) {
            case EXAMPLES -> SlotName.EXAMPLES;
            case EPOCHS -> SlotName.EPOCHS;
        };
        return inquiry.request().slots().has(solved) ? inquiry : inquiry.without(solved);
    }

    /** Solves for epochs if the data is fixed and the epochs are not; else for examples. */
    private static BudgetFit.Unknown unknown(Slots said) {
        boolean dataFixed =
                said.has(SlotName.TOTAL_TOKENS) || (said.has(SlotName.EXAMPLES) && !said.has(SlotName.EPOCHS));
        return dataFixed ? BudgetFit.Unknown.EPOCHS : BudgetFit.Unknown.EXAMPLES;
    }
}
