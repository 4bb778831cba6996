package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Amounts;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Multiplies people who come in a period by what each of them asks: {@code 800 visitors a day who ask 3 questions each} are 2,400
 * requests.
 */
final class RequestsPerPerson {
    /** The most requests of one visit. */
    private static final BigDecimal MOST = BigDecimal.valueOf(50);

    /** The most words between the word for each and what one asks. */
    private static final int REACH = 6;

    /** The most words between a count and the noun for people, it included. */
    private static final int NOUN_REACH = 3;

    private final ParseState state;
    private final Periods periods;
    private final HeadCount headCount;

    RequestsPerPerson(ParseState state) {
        this.state = state;
        periods = new Periods(state);
        headCount = new HeadCount(state);
    }

    /**
     * People who come in a period.
     *
     * @param perDay their number a day
     */
    private record Visitors(int number, int noun, Numeral perDay) {}

    /** Puts the product in the place of the only rate, or where none is read yet. */
    void read() {
        if (!state.candidates.has(SlotName.REQUESTS_PER_DAY) && oneOfEach()) {
            return;
        }
        product();
    }

    /** {@code our 640 students write one diary per day}: as many as they are. */
    private boolean oneOfEach() {
        for (int one = 1; one < state.size(); one++) {
            int noun = isOne(one) ? one + 1 : -1;
            TimeUnit time = noun < 0 || state.isNumberAt(noun) ? null : periods.timeAfter(noun);
            int heads = time == null || time.days().isEmpty() ? -1 : senders(one);
            if (time == null && noun > 0 && state.isAt(noun + 1, Cue.PER) && !state.isNumberAt(noun)) {
                // "one essay per pupil per week"
                time = periods.timeAfter(noun + 2);
                heads = time == null || time.days().isEmpty() ? -1 : headCount.counted(noun + 2, one);
            }
            if (heads >= 0 && time != null) {
                Numeral said = Numeral.of(headCount.all(heads));
                Numeral perDay = time == TimeUnit.DAY ? said : said.converted(time::perDay);
                state.candidates.withdraw(heads);
                state.candidates.addDerived(SlotName.REQUESTS_PER_DAY, perDay, heads);
                state.candidates.settle(heads);
                state.use(heads, one, Token.Use.CONNECTIVE);
                state.token(heads).use = Token.Use.SLOT;
                return true;
            }
        }
        return false;
    }

    private boolean isOne(int i) {
        return state.isOneAt(i)
                || (state.isCountAt(i) && state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0);
    }

    /** Returns the 640 of {@code 640 students write} before what each of them sends, or -1. */
    private int senders(int one) {
        boolean sends = false;
        int first = Math.max(state.clause(one).first(), one - REACH);
        for (int i = one - 1; i >= first; i--) {
            if (state.isNumberAt(i)) {
                return sends && state.isCountAt(i) && people(i) >= 0 ? i : -1;
            }
            sends |= state.hasTyped(i, Trait.ASKS_BOT) || state.hasTyped(i, Trait.SENDS);
        }
        return -1;
    }

    private void product() {
        boolean each = state.has(Cue.EACH) || state.has(Cue.EVERY) || state.has(Cue.PER) || state.has(Cue.AVERAGE);
        Visitors visitors = each || state.hasTypedAnywhere(Trait.EACH_ONE) ? visitors() : null;
        int asked = visitors == null ? -1 : asked(visitors);
        if (visitors == null || asked < 0) {
            return;
        }
        BigDecimal times = state.token(asked).numeral().value();
        state.candidates.withdraw(visitors.number());
        state.candidates.withdraw(asked);
        state.candidates.addDerived(
                SlotName.REQUESTS_PER_DAY, visitors.perDay().converted(times::multiply), visitors.number());
        state.candidates.settle(visitors.number());
        state.candidates.settle(asked);
        state.use(visitors.number(), visitors.noun(), Token.Use.CONNECTIVE);
        state.token(visitors.number()).use = Token.Use.SLOT;
        state.use(asked, asked, Token.Use.CONNECTIVE);
    }

    /** Returns the people of the only rate, or, where none is read, those with a period; or null. */
    private @Nullable Visitors visitors() {
        List<SlotCandidates.Candidate> rates =
                state.candidates.amounts(SlotName.REQUESTS_PER_DAY).toList();
        if (rates.size() == 1) {
            SlotCandidates.Candidate rate = rates.getFirst();
            // What was worked out from the people has what each of them asks in it.
            int noun = rate.arithmetic() == null ? people(rate.token()) : -1;
            return noun < 0 ? null : new Visitors(rate.token(), noun, rate.numeral());
        }
        for (int i = 0; rates.isEmpty() && state.hasTypedAnywhere(Trait.HEADS) && i < state.size(); i++) {
            int noun = state.isCountAt(i) ? people(i) : -1;
            // "800 daily visitors" come in a day.
            boolean daily = noun == i + 2 && state.isAt(i + 1, Category.PERIODS);
            TimeUnit time = noun < 0 ? null : daily ? periods.timeAt(i + 1) : periods.timeAfter(noun);
            if (time != null && time.days().isPresent()) {
                Numeral said = Amounts.counted(state.token(i).numeral());
                return new Visitors(i, noun, time == TimeUnit.DAY ? said : said.converted(time::perDay));
            }
        }
        return null;
    }

    private int people(int number) {
        for (int i = number + 1; i <= number + NOUN_REACH && !state.isBreakAt(i) && !state.isNumberAt(i); i++) {
            if (headCount.isHead(i)) {
                return i;
            }
        }
        return -1;
    }

    private int asked(Visitors visitors) {
        int first = state.sentence(visitors.number()).first();
        int end = endOfNext(visitors.number());
        for (int i = first; i < end; i++) {
            int things = i != visitors.number() && isFew(i) ? things(i) : -1;
            boolean each = things > i
                    && (isEachAt(things + 1)
                            || isPerPerson(things + 1, visitors.noun())
                            || isEachBefore(i, visitors.noun()));
            if (each) {
                return i;
            }
        }
        return -1;
    }

    private int endOfNext(int number) {
        int end = state.sentence(number).end();
        return end + 1 < state.size() ? state.sentence(end + 1).end() : end;
    }

    private boolean isFew(int number) {
        return state.isCountAt(number)
                && !state.token(number).numeral().isRange()
                && !state.isSize(number)
                && state.token(number).numeral().value().signum() > 0
                && state.token(number).numeral().value().compareTo(MOST) <= 0;
    }

    /** Returns the noun of what is asked, with no period behind it: {@code 3 questions}, {@code 2 follow-ups}; or -1. */
    private int things(int number) {
        int unit = state.unitFinder.right(number);
        int noun = unit >= 0 ? unit : state.isPluralAt(number + 1) ? number + 1 : -1;
        boolean sent = unit < 0 || state.isAt(unit, Measure.REQUEST) || state.isAt(unit, Measure.ITEM);
        return sent && noun > number && !state.hasTyped(noun, Trait.HEADS) && !state.isRateAt(noun + 1) ? noun : -1;
    }

    private boolean isEachAt(int i) {
        return state.isAt(i, Cue.EACH) || state.hasTyped(i, Trait.EACH_ONE);
    }

    /** {@code per visitor}, {@code per person}, {@code for every guest}. */
    private boolean isPerPerson(int i, int people) {
        int per = state.isAt(i, Cue.FOR) ? i + 1 : i;
        return (state.isAt(per, Cue.PER) || state.isAt(per, Cue.EACH) || state.isAt(per, Cue.EVERY))
                && isOneOf(per + 1, people);
    }

    /** {@code each of them asks 3 questions}, {@code every visitor sends 2 chats}, {@code each asking 4 things}. */
    private boolean isEachBefore(int number, int people) {
        boolean asks = false;
        for (int i = number - 1; i > people && i >= number - REACH && !state.isNumberAt(i); i--) {
            boolean each = state.isAt(i, Cue.EACH) || state.hasTyped(i, Trait.EACH_ONE);
            boolean every = (state.isAt(i, Cue.EVERY) || state.isAt(i, Cue.AVERAGE)) && isOneOf(i + 1, people);
            if (asks && (each || every)) {
                return true;
            }
            asks |= state.hasTyped(i, Trait.ASKS_BOT) || state.hasTyped(i, Trait.SENDS);
        }
        return false;
    }

    private boolean isOneOf(int one, int people) {
        if (state.at(one) == null || state.isNumberAt(one)) {
            return false;
        }
        String singular = state.typed(one, one);
        return state.hasTyped(one, Trait.SOMEONE)
                || (singular.length() > 2
                        && state.typed(people, people).startsWith(singular.substring(0, singular.length() - 1)));
    }
}
