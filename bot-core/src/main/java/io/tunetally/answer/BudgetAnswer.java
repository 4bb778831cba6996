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

/** What a budget buys: as many examples, or epochs, as it pays for on each model. */
final class BudgetAnswer {
    private final EstimateAnswer estimate;

    BudgetAnswer(EstimateAnswer estimate) {
        this.estimate = estimate;
    }

    Outcome answer(Inquiry asked) {
        // Billed tokens are all of the job: there is nothing left that a budget could buy more of.
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
            // By the hour or on one's own GPUs a budget buys no number of examples, but what the job costs can be said.
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

    /** What is solved for is no assumption. */
    private static Inquiry withoutTheUnknown(Inquiry inquiry, BudgetFit.Unknown unknown) {
        SlotName<Long> solved = switch (unknown) {
            case EXAMPLES -> SlotName.EXAMPLES;
            case EPOCHS -> SlotName.EPOCHS;
        };
        return inquiry.request().slots().has(solved) ? inquiry : inquiry.without(solved);
    }

    /** Epochs where the data is fixed and the epochs are not; else examples. */
    private static BudgetFit.Unknown unknown(Slots said) {
        boolean dataFixed =
                said.has(SlotName.TOTAL_TOKENS) || (said.has(SlotName.EXAMPLES) && !said.has(SlotName.EPOCHS));
        return dataFixed ? BudgetFit.Unknown.EPOCHS : BudgetFit.Unknown.EXAMPLES;
    }
}
