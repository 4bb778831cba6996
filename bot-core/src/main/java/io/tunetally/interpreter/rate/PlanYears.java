package io.tunetally.interpreter.rate;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** Reads that a plan is for a year: {@code budget 2027: 6,000 requests a day}, {@code $300 for this year: 4 trainings, 3,000 requests a day}, {@code 2,000 requests a day during 2027}. */
final class PlanYears {
    private static final BigDecimal MONTHS_OF_YEAR = BigDecimal.valueOf(12);

    private final ParseState state;

    private PlanYears(ParseState state) {
        this.state = state;
    }

    /** Fills the months of a message about running a model that says no other time. */
    static void read(ParseState state) {
        boolean open = !state.candidates.has(SlotName.MONTHS)
                && !state.candidates.has(SlotName.DAYS)
                && !state.slots.has(SlotName.MONTHS)
                && state.remembered.isEmpty()
                && (state.candidates.has(SlotName.REQUESTS_PER_DAY)
                        || state.candidates.has(SlotName.RETRAIN_EVERY_DAYS));
        if (open) {
            new PlanYears(state).read();
        }
    }

    private void read() {
        for (int i = 0; i < state.size(); i++) {
            if (isYearOfBudget(i) || isYearOfSum(i) || isYearlySum(i) || isWholeYear(i)) {
                state.candidates.addDerived(SlotName.MONTHS, Numeral.of(MONTHS_OF_YEAR), i);
                state.candidates.settle(i);
                state.token(i).use = Token.Use.SLOT;
                return;
            }
        }
    }

    /** The 2027 of {@code budget 2027}, {@code budget for 2027}, {@code our 2027 budget}, which was found to be no sum. */
    private boolean isYearOfBudget(int i) {
        int before = state.isAt(i - 1, Cue.FOR) ? i - 2 : i - 1;
        return state.isNumberAt(i)
                && state.token(i).isYear()
                && !state.candidates.all().stream().anyMatch(each -> each.token() == i)
                && !state.isMoneyAt(i)
                && (state.isAt(before, Trait.BUDGET_NOUN) || state.isAt(i + 1, Trait.BUDGET_NOUN))
                && isBesideTraffic(i);
    }

    /** The 2027 of {@code 2,000 requests a day during 2027}, {@code running it for 2027}. */
    private boolean isWholeYear(int i) {
        boolean led = state.isAt(i - 1, Cue.OVER) || state.isAt(i - 1, Cue.FOR);
        return led
                && state.isNumberAt(i)
                && state.token(i).isYear()
                && state.token(i).use == Token.Use.KNOWN_NON_SLOT
                && isBesideTraffic(i);
    }

    /** False of a heading: {@code Re: budget 2027. Before I sign}. */
    private boolean isBesideTraffic(int i) {
        Sentence sentence = state.sentence(i);
        return state.candidates.of(SlotName.REQUESTS_PER_DAY).stream()
                .anyMatch(rate -> rate.token() >= sentence.first() && rate.token() < sentence.end());
    }

    /** The year of {@code budget $300 per year, retrain quarterly}, which is no limit of a month. */
    private boolean isYearlySum(int i) {
        int sum = state.isAt(i, Measure.YEAR) && !state.isNumberAt(i) ? i - 2 : i - 1;
        boolean year = sum == i - 2 || (!state.isNumberAt(i) && state.hasTyped(i, Trait.YEARLY));
        return year
                && state.candidates.money().stream()
                        .anyMatch(money ->
                                money.last() == sum && state.candidates.isOf(SlotName.BUDGET_USD, money.number()));
    }

    /** The year of {@code $300 for this year}. */
    private boolean isYearOfSum(int i) {
        int sum = i - 3;
        return state.isAt(i, Measure.YEAR)
                && !state.isNumberAt(i)
                && (state.hasTyped(i - 1, Trait.THIS_PERIOD) || state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE))
                && (state.isAt(i - 2, Cue.FOR) || state.isAt(i - 2, Cue.OVER))
                && (state.isNumberAt(sum) || state.isNumberAt(sum - 1))
                && !state.candidates.money().isEmpty()
                && state.candidates.money().stream().anyMatch(money -> money.last() == sum);
    }
}
