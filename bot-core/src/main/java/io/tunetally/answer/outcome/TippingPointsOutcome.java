package io.tunetally.answer.outcome;

import io.tunetally.engine.tipping.Contender;
import io.tunetally.engine.tipping.Course;
import io.tunetally.engine.tipping.PricedContender;
import io.tunetally.engine.tipping.TippingPoint;
import io.tunetally.request.SlotName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values at which the answer to another request changes.
 *
 * @param subject the inquiry whose answer is examined
 * @param winner the cheapest contender that can be started, null if there is none
 * @param runnerUp the next one, null if there is no other
 * @param points the nearest first
 * @param tried every number that was varied, with or without a point
 * @param closed contenders that were left out because a new customer cannot start them
 */
public record TippingPointsOutcome(
        Inquiry inquiry,
        Inquiry subject,
        @Nullable PricedContender winner,
        @Nullable PricedContender runnerUp,
        List<Point> points,
        List<Tried> tried,
        List<Outcome.PassedOver> closed,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public TippingPointsOutcome {
        points = List.copyOf(points);
        tried = List.copyOf(tried);
        closed = List.copyOf(closed);
        followUps = List.copyOf(followUps);
    }

    /** A number that decides about the winner. */
    public sealed interface Variable {
        /** A value of the request. */
        record OfSlot(SlotName<?> slot) implements Variable {}

        /** All prices of a contender, in percent of today's. */
        record PriceOf(Contender contender) implements Variable {}
    }

    /** A value at which the winner changes. */
    public record Point(Variable variable, TippingPoint at) {
        /** True if it is a value of the request, a bill of today among these, which the asker decides, and not a price. */
        public boolean isOfRequest() {
            return variable instanceof Variable.OfSlot
                    || (variable instanceof Variable.PriceOf(Contender of) && of.bill() != null);
        }
    }

    /** A number and the values of it that were tried. */
    public record Tried(Variable variable, Course course) {}
}
