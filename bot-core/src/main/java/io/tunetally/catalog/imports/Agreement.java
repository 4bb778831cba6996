package io.tunetally.catalog.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks rows about the same figure against each other; if they disagree, the last edition decides which is right. */
final class Agreement {
    private final LastEdition last;

    Agreement(LastEdition last) {
        this.last = last;
    }

    /** Returns the rejected rows, each with the first figure that contradicts it. */
    List<Refusal> refusals(List<Candidate> candidates) {
        Map<List<Object>, List<Candidate>> slots = candidates.stream()
                .collect(Collectors.groupingBy(Candidate::slot, LinkedHashMap::new, Collectors.toList()));
        Map<String, Refusal> refused = new LinkedHashMap<>();
        for (List<Candidate> slot : slots.values()) {
            if (slot.stream().map(Candidate::price).distinct().count() > 1) {
                disagreeing(slot, candidates).forEach(refusal -> refused.putIfAbsent(refusal.row(), refusal));
            }
        }
        return List.copyOf(refused.values());
    }

    private List<Refusal> disagreeing(List<Candidate> slot, List<Candidate> all) {
        Optional<LastEdition.Said> said = last.priceOf(slot.getFirst());
        List<Refusal> refusals = new ArrayList<>();
        for (Candidate candidate : slot) {
            if (said.isEmpty() || !said.get().is(candidate.price())) {
                refusals.add(new Refusal(candidate.row(), reason(candidate, slot, said) + origin(candidate, all)));
            }
        }
        return refusals;
    }

    private static String reason(Candidate candidate, List<Candidate> slot, Optional<LastEdition.Said> said) {
        Candidate other = slot.stream()
                .filter(rival -> !rival.price().equals(candidate.price()))
                .filter(rival -> said.isEmpty() || said.get().is(rival.price()))
                .findFirst()
                .orElse(slot.getFirst());
        String settled = said.filter(price -> price.is(other.price()))
                .map(price -> ", as the edition " + price.edition() + " does")
                .orElse(", and no edition says which is right");
        return candidate.rate().figure().label() + " " + candidate.price() + " but " + other.row() + " has "
                + other.price() + settled;
    }

    /** An alias may have the price of another offer of the same model; the message mentions it. */
    private static String origin(Candidate candidate, List<Candidate> all) {
        return all.stream()
                .filter(other -> other.model().equals(candidate.model())
                        && other.rate().figure() == candidate.rate().figure()
                        && !other.slot().equals(candidate.slot())
                        && other.price().equals(candidate.price()))
                .findFirst()
                .map(other -> "; it is the price of " + other.row())
                .orElse("");
    }
}
