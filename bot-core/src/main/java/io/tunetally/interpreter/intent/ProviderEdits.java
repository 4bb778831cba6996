package io.tunetally.interpreter.intent;

import io.tunetally.catalog.Method;
import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Cue;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.Exclusion;
import io.tunetally.interpreter.sentence.MigrationWord;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.Intent;
import io.tunetally.request.Origin;
import io.tunetally.request.Slot;
import io.tunetally.request.SlotName;
import io.tunetally.request.Slots;
import io.tunetally.text.TextSpan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembered providers and methods that a message drops, chooses from, or sets its own against: {@code fireworks out}, {@code just the lora then}. */
final class ProviderEdits {
    private final ParseState state;
    private final Slots remembered;
    private final Slots.Builder merged;

    ProviderEdits(ParseState state, Slots remembered, Slots.Builder merged) {
        this.state = state;
        this.remembered = remembered;
        this.merged = merged;
    }

    /** True if a message chooses one of two remembered methods. */
    static boolean choosesMethod(ParseState state) {
        return new ProviderEdits(state, state.remembered, Slots.builder()).chosenMethod() != null;
    }

    void apply(Slots said) {
        providers(said);
        methods(said);
    }

    private void methods(Slots said) {
        Slot<Method> now = said.get(SlotName.METHOD);
        Method chosen = chosenMethod();
        if (chosen != null) {
            merged.remove(SlotName.METHODS);
            merged.put(SlotName.METHOD, Slot.said(chosen, null));
        } else if (now != null && setsAgainst()) {
            against(now);
        }
    }

    /** {@code fireworks out}, {@code without openai}, {@code vs azure}. */
    private void providers(Slots said) {
        ProviderId one = remembered.value(SlotName.PROVIDER);
        List<ProviderId> several = remembered.value(SlotName.PROVIDERS);
        List<ProviderId> before = several != null ? several : one != null ? List.of(one) : List.of();
        ProviderId now = said.value(SlotName.PROVIDER);
        List<ProviderId> out = said.value(SlotName.WITHOUT_PROVIDERS);
        withoutProviders(now, out);
        Slot<List<ProviderId>> others = said.get(SlotName.PROVIDERS);
        if (others != null && setsAgainst() && !before.isEmpty()) {
            Set<ProviderId> all = new LinkedHashSet<>(before);
            all.addAll(others.value());
            merged.remove(SlotName.PROVIDER);
            merged.put(SlotName.PROVIDERS, Slot.said(List.copyOf(all), others.span()));
        } else if (now != null && setsAgainst() && !before.isEmpty()) {
            List<ProviderId> both = new ArrayList<>(before);
            both.remove(now);
            both.add(now);
            providers(both, said.get(SlotName.PROVIDER));
        } else if (now != null && before.size() > 1) {
            replaced(before, now, said);
        } else if (now == null && !said.has(SlotName.PROVIDERS) && !before.isEmpty()) {
            List<ProviderId> left = new ArrayList<>(
                    state.remembered.has(SlotName.MODELS) && hasSeveralModels()
                            ? before
                            : ListEdits.left(state, before, _ -> Double.NaN));
            left.removeAll(excludedProviders());
            left.removeAll(out == null ? List.of() : out);
            if (left.size() < before.size()) {
                providers(left, null);
            }
            if (!left.isEmpty() && !state.isMigrating() && !MigrationWord.isIn(state)) {
                // What is left says it already; a provider that is moved away from says nothing of the others.
                merged.remove(SlotName.WITHOUT_PROVIDERS);
            }
        }
    }

    /** What is out stays out until it is chosen. */
    private void withoutProviders(@Nullable ProviderId now, @Nullable List<ProviderId> out) {
        Slot<List<ProviderId>> before = remembered.get(SlotName.WITHOUT_PROVIDERS);
        if (before == null || (now == null && out == null)) {
            return;
        }
        Set<ProviderId> all = new LinkedHashSet<>(before.value());
        all.addAll(out == null ? List.of() : out);
        all.remove(now);
        merged.remove(SlotName.WITHOUT_PROVIDERS);
        if (!all.isEmpty()) {
            merged.put(SlotName.WITHOUT_PROVIDERS, Slot.said(List.copyOf(all), null));
        }
    }

    /** {@code fireworks => nebius}: one of several gives way to another. */
    private void replaced(List<ProviderId> before, ProviderId now, Slots said) {
        List<ProviderId> left = new ArrayList<>(before);
        left.removeAll(excludedProviders());
        if (left.size() < before.size() && !left.isEmpty()) {
            providers(ListEdits.replaced(before, left, List.of(now)), said.get(SlotName.PROVIDER));
        }
    }

    private boolean hasSeveralModels() {
        List<ModelId> models = remembered.value(SlotName.MODELS);
        return models != null && models.size() > 1;
    }

    private void providers(List<ProviderId> ids, @Nullable Slot<ProviderId> said) {
        merged.remove(SlotName.PROVIDER);
        merged.remove(SlotName.PROVIDERS);
        Origin origin = said == null ? Origin.REMEMBERED : Origin.SAID;
        TextSpan span = said == null ? null : said.span();
        if (ids.size() == 1) {
            merged.put(SlotName.PROVIDER, new Slot<>(ids.getFirst(), null, origin, span, false));
        } else if (!ids.isEmpty()) {
            merged.put(SlotName.PROVIDERS, new Slot<>(List.copyOf(ids), null, origin, span, false));
        }
    }

    private List<ProviderId> excludedProviders() {
        List<ProviderId> excluded = new ArrayList<>(0);
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.is(Category.PROVIDERS) && token.lexeme != null && Exclusion.isExcluded(state, i)) {
                excluded.add(new ProviderId(token.lexeme.value()));
                token.use = Token.Use.CONNECTIVE;
            }
        }
        return excluded;
    }

    /** {@code vs full}: a comparison with the method that the answer used. */
    private void against(Slot<Method> now) {
        Method before = remembered.value(SlotName.METHOD);
        Method other = before != null ? before : now.value() == Method.FULL ? Method.LORA : Method.FULL;
        if (other != now.value()) {
            merged.remove(SlotName.METHOD);
            merged.put(SlotName.METHODS, Slot.said(List.of(other, now.value()), now.span()));
        }
    }

    /** Returns the one of two remembered methods that is chosen, or that stays when the other is dropped; else null. */
    private @Nullable Method chosenMethod() {
        if (!remembered.has(SlotName.METHODS)) {
            return null;
        }
        Set<Method> chosen = EnumSet.noneOf(Method.class);
        Set<Method> rest = EnumSet.allOf(Method.class);
        for (int i = 0; i < state.size(); i++) {
            Token token = state.token(i);
            if (token.lexeme != null && token.is(Category.METHODS) && token.lexeme.code() instanceof Method method) {
                if (Exclusion.isExcluded(state, i)) {
                    rest.remove(method);
                } else if (ListEdits.isLed(state, i) || isDecided(i)) {
                    chosen.add(method);
                }
            }
        }
        chosen.retainAll(rest);
        Set<Method> left = chosen.isEmpty() ? rest : chosen;
        return left.size() == 1 ? left.iterator().next() : null;
    }

    /** {@code lora it is}, {@code full then}. */
    private boolean isDecided(int i) {
        boolean itIs = state.hasTyped(i + 1, Trait.PRONOUN) && state.isAt(i + 2, Cue.IS) && state.isBreakAt(i + 3);
        return itIs || (state.hasTyped(i + 1, Trait.CONCLUDES) && state.isBreakAt(i + 2));
    }

    /** True if all that the message says is compared with the answer before it: {@code vs azure}, {@code add azure}. */
    private boolean setsAgainst() {
        boolean joins = state.isAt(0, Cue.AND) && state.isAt(1, Category.PROVIDERS) && !state.hasQuestionMark();
        boolean leads = joins
                || (FollowUp.adds(state) && !state.has(Cue.WHAT_ABOUT))
                || isAgainstThat()
                || isOpposed()
                || (state.size() > 0 && state.hasTyped(0, Trait.OPPOSES));
        return state.mentions.isEmpty() && (leads || isCheaper() || state.any(FollowUp::isComparison));
    }

    /** {@code how does that look next to fireworks}, {@code hold that against together}; but not {@code rather nebius than together}. */
    private boolean isOpposed() {
        for (int i = 1; i < state.size(); i++) {
            boolean named = state.isAt(i, Category.PROVIDERS) || state.isAt(i, Category.METHODS);
            boolean listed = state.isAt(i - 2, Category.PROVIDERS) || state.isAt(i - 2, Category.METHODS);
            if (named && !listed && state.hasTyped(i - 1, Trait.OPPOSES) && !state.hasTyped(i - 1, Trait.THAN)) {
                return true;
            }
        }
        return false;
    }

    /** {@code is fireworks cheaper?}: than the provider of the conversation. */
    private boolean isCheaper() {
        return state.hasQuestionMark()
                && state.has(Category.PROVIDERS)
                && !state.has(Cue.INSTEAD)
                && state.any(token -> token.intent() == Intent.COMPARE && token.is(Trait.CHEAPER));
    }

    /** {@code vs full}, {@code full ft vs that}, {@code that vs full}. */
    private boolean isAgainstThat() {
        if (state.isAt(0, Cue.VERSUS)) {
            return true;
        }
        for (int i = 1; i < state.size() && state.has(Cue.VERSUS); i++) {
            boolean that = state.hasTyped(i - 1, Trait.PRONOUN) || state.hasTyped(i + 1, Trait.PRONOUN);
            if (that && state.isAt(i, Cue.VERSUS)) {
                return true;
            }
        }
        return false;
    }
}
