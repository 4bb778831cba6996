package io.tunetally.interpreter.traffic;

import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.Sentence;
import io.tunetally.interpreter.token.Token;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** All that a model answered in a period that is over, which is its traffic: {@code the bot did 2.1M messages in April}. */
final class PastTotals {
    /** The most words between a verb and its number, or its subject: {@code replied to all 660,000}. */
    private static final int REACH = 4;

    /** The most words between traffic and its number: {@code traffic of last month was 330k}. */
    private static final int REACH_OF_TRAFFIC = 8;

    /** The most words between a number and its period. */
    private static final int REACH_OF_PERIOD = 12;

    private final ParseState state;
    private final Periods periods;
    private final DailyRequests dailyRequests;

    PastTotals(ParseState state, Periods periods, DailyRequests dailyRequests) {
        this.state = state;
        this.periods = periods;
        this.dailyRequests = dailyRequests;
    }

    /** Claims a number if its sentence says that it was served in a period. */
    boolean read(int number, int unit) {
        if (unit < number || !isServed(number, unit)) {
            return false;
        }
        Periods.Past past = past(number, unit);
        if (past == null || dailyRequests.isPeak(number)) {
            return false;
        }
        dailyRequests.claim(number, past.unit(), past.count(), number, unit);
        state.use(past.first(), past.last(), Token.Use.CONNECTIVE);
        return true;
    }

    /** True of requests, and of other things behind the verb of a bot or of a service. */
    private boolean isServed(int number, int unit) {
        boolean requests = state.isAt(unit, Measure.REQUEST);
        int first = Math.max(state.sentence(number).first(), number - REACH);
        for (int verb = number - 1; verb >= first && !state.isNumberAt(verb); verb--) {
            if (state.hasTyped(verb, Trait.ANSWERS_TRAFFIC)) {
                return requests || state.hasTyped(verb, Trait.SERVES_TRAFFIC) || isBot(verb);
            }
        }
        return requests && !state.clause(number).namesTraining() && (isOfTraffic(number) || isBilled(number));
    }

    /** {@code last month's invoice: $4,812 for gpt-4.1, about 190k requests}. */
    private boolean isBilled(int number) {
        boolean bill = false;
        boolean sum = false;
        for (int i = state.sentence(number).first(); i < number; i++) {
            bill |= !state.isNumberAt(i) && state.hasTyped(i, Trait.BILLED_SUM);
            sum |= bill && state.isMoneyAt(i);
        }
        return sum;
    }

    /** {@code traffic of last month was 330k requests}. */
    private boolean isOfTraffic(int number) {
        for (int i = Math.max(state.sentence(number).first(), number - REACH_OF_TRAFFIC); i < number; i++) {
            if (state.isAt(i, Trait.TRAFFIC) || state.hasTyped(i, Trait.TRAFFIC)) {
                return true;
            }
        }
        return false;
    }

    private boolean isBot(int verb) {
        for (int i = verb - 1; i >= Math.max(state.sentence(verb).first(), verb - REACH); i--) {
            if (state.hasTyped(i, Trait.TUNED_THING) || state.hasTyped(i, Trait.BOT)) {
                return true;
            }
        }
        return false;
    }

    private Periods.@Nullable Past past(int number, int unit) {
        Sentence sentence = state.sentence(number);
        int end = Math.min(Math.min(sentence.end(), state.size()), unit + REACH_OF_PERIOD);
        int first = isBilled(number) ? sentence.first() : Math.max(sentence.first(), number - REACH_OF_PERIOD);
        for (int i = first; i < end; i++) {
            Periods.Past past = periods.past(i);
            if (past != null) {
                return past;
            }
            if (state.hasTyped(i, Trait.YESTERDAY)) {
                return new Periods.Past(i, i, TimeUnit.DAY, BigDecimal.ONE);
            }
            boolean week = state.isAt(i, Cue.PAST) && periods.timeAt(i + 1) == TimeUnit.WEEK;
            if (week || state.hasTyped(i, Trait.LAST_WEEK)) {
                return new Periods.Past(i, week ? i + 1 : i, TimeUnit.WEEK, BigDecimal.ONE);
            }
        }
        return null;
    }
}
