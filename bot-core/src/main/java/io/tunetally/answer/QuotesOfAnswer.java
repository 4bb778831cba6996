package io.tunetally.answer;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Priced;
import io.tunetally.request.Slots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The quotes of one answer, each computed once: the parts of an answer rank the same offers several times. They live as long as
 * the answer is computed, so that a cached answer keeps only the quotes it shows.
 */
final class QuotesOfAnswer {
    private static final ScopedValue<QuotesOfAnswer> CURRENT = ScopedValue.newInstance();

    private final List<Asked> quotings = new ArrayList<>();
    private final List<Planned> priced = new ArrayList<>();

    private record Asked(CostEngine engine, Slots filled, boolean running, Quoting quoting) {
        boolean isOf(Inquiry inquiry) {
            return engine == inquiry.engine() && running == inquiry.running() && filled.equals(inquiry.filled());
        }
    }

    private record Planned(CostEngine engine, Plan plan, Map<Offer, Priced> prices) {}

    /** Computes an answer. */
    static <T> T during(Supplier<T> answer) {
        return ScopedValue.where(CURRENT, new QuotesOfAnswer()).call(answer::get);
    }

    /** Returns the quotes of the answer that this thread computes; new ones outside of an answer. */
    static QuotesOfAnswer current() {
        return CURRENT.isBound() ? CURRENT.get() : new QuotesOfAnswer();
    }

    /** Returns the quoting of an inquiry, the same for equal slots. */
    Quoting of(Inquiry inquiry, Function<Inquiry, Quoting> first) {
        for (Asked asked : quotings) {
            if (asked.isOf(inquiry)) {
                return asked.quoting();
            }
        }
        Quoting quoting = first.apply(inquiry);
        quotings.add(new Asked(inquiry.engine(), inquiry.filled(), inquiry.running(), quoting));
        return quoting;
    }

    /** Returns the prices of a plan so far. */
    Map<Offer, Priced> of(CostEngine engine, Plan plan) {
        for (Planned planned : priced) {
            if (planned.engine() == engine && planned.plan().equals(plan)) {
                return planned.prices();
            }
        }
        Map<Offer, Priced> prices = new HashMap<>();
        priced.add(new Planned(engine, plan, prices));
        return prices;
    }
}
