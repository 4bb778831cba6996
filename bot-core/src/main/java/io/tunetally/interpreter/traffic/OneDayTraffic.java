package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SlotCandidates;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Traffic of one day that does not come again: {@code 20,000 requests in one day}, {@code a one-day event, 500 questions}. */
final class OneDayTraffic {
    private final ParseState state;
    private final DailyRequests dailyRequests;
    private @Nullable Boolean event;
    /** The number of {@code a single day}; -1 if there is none. */
    private int one = -1;

    OneDayTraffic(ParseState state, DailyRequests dailyRequests) {
        this.state = state;
        this.dailyRequests = dailyRequests;
    }

    /** Makes requests without a period those of the day of an event; of items only where nothing is trained. */
    boolean read(int number, int unit) {
        boolean ofEvent = number < unit
                && isEvent()
                && state.isNumberAt(number)
                && !state.candidates.has(SlotName.REQUESTS_PER_DAY)
                && !state.clause(number).namesTrainingWork();
        if (ofEvent) {
            dailyRequests.claim(number, TimeUnit.DAY, number, unit);
        }
        return ofEvent && state.candidates.isOf(SlotName.REQUESTS_PER_DAY, number);
    }

    /** Limits the traffic to its day unless a longer time was said. */
    void settle() {
        if (!state.candidates.has(SlotName.REQUESTS_PER_DAY)) {
            return;
        }
        List<SlotCandidates.Candidate> traffic = state.candidates
                .amounts(SlotName.REQUESTS_PER_DAY)
                .filter(each -> !each.replaced())
                .toList();
        boolean timed = state.candidates.has(SlotName.MONTHS)
                || state.candidates.has(SlotName.DAYS)
                || state.candidates.has(SlotName.HOSTING_HOURS);
        if (traffic.size() == 1
                && !timed
                && (isEvent() || isInOneDay(traffic.getFirst().token()))) {
            state.candidates.addDerived(
                    SlotName.DAYS,
                    Numeral.of(BigDecimal.ONE),
                    traffic.getFirst().token());
            if (one >= 0) {
                state.token(one).use = Token.Use.CONNECTIVE;
            }
        }
    }

    private boolean isEvent() {
        if (event == null) {
            boolean possible = state.hasTypedAnywhere(Trait.EVENT)
                    || state.hasTypedAnywhere(Trait.SINGLE)
                    || state.hasTypedAnywhere(Trait.ONE_TIME);
            event = possible && findEvent();
        }
        return event;
    }

    /** {@code launch day}, {@code a single day}, {@code a one-day event}, {@code black friday}, {@code a fair on Saturday}. */
    private boolean findEvent() {
        for (int i = 1; i < state.size(); i++) {
            boolean named = state.hasTyped(i, Trait.DAY_NAME);
            boolean day = named || (state.isAt(i, Measure.DAY) && !state.isPluralAt(i));
            int before = state.isSymbolAt(i - 1, '-') ? i - 2 : i - 1;
            boolean ofEvent = state.hasTyped(before, Trait.EVENT)
                    || state.hasTyped(before, Trait.SINGLE)
                    || state.hasTyped(before, Trait.ONE_TIME)
                    || (isOne(before) && state.hasTyped(i + 1, Trait.EVENT))
                    || (named && state.isAt(i - 1, Cue.ON) && state.hasTyped(i - 2, Trait.EVENT));
            if (day && ofEvent) {
                one = state.isNumberAt(before) ? before : -1;
                return true;
            }
        }
        return false;
    }

    private boolean isOne(int i) {
        return state.isNumberAt(i) && state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0;
    }

    /** {@code 20000 requests in one day}, but not {@code we receive 35 mails in one day}, which tells of every day. */
    private boolean isInOneDay(int number) {
        if (!state.hasTypedAnywhere(Trait.IN_ONE_DAY)) {
            return false;
        }
        boolean said = false;
        for (int i = state.sentence(number).first(); i < state.sentence(number).end(); i++) {
            if (i < number && state.isAt(i, Cue.PERSON)) {
                return false;
            }
            said |= i > number && state.hasTyped(i, Trait.IN_ONE_DAY);
        }
        return said;
    }
}
