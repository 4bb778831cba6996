package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;

/** Reads a rate that a message adds to the remembered traffic: {@code plus the web shop, which makes 20 a day}, {@code the web shop makes 20 a day, please add them}. */
final class AddedRate {
    private final SaidNumbers said;

    AddedRate(SaidNumbers said) {
        this.said = said;
    }

    boolean read() {
        return readOfOther() || readOfPlace() || readMore();
    }

    /** {@code that's just Germany, add 300 for Austria}: in a conversation about traffic another country adds its own. */
    private boolean readOfPlace() {
        BigDecimal before = said.value(SlotName.REQUESTS_PER_DAY);
        boolean place = said.state.hasTypedAnywhere(Trait.COUNTRY) || said.state.hasTypedAnywhere(Trait.IN_COUNTRY);
        if (before == null || !place || said.open().size() != 1 || said.state.hasQuestionMark()) {
            return false;
        }
        int number = said.open().getFirst();
        TimeUnit period = said.periodBehind(number);
        boolean data = period == null && (said.state.isItemAt(number + 1) || said.state.has(Cue.TRAINING));
        boolean more = said.state.has(Cue.ADD)
                || said.state.hasTyped(0, Trait.PLUS)
                || said.state.hasTyped(number - 1, Trait.ANOTHER)
                || said.state.hasTypedAnywhere(Trait.ADDS_TRAFFIC);
        if (!more || data || !said.mayBeTraffic(number)) {
            return false;
        }
        BigDecimal added =
                period == null ? said.number(number) : SaidNumbers.rounded(period.perDay(said.number(number)));
        state(before, added, number);
        return true;
    }

    /** {@code 90 a day was only for the pilot hall, the other hall adds 60}: beside that of before, which is of one place, another place has some. */
    private boolean readOfOther() {
        BigDecimal before = said.value(SlotName.REQUESTS_PER_DAY);
        boolean two = said.open().size() == 1 && said.again().size() == 1 && !said.state.hasQuestionMark();
        if (before == null || !two) {
            return false;
        }
        int old = said.again().getFirst();
        int more = said.open().getFirst();
        TimeUnit period = said.periodBehind(more);
        TimeUnit periodOfOld = said.periodBehind(old);
        BigDecimal perDay = periodOfOld == null ? said.number(old) : periodOfOld.perDay(said.number(old));
        TimeUnit unit = period == null ? periodOfOld : period;
        BigDecimal added = unit == null ? said.number(more) : SaidNumbers.rounded(unit.perDay(said.number(more)));
        if (perDay.compareTo(before) != 0 || more < old || !said.mayBeTraffic(more) || !isOfOnePlace(old, more)) {
            return false;
        }
        state(before, added, more);
        return true;
    }

    /** True if the old number is only of one, and that the other is more, or of another, is said beside it. */
    private boolean isOfOnePlace(int old, int more) {
        ParseState state = said.state;
        boolean only = false;
        for (int i = old + 1; i < state.clause(old).end(); i++) {
            only |= state.hasTyped(i, Trait.NARROWS) || state.hasTyped(i, Trait.ONLY_THESE);
        }
        boolean another = false;
        for (int i = state.clause(more).first(); i <= more + 1 && i < state.size(); i++) {
            boolean adds = state.hasTyped(i, Trait.ADDS_TRAFFIC)
                    || state.hasTyped(i, Trait.ANOTHER)
                    || state.hasTyped(i, Trait.OTHER_PLACE)
                    || state.isAt(i, Cue.ADD);
            another |= i != more && adds;
        }
        return only && another && state.clause(more).first() > old;
    }

    private boolean readMore() {
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
        state(before, added, number);
        return true;
    }

    private void state(BigDecimal before, BigDecimal added, int number) {
        said.state(
                SlotName.REQUESTS_PER_DAY,
                before.add(added),
                SaidNumbers.text(before) + " + " + SaidNumbers.text(added),
                number);
    }
}
