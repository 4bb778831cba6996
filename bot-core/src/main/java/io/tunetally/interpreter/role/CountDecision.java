package io.tunetally.interpreter.role;

import io.tunetally.interpreter.weight.Scores;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides all counts of a message together: one is the data and others are taken off it, or several add up. {@code Motor claims:
 * 4,150. Household: 2,380, of which 80 are in dispute} makes 6,450. Each count alone could be the data; together their weights are
 * clearer.
 */
final class CountDecision {
    private static final String DATA = SlotName.EXAMPLES.word();

    /** How much less likely than its likeliest label any other can be, in thousandths: one clear number does not outweigh two others. */
    private static final int LEAST = -1000;

    private static final List<String> TAKEN_OFF = List.of(NumberRoles.REMOVED, NumberRoles.HELD_OUT);

    /** The slots of numbers that are no data, and none. */
    private static final List<String> NONE_OF_DATA = Stream.concat(
                    Stream.of(NumberRoles.NONE),
                    NumberRoles.ROLES.stream()
                            .filter(role -> role != SlotName.EXAMPLES)
                            .map(SlotName::word))
            .toList();

    private final NumberFeatures features;
    private final List<Scores> scores;
    private final List<Integer> places;

    /**
     * Prepares a decision.
     *
     * @param places those of the counts that are open
     */
    CountDecision(NumberFeatures features, List<Scores> scores, List<Integer> places) {
        this.features = features;
        this.scores = scores;
        this.places = places;
    }

    /** The labels of all counts, and how likely they are. */
    private record Decision(Map<Integer, String> labels, int score) {}

    /** Returns the labels of the counts by their place; none if what the readers found is as likely. */
    Map<Integer, String> labels() {
        return Stream.concat(Stream.of(sum()), places.stream().map(this::rest))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(Decision::score))
                .filter(best -> best.score() > read()
                        && best.labels().values().stream().anyMatch(NumberRoles.OF_COUNTS::contains))
                .map(Decision::labels)
                .orElse(Map.of());
    }

    /** Returns how likely it is what the readers found. */
    private int read() {
        int score = 0;
        for (int place : places) {
            SlotName<?> claim = claim(place);
            score += score(place, claim == null ? NumberRoles.NONE : claim.word());
        }
        return score;
    }

    /** Returns the likeliest sum of at least two counts; empty if a number says it, or nothing would be left of it. */
    private Optional<Decision> sum() {
        Map<Integer, String> labels = new HashMap<>();
        List<Integer> byLead = new ArrayList<>(places);
        byLead.sort((one, other) -> Integer.compare(lead(other), lead(one)));
        int addends = 0;
        for (int place : byLead) {
            boolean addend = addends < 2 || lead(place) > 0;
            labels.put(place, addend ? NumberRoles.ADDEND : other(place));
            addends += addend ? 1 : 0;
        }
        return addends < 2 ? Optional.empty() : valid(labels);
    }

    private int lead(int place) {
        return score(place, NumberRoles.ADDEND) - score(place, other(place));
    }

    /** Returns what is likeliest left of a count; empty for the same reasons. */
    private Optional<Decision> rest(int whole) {
        Map<Integer, String> labels = new HashMap<>();
        for (int place : places) {
            boolean larger = value(place).compareTo(value(whole)) >= 0;
            labels.put(place, place == whole ? DATA : larger ? none(place) : other(place));
        }
        return valid(labels);
    }

    private Optional<Decision> valid(Map<Integer, String> labels) {
        BigDecimal given = total(labels, List.of(NumberRoles.ADDEND, DATA));
        BigDecimal left = given.subtract(total(labels, TAKEN_OFF));
        boolean said = false;
        for (int place = 0; place < scores.size(); place++) {
            BigDecimal number = features.value(place);
            String label = labels.getOrDefault(place, NumberRoles.NONE);
            said |= !label.equals(DATA) && (number.compareTo(left) == 0 || number.compareTo(given) == 0);
            said |= label.equals(NumberRoles.ADDEND) && isTotal(place);
        }
        return said || left.signum() <= 0 ? Optional.empty() : Optional.of(new Decision(labels, score(labels)));
    }

    /** The 2,000 of {@code 1,200 letters and 800 letters, 2,000 together}: it is no part of a sum. */
    private boolean isTotal(int place) {
        BigDecimal others = BigDecimal.ZERO;
        for (int one : places) {
            if (one == place) {
                continue;
            }
            others = others.add(value(one));
            for (int other : places) {
                if (other > one
                        && other != place
                        && value(one).add(value(other)).compareTo(value(place)) == 0) {
                    return true;
                }
            }
        }
        return places.size() > 2 && others.compareTo(value(place)) == 0;
    }

    private BigDecimal total(Map<Integer, String> labels, List<String> counted) {
        return labels.entrySet().stream()
                .filter(each -> counted.contains(each.getValue()))
                .map(each -> value(each.getKey()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private int score(Map<Integer, String> labels) {
        return labels.entrySet().stream()
                .mapToInt(each -> score(each.getKey(), each.getValue()))
                .sum();
    }

    /** Returns the likeliest label of a count that is no part of the data. */
    private String other(int place) {
        String best = none(place);
        for (String label : TAKEN_OFF) {
            best = score(place, label) > score(place, best) ? label : best;
        }
        return best;
    }

    /** Returns the likeliest label of a number that has nothing to do with the data. */
    private String none(int place) {
        String best = NumberRoles.NONE;
        for (String label : NONE_OF_DATA) {
            best = score(place, label) > score(place, best) ? label : best;
        }
        return best;
    }

    private int score(int place, String label) {
        Scores own = scores.get(place);
        return Math.max(own.of(label) - own.of(own.best()), LEAST);
    }

    private @Nullable SlotName<?> claim(int place) {
        return features.claim(features.numbers().get(place));
    }

    /** Returns what a count was read as, which may be derived from others; else its value. */
    private BigDecimal value(int place) {
        BigDecimal read = claim(place) == SlotName.EXAMPLES ? features.read(place) : null;
        return read == null ? features.value(place) : read;
    }
}
