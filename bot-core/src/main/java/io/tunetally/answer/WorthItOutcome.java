package io.tunetally.answer;

import io.tunetally.engine.Quote;
import io.tunetally.engine.analysis.BreakEven;
import io.tunetally.request.Criterion;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether to fine-tune at all.
 *
 * @param verdict by the guide's criteria
 * @param said the criteria the team has named
 * @param open the criteria not named yet, most telling first, at most four
 * @param quote the team's own case, null where nothing can be priced
 * @param breakEven of the same case, null where it has no price per token
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
