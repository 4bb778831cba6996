package io.tunetally.interpreter.intent;

import io.tunetally.catalog.ModelId;
import io.tunetally.catalog.ProviderId;
import io.tunetally.interpreter.lexicon.Category;
import io.tunetally.interpreter.lexicon.Trait;
import io.tunetally.interpreter.sentence.ParseState;
import io.tunetally.interpreter.token.Token;
import io.tunetally.request.SlotName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Choices among several remembered models by who trains them: {@code lose the Amazon one}, {@code only the OpenAI models}. */
final class SellerEdits {
    private final ParseState state;
    private final List<ModelId> before;

    SellerEdits(ParseState state) {
        this.state = state;
        List<ModelId> models = state.remembered.value(SlotName.MODELS);
        before = models == null ? List.of() : models;
    }

    /** True if a message chooses by a seller. */
    static boolean isIn(ParseState state) {
        SellerEdits edits = new SellerEdits(state);
        for (int i = 0; edits.before.size() > 1 && i < state.size(); i++) {
            if (edits.chosen(i) != null) {
                return true;
            }
        }
        return false;
    }

    /** Returns the models that are left; a seller that only names them is no provider of the request. */
    List<ModelId> left() {
        List<ModelId> left = before;
        for (int i = 0; before.size() > 1 && i < state.size(); i++) {
            List<ModelId> chosen = chosen(i);
            if (chosen != null) {
                state.slots.remove(SlotName.PROVIDER);
                state.slots.remove(SlotName.WITHOUT_PROVIDERS);
                state.token(i).use = Token.Use.CONNECTIVE;
                left = chosen;
            }
        }
        return left;
    }

    /** A seller may name a model without a price for its training: {@code Amazon Nova Micro}. */
    private boolean isNamedBy(String seller, ModelId id) {
        return state.compiledLexicon
                .catalog()
                .model(id)
                .filter(model -> model.name().toLowerCase(Locale.ROOT).startsWith(seller + " "))
                .isPresent();
    }

    /** Returns the models that stay if a seller here stands for some of them, else null. */
    private @Nullable List<ModelId> chosen(int i) {
        Token token = state.token(i);
        boolean named =
                token.is(Category.PROVIDERS) && state.at(i + 1) != null && state.hasTyped(i + 1, Trait.ONE_OF_THEM);
        if (!named || token.lexeme == null) {
            return null;
        }
        ProviderId seller = new ProviderId(token.lexeme.value());
        List<ModelId> sold = new ArrayList<>(before);
        String typed = state.typed(i, i);
        sold.removeIf(id -> !state.compiledLexicon.offers().trains(seller, id, null) && !isNamedBy(typed, id));
        if (sold.isEmpty() || sold.size() == before.size()) {
            return null;
        }
        if (ListEdits.isLed(state, i)) {
            return sold;
        }
        return ListEdits.isDropped(state, i)
                ? before.stream().filter(id -> !sold.contains(id)).toList()
                : null;
    }
}
