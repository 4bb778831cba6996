package io.tunetally.interpreter.entity;

import io.tunetally.catalog.ModelId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.quantity.SlotFiller;
import io.tunetally.interpreter.sentence.Clause;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.Mention;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.sentence.SelfHosting;
import io.tunetally.interpreter.token.Numeral;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads what names a model without its family: a size, {@code all}, and in a conversation another version or tier. */
final class NameParts {
    /** In a conversation, a size in a sentence this short replaces the remembered one: {@code the 70b I meant}. */
    private static final int SHORT = 8;

    /** The most tokens from a size to the GPU that it is on, less one. */
    private static final int REACH_OF_GPU = 5;

    private final ParseState state;
    private final Consumer<Mention> unpriced;
    private final Siblings siblings;
    /** Sizes without a model. */
    private List<Integer> unnamed = new ArrayList<>();

    private final Set<ModelId> models = new LinkedHashSet<>();
    private int first = -1;
    private int last = -1;

    private @Nullable Boolean memoryAsked;

    NameParts(ParseState state, Consumer<Mention> unpriced) {
        this.state = state;
        this.unpriced = unpriced;
        siblings = new Siblings(state.compiledLexicon, state.remembered);
    }

    void fill() {
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.use == Token.Use.NOTHING) {
                part(i, token);
            }
        }
        if (!models.isEmpty()) {
            TextSpan span = state.spanOfList(first, first, last);
            state.slots.put(SlotName.MODELS, Slot.said(List.copyOf(models), span));
        }
        unnamed();
    }

    /** {@code swap flash-lite for 4o mini}: beside a model, a word gives up the model of the conversation that has it in its name. */
    void giveUp() {
        for (int i = 0; state.has(Category.TIERS) && i < state.size(); i++) {
            Token token = state.token(i);
            int end = state.hasTyped(i + 1, Trait.ONE_OF_THEM) ? i + 1 : i;
            if (token.use == Token.Use.NOTHING && ParseState.isTier(token) && Exclusion.isGivenUp(state, end)) {
                giveUp(i, end);
            }
        }
    }

    private void part(int i, Token token) {
        if (state.isSize(i)) {
            size(i, token);
        } else if (token.is(Cue.ALL)
                && !isInTotal(i)
                && !isOfKnown(i)
                && models.isEmpty()
                && !state.slots.has(SlotName.MODELS)) {
            all(i);
        } else if (!state.remembered.isEmpty()) {
            ModelId other = sibling(i, token);
            boolean tier = ParseState.isTier(token);
            boolean givenUp = (tier || other != null) && Exclusion.isExcluded(state, i);
            if (givenUp && tier) {
                giveUp(i, i);
            } else if (other != null && goesOn(i) && !givenUp && !(tier && state.isAt(i - 1, Cue.ARTICLE))) {
                model(i, other);
            }
        }
    }

    /** The {@code all} of {@code nebius too, all three next to each other}. */
    private boolean isOfKnown(int all) {
        return !state.remembered.isEmpty()
                && state.isNumberAt(all + 1)
                && state.token(all + 1).use == Token.Use.KNOWN_NON_SLOT;
    }

    /** The {@code all} of {@code what does it cost all in}, {@code $18,000 a year all-in by a vendor}. */
    private boolean isInTotal(int all) {
        boolean joined = state.isSymbolAt(all + 1, '-');
        int next = joined ? all + 2 : all + 1;
        return state.isAt(next, Cue.IN)
                && (joined
                        || state.isBreakAt(next + 1)
                        || state.isAt(next + 1, Cue.FOR)
                        || state.isAt(next + 1, Cue.OVER)
                        || state.isAt(next + 1, Cue.QUESTION));
    }

    /** {@code micro -> lite}, {@code drop the nano}: the model of the conversation that has the word in its name. */
    private void giveUp(int i, int end) {
        ModelId known = siblings.known(state.typed(i, i));
        if (known != null) {
            state.mentions.add(new Mention(i, end, known, List.of(), null, null, "", false));
            state.use(i, end, Token.Use.SLOT);
        }
    }

    private @Nullable ModelId sibling(int i, Token token) {
        if (ParseState.isTier(token)) {
            return siblings.tiered(state.typed(i, i));
        }
        return isVersion(i, token) ? siblings.versioned(state.typed(i, i)) : null;
    }

    private boolean isVersion(int i, Token token) {
        return token.isNumber() && token.numeral().value().scale() > 0 && !state.isUnitBehind(i);
    }

    private void model(int i, ModelId id) {
        models.add(id);
        first = first < 0 ? i : first;
        last = i;
        state.token(i).use = Token.Use.SLOT;
    }

    /** Beside a size with a model, a size without one is a model without a price. */
    private void unnamed() {
        if (unnamed.size() > 1 && state.hasTypedAnywhere(Trait.TRAILS)) {
            List<Integer> fitting =
                    unnamed.stream().filter(place -> !isUnfit(place)).toList();
            unnamed.stream().filter(this::isUnfit).forEach(state::ignore);
            unnamed = fitting.isEmpty() ? unnamed : fitting;
        }
        for (int i = 0; i < unnamed.size(); i++) {
            int place = unnamed.get(i);
            Numeral size = Numeral.of(state.token(place).numeral().value());
            if (!models.isEmpty()) {
                unpriced.accept(new Mention(place, place, null, List.of(), size.value(), null, "", false));
            } else if (i == 0) {
                SlotFiller.settle(state, SlotName.SIZE_B, size, Origin.SAID, place);
            } else {
                state.ignore(place);
            }
        }
    }

    /** {@code a 27b is too heavy and a 4b too weak, so think of a 12b}: the sizes that do not fit. */
    private boolean isUnfit(int size) {
        int too = state.isAt(size + 1, Trait.FORM_OF_BE) ? size + 2 : size + 1;
        return state.hasTyped(too, Trait.TRAILS) && !state.isBreakAt(too + 1);
    }

    private void all(int i) {
        if ((state.has(Category.INTENTS) && state.terse) || state.isAt(i - 1, Category.INTENTS)) {
            state.token(i).use = Token.Use.SLOT;
            state.slots.put(SlotName.MODELS, Slot.said(List.of(SlotName.ALL_MODELS), state.span(i, i)));
        }
    }

    private boolean goesOn(int i) {
        Clause clause = state.clause(i);
        return !state.remembered.isEmpty() && (clause.isTerse() || clause.end() - clause.first() <= SHORT);
    }

    /**
     * In a command or a conversation a size means a model ({@code 8b}). In a sentence that asks, in any language, it is any model
     * of that size ({@code an 8b model}, {@code 70B LoRA}, {@code treinar um lora de 7b}).
     */
    private void size(int i, Token token) {
        if (isMost(i)) {
            SlotFiller.settle(
                    state, SlotName.MOST_SIZE_B, Numeral.of(token.numeral().value()), Origin.SAID, i);
            token.use = Token.Use.SLOT;
            return;
        }
        boolean goesOn = goesOn(i);
        boolean anyOfIt = isAnyOfIt(i);
        boolean told = isOfToldRun(i);
        boolean named = told || state.isAt(i - 1, Cue.SIZE) || asksForMemory() || isOfModel(i) || isOnlyName(i);
        if (!state.terse && !goesOn && !named && !(anyOfIt && (isSpokenOf() || isForData(i)))) {
            token.use = Token.Use.KNOWN_NON_SLOT;
            return;
        }
        token.use = Token.Use.SLOT;
        ModelId id = modelOf(i, goesOn, anyOfIt || told || isOfModel(i));
        if (id == null) {
            unnamed.add(i);
        } else if (Exclusion.isGivenUp(state, i)) {
            state.mentions.add(new Mention(i, i, id, List.of(), null, null, "", false));
        } else {
            model(i, id);
        }
    }

    /** {@code I ran the 8B for 5 h on 8 rented H100s. What is that in dollars}: the only model of a run whose price is asked. */
    private boolean isOfToldRun(int size) {
        return state.mentions.isEmpty()
                && state.hasTyped(size - 1, Trait.DEFINITE_ARTICLE)
                && state.asks()
                && state.hasTypedAnywhere(Trait.RENTS)
                && SelfHosting.namesGpu(state);
    }

    /** {@code what does training the 7b cost on 5k examples}: all that a question says of its model. */
    private boolean isOnlyName(int size) {
        boolean compared = state.hasTypedAnywhere(Trait.BIGGER)
                || state.hasTypedAnywhere(Trait.SMALLER)
                || state.hasTyped(size - 1, Trait.THRESHOLD);
        if (!state.remembered.isEmpty() || !state.mentions.isEmpty() || compared || isTold(size)) {
            return false;
        }
        for (int i = 0; i < state.size(); i++) {
            if (i != size && state.isSize(i)) {
                return false;
            }
        }
        return true;
    }

    /** {@code we did a 7B at home last year}, in a message that asks nothing. */
    private boolean isTold(int size) {
        boolean wants = state.has(Category.INTENTS) || state.has(Category.PROVIDERS);
        return !state.asks() && (!wants || state.has(Cue.REPORT) || state.isPast(size) || !state.speaksOfTuning());
    }

    /** {@code a model around 8B}, {@code a model of 14b}, {@code model 32b}, in a message that asks. */
    private boolean isOfModel(int size) {
        boolean led = state.isAt(size - 1, Cue.OF)
                || state.isAt(size - 1, Cue.ABOUT)
                || state.hasTyped(size - 1, Trait.APPROXIMATES)
                || state.hasTyped(size - 1, Trait.PART_OF);
        int noun = led ? size - 2 : size - 1;
        return !state.terse && noun >= 0 && !state.isNumberAt(noun) && isModelNoun(noun) && state.asks();
    }

    /** {@code under 10b}, {@code 8b or smaller}. */
    private boolean isMost(int i) {
        boolean less = state.isAt(i + 1, Cue.OR) && state.hasTyped(i + 2, Trait.SHRINKS);
        return less || (i > 0 && state.hasTyped(i - 1, Trait.CAPS));
    }

    private @Nullable ModelId modelOf(int i, boolean goesOn, boolean anyOfIt) {
        String size = state.token(i).numeral().value().stripTrailingZeros().toPlainString() + 'b';
        boolean versioned = goesOn && i > 0 && isVersion(i - 1, state.token(i - 1));
        ModelId other = versioned ? siblings.sized(state.typed(i - 1, i - 1), size) : null;
        if (other != null) {
            return other;
        }
        ModelId sibling = goesOn ? siblings.sized(size) : null;
        if (sibling != null) {
            return sibling;
        }
        ModelId priced = goesOn && !Exclusion.isTakenBack(state, i) ? siblings.priced(size) : null;
        if (priced != null) {
            SlotFiller.settle(
                    state, SlotName.SIZE_B, Numeral.of(state.token(i).numeral().value()), Origin.SAID, i);
            return priced;
        }
        // Who tells of a 70B without its family asks for no price of any one model.
        boolean told = state.isTellingOfAskedJob() && !state.isAt(0, Category.INTENTS) && !goesOn;
        boolean prose = !state.terse || state.text.isTranslated();
        boolean tier = told || state.isAt(i - 1, Cue.SIZE) || (!goesOn && (prose || (anyOfIt && isRough(i))));
        return tier ? null : state.compiledLexicon.standardOf(size);
    }

    /** {@code an 8b model}, {@code the 8b one}, {@code a 70B LoRA}, {@code a tuned 8b}, {@code our 8b}. */
    private boolean isAnyOfIt(int i) {
        boolean article = state.isAt(i - 1, Cue.ARTICLE) && !state.isAt(i + 1, Category.UNITS);
        return article
                || state.isAt(i + 1, Category.METHODS)
                || state.isAt(i - 1, Category.METHODS)
                || (state.hasTyped(i + 1, Trait.HAVING) && state.isAt(i + 2, Category.METHODS))
                || isOnGpu(i)
                || isModelNoun(i + 1)
                || isPartOfCompound(i)
                || isRough(i)
                || isOurs(i);
    }

    /** {@code 8b on 2 l40s}. */
    private boolean isOnGpu(int size) {
        boolean on = state.isAt(size + 1, Cue.ON);
        int gpu = size + 2;
        while (on && gpu < size + REACH_OF_GPU && state.at(gpu) != null && !state.isGpuAt(gpu)) {
            gpu++;
        }
        return on && state.isGpuAt(gpu);
    }

    private boolean isOurs(int size) {
        return (state.hasTyped(size - 1, Trait.TUNED) || state.hasTyped(size - 1, Trait.OWNER))
                && !state.isAt(size + 1, Category.UNITS);
    }

    /** {@code the 70b class}, {@code 8B-ish}, {@code around 30b}, {@code any 32b}. */
    private boolean isRough(int size) {
        int next = state.isSymbolAt(size + 1, '-') ? size + 2 : size + 1;
        boolean kind = next < state.size()
                && (state.hasTyped(next, Trait.SIZE_CLASS)
                        || state.isAt(next, Cue.SIZE)
                        || state.isAt(next, Cue.ABOUT));
        boolean any = size > 0
                && (state.hasTyped(size - 1, Trait.INDIFFERENT) || state.hasTyped(size - 1, Trait.APPROXIMATES));
        return kind || any || state.token(size).numeral().approximate();
    }

    /** {@code 70B-Modell}: the noun behind the hyphen has no translation. */
    private boolean isPartOfCompound(int size) {
        boolean glued = state.isSymbolAt(size + 1, '-') && !state.token(size + 1).spaced;
        return glued && (state.at(size + 2) == null || state.token(size + 2).spaced);
    }

    /** {@code a 13b model 10k examples}, {@code which method for a 14b with 50k examples}. */
    private boolean isForData(int size) {
        boolean model = isModelNoun(size + 1) || (state.isAt(size - 1, Cue.ARTICLE) && state.asks());
        return model && (state.has(Measure.EXAMPLE) || state.has(Measure.EPOCH)) && !state.has(Cue.REPORT);
    }

    private boolean isSpokenOf() {
        return state.has(Category.INTENTS)
                || state.has(Cue.EU)
                || state.has(Category.DEPLOYMENTS)
                || state.hasTypedAnywhere(Trait.ASKS_OPTIONS)
                || (state.speaksOfTuning() && !state.has(Cue.REPORT));
    }

    /** {@code does a 70b fit on one h100}, {@code how much vram does 13b need}. */
    private boolean asksForMemory() {
        if (memoryAsked == null) {
            memoryAsked = findMemoryAsked();
        }
        return memoryAsked;
    }

    private boolean findMemoryAsked() {
        return state.hasTypedAnywhere(Trait.ASKS_FOR_MEMORY)
                || ((SelfHosting.namesGpu(state) || state.hasTypedAnywhere(Trait.GPU_MEMORY))
                        && ((state.hasTypedAnywhere(Trait.FITS_MEMORY) && !state.has(Cue.REPORT))
                                || state.any(token -> token.is(Trait.ASKS_TO_TRAIN))));
    }

    private boolean isModelNoun(int index) {
        return index < state.size() && state.hasTyped(index, Trait.MODEL_NOUN);
    }
}
