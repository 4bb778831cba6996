package io.tunetally.interpreter.entity;

import io.tunetally.catalog.Deployment;
import io.tunetally.catalog.Method;
import io.tunetally.catalog.Objective;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Lexeme;
import io.tunetally.interpreter.lexicon.Measure;
import io.tunetally.interpreter.lexicon.Sense;
import io.tunetally.interpreter.sentence.Draft;
import io.tunetally.interpreter.sentence.Places;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Criterion;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.text.TextSpan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what is chosen by a word: method, objective, provider, deployment, edition, GPU and switches. */
public final class ChoiceReader {
    private static final Set<String> YEARLY = Set.of(
            "yearly",
            "yearly cost",
            "yearly costs",
            "annual",
            "annually",
            "annual cost",
            "annual costs",
            "cost per year",
            "costs per year",
            "cost a year");

    private final Draft draft;
    private Places methods = Places.NONE;
    private Places providers = Places.NONE;
    private @Nullable Boolean selfHosted;
    private @Nullable Boolean trainerNamed;

    private ChoiceReader(Draft draft) {
        this.draft = draft;
    }

    public static void read(Draft draft) {
        ChoiceReader reader = new ChoiceReader(draft);
        for (int i = 0; i < draft.size(); i++) {
            Token token = draft.token(i);
            if (token.lexeme != null && token.use == Token.Use.NOTHING) {
                reader.word(i, token, token.lexeme);
            } else if (token.kind == Token.Kind.WORD) {
                reader.edition(i);
            }
        }
        reader.fillMethods();
        reader.fillProviders();
        reader.fillYear();
    }

    private void word(int i, Token token, Lexeme lexeme) {
        switch (lexeme.sense()) {
            case METHODS -> method(i, lexeme);
            case OBJECTIVES -> put(SlotName.OBJECTIVE, Objective.valueOf(upper(lexeme)), i, i);
            case PROVIDERS -> provider(i, lexeme);
            case OTHER_PROVIDERS -> otherProvider(i);
            case DEPLOYMENTS -> deployment(i, lexeme);
            case EDITIONS -> put(SlotName.EDITION, lexeme.value(), i, i);
            case CRITERIA -> criterion(i, lexeme);
            case GPUS -> gpu(i, lexeme);
            case CUES -> flag(i, token);
            case UNITS -> batch(i, lexeme);
            case INTENTS, PERIODS, RATES, NUMBERS, MULTIPLIERS, MODELS, FAMILIES, TIERS, NEUTRAL_TIERS -> {}
            case PUBLISHERS, CURRENCIES, TUNING, TOPICS, KNOBS, FUNCTIONS, LANGUAGES, COURTESIES -> {}
        }
    }

    /** {@code edition=guide}. */
    private void edition(int i) {
        boolean marked = draft.isSymbolAt(i - 1, '=') || draft.isSymbolAt(i - 1, ':');
        int name = marked ? i - 2 : i - 1;
        boolean led = draft.isAt(name, Sense.TOPICS) && draft.isTyped(name, "edition");
        if (led && draft.vocabulary.isEdition(draft.typed(i, i))) {
            put(SlotName.EDITION, draft.typed(i, i), i, i);
        }
    }

    private static String upper(Lexeme lexeme) {
        return lexeme.value().toUpperCase(Locale.ROOT);
    }

    private <T> void put(SlotName<T> slot, T value, int first, int last) {
        if (!draft.slots.has(slot)) {
            draft.slots.put(slot, new Slot<>(value, null, Origin.SAID, draft.span(first, last), false));
        }
        draft.use(first, last, Token.Use.SLOT);
    }

    // "full" is a method only where nothing else is full: "the full dataset", "full precision".
    private void method(int i, Lexeme lexeme) {
        Token next = draft.at(i + 1);
        boolean noun = next != null
                && (next.kind == Token.Kind.WORD
                        || next.is(Sense.TOPICS)
                        || next.is(Sense.KNOBS)
                        || (next.is(Sense.UNITS) && !draft.terse)
                        || next.is(Cue.TOTAL)
                        || (next.is(Cue.OF) && draft.isTyped(i + 1, "of")));
        boolean everyday = lexeme.weak() && lexeme.value().equals("full");
        boolean named = draft.isSymbolAt(i - 1, '=') || draft.isSymbolAt(i - 1, ':');
        if (everyday && noun && !named && !draft.isJoin(i - 1)) {
            return;
        }
        if (!draft.isTakenBack(i)) {
            methods = methods.with(i);
        } else if (lexeme.value().equals("lora")) {
            methods = methods.with(i);
        }
    }

    private Method methodAt(int i) {
        Lexeme lexeme = draft.token(i).lexeme;
        boolean lora = lexeme != null && lexeme.value().equals("lora") && !draft.isTakenBack(i);
        return lora ? Method.LORA : Method.FULL;
    }

    private void fillMethods() {
        if (methods.isEmpty()) {
            return;
        }
        Method first = methodAt(methods.first());
        Method other = first;
        for (int i = 0; i < methods.size(); i++) {
            Method method = methodAt(methods.get(i));
            other = method == first ? other : method;
            draft.token(methods.get(i)).use = Token.Use.SLOT;
        }
        if (other == first) {
            put(SlotName.METHOD, first, methods.first(), methods.first());
        } else {
            List<Method> both = List.of(first, other);
            draft.slots.put(SlotName.METHODS, new Slot<>(both, null, Origin.SAID, span(methods), false));
        }
    }

    /** {@code yearly cost} names a horizon. */
    private void fillYear() {
        if (!draft.has(Intent.TCO)) {
            return;
        }
        for (int i = 0; i < draft.size(); i++) {
            Lexeme lexeme = draft.token(i).lexeme;
            boolean yearly = lexeme != null && lexeme.intent() == Intent.TCO && YEARLY.contains(lexeme.phrase());
            if (yearly && !draft.claims.has(SlotName.MONTHS) && !draft.slots.has(SlotName.MONTHS)) {
                draft.slots.put(SlotName.MONTHS, new Slot<>(12L, null, Origin.DERIVED, draft.span(i, i), false));
                draft.token(i).use = Token.Use.SLOT;
            }
        }
    }

    private TextSpan span(Places places) {
        return draft.spanOfList(places.first(), places.first(), places.last());
    }

    private void provider(int i, Lexeme lexeme) {
        boolean trains = draft.vocabulary.offers().trains(new ProviderId(lexeme.value()));
        if (!trains && !draft.terse && !draft.asks()) {
            return;
        }
        boolean company = !lexeme.weak() || draft.terse || new Company(draft, i).isMeant();
        if (company && !draft.isTakenBack(i) && (!draft.isSlash(i + 1) || draft.terse)) {
            providers = providers.with(i);
        }
    }

    private void otherProvider(int i) {
        if (draft.terse || new Company(draft, i).isChosen()) {
            providers = providers.with(i);
        }
    }

    private void fillProviders() {
        if (providers.isEmpty()) {
            return;
        }
        Set<ProviderId> said = new LinkedHashSet<>();
        for (int i = 0; i < providers.size(); i++) {
            Token token = draft.token(providers.get(i));
            ProviderId id = new ProviderId(token.lexeme == null ? "" : token.lexeme.value());
            said.add(id);
            token.use = Token.Use.SLOT;
        }
        if (said.size() == 1) {
            put(SlotName.PROVIDER, said.iterator().next(), providers.first(), providers.first());
        } else {
            draft.slots.put(
                    SlotName.PROVIDERS, new Slot<>(List.copyOf(said), null, Origin.SAID, span(providers), false));
        }
    }

    private void deployment(int i, Lexeme lexeme) {
        boolean alone = draft.isBreakAt(i - 1) && draft.isBreakAt(i + 1);
        if (!lexeme.weak() || draft.terse || alone) {
            put(SlotName.DEPLOYMENT, Deployment.valueOf(upper(lexeme)), i, i);
        }
    }

    /** An everyday phrase is a criterion only where whether to tune at all is asked; the word of canonical text is one everywhere. */
    private void criterion(int i, Lexeme lexeme) {
        if (!(lexeme.code() instanceof Criterion criterion)
                || !(draft.has(Intent.WORTHIT) || draft.isTyped(i, criterion.word()))
                || draft.isTakenBack(i)) {
            return;
        }
        List<Criterion> criteria = new ArrayList<>(2);
        Slot<List<Criterion>> before = draft.slots.get(SlotName.CRITERIA);
        TextSpan span = draft.span(i, i);
        if (before != null) {
            criteria.addAll(before.value());
            span = before.span() == null ? span : before.span();
        }
        if (!criteria.contains(criterion)) {
            criteria.add(criterion);
            criteria.sort(null);
        }
        draft.slots.put(SlotName.CRITERIA, new Slot<>(List.copyOf(criteria), null, Origin.SAID, span, false));
        draft.token(i).use = Token.Use.SLOT;
    }

    /** A GPU is a slot only where the text speaks of running it oneself. */
    private void gpu(int i, Lexeme lexeme) {
        boolean onIt = false;
        for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
            onIt |= draft.isAt(k, Cue.ON) || draft.isAt(k, Measure.OTHER);
        }
        boolean costAsked = draft.has(Sense.INTENTS);
        if (isSelfHosted()
                || (onIt
                        && costAsked
                        && !draft.has(Cue.REPORT)
                        && (draft.isAt(i - 1, Measure.OTHER) || !namesTrainer()))) {
            put(SlotName.GPU, lexeme.value(), i, i);
        } else {
            draft.token(i).use = Token.Use.KNOWN_NON_SLOT;
        }
    }

    private boolean isSelfHosted() {
        if (selfHosted == null) {
            selfHosted = draft.has(Cue.SELF_HOST)
                    || draft.any(token ->
                            token.lexeme != null && token.lexeme.value().equals("selfhost"));
        }
        return selfHosted;
    }

    /** Whether a provider is named that trains the model, so that a GPU beside it is told of something else. */
    private boolean namesTrainer() {
        if (trainerNamed == null) {
            trainerNamed = findsTrainer();
        }
        return trainerNamed;
    }

    private boolean findsTrainer() {
        return draft.has(Sense.PROVIDERS)
                && draft.any(token -> token.is(Sense.PROVIDERS)
                        && token.lexeme != null
                        && draft.vocabulary.offers().trains(new ProviderId(token.lexeme.value())));
    }

    private void flag(int i, Token token) {
        if (token.is(Cue.PACKED) || token.is(Cue.UNPACKED)) {
            put(SlotName.PACKED, token.is(Cue.PACKED) && !draft.isTakenBack(i), i, i);
        } else if (token.is(Cue.BATCH)) {
            put(SlotName.BATCH, !draft.isTakenBack(i), i, i);
        } else if (token.is(Cue.EXPLAIN)) {
            put(SlotName.EXPLAIN, true, i, i);
        } else if (token.is(Cue.RETRAIN)) {
            retrain(i);
        }
    }

    /** {@code 1000 requests/day batch}: the word alone means the mode where requests are told and no number counts batches. */
    private void batch(int i, Lexeme lexeme) {
        boolean mode = draft.terse
                && lexeme.phrase().equals("batch")
                && !draft.isNumberAt(i - 1)
                && (draft.claims.has(SlotName.REQUESTS_PER_DAY) || draft.remembered.has(SlotName.REQUESTS_PER_DAY));
        if (mode) {
            put(SlotName.BATCH, !draft.isTakenBack(i), i, i);
        }
    }

    /** {@code retrain weekly}, {@code monthly retraining}, {@code retrain every month}. */
    private void retrain(int i) {
        int at = draft.isAt(i + 1, Sense.PERIODS) ? i + 1 : draft.isAt(i - 1, Sense.PERIODS) ? i - 1 : -1;
        Measure period = at < 0 ? null : draft.measureAt(at);
        if (period == null && draft.isAt(i + 1, Cue.EVERY)) {
            at = i + 2;
            period = draft.measureAt(at);
        }
        if (period == null) {
            return;
        }
        Long days = switch (period) {
            case DAY -> 1L;
            case WEEK -> 7L;
            case MONTH -> 30L;
            case QUARTER -> 90L;
            case YEAR -> 360L;
            default -> null;
        };
        if (days != null) {
            TextSpan span = draft.span(at, at);
            draft.slots.put(SlotName.RETRAIN_EVERY_DAYS, new Slot<>(days, null, Origin.DERIVED, span, false));
            draft.token(at).use = Token.Use.SLOT;
        }
    }
}
