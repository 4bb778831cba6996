package io.tunetally.interpreter.question;

import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.sentence.SpeechAct;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a message asks for the price of a GPU itself: {@code what does an h100 cost per hour}. It names GPUs,
 * a price, at most a provider that rents them, and else only small words; a model or a number asks for a job on them.
 */
public final class GpuPriceReader {
    private static final int NONE = -1;

    private static final Set<Cue> SMALL_CUES = EnumSet.of(
            Cue.PERSON,
            Cue.ABILITY,
            Cue.ARTICLE,
            Cue.IS,
            Cue.FOR,
            Cue.OF,
            Cue.TO,
            Cue.PER,
            Cue.AND,
            Cue.OR,
            Cue.VERSUS,
            Cue.IN,
            Cue.ON,
            Cue.QUESTION,
            Cue.WISH,
            Cue.ABOUT,
            Cue.SELF_HOST);

    private static final Set<Intent> OF_PRICES =
            EnumSet.of(Intent.ESTIMATE, Intent.MODELS, Intent.COMPARE, Intent.RECOMMEND);

    private final ParseState state;
    private int gpu = NONE;
    private int provider = NONE;
    private boolean severalGpus;
    private boolean severalProviders;
    private boolean gpuNamed;
    private boolean priceNamed;
    private boolean onIt;
    private int count = NONE;
    private @Nullable Time time;

    /** For how long GPUs are rented: {@code 50 minutes}, {@code a day}. */
    private record Time(int first, int last, BigDecimal hours) {}

    public GpuPriceReader(ParseState state) {
        this.state = state;
    }

    /** Returns the GPU and the provider, own or rented GPUs in general if none is named; null if no such price is asked for. */
    public @Nullable Slots asked() {
        return state.candidates.all().isEmpty() && isOfGpusAlone() && time == null && priceNamed && !onIt
                ? slots()
                : null;
    }

    /** Returns a GPU and the hours for which it is rented: {@code how much is an A100 for 50 minutes}; null if nothing of the kind is asked. */
    public @Nullable Slots rented() {
        return state.remembered.isEmpty()
                        && isOfGpusAlone()
                        && time != null
                        && gpu != NONE
                        && !severalGpus
                        && !severalProviders
                        && (priceNamed
                                || state.terse
                                || state.has(Cue.QUESTION)
                                || state.has(Cue.ABILITY)
                                || state.hasQuestionMark())
                ? rental(time)
                : null;
    }

    /** True if every word is one of a GPU, its seller, its price or a time, or says nothing of its own. */
    private boolean isOfGpusAlone() {
        if (!state.mentions.isEmpty()) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            if (!fits(i)) {
                return false;
            }
        }
        return gpuNamed;
    }

    private boolean fits(int i) {
        if (time != null && i > time.first() && i <= time.last()) {
            return true;
        }
        Token token = state.token(i);
        Time said = timeAt(i);
        if (said != null && time == null) {
            time = said;
            return true;
        }
        if (isCount(i)) {
            count = i;
            return true;
        }
        if (count == i - 1 && state.isTimesSign(i)) {
            return true;
        }
        if (isGpu(i)) {
            severalGpus |= gpu != NONE && !name(gpu).equals(name(i));
            gpu = i;
            gpuNamed = true;
            onIt |= isOnIt(i);
            return !SelfHosting.isOwn(state, i);
        }
        if (state.hasTyped(i, Trait.GPU)) {
            gpuNamed = true;
            return true;
        }
        if (isPrice(token) || isPerHour(i)) {
            priceNamed = true;
            return true;
        }
        if (isRenter(token)) {
            severalProviders |= provider != NONE && !name(provider).equals(name(i));
            provider = i;
            return true;
        }
        return isSmall(i);
    }

    /** Returns {@code 50 minutes}, {@code half an hour}, {@code for a day} at an index, or null. */
    private @Nullable Time timeAt(int i) {
        boolean counted =
                state.isNumberAt(i) && !isGpu(i) && !state.token(i).numeral().isRange();
        boolean one =
                state.isAt(i, Cue.ARTICLE) && (state.isAt(i - 1, Cue.FOR) || (i == 0 && state.isAt(i + 2, Cue.OF)));
        // "half an hour"
        int last = counted && state.isAt(i + 1, Cue.ARTICLE) ? i + 2 : i + 1;
        Measure measure = counted || one ? state.measureAt(last) : null;
        TimeUnit unit = measure == null ? null : measure.time();
        return unit == null || unit == TimeUnit.SECOND || unit.isLong()
                ? null
                : new Time(
                        i,
                        last,
                        unit.hours(
                                one ? BigDecimal.ONE : state.token(i).numeral().value()));
    }

    /** The 8 of {@code 8 h100}, {@code 8 x h100}, {@code two A100s}. */
    private boolean isCount(int i) {
        return state.isCountAt(i)
                && !isGpu(i)
                && state.measureAt(i + 1) == null
                && (isGpu(i + 1) || (state.isTimesSign(i + 1) && isGpu(i + 2)));
    }

    private boolean isGpu(int i) {
        return state.at(i) != null && (state.isGpuNumber(i) || state.isAt(i, Category.GPUS));
    }

    private String name(int i) {
        Token token = state.token(i);
        return token.lexeme == null ? state.typed(i, i) : token.lexeme.value();
    }

    /** {@code cost on an h100}: a job on it. */
    private boolean isOnIt(int i) {
        return state.isAt(i - 1, Cue.ON) || (state.isAt(i - 1, Cue.ARTICLE) && state.isAt(i - 2, Cue.ON));
    }

    /** {@code per hour}, {@code an hour}, {@code a gpu hour}, but not {@code how many hours}. */
    private boolean isPerHour(int i) {
        boolean ofOne = state.isAt(i - 1, Cue.PER) || state.isAt(i - 1, Cue.ARTICLE);
        boolean ofGpu = i > 0 && (isGpu(i - 1) || state.hasTyped(i - 1, Trait.GPU));
        return state.measureAt(i) == Measure.HOUR && (ofOne || ofGpu);
    }

    /** True for {@code price} and {@code cheapest}, but not for the command {@code recommend}. */
    private static boolean isPrice(Token token) {
        return token.is(Category.INTENTS)
                && OF_PRICES.contains(token.intent())
                && !(token.intent() == Intent.RECOMMEND && token.is(Trait.COMMAND));
    }

    private boolean isRenter(Token token) {
        if (!token.is(Category.PROVIDERS) || token.lexeme == null) {
            return false;
        }
        ProviderId id = new ProviderId(token.lexeme.value());
        return id.equals(ProviderId.SELF_HOSTED)
                || state.compiledLexicon.offers().rents(id);
    }

    private boolean isSmall(int i) {
        Token token = state.token(i);
        return token.kind == Token.Kind.BREAK
                || token.is(Category.FUNCTIONS)
                || token.isSymbol('?')
                || token.isSymbol(',')
                || isCurrencyAlone(i)
                || state.hasTyped(i, Trait.RENTS)
                || state.hasTyped(i, Trait.EXPECTS)
                || SpeechAct.isCourteous(token)
                || (token.cue() != null && SMALL_CUES.contains(token.cue()));
    }

    /** {@code h100 price in euros}: that prices are in dollars is said beside it; an amount would be a budget. */
    private boolean isCurrencyAlone(int i) {
        return state.isAt(i, Category.CURRENCIES) && !state.isNumberAt(i - 1) && !state.isNumberAt(i + 1);
    }

    private Slots rental(Time rented) {
        BigDecimal hours = rented.hours();
        Slots slots = slots().without(SlotName.PROVIDER)
                .with(
                        SlotName.TRAINING_HOURS,
                        Slot.said(SlotName.TRAINING_HOURS.value(hours), state.span(rented.first(), rented.last())));
        slots = provider == NONE
                ? slots
                : slots.with(SlotName.PROVIDER, said(new ProviderId(name(provider)), provider));
        return count == NONE
                ? slots
                : slots.with(
                        SlotName.GPUS, said(state.token(count).numeral().value().longValueExact(), count));
    }

    private Slots slots() {
        for (int i = 0; i < state.size(); i++) {
            boolean told = isCurrencyAlone(i);
            state.token(i).use = told ? Token.Use.NOTHING : Token.Use.CONNECTIVE;
        }
        boolean one = gpu != NONE && !severalGpus;
        Slots slots = Slots.NONE;
        if (provider != NONE && !severalProviders) {
            slots = slots.with(SlotName.PROVIDER, said(new ProviderId(name(provider)), provider));
        } else if (!one) {
            slots = slots.with(SlotName.PROVIDER, Slot.of(ProviderId.SELF_HOSTED, Origin.SAID));
        }
        return one ? slots.with(SlotName.GPU, said(name(gpu), gpu)) : slots;
    }

    private <T> Slot<T> said(T value, int index) {
        return Slot.said(value, state.span(index, index));
    }
}
