package io.tunetally.interpreter.question;

import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
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

    public GpuPriceReader(ParseState state) {
        this.state = state;
    }

    /** Returns the GPU and the provider, own or rented GPUs in general if none is named; null if no such price is asked for. */
    public @Nullable Slots asked() {
        if (!state.mentions.isEmpty() || !state.candidates.all().isEmpty()) {
            return null;
        }
        for (int i = 0; i < state.size(); i++) {
            if (!fits(i)) {
                return null;
            }
        }
        return gpuNamed && priceNamed ? slots() : null;
    }

    private boolean fits(int i) {
        Token token = state.token(i);
        if (isGpu(i)) {
            severalGpus |= gpu != NONE && !name(gpu).equals(name(i));
            gpu = i;
            gpuNamed = true;
            return !isOnIt(i);
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

    private boolean isGpu(int i) {
        Token token = state.token(i);
        return state.isGpuNumber(i) || token.is(Category.GPUS);
    }

    private String name(int i) {
        Token token = state.token(i);
        return token.lexeme == null ? state.typed(i, i) : token.lexeme.value();
    }

    /** {@code cost on an h100}, {@code cost on my own h100}: a job on it. */
    private boolean isOnIt(int i) {
        return SelfHosting.isOwn(state, i)
                || state.isAt(i - 1, Cue.ON)
                || (state.isAt(i - 1, Cue.ARTICLE) && state.isAt(i - 2, Cue.ON));
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
                || SpeechAct.isCourteous(token)
                || (token.cue() != null && SMALL_CUES.contains(token.cue()));
    }

    private Slots slots() {
        for (int i = 0; i < state.size(); i++) {
            state.token(i).use = Token.Use.CONNECTIVE;
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
        return new Slot<>(value, null, Origin.SAID, state.span(index, index), false);
    }
}
