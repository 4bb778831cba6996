package io.tunetally.answer.advice;

import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Horizon;
import io.tunetally.engine.LineItem;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Part;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Priced;
import io.tunetally.engine.Quote;
import io.tunetally.engine.Traffic;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.engine.analysis.CostAnalysis;
import io.tunetally.units.Exact;
import io.tunetally.units.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The prompt length below which a tuned model costs less a month than the untuned one with its whole prompt: a tuned
 * request costs more a token, so a prompt has to become shorter before tuning saves anything. What is paid once besides training is spread over the months.
 *
 * @param tokens the length; below 0 no prompt is short enough
 * @param comparison both models at the tuned prompt that was said or is assumed
 */
public record PromptLimit(BigDecimal tokens, BreakEven comparison) {
    /** Returns the limit for an offer and a plan whose prompt shrinks; empty if running either has no price. */
    public static Optional<PromptLimit> of(CostEngine engine, Offer offer, Offer untuned, Plan plan) {
        Traffic traffic = plan.traffic();
        if (traffic == null || traffic.promptTokens().high() == 0) {
            return Optional.empty();
        }
        Optional<BreakEven> asSaid = comparison(engine, offer, untuned, plan);
        Optional<BreakEven> whole = comparison(engine, offer, untuned, with(plan, traffic.promptTokens()));
        Optional<BreakEven> none = comparison(engine, offer, untuned, with(plan, Range.exactly(0)));
        if (asSaid.isEmpty() || whole.isEmpty() || none.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal oneOff = oneOff(asSaid.get().tuned(), plan);
        BigDecimal dearest = month(whole.get().tuned()).add(oneOff);
        BigDecimal cheapest = month(none.get().tuned()).add(oneOff);
        BigDecimal base = LineItem.sum(asSaid.get().baseMonth()).low().usd();
        BigDecimal perPrompt = dearest.subtract(cheapest);
        return perPrompt.signum() <= 0
                ? Optional.empty()
                : Optional.of(new PromptLimit(
                        Exact.quotient(
                                        base.subtract(cheapest)
                                                .multiply(BigDecimal.valueOf(
                                                        traffic.promptTokens().low())),
                                        perPrompt)
                                .setScale(0, RoundingMode.FLOOR),
                        asSaid.get()));
    }

    private static BigDecimal month(Quote tuned) {
        return tuned.sum(Part.INFERENCE)
                .plus(tuned.sum(Part.HOSTING))
                .plus(tuned.sum(Part.STORAGE))
                .high()
                .usd();
    }

    /** Returns a month's share of what is paid once besides training. */
    private static BigDecimal oneOff(Quote tuned, Plan plan) {
        BigDecimal sum = tuned.sum(Part.PREPARATION).high().usd();
        Horizon horizon = plan.horizon();
        return horizon == null ? sum : Exact.quotient(sum, horizon.months());
    }

    private static Plan with(Plan plan, Range tunedPrompt) {
        Traffic traffic = plan.traffic();
        return new Plan(
                plan.job(),
                traffic == null ? null : traffic.withTunedPrompt(tunedPrompt),
                plan.horizon(),
                plan.endpoints(),
                plan.gpuSetup(),
                plan.preparation());
    }

    private static Optional<BreakEven> comparison(CostEngine engine, Offer offer, Offer untuned, Plan plan) {
        Traffic traffic = plan.traffic();
        Priced priced = engine.price(offer, plan);
        return traffic != null && priced instanceof Quote quote
                ? new CostAnalysis(engine).breakEven(quote, untuned, traffic)
                : Optional.empty();
    }
}
