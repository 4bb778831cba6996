package io.tunetally.interpreter.entity;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The days from one training to the next: {@code retrain weekly}. */
final class RetrainInterval {
    /** The most words from a word of retraining to its period: {@code retrain the support model every week}. */
    private static final int REACH = 6;

    /** The same from a word of tuning, which is often said of one model that something else happens to. */
    private static final int TUNING_REACH = 3;

    /** The most words from the period that opens a sentence to its word of retraining. */
    private static final int REACH_OF_LEADING = 16;

    /** A longer message has other matters, too. */
    private static final int SHORT = 10;

    private final ParseState state;

    RetrainInterval(ParseState state) {
        this.state = state;
    }

    /** {@code retrain weekly}, {@code monthly retraining}, {@code retrain every month}, {@code tune it nightly}. */
    void read(int i) {
        // "a tuned llama 8b monthly": what is tuned already is not tuned every month.
        if (state.hasTyped(i, Trait.TUNED) && state.isAt(i + 1, Category.MODELS)) {
            return;
        }
        int at = state.isAt(i - 1, Category.PERIODS) ? i - 1 : -1;
        int reach = state.isAt(i, Cue.RETRAIN) ? REACH : TUNING_REACH;
        for (int k = i + 1; k < Math.min(i + reach, state.clause(i).end()) && at < 0 && !state.isNumberAt(k); k++) {
            boolean every = (state.isAt(k, Cue.EVERY) || state.isAt(k, Cue.EACH)) && state.measureAt(k + 1) != null;
            at = state.isAt(k, Category.PERIODS) ? k : every ? k + 1 : -1;
        }
        at = at < 0 && state.isAt(i, Cue.RETRAIN) ? leading(i) : at;
        if (at >= 0) {
            fill(at);
        } else {
            often(i);
        }
    }

    /** Returns the period that opens the sentence of {@code every month we add 800 examples and retrain it}, or -1. */
    private int leading(int retrain) {
        int first = state.sentence(retrain).first();
        boolean every =
                (state.isAt(first, Cue.EVERY) || state.isAt(first, Cue.EACH)) && state.measureAt(first + 1) != null;
        int at = state.isAt(first, Category.PERIODS) ? first : every ? first + 1 : -1;
        if (retrain - first > REACH_OF_LEADING) {
            return -1;
        }
        for (int i = first; at >= 0 && i < retrain; i++) {
            boolean ofTraffic = state.isAt(i, Measure.REQUEST);
            if (ofTraffic || (state.isNumberAt(i) && state.candidates.isOf(SlotName.REQUESTS_PER_DAY, i))) {
                return -1;
            }
        }
        return at;
    }

    /** {@code training every week}, {@code we train qwen3-14b lora every week}: nothing but the model between. */
    void readTraining(int i) {
        int at = i + 1;
        while (state.isAt(at, Category.MODELS)
                || state.isAt(at, Category.METHODS)
                || state.isAt(at, Cue.THEM)
                || state.isAt(at, Trait.PRONOUN)) {
            at++;
        }
        boolean every = (state.isAt(at, Cue.EVERY) || state.isAt(at, Cue.EACH)) && state.measureAt(at + 1) != null;
        int period = state.isAt(at, Category.PERIODS) ? at : every ? at + 1 : -1;
        if (period >= 0 && state.token(period).use == Token.Use.NOTHING && !state.has(Measure.REQUEST)) {
            fill(period);
        }
    }

    /** {@code retraining twice a year}, {@code retrain it 4 times a year}. */
    private void often(int i) {
        int end = Math.min(i + REACH, state.clause(i).end() - 2);
        for (int k = i + 1; k < end && state.isAt(i, Cue.RETRAIN); k++) {
            int per = state.isAt(k + 1, Measure.TIMES) ? k + 2 : k + 1;
            Measure period = state.measureAt(per + 1);
            BigDecimal times = timesAt(k);
            boolean rate = state.isAt(per, Cue.PER) || state.isAt(per, Cue.ARTICLE);
            if (times != null && rate && period != null && period.time() != null) {
                Optional<BigDecimal> days = period.time().days();
                if (days.isPresent() && days.get().compareTo(times) >= 0) {
                    put(days.get().divide(times, 0, RoundingMode.HALF_UP), k, per + 1);
                }
                return;
            }
        }
    }

    private @Nullable BigDecimal timesAt(int k) {
        Token token = state.token(k);
        boolean counted = token.isNumber() && (state.isAt(k + 1, Measure.TIMES) || state.hasTyped(k, Trait.REPEATS));
        if (counted) {
            return token.numeral().value();
        }
        return token.is(Category.NUMBERS) && token.lexeme != null && state.hasTyped(k, Trait.REPEATS)
                ? new BigDecimal(token.lexeme.value())
                : null;
    }

    private void put(BigDecimal days, int first, int last) {
        state.candidates.withdraw(first);
        TextSpan span = state.span(first, last);
        state.slots.put(
                SlotName.RETRAIN_EVERY_DAYS, new Slot<>(days.longValueExact(), null, Origin.DERIVED, span, false));
        state.use(first, last, Token.Use.SLOT);
    }

    /** {@code the adapter is refreshed weekly}, {@code it has to be updated every month}: said of a model. */
    void readRefreshed(int i) {
        boolean refreshes = state.hasTyped(i, Trait.REFRESHES);
        if (refreshes && (isOfModel(i) || isPlanned(i))) {
            read(i);
        }
    }

    /** {@code weekly refresh with 1k examples}, {@code refresh gpt-oss-20b quarterly}. */
    private boolean isPlanned(int verb) {
        boolean periodic = state.isAt(verb - 1, Category.PERIODS) || state.isAt(verb + 1, Category.PERIODS);
        boolean data = periodic && state.candidates.hasData();
        return data || state.isAt(verb + 1, Category.MODELS);
    }

    private boolean isOfModel(int verb) {
        for (int i = verb - 1; i >= Math.max(state.clause(verb).first(), verb - REACH); i--) {
            boolean known = !state.remembered.isEmpty() && state.hasTyped(i, Trait.PRONOUN);
            boolean model = state.isAt(i, Category.MODELS)
                    || state.isAt(i, Category.METHODS)
                    || state.hasTyped(i, Trait.TUNED_THING);
            if (known || model) {
                return true;
            }
        }
        return false;
    }

    /** {@code quarterly is enough}, {@code weekly would be better}: the only matter of an edit, in a conversation about retraining. */
    void readEdit() {
        boolean open = state.remembered.has(SlotName.RETRAIN_EVERY_DAYS)
                && !state.slots.has(SlotName.RETRAIN_EVERY_DAYS)
                && state.size() <= SHORT
                && !state.has(Measure.REQUEST)
                && !state.has(Measure.DOLLAR)
                && state.candidates.all().isEmpty()
                && state.candidates.money().isEmpty();
        int period = -1;
        for (int i = 0; open && i < state.size(); i++) {
            boolean every = state.isAt(i, Cue.EVERY) || state.isAt(i, Cue.EACH) || state.isAt(i, Cue.PER);
            int at = state.isAt(i, Category.PERIODS) ? i : every && state.measureAt(i + 1) != null ? i + 1 : -1;
            // "forget weekly, once a month is enough": of two periods the one of before is given up.
            boolean taken = at < 0 || state.token(at).use == Token.Use.SLOT || (period >= 0 && isRemembered(at));
            period = taken || (period >= 0 && !isRemembered(period)) ? period : at;
        }
        if (period >= 0) {
            fill(period);
        }
    }

    private boolean isRemembered(int at) {
        Measure period = state.measureAt(at);
        Long days = state.remembered.value(SlotName.RETRAIN_EVERY_DAYS);
        return days != null
                && period != null
                && period.time() != null
                && period.time()
                        .days()
                        .filter(each -> each.compareTo(BigDecimal.valueOf(days)) == 0)
                        .isPresent();
    }

    private void fill(int at) {
        Measure period = state.measureAt(at);
        if (period == null) {
            return;
        }
        Optional<BigDecimal> days = Optional.ofNullable(period.time()).flatMap(TimeUnit::days);
        if (days.isPresent()) {
            TextSpan span = state.span(at, at);
            state.slots.put(
                    SlotName.RETRAIN_EVERY_DAYS,
                    new Slot<>(days.get().longValueExact(), null, Origin.DERIVED, span, false));
            state.token(at).use = Token.Use.SLOT;
        }
    }
}
