package io.tunetally.answer;

import io.tunetally.catalog.Model;
import io.tunetally.engine.Offer;
import io.tunetally.engine.analysis.BudgetFit;
import io.tunetally.engine.analysis.CostAnalysis;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.units.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Answers what a budget buys: the number of examples, or epochs, that it pays for on each model. */
final class BudgetAnswer {
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
        Quoting quoting = new Quoting(inquiry);
        CostAnalysis costAnalysis = new CostAnalysis(inquiry.engine());
        for (Model model : models) {
            List<Offer> offers = quoting.offers(model);
            List<BudgetFit> ofModel = (named ? offers : offers.stream().limit(1).toList())
                    .stream()
                            .flatMap(offer ->
                                    costAnalysis.fit(offer, quoting.plan().job(), budget, unknown).stream())
                            .toList();
            fits.addAll(ofModel);
            if (named && ofModel.isEmpty()) {
                leftOut.add(EstimateAnswer.why(
                        inquiry, List.of(model), quoting.quotes(model).unpriceable()));
            }
        }
        if (fits.isEmpty()) {
            // Hourly or self-hosted, a budget buys no number of examples, but the job's cost can be given.
            return estimate.estimate(inquiry);
        }
        fits.sort(Comparator.comparingLong((BudgetFit fit) -> fit.fits().high()).reversed());
        return new BudgetOutcome(
                withoutTheUnknown(inquiry, unknown),
                budget,
                fits,
                leftOut,
                new NextQuestions(inquiry).recommend().worthIt().list());
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
