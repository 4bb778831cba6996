package io.tunetally.interpreter.change;

import io.tunetally.interpreter.derivation.CountArithmetic;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.WordPatterns;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;
import io.tunetally.request.UpTime;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the traffic of opening hours: {@code open twelve hours a day, seven days a week, about fifty questions an hour},
 * {@code drivers ask 15 an hour, day and night}. Of days off it is read by weights.
 */
final class OpenHours {
    private static final BigDecimal DAY = BigDecimal.valueOf(24);
    private static final BigDecimal WEEK = BigDecimal.valueOf(7);

    private final SaidNumbers said;
    private final ParseState state;

    OpenHours(SaidNumbers said) {
        this.said = said;
        state = said.state;
    }

    boolean read() {
        if (said.value(SlotName.REQUESTS_PER_DAY) == null || state.hasQuestionMark()) {
            return false;
        }
        List<Integer> rates = new ArrayList<>(1);
        List<Integer> hours = new ArrayList<>(1);
        for (int number : said.open()) {
            if (state.isMoneyAt(number)) {
                return false;
            } else if (said.periodBehind(number) == TimeUnit.HOUR) {
                rates.add(number);
            } else if (state.timeAt(number + 1) == TimeUnit.HOUR) {
                hours.add(number);
            } else if (!isAllWeek(number)) {
                return false;
            }
        }
        boolean always = isAlways();
        if (rates.size() != 1 || hours.size() > 1 || hours.isEmpty() != always) {
            return false;
        }
        int rate = rates.getFirst();
        int open = always ? rate : hours.getFirst();
        BigDecimal each = always ? DAY : said.number(open);
        if (each.compareTo(DAY) > 0) {
            return false;
        }
        String arithmetic =
                SaidNumbers.text(said.number(rate)) + CountArithmetic.TIMES + SaidNumbers.text(each) + " hours";
        said.state(
                SlotName.REQUESTS_PER_DAY,
                said.number(rate).multiply(each),
                arithmetic,
                said.open().toArray(Integer[]::new));
        return true;
    }

    /** {@code seven days a week}. */
    private boolean isAllWeek(int number) {
        boolean days =
                state.timeAt(number + 1) == TimeUnit.DAY && said.number(number).compareTo(WEEK) == 0;
        return days
                || (state.isAt(number + 1, Category.PERIODS)
                        && said.number(number).compareTo(BigDecimal.ONE) == 0);
    }

    private boolean isAlways() {
        for (WordPatterns.Match<UpTime> match : state.upTimes()) {
            if (match.meaning() == UpTime.ALWAYS) {
                return !state.has(Cue.NOT) || !said.again().isEmpty();
            }
        }
        return false;
    }
}
