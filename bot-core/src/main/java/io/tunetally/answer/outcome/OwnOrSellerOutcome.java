package io.tunetally.answer.outcome;

import io.tunetally.engine.Quote;
import io.tunetally.units.Band;
import java.util.List;

/**
 * Own GPUs beside a seller or rented GPUs, for one model.
 *
 * @param own the job on the asker's GPUs: at the price of an hour that was said, else at one dollar, so that its amounts are
 *     the GPU-hours
 * @param hourSaid whether the price of an hour was said
 * @param seller what costs least of the others
 * @param most the price of a GPU-hour below which the own GPUs cost less than the seller
 */
public record OwnOrSellerOutcome(
        Inquiry inquiry, Quote own, boolean hourSaid, Quote seller, Band most, List<NextQuestion> followUps)
        implements Outcome.Answered {
    public OwnOrSellerOutcome {
        followUps = List.copyOf(followUps);
    }
}
