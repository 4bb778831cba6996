package io.tunetally.engine.tipping;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values at which a winner loses, by pricing again: a walk away from the present value by powers of ten until
 * another one is cheaper, then a bisection to the exact whole value.
 */
public final class TippingSearch {
    private static final long STEP = 10;

    private final Contest contest;
    private final Contender winner;

    /** Creates a search for a contest and its winner of today. */
    public TippingSearch(Contest contest, Contender winner) {
        this.contest = contest;
        this.winner = winner;
    }

    /** Returns the nearest point below and above the present value, where there is one. */
    public List<TippingPoint> along(Course course, LongFunction<Scenario> scenarios) {
        return Stream.of(below(course, scenarios), above(course, scenarios))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<TippingPoint> below(Course course, LongFunction<Scenario> scenarios) {
        long held = course.above();
        while (held > course.least()) {
            long next = Math.max(course.least(), Math.min(held - 1, held / STEP));
            List<Contender> ahead = ahead(scenarios.apply(next), contest.contenders());
            if (!ahead.isEmpty()) {
                return Optional.of(between(course, held, next, ahead, scenarios));
            }
            held = next;
        }
        return Optional.empty();
    }

    private Optional<TippingPoint> above(Course course, LongFunction<Scenario> scenarios) {
        long held = course.below();
        while (held < course.most()) {
            long next = Math.min(course.most(), Math.max(held + 1, held * STEP));
            List<Contender> ahead = ahead(scenarios.apply(next), contest.contenders());
            if (!ahead.isEmpty()) {
                return Optional.of(between(course, held, next, ahead, scenarios));
            }
            held = next;
        }
        return Optional.empty();
    }

    /** Bisects between a value at which the winner holds and one at which some contenders are ahead. */
    private TippingPoint between(
            Course course, long winning, long losing, List<Contender> rivals, LongFunction<Scenario> scenarios) {
        long held = winning;
        long lost = losing;
        while (Math.abs(lost - held) > 1) {
            long middle = held + (lost - held) / 2;
            if (ahead(scenarios.apply(middle), rivals).isEmpty()) {
                held = middle;
            } else {
                lost = middle;
            }
        }
        BigDecimal last = BigDecimal.valueOf(held);
        boolean passesNow = last.subtract(course.now()).signum() * Long.signum(lost - held) < 0;
        return passesNow
                ? point(course.now(), course.now(), lost, contest.today(), scenarios.apply(lost))
                : point(course.now(), last, lost, scenarios.apply(held), scenarios.apply(lost));
    }

    private TippingPoint point(BigDecimal now, BigDecimal held, long lost, Scenario before, Scenario after) {
        Contender rival =
                contest.ahead(winner, after, contest.contenders()).getFirst().contender();
        return new TippingPoint(now, held, lost, pair(before, rival), pair(after, rival));
    }

    private TippingPoint.Pair pair(Scenario scenario, Contender rival) {
        return new TippingPoint.Pair(standing(winner, scenario), standing(rival, scenario));
    }

    private @Nullable PricedContender standing(Contender contender, Scenario scenario) {
        return contest.standing(contender, scenario).orElse(null);
    }

    private List<Contender> ahead(Scenario scenario, List<Contender> among) {
        return contest.ahead(winner, scenario, among).stream()
                .map(PricedContender::contender)
                .toList();
    }
}
