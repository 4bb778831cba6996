package io.tunetally.answer;

import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.request.Criterion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The verdict on whether to fine-tune at all.
 *
 * @param verdict by the guide's criteria
 * @param said the criteria given by the team
 * @param open the criteria not given yet, most significant first, at most four
 * @param quote the team's own case, null if nothing can be priced
 * @param breakEven of the same case, null if it has no price per token
 */
public record WorthItOutcome(
        Inquiry inquiry,
        Verdict verdict,
        Set<Criterion> said,
        List<Criterion> open,
        @Nullable Quote quote,
        @Nullable BreakEven breakEven,
        List<NextQuestion> followUps)
        implements Outcome.Answered {
    public WorthItOutcome {
        said = Set.copyOf(said);
        open = List.copyOf(open);
        followUps = List.copyOf(followUps);
    }

    /** The verdict of {@link WorthItOutcome}. */
    public enum Verdict {
        WORTH_IT,
        NOT_YET,
        DEPENDS
    }
}
