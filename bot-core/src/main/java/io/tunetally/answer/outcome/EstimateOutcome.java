package io.tunetally.answer.outcome;

import io.tunetally.answer.advice.SumCheck;
import io.tunetally.engine.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cost of one model, at each provider and with each method offered.
 *
 * @param instead the nearest offer that can be started, if none of these can; else null
 * @param sumCheck the sum that was quoted or paid beside the price, if one was said; else null
 * @param feeOnly whether the tuned model was asked for by the token, and no offer runs it so
 */
public record EstimateOutcome(
        Inquiry inquiry,
        List<Quote> quotes,
        @Nullable Quote instead,
        boolean feeOnly,
        @Nullable SumCheck sumCheck,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public EstimateOutcome {
        quotes = List.copyOf(quotes);
        followUps = List.copyOf(followUps);
    }
}
