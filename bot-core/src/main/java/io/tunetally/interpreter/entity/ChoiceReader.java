package io.tunetally.interpreter.entity;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.TimeUnit;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads choices made by a word: method, objective, provider, deployment, edition and switches. */
public final class ChoiceReader {
    /** In a conversation about traffic, a message this short that names batches means batch mode. */
    private static final int SHORT = 8;

    /** The most words from a word of retraining to its period: {@code retrain the support model every week}. */
    private static final int RETRAIN_REACH = 6;

    /** The same from a word of tuning, which is often said of one model that something else happens to. */
    private static final int TUNING_REACH = 3;

    /** The months of a commitment, by the id of the variant. */
    private static final Map<String, Long> COMMITMENTS = Map.of("six_month", 6L);

    private final ParseState state;
    private @Nullable Boolean dataProtection;
    private List<Integer> methods = new ArrayList<>();
    private List<Integer> providers = new ArrayList<>();
    private final List<Integer> withoutProviders = new ArrayList<>();

    private ChoiceReader(ParseState state) {
        this.state = state;
    }

    public static void read(ParseState state) {
        ChoiceReader reader = new ChoiceReader(state);
        GpuReader gpus = new GpuReader(state);
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.lexeme != null && token.use == Token.Use.NOTHING) {
                reader.word(i, token, token.lexeme);
            } else if (token.kind == Token.Kind.WORD) {
                reader.edition(i);
            }
        }
        reader.fillMethods();
        reader.fillWithoutProviders();
        reader.fillProviders(gpus.own());
        gpus.read();
        reader.fillYear();
    }

    private void word(int i, Token token, Lexeme lexeme) {
        switch (lexeme.sense()) {
            case METHODS -> method(i, lexeme);
            case OBJECTIVES -> objective(i, lexeme);
            case PROVIDERS -> provider(i, lexeme);
            case OTHER_PROVIDERS -> otherProvider(i);
            case DEPLOYMENTS -> deployment(i, lexeme);
            case VARIANTS -> variant(i, lexeme);
            case EDITIONS -> put(SlotName.EDITION, lexeme.value(), i, i);
            case CUES -> flag(i, token);
            case UNITS -> batch(i, lexeme);
            case FAMILIES -> publisher(i, lexeme);
            case GPUS, INTENTS, PERIODS, RATES, NUMBERS, MULTIPLIERS, MODELS, TIERS, NEUTRAL_TIERS -> {}
            case TUNING -> retrain(i);
            case PUBLISHERS, CURRENCIES, CRITERIA, TOPICS, KNOBS, LANGUAGES, COURTESIES -> {}
            case FUNCTIONS -> ourselves(i, lexeme);
        }
    }

    /** {@code six month commitment}: the months that are paid for are those of use, unless others are said. */
    private void variant(int i, Lexeme lexeme) {
        put(SlotName.VARIANT, lexeme.value(), i, i);
        Long months = COMMITMENTS.get(lexeme.value());
        if (months != null && !state.candidates.has(SlotName.MONTHS) && !state.slots.has(SlotName.MONTHS)) {
            state.slots.put(SlotName.MONTHS, new Slot<>(months, null, Origin.DERIVED, state.span(i, i), false));
        }
    }

    /** {@code edition=guide}. */
    private void edition(int i) {
        boolean marked = state.isSymbolAt(i - 1, '=') || state.isSymbolAt(i - 1, ':');
        int name = marked ? i - 2 : i - 1;
        boolean led = state.isAt(name, Category.TOPICS) && state.isAt(name, Trait.EDITION_NOUN);
        if (led && state.compiledLexicon.isEdition(state.typed(i, i))) {
            put(SlotName.EDITION, state.typed(i, i), i, i);
        }
    }

    private <T> void put(SlotName<T> slot, T value, int first, int last) {
        if (!state.slots.has(slot)) {
            state.slots.put(slot, new Slot<>(value, null, Origin.SAID, state.span(first, last), false));
        }
        state.use(first, last, Token.Use.SLOT);
    }

    // "full" is a method only if it describes nothing else: not in "the full dataset", "full precision".
    private void method(int i, Lexeme lexeme) {
        Token next = state.at(i + 1);
        boolean noun = next != null
                && (next.kind == Token.Kind.WORD
                        || next.is(Category.TOPICS)
                        || next.is(Category.KNOBS)
                        || (next.is(Category.UNITS) && (!state.terse || isTime(next)))
                        || next.is(Cue.TOTAL)
                        || next.is(Trait.PART_OF));
        boolean everyday = lexeme.weak() && lexeme.code() == Method.FULL;
        boolean named = state.isSymbolAt(i - 1, '=') || state.isSymbolAt(i - 1, ':');
        // "the queue is full"
        boolean predicate = state.isAt(i - 1, Trait.FORM_OF_BE)
                && state.at(i - 2) != null
                && state.token(i - 2).kind == Token.Kind.WORD
                && !state.sentence(i).asks();
        boolean listed = state.isJoin(i - 1) || (state.hasTyped(i - 1, Trait.DEFINITE_ARTICLE) && state.isJoin(i - 2));
        if (everyday && (predicate || (noun && !named && !listed))) {
            return;
        }
        if (!Exclusion.isExcluded(state, i) || (state.isTakenBack(i) && lexeme.code() == Method.LORA)) {
            methods.add(i);
        }
    }

    private static boolean isTime(Token unit) {
        Measure measure = unit.measure();
        return measure != null && measure.isTime();
    }

    /** The DPO of "our DPO (data protection)" is a person. */
    private void objective(int i, Lexeme lexeme) {
        if (!lexeme.is(Trait.ALSO_OFFICER) || !isAboutDataProtection()) {
            put(SlotName.OBJECTIVE, Objects.requireNonNull((Objective) lexeme.code()), i, i);
        }
    }

    private boolean isAboutDataProtection() {
        if (dataProtection == null) {
            dataProtection = state.any(token -> token.is(Trait.DATA_PROTECTION));
        }
        return dataProtection;
    }

    private Method methodAt(int i) {
        Lexeme lexeme = state.token(i).lexeme;
        boolean lora = lexeme != null && lexeme.code() == Method.LORA && !state.isTakenBack(i);
        return lora ? Method.LORA : Method.FULL;
    }

    private boolean isQuantized(int i) {
        Lexeme lexeme = state.token(i).lexeme;
        return lexeme != null && lexeme.is(Trait.QUANTIZED) && !state.isTakenBack(i);
    }

    private void fillMethods() {
        if (methods.isEmpty()) {
            return;
        }
        Method first = methodAt(methods.getFirst());
        Method other = first;
        for (int i : methods) {
            Method method = methodAt(i);
            other = method == first ? other : method;
            state.token(i).use = Token.Use.SLOT;
            if (isQuantized(i)) {
                put(SlotName.QUANTIZED, true, i, i);
            }
        }
        if (other == first) {
            put(SlotName.METHOD, first, methods.getFirst(), methods.getFirst());
        } else {
            List<Method> both = List.of(first, other);
            state.slots.put(SlotName.METHODS, new Slot<>(both, null, Origin.SAID, span(methods), false));
        }
    }

    /** {@code yearly cost} names a horizon, and so does {@code the first month} where advice is asked for. */
    private void fillYear() {
        boolean total = state.has(Intent.TCO);
        for (int i = 0; i < state.size(); i++) {
            if (state.isAt(i, Trait.FIRST)
                    && state.isAt(i + 1, Measure.MONTH)
                    && !state.advice().isEmpty()) {
                put(SlotName.MONTHS, 1L, i, i + 1);
            }
            if (!total) {
                continue;
            }
            Lexeme lexeme = state.token(i).lexeme;
            boolean yearly = lexeme != null && lexeme.intent() == Intent.TCO && lexeme.is(Trait.YEARLY) && !isRate(i);
            if (yearly && !state.candidates.has(SlotName.MONTHS) && !state.slots.has(SlotName.MONTHS)) {
                state.slots.put(SlotName.MONTHS, new Slot<>(12L, null, Origin.DERIVED, state.span(i, i), false));
                state.token(i).use = Token.Use.SLOT;
            }
        }
    }

    /** {@code 36,500 requests per year}, {@code $500 per year}. */
    private boolean isRate(int period) {
        return state.isAt(period - 1, Category.UNITS) || state.isNumberAt(period - 1);
    }

    private TextSpan span(List<Integer> tokens) {
        return state.spanOfList(tokens.getFirst(), tokens.getFirst(), tokens.getLast());
    }

    private void provider(int i, Lexeme lexeme) {
        boolean trains = state.compiledLexicon.offers().trains(new ProviderId(lexeme.value()));
        ProviderDisambiguator word = new ProviderDisambiguator(state, i);
        boolean planned = state.speaksOfTuning() && !state.mentions.isEmpty() && (word.isChosen() || isOwn(lexeme));
        if (!trains
                && !planned
                && !state.terse
                && !state.asks()
                && !state.has(Intent.MODELS)
                && state.remembered.isEmpty()) {
            return;
        }
        if (word.isFirstWordOfName() || (!state.terse && word.onlySpeaks())) {
            return;
        }
        boolean company = !lexeme.weak() || (!word.isPartOfUnit() && (state.terse || word.isMeant()));
        if (!company || (state.isSlash(i + 1) && !state.terse)) {
            return;
        }
        if (isOut(i)) {
            withoutProviders.add(i);
        } else if (!Exclusion.isExcluded(state, i)) {
            providers.add(i);
        }
    }

    /** {@code without openai and azure}: what takes out the first of a list takes out all of it. */
    private boolean isOut(int i) {
        boolean script = state.isSlash(i - 1) && state.hasTyped(i - 4, Trait.SCRIPT);
        boolean goesOn = state.isJoin(i - 1) && !script && withoutProviders.contains(i - 2);
        return goesOn || (Exclusion.isExcluded(state, i) && !state.isAt(i - 1, Cue.INSTEAD_OF));
    }

    /** A provider beside the one that is chosen needs no slot: {@code on together, not fireworks}. */
    private void fillWithoutProviders() {
        if (withoutProviders.isEmpty() || !providers.isEmpty()) {
            return;
        }
        withoutProviders.forEach(at -> state.token(at).use = Token.Use.SLOT);
        state.slots.put(
                SlotName.WITHOUT_PROVIDERS,
                new Slot<>(
                        withoutProviders.stream()
                                .map(at -> new ProviderId(idAt(at)))
                                .distinct()
                                .toList(),
                        null,
                        Origin.SAID,
                        span(withoutProviders),
                        false));
    }

    private void ourselves(int i, Lexeme lexeme) {
        if (lexeme.is(Trait.REFLEXIVE)
                && new ProviderDisambiguator(state, i).isHost()
                && !Exclusion.isExcluded(state, i)) {
            providers.add(i);
        }
    }

    private static boolean isOwn(Lexeme lexeme) {
        return ProviderId.SELF_HOSTED.value().equals(lexeme.value());
    }

    /** {@code what does Mistral offer}: a family's name that is also its publisher's, where it names no model. */
    private void publisher(int i, Lexeme lexeme) {
        if (state.compiledLexicon
                .catalog()
                .provider(new ProviderId(lexeme.value()))
                .isPresent()) {
            providers.add(i);
        }
    }

    private void otherProvider(int i) {
        if (state.terse || new ProviderDisambiguator(state, i).isChosen()) {
            providers.add(i);
        }
    }

    /**
     * Fills the slot of the provider or providers.
     *
     * @param ownGpu the index of a GPU that is the asker's own, or -1
     */
    private void fillProviders(int ownGpu) {
        withoutAsides();
        if (providers.isEmpty() && ownGpu < 0) {
            return;
        }
        int first = providers.isEmpty() ? ownGpu : providers.getFirst();
        MigrationTargets targets = MigrationTargets.of(state);
        Set<ProviderId> said = new LinkedHashSet<>();
        if (ownGpu >= 0 && ownGpu <= first) {
            said.add(ProviderId.SELF_HOSTED);
        }
        for (int at : providers) {
            Token token = state.token(at);
            ProviderId id = new ProviderId(idAt(at));
            token.use = Token.Use.SLOT;
            if (targets.includesProvider(at)) {
                put(SlotName.TARGET_PROVIDER, id, at, at);
            } else {
                said.add(id);
            }
            if (id.equals(ProviderId.SELF_HOSTED) && token.is(Trait.OWNER)) {
                put(SlotName.OWN_HARDWARE, true, at, at);
            }
        }
        if (ownGpu >= 0) {
            said.add(ProviderId.SELF_HOSTED);
            state.slots.put(
                    SlotName.OWN_HARDWARE, new Slot<>(true, null, Origin.SAID, state.span(ownGpu, ownGpu), false));
        }
        if (said.isEmpty()) {
            return;
        }
        if (said.size() == 1) {
            state.slots.put(
                    SlotName.PROVIDER,
                    new Slot<>(said.iterator().next(), null, Origin.SAID, state.span(first, first), false));
        } else {
            state.slots.put(
                    SlotName.PROVIDERS,
                    new Slot<>(
                            List.copyOf(said),
                            null,
                            Origin.SAID,
                            providers.isEmpty() ? state.span(first, first) : span(providers),
                            false));
        }
    }

    /** {@code IT offers Bedrock or Google. What would nova pro on Bedrock cost?}: the question chooses. */
    private void withoutAsides() {
        List<Integer> asked =
                providers.stream().filter(at -> state.sentence(at).asks()).toList();
        boolean other = asked.size() < providers.size()
                && asked.stream().map(this::idAt).distinct().count() == 1
                && !state.has(Intent.COMPARE);
        providers = other ? asked : providers;
    }

    private String idAt(int at) {
        Lexeme lexeme = state.token(at).lexeme;
        return lexeme == null ? "" : lexeme.is(Trait.REFLEXIVE) ? ProviderId.SELF_HOSTED.value() : lexeme.value();
    }

    private void deployment(int i, Lexeme lexeme) {
        boolean alone = state.isBreakAt(i - 1) && (state.isBreakAt(i + 1) || state.isSymbolAt(i + 1, ':'));
        // "Then make it global": in a conversation about a deployment, or about what the pronoun stands for.
        boolean changes = state.isBreakAt(i + 1)
                && (state.remembered.has(SlotName.DEPLOYMENT)
                        || (!state.remembered.isEmpty() && i > 0 && state.hasTyped(i - 1, Trait.PRONOUN)));
        // "Azure regional", "a dedicated Fireworks deployment", "two dedicated replicas".
        boolean ofProvider = state.isAt(i - 1, Category.PROVIDERS)
                || state.isAt(i + 1, Category.PROVIDERS)
                || state.isAt(i + 1, Measure.CAPACITY);
        if (!lexeme.weak() || state.terse || alone || changes || ofProvider) {
            put(SlotName.DEPLOYMENT, Objects.requireNonNull((Deployment) lexeme.code()), i, i);
        }
    }

    private static boolean isWeak(Token token) {
        return token.lexeme != null && token.lexeme.weak();
    }

    private void flag(int i, Token token) {
        if (token.is(Cue.PACKED) || token.is(Cue.UNPACKED)) {
            put(SlotName.PACKED, token.is(Cue.PACKED) && !state.isTakenBack(i), i, i);
        } else if (token.is(Cue.BATCH)) {
            put(SlotName.BATCH, !state.isTakenBack(i), i, i);
        } else if (token.is(Cue.EXPLAIN)) {
            put(SlotName.EXPLAIN, true, i, i);
        } else if (token.is(Cue.EU) && (state.terse || !isWeak(token))) {
            put(SlotName.IN_EU, true, i, i);
        } else if (token.is(Cue.RETRAIN)) {
            retrain(i);
        }
    }

    /** {@code 1000 requests/day batch}: the word alone means batch mode if there are requests and no number counts batches. */
    private void batch(int i, Lexeme lexeme) {
        boolean goesOn = state.remembered.has(SlotName.REQUESTS_PER_DAY) && state.size() <= SHORT;
        boolean mode = (state.terse || goesOn)
                && lexeme.is(Trait.BATCH_ALONE)
                && (!state.isCountAt(i - 1) || state.token(i - 1).use == Token.Use.SLOT)
                && (state.candidates.has(SlotName.REQUESTS_PER_DAY) || state.remembered.has(SlotName.REQUESTS_PER_DAY));
        if (mode) {
            put(SlotName.BATCH, !state.isTakenBack(i), i, i);
        }
    }

    /** {@code retrain weekly}, {@code monthly retraining}, {@code retrain every month}, {@code tune it nightly}. */
    private void retrain(int i) {
        int at = state.isAt(i - 1, Category.PERIODS) ? i - 1 : -1;
        int reach = state.isAt(i, Cue.RETRAIN) ? RETRAIN_REACH : TUNING_REACH;
        for (int k = i + 1; k < Math.min(i + reach, state.clause(i).end()) && at < 0 && !state.isNumberAt(k); k++) {
            boolean every = (state.isAt(k, Cue.EVERY) || state.isAt(k, Cue.EACH)) && state.measureAt(k + 1) != null;
            at = state.isAt(k, Category.PERIODS) ? k : every ? k + 1 : -1;
        }
        Measure period = at < 0 ? null : state.measureAt(at);
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
