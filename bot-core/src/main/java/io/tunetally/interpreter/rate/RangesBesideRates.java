package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.request.SlotName;
import java.util.List;

/**
 * Ranges of something else beside the requests of a day: {@code the network goes down 3 or 4 times a week, members send 60 questions a day},
 * {@code night calls 7-8 per night}.
 */
final class RangesBesideRates {
    private RangesBesideRates() {}

    /** Takes back that they are traffic, where another number counts requests by their name. */
    static void drop(ParseState state) {
        List<SlotCandidates.Candidate> rates = state.candidates.of(SlotName.REQUESTS_PER_DAY);
        boolean named = rates.size() > 1
                && rates.stream().anyMatch(each -> !each.numeral().isRange() && isNamed(state, each.token()));
        List<Integer> others = rates.stream()
                .filter(each -> named && each.numeral().isRange() && !isNamed(state, each.token()))
                .map(SlotCandidates.Candidate::token)
                .toList();
        others.forEach(state::withdraw);
    }

    private static boolean isNamed(ParseState state, int number) {
        return state.isAt(number + 1, Measure.REQUEST)
                || state.isItemAt(number + 1)
                || state.hasTyped(number + 1, Trait.ASKED);
    }
}
