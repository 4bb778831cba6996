package io.tunetally.interpreter.run;

import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Problem;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The days from one training to the next: {@code retrain weekly}. */
public final class RetrainInterval {
    /** The most words from a word of retraining to its period: {@code retrain the support model every week}. */
    private static final int REACH = 6;

    /** The same from a word of tuning, which is often said of one model that something else happens to. */
    private static final int TUNING_REACH = 3;

    /** The most words from the period that opens a sentence to its word of retraining. */
    private static final int REACH_OF_LEADING = 16;

    /** The most words from the beginning of a conclusion to its period: {@code which is quarterly}. */
    private static final int REACH_OF_CONCLUSION = 4;

    /** The least days from one training to the next, where nothing says that something is trained. */
    private static final BigDecimal SELDOM = BigDecimal.valueOf(5);

    /** A longer message has other matters, too. */
    private static final int SHORT = 10;

    /** {@code 90d}. */
    private static final Pattern SHORT_SPAN = Pattern.compile("(\\d{1,3}+)([a-z])");

    private final ParseState state;

    public RetrainInterval(ParseState state) {
        this.state = state;
    }

    /**
     * Reads how often the job of a conversation is done again, before its words are read as traffic: {@code what if we do it again each term, three
     * terms a year}, {@code and if we repeat it every quarter}.
     */
    public static void readAgain(ParseState state) {
        boolean job = state.remembered.has(SlotName.EXAMPLES) || state.remembered.has(SlotName.TOTAL_TOKENS);
        if (state.mayEdit() && job && !state.has(Measure.REQUEST) && state.size() <= SHORT + SHORT) {
            new RetrainInterval(state).readJobAgain();
        }
    }

    private void readJobAgain() {
        for (int i = 0; i + 2 < state.size(); i++) {
            boolean verb = !state.isNumberAt(i)
                    && (state.hasTyped(i, Trait.DOES_AGAIN)
                            || state.hasTyped(i, Trait.REPEATS_JOB)
                            || state.isAt(i, Cue.RETRAIN)
                            || state.isAt(i, Category.TUNING)
                            || state.isAt(i, Cue.TRAINING));
            int behind = verb && isJob(i + 1) ? behindJob(i + 1) : -1;
            int next = behind >= 0 && isAgain(behind) ? behind + 1 : behind;
            TrainingInterval interval = next < 0 ? null : TrainingInterval.often(state, next);
            interval = interval == null && next >= 0 ? TrainingInterval.termsOfYear(state, next) : interval;
            interval = interval == null && next >= 0 ? TrainingInterval.at(state, next) : interval;
            if (interval != null && interval.days().compareTo(SELDOM) >= 0) {
                fill(interval);
                useCounted(interval.last() + 1);
                state.impliesEdit();
                return;
            }
        }
    }

    private boolean isAgain(int i) {
        return state.at(i) != null && !state.isNumberAt(i) && state.hasTyped(i, Trait.AGAIN);
    }

    /** {@code it}, {@code the training}, {@code the whole thing}. */
    private boolean isJob(int i) {
        return state.hasTyped(i, Trait.PRONOUN)
                || (state.hasTyped(i, Trait.DEFINITE_ARTICLE)
                        && (state.isAt(i + 1, Cue.TRAINING)
                                || state.isAt(i + 1, Category.TUNING)
                                || state.hasTyped(i + 1, Trait.WHOLE_JOB)));
    }

    private int behindJob(int i) {
        return state.hasTyped(i, Trait.PRONOUN) ? i + 1 : i + 2;
    }

    /** Marks the {@code three terms a year} behind {@code each term}, which says the same. */
    private void useCounted(int from) {
        for (int k = from; k < state.size(); k++) {
            TrainingInterval counted = TrainingInterval.termsOfYear(state, k);
            if (counted != null) {
                state.use(counted.first(), counted.last(), Token.Use.CONNECTIVE);
                state.candidates.setAside(counted.first());
                return;
            }
        }
    }

    /** {@code retrain weekly}, {@code monthly retraining}, {@code retrain every month}, {@code tune it nightly}. */
    public void read(int i) {
        // "a tuned llama 8b monthly", "tuned nano monthly": what is tuned already is not tuned every month.
        if (state.hasTyped(i, Trait.TUNED) && (state.isAt(i + 1, Category.MODELS) || state.isOfMention(i + 1))) {
            return;
        }
        if (RepeatedTraining.isOfPeople(state, i)) {
            return;
        }
        // "after tuning daily 700 requests": the period is that of what comes afterwards.
        if (state.isAt(i - 1, Trait.AFTER) && !state.isAt(i, Cue.RETRAIN)) {
            return;
        }
        TrainingInterval interval = state.isAt(i - 1, Category.PERIODS) || TrainingInterval.isFortnight(state, i - 1)
                ? TrainingInterval.at(state, i - 1)
                : null;
        interval = interval == null ? assigned(i) : interval;
        int reach = state.isAt(i, Cue.RETRAIN) || state.hasTyped(i, Trait.REFRESHES) ? REACH : TUNING_REACH;
        int first = behindName(i + 1);
        int end = Math.min(first - 1 + reach, state.clause(i).end());
        interval = interval == null ? once(i) : interval;
        for (int k = first; k < end && interval == null && isBeforeInterval(i, k); k++) {
            interval = TrainingInterval.at(state, k);
        }
        interval = interval == null && state.isAt(i, Cue.RETRAIN) ? concluded(i) : interval;
        interval = interval == null && state.isAt(i, Cue.RETRAIN) ? leading(i) : interval;
        if (interval != null && isOfCost(i, interval)) {
            return;
        }
        if (interval != null) {
            fill(interval);
        } else {
            often(i);
        }
    }

    /** A number begins other matters, but not the 1st of a month. */
    private boolean isBeforeInterval(int retrain, int k) {
        boolean other = state.isNumberAt(k) && !state.hasTyped(k + 1, Trait.DAY_OF_MONTH);
        return !other && !isCostOfTuned(retrain, k);
    }

    /** Returns the interval of {@code one retrain per quarter}, {@code a retraining a month}, or null. */
    private @Nullable TrainingInterval once(int retrain) {
        boolean one = state.isAt(retrain, Cue.RETRAIN) && (isOne(retrain - 1) || state.isAt(retrain - 1, Cue.ARTICLE));
        boolean rate = one && (state.isAt(retrain + 1, Cue.PER) || state.isAt(retrain + 1, Cue.ARTICLE));
        return rate ? TrainingInterval.of(state, retrain + 1, retrain + 2, BigDecimal.ONE) : null;
    }

    private boolean isOne(int i) {
        return state.isNumberAt(i) && state.token(i).numeral().value().compareTo(BigDecimal.ONE) == 0;
    }

    /** {@code 微调Qwen3 8B每月要多少钱}, how much a month: a period right before the question for the cost is that of the cost. */
    private boolean isOfCost(int tuning, TrainingInterval interval) {
        boolean ofCost = state.text.isTranslated()
                && (state.isAt(interval.last() + 1, Category.INTENTS)
                        || state.isAt(interval.first() - 1, Category.INTENTS));
        return (ofCost || isOfRunning(state, interval) || isPriceOfTuned(tuning, interval))
                && !state.isAt(tuning, Cue.RETRAIN);
    }

    /** {@code 200 calls a day, llama 8b tuned monthly?}: the period that ends a question about traffic is that of the price. */
    private boolean isPriceOfTuned(int tuned, TrainingInterval interval) {
        return state.hasTyped(tuned, Trait.TUNED)
                && state.isOfMention(tuned - 1)
                && interval.first() == tuned + 1
                && (state.isSymbolAt(interval.last() + 1, '?')
                        || (state.isBreakAt(interval.last() + 1) && !state.has(Measure.YEAR)))
                && state.measureAt(interval.last()) == Measure.MONTH
                && state.candidates.has(SlotName.REQUESTS_PER_DAY);
    }

    /** {@code training and the monthly run cost}: the period is that of running. */
    static boolean isOfRunning(ParseState state, TrainingInterval interval) {
        int next = interval.last() + 1;
        // "150 monthly to run", "200 monthly for running"
        boolean purpose = (state.isAt(next, Cue.TO) || state.isAt(next, Cue.FOR))
                && state.hasTyped(next + 1, Trait.RUNS_MODEL)
                && state.isNumberAt(interval.first() - 1);
        return purpose
                || (state.hasTyped(next, Trait.RUNS_MODEL)
                        && (state.isAt(next, Category.INTENTS)
                                || state.isAt(next + 1, Category.INTENTS)
                                || state.hasTyped(next + 1, Trait.PRICE_NOUN)));
    }

    /** Returns the index behind the gemma-3-4b of {@code retrain gemma-3-4b every month}: its numbers are no others. */
    private int behindName(int next) {
        int behind = next;
        while (behind < state.size() && state.isOfMention(behind)) {
            behind++;
        }
        return behind;
    }

    /** Returns the span of {@code --retrain 90d}, {@code retrain=30 days}, {@code retrain: 2w} in a command, or null. */
    private @Nullable TrainingInterval assigned(int retrain) {
        int span = state.isAssignmentAt(retrain + 1) ? retrain + 2 : retrain + 1;
        Token said = state.at(span);
        if (!state.terse || !state.isAt(retrain, Cue.RETRAIN) || said == null) {
            return null;
        }
        if (state.isNumberAt(span)) {
            boolean period =
                    state.measureAt(span + 1) != null && !said.numeral().isRange();
            return period
                    ? TrainingInterval.of(state, span, span + 1, said.numeral().value())
                    : null;
        }
        Matcher days = SHORT_SPAN.matcher(state.typed(span, span));
        if (said.kind != Token.Kind.CODE || !days.matches()) {
            return null;
        }
        BigDecimal count = new BigDecimal(days.group(1));
        return TimeUnit.abbreviated(days.group(2))
                .flatMap(TimeUnit::days)
                .map(each -> each.multiply(count))
                .filter(SlotName.RETRAIN_EVERY_DAYS.limits()::allow)
                .map(each -> new TrainingInterval(each, span, span))
                .orElse(null);
    }

    /** {@code what will it cost me tuned monthly}, {@code tuned cost me monthly}: the period is that of the cost. */
    private boolean isCostOfTuned(int tuned, int i) {
        return state.hasTyped(tuned, Trait.TUNED) && (state.hasTyped(i, Trait.COSTS) || state.hasTyped(i, Trait.PAID));
    }

    /** Returns the period of {@code we retrain after every release, so monthly really}, or null. */
    private @Nullable TrainingInterval concluded(int retrain) {
        int so = state.clause(retrain).end() + 1;
        int end = Math.min(state.sentence(retrain).end(), so + REACH_OF_CONCLUSION);
        boolean concludes = so < end && (state.hasTyped(so, Trait.CONCLUDES) || state.hasTyped(so, Trait.RELATIVE));
        TrainingInterval interval = null;
        for (int k = so + 1; concludes && k < end && interval == null && !state.isNumberAt(k); k++) {
            interval = TrainingInterval.at(state, k);
        }
        return interval;
    }

    /** Returns the period that opens the sentence of {@code every month we add 800 examples and retrain it}, or null. */
    private @Nullable TrainingInterval leading(int retrain) {
        int first = state.sentence(retrain).first();
        TrainingInterval interval = retrain - first > REACH_OF_LEADING ? null : TrainingInterval.at(state, first);
        for (int i = first; interval != null && i < retrain; i++) {
            boolean ofTraffic = state.isAt(i, Measure.REQUEST);
            if (ofTraffic || (state.isNumberAt(i) && state.candidates.isOf(SlotName.REQUESTS_PER_DAY, i))) {
                return null;
            }
        }
        return interval;
    }

    /** {@code training every week}, {@code we train qwen3-14b lora every week}: nothing but the model between. */
    public void readTraining(int i) {
        int at = i + 1;
        while (state.isAt(at, Category.MODELS)
                || state.isAt(at, Category.METHODS)
                || state.isAt(at, Cue.THEM)
                || state.isAt(at, Trait.PRONOUN)) {
            at++;
        }
        TrainingInterval interval = at < state.size() ? TrainingInterval.at(state, at) : null;
        if (interval != null && state.token(interval.last()).use == Token.Use.NOTHING && !state.has(Measure.REQUEST)) {
            fill(interval);
        }
    }

    private void fill(TrainingInterval interval) {
        TrainingInterval chosen = state.remembered.isEmpty() ? beforeOther(interval) : interval;
        put(chosen.days(), chosen.first(), chosen.last());
    }

    /** Returns the monthly of {@code monthly instead of quarterly}, {@code monthly vs quarterly retraining}, and says that the other is not used. */
    private TrainingInterval beforeOther(TrainingInterval interval) {
        int behind = interval.last() + 1;
        TrainingInterval next = isBesideOther(behind) ? TrainingInterval.at(state, behind + 1) : null;
        if (next != null) {
            sayBack(behind, next.last());
            return interval;
        }
        int link = interval.first() - 1;
        TrainingInterval before = isBesideOther(link) ? TrainingInterval.at(state, link - 1) : null;
        if (before == null) {
            return interval;
        }
        sayBack(link, interval.last());
        return before;
    }

    private boolean isBesideOther(int i) {
        return state.isAt(i, Cue.INSTEAD_OF) || state.isAt(i, Cue.VERSUS);
    }

    private void sayBack(int first, int last) {
        state.use(first, last, Token.Use.CONNECTIVE);
        state.add(new Problem.UnknownWord(state.typed(first, last), List.of(), state.span(first, last)));
    }

    /** {@code retraining twice a year}, {@code retrain it 4 times a year}. */
    private void often(int i) {
        int end = Math.min(i + REACH, state.clause(i).end() - 2);
        TrainingInterval found = null;
        for (int k = i + 1; k < end && found == null && state.isAt(i, Cue.RETRAIN); k++) {
            found = TrainingInterval.often(state, k);
        }
        if (found != null) {
            fill(found);
        }
    }

    /**
     * {@code twice a year}, {@code and 4 times a year?}: in a conversation about running a model nothing but retraining is done so
     * seldom.
     */
    public void readSeldom() {
        boolean alone = state.assumesLengths()
                && state.mayEdit()
                && state.size() <= SHORT
                && state.mentions.isEmpty()
                && !state.has(Measure.REQUEST)
                && !state.slots.has(SlotName.RETRAIN_EVERY_DAYS);
        for (int k = 0; alone && k < state.size(); k++) {
            TrainingInterval found = TrainingInterval.often(state, k);
            if (found != null && isRest(k, found.last() + 1)) {
                if (found.days().compareTo(SELDOM) >= 0) {
                    fill(found);
                }
                return;
            }
        }
    }

    /** True if nothing but small words stands before an interval, and nothing behind it. */
    private boolean isRest(int first, int next) {
        return isSpokenAlone(first - 1) && (next == state.size() || state.isBreakAt(next));
    }

    /** The {@code and} of {@code and twice a year}, {@code say twice a year}. */
    private boolean isSpokenAlone(int last) {
        for (int i = last; i >= 0; i--) {
            boolean small = state.isBreakAt(i)
                    || state.isAt(i, Cue.AND)
                    || state.isAt(i, Cue.SAME)
                    || state.isAt(i, Cue.ABOUT)
                    || state.isAt(i, Category.COURTESIES)
                    || state.isAt(i, Category.FUNCTIONS);
            if (!small) {
                return false;
            }
        }
        return true;
    }

    private void put(BigDecimal days, int first, int last) {
        state.candidates.withdraw(first);
        TextSpan span = state.span(first, last);
        state.slots.put(
                SlotName.RETRAIN_EVERY_DAYS, new Slot<>(days.longValueExact(), null, Origin.DERIVED, span, false));
        state.use(first, last, Token.Use.SLOT);
    }

    /** Reads the interval of a training that is repeated, where nothing nearer has said it. */
    public void readRepeated() {
        if (!state.slots.has(SlotName.RETRAIN_EVERY_DAYS) && !state.candidates.has(SlotName.RETRAIN_EVERY_DAYS)) {
            TrainingInterval found = new RepeatedTraining(state).interval();
            if (found != null) {
                fill(found);
            }
        }
    }

    /** {@code the adapter is refreshed weekly}, {@code it has to be updated every month}: said of a model. */
    public void readRefreshed(int i) {
        boolean refreshes = state.hasTyped(i, Trait.REFRESHES);
        if ((refreshes && (isOfModel(i) || isPlanned(i))) || isRedone(i)) {
            read(i);
        }
    }

    /** {@code gemma-3-4b, redone every month}: the model right before it, its period right behind it. */
    private boolean isRedone(int verb) {
        int model = state.isBreakAt(verb - 1) ? verb - 2 : verb - 1;
        return state.hasTyped(verb, Trait.REPEATS_JOB)
                && state.isOfMention(model)
                && TrainingInterval.at(state, verb + 1) != null;
    }

    /** {@code weekly refresh with 1k examples}, {@code refresh gpt-oss-20b quarterly}, {@code refresh the tuned gpt-4o-mini each quarter}. */
    private boolean isPlanned(int verb) {
        boolean periodic = state.isAt(verb - 1, Category.PERIODS) || state.isAt(verb + 1, Category.PERIODS);
        boolean data = periodic && state.candidates.hasData();
        int model = verb + 1;
        while (state.hasTyped(model, Trait.DEFINITE_ARTICLE)
                || state.isAt(model, Cue.PERSON)
                || state.hasTyped(model, Trait.TUNED)) {
            model++;
        }
        return data || state.isAt(model, Category.MODELS);
    }

    private boolean isOfModel(int verb) {
        if (state.mentions.stream().anyMatch(mention -> mention.first() == verb + 1)) {
            return true;
        }
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
    public void readEdit() {
        boolean open = state.remembered.has(SlotName.RETRAIN_EVERY_DAYS)
                && !state.slots.has(SlotName.RETRAIN_EVERY_DAYS)
                && state.size() <= SHORT
                && !state.has(Measure.REQUEST)
                && !state.has(Measure.DOLLAR)
                && state.candidates.all().isEmpty()
                && state.candidates.money().isEmpty();
        int period = -1;
        for (int i = 0; open && i < state.size(); i++) {
            TrainingInterval other = TrainingInterval.isFortnight(state, i) || state.hasTyped(i + 1, Trait.EVERY_SECOND)
                    ? TrainingInterval.at(state, i)
                    : null;
            if (other != null) {
                fill(other);
                return;
            }
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
