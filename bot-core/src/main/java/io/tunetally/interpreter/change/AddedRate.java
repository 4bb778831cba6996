package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** Reads a rate that a message adds to the remembered traffic: {@code plus the web shop, which makes 20 a day}, {@code the web shop makes 20 a day, please add them}. */
final class AddedRate {
    private final SaidNumbers said;

    AddedRate(SaidNumbers said) {
        this.said = said;
    }

    boolean read() {
        BigDecimal before = said.value(SlotName.REQUESTS_PER_DAY);
        boolean one = said.open().size() == 1 && !said.state.hasQuestionMark();
        if (before == null || !one || !(said.state.hasTyped(0, Trait.PLUS) || said.isAdded())) {
            return false;
        }
        int number = said.open().getFirst();
        TimeUnit period = said.periodBehind(number);
        if (period == null || !said.mayBeTraffic(number)) {
            return false;
        }
        BigDecimal added = SaidNumbers.rounded(period.perDay(said.number(number)));
        said.state(
                SlotName.REQUESTS_PER_DAY,
                before.add(added),
                SaidNumbers.text(before) + " + " + SaidNumbers.text(added),
                number);
        return true;
    }
}
