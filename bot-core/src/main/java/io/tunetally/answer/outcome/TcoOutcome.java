package io.tunetally.answer.outcome;

import io.tunetally.engine.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The cost of training and running over months.
 *
 * @param untuned the same model untuned, if it was asked for and has a price per token; else null
 * @param onRentedGpus training and running the downloaded model on rented GPUs, if no provider runs it; else null
 * @param instead the nearest offer that can be started and run over the months, if none of these can; else null
 * @param feeOnly whether the tuned model was asked for by the token, and no offer runs it so
 */
public record TcoOutcome(
        Inquiry inquiry,
        List<Quote> quotes,
        @Nullable Quote untuned,
        @Nullable Quote onRentedGpus,
        @Nullable Quote instead,
        boolean feeOnly,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public TcoOutcome {
        quotes = List.copyOf(quotes);
        followUps = List.copyOf(followUps);
    }
}
