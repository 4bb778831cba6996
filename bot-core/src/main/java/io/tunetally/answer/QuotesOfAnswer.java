package io.tunetally.answer;

import io.tunetally.answer.outcome.Inquiry;
import io.tunetally.engine.CostEngine;
import io.tunetally.engine.Offer;
import io.tunetally.engine.Plan;
import io.tunetally.engine.Priced;
import io.tunetally.request.Slots;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The quotes of one answer, each computed once: the parts of an answer rank the same offers several times. They live as long as
 * the answer is computed, so that a cached answer keeps only the quotes it shows.
 */
final class QuotesOfAnswer {
    private static final ScopedValue<QuotesOfAnswer> CURRENT = ScopedValue.newInstance();

    private final Map<Asked, Quoting> quotings = new HashMap<>();
    private final Map<Planned, Map<Offer, Priced>> priced = new HashMap<>();

    private record Asked(CostEngine engine, Slots filled, boolean running) {}

    private record Planned(CostEngine engine, Plan plan) {}

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
        Asked asked = new Asked(inquiry.engine(), inquiry.filled(), inquiry.running());
        Quoting known = quotings.get(asked);
        if (known == null) {
            known = first.apply(inquiry);
            quotings.put(asked, known);
        }
        return known;
    }

    /** Returns the prices of a plan so far. */
    Map<Offer, Priced> of(CostEngine engine, Plan plan) {
        return priced.computeIfAbsent(new Planned(engine, plan), _ -> new HashMap<>());
    }
}
