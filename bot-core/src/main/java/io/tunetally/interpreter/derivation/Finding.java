package io.tunetally.interpreter.derivation;

import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.request.SlotName;
import java.util.List;
import java.util.Set;

/**
 * The number of examples that the readers found.
 *
 * @param examples it; {@link Derivation#NONE} if they found none or several
 * @param kind 0 for none, 1 for a number of the message, 2 for one that follows from these
 */
record Finding(long examples, int kind) {
    static Finding of(ParseState state, Set<Long> written) {
        List<Long> values = state.candidates.all().stream()
                .filter(each -> each.slot() == SlotName.EXAMPLES && !each.replaced())
                .map(Finding::value)
                .distinct()
                .toList();
        long examples = values.size() == 1 ? values.getFirst() : Derivation.NONE;
        return new Finding(examples, kind(examples, written.contains(examples)));
    }

    private static long value(SlotCandidates.Candidate candidate) {
        boolean open = candidate.numeral().isRange() || candidate.numeral().isAmbiguous();
        return open ? Derivation.NONE : candidate.numeral().value().longValue();
    }

    static int kind(long examples, boolean written) {
        return examples == Derivation.NONE ? 0 : written ? 1 : 2;
    }
}
