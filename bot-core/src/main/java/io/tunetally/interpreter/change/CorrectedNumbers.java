package io.tunetally.interpreter.change;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;

/**
 * Reads a number that takes the place of one of before which is denied, and a horizon in the place of another: {@code it ain't 45 a day, mine is
 * 70}, {@code I said 18 000 a month, please put 21 000 a month}, {@code three years instead of one year}, {@code the 800 stay as they are}.
 */
final class CorrectedNumbers {
    /** The most words from the word that denies a number to it. */
    private static final int REACH = 3;

    private static final BigDecimal TWICE = BigDecimal.valueOf(2);

    /** A day's requests are hardly more than this many times those of before. */
    private static final BigDecimal FAR = BigDecimal.valueOf(10);

    private final SaidNumbers said;
    private final ParseState state;

    CorrectedNumbers(SaidNumbers said) {
        this.said = said;
        state = said.state;
    }

    boolean read() {
        return readMonths() || keepTraffic() || readTraffic() || readDataOfCalls();
    }

    /** {@code make it 1k calls even} about 900 calls to train on and 60 a day: without a period the number is of the value that it is near. */
    private boolean readDataOfCalls() {
        BigDecimal data = said.value(SlotName.EXAMPLES);
        BigDecimal traffic = said.value(SlotName.REQUESTS_PER_DAY);
        boolean one = said.open().size() == 1 && said.again().isEmpty();
        if (data == null || traffic == null || !one || state.hasQuestionMark()) {
            return false;
        }
        int number = said.open().getFirst();
        boolean calls = state.isAt(number + 1, Measure.REQUEST)
                && !said.saysPeriod(number + 1)
                && !state.hasTypedAnywhere(Trait.TRAFFIC)
                && !state.has(Category.PERIODS);
        if (!calls || !isWithin(said.number(number), data, TWICE) || isWithin(said.number(number), traffic, FAR)) {
            return false;
        }
        said.state(SlotName.EXAMPLES, said.number(number), "", number);
        return true;
    }

    private static boolean isWithin(BigDecimal now, BigDecimal before, BigDecimal times) {
        return now.compareTo(before.multiply(times)) <= 0 && before.compareTo(now.multiply(times)) <= 0;
    }

    /** {@code three years instead of one year}, {@code eighteen months rather than six}. */
    private boolean readMonths() {
        BigDecimal before = said.value(SlotName.MONTHS);
        for (int i = 1; before != null && i < state.size(); i++) {
            TimeUnit unit = state.isAt(i + 1, Cue.INSTEAD_OF) && state.isNumberAt(i - 1) ? state.timeAt(i) : null;
            if (unit == null || !unit.isLong()) {
                continue;
            }
            int old = state.hasTyped(i + 2, Trait.DEFINITE_ARTICLE) ? i + 3 : i + 2;
            TimeUnit saidOfOld = state.timeAt(old + 1);
            TimeUnit ofOld = saidOfOld == null ? unit : saidOfOld;
            BigDecimal count = state.isNumberAt(old)
                    ? said.number(old)
                    : state.isOneAt(old) || state.isAt(old, Cue.ARTICLE) ? BigDecimal.ONE : null;
            BigDecimal months = count == null ? null : ofOld.months(count).orElse(null);
            BigDecimal now = unit.months(said.number(i - 1)).orElse(null);
            if (months != null && now != null && months.compareTo(before) == 0) {
                said.state(SlotName.MONTHS, now, "", i - 1);
                state.candidates.settle(old);
                state.token(old).use = Token.Use.KNOWN_NON_SLOT;
                return true;
            }
        }
        return false;
    }

    /** {@code staffed twelve hours a day, the 800 stay as they are}: the traffic of before. */
    private boolean keepTraffic() {
        BigDecimal before = said.value(SlotName.REQUESTS_PER_DAY);
        for (int i : said.again()) {
            int verb = state.isUnitAt(i + 1) ? i + 2 : i + 1;
            boolean stays = state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE) && state.hasTyped(verb, Trait.FITS_SUM);
            if (before != null && stays && said.number(i).compareTo(before) == 0) {
                said.state(SlotName.REQUESTS_PER_DAY, before, "", i);
                return true;
            }
        }
        return false;
    }

    private boolean readTraffic() {
        BigDecimal before = said.value(SlotName.REQUESTS_PER_DAY);
        if (before == null || state.hasQuestionMark() || state.has(Cue.VALIDATION)) {
            return false;
        }
        if (readOnTop(before)) {
            return true;
        }
        int former = -1;
        for (int i : said.again()) {
            boolean ofTraffic = perDay(i).compareTo(before) == 0 && !state.isAt(i + 1, Measure.EXAMPLE);
            former = ofTraffic && isDenied(i) ? i : former;
        }
        boolean rate = former >= 0 && said.periodBehind(former) != null;
        // "Put 21 000 a month, since grade 7 parents write the most".
        List<Integer> open = said.open().stream()
                .filter(i -> !rate || said.open().size() == 1 || said.periodBehind(i) != null)
                .toList();
        if (former < 0 || open.size() != 1) {
            return false;
        }
        int now = open.getFirst();
        if (now < former || !said.mayBeTraffic(now)) {
            return false;
        }
        said.state(SlotName.REQUESTS_PER_DAY, perDay(now), "", now);
        return true;
    }

    /** {@code on top of the 800 come 120 calls a day from the islands}. */
    private boolean readOnTop(BigDecimal before) {
        if (said.again().size() != 1 || said.open().size() != 1) {
            return false;
        }
        int again = said.again().getFirst();
        int more = said.open().getFirst();
        int of = state.hasTyped(again - 1, Trait.DEFINITE_ARTICLE) ? again - 2 : again - 1;
        boolean onTop = state.isAt(of, Cue.OF)
                && state.isAt(of - 1, Cue.ADD)
                && perDay(again).compareTo(before) == 0;
        if (!onTop || said.periodBehind(more) == null || !said.mayBeTraffic(more)) {
            return false;
        }
        String arithmetic = SaidNumbers.text(before) + " + " + SaidNumbers.text(perDay(more));
        said.state(SlotName.REQUESTS_PER_DAY, before.add(perDay(more)), arithmetic, more);
        return true;
    }

    private BigDecimal perDay(int number) {
        TimeUnit unit = said.periodBehind(number);
        BigDecimal value = said.number(number);
        return unit == null ? value : SaidNumbers.rounded(unit.perDay(value));
    }

    /** {@code not 12000}, {@code it ain't 45 a day}, {@code forget the 160}, {@code I said 18 000 a month}. */
    private boolean isDenied(int number) {
        int first = Math.max(state.clause(number).first(), number - REACH);
        for (int i = first; i < number; i++) {
            boolean told = state.hasTyped(i, Trait.SPEAKS) || state.hasTyped(i, Trait.TOLD_YOU);
            boolean mine = told && state.hasTyped(i - 1, Trait.ASKER);
            if (state.isAt(i, Cue.NOT) || state.hasTyped(i, Trait.NEGATES) || state.isAt(i, Cue.DROP) || mine) {
                return !isAlso(number);
            }
        }
        return false;
    }

    /** {@code not only 800}. */
    private boolean isAlso(int number) {
        return state.hasTyped(number - 1, Trait.SOLE);
    }
}
